/** Leave accounts: those that Lucca lists, and those of the absences read, with the establishments whose people use them. */
import type { ContractSpan, LeaveAccount } from '../../../shared/contracts/voucherSchemas.ts';
import type { HalfDayAbsence } from '../../../shared/domain/absences/halfDay.ts';

interface Seen {
  readonly name: string;
  readonly establishments: Set<string>;
}

const numbersInText = new Intl.Collator('en', { numeric: true });

function establishmentOn(spans: readonly ContractSpan[], date: string): string | null {
  return spans.find(({ from, to }) => from <= date && (to === null || date <= to))?.establishment ?? null;
}

/** By number of account. `names`: what Lucca listed, empty where the list may not be read. */
export function toLeaveAccounts(
  names: ReadonlyMap<string, string>,
  absences: readonly HalfDayAbsence[],
  contracts: readonly ContractSpan[],
): LeaveAccount[] {
  const byEmployee = new Map<string, ContractSpan[]>();
  for (const span of contracts) {
    const own = byEmployee.get(span.employeeId);
    if (own) own.push(span);
    else byEmployee.set(span.employeeId, [span]);
  }
  const seen = new Map<string, Seen>([...names].map(([id, name]) => [id, { name, establishments: new Set() }]));
  for (const { accountId, accountName, employeeId, date } of absences) {
    const account = seen.get(accountId) ?? { name: accountName, establishments: new Set() };
    seen.set(accountId, account);
    const establishment = establishmentOn(byEmployee.get(employeeId) ?? [], date);
    if (establishment !== null) account.establishments.add(establishment);
  }
  return [...seen]
    .map(([id, { name, establishments }]) => ({ id, name, establishments: [...establishments].sort() }))
    .sort((a, b) => numbersInText.compare(a.id, b.id));
}
