/** What counts as a row and as a cell of the person, and what a logical cell says: the same for every adapter. */
import { isBlank, type Cell, type ValueKind } from '../domain/review/cell.ts';
import type { BookRow, UserCell } from '../flows/book.ts';
import { rowKey, type TableDeclaration } from './declaration.ts';

/**
 * A row of the body as the port gives it; undefined when nobody typed anything in it. A formula that Excel filled down beside a blank
 * row makes it no row.
 */
export function bookRow(declaration: TableDeclaration, read: Omit<BookRow, 'key'>): BookRow | undefined {
  const { cells, formulas, others } = read;
  const isFilledDown = others.every(({ formula }) => formula !== undefined);
  if (formulas.length === 0 && isFilledDown && Object.values(cells).every(isBlank)) return undefined;
  return { key: rowKey(declaration, cells), ...read };
}

/** The cell of a column of the person, as one item or none: a blank without a formula is left out. */
export function userCell(heading: string, cell: Cell, formula: string | undefined): UserCell[] {
  if (formula !== undefined) return [{ heading, cell, formula }];
  return isBlank(cell) ? [] : [{ heading, cell }];
}

/**
 * What TRUE and FALSE, typed or computed, say: the words of our lists in a column of yes and no, what a French Excel shows elsewhere.
 * `kind` is that of our column, undefined beside them.
 */
export function logicalCell(value: boolean, kind: ValueKind | undefined): Cell {
  if (kind === 'boolean') return { text: value ? 'oui' : 'non' };
  return { text: value ? 'VRAI' : 'FAUX' };
}
