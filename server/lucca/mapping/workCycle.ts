/**
 * What the work cycle holds on each date. Lucca says what is planned: where a public holiday or a change of planning hides the cycle, the
 * half is what the cycle gives on the same weekday all through the month, and not known where that differs.
 */
import { isoWeekday, type PlainDate } from '../../../shared/domain/calendar/plainDate.ts';
import type { CycleDay } from '../../../shared/domain/calendar/plannedTimes.ts';

/** A half as it is planned. `minutes`: null where the person is counted in days. */
interface KnownHalf {
  readonly minutes: number | null;
  readonly isWeeklyRest: boolean;
}

/** A date both halves of which Lucca tells. */
export interface KnownDate {
  readonly date: PlainDate;
  readonly source: number | null;
  readonly isHoliday: boolean;
  readonly am: KnownHalf;
  readonly pm: KnownHalf;
}

const PUBLIC_HOLIDAY = 2;
const EXCEPTION = 3;
const HALVES = ['am', 'pm'] as const;
type Part = (typeof HALVES)[number];

function isHidden({ source, isHoliday }: KnownDate): boolean {
  return isHoliday || source === PUBLIC_HOLIDAY || source === EXCEPTION;
}

/** Every minutes seen on a weekday and half, the hidden dates left aside. */
function usualOf(dates: readonly KnownDate[]): (date: KnownDate, part: Part) => ReadonlySet<number | null> {
  const seen = new Map<string, Set<number | null>>();
  const keyOf = ({ date }: KnownDate, part: Part): string => `${isoWeekday(date)} ${part}`;
  for (const each of dates) {
    if (isHidden(each)) continue;
    for (const part of HALVES) {
      const key = keyOf(each, part);
      seen.set(key, (seen.get(key) ?? new Set()).add(each[part].minutes));
    }
  }
  return (date, part) => seen.get(keyOf(date, part)) ?? new Set();
}

/** One day for each date, in the order given. */
export function cycleDaysOf(dates: readonly KnownDate[]): CycleDay[] {
  const usual = usualOf(dates);
  const minutesOf = (each: KnownDate, part: Part): number | null => {
    const { minutes, isWeeklyRest } = each[part];
    // A kept holiday may bear the hours of the day it replaces.
    if (!isHidden(each) || (each.source === PUBLIC_HOLIDAY && minutes !== 0)) return minutes;
    if (each.source !== EXCEPTION && isWeeklyRest) return 0;
    const [only = null, ...others] = usual(each, part);
    return others.length === 0 ? only : null;
  };
  return dates.map((each) => ({
    date: each.date,
    am: minutesOf(each, 'am'),
    pm: minutesOf(each, 'pm'),
    isWeeklyRest: HALVES.every((part) => each[part].isWeeklyRest),
  }));
}
