/** Rules of a set, or accounts, of one code: the others name them by it, so that no row may share it. */
import type { TypedRow } from '../typedRow.ts';

/** Rows that share what `keyOf` answers, in the order of the sheet; those that share nothing left out. */
export function sharing<T extends { readonly row: TypedRow }>(rows: readonly T[], keyOf: (each: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const each of rows) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  const several = [...groups.values()].filter(({ length }) => length > 1);
  return several.map((group) => group.sort((a, b) => a.row.sheetRow - b.row.sheetRow));
}

/** Cells of a column, as a sentence names them: addresses, or lines of a document. */
export function cellsOf(group: readonly { readonly row: TypedRow }[], key: string): string {
  return group.map(({ row }) => row.place(key).address ?? String(row.sheetRow)).join(', ');
}
