/** Every mistake of configuration is told, on the rule that holds it. */
import { describe, expect, test } from '@jest/globals';
import { basisPoints } from '../../../shared/domain/money/money.ts';
import { checkRuleSet } from '../../../shared/domain/worktime/checkRuleSet.ts';
import type { AccountingRule, TimeRule } from '../../../shared/domain/worktime/ruleSet.ts';
import { account, daysOff, gap, legalTiers, MONDAY, partTimeTiers, range, ruleSet } from './builders.ts';

const cap = (more: Partial<AccountingRule> = {}): AccountingRule => ({
  kind: 'accounting',
  code: 'CAP',
  account: 'HS25',
  operation: { name: 'cap', on: 'movements', limit: 600 },
  period: 'month',
  to: { account: 'HS50', factor: basisPoints(10_000) },
  ...more,
});

function told(rules: readonly TimeRule[], more: Parameters<typeof ruleSet>[1] = {}): string[] {
  return checkRuleSet(ruleSet(rules, more)).map(
    ({ code, severity, subject }) => `${severity} ${code} ${subject ?? ''}`,
  );
}

test('the sets of the law have nothing to be told', () => {
  expect(told([...legalTiers, cap()])).toEqual([]);
  expect(told(partTimeTiers)).toEqual([]);
  expect(told([range('NUIT', '21:00', '06:00'), daysOff('DIM', 7)])).toEqual([]);
});

describe('errors: nothing is computed', () => {
  const cases: [string, readonly TimeRule[], string][] = [
    ['a code twice', [gap('A', { lower: { fromHour: 36 } }), gap('A', { lower: { fromHour: 40 } })], 'ruleCodeTwice A'],
    ['no lower bound', [gap('A')], 'gapWithoutLower A'],
    ['an hour that is none', [gap('A', { lower: { fromHour: 0 } })], 'gapHourOdd A'],
    ['bounds that cross', [gap('A', { lower: { fromHour: 44 }, upper: { toHour: 43 } })], 'gapBoundsCrossed A'],
    [
      'less than the counter',
      [
        gap('A', {
          lower: { counter: 'contractual' },
          upper: { counter: { name: 'contractual', numerator: 9, denominator: 10, roundTo: 'minute' } },
        }),
      ],
      'gapShareOdd A',
    ],
    [
      'no week',
      [gap('A', { lower: { fromHour: 36 }, period: { unit: 'week', count: 0, anchor: MONDAY } })],
      'gapWeeksOdd A',
    ],
    ['chained to itself', [gap('A', { lower: { after: 'A' }, upper: { toHour: 43 } })], 'gapAfterItself A'],
    ['chained to nobody', [gap('A', { lower: { after: 'B' } })], 'gapAfterUnknown A'],
    [
      'chained to a later one',
      [gap('A', { lower: { after: 'B' } }), gap('B', { lower: { fromHour: 36 }, upper: { toHour: 43 } })],
      'gapAfterLater A',
    ],
    [
      'chained to another period',
      [
        gap('B', { lower: { fromHour: 36 }, upper: { toHour: 43 } }),
        gap('A', { lower: { after: 'B' }, period: { unit: 'month' } }),
      ],
      'gapAfterOtherPeriod A',
    ],
    [
      'chained to a rule without end',
      [gap('B', { lower: { fromHour: 36 } }), gap('A', { lower: { after: 'B' } })],
      'gapAfterEndless A',
    ],
    [
      'chained to what lacks',
      [
        gap('B', { lower: { fromHour: 36 }, upper: { toHour: 43 }, direction: 'under' }),
        gap('A', { lower: { after: 'B' } }),
      ],
      'gapAfterUnder A',
    ],
    ['days of no nature', [daysOff('DIM')], 'daysOffWithoutNature DIM'],
    ['a time that is none', [range('NUIT', '21:00', '24:00')], 'timeRangeOdd NUIT'],
    [
      'non-cumul of one account',
      [daysOff('DIM', 7), { kind: 'nonCumulative', code: 'NC', accounts: ['DIM', 'DIM'], explicit: null }],
      'nonCumulativeAlone NC',
    ],
    [
      'a cap into itself',
      [...legalTiers, cap({ to: { account: 'HS25', factor: basisPoints(10_000) } })],
      'accountingToItself CAP',
    ],
  ];

  test.each(cases)('%s', (_, rules, expected) => {
    expect(told(rules)).toContain(`error ${expected}`);
  });

  test('an account that nobody declared, read or fed', () => {
    const rules: readonly TimeRule[] = [daysOff('DIM', 7), cap({ account: 'RTT' })];
    expect(told(rules, { accounts: [account('DIM')] })).toEqual([
      'error ruleAccountUnknown CAP',
      'error ruleAccountUnknown CAP',
    ]);
  });

  test('gaps in hours where nothing is counted in hours', () => {
    expect(told(legalTiers, { countsHours: false })).toEqual([
      'error gapWithoutHours HS25',
      'error gapWithoutHours HS50',
    ]);
  });

  test('two accounts of one code', () => {
    expect(told([daysOff('DIM', 7)], { accounts: [account('DIM'), account('DIM')] })).toEqual([
      'error timeAccountTwice DIM',
    ]);
  });
});

describe('warnings: computed all the same', () => {
  test('a rule before what it reads', () => {
    expect(told([cap({ account: 'HS25' }), ...legalTiers])).toEqual(['warning ruleBeforeSources CAP']);
  });

  test('an account that nothing feeds, unless a transfer may', () => {
    const accounts = [account('DIM'), account('RTT')];
    expect(told([daysOff('DIM', 7)], { accounts })).toEqual(['warning timeAccountIdle RTT']);
    const transferable = [account('DIM'), { ...account('RTT'), isTransferable: true }];
    expect(told([daysOff('DIM', 7)], { accounts: transferable })).toEqual([]);
  });
});
