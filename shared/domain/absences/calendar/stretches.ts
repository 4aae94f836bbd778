/** The absences of a person's month as they are read aloud: what follows without a weekday between is told once. */
import { compareHalfDates, type Half, type HalfDate } from '../halfDay.ts';
import { isFollowedBy } from '../spans.ts';
import type { CalendarEntry } from './entry.ts';
import type { CalendarRow } from './monthCalendar.ts';
import type { AbsenceTotal } from './totals.ts';

/** `entry`: what it is; its minutes are those of its first half. */
export interface Stretch extends AbsenceTotal {
  readonly entry: CalendarEntry;
  readonly from: HalfDate;
  readonly to: HalfDate;
}

interface Placed extends HalfDate {
  readonly entry: CalendarEntry;
}

const halves: readonly Half[] = ['am', 'pm'];

function placed({ days }: CalendarRow): Placed[] {
  return days.flatMap((day) =>
    halves.flatMap((half) => day[half].map((entry): Placed => ({ date: day.date, half, entry }))),
  );
}

/** What two halves must share to be told together. */
function identity({ category, kind, account, minutes }: CalendarEntry): string {
  return JSON.stringify([category, kind, account, minutes === null]);
}

function extended(stretch: Stretch, { date, half, entry }: Placed): Stretch {
  return {
    ...stretch,
    to: { date, half },
    halfDays: stretch.halfDays + (entry.minutes === null ? 1 : 0),
    minutes: stretch.minutes + (entry.minutes ?? 0),
  };
}

function goesOn({ entry, to }: Stretch, next: Placed): boolean {
  return identity(entry) === identity(next.entry) && compareHalfDates(to, next) < 0 && isFollowedBy(to, next);
}

/** In order of their first half. Leave from Friday 2 to Monday 5 → one stretch of four half-days. */
export function stretchesOf(row: CalendarRow): Stretch[] {
  const stretches: Stretch[] = [];
  for (const each of placed(row)) {
    const { date, half, entry } = each;
    const at = stretches.map((stretch) => goesOn(stretch, each)).lastIndexOf(true);
    const last = stretches[at];
    const begun: Stretch = { entry, from: { date, half }, to: { date, half }, halfDays: 0, minutes: 0 };
    if (last) stretches[at] = extended(last, each);
    else stretches.push(extended(begun, each));
  }
  return stretches.sort((a, b) => compareHalfDates(a.from, b.from));
}
