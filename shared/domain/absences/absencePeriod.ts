/** The period of a payroll month of absences: the calendar month, or shifted (from the 21st to the 20th). One is open at a time. */
import {
  addDays,
  addMonths,
  firstDay,
  lastDay,
  parsePlainDate,
  type PlainDate,
  type PlainMonth,
} from '../calendar/plainDate.ts';

/** From and to included. */
export interface AbsencePeriod {
  readonly month: PlainMonth;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Where a topic begins: a payroll month, and its first day, which says on which day periods begin. */
export interface PeriodStart {
  readonly month: PlainMonth;
  readonly from: PlainDate;
}

/** The last day of the period of `month`, as `start` shifts them: begun on the 21st, the 20th; a month without the day ends with itself. */
function endOf(month: PlainMonth, start: PeriodStart): PlainDate {
  if (start.from >= firstDay(start.month)) return lastDay(month);
  const next = parsePlainDate(`${month}-${start.from.slice(8)}`);
  return next ? addDays(next, -1) : lastDay(month);
}

/** The first period: begun before its month (21 September for October), it ends the day before the same day of the month. */
export function firstPeriod(start: PeriodStart): AbsencePeriod {
  const { month, from } = start;
  return { month, from, to: endOf(month, start) };
}

/** 21 September to 20 October → 21 October to 20 November: begun the day after, it ends where `start` has periods end. */
export function nextPeriod({ month, to }: AbsencePeriod, start: PeriodStart): AbsencePeriod {
  const next = addMonths(month, 1);
  return { month: next, from: addDays(to, 1), to: endOf(next, start) };
}

/** The period whose dates `date` is of; undefined outside them all. */
export function periodOf<P extends AbsencePeriod>(date: PlainDate, periods: readonly P[]): P | undefined {
  return periods.find(({ from, to }) => from <= date && date <= to);
}
