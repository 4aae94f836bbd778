/** Every type of rule. A new one is a file beside these, and a line here. */
import type { TimeRule } from '../ruleSet.ts';
import { accountingKind } from './accounting.ts';
import { daysOffKind } from './daysOff.ts';
import { gapKind } from './gap.ts';
import { nonCumulativeKind } from './nonCumulative.ts';
import type { Posting, RuleContext, RuleKind } from './ruleKind.ts';
import { timeRangeKind } from './timeRange.ts';

type Kinds = { readonly [K in TimeRule['kind']]: RuleKind<Extract<TimeRule, { kind: K }>> };

const kinds: Kinds = {
  gap: gapKind,
  daysOff: daysOffKind,
  timeRange: timeRangeKind,
  nonCumulative: nonCumulativeKind,
  accounting: accountingKind,
};

/** What a rule adds to what was posted before it. */
export function postRule(rule: TimeRule, context: RuleContext): Posting {
  // The table above gives each rule the kind of its own name.
  const kind = kinds[rule.kind] as RuleKind<TimeRule>;
  return kind.post(rule, context);
}
