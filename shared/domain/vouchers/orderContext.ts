/** What one order sees of every regulation, computed once for everybody: open windows, closed ones, and whose settings rule a date. */
import { addDays, type PlainDate, type PlainMonth } from '../calendar/plainDate.ts';
import type { ClosedOrder } from './ledger.ts';
import { closedDates, reachOn, type DateReach, type RegulationCourse, type SeenOrder } from './reach.ts';
import type { VoucherRegulation } from './regulation.ts';
import { datesOf, windowsOf, type DateWindow, type VoucherWindows } from './windows.ts';

export interface RegulationContext extends RegulationCourse {
  readonly open: VoucherWindows;
  /** Where each of the dates of the context stands, for whoever does not leave. */
  readonly reaches: ReadonlyMap<PlainDate, DateReach>;
}

export interface OrderContext {
  readonly month: PlainMonth;
  readonly regulations: ReadonlyMap<string, RegulationContext>;
  /** Dates of the open windows and of the closed orders that may still be corrected, in order: their facts must be known. */
  readonly dates: readonly PlainDate[];
  /** The same, to ask of one. */
  readonly needed: ReadonlySet<PlainDate>;
  /** The other dates of closed orders: looked at where their facts are known. */
  readonly older: readonly PlainDate[];
  /** Months whose closed orders may still be corrected. */
  readonly correctable: ReadonlySet<PlainMonth>;
}

/** Closed orders that are looked at again, unless a setting says otherwise. */
export const LOOK_BACK = 2;

function courseOf(regulation: VoucherRegulation, orders: readonly SeenOrder[]): RegulationCourse {
  const { rules, start } = orders[0]?.regulation ?? regulation;
  return { regulation, closed: closedDates(orders, regulation), begin: windowsOf(rules, start.month).days.from };
}

/**
 * The windows of an order, from the day after those of the orders before it: where the rules were M-1 and become M, or the first day of the
 * period moves, no day falls between two orders. A regulation that begins again after a stop (« Premier mois géré ici » later than its last
 * order) leaves out the days of the stop.
 */
function joinedWindows({ month, regulation }: ClosedOrder, before: readonly SeenOrder[]): VoucherWindows {
  const own = windowsOf(regulation.rules, month);
  const last = before.at(-1);
  if (!last || regulation.start.month > last.month) return own;
  const joined = (fact: keyof VoucherWindows): DateWindow => {
    const next = before.map(({ windows }) => addDays(windows[fact].to, 1)).reduce((a, b) => (a > b ? a : b));
    return next < own[fact].from ? { from: next, to: own[fact].to } : own[fact];
  };
  return { days: joined('days'), absences: joined('absences'), meals: joined('meals') };
}

/** Orders of one regulation, in order of months, with the windows that each one really had: a day caught up belongs to the order that did. */
function seenOrders(orders: readonly ClosedOrder[]): SeenOrder[] {
  const seen: SeenOrder[] = [];
  for (const order of orders) seen.push({ ...order, windows: joinedWindows(order, seen) });
  return seen;
}

function contextOf(course: RegulationCourse, open: VoucherWindows, dates: readonly PlainDate[]): RegulationContext {
  const reaches = new Map(dates.map((date) => [date, reachOn(date, course, open)]));
  return { ...course, open, reaches };
}

/**
 * The context of the order of `month`: `regulations` as they are set today, all of them (a date under one that is not given is left as it
 * was recorded); `closed` the orders already made, whatever their order. `lookBack`: how many of the last closed months may still be
 * corrected.
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
  const courses = regulations.map((regulation) => {
    const orders = seenOrders(past.filter((each) => each.regulation.key === regulation.key));
    return { course: courseOf(regulation, orders), orders, open: joinedWindows({ month, regulation }, orders) };
  });
  const dates = datesIn(
    courses.flatMap(({ orders, open }) => [
      open,
      ...orders.filter((each) => correctable.has(each.month)).map(({ windows }) => windows),
    ]),
  );
  const needed = new Set(dates);
  const all = datesIn(courses.flatMap(({ orders }) => orders.map(({ windows }) => windows)));
  const older = all.filter((date) => !needed.has(date));
  const contexts = courses.map(({ course, open }) => contextOf(course, open, [...dates, ...older]));
  const byKey = new Map(contexts.map((each) => [each.regulation.key, each]));
  return { month, regulations: byKey, dates, needed, older, correctable };
}

function datesIn(windows: readonly VoucherWindows[]): PlainDate[] {
  const dates = windows.flatMap(({ days, absences, meals }) => [days, absences, meals].flatMap(datesOf));
  return [...new Set(dates)].sort();
}
