/** Accounting and settlement where code and page could part: every figure is worked by hand in its title or beside it. */
import { describe, expect, test } from '@jest/globals';
import { addDays, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { basisPoints } from '../../../shared/domain/money/money.ts';
import type { PersonTime } from '../../../shared/domain/worktime/person.ts';
import type { AccountingRule, RuleSet, TimeRule } from '../../../shared/domain/worktime/ruleSet.ts';
import { hundredths } from '../../../shared/domain/worktime/settlement.ts';
import { account, at, counted, daily, gap, MONDAY, range, ruleSet, treatments } from './builders.ts';

const night = range('NUIT', '21:00', '06:00');

/** Premium of each account, in percent. */
function set(premiums: Record<string, number>, rules: readonly TimeRule[], more: Partial<RuleSet> = {}): RuleSet {
  const accounts = Object.entries(premiums).map(([code, percent]) => account(code, percent));
  return ruleSet(rules, { accounts, absences: treatments, ...more });
}

describe('accounting', () => {
  const cap = (
    on: 'balance' | 'movements',
    limit: number,
    to: AccountingRule['to'] = null,
    more: Partial<AccountingRule> = {},
  ): AccountingRule => ({
    kind: 'accounting',
    code: `CAP${String(limit)}`,
    account: 'RECUP',
    operation: { name: 'cap', on, limit },
    period: 'month',
    to,
    ...more,
  });
  const recup = gap('RECUP', { lower: { fromHour: 36 } });
  const known = { RECUP: 0, A: 0, B: 0, NUIT: 25, REPOS: 0 };
  /** Weeks of 35 h and so many minutes, a fifth of them each day. */
  const over = (...minutes: readonly number[]) => ({
    timed: minutes.flatMap((each, nth) => {
      const day = 420 + each / 5;
      return daily(addDays(MONDAY, 7 * nth), day, day, day, day, day);
    }),
  });

  test.each<[string, readonly TimeRule[], Partial<PersonTime>, Record<string, number>]>([
    [
      '8 h 20 before, 5 h more, 10 h at most: 3 h 20 go, times 1.25',
      [cap('balance', 600, { account: 'A', factor: basisPoints(12_500) })],
      { ...over(300), opening: new Map([['RECUP', 500]]) },
      { RECUP: 100, A: 250 },
    ],
    [
      '1 h 40 owed, 5 h more, 2 h 30 at most: 50 minutes go',
      [cap('balance', 150)],
      { ...over(300), opening: new Map([['RECUP', -100]]) },
      { RECUP: 250 },
    ],
    [
      'owed still: 5 h owed, 1 h more, nothing goes',
      [cap('balance', 0)],
      { ...over(60), opening: new Map([['RECUP', -300]]) },
      { RECUP: 60 },
    ],
    [
      '5 h and 9 h, 7 h a week at most: 2 h of the second go',
      [cap('movements', 420, { account: 'A', factor: basisPoints(10_000) }, { period: 'week' })],
      over(300, 540),
      { RECUP: 720, A: 120 },
    ],
    [
      '5 h and 9 h, 10 h a month at most: 4 h go',
      [cap('movements', 600, { account: 'A', factor: basisPoints(10_000) })],
      over(300, 540),
      { RECUP: 600, A: 240 },
    ],
    [
      'two in a row, 12 h: 2 h beyond 10, then 3 h 20 beyond 6 h 40',
      [
        cap('movements', 600, { account: 'A', factor: basisPoints(10_000) }),
        cap('balance', 400, { account: 'B', factor: basisPoints(10_000) }),
      ],
      over(300, 420),
      { RECUP: 400, A: 120, B: 200 },
    ],
  ])('%s', (_, rules, who, expected) => {
    expect(counted(set(known, [recup, ...rules]), who)).toEqual(expected);
  });

  test('a week of two civil months is transferred whole in the second: 3 h of September, 2 h of October', () => {
    const transfer: AccountingRule = {
      ...cap('movements', 0, { account: 'REPOS', factor: basisPoints(10_000) }),
      account: 'NUIT',
      operation: { name: 'transfer' },
      period: 'week',
    };
    const civil = set(known, [night, transfer], { month: 'civil' });
    const timed = [at('2026-09-30T21:00', '2026-10-01T00:00'), at('2026-10-02T21:00', '2026-10-02T23:00')];
    expect(counted(civil, { timed })).toEqual({ NUIT: 180 });
    expect(counted(civil, { timed }, plainMonth('2026-10'))).toEqual({ NUIT: 120 - 300, REPOS: 300 });
  });

  test('hundredths of an hour, half away from zero: 0.02, 0.12, 0.33, 7.50, −0.33', () => {
    // 1 → 1.67, 7 → 11.67, 20 → 33.33.
    expect([1, 7, 20, 450, -20, 0].map(hundredths)).toEqual([2, 12, 33, 750, -33, 0]);
  });
});
