/** The dates and the nature of a stoppage: what payroll holds of it, what Lucca says of it, and where both differ. */
import { addDays, daysBetween, isoWeekday, type PlainDate } from '../calendar/plainDate.ts';
import { compareHalfDates, type Half, type HalfDate } from './halfDay.ts';
import { isFollowedBy } from './spans.ts';
import type { StoppageKind } from './treatment.ts';

export interface StoppageDates {
  readonly kind: StoppageKind;
  readonly from: HalfDate;
  readonly to: HalfDate;
}

const halves: readonly Half[] = ['am', 'pm'];
const FRIDAY = 5;

export function isSameStoppage(a: StoppageDates, b: StoppageDates): boolean {
  return a.kind === b.kind && compareHalfDates(a.from, b.from) === 0 && compareHalfDates(a.to, b.to) === 0;
}

/** True where a half-day is in both. */
export function overlap(a: StoppageDates, b: StoppageDates): boolean {
  return compareHalfDates(a.from, b.to) <= 0 && compareHalfDates(b.from, a.to) <= 0;
}

/** True where the one begins after the other without a weekday between. */
export function touch(a: StoppageDates, b: StoppageDates): boolean {
  const follows = (first: StoppageDates, next: StoppageDates) =>
    compareHalfDates(first.to, next.from) < 0 && isFollowedBy(first.to, next.from);
  return follows(a, b) || follows(b, a);
}

/** Halves of weekdays from the first to the last of a stoppage, and those of its ends whatever their day. */
export function halvesOf({ from, to }: StoppageDates): HalfDate[] {
  const within: HalfDate[] = [];
  for (let { date } = from; date <= to.date; date = addDays(date, 1)) {
    if (isoWeekday(date) > FRIDAY && date !== from.date && date !== to.date) continue;
    within.push(...halves.map((half) => ({ date, half })));
  }
  return within.filter((each) => compareHalfDates(from, each) <= 0 && compareHalfDates(each, to) <= 0);
}

/** Dates from the first to the last, both counted: 7 to 9 September → 3. */
export function calendarDays({ from, to }: StoppageDates): number {
  return daysBetween(from.date, to.date) + 1;
}

/**
 * Dates on which both differ, in order: those of one alone, all of them where the nature is another, or where there is one only. 7 to 9 September then
 * 7 to 11 → the 10th and the 11th.
 */
export function changedDates(before: StoppageDates, now: StoppageDates | null): PlainDate[] {
  const [had, has] = [halvesOf(before), now ? halvesOf(now) : []];
  const text = ({ date, half }: HalfDate) => `${date} ${half}`;
  const isWhole = now?.kind !== before.kind;
  const without = (halfDates: readonly HalfDate[], others: readonly HalfDate[]) => {
    const away = new Set(isWhole ? [] : others.map(text));
    return halfDates.filter((each) => !away.has(text(each)));
  };
  const changed = [...without(had, has), ...without(has, had)];
  return [...new Set(changed.map(({ date }) => date))].sort();
}
