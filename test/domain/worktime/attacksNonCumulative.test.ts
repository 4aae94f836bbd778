/** Non-cumul where code and page could part: every figure is worked by hand in its title or beside it. */
import { describe, expect, test } from '@jest/globals';
import { plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { basisPoints } from '../../../shared/domain/money/money.ts';
import { computeWorktime } from '../../../shared/domain/worktime/computeWorktime.ts';
import type { PersonTime } from '../../../shared/domain/worktime/person.ts';
import type { AccountingRule, RuleSet, TimeRule } from '../../../shared/domain/worktime/ruleSet.ts';
import { causeText } from '../../../shared/messages/fr/worktime/movements.ts';
import {
  account,
  at,
  away,
  counted,
  daily,
  daysOff,
  legalTiers,
  MONDAY,
  PAID_LEAVE,
  person,
  planned,
  range,
  ruleSet,
  SEPTEMBER,
  totals,
  treatments,
} from './builders.ts';

const NOVEMBER = plainMonth('2026-11');
const night = range('NUIT', '21:00', '06:00');
const sunday = daysOff('DIM', 7);
const holiday = daysOff('FERIE', 'holiday');

const keep = (accounts: readonly string[], explicit: string | null = null, code = 'NC'): TimeRule => ({
  kind: 'nonCumulative',
  code,
  accounts,
  explicit,
});

/** Premium of each account, in percent. */
function set(premiums: Record<string, number>, rules: readonly TimeRule[], more: Partial<RuleSet> = {}): RuleSet {
  const accounts = Object.entries(premiums).map(([code, percent]) => account(code, percent));
  return ruleSet(rules, { accounts, absences: treatments, ...more });
}

/** A holiday on Sunday 1 November 2026. */
function allSaints(more: Partial<PersonTime>): Partial<PersonTime> {
  const days = new Map(planned(plainDate('2026-10-05'), 63, 420));
  const own = days.get(plainDate('2026-11-01'));
  if (own) days.set(plainDate('2026-11-01'), { ...own, holiday: 'legal' });
  return { planned: days, ...more };
}

const early = allSaints({ timed: [at('2026-11-01T00:00', '2026-11-01T06:00')] });

describe('non-cumul', () => {
  const all = { NUIT: 25, DIM: 50, FERIE: 100 };
  const three = [night, sunday, holiday];

  test.each<[string, TimeRule, Record<string, number>]>([
    ['the highest keeps 6 h', keep(['NUIT', 'DIM', 'FERIE']), { NUIT: 0, DIM: 0, FERIE: 360 }],
    ['one of the list keeps 6 h', keep(['NUIT', 'DIM', 'FERIE'], 'DIM'), { NUIT: 0, DIM: 360, FERIE: 0 }],
    [
      'one out of the list gets 6 h, once',
      keep(['NUIT', 'DIM', 'FERIE'], 'MIXTE'),
      { NUIT: 0, DIM: 0, FERIE: 0, MIXTE: 360 },
    ],
    ['one that is not listed is let alone', keep(['NUIT', 'DIM']), { NUIT: 0, DIM: 360, FERIE: 360 }],
  ])('three accounts over the same 6 h: %s', (_, rule, expected) => {
    expect(counted(set({ ...all, MIXTE: 60 }, [...three, rule]), early, NOVEMBER)).toEqual(expected);
  });

  test.each<[TimeRule, string[]]>([
    // Sunday 13 September, 20:00 to midnight: three hours of night, and nothing else is held with them.
    [keep(['HS25', 'HS50', 'NUIT', 'DIM']), ['NUIT: Les mêmes minutes sont aussi sur DIM : elles y sont retenues']],
    [
      keep(['HS25', 'HS50', 'NUIT', 'DIM'], 'MIXTE'),
      [
        'NUIT: Les mêmes minutes sont aussi sur DIM : elles sont retenues sur MIXTE',
        'DIM: Les mêmes minutes sont aussi sur NUIT : elles sont retenues sur MIXTE',
        'MIXTE: Les mêmes minutes étaient sur NUIT, DIM : elles sont retenues ici',
      ],
    ],
  ])('the cause names the accounts that hold the same minutes, and no other: %j', (rule, expected) => {
    const own = set({ HS25: 25, HS50: 50, NUIT: 20, DIM: 30, MIXTE: 60 }, [...legalTiers, night, sunday, rule]);
    const who = person({ timed: [at('2026-09-13T20:00', '2026-09-14T00:00')] });
    const { movements } = computeWorktime(who, own, SEPTEMBER);
    const told = movements.filter((each) => each.rule === 'NC').map((each) => `${each.account}: ${causeText(each)}`);
    expect(told.sort()).toEqual([...expected].sort());
  });

  test('chained twice: MIXTE takes night and Sunday, then the holiday takes them from MIXTE', () => {
    const rules = [...three, keep(['NUIT', 'DIM'], 'MIXTE'), keep(['MIXTE', 'FERIE'], null, 'NC2')];
    expect(counted(set({ ...all, MIXTE: 60 }, rules), early, NOVEMBER)).toEqual({
      NUIT: 0,
      DIM: 0,
      MIXTE: 0,
      FERIE: 360,
    });
  });

  test('at equal premium the account that a rule feeds first keeps, though the other is fed by a non-cumul', () => {
    const rules = [...three, keep(['NUIT', 'FERIE'], 'MIXTE'), keep(['MIXTE', 'DIM'], null, 'NC2')];
    expect(counted(set({ NUIT: 25, FERIE: 30, MIXTE: 50, DIM: 50 }, rules), early, NOVEMBER)).toEqual({
      NUIT: 0,
      FERIE: 0,
      MIXTE: 0,
      DIM: 360,
    });
  });

  test.each([
    ['100 %: it keeps 6 h once', 100, { NUIT: 0, MAJ: 360 }],
    ['20 %: it keeps nothing', 20, { NUIT: 360, MAJ: 0 }],
  ])('an account that Sunday and the holiday both feed, at %s', (_, percent, expected) => {
    const rules = [
      night,
      { ...sunday, account: 'MAJ' },
      { ...holiday, account: 'MAJ' },
      keep(['NUIT', 'MAJ']),
      keep(['NUIT', 'MAJ'], null, 'NC2'),
    ];
    expect(counted(set({ NUIT: 25, MAJ: percent }, rules), early, NOVEMBER)).toEqual(expected);
  });

  test('durations alone, 1 h inside 2 h inside 2 h: the explicit account gets the 2 h that were worked', () => {
    const who = allSaints({
      timed: daily(plainDate('2026-10-26'), 408, 408, 408, 408, 408),
      untimed: [{ id: 'u', date: plainDate('2026-11-01'), minutes: 120 }],
    });
    // 34 h, then 2 h of Sunday: the 36th hour is the last of them.
    const rules = [...legalTiers, sunday, holiday, keep(['HS25', 'DIM', 'FERIE'], 'MIXTE')];
    expect(counted(set({ HS25: 25, HS50: 50, DIM: 50, FERIE: 100, MIXTE: 60 }, rules), who, NOVEMBER)).toEqual({
      HS25: 0,
      DIM: 0,
      FERIE: 0,
      MIXTE: 120,
    });
  });

  test('a duration is never inside presence whose times are known: 2 h of night, then 1 h over 35 h without times', () => {
    const who = {
      timed: [...daily(MONDAY, 480, 480, 480, 480), at('2026-09-11T04:00', '2026-09-11T06:00')],
      untimed: [{ id: 'u', date: plainDate('2026-09-11'), minutes: 120 }],
    };
    expect(counted(set({ HS25: 25, HS50: 50, NUIT: 20 }, [...legalTiers, night, keep(['HS25', 'NUIT'])]), who)).toEqual(
      { HS25: 60, NUIT: 120 },
    );
  });

  test('leave on Wednesday fills the week: 36 h + 7 h, the 8 h over are all of Friday, which keeps 1 h', () => {
    const who = { absences: away(PAID_LEAVE, '2026-09-09'), timed: daily(MONDAY, 540, 540, 0, 540, 540) };
    const rules = [...legalTiers, daysOff('VENDREDI', 5), keep(['HS25', 'VENDREDI'])];
    expect(counted(set({ HS25: 25, HS50: 50, VENDREDI: 10 }, rules), who)).toEqual({ HS25: 480, VENDREDI: 60 });
  });

  test('leave on Friday takes the place of the hours over: 36 h worked, 7 h of leave hold 7 of the 8 h', () => {
    const who = { absences: away(PAID_LEAVE, '2026-09-11'), timed: daily(MONDAY, 540, 540, 540, 540) };
    const rules = [...legalTiers, daysOff('JEUDI', 4), keep(['HS25', 'JEUDI'])];
    // The 36th hour is the last of Thursday; the 37th to the 43rd lie on Friday, where nobody was.
    expect(counted(set({ HS25: 25, HS50: 50, JEUDI: 10 }, rules), who)).toEqual({ HS25: 480, JEUDI: 480 });
  });

  test('what goes is dated like what it reduces: the tier on Sunday, the day on its date', () => {
    const timed = daily(MONDAY, 540, 540, 540, 540, 540);
    const dates = (percent: number) => {
      const rules = [...legalTiers, daysOff('VENDREDI', 5), keep(['HS25', 'HS50', 'VENDREDI'])];
      const { movements } = computeWorktime(
        person({ timed }),
        set({ HS25: 25, HS50: 50, VENDREDI: percent }, rules),
        plainMonth('2026-09'),
      );
      return movements
        .filter(({ minutes }) => minutes < 0)
        .map(({ account: code, date, minutes }) => [code, date, minutes]);
    };
    // 45 h: the 36th hour is of Thursday; of the 9 h of Friday, 7 are of HS25 and 2 of HS50.
    expect(dates(10)).toEqual([
      ['VENDREDI', '2026-09-11', -420],
      ['VENDREDI', '2026-09-11', -120],
    ]);
    expect(dates(30)).toEqual([
      ['HS25', '2026-09-13', -420],
      ['VENDREDI', '2026-09-11', -120],
    ]);
  });

  test('hours that a transfer took away leave nothing to lose: 5 h of rest, and the 5 h of Friday stay', () => {
    const transfer: AccountingRule = {
      kind: 'accounting',
      code: 'RCR',
      account: 'HS25',
      operation: { name: 'transfer' },
      period: 'week',
      to: { account: 'REPOS', factor: basisPoints(12_500) },
    };
    const rules = [...legalTiers, transfer, daysOff('VENDREDI', 5), keep(['HS25', 'VENDREDI'])];
    const who = { timed: daily(MONDAY, 480, 480, 480, 480, 480) };
    expect(counted(set({ HS25: 25, HS50: 50, VENDREDI: 10, REPOS: 0 }, rules), who)).toEqual({
      HS25: 0,
      REPOS: 375,
      VENDREDI: 480,
    });
  });

  test('by the civil month, a week of two months: the tier of October takes the night of 30 September once', () => {
    // 10 h, 10 h, 12 h until midnight, 10 h from midnight.
    const timed = [
      ...daily(plainDate('2026-09-28'), 600, 600),
      at('2026-09-30T12:00', '2026-10-01T00:00'),
      at('2026-10-01T00:00', '2026-10-01T10:00'),
    ];
    // 42 h: 7 h over, 1 October 3:00–10:00. Of the night 21:00–6:00, 3 h are of September, 6 h of October, 3 of them over.
    const rules = [...legalTiers, night, keep(['HS25', 'HS50', 'NUIT'])];
    const civil = set({ HS25: 25, HS50: 50, NUIT: 10 }, rules, { month: 'civil' });
    expect(counted(civil, { timed })).toEqual({ NUIT: 180 });
    expect(counted(civil, { timed }, plainMonth('2026-10'))).toEqual({ HS25: 420, NUIT: 180 });
    // 5 h more on Monday: 12 h over, 30 September 22:00 on. Two hours of that night go, in October, dated 30 September.
    const more = [...timed, at('2026-09-28T19:00', '2026-09-29T00:00')];
    const october = computeWorktime(person({ timed: more }), civil, plainMonth('2026-10'));
    expect(counted(civil, { timed: more })).toEqual({ NUIT: 360 });
    expect(totals(october)).toEqual({ HS25: 480, HS50: 240, NUIT: -120 });
    expect(october.movements.filter(({ date }) => date < '2026-10-01')).toMatchObject([
      { account: 'NUIT', date: '2026-09-30', minutes: -120 },
    ]);
  });
});
