/** Making the rows of a table those that are wanted, line by line. */
import { blank, isExactly } from '../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../domain/review/plan.ts';
import { rowKey, type TableDeclaration } from '../tables/declaration.ts';
import type { BookRow } from './book.ts';

function reasoned(table: TableDeclaration, key: string) {
  return { table: table.name, key, reason: 'result' as const };
}

function changes(table: TableDeclaration, row: BookRow, wanted: RowCells): PlanLine[] {
  return table.columns.flatMap(({ key }): PlanLine[] => {
    const [before, after] = [row.cells[key], wanted[key] ?? blank];
    if (before === undefined || isExactly(before, after)) return [];
    return [{ ...reasoned(table, row.key), operation: 'set', column: key, before, after }];
  });
}

/** The lines that make the rows `inScope` those of `wanted`. */
export function replacing(
  table: TableDeclaration,
  rows: readonly BookRow[],
  wanted: readonly RowCells[],
  inScope: (row: BookRow) => boolean,
): PlanLine[] {
  const held = new Map(rows.map((row) => [row.key, row]));
  const keys = new Set<string>();
  const written = wanted.flatMap((cells): PlanLine[] => {
    const key = rowKey(table, cells);
    keys.add(key);
    const row = held.get(key);
    return row ? changes(table, row, cells) : [{ ...reasoned(table, key), operation: 'add', after: cells }];
  });
  const gone = rows.filter((row) => row.key !== '' && inScope(row) && !keys.has(row.key));
  const deleted = gone.map((row): PlanLine => ({
    ...reasoned(table, row.key),
    operation: 'delete',
    before: row.cells,
    at: row.index,
    kept: row.others,
  }));
  return [...written, ...deleted];
}

/** The lines that write `cells` in `row`; a column that the sheet does not have is left out. */
export function setCells(table: TableDeclaration, row: BookRow, cells: RowCells): PlanLine[] {
  return Object.entries(cells).flatMap(([column, after]): PlanLine[] => {
    const before = row.cells[column];
    if (before === undefined || isExactly(before, after)) return [];
    return [{ ...reasoned(table, row.key), operation: 'set', column, before, after }];
  });
}
