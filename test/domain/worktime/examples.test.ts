/** The examples in brackets of the page on working time, one by one. */
import { describe, expect, test } from '@jest/globals';
import { plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { computeWorktime } from '../../../shared/domain/worktime/computeWorktime.ts';
import {
  account,
  away,
  at,
  counted,
  daily,
  daysOff,
  fullTime,
  hs25,
  hs50,
  legalTiers,
  MONDAY,
  PAID_LEAVE,
  partTime,
  partTimeTiers,
  person,
  planned,
  ruleSet,
  seedTiers,
  SEPTEMBER,
  treatments,
} from './builders.ts';

describe('counters and bounds', () => {
  test('7 h 30 a day, paid leave on Monday, four days of 8 h: 39 h 30, so 4 h 30 beyond 35', () => {
    const who = {
      ...fullTime(2_250),
      timed: daily(plainDate('2026-09-08'), 480, 480, 480, 480),
      absences: away(PAID_LEAVE, '2026-09-07'),
    };
    const [only, ...others] = [...legalTiers].map((rule) =>
      rule.kind === 'gap' && rule.code === 'HS25' ? { ...rule, lower: { fromHour: 36 } } : rule,
    );
    expect(counted([only!, ...others], who)).toEqual({ HS25: 270 });
  });

  test('contract of 44 h, 46 h worked: nothing at 25 %, 2 h at 50 %', () => {
    const who = { ...fullTime(2_640), timed: daily(MONDAY, 552, 552, 552, 552, 552) };
    expect(counted(seedTiers, who)).toEqual({ HS50: 120 });
  });

  test('arrival on Wednesday, 24 h worked: nothing', () => {
    const who = {
      contracts: [{ from: plainDate('2026-09-09'), to: null, isPartTime: false, weeklyMinutes: 2_100 }],
      timed: daily(plainDate('2026-09-09'), 480, 480, 480),
    };
    expect(counted(legalTiers, who)).toEqual({});
  });
});

test('42 h from Monday to Friday and Sunday 9–13, both tiers declared: 7 h, 3 h, and 1 h of Sunday', () => {
  const rules = [
    ...legalTiers,
    daysOff('DIM', 7),
    { kind: 'nonCumulative', code: 'NC', accounts: ['HS25', 'HS50', 'DIM'], explicit: null } as const,
  ];
  const set = ruleSet(rules, { accounts: [hs25, hs50, account('DIM', 50)] });
  const timed = [...daily(MONDAY, 504, 504, 504, 504, 504), at('2026-09-13T09:00', '2026-09-13T13:00')];
  expect(counted(set, { timed })).toEqual({ HS25: 420, HS50: 180, DIM: 60 });
});

test('28 h, 36 h worked: 2 h 48 and 5 h 12', () => {
  const who = { ...partTime(1_680), timed: daily(MONDAY, 432, 432, 432, 432, 432) };
  expect(counted(partTimeTiers, who)).toEqual({ C10: 168, C25: 312 });
});

describe('the seed: up to the 43rd hour, then from the bound of the rule before', () => {
  test.each([
    [2_100, 2_100, {}],
    [2_100, 2_101, { HS25: 1 }],
    [2_100, 2_580, { HS25: 480 }],
    [2_100, 2_581, { HS25: 480, HS50: 1 }],
    [2_220, 2_220, {}],
    [2_220, 2_580, { HS25: 360 }],
    [2_220, 2_640, { HS25: 360, HS50: 60 }],
    [2_340, 2_340, {}],
    [2_340, 2_341, { HS25: 1 }],
    [2_340, 2_580, { HS25: 240 }],
    [2_340, 2_760, { HS25: 240, HS50: 180 }],
    [2_640, 2_640, {}],
    [2_640, 2_641, { HS50: 1 }],
  ])('contract of %i minutes, %i worked', (contract, worked, expected) => {
    const day = Math.floor(worked / 5);
    const timed = daily(MONDAY, day, day, day, day, worked - 4 * day);
    expect(counted(seedTiers, { ...fullTime(contract), timed })).toEqual(expected);
  });

  test('on a part-time contract it is refused, and nothing is posted', () => {
    const set = ruleSet(seedTiers);
    const outcome = computeWorktime(person({ ...partTime(1_680), timed: daily(MONDAY, 480) }), set, SEPTEMBER);
    expect(outcome).toMatchObject({ state: 'refused', movements: [] });
    expect(outcome.findings.map(({ code }) => code)).toEqual(['gapRuleOfFullTime', 'gapRuleOfFullTime']);
  });
});

describe('weeks and months of pay', () => {
  const over = daily(plainDate('2026-09-28'), 504, 504, 504, 504, 504);

  test('28 September to 4 October: known on Sunday 4 October, of October in complete weeks', () => {
    expect(counted(legalTiers, { timed: over })).toEqual({});
    const october = computeWorktime(person({ timed: over }), ruleSet(legalTiers), plainMonth('2026-10'));
    expect(october.movements).toMatchObject([{ date: '2026-10-04', account: 'HS25', minutes: 420 }]);
  });

  test('a contract that ends on Wednesday closes its week that day, in September', () => {
    const contracts = [
      { from: plainDate('2020-01-01'), to: plainDate('2026-09-30'), isPartTime: false, weeklyMinutes: 2_100 },
    ];
    const timed = daily(plainDate('2026-09-28'), 720, 720, 720);
    const { movements } = computeWorktime(person({ contracts, timed }), ruleSet(legalTiers), SEPTEMBER);
    expect(movements).toMatchObject([{ date: '2026-09-30', minutes: 60 }]);
  });

  test('by the civil month, Sundays are of their date and weeks of their closing day', () => {
    const rules = [...legalTiers, daysOff('JEUDI', 4), daysOff('MARDI', 2)];
    const set = ruleSet(rules, { month: 'civil' });
    expect(counted(set, { timed: over })).toEqual({ MARDI: 504 });
    expect(counted(set, { timed: over }, plainMonth('2026-10'))).toEqual({ HS25: 420, JEUDI: 504 });
  });

  test('a week whose sheet is not approved posts nothing, and is listed', () => {
    const timed = [
      ...daily(MONDAY, 504, 504, 504, 504, 504),
      ...daily(plainDate('2026-09-14'), 480, 480, 480, 480, 480),
    ];
    const unapproved = [{ from: plainDate('2026-09-11'), to: plainDate('2026-09-11') }];
    const set = ruleSet([...legalTiers, daysOff('LUNDI', 1)]);
    const outcome = computeWorktime(person({ timed, unapproved }), set, SEPTEMBER);
    expect(outcome.state).toBe('incomplete');
    expect(outcome.unknown).toMatchObject([
      { rule: 'HS25', why: 'waits', period: { from: '2026-09-07', to: '2026-09-13' } },
      { rule: 'HS50', why: 'waits' },
    ]);
    expect(outcome.movements.map(({ account: code, minutes }) => [code, minutes])).toEqual([
      ['HS25', 300],
      ['LUNDI', 480],
    ]);
  });

  test('a schedule without hours leaves the counter incomplete, never nought', () => {
    const days = new Map(planned(plainDate('2026-08-31'), 63, 420));
    const monday = days.get(MONDAY);
    if (monday) days.set(MONDAY, { ...monday, contractual: null, theoretical: null });
    const timed = daily(MONDAY, 504, 504, 504, 504, 504);
    const outcome = computeWorktime(person({ planned: days, timed }), ruleSet(seedTiers), SEPTEMBER);
    expect(outcome.unknown).toMatchObject([
      { rule: 'HS25', why: 'schedule' },
      { rule: 'HS50', why: 'schedule' },
    ]);
    expect(outcome.movements).toEqual([]);
  });
});

test('absences: training counts, paid leave for the weekly threshold only, sickness and telework not', () => {
  const four = daily(plainDate('2026-09-08'), 540, 540, 540, 540);
  const of = (accountId: string) => counted(legalTiers, { timed: four, absences: away(accountId, '2026-09-07') });
  expect(of('FORM')).toEqual({ HS25: 480 });
  expect(of('CP')).toEqual({ HS25: 480 });
  expect(of('MAL')).toEqual({ HS25: 60 });
  expect(of('TT')).toEqual({ HS25: 60 });
  expect(counted(ruleSet(legalTiers, { absences: treatments }), { timed: four })).toEqual({ HS25: 60 });
});
