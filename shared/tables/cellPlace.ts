/** Where a cell of a table stands: in a sheet by its address, in a document by its line. One writer, one reader. */
import type { Place } from '../domain/finding.ts';
import type { BookRow, FoundTable } from '../flows/book.ts';
import type { TableDeclaration } from './declaration.ts';

type Row = Pick<BookRow, 'key' | 'index'>;

/** Row of the sheet, or line of the document, from 1. */
export function rowNumber({ firstRow }: FoundTable, { index }: Pick<Row, 'index'>): number {
  return firstRow + index;
}

export function cellPlace({ name }: TableDeclaration, table: FoundTable, row: Row, column: string): Place {
  const at = rowNumber(table, row);
  const where = table.isDocument
    ? { line: at }
    : { sheet: table.sheet, address: `${table.letters[column] ?? ''}${at}` };
  return { table: name, ...where, ...(row.key === '' ? {} : { key: row.key }), column };
}

/** The number that {@link rowNumber} gave of the row of a place; undefined for a place that is not in one. */
export function placeRow({ line, address }: Place): number | undefined {
  const digits = /\d+$/.exec(address ?? '')?.[0];
  return line ?? (digits === undefined ? undefined : Number(digits));
}
