/** What minutes cost in a simulation: at 10 € an hour, so that a figure is read at sight. */
import { describe, expect, test } from '@jest/globals';
import { plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { basisPoints, cents } from '../../../shared/domain/money/money.ts';
import { computeWorktime } from '../../../shared/domain/worktime/computeWorktime.ts';
import { costOf, isPremiumMissing, paidMinutes } from '../../../shared/domain/worktime/paidMinutes.ts';
import type { PersonTime } from '../../../shared/domain/worktime/person.ts';
import type { RuleSet, TimeRule } from '../../../shared/domain/worktime/ruleSet.ts';
import { account, at, daily, daysOff, gap, legalTiers, MONDAY, person, planned, range, ruleSet } from './builders.ts';

const MAY = plainMonth('2026-05');
const TEN = cents(1_000);

/** `[cost, « majoration non saisie »]` of each account. */
function costs(who: PersonTime, set: RuleSet, more: { month?: typeof MAY; rest?: readonly string[] } = {}) {
  const { movements } = computeWorktime(who, set, more.month ?? plainMonth('2026-09'));
  const paid = paidMinutes(movements, (code) => more.rest?.includes(code) ?? false);
  return Object.fromEntries(
    set.accounts.flatMap((each) => {
      const own = paid.get(each.code);
      return own ? [[each.code, [costOf(own, each, TEN), isPremiumMissing(own, each)]]] : [];
    }),
  );
}

const set = (premiums: Record<string, number | null>, rules: readonly TimeRule[]): RuleSet =>
  ruleSet(rules, { accounts: Object.entries(premiums).map(([code, percent]) => account(code, percent)) });

/** 44 h from Monday to Friday. */
const overtime = daily(MONDAY, 660, 540, 540, 480, 420);

describe('hours beyond the contract are due whole', () => {
  test('8 h at 25 % and 1 h at 50 %: 100 € and 15 €', () => {
    expect(costs(person({ timed: overtime }), set({ HS25: 25, HS50: 50 }, legalTiers))).toEqual({
      HS25: [10_000, false],
      HS50: [1_500, false],
    });
  });

  test('without a premium they cost the hour, and nothing is missing', () => {
    const tiers = set({ HS25: null, HS50: 50 }, legalTiers);
    expect(costs(person({ timed: overtime }), tiers)).toMatchObject({ HS25: [8_000, false] });
  });

  test('what lacks to the contract costs nothing', () => {
    const under = gap('MANQUE', { direction: 'under', lower: { counter: 'contractual' } });
    const short = person({ timed: overtime.slice(0, 2) });
    expect(costs(short, set({ MANQUE: null }, [under]))).toMatchObject({ MANQUE: [0, false] });
  });
});

describe('any other hour is in the salary: its premium alone', () => {
  const night = person({ timed: [at(`${MONDAY}T18:00`, '2026-09-08T02:00')] });
  const rules = [range('NUIT', '21:00', '06:00')];

  test('5 h of night at 20 %: 10 €; no premium typed: nothing, and it is said', () => {
    expect(costs(night, set({ NUIT: 20 }, rules))).toEqual({ NUIT: [1_000, false] });
    expect(costs(night, set({ NUIT: null }, rules))).toEqual({ NUIT: [0, true] });
    expect(costs(night, set({ NUIT: 0 }, rules))).toEqual({ NUIT: [0, false] });
  });

  test.each([
    ['no premium typed', null, 7_000],
    ['25 %, under what the law gives', 25, 7_000],
    ['150 %', 150, 10_500],
  ])('7 h of 1 May, %s: paid again', (_, percent, cost) => {
    const plans = new Map(
      [...planned(plainDate('2026-04-27'), 35, 420)].map(([date, own]) => [
        date,
        date === '2026-05-01' ? ({ ...own, holiday: 'firstOfMay' } as const) : own,
      ]),
    );
    const who = person({ planned: plans, timed: [at('2026-05-01T08:00', '2026-05-01T15:00')] });
    const mai = set({ MAI: percent }, [daysOff('MAI', 'firstOfMay')]);
    expect(costs(who, mai, { month: MAY })).toEqual({ MAI: [cost, false] });
  });

  test('the solidarity day costs nothing, whatever its account bears', () => {
    const plans = new Map(
      [...planned(plainDate('2026-08-31'), 63, 420)].map(([date, own]) => [
        date,
        { ...own, isSolidarity: date === MONDAY },
      ]),
    );
    const who = person({ planned: plans, timed: [at(`${MONDAY}T08:00`, `${MONDAY}T15:00`)] });
    const solidarity = [daysOff('SOLID', 'solidarity')];
    expect(costs(who, set({ SOLID: null }, solidarity))).toEqual({ SOLID: [0, false] });
    expect(costs(who, set({ SOLID: 25 }, solidarity))).toEqual({ SOLID: [0, false] });
  });
});

describe('minutes that go from an account to another', () => {
  test('the hour goes with the minute: 42 h then Sunday 9–13 at 50 % are 7 h, 3 h and 1 h, all of overtime', () => {
    const timed = [...daily(MONDAY, 504, 504, 504, 504, 504), at('2026-09-13T09:00', '2026-09-13T13:00')];
    const rules: readonly TimeRule[] = [
      ...legalTiers,
      daysOff('DIM', 7),
      { kind: 'nonCumulative', code: 'NC', accounts: ['HS25', 'HS50', 'DIM'], explicit: null },
    ];
    expect(costs(person({ timed }), set({ HS25: 25, HS50: 50, DIM: 50 }, rules))).toEqual({
      HS25: [8_750, false],
      HS50: [4_500, false],
      DIM: [1_500, false],
    });
  });

  test('what goes to rest costs nothing; what goes to another paid account costs its hours there', () => {
    const rules: readonly TimeRule[] = [
      ...legalTiers,
      {
        kind: 'accounting',
        code: 'T',
        account: 'HS25',
        operation: { name: 'transfer' },
        period: 'week',
        to: { account: 'AUTRE', factor: basisPoints(12_500) },
      },
    ];
    const moved = set({ HS25: 25, HS50: 50, AUTRE: null }, rules);
    const who = person({ timed: overtime });
    const HS50 = [1_500, false];
    expect(costs(who, moved, { rest: ['AUTRE'] })).toEqual({ HS25: [0, false], HS50 });
    expect(costs(who, moved)).toEqual({ HS25: [0, false], HS50, AUTRE: [10_000, false] });
  });
});
