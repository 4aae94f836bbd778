import type { Finding } from '../../../../../shared/domain/finding.ts';
import type { AccountReading, AccountsReading } from '../../../../../shared/flows/absences/readAccounts.ts';
import type { AccountState } from '../../../../../shared/messages/fr/absences/accountsPane.ts';
import { ambiguous, bound as boundAs, withCode } from '../../../../../shared/messages/fr/absences/accounts.ts';
import { treatmentCells } from '../../../../../shared/tables/absences/treatmentLabels.ts';
import { holdsWords } from '../../search.ts';

export const accountFilters = ['all', 'unbound', 'proposed', 'transferred', 'stoppage', 'outside'] as const;
export type AccountFilter = (typeof accountFilters)[number];

/** What narrows the list. */
export interface ShownAccounts {
  readonly search: string;
  readonly filter: AccountFilter;
}

export const everyAccount: ShownAccounts = { search: '', filter: 'all' };

/** « Comptes d'absence ». `at`: the account that the list takes the focus at; null leaves the focus where it is. */
export interface AccountsScreen {
  readonly name: 'absenceAccounts';
  readonly reading: AccountsReading;
  readonly shown: ShownAccounts;
  readonly at: string | null;
}

export function stateOf({ bound, line }: AccountReading): AccountState {
  if (bound.state === 'bound') return bound.treatment.is;
  if (bound.state === 'ambiguous') return 'ambiguous';
  return line?.state === 'proposed' && line.treatment ? 'proposed' : 'open';
}

/** What payroll does with an account, or will once it is confirmed, in words; '' where its state says it all. */
export function treatmentText({ bound, line }: AccountReading): string {
  if (bound.state === 'ambiguous') return ambiguous(bound.patterns);
  const treatment = bound.state === 'bound' ? bound.treatment : line?.treatment;
  if (!treatment || treatment.is === 'outside') return '';
  const { treatment: label, kind } = treatmentCells(treatment);
  return treatment.is === 'transferred' ? withCode(label, treatment.code) : boundAs(label, kind);
}

const isUnbound = ({ bound }: AccountReading) => bound.state !== 'bound';

const ranks: Readonly<Record<AccountState, number>> = {
  open: 0,
  ambiguous: 0,
  proposed: 1,
  transferred: 2,
  stoppage: 2,
  outside: 2,
};

/** What is to be chosen, then to be confirmed, then the rest; the most half-days first, then by name. */
export function inOrderOfNeed(accounts: readonly AccountReading[]): AccountReading[] {
  const byName = (a: AccountReading, b: AccountReading) =>
    a.account.name.localeCompare(b.account.name, 'fr', { numeric: true }) || a.account.id.localeCompare(b.account.id);
  return [...accounts].sort((a, b) => ranks[stateOf(a)] - ranks[stateOf(b)] || b.waiting - a.waiting || byName(a, b));
}

function isIn(filter: AccountFilter, reading: AccountReading): boolean {
  if (filter === 'all') return true;
  return filter === 'unbound' ? isUnbound(reading) : stateOf(reading) === filter;
}

/** How many each filter shows. */
export function filterCounts(accounts: readonly AccountReading[]): Readonly<Record<AccountFilter, number>> {
  const counts = accountFilters.map((each) => [each, accounts.filter((one) => isIn(each, one)).length] as const);
  return Object.fromEntries(counts) as Record<AccountFilter, number>;
}

/** Those that the list shows, in order. */
export function shownAccounts(accounts: readonly AccountReading[], { search, filter }: ShownAccounts) {
  const asked = accounts.filter((each) => isIn(filter, each));
  return inOrderOfNeed(asked.filter(({ account: { name, id } }) => holdsWords(`${name} ${id}`, search)));
}

export interface AccountCounts {
  /** Accounts of which nobody said what payroll does. */
  readonly accounts: number;
  /** Half-days that wait for it. */
  readonly halfDays: number;
}

export function unboundCounts(accounts: readonly AccountReading[]): AccountCounts {
  const unbound = accounts.filter(isUnbound);
  return { accounts: unbound.length, halfDays: unbound.reduce((sum, { waiting }) => sum + waiting, 0) };
}

/** Rows that « Confirmer les propositions » confirms, and how many accounts they bind. */
export function proposals({ accounts, sheet }: AccountsReading): { readonly rows: number; readonly accounts: number } {
  return {
    rows: sheet.lines.filter(({ state, treatment }) => state === 'proposed' && treatment).length,
    accounts: accounts.filter((each) => stateOf(each) === 'proposed').length,
  };
}

/** What was found at the cells of the row that speaks of an account. */
export function findingsOf({ findings }: AccountsReading, { line }: AccountReading): readonly Finding[] {
  const key = line?.row.place('id').key;
  return key === undefined ? [] : findings.filter(({ place }) => place?.key === key);
}
