/** « Préparer la feuille » and « Confirmer les propositions » of « Correspondance comptes d'absence »: one plan each, undone like an update. */
import type { Connection } from '../../contracts/schemas.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { PlanLine } from '../../domain/review/plan.ts';
import { accountBindingsTable } from '../../tables/absences/accountBindingsTable.ts';
import { applyPlan, type ApplyReport } from '../apply.ts';
import type { BookSnapshot } from '../book.ts';
import { newTables } from '../newTables.ts';
import type { FlowOptions } from '../ports.ts';
import { accountRows, confirmingLines } from './accountRows.ts';
import {
  accountsIn,
  openAccounts,
  type AccountPorts,
  type AccountsError,
  type AccountsReading,
} from './readAccounts.ts';

export interface WrittenAccounts extends ApplyReport {
  readonly isNew: boolean;
}

type LinesOf = (snapshot: BookSnapshot, reading: AccountsReading) => PlanLine[];

async function write(
  ports: AccountPorts,
  connection: Connection,
  options: FlowOptions,
  linesOf: LinesOf,
): Promise<Result<WrittenAccounts, AccountsError>> {
  const opened = await openAccounts(ports, connection, options);
  if (!opened.ok) return opened;
  const made = await newTables(ports.book, opened.value.snapshot, [accountBindingsTable], options);
  if (!made.ok) return fail({ code: 'book', error: made.error });
  const { snapshot, created } = made.value;
  const isNew = created.length > 0;
  const lines = linesOf(snapshot, accountsIn(snapshot, opened.value.facts));
  if (lines.length === 0) return ok({ isNew, added: 0, changed: 0, deleted: 0, refused: [] });
  const report = await applyPlan(ports, lines, options, 'absenceAccounts');
  return report.ok ? ok({ isNew, ...report.value }) : fail({ code: 'apply', error: report.error });
}

/** Makes the sheet where it is absent, with a proposal for each account that no row speaks of. A second call writes nothing. */
export function prepareAccounts(ports: AccountPorts, connection: Connection, options: FlowOptions = {}) {
  return write(ports, connection, options, accountRows);
}

/** Every row that is « proposée » becomes « confirmée »; those « à choisir » stay. */
export function confirmAccounts(ports: AccountPorts, connection: Connection, options: FlowOptions = {}) {
  return write(ports, connection, options, confirmingLines);
}
