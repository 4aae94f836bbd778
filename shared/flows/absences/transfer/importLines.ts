/** « Lignes d'import » as it stands: what payroll is asked, line by line, and what it did of it. */
import type { HalfDate } from '../../../domain/absences/halfDay.ts';
import { halfDaysIn, type LineHalfDay } from '../../../domain/absences/transferLines.ts';
import { parsePlainMonth, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { importLinesTable, type LineDirection } from '../../../tables/absences/importsTable.ts';
import type { TransferRegister } from '../../../tables/absences/readTransferRegister.ts';
import type { BookRow, BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import { isApplied, isDeletion, isRefused } from './heldTransfer.ts';

/** `todo`: nothing was said of it. `done`: the register holds it. `refused`: payroll does not take it. */
export type LineState = 'todo' | 'done' | 'refused';

export interface ImportLine {
  /** What `tickLines` takes. */
  readonly id: string;
  readonly run: string;
  readonly direction: LineDirection;
  readonly state: LineState;
  readonly luccaId: string;
  readonly name: string;
  readonly employeeNumber: string;
  readonly establishment: string;
  /** `congés payés`; '' where the mapping says it no more. */
  readonly category: string;
  readonly code: string;
  readonly account: string;
  readonly from: HalfDate;
  readonly to: HalfDate;
  /** Half-days of an account in days, or minutes of one in hours. */
  readonly halfDays: readonly LineHalfDay[];
  /** The closed payroll month that it corrects. */
  readonly correctedMonth: PlainMonth | null;
  /** The import that brought what is to be deleted; '' for an absence to import. */
  readonly corrects: string;
  readonly doneAt: string;
  readonly doneBy: string;
}

type Applied = Pick<TransferRegister, 'applied'>;

function stateOf(register: Applied, row: BookRow): LineState {
  if (isApplied(register, row)) return 'done';
  return !isDeletion(row) && isRefused(row) ? 'refused' : 'todo';
}

/** Undefined for a row whose half-days were spoilt: the import then says that it was edited. */
function lineOf(register: Applied, row: BookRow): ImportLine | undefined {
  const halfDays = halfDaysIn(textOf(row, 'detail')) ?? [];
  const [from, to] = [halfDays[0], halfDays.at(-1)];
  if (!from || !to) return undefined;
  const text = (key: string) => textOf(row, key);
  return {
    id: row.key,
    run: text('run'),
    direction: isDeletion(row) ? 'delete' : 'import',
    state: stateOf(register, row),
    luccaId: text('luccaId'),
    name: [text('lastName'), text('firstName')].join(' ').trim(),
    employeeNumber: text('employeeNumber'),
    establishment: text('establishment'),
    category: text('category'),
    code: text('code'),
    account: text('account'),
    from,
    to,
    halfDays,
    correctedMonth: parsePlainMonth(text('correctedMonth')) ?? null,
    corrects: text('corrects'),
    doneAt: text('doneAt'),
    doneBy: text('doneBy'),
  };
}

/** Every line of every import, in the order of the sheet. */
export function importLines(snapshot: BookSnapshot, register: Applied): ImportLine[] {
  const rows = rowsOf(snapshot, importLinesTable.name).filter(({ key }) => key !== '');
  return rows.flatMap((row) => lineOf(register, row) ?? []);
}
