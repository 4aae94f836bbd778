/** The row around each difference of « Salariés »: as it stands, and as it would be were every new difference of it taken. */
import type { RowCells } from '../domain/review/plan.ts';
import type { ReviewItem } from '../domain/review/review.ts';
import { employeesTable } from '../tables/employeesTable.ts';
import type { BookSnapshot } from './book.ts';
import { rowsOf } from './bookState.ts';
import type { ReviewEntry } from './reviewShape.ts';

/** The cells that a difference would write. */
export function cellsOf({ changes }: ReviewItem): RowCells {
  return Object.fromEntries(changes.map(({ column, after }) => [column, after]));
}

function isOfCells({ table, kind }: ReviewItem): boolean {
  return table === employeesTable.name && (kind === 'changed' || kind === 'conflict');
}

export function withRows(entries: readonly ReviewEntry[], snapshot: BookSnapshot): ReviewEntry[] {
  const held = new Map(rowsOf(snapshot, employeesTable.name).map(({ key, cells }) => [key, cells]));
  const taken = new Map<string, RowCells>();
  for (const { item } of entries)
    if (isOfCells(item) && !item.remembered) taken.set(item.key, { ...taken.get(item.key), ...cellsOf(item) });
  return entries.map((entry): ReviewEntry => {
    const before = isOfCells(entry.item) ? held.get(entry.item.key) : undefined;
    return before ? { ...entry, row: { before, after: { ...before, ...taken.get(entry.item.key) } } } : entry;
  });
}
