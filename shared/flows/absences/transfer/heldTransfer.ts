/** An import of absences as the workbook holds it: what every step of its life reads, and why a step may be refused. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import { blank, canonical, textCell } from '../../../domain/review/cell.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { absenceRegisterTable, absenceSettingsTable } from '../../../tables/absences/absenceRegisterTable.ts';
import {
  absenceImportsTable,
  directionLabels,
  importLinesTable,
  type ImportState,
} from '../../../tables/absences/importsTable.ts';
import type { RecordedImport } from '../../../tables/absences/readImports.ts';
import { readTransferRegister, type TransferRegister } from '../../../tables/absences/readTransferRegister.ts';
import { startingPointTable } from '../../../tables/absences/startingPointTable.ts';
import type { TableDeclaration } from '../../../tables/declaration.ts';
import { formerIdsTable } from '../../../tables/people/formerIdsTable.ts';
import { periodsTable } from '../../../tables/periodsTable.ts';
import type { ApplyError, ApplyPorts, ApplyReport } from '../../apply.ts';
import type { BookRow, BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import type { ReceiptDesk } from '../../receipts.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import type { PeriodOptions } from '../../vouchers/periods.ts';

/**
 * `unknown`: no such import in that state. `changed`: Lucca is not what the prepared import was made from any more.
 * `deletionsLeft`: the import is
 * locked until every deletion is done. `notLast`: a later one is under way, or was done. `closed`: its month is. `preparedLeft`: an import waits
 * to be confirmed or abandoned. `nothingClosed`: no month to open again. `doneLeft`: an import that ended in a later month
 * left deletions done. `silent`: the service does not answer, so that nobody knows whether
 * another copy did it.
 */
export type TransferRefusal =
  | 'unknown'
  | 'changed'
  | 'deletionsLeft'
  | 'notLast'
  | 'closed'
  | 'preparedLeft'
  | 'nothingClosed'
  | 'doneLeft'
  | 'silent';

/** `stoodOn`: a later line stands on the same half-days. `laterDone`: a later import that ended left deletions done. */
export type LaterRefusal = 'stoodOn' | 'laterDone';

export type TransferError =
  | ApplyError
  | { readonly code: 'taken'; readonly open: false; readonly detail: string }
  | { readonly code: 'unsound'; readonly open: false; readonly findings: readonly Finding[] }
  | { readonly code: LaterRefusal; readonly open: false; readonly later: RecordedImport }
  | { readonly code: TransferRefusal; readonly open: false };

export const refused = (code: TransferRefusal) => fail<TransferError>({ code, open: false });

export interface TransferOptions extends PeriodOptions {
  /** Where the receipt of the import is asked for. */
  readonly receipts?: ReceiptDesk;
}

export interface TransferReport extends ApplyReport {
  readonly number: string;
  readonly receipt: string | null;
  /** Gives the receipt back, where what was written could not be saved after all. */
  readonly giveBack?: () => Promise<unknown>;
}

const tables: readonly TableDeclaration[] = [
  absenceImportsTable,
  importLinesTable,
  absenceRegisterTable,
  absenceSettingsTable,
  startingPointTable,
  periodsTable,
  formerIdsTable,
];

export interface HeldTransfer {
  readonly snapshot: BookSnapshot;
  readonly register: TransferRegister;
  readonly rows: (table: TableDeclaration) => readonly BookRow[];
}

/** A register that cannot be trusted is refused with what is wrong of it. */
export async function heldTransfer({ book }: ApplyPorts): Promise<Result<HeldTransfer, TransferError>> {
  const snapshot = await book.read(tables);
  if (!snapshot.ok) return fail({ code: 'book', open: false, error: snapshot.error });
  const { value } = snapshot;
  const register = readTransferRegister(value);
  if (register.findings.length > 0) return fail({ code: 'unsound', open: false, findings: register.findings });
  return ok({ snapshot: value, register, rows: ({ name }) => rowsOf(value, name) });
}

export function importIn(
  { imports }: TransferRegister,
  number: string,
  states: readonly ImportState[],
): RecordedImport | undefined {
  const canon = (text: string) => canonical('identifier', textCell(text));
  const own =
    imports.find((each) => each.number === number) ?? imports.find((each) => canon(each.number) === canon(number));
  return own && states.includes(own.state) ? own : undefined;
}

export function isClosed({ closed }: TransferRegister, month: PlainMonth): boolean {
  return closed.some((each) => each.month >= month);
}

export const isOfRun = (number: string) => (row: BookRow) => textOf(row, 'run') === number;
export const isDeletion = (row: BookRow) => textOf(row, 'direction') === directionLabels.delete;

/** « non » under « Fait en paie »: payroll refused it. */
export function isRefused(row: BookRow): boolean {
  return canonical('boolean', row.cells['done'] ?? blank) === 'NON';
}

/** « oui »: typed or ticked. */
export function isTicked(row: BookRow): boolean {
  return canonical('boolean', row.cells['done'] ?? blank) === 'OUI';
}

/** Whether the register holds what the line asks: what stands in the sheet beside it is there to be read. */
export function isApplied({ applied }: Pick<TransferRegister, 'applied'>, row: BookRow): boolean {
  return applied.has(row.key);
}

/** Key of the check value of the lines of an import. */
export const checkKey = (number: string) => `${number}/CHECK`;
