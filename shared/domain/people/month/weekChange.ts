/** A work cycle that changes without a new contract: read in the weeks of the month and of the one before. */
import { addDays, isoWeekday, monthOf, type PlainDate, type PlainMonth } from '../../calendar/plainDate.ts';

/** Minutes of the work cycle on each date of which it is known. */
export type CycleMinutes = ReadonlyMap<PlainDate, number>;

export interface WeekChange {
  /** The Monday from which no week looks like any of those before. */
  readonly from: PlainDate;
  /** Minutes a week. */
  readonly before: number;
  readonly after: number;
}

const WEEK = 7;

interface Week {
  readonly monday: PlainDate;
  readonly minutes: number;
}

/** Whole weeks of which every day is known, in order. */
function weeksOf(minutes: CycleMinutes): Week[] {
  const mondays = [...minutes.keys()].filter((date) => isoWeekday(date) === 1).sort();
  return mondays.flatMap((monday): Week[] => {
    const days = Array.from({ length: WEEK }, (_, at) => minutes.get(addDays(monday, at)));
    const known = days.filter((each) => each !== undefined);
    return known.length < WEEK ? [] : [{ monday, minutes: known.reduce((sum, each) => sum + each, 0) }];
  });
}

/**
 * The change of the week that took place in `month`, or undefined. Weeks that alternate are no change: the last weeks must all differ from every
 * week before them. Weeks of 35 h until 11 October, of 28 h from Monday 12 → `{from: '2026-10-12', before: 2100, after: 1680}`.
 */
export function weekChange(minutes: CycleMinutes, month: PlainMonth): WeekChange | undefined {
  const weeks = weeksOf(minutes);
  const first = weeks.findIndex(({ monday }, at) => {
    const earlier = new Set(weeks.slice(0, at).map((each) => each.minutes));
    return monthOf(addDays(monday, WEEK - 1)) >= month && weeks.slice(at).every((each) => !earlier.has(each.minutes));
  });
  const [before, after] = [weeks[first - 1], weeks[first]];
  if (!before || !after || monthOf(after.monday) > month) return undefined;
  return { from: after.monday, before: before.minutes, after: after.minutes };
}
