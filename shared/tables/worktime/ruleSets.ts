/** The set of rules of each regulation, checked: what is wrong is told at its cell, and nothing is computed with a set that has an error. */
import type { Finding } from '../../domain/finding.ts';
import type { TimeRegulation } from '../../domain/worktime/population.ts';
import type { AbsenceTreatment, RuleSet, TimeAccount } from '../../domain/worktime/ruleSet.ts';
import type { TypedAccount } from './readTimeAccounts.ts';
import { foldedName, type TypedTimeRegulation } from './readTimeRegulations.ts';
import { sayRuleFindings, type TypedRule, type TypedRules } from './readTimeRules.ts';

export interface BesideSets {
  readonly accounts: readonly TypedAccount[];
  readonly rules: TypedRules;
  readonly treatments: ReadonlyMap<string, AbsenceTreatment>;
}

interface Checked {
  readonly set: RuleSet;
  readonly isSound: boolean;
  /** Codes of the accounts that nothing feeds. */
  readonly idle: ReadonlySet<string>;
}

function accountsOf(accounts: readonly TypedAccount[]): TimeAccount[] {
  return accounts.map(({ account }) => account);
}

/** The set that a regulation names. A regulation without a set counts nothing: in hours it is told at its cell. */
function checkedSet(
  { regulation, clockChange, row }: TypedTimeRegulation,
  { accounts, rules, treatments }: BesideSets,
): Checked {
  const isOfSet = (name: string) => foldedName(name) === foldedName(regulation.ruleSet);
  const own: readonly TypedRule[] = regulation.ruleSet === '' ? [] : rules.rules.filter(({ set }) => isOfSet(set));
  const isFaulty = [...rules.faulty].some(isOfSet);
  if (regulation.ruleSet !== '' && own.length === 0 && !isFaulty)
    row.say('set', 'timeSetUnknown', { set: regulation.ruleSet });
  const { name, month, countsHours } = regulation;
  const set: RuleSet = {
    name,
    rules: own.map(({ rule }) => rule),
    accounts: accountsOf(accounts),
    absences: treatments,
    month,
    clockChange,
    countsHours,
  };
  const { left, errors } = sayRuleFindings(set, own);
  const idle = new Set(left.flatMap(({ code, subject }) => (code === 'timeAccountIdle' ? (subject ?? []) : [])));
  const isMissing = regulation.ruleSet !== '' && own.length === 0;
  const isSound = !isFaulty && errors === 0 && !isMissing;
  // The fault is of the choice, not of the set: whoever counts hours with it goes on.
  const inHours = left.flatMap(({ code, subject }) => (code === 'gapWithoutHours' ? (subject ?? []) : []));
  if (inHours.length > 0) row.say('set', 'gapWithoutHours', { rule: inHours.join(', ') });
  if (!isMissing && (isFaulty || errors > inHours.length))
    row.say('set', 'timeSetInvalid', { set: regulation.ruleSet });
  return { set, isSound, idle };
}

/** An account that no rule of any set feeds and that no transfer authorises. */
function idleFindings(accounts: readonly TypedAccount[], checked: readonly Checked[], findings: Finding[]): void {
  for (const { account, isFaulty, row } of accounts) {
    const isIdle = !isFaulty && checked.length > 0 && checked.every(({ idle }) => idle.has(account.code));
    if (!isIdle) continue;
    const facts = { heading: 'Compte', account: account.code };
    findings.push({ code: 'timeAccountIdle', severity: 'warning', place: row.place('name'), facts });
  }
}

/** The set of each regulation, null when it cannot be computed with. What concerns accounts is answered; the rest is told at its row. */
export function ruleSetsOf(
  regulations: readonly TypedTimeRegulation[],
  beside: BesideSets,
): { readonly sets: ReadonlyMap<TimeRegulation, RuleSet | null>; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const checked = regulations.map((each) => checkedSet(each, beside));
  idleFindings(beside.accounts, checked, findings);
  const sets = regulations.map(({ regulation }, index) => {
    const own = checked[index];
    return [regulation, own?.isSound ? own.set : null] as const;
  });
  return { sets: new Map(sets), findings };
}
