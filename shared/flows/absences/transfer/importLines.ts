/** « Lignes d'import » as it stands: what payroll is asked, line by line, and what it did of it. */
import type { HalfDate } from '../../../domain/absences/halfDay.ts';
import { halfDaysIn, type LineHalfDay } from '../../../domain/absences/transferLines.ts';
import { parsePlainMonth, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { LineDirection } from '../../../tables/absences/importsTable.ts';
import type { TransferRegister } from '../../../tables/absences/readTransferRegister.ts';
import type { BookRow } from '../../book.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import { heldLines, spoken, type HeldLine } from './heldLines.ts';
import { isApplied, isDeletion, isRefused, type HeldTransfer } from './heldTransfer.ts';
import { laterOn } from './laterLines.ts';

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
  /** A later line stands on the same half-days: nothing is said of this one any more. */
  readonly isFollowed: boolean;
  readonly doneAt: string;
  readonly doneBy: string;
}

type Applied = Pick<TransferRegister, 'applied'>;
type LaterThan = ReturnType<typeof laterOn>;

function stateOf(register: Applied, row: BookRow): LineState {
  if (isApplied(register, row)) return 'done';
  return !isDeletion(row) && isRefused(row) ? 'refused' : 'todo';
}

/** Undefined for a row whose half-days were spoilt: the import then says that it was edited. */
function lineOf(register: Applied, line: HeldLine, laterThan: LaterThan): ImportLine | undefined {
  const row = spoken(line);
  const halfDays = halfDaysIn(textOf(row, 'detail')) ?? [];
  const [from, to] = [halfDays[0], halfDays.at(-1)];
  if (!from || !to) return undefined;
  const text = (key: string) => textOf(row, key);
  return {
    id: line.row.key,
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
    isFollowed: laterThan(row) !== undefined,
    doneAt: text('doneAt'),
    doneBy: text('doneBy'),
  };
}

/** Every line of every import, in the order of the sheet. */
export function importLines(held: HeldTransfer): ImportLine[] {
  const lines = heldLines(held).filter(({ row }) => row.key !== '');
  const laterThan = laterOn(held, lines);
  return lines.flatMap((line) => lineOf(held.register, line, laterThan) ?? []);
}
