/** The manual adjustments that an order counts: those of its month, and what earlier orders did not count of theirs. */
import type { PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { ManualAdjustment } from '../../domain/vouchers/outcome.ts';
import type { OrderAdjustment } from '../../tables/vouchers/readAdjustments.ts';
import { byPerson } from '../byPerson.ts';
import type { VoucherBook } from './voucherBook.ts';

function sumOf(adjustments: readonly OrderAdjustment[], isReturned: boolean): number {
  return adjustments.reduce(
    (sum, { adjustment }) => ((adjustment.kind === 'returned') === isReturned ? sum + adjustment.number : sum),
    0,
  );
}

/**
 * By person. A line typed, changed or taken away after the order of its month, or of somebody whose planning was not known then, is caught
 * up once, by number: what was typed for the closed months less what their orders counted.
 */
export function adjustmentsOf(
  { adjustments, register }: Pick<VoucherBook, 'adjustments' | 'register'>,
  month: PlainMonth,
): (employeeId: string) => readonly ManualAdjustment[] {
  const first = register.closed.map((order) => order.month).sort()[0] ?? month;
  const own = byPerson(adjustments.filter((each) => each.month >= first && each.month <= month));
  return (employeeId) => {
    const typed = own.get(employeeId) ?? [];
    const past = typed.filter((each) => each.month < month);
    const counted = register.adjusted.get(employeeId) ?? { manual: 0, returned: 0 };
    const late = (kind: 'other' | 'returned', number: number): ManualAdjustment[] =>
      number === 0 ? [] : [{ kind, date: null, number, comment: '' }];
    return [
      ...typed.filter((each) => each.month === month).map(({ adjustment }) => adjustment),
      ...late('other', sumOf(past, false) - counted.manual),
      ...late('returned', sumOf(past, true) - counted.returned),
    ];
  };
}
