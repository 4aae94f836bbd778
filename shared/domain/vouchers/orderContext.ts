/** What one order sees of every regulation, computed once for everybody: open windows, closed ones, and whose settings rule a date. */
import type { PlainDate, PlainMonth } from '../calendar/plainDate.ts';
import type { ClosedOrder } from './ledger.ts';
import type { VoucherRegulation } from './regulation.ts';
import { datesOf, windowsOf, type VoucherWindows } from './windows.ts';

/** Orders of one regulation that are closed, by each date of their windows. The first order that saw a date keeps it. */
interface ClosedDates {
  readonly days: ReadonlyMap<PlainDate, ClosedOrder>;
  readonly absences: ReadonlyMap<PlainDate, ClosedOrder>;
  readonly meals: ReadonlyMap<PlainDate, ClosedOrder>;
}

export interface RegulationContext {
  readonly regulation: VoucherRegulation;
  readonly open: VoucherWindows;
  readonly closed: ClosedDates;
  /** First date of the first days window handled here: see `VoucherStart`. */
  readonly begin: PlainDate;
}

export interface OrderContext {
  readonly month: PlainMonth;
  readonly regulations: ReadonlyMap<string, RegulationContext>;
  /** Dates of the open windows and of the closed orders that may still be corrected, in order. */
  readonly dates: readonly PlainDate[];
  /** Months whose closed orders may still be corrected. */
  readonly correctable: ReadonlySet<PlainMonth>;
}

/** Closed orders that are looked at again, unless a setting says otherwise. */
export const LOOK_BACK = 2;

function closedDates(orders: readonly ClosedOrder[]): ClosedDates {
  const [days, absences, meals] = [0, 1, 2].map(() => new Map<PlainDate, ClosedOrder>());
  const closed = { days: days ?? new Map(), absences: absences ?? new Map(), meals: meals ?? new Map() };
  for (const order of orders) {
    const windows = windowsOf(order.regulation.rules, order.month);
    for (const fact of ['days', 'absences', 'meals'] as const)
      for (const date of datesOf(windows[fact])) if (!closed[fact].has(date)) closed[fact].set(date, order);
  }
  return closed;
}

function contextOf(
  regulation: VoucherRegulation,
  orders: readonly ClosedOrder[],
  month: PlainMonth,
): RegulationContext {
  const { rules, start } = orders[0]?.regulation ?? regulation;
  return {
    regulation,
    open: windowsOf(regulation.rules, month),
    closed: closedDates(orders),
    begin: windowsOf(rules, start.month).days.from,
  };
}

/**
 * The context of the order of `month`: `regulations` as they are set today, `closed` the orders already made, whatever their order.
 * `lookBack`: how many of the last closed months may still be corrected.
 */
export function orderContext(
  month: PlainMonth,
  regulations: readonly VoucherRegulation[],
  closed: readonly ClosedOrder[],
  lookBack: number = LOOK_BACK,
): OrderContext {
  const past = closed.filter((each) => each.month < month).sort((a, b) => (a.month < b.month ? -1 : 1));
  const months = [...new Set(past.map((each) => each.month))];
  const correctable = new Set(months.slice(Math.max(0, months.length - lookBack)));
  const contexts = new Map<string, RegulationContext>();
  const dates = new Set<PlainDate>();
  for (const regulation of regulations) {
    const own = past.filter((each) => each.regulation.key === regulation.key);
    contexts.set(regulation.key, contextOf(regulation, own, month));
    const windows = [
      windowsOf(regulation.rules, month),
      ...own.filter((each) => correctable.has(each.month)).map((each) => windowsOf(each.regulation.rules, each.month)),
    ];
    for (const each of windows)
      for (const window of [each.days, each.absences, each.meals]) for (const date of datesOf(window)) dates.add(date);
  }
  return { month, regulations: contexts, dates: [...dates].sort(), correctable };
}
