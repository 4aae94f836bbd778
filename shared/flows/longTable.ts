/** Results of many months in one sheet: the oldest months go when there is no room left. */
import type { BookRow } from './book.ts';
import { textOf } from './vouchers/regulationReadings.ts';

/** More is no sheet that a person reads, nor a workbook that opens. */
export const MOST_ROWS = 50_000;

/** The months that must go for `room` rows to be free, the oldest first. */
function monthsToDrop(rows: readonly BookRow[], room: number): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(textOf(row, 'month'), (counts.get(textOf(row, 'month')) ?? 0) + 1);
  const dropped = new Set<string>();
  let held = rows.length;
  for (const [month, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (held <= room) break;
    dropped.add(month);
    held -= count;
  }
  return dropped;
}

/** The rows that a result replaces: those `inScope`, and those of the months that go for the others to fit in `room`. */
export function withRoom(
  held: readonly BookRow[],
  inScope: (row: BookRow) => boolean,
  room: number,
): (row: BookRow) => boolean {
  const others = held.filter((row) => row.key !== '' && !inScope(row));
  const dropped = monthsToDrop(others, room);
  return (row) => inScope(row) || dropped.has(textOf(row, 'month'));
}
