/** Controls where code and page could part, and the speed of a year: every figure is worked by hand in its title or beside it. */
import { describe, expect, test } from '@jest/globals';
import { addDays, plainDate, plainMonth, type PlainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { computeWorktime } from '../../../shared/domain/worktime/computeWorktime.ts';
import { contingentMinutes } from '../../../shared/domain/worktime/controls/contingent.ts';
import { controlled } from '../../../shared/domain/worktime/controls/controls.ts';
import { isNightWorker } from '../../../shared/domain/worktime/controls/nights.ts';
import { clockOf, prepareDays } from '../../../shared/domain/worktime/days.ts';
import type { PersonTime } from '../../../shared/domain/worktime/person.ts';
import {
  at,
  away,
  daily,
  daysOff,
  gap,
  legalTiers,
  MONDAY,
  PAID_LEAVE,
  partTime,
  person,
  planned,
  range,
  ruleSet,
  treatments,
} from './builders.ts';

const set = ruleSet([], { absences: treatments });
const FROM = plainDate('2026-06-01');
const SPAN = { from: FROM, to: plainDate('2026-11-01') };
const TUESDAY = addDays(MONDAY, 1);

function prepared(who: Partial<PersonTime>) {
  const whole = person({ planned: planned(FROM, 154, 420), ...who });
  return { whole, days: [...prepareDays(whole, set, SPAN).days.values()] };
}

/** Codes told and what they measured, those of breaks aside. */
function told(who: Partial<PersonTime>): (readonly [string, unknown])[] {
  const { whole, days } = prepared(who);
  const limits = { agreement: new Map<string, number>(), countsHours: () => true };
  const input = { employeeId: '7', days, from: FROM, contracts: whole.contracts, ...limits };
  return controlled(input, clockOf(whole, set))
    .filter(({ code }) => code !== 'breakMissing')
    .map(({ code, facts }) => [code, facts['measured']]);
}

/** Whit Monday's own plan on another Monday. */
function solidarity(date: PlainDate) {
  const days = new Map(planned(FROM, 154, 420));
  const own = days.get(date);
  if (own) days.set(date, { ...own, isSolidarity: true });
  return days;
}

describe('what a control reads', () => {
  test('the solidarity day is work: 10 h 05 are a day too long', () => {
    expect(told({ planned: solidarity(MONDAY), timed: daily(MONDAY, 605) })).toEqual([['dayTooLong', 605]]);
  });

  test('… and a week of 8 h + 5 × 8 h 01 is over 48 h by 5 minutes', () => {
    const timed = daily(MONDAY, 480, 481, 481, 481, 481, 481);
    expect(told({ planned: solidarity(MONDAY), timed })).toEqual([['weekTooLong', 2_885]]);
  });

  test('… and its night makes a night worker: twice 4 h', () => {
    const timed = [MONDAY, addDays(MONDAY, 2)].map((date) => at(`${date}T00:00`, `${date}T04:00`));
    const { whole, days } = prepared({ planned: solidarity(MONDAY), timed });
    expect(isNightWorker(days, clockOf(whole, set), MONDAY)).toBe(true);
  });

  test('… but no overtime: 8 h + 4 × 8 h are 33 h, nothing of the contingent', () => {
    const { days } = prepared({ planned: solidarity(MONDAY), timed: daily(MONDAY, 480, 480, 480, 480, 480) });
    expect(contingentMinutes(days, 0)).toBe(0);
  });

  test('paid leave is no work: 7 h and 4 × 8 h use nothing of the contingent, 5 × 8 h use 5 h', () => {
    const leave = { absences: away(PAID_LEAVE, MONDAY), timed: daily(TUESDAY, 480, 480, 480, 480) };
    expect(contingentMinutes(prepared(leave).days, 0)).toBe(0);
    const none = { timed: daily(MONDAY, 480, 480, 480, 480, 480) };
    expect(contingentMinutes(prepared(none).days, 0)).toBe(300);
  });

  test('part time of 28 h, 5 h 36 of leave and 29 h 36 worked: not at 35 h, 1 h 36 over, within the tenth', () => {
    const who = {
      contracts: partTime(1_680).contracts ?? [],
      planned: planned(FROM, 154, 336),
      absences: away(PAID_LEAVE, MONDAY),
      timed: daily(TUESDAY, 444, 444, 444, 444),
    };
    expect(told(who)).toEqual([]);
  });
});

describe('rests', () => {
  const rest = (end: string, start: string, more: Partial<PersonTime> = {}) =>
    told({
      timed: [at(`${end.slice(0, 10)}T14:00`, end), at(start, `${start.slice(0, 10)}T12:00`)],
      ...more,
    });

  test('20:00 to 6:00 while the clocks go back: 11 h, enough; 20:01: 10 h 59', () => {
    expect(rest('2026-10-24T20:00', '2026-10-25T06:00')).toEqual([]);
    expect(rest('2026-10-24T20:01', '2026-10-25T06:00')).toEqual([['dailyRestShort', 659]]);
    expect(rest('2026-10-24T20:00', '2026-10-25T06:00', { zone: 'Indian/Reunion' })).toEqual([['dailyRestShort', 600]]);
  });

  test('a night declared in two entries, cut at midnight, is one shift: 18 h of rest', () => {
    const timed = [
      at('2026-09-07T20:00', '2026-09-08T00:00'),
      at('2026-09-08T00:00', '2026-09-08T04:00'),
      at('2026-09-08T22:00', '2026-09-09T02:00'),
    ];
    expect(told({ timed })).toEqual([]);
  });

  const fiveDays = (monday: string) => daily(plainDate(monday), 420, 420, 420, 420, 420);

  test('a week of leave after five days of work: the rest from Friday evening is enough for both weeks', () => {
    expect(told({ timed: ['2026-10-05', '2026-10-12', '2026-10-26'].flatMap(fiveDays) })).toEqual([]);
  });

  test('a Sunday worked after three weeks of nothing: its week rested from its Monday on', () => {
    const timed = ['2026-10-04', '2026-10-25', '2026-10-27'].flatMap((date) => daily(plainDate(date), 420));
    expect(told({ timed })).toEqual([]);
  });

  test('Saturday 18:00 to Monday 8:00 is the rest of one week, and not of the next one as well', () => {
    const days = ['2026-09-04', ...Array.from({ length: 6 }, (_, at) => addDays(MONDAY, at))];
    const next = ['2026-09-14', '2026-09-15', '2026-09-16', '2026-09-17', '2026-09-18', '2026-09-19', '2026-09-20'];
    const timed = [...days, ...next, '2026-09-21'].map((date) => at(`${date}T08:00`, `${date}T18:00`));
    // Of the second week, a night is the longest: 14 h. Its Sunday is a seventh day.
    const rests = told({ timed }).filter(([code]) => code === 'weeklyRestShort');
    expect(rests).toEqual([['weeklyRestShort', 840]]);
  });

  test('35 h of a longer rest inside the week are enough, a minute less is not', () => {
    // Friday 4 to Tuesday 8 September is whole of the week before; of this one it holds what follows Monday 0:00.
    const week = (start: string) => {
      const dates = ['2026-09-09', '2026-09-10', '2026-09-11', '2026-09-12', '2026-09-13', '2026-09-14'];
      const others = dates.map((date) => at(`${date}T11:00`, `${date}T13:00`));
      return told({
        timed: [at('2026-09-04T08:00', '2026-09-04T10:00'), at(`2026-09-08T${start}`, '2026-09-08T13:00'), ...others],
      });
    };
    expect(week('11:00')).toEqual([]);
    expect(week('10:59')).toEqual([['weeklyRestShort', 2_099]]);
  });

  test('a week without presence lacks no rest', () => {
    const timed = [...daily(FROM, 420), ...daily(addDays(FROM, 14), 420)];
    expect(told({ timed })).toEqual([]);
  });
});

describe('twelve weeks', () => {
  const weeks = (count: number, day: number) =>
    Array.from({ length: count }, (_, nth) => daily(addDays(FROM, 7 * nth), day, day, day, day, day)).flat();

  test('eleven of 48 h and one of nothing are 44 h on average: enough', () => {
    expect(told({ timed: weeks(11, 576) })).toEqual([]);
  });

  test('… and 12 minutes of the twelfth are too many: 44 h 01', () => {
    const twelfth = daily(addDays(FROM, 77), 12);
    expect(told({ timed: [...weeks(11, 576), ...twelfth] })).toEqual([['averageTooLong', 2_641]]);
  });

  test('part time of 28 h: 29 h 59 each week are under two hours over, 30 h are not', () => {
    const who = { contracts: partTime(1_680).contracts ?? [], planned: planned(FROM, 154, 336) };
    const worked = (last: number) =>
      Array.from({ length: 12 }, (_, nth) => daily(addDays(FROM, 7 * nth), 360, 360, 360, 360, last)).flat();
    expect(told({ ...who, timed: worked(359) })).toEqual([]);
    expect(told({ ...who, timed: worked(360) })).toEqual([['contractToRevise', 120]]);
  });
});

describe('a long file', () => {
  const from = plainDate('2024-01-01');
  const people = (days: number) => {
    const dates = Array.from({ length: days }, (_, nth) => addDays(from, nth));
    const timed = dates.flatMap((date) => [
      at(`${date}T08:00`, `${date}T09:30`),
      at(`${date}T13:00`, `${date}T14:30`),
      at(`${date}T21:00`, `${date}T22:30`),
    ]);
    return person({ planned: planned(from, days, 420), timed });
  };
  const yearly = gap('AN', { period: { unit: 'year' }, lower: { fromHour: 1_608 } });

  test('a year of 1,098 entries of 1 h 30 is 1,647 h: 40 h beyond 1,607, within the time of a test', () => {
    const keep = { kind: 'nonCumulative', code: 'NC', accounts: ['AN', 'NUIT', 'DIM'], explicit: 'AN' } as const;
    const rules = [yearly, range('NUIT', '21:00', '06:00'), daysOff('DIM', 7), keep];
    const { movements } = computeWorktime(people(366), ruleSet(rules, { month: 'civil' }), plainMonth('2024-12'));
    expect(movements[0]).toMatchObject({ account: 'AN', minutes: 2_400 });
  });

  test('what is read is left as it was', () => {
    const whole = people(60);
    const before = structuredClone(whole);
    const rules = [...legalTiers, range('NUIT', '21:00', '06:00', 60), daysOff('DIM', 7)];
    const nonCumulative = {
      kind: 'nonCumulative',
      code: 'NC',
      accounts: ['HS25', 'NUIT', 'DIM'],
      explicit: null,
    } as const;
    computeWorktime(whole, ruleSet([...rules, nonCumulative]), plainMonth('2024-02'));
    expect(whole).toEqual(before);
  });
});
