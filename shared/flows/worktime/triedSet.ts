/** The workbook as it would be with another set of rules in the place of that of its regulations. */
import type { Finding } from '../../domain/finding.ts';
import { checkRuleSet } from '../../domain/worktime/checkRuleSet.ts';
import { feeds, reads } from '../../domain/worktime/feeds.ts';
import type { TimeRegulation } from '../../domain/worktime/population.ts';
import type { ReadyMadeSet } from '../../domain/worktime/readyMade.ts';
import type { RuleSet, TimeAccount, TimeRule } from '../../domain/worktime/ruleSet.ts';
import { faultyAccounts } from '../../tables/worktime/readTimeAccounts.ts';
import { foldedName } from '../../tables/worktime/readTimeRegulations.ts';
import { timeAccountsTable } from '../../tables/worktime/timeAccountsTable.ts';
import { timeRulesTable } from '../../tables/worktime/timeRulesTable.ts';
import type { WorktimeBook } from './worktimeBook.ts';

/** The set that is tried: one of « Règles de temps », by its name, or a ready-made one. */
export type TriedSet = { readonly name: string } | { readonly ready: ReadyMadeSet };

export interface TriedRules {
  readonly rules: readonly TimeRule[];
  readonly accounts: readonly TimeAccount[];
}

/** Accounts of the sheet, and those that a ready-made set brings. */
export function triedRules(book: WorktimeBook, tried: TriedSet): TriedRules | undefined {
  const held = book.accounts.map(({ account }) => account);
  if ('ready' in tried) {
    const codes = new Set(held.map(({ code }) => code));
    return {
      rules: tried.ready.rules,
      accounts: [...held, ...tried.ready.accounts.filter(({ code }) => !codes.has(code))],
    };
  }
  const rules = book.rules.rules
    .filter(({ set }) => foldedName(set) === foldedName(tried.name))
    .map(({ rule }) => rule);
  return rules.length === 0 ? undefined : { rules, accounts: held };
}

/** `only`: name of the one regulation that takes the set; every one that counts hours, where none is said. */
export function triedBook(book: WorktimeBook, { rules, accounts }: TriedRules, only: string | undefined): WorktimeBook {
  const sets = book.regulations.map(({ regulation, clockChange }): readonly [TimeRegulation, RuleSet | null] => {
    const isAsked = only === undefined ? regulation.countsHours : foldedName(regulation.name) === foldedName(only);
    const { name, month, countsHours } = regulation;
    if (!isAsked) return [regulation, book.sets.get(regulation) ?? null];
    return [regulation, { name, rules, accounts, absences: book.treatments, month, clockChange, countsHours }];
  });
  return { ...book, sets: new Map(sets) };
}

/** The errors of the sheets that the tried rules come from, where a rule or an account of theirs cannot be read. */
export function misreadings(book: WorktimeBook, tried: TriedSet, { rules }: TriedRules): Finding[] {
  const unread = faultyAccounts(book.accounts);
  const isFaulty =
    ('name' in tried && [...book.rules.faulty].some((set) => foldedName(set) === foldedName(tried.name))) ||
    rules.some((rule) => [...feeds(rule), ...reads(rule)].some((account) => unread.has(account)));
  const sheets = [timeRulesTable.name, timeAccountsTable.name];
  const isTheirs = ({ severity, place }: Finding) => severity === 'error' && sheets.includes(place?.table ?? '');
  return isFaulty ? book.findings.filter(isTheirs) : [];
}

/** Every error of its sets, once. */
export function mistakes(book: WorktimeBook): Finding[] {
  const sets = [...book.sets.values()].flatMap((set) => set ?? []);
  const all = sets.flatMap((set) => checkRuleSet(set).filter(({ severity }) => severity === 'error'));
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

/** Accounts of rest: those of the sheet that go there, and those that a rule fills from another account, unless payroll takes them. */
export function restAccounts(book: WorktimeBook): (account: string) => boolean {
  const rules = [...book.sets.values()].flatMap((set) => set?.rules ?? []);
  const filled = rules.flatMap((rule) => (rule.kind === 'accounting' && rule.to ? [rule.to.account] : []));
  const goesTo = new Map(book.accounts.map(({ account, transfer }) => [account.code, transfer]));
  return (code) => goesTo.get(code) === 'rest' || (goesTo.get(code) !== 'payroll' && filled.includes(code));
}
