/** Which dates an order looks at. */
import { addDays, addMonths, firstDay, lastDay, type PlainDate, type PlainMonth } from '../calendar/plainDate.ts';
import type { MonthShift, VoucherRules } from './regulation.ts';

/** Dates from `from` to `to`, both included. */
export interface DateWindow {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export interface VoucherWindows {
  readonly days: DateWindow;
  readonly absences: DateWindow;
  readonly meals: DateWindow;
}

function shifted(shift: MonthShift, month: PlainMonth, startDay: number): DateWindow {
  const meant = shift === 'M' ? month : addMonths(month, -1);
  if (startDay === 1) return { from: firstDay(meant), to: lastDay(meant) };
  const begin = addDays(firstDay(addMonths(meant, -1)), startDay - 1);
  return { from: begin, to: addDays(firstDay(meant), startDay - 2) };
}

/**
 * The windows of the order of `month`. Start day 16, days M, absences M-1, order of November: days from 16 October to 15 November,
 * absences from 16 September to 15 October (support.lucca.fr 4410184317714).
 */
export function windowsOf({ days, absences, expenses, startDay }: VoucherRules, month: PlainMonth): VoucherWindows {
  return {
    days: shifted(days, month, startDay),
    absences: shifted(absences, month, startDay),
    meals: shifted(expenses, month, startDay),
  };
}

/** Every date of a window, in order. */
export function datesOf({ from, to }: DateWindow): PlainDate[] {
  const dates: PlainDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

export function holds({ from, to }: DateWindow, date: PlainDate): boolean {
  return from <= date && date <= to;
}

/** From the first to the last date on which an absence or a meal may take something. */
export function takingWindow({ absences, meals }: VoucherWindows): DateWindow {
  return {
    from: absences.from < meals.from ? absences.from : meals.from,
    to: absences.to > meals.to ? absences.to : meals.to,
  };
}
