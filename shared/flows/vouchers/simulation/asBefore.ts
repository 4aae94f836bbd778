/** The workbook as it was before the order of a month: what was ordered then and later does not count. Nothing is written. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { textCell } from '../../../domain/review/cell.ts';
import { ordersTable, orderStates } from '../../../tables/vouchers/ordersTable.ts';
import type { BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { textOf } from '../regulationReadings.ts';

/** Whether the order of `month` is made under a regulation. */
export function isOrdered(snapshot: BookSnapshot, month: PlainMonth, regulation: string): boolean {
  return rowsOf(snapshot, ordersTable.name).some(
    (row) =>
      textOf(row, 'month') === month &&
      textOf(row, 'regulation') === regulation &&
      textOf(row, 'state') !== orderStates.cancelled,
  );
}

/** Orders of `month` and later are read as cancelled ones: their lines stay in the register, and its check values hold. */
export function asBefore(snapshot: BookSnapshot, month: PlainMonth): BookSnapshot {
  const table = snapshot[ordersTable.name];
  if (table?.state !== 'found') return snapshot;
  const rows = table.rows.map((row) =>
    textOf(row, 'month') >= month ? { ...row, cells: { ...row.cells, state: textCell(orderStates.cancelled) } } : row,
  );
  return { ...snapshot, [ordersTable.name]: { ...table, rows } };
}
