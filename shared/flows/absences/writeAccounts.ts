/** Writing « Correspondance comptes d'absence »: the sheet is made where it is absent, then one plan, undone like an update. */
import type { Connection } from '../../contracts/schemas.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { PlanLine } from '../../domain/review/plan.ts';
import { accountBindingsTable } from '../../tables/absences/accountBindingsTable.ts';
import { applyPlan, type ApplyReport } from '../apply.ts';
import type { BookSnapshot } from '../book.ts';
import { newTables } from '../newTables.ts';
import {
  accountsIn,
  openAccounts,
  type AccountOptions,
  type AccountPorts,
  type AccountsError,
  type AccountsReading,
} from './readAccounts.ts';

export interface WrittenAccounts extends ApplyReport {
  readonly isNew: boolean;
}

/** What is to be written in a workbook that has the sheet, or why nothing is. */
export type AccountLines<E> = (snapshot: BookSnapshot, reading: AccountsReading) => Result<readonly PlanLine[], E>;

/** `linesOf`: asked before the sheet is made too, so that what is refused makes none. */
export async function writeAccounts<E = never>(
  ports: AccountPorts,
  connection: Connection,
  options: AccountOptions,
  linesOf: AccountLines<E>,
): Promise<Result<WrittenAccounts, AccountsError | E>> {
  const opened = await openAccounts(ports, connection, options);
  if (!opened.ok) return opened;
  const { facts, snapshot: before } = opened.value;
  const asked = linesOf(before, accountsIn(before, facts));
  if (!asked.ok) return asked;
  const made = await newTables(ports.book, before, [accountBindingsTable], options);
  if (!made.ok) return fail({ code: 'book', error: made.error });
  const { snapshot, created } = made.value;
  const isNew = created.length > 0;
  const lines = isNew ? linesOf(snapshot, accountsIn(snapshot, facts)) : asked;
  if (!lines.ok) return lines;
  if (lines.value.length === 0) return ok({ isNew, added: 0, changed: 0, deleted: 0, refused: [] });
  const report = await applyPlan(ports, lines.value, options, 'absenceAccounts');
  return report.ok ? ok({ isNew, ...report.value }) : fail({ code: 'apply', error: report.error });
}
