/** « Règles de temps »: the rules of every set, and the mistakes of a set at their cells. */
import type { Finding } from '../../domain/finding.ts';
import { checkRuleSet } from '../../domain/worktime/checkRuleSet.ts';
import { feeds, reads } from '../../domain/worktime/feeds.ts';
import type { RuleSet, TimeAccount, TimeRule } from '../../domain/worktime/ruleSet.ts';
import type { TableState } from '../../flows/book.ts';
import { typedRows, type Reading, type TypedRow } from '../typedRow.ts';
import { foldedName } from './readTimeRegulations.ts';
import { cellsOf, sharing } from './sameCode.ts';
import { timeRulesTable } from './timeRulesTable.ts';
import { ruleOf } from './typedRule.ts';

export interface TypedRule {
  readonly set: string;
  readonly rule: TimeRule;
  readonly row: TypedRow;
}

/** `faulty`: names, as typed, of the sets of which a row cannot be read as a rule, or names an account that cannot be read. */
export interface TypedRules {
  readonly rules: readonly TypedRule[];
  readonly faulty: ReadonlySet<string>;
}

/** Told once, at the last of them. */
function sayTwice(group: readonly TypedRule[]): void {
  const [first, last] = [group[0], group.at(-1)];
  if (first && last?.rule.code)
    last.row.say('code', 'ruleCodeTwice', { rule: first.rule.code, set: first.set, cells: cellsOf(group, 'code') });
}

/**
 * The rules of every set, in their order: by « Ordre », then as they stand in the sheet; one without an order comes after the one above it. `unread`:
 * codes of the accounts that cannot be read.
 */
export function readTimeRules(
  state: TableState | undefined,
  accounts: readonly TimeAccount[],
  unread: ReadonlySet<string> = new Set(),
): Reading<TypedRules> {
  const { rows, findings } = typedRows(timeRulesTable, state, ['duplicateKey']);
  const faulty = new Set<string>();
  const above = new Map<string, number>();
  const typed = rows.flatMap((row): (TypedRule & { readonly order: number })[] => {
    const set = row.text('set');
    if (set === '' && row.text('kind') === '') return [];
    if (set === '') row.say('set', 'ruleSetMissing');
    const rule = ruleOf(row, accounts);
    if (!rule) faulty.add(set);
    const order = row.number('order') ?? above.get(foldedName(set)) ?? 0;
    above.set(foldedName(set), order);
    return rule && set !== '' ? [{ set, rule, row, order }] : [];
  });
  for (const group of sharing(typed, ({ set, rule }) => JSON.stringify([foldedName(set), foldedName(rule.code)])))
    sayTwice(group);
  const wrong = new Set(
    findings.flatMap(({ severity, place }) => (severity === 'error' ? (place?.address ?? []) : [])),
  );
  for (const { set, row } of typed)
    if ([...wrong].some((address) => Number(/\d+$/.exec(address)?.[0]) === row.sheetRow)) faulty.add(set);
  for (const { set, rule } of typed)
    if ([...feeds(rule), ...reads(rule)].some((account) => unread.has(account))) faulty.add(set);
  const rules = typed.sort((a, b) => a.order - b.order).map(({ set, rule, row }) => ({ set, rule, row }));
  return { value: { rules, faulty }, findings };
}

/** The cell at which each mistake of configuration is told. */
const columns: Readonly<Record<string, string>> = {
  ruleBeforeSources: 'order',
  gapWithoutLower: 'fromCounter',
  gapHourOdd: 'fromHour',
  gapBoundsCrossed: 'toHour',
  gapShareOdd: 'toShare',
  gapWeeksOdd: 'weeks',
  daysOffWithoutNature: 'natures',
  timeRangeOdd: 'from',
  nonCumulativeAlone: 'accounts',
  accountingToItself: 'target',
};

function columnOf({ code, facts }: Finding, { rule, row }: TypedRule): string {
  if (code.startsWith('gapAfter')) return 'after';
  if (code !== 'ruleAccountUnknown') return columns[code] ?? 'code';
  const account = String(facts['account']);
  if (rule.kind === 'nonCumulative') return row.text('kept') === account ? 'kept' : 'accounts';
  return rule.kind === 'accounting' && rule.account !== account ? 'target' : 'account';
}

/** What a rule cannot say by itself: an account is of its own sheet, and a set in hours is only wrong for who counts none. */
const isElsewhere = ({ code }: Finding) => code.startsWith('timeAccount') || code === 'gapWithoutHours';

/** Tells the mistakes of a set at their cells. `left`: what is to be told on another sheet; `errors`: how many there are. */
export function sayRuleFindings(
  set: RuleSet,
  typed: readonly TypedRule[],
): { readonly left: readonly Finding[]; readonly errors: number } {
  const findings = checkRuleSet(set);
  const left = findings.flatMap((finding) => {
    const same = typed.filter(({ rule }) => rule.code === finding.subject);
    // Of two rules of one code, the later is the one that is told.
    const own = same.at(-1);
    if (!own || isElsewhere(finding)) return [finding];
    // Rules of one code were told when they were read.
    if (finding.code !== 'ruleCodeTwice') own.row.tell(columnOf(finding, own), finding);
    return [];
  });
  return { left, errors: findings.filter(({ severity }) => severity === 'error').length };
}
