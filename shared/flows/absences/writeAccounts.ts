/** Writing « Correspondance comptes d'absence »: the sheet is made where it is absent, then one plan, undone like an update. */
import type { Connection } from '../../contracts/schemas.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { PlanLine } from '../../domain/review/plan.ts';
import { accountBindingsTable } from '../../tables/absences/accountBindingsTable.ts';
import { applyPlan, type ApplyReport } from '../apply.ts';
import type { BookSnapshot } from '../book.ts';
import { newTables } from '../newTables.ts';
import { emptyTable } from '../vouchers/preparation.ts';
import {
  accountsIn,
  openAccounts,
  type AccountFacts,
  type AccountOptions,
  type AccountPorts,
  type AccountsError,
  type AccountsReading,
} from './readAccounts.ts';

export interface WrittenAccounts extends ApplyReport {
  readonly isNew: boolean;
}

/** What is to be written, or why nothing is: the sheet is not made then. */
type AccountLines<E> = (
  snapshot: BookSnapshot,
  reading: AccountsReading,
  facts: AccountFacts,
) => Result<readonly PlanLine[], E>;

/** The workbook as it is once the sheet was made, where it is absent. */
export function withSheet(snapshot: BookSnapshot): BookSnapshot {
  const { name } = accountBindingsTable;
  return snapshot[name]?.state === 'absent' ? { ...snapshot, [name]: emptyTable(accountBindingsTable) } : snapshot;
}

export async function writeAccounts<E = never>(
  ports: AccountPorts,
  connection: Connection,
  options: AccountOptions,
  linesOf: AccountLines<E>,
): Promise<Result<WrittenAccounts, AccountsError | E>> {
  const opened = await openAccounts(ports, connection, options);
  if (!opened.ok) return opened;
  const { facts, snapshot } = opened.value;
  const lines = linesOf(snapshot, accountsIn(snapshot, facts), facts);
  if (!lines.ok) return lines;
  const made = await newTables(ports.book, snapshot, [accountBindingsTable], options);
  if (!made.ok) return fail({ code: 'book', error: made.error });
  const isNew = made.value.created.length > 0;
  if (lines.value.length === 0) return ok({ isNew, added: 0, changed: 0, deleted: 0, refused: [] });
  const report = await applyPlan(ports, lines.value, options, 'absenceAccounts');
  return report.ok ? ok({ isNew, ...report.value }) : fail({ code: 'apply', error: report.error });
}
