/** An export of hours as the workbook holds it: what every step of its life reads, and why a step may be refused. */
import { addMonths, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import { blank, canonical, displayed, numberCell, textCell, type Cell } from '../../domain/review/cell.ts';
import type { RowCells } from '../../domain/review/plan.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { TableDeclaration } from '../../tables/declaration.ts';
import { periodsTable } from '../../tables/periodsTable.ts';
import { readTimeRegister, type RecordedExport, type TimeRegister } from '../../tables/worktime/readTimeRegister.ts';
import { exportLinesTable, timeExportsTable, type ExportState } from '../../tables/worktime/timeExportsTable.ts';
import { timeRegisterTable, timeSettingsTable } from '../../tables/worktime/timeRegisterTable.ts';
import type { ApplyError, ApplyPorts, ApplyReport } from '../apply.ts';
import type { BookRow, BookSnapshot } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import type { ReceiptDesk } from '../receipts.ts';
import type { PeriodOptions } from '../vouchers/periods.ts';
import type { LeftOut } from './leftOut.ts';

/**
 * `closed`: the month was confirmed already. `skipped`: an earlier month is still to be closed. `moved`: the register is not the one that was
 * computed on. `unknown`: no such export in that state. `edited`: its lines are not those that were prepared: prepare again. `notLast`: a later month is
 * closed on this one. `account`: it has hours of an account that cannot be read. `silent`: the service does not answer, so that nobody knows whether another
 * copy of the workbook did it.
 */
export type ExportRefusal =
  'closed' | 'skipped' | 'moved' | 'unknown' | 'edited' | 'notLast' | 'account' | 'empty' | 'silent';

export type ExportError =
  | ApplyError
  | { readonly code: 'taken'; readonly open: false; readonly detail: string }
  | { readonly code: ExportRefusal; readonly open: false };

export const refused = (code: ExportRefusal) => fail<ExportError>({ code, open: false });

export interface ExportOptions extends PeriodOptions {
  /** Where the receipt of the export is asked for. */
  readonly receipts?: ReceiptDesk;
}

export interface ExportReport extends ApplyReport {
  readonly number: string;
  /** The receipt that the step was given: whoever loses the workbook gives it back. */
  readonly receipt: string | null;
  /** What it was prepared without; null where it says nothing. */
  readonly leftOut: LeftOut | null;
}

const tables: readonly TableDeclaration[] = [
  timeExportsTable,
  exportLinesTable,
  timeRegisterTable,
  timeSettingsTable,
  periodsTable,
];

export interface Held {
  readonly snapshot: BookSnapshot;
  readonly register: TimeRegister;
  readonly rows: (table: TableDeclaration) => readonly BookRow[];
}

export async function held({ book }: ApplyPorts): Promise<Result<Held, ExportError>> {
  const snapshot = await book.read(tables);
  if (!snapshot.ok) return fail({ code: 'book', open: false, error: snapshot.error });
  const { value } = snapshot;
  return ok({ snapshot: value, register: readTimeRegister(value), rows: ({ name }) => rowsOf(value, name) });
}

/** The month that is to be closed next; undefined before the first. */
export function nextMonth({ closed }: TimeRegister): PlainMonth | undefined {
  const last = closed.at(-1);
  return last && addMonths(last.month, 1);
}

export function exportIn(
  { exports }: TimeRegister,
  number: string,
  states: readonly ExportState[],
): RecordedExport | undefined {
  const asked = canonical('identifier', textCell(number));
  return exports.find(
    (each) => canonical('identifier', textCell(each.number)) === asked && states.includes(each.state),
  );
}

/** The receipt that the workbook keeps of an export. */
export function receiptOf(rows: readonly BookRow[], number: string): string | null {
  const own = rows.filter(({ key }) => key.startsWith(`${number}/RECEIPT-`));
  const last = own.at(-1);
  return last ? displayed(last.cells['value'] ?? blank) : null;
}

/** Hours of lines, added up in hundredths. */
export function hoursOf(lines: readonly RowCells[]): Cell {
  const hundredths = lines.reduce(
    (sum, { hours: cell }) => sum + (cell && 'number' in cell ? Math.round(cell.number * 100) : 0),
    0,
  );
  return numberCell(hundredths / 100);
}
