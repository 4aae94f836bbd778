import type { TimeRule } from './ruleSet.ts';

/** Accounts that a rule posts to, what it takes off one aside. */
export function feeds(rule: TimeRule): readonly string[] {
  if (rule.kind === 'nonCumulative') return rule.explicit === null ? [] : [rule.explicit];
  if (rule.kind === 'accounting') return rule.to ? [rule.to.account] : [];
  return [rule.account];
}

/** Accounts whose movements a rule reads. */
export function reads(rule: TimeRule): readonly string[] {
  if (rule.kind === 'nonCumulative') return rule.accounts;
  return rule.kind === 'accounting' ? [rule.account] : [];
}
