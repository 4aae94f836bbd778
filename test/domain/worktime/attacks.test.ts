/** Counters, gaps, days and ranges where code and page could part: every figure is worked by hand in its title or beside it. */
import { describe, expect, test } from '@jest/globals';
import { addDays, plainDate, plainMonth, type PlainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { computeWorktime } from '../../../shared/domain/worktime/computeWorktime.ts';
import type { PersonTime, TimeAbsence } from '../../../shared/domain/worktime/person.ts';
import {
  away,
  contract,
  counted,
  daily,
  fullTime,
  gap,
  HOLIDAY,
  legalTiers,
  MONDAY,
  PAID_LEAVE,
  partTime,
  partTimeTiers,
  person,
  planned,
  plannedBut,
  ruleSet,
  seedTiers,
  SEPTEMBER,
  SICKNESS,
  TELEWORK,
  TRAINING,
  treatments,
} from './builders.ts';

const TUESDAY = addDays(MONDAY, 1);
const every = (code: string, unit: 'day' | 'month' | 'year') =>
  gap(code, { measured: 'presence', period: { unit }, lower: { fromHour: 1 } });
const weeks = (count: number, anchor: string) => ({ unit: 'week', count, anchor: plainDate(anchor) }) as const;

const hoursOff = (accountId: string, date: PlainDate, half: 'am' | 'pm', minutes: number): TimeAbsence => ({
  date,
  half,
  accountId,
  minutes,
});
const outcome = (who: Partial<PersonTime>, rules = legalTiers, month = SEPTEMBER) =>
  computeWorktime(person(who), ruleSet(rules, { absences: treatments }), month);

describe('counters', () => {
  const four = (minutes: number) => daily(TUESDAY, minutes, minutes, minutes, minutes);

  test.each<[string, Partial<PersonTime>, Record<string, number>]>([
    [
      'paid leave on a holiday weighs nothing: 4 × 9 h = 36 h, 1 h',
      { planned: plannedBut({ '2026-09-07': HOLIDAY }), absences: away(PAID_LEAVE, MONDAY), timed: four(540) },
      { HS25: 60 },
    ],
    [
      'an hour row weighs its value, on a holiday too: 4 × 9 h + 1 h 30 = 37 h 30, 2 h 30',
      {
        planned: plannedBut({ '2026-09-07': HOLIDAY }),
        absences: [hoursOff(TRAINING, MONDAY, 'am', 90)],
        timed: four(540),
      },
      { HS25: 150 },
    ],
    [
      'half of a day of leave is 3 h 30: 3 h 30 + 3 h 30 + 4 × 8 h = 39 h, 4 h',
      { absences: away(PAID_LEAVE, MONDAY, 'pm'), timed: [...daily(MONDAY, 210), ...four(480)] },
      { HS25: 240 },
    ],
    [
      'an hour inside a half already taken is not counted again: 7 h + 4 × 8 h = 39 h, 4 h',
      { absences: [...away(PAID_LEAVE, MONDAY), hoursOff(PAID_LEAVE, MONDAY, 'am', 60)], timed: four(480) },
      { HS25: 240 },
    ],
    [
      'telework adds nothing to the time it was declared with: 5 × 7 h 12 = 36 h, 1 h',
      { absences: away(TELEWORK, MONDAY), timed: daily(MONDAY, 432, 432, 432, 432, 432) },
      { HS25: 60 },
    ],
    [
      'leave over a weekend that the schedule leaves blank: 5 × 8 h = 40 h, 5 h',
      {
        planned: plannedBut({ '2026-09-12': { theoretical: null } }),
        absences: away(PAID_LEAVE, '2026-09-12'),
        timed: daily(MONDAY, 480, 480, 480, 480, 480),
      },
      { HS25: 300 },
    ],
  ])('%s', (_, who, expected) => {
    expect(counted(legalTiers, who)).toEqual(expected);
  });

  test('two accounts on one day: the one that counts least, 4 × 9 h = 36 h, 1 h, whatever the order of the rows', () => {
    const rows = [...away(PAID_LEAVE, MONDAY), ...away(SICKNESS, MONDAY)];
    for (const absences of [rows, [...rows].reverse()]) {
      const { movements, findings } = outcome({ absences, timed: four(540) });
      expect(movements).toMatchObject([{ account: 'HS25', minutes: 60 }]);
      expect(findings.map(({ code }) => code)).toEqual(['timeAbsenceTwice']);
    }
  });

  test('an account that counts from Wednesday: Tuesday no, Thursday yes, 3 × 10 h + 7 h = 37 h, 2 h', () => {
    const treatment = {
      isAbsence: true,
      assimilation: [{ from: plainDate('2026-09-09'), value: 'effective' as const }],
    };
    const absences = new Map([['X', treatment]]);
    const who = {
      absences: [...away('X', '2026-09-08'), ...away('X', '2026-09-10')],
      timed: daily(MONDAY, 600, 0, 600, 0, 600),
    };
    expect(counted(ruleSet(legalTiers, { absences }), who)).toEqual({ HS25: 120 });
  });

  test('paid leave is read by overtime alone: part time of 28 h, 5 h 36 of leave and 28 h worked, none beyond 28 h', () => {
    const who = { ...partTime(1_680), absences: away(PAID_LEAVE, MONDAY), timed: four(420) };
    expect(counted(partTimeTiers, who)).toEqual({});
  });
});

describe('gaps', () => {
  const three = [
    gap('HS10', { lower: { counter: 'contractual', fromHour: 36 }, upper: { toHour: 39 } }),
    gap('HS20', { lower: { after: 'HS10' }, upper: { toHour: 43 } }),
    gap('HS50', { lower: { after: 'HS20' } }),
  ];
  const forty4 = daily(MONDAY, 528, 528, 528, 528, 528);

  test.each([
    ['37 h: 37 to 39, 39 to 43, 43 to 44', 2_220, { HS10: 120, HS20: 240, HS50: 60 }],
    ['41 h: nothing, 41 to 43, 43 to 44', 2_460, { HS20: 120, HS50: 60 }],
    ['43 h 30: nothing, nothing, 43 h 30 to 44', 2_610, { HS50: 30 }],
  ])('three chained, 44 h of a contract of %s', (_, week, expected) => {
    expect(counted(three, { ...fullTime(week), timed: forty4 })).toEqual(expected);
  });

  const lacking = gap('MANQUE', { direction: 'under', measured: 'paid', lower: { counter: 'theoretical' } });

  test.each<[string, Partial<PersonTime>, Record<string, number>]>([
    [
      '33 h of 35 planned: 2 h',
      { planned: planned(MONDAY, 7, 420), timed: daily(MONDAY, 420, 420, 420, 420, 300) },
      { MANQUE: 120 },
    ],
    [
      'a week as planned with its solidarity day: nothing',
      {
        planned: new Map([...plannedBut({ '2026-09-07': { isSolidarity: true } })].slice(7, 14)),
        timed: daily(MONDAY, 420, 420, 420, 420, 420),
      },
      {},
    ],
  ])('what lacks: %s', (_, who, expected) => {
    const contracts = [contract('2026-09-07', '2026-09-13')];
    expect(counted([lacking], { ...who, contracts })).toEqual(expected);
  });

  test('arrival on Wednesday against the contract alone: 24 h of 21 h, 3 h', () => {
    const timed = daily(plainDate('2026-09-09'), 480, 480, 480);
    expect(counted(seedTiers, { contracts: [contract('2026-09-09', null)], timed })).toEqual({ HS25: 180 });
  });

  test('7 h, then 7 h 48 from Wednesday: 37 h 24 planned, 40 h worked, 2 h 36', () => {
    const long = { contractual: { am: 234, pm: 234 } };
    const plan = plannedBut({ '2026-09-09': long, '2026-09-10': long, '2026-09-11': long });
    const timed = daily(MONDAY, 480, 480, 480, 480, 480);
    expect(counted(legalTiers, { planned: plan, timed })).toEqual({ HS25: 156 });
  });

  test('one contract until Tuesday, another from Wednesday: one week of 40 h, 5 h on Sunday', () => {
    const contracts = [contract('2026-09-09', null), contract('2026-01-05', '2026-09-08')];
    const { movements } = outcome({ contracts, timed: daily(MONDAY, 480, 480, 480, 480, 480) });
    expect(movements).toMatchObject([{ date: '2026-09-13', minutes: 300 }]);
  });

  test('out on Wednesday, back on Monday: 36 h, 1 h on Wednesday', () => {
    const contracts = [contract('2026-01-05', '2026-09-09'), contract('2026-09-14', null)];
    const { movements } = outcome({ contracts, timed: daily(MONDAY, 720, 720, 720) });
    expect(movements).toMatchObject([{ date: '2026-09-09', minutes: 60 }]);
  });

  test('part time from Thursday 1 October refuses October, whose weeks hold it, and not September', () => {
    const contracts = [contract('2020-01-01', '2026-09-30'), contract('2026-10-01', null, true)];
    const timed = daily(MONDAY, 480, 480, 480, 480, 480);
    expect(outcome({ contracts, timed })).toMatchObject({ state: 'computed', movements: [{ minutes: 300 }] });
    expect(outcome({ contracts, timed }, legalTiers, plainMonth('2026-10')).state).toBe('refused');
  });

  const cycle = (count: number) => [
    gap('HS', { period: weeks(count, '2026-08-31'), lower: { fromHour: 35 * count + 1 } }),
  ];
  const leave = {
    absences: away(PAID_LEAVE, '2026-08-31'),
    timed: [...daily(plainDate('2026-09-01'), 540, 540, 540, 540), ...daily(MONDAY, 420, 420, 420, 420, 420)],
  };

  test('two weeks with leave: 7 h + 36 h, then 35 h = 78 h of 70, 8 h', () => {
    expect(counted(cycle(2), leave)).toEqual({ HS: 480 });
  });

  test('three weeks do not read leave: 36 h, 35 h, 36 h = 107 h of 105, 2 h', () => {
    const timed = [...leave.timed, ...daily(plainDate('2026-09-14'), 432, 432, 432, 432, 432)];
    expect(counted(cycle(3), { ...leave, timed })).toEqual({ HS: 120 });
  });

  test('two weeks that end on 4 October are of October: 44 h and 36 h, 10 h', () => {
    const rules = [gap('HS', { period: weeks(2, '2026-09-21'), lower: { fromHour: 71 } })];
    const timed = [...daily(plainDate('2026-09-21'), 528, 528, 528, 528, 528), ...daily(plainDate('2026-09-28'), 720)];
    const rest = daily(plainDate('2026-09-29'), 360, 360, 360, 360);
    expect(counted(rules, { timed: [...timed, ...rest] })).toEqual({});
    expect(counted(rules, { timed: [...timed, ...rest] }, plainMonth('2026-10'))).toEqual({ HS: 600 });
  });

  test.each([
    ['completeWeeks', 300],
    ['civil', 480],
  ] as const)('a month %s: 5 h on 31 August, 8 h on 30 September, %i minutes', (month, expected) => {
    const timed = [...daily(plainDate('2026-08-31'), 300), ...daily(plainDate('2026-09-30'), 480)];
    expect(counted(ruleSet([every('TOUT', 'month')], { month }), { timed })).toEqual({ TOUT: expected });
  });

  test.each([
    ['completeWeeks', 60],
    ['civil', 120],
  ] as const)('the year 2026 %s: 1 h on 30/12/2025, 2 h on 31/12/2026, %i minutes', (month, expected) => {
    const timed = [...daily(plainDate('2025-12-30'), 60), ...daily(plainDate('2026-12-31'), 120)];
    const set = ruleSet([every('TOUT', 'year')], { month });
    expect(counted(set, { timed }, plainMonth('2026-12'))).toEqual({ TOUT: expected });
  });

  test('a year closes with the contract: 2 h, in June, and nothing in December', () => {
    const who = { contracts: [contract('2020-01-01', '2026-06-30')], timed: daily(plainDate('2026-06-29'), 60, 60) };
    const june = outcome(who, [every('TOUT', 'year')], plainMonth('2026-06'));
    expect(june.movements).toMatchObject([{ date: '2026-06-30', minutes: 120 }]);
    expect(outcome(who, [every('TOUT', 'year')], plainMonth('2026-12')).movements).toEqual([]);
  });

  test('28 December to 3 January: 41 h, 6 h of January', () => {
    const timed = [...daily(plainDate('2026-12-28'), 480, 480, 480, 480), ...daily(plainDate('2027-01-02'), 540)];
    const who = { planned: planned(plainDate('2026-12-01'), 60, 420), timed };
    expect(counted(legalTiers, who, plainMonth('2026-12'))).toEqual({});
    expect(counted(legalTiers, who, plainMonth('2027-01'))).toEqual({ HS25: 360 });
  });

  test('a month with a week that waits posts nothing, and says so', () => {
    const unapproved = [{ from: MONDAY, to: MONDAY }];
    const { movements, unknown } = outcome({ unapproved, timed: daily(MONDAY, 60) }, [every('TOUT', 'month')]);
    expect([movements, unknown.map(({ why }) => why)]).toEqual([[], ['waits']]);
  });
});
