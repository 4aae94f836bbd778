/** The orders of the month that is worked. */
import type { PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { ordersTable } from '../../shared/tables/vouchers/ordersTable.ts';
import { readRegister, type RecordedOrder } from '../../shared/tables/vouchers/readRegister.ts';
import { bookOutcome, stopAt } from './sentences.ts';
import type { Work } from './work.ts';

/** The orders of the month, those that were cancelled left out. */
export function liveOrders(orders: readonly RecordedOrder[], month: PlainMonth): RecordedOrder[] {
  return orders.filter((each) => each.month === month && each.state !== 'cancelled');
}

export async function ordersOf({ book, month }: Work): Promise<RecordedOrder[]> {
  const snapshot = await book.read([ordersTable]);
  if (!snapshot.ok) throw stopAt(bookOutcome(snapshot.error));
  return liveOrders(readRegister(snapshot.value).orders, month);
}
