/** Where a date stands for each fact of one regulation: in the windows of this order, in those of a closed one, or in none. */
import type { PlainDate, PlainMonth } from '../calendar/plainDate.ts';
import type { ClosedOrder } from './ledger.ts';
import { dayReasons, type DayReason, type VoucherLine } from './outcome.ts';
import type { VoucherRegulation } from './regulation.ts';
import { entitles } from './voucherDay.ts';
import { datesOf, holds, type VoucherWindows } from './windows.ts';

/** `later`: beyond the window. `before`: before the first days window handled here. `never`: passed over by every window. */
export type Reach =
  | { readonly at: 'open'; readonly settings: VoucherRegulation }
  | { readonly at: 'closed'; readonly settings: VoucherRegulation; readonly month: PlainMonth }
  | { readonly at: 'later' | 'before' | 'never' };

export interface DateReach {
  readonly days: Reach;
  readonly absences: Reach;
  readonly meals: Reach;
  /** True inside the days of this order, even where an earlier order saw the date too. */
  readonly isInDays: boolean;
  /** What the days of this order say of the date, by reason: one line for everybody, a large company has a million of them. */
  readonly lines: Readonly<Record<DayReason, VoucherLine>>;
}

/** A closed order, and the dates it looked at. */
export interface SeenOrder extends ClosedOrder {
  readonly windows: VoucherWindows;
}

/** The closed order of each date, by fact. The first order that saw a date keeps it. */
export interface ClosedDates {
  readonly days: ReadonlyMap<PlainDate, ClosedOrder>;
  readonly absences: ReadonlyMap<PlainDate, ClosedOrder>;
  readonly meals: ReadonlyMap<PlainDate, ClosedOrder>;
}

/** One regulation along the calendar. */
export interface RegulationCourse {
  readonly regulation: VoucherRegulation;
  readonly closed: ClosedDates;
  /** First date of the first days window handled here: see `VoucherStart`. */
  readonly begin: PlainDate;
}

/** The frozen settings, and today's where they decided nothing: an account made since then, on which an absence was filed again. */
function completed(frozen: VoucherRegulation, today: VoucherRegulation): VoucherRegulation {
  const accounts = new Map([...today.accounts, ...frozen.accounts]);
  const natures = new Map([...today.natures, ...frozen.natures]);
  return { ...frozen, accounts, natures };
}

/** `orders` of one regulation, in order of months; `today`: the regulation as it is set now. */
export function closedDates(orders: readonly SeenOrder[], today: VoucherRegulation): ClosedDates {
  const closed = {
    days: new Map<PlainDate, ClosedOrder>(),
    absences: new Map<PlainDate, ClosedOrder>(),
    meals: new Map<PlainDate, ClosedOrder>(),
  };
  for (const { month, regulation, windows } of orders) {
    const order = { month, regulation: completed(regulation, today) };
    for (const fact of ['days', 'absences', 'meals'] as const)
      for (const date of datesOf(windows[fact])) if (!closed[fact].has(date)) closed[fact].set(date, order);
  }
  return closed;
}

function dayLines(date: PlainDate): DateReach['lines'] {
  const line = (reason: DayReason): VoucherLine => {
    const change = entitles(reason) ? 1 : 0;
    return { date, fact: 'given', change, reason, taking: null, correction: null };
  };
  return Object.fromEntries(dayReasons.map((reason) => [reason, line(reason)])) as DateReach['lines'];
}

function reachOf(
  date: PlainDate,
  { regulation, closed, begin }: RegulationCourse,
  windows: VoucherWindows,
  fact: keyof VoucherWindows,
): Reach {
  const order = closed[fact].get(date);
  if (order) return { at: 'closed', settings: order.regulation, month: order.month };
  if (holds(windows[fact], date)) return { at: 'open', settings: regulation };
  if (date > windows[fact].to) return { at: 'later' };
  return { at: date < begin ? 'before' : 'never' };
}

export function reachOn(date: PlainDate, course: RegulationCourse, windows: VoucherWindows): DateReach {
  return {
    days: reachOf(date, course, windows, 'days'),
    absences: reachOf(date, course, windows, 'absences'),
    meals: reachOf(date, course, windows, 'meals'),
    isInDays: holds(windows.days, date),
    lines: dayLines(date),
  };
}

/** The same date for whoever leaves: absences and meals are counted up to the end at once, whatever their windows. */
export function reachUntil(end: PlainDate, date: PlainDate, course: RegulationCourse, usual: DateReach): DateReach {
  if (date > end) return usual;
  const opened = (reach: Reach): Reach => (reach.at === 'later' ? { at: 'open', settings: course.regulation } : reach);
  return { ...usual, absences: opened(usual.absences), meals: opened(usual.meals) };
}

/** The settings that rule a fact there, when this order or a closed one reaches it. */
export function settingsOf(reach: Reach): VoucherRegulation | undefined {
  return 'settings' in reach ? reach.settings : undefined;
}

/** Whether this order may still write the fact: inside its window, or as a correction of a closed order. */
export function isWithin(reach: Reach, correctable: ReadonlySet<PlainMonth>): boolean {
  return reach.at === 'open' || (reach.at === 'closed' && correctable.has(reach.month));
}
