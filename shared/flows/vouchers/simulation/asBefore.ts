/** The workbook as it was before the order of a month: what was ordered then and later does not count. Nothing is written. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { textCell } from '../../../domain/review/cell.ts';
import { ordersTable, orderStates } from '../../../tables/vouchers/ordersTable.ts';
import type { BookSnapshot } from '../../book.ts';
import { textOf } from '../regulationReadings.ts';

/** Orders of `month` and later are read as cancelled ones: their lines stay in the register, and its check values hold. */
export function asBefore(snapshot: BookSnapshot, month: PlainMonth): BookSnapshot {
  const table = snapshot[ordersTable.name];
  if (table?.state !== 'found') return snapshot;
  const rows = table.rows.map((row) =>
    textOf(row, 'month') >= month ? { ...row, cells: { ...row.cells, state: textCell(orderStates.cancelled) } } : row,
  );
  return { ...snapshot, [ordersTable.name]: { ...table, rows } };
}
