/** Of whom the titres-restaurant are asked about, from the row on which the person at work is. */
import { parsePlainMonth, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import { canonical, textCell } from '../../domain/review/cell.ts';
import { everyTable } from '../../tables/tables.ts';
import type { TableDeclaration } from '../../tables/declaration.ts';
import { resultTable } from '../../tables/vouchers/resultTable.ts';
import type { BookRow, SelectedCell } from '../book.ts';
import { textOf } from './voucherBook.ts';

/** The sheets whose rows each speak of one person. */
export const aboutPeople: readonly TableDeclaration[] = everyTable.filter(
  ({ visibility, columns }) => visibility === 'visible' && columns.some(({ key }) => key === 'luccaId'),
);

/** What the row says of its person and of its order; what it does not say is null. */
export interface AskedRow {
  readonly month: PlainMonth | null;
  readonly regulation: string | null;
  /** « À commander » of « Titres-restaurant ». */
  readonly ordered: number | null;
  /** Lucca's identifier; undefined when the row names nobody of `people`, rows of « Salariés », or several. */
  readonly employeeId: (people: readonly BookRow[]) => string | undefined;
}

function identifier(row: BookRow, key: string): string {
  return canonical('identifier', textCell(textOf(row, key)));
}

/** By Lucca's identifier, else by a matricule that one person only bears. */
function personOf(row: BookRow, people: readonly BookRow[]): string | undefined {
  const id = identifier(row, 'luccaId');
  if (id !== '') return id;
  const number = identifier(row, 'employeeNumber');
  const bearers = people.filter((each) => number !== '' && identifier(each, 'employeeNumber') === number);
  return bearers.length === 1 ? bearers[0]?.key : undefined;
}

/** `month`, `regulation` and the number are those of the row: a row of « Salariés » has none of them. */
export function askedRow({ table, row }: SelectedCell): AskedRow {
  const ordered = table === resultTable.name ? row.cells['ordered'] : undefined;
  const isOfOrder = 'regulation' in row.cells;
  return {
    month: isOfOrder ? (parsePlainMonth(textOf(row, 'month')) ?? null) : null,
    regulation: isOfOrder ? textOf(row, 'regulation') || null : null,
    ordered: ordered && 'number' in ordered ? ordered.number : null,
    employeeId: (people) => personOf(row, people),
  };
}
