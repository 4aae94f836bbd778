/** Whether a set can be computed: every mistake of configuration is told, and nothing is computed while one is an error. */
import type { Finding, Severity } from '../finding.ts';
import { feeds, reads } from './feeds.ts';
import type { GapRule, RuleSet, TimeRule } from './ruleSet.ts';

type Facts = Finding['facts'];
type Check = (rule: TimeRule, at: number, set: RuleSet) => Finding[];

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

function told(code: string, rule: TimeRule, facts: Facts = {}, severity: Severity = 'error'): Finding {
  return { code, severity, subject: rule.code, facts: { rule: rule.code, ...facts } };
}

const codes: Check = (rule, at, { rules }) =>
  rules.findIndex(({ code }) => code === rule.code) < at ? [told('ruleCodeTwice', rule)] : [];

const accounts: Check = (rule, _, set) => {
  const known = new Set(set.accounts.map(({ code }) => code));
  const named = [...feeds(rule), ...reads(rule)];
  return named.filter((each) => !known.has(each)).map((account) => told('ruleAccountUnknown', rule, { account }));
};

/** A rule reads what was posted before it: placed first it finds nothing, which is computed, and told. */
const sources: Check = (rule, at, { rules }) => {
  const before = new Set(rules.slice(0, at).flatMap(feeds));
  const fedLater = reads(rule).filter((each) => !before.has(each) && rules.slice(at).flatMap(feeds).includes(each));
  return fedLater.map((account) => told('ruleBeforeSources', rule, { account }, 'warning'));
};

function chained(rule: GapRule, at: number, rules: readonly TimeRule[]): Finding[] {
  const { after } = rule.lower;
  if (after === undefined) return [];
  const place = rules.findIndex(({ code }) => code === after);
  const named = rules[place];
  if (named?.kind !== 'gap') return [told('gapAfterUnknown', rule, { after })];
  if (place === at) return [told('gapAfterItself', rule)];
  if (place > at) return [told('gapAfterLater', rule, { after })];
  const isSame = JSON.stringify(named.period) === JSON.stringify(rule.period);
  return [
    ...(isSame ? [] : [told('gapAfterOtherPeriod', rule, { after })]),
    ...(named.upper.toHour === undefined && !named.upper.counter ? [told('gapAfterEndless', rule, { after })] : []),
    ...(named.direction === 'under' ? [told('gapAfterUnder', rule, { after })] : []),
  ];
}

const gaps: Check = (rule, at, { rules, countsHours }) => {
  if (rule.kind !== 'gap') return [];
  const { lower, upper } = rule;
  const hasLower = lower.counter !== undefined || lower.fromHour !== undefined || lower.after !== undefined;
  const hours = [lower.fromHour, upper.toHour].filter((each) => each !== undefined);
  const isCrossed = lower.fromHour !== undefined && upper.toHour !== undefined && upper.toHour < lower.fromHour;
  const share = upper.counter;
  const isSmall = share !== undefined && (share.denominator <= 0 || share.numerator < share.denominator);
  return [
    ...(countsHours ? [] : [told('gapWithoutHours', rule)]),
    ...(hasLower ? [] : [told('gapWithoutLower', rule)]),
    ...(hours.every((each) => each >= 1) ? [] : [told('gapHourOdd', rule)]),
    ...(isCrossed ? [told('gapBoundsCrossed', rule)] : []),
    ...(isSmall ? [told('gapShareOdd', rule)] : []),
    ...(rule.period.unit === 'week' && rule.period.count < 1 ? [told('gapWeeksOdd', rule)] : []),
    ...chained(rule, at, rules),
  ];
};

const others: Check = (rule) => {
  switch (rule.kind) {
    case 'daysOff':
      return rule.natures.length === 0 ? [told('daysOffWithoutNature', rule)] : [];
    case 'timeRange':
      return TIME.test(rule.from) && TIME.test(rule.to) ? [] : [told('timeRangeOdd', rule)];
    case 'nonCumulative':
      return new Set(rule.accounts).size < 2 ? [told('nonCumulativeAlone', rule)] : [];
    case 'accounting':
      return rule.to?.account === rule.account ? [told('accountingToItself', rule)] : [];
    default:
      return [];
  }
};

/** An account that no rule feeds and that no transfer authorises holds nothing for ever. */
function idleAccounts({ rules, accounts: all }: RuleSet): Finding[] {
  const fed = new Set(rules.flatMap(feeds));
  return all
    .filter(({ code, isTransferable }) => !fed.has(code) && !isTransferable)
    .map(({ code }) => ({ code: 'timeAccountIdle', severity: 'warning', subject: code, facts: { account: code } }));
}

function sameCodes({ accounts: all }: RuleSet): Finding[] {
  const seen = new Set<string>();
  return all.flatMap(({ code }): Finding[] => {
    const isTwice = seen.has(code);
    seen.add(code);
    return isTwice ? [{ code: 'timeAccountTwice', severity: 'error', subject: code, facts: { account: code } }] : [];
  });
}

const checks = [codes, accounts, sources, gaps, others] as const;

/** Every finding, in the order of the rules. A set with an error is not computed. */
export function checkRuleSet(set: RuleSet): readonly Finding[] {
  const ofRules = set.rules.flatMap((rule, at) => checks.flatMap((check) => check(rule, at, set)));
  return [...ofRules, ...sameCodes(set), ...idleAccounts(set)];
}
