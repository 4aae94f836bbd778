/** Civil weeks, from Monday to Sunday (art. L3121-35), and the month of pay that each belongs to. */
import {
  addDays,
  addMonths,
  daysBetween,
  firstDay,
  isoWeekday,
  lastDay,
  monthOf,
  plainMonth,
  type PlainDate,
  type PlainMonth,
} from '../calendar/plainDate.ts';
import type { DateSpan, TimeContract } from './person.ts';
import type { GapPeriod, RuleSet } from './ruleSet.ts';

/** `mondayOf('2026-10-04')` → `'2026-09-28'`. */
export function mondayOf(date: PlainDate): PlainDate {
  return addDays(date, 1 - isoWeekday(date));
}

/** Every date of a span. */
export function datesOf({ from, to }: DateSpan): PlainDate[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, at) => addDays(from, at));
}

export function isIn(date: PlainDate, { from, to }: DateSpan): boolean {
  return from <= date && date <= to;
}

/** Whether a date is under one of the contracts. */
export function contractOn(contracts: readonly TimeContract[], date: PlainDate): TimeContract | undefined {
  return contracts.find(({ from, to }) => from <= date && (to === null || date <= to));
}

/** The last date under contract of a span, its own last date when there is none: a week closes there. */
export function closingOf({ from, to }: DateSpan, contracts: readonly TimeContract[]): PlainDate {
  for (let date = to; date >= from; date = addDays(date, -1)) if (contractOn(contracts, date)) return date;
  return to;
}

export function weekOf(date: PlainDate): DateSpan {
  const from = mondayOf(date);
  return { from, to: addDays(from, 6) };
}

/** The weeks that have a date in `span`, in order. */
export function weeksIn(span: DateSpan): DateSpan[] {
  const first = mondayOf(span.from);
  const count = Math.floor(daysBetween(first, span.to) / 7) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => weekOf(addDays(first, at * 7)));
}

/** The month that pays a movement of `date`. */
export function payMonthOf(
  date: PlainDate,
  contracts: readonly TimeContract[],
  { month }: Pick<RuleSet, 'month'>,
): PlainMonth {
  return monthOf(month === 'civil' ? date : closingOf(weekOf(date), contracts));
}

/** The dates that a month of pay may read: its weeks, whole. */
export function spanOfMonth(month: PlainMonth): DateSpan {
  return { from: mondayOf(firstDay(month)), to: weekOf(lastDay(month)).to };
}

/** First and last date of a month of pay, for rules over months and years. */
function monthSpan(month: PlainMonth, contracts: readonly TimeContract[], set: Pick<RuleSet, 'month'>): DateSpan {
  if (set.month === 'civil') return { from: firstDay(month), to: lastDay(month) };
  const own = weeksIn(spanOfMonth(month)).filter((week) => payMonthOf(week.to, contracts, set) === month);
  return { from: own[0]?.from ?? firstDay(month), to: own.at(-1)?.to ?? lastDay(month) };
}

/** The twelve months of pay of the year of a month. */
function yearSpan(month: PlainMonth, contracts: readonly TimeContract[], set: Pick<RuleSet, 'month'>): DateSpan {
  const january = plainMonth(`${month.slice(0, 4)}-01`);
  return { from: monthSpan(january, contracts, set).from, to: monthSpan(addMonths(january, 11), contracts, set).to };
}

function groupOfWeeks(week: DateSpan, { count, anchor }: Extract<GapPeriod, { unit: 'week' }>): DateSpan {
  const nth = Math.floor(daysBetween(mondayOf(anchor), week.from) / 7);
  const first = addDays(week.from, -7 * (((nth % count) + count) % count));
  return { from: first, to: addDays(first, 7 * count - 1) };
}

/** The periods of a rule that close in a month of pay, in order. */
export function periodsClosingIn(
  month: PlainMonth,
  period: GapPeriod,
  contracts: readonly TimeContract[],
  set: Pick<RuleSet, 'month'>,
): DateSpan[] {
  const closes = (span: DateSpan) => payMonthOf(closingOf(span, contracts), contracts, set) === month;
  const around = spanOfMonth(month);
  switch (period.unit) {
    case 'day':
      return datesOf(around)
        .map((date): DateSpan => ({ from: date, to: date }))
        .filter(closes);
    case 'week': {
      const groups = weeksIn(around).map((week) => groupOfWeeks(week, period));
      return [...new Map(groups.map((group) => [group.from, group])).values()].filter(closes);
    }
    case 'month':
      return [monthSpan(month, contracts, set)];
    case 'year':
      return [yearSpan(month, contracts, set)].filter(closes);
  }
}

/** The months that the weeks of `months` touch: `['2026-10']` → `['2026-09', '2026-10', '2026-11']`. */
export function monthsOfWeeks(months: readonly PlainMonth[]): PlainMonth[] {
  const touched = new Set<PlainMonth>();
  for (const month of months) {
    const { from, to } = spanOfMonth(month);
    for (let each = monthOf(from); firstDay(each) <= to; each = addMonths(each, 1)) touched.add(each);
  }
  return [...touched].sort();
}
