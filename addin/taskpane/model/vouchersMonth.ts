/** The explanation of one person, laid out as calendar months. */
import {
  addDays,
  firstDay,
  isoWeekday,
  lastDay,
  monthOf,
  type PlainDate,
  type PlainMonth,
} from '../../../shared/domain/calendar/plainDate.ts';
import type { DayReason, VoucherLine, VoucherOutcome } from '../../../shared/domain/vouchers/outcome.ts';
import { lineText, type DayMark, type LuccaNames } from '../../../shared/messages/fr/vouchers/days.ts';

export interface CalendarDay {
  readonly date: PlainDate;
  /** Null: the order says nothing of that date. */
  readonly mark: DayMark | null;
  /** « congés payés le matin, titre retiré ». */
  readonly sentences: readonly string[];
}

/** Weeks from Monday to Sunday; null outside the month. */
export interface CalendarMonth {
  readonly month: PlainMonth;
  readonly weeks: readonly (readonly (CalendarDay | null)[])[];
}

const marks: Readonly<Record<DayReason, DayMark>> = {
  worked: 'given',
  holidayWorked: 'given',
  notPlanned: 'notPlanned',
  partialDay: 'partialDay',
  publicHoliday: 'publicHoliday',
  outsideBenefit: 'outside',
  alreadyGiven: 'alreadyGiven',
  unknownPlanning: 'unknown',
};

function isDayReason(reason: VoucherLine['reason']): reason is DayReason {
  return reason in marks;
}

function markOf(lines: readonly VoucherLine[]): DayMark {
  const taken = lines.find(({ fact, change }) => fact !== 'given' && change === -1);
  if (taken) return taken.fact === 'meal' ? 'meal' : 'absence';
  const given = lines.find(({ fact }) => fact === 'given');
  return given && isDayReason(given.reason) ? marks[given.reason] : 'noted';
}

/** What took a voucher is said first, then why there was one. */
function dayOf(date: PlainDate, lines: readonly VoucherLine[], names: LuccaNames): CalendarDay {
  if (lines.length === 0) return { date, mark: null, sentences: [] };
  const inOrder = [...lines].sort((a, b) => Number(a.fact === 'given') - Number(b.fact === 'given'));
  const isTaken = lines.some(({ fact, change }) => fact !== 'given' && change === -1);
  const said = inOrder.filter(({ fact }) => fact !== 'given' || !isTaken);
  return { date, mark: markOf(lines), sentences: said.map((line) => lineText(line, names)) };
}

function weeksOf(month: PlainMonth, day: (date: PlainDate) => CalendarDay): (CalendarDay | null)[][] {
  const days: (CalendarDay | null)[] = Array.from({ length: isoWeekday(firstDay(month)) - 1 }, () => null);
  for (let date = firstDay(month); date <= lastDay(month); date = addDays(date, 1)) days.push(day(date));
  while (days.length % 7 > 0) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

function regularByDate({ lines }: VoucherOutcome): Map<PlainDate, VoucherLine[]> {
  const byDate = new Map<PlainDate, VoucherLine[]>();
  for (const line of lines)
    if (line.correction === null) byDate.set(line.date, [...(byDate.get(line.date) ?? []), line]);
  return byDate;
}

/** The months that the order looked at, in order. Corrections of earlier orders are told beside, not here. */
export function calendarMonths(outcome: VoucherOutcome, names: LuccaNames): CalendarMonth[] {
  const byDate = regularByDate(outcome);
  const months = [...new Set([...byDate.keys()].map(monthOf))].sort();
  return months.map((month) => ({
    month,
    weeks: weeksOf(month, (date) => dayOf(date, byDate.get(date) ?? [], names)),
  }));
}

/** The marks that appear, for the legend. */
export function marksIn(months: readonly CalendarMonth[]): DayMark[] {
  const days = months.flatMap(({ weeks }) => weeks.flat());
  return [...new Set(days.flatMap((day) => day?.mark ?? []))];
}

/** Days worth a sentence: all but those worked and those off. */
export function notableDays(months: readonly CalendarMonth[]): CalendarDay[] {
  const days = months.flatMap(({ weeks }) => weeks.flat()).filter((day) => day !== null);
  return days.filter(({ mark }) => mark !== null && mark !== 'given' && mark !== 'notPlanned');
}

export type Correction = VoucherLine & { readonly correction: PlainMonth };

/** Corrections of earlier orders that count, in order of date. */
export function correctionsOf({ lines }: VoucherOutcome): Correction[] {
  return lines.filter((line): line is Correction => line.correction !== null && line.change !== 0);
}
