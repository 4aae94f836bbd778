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

/** The day of `date` in `month`; its last day where the month has no such day. */
function sameDay(date: PlainDate, month: PlainMonth): PlainDate {
  return parsePlainDate(`${month}-${date.slice(8)}`) ?? lastDay(month);
}

/** The first period, of `month`: begun before it (21 September for October), it ends the day before the same day of the month. */
export function firstPeriod(month: PlainMonth, from: PlainDate = firstDay(month)): AbsencePeriod {
  const isShifted = from < firstDay(month);
  return { month, from, to: isShifted ? addDays(sameDay(from, month), -1) : lastDay(month) };
}

/** 21 September to 20 October → 21 October to 20 November; a period that ends with its month is followed by a whole month. */
export function nextPeriod({ month, to }: AbsencePeriod): AbsencePeriod {
  const next = addMonths(month, 1);
  return { month: next, from: addDays(to, 1), to: to === lastDay(month) ? lastDay(next) : sameDay(to, next) };
}

/** The period whose dates `date` is of; undefined outside them all. */
export function periodOf<P extends AbsencePeriod>(date: PlainDate, periods: readonly P[]): P | undefined {
  return periods.find(({ from, to }) => from <= date && date <= to);
}
