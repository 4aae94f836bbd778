import {
  addMinutes,
  frenchDate,
  instant,
  minutesAhead,
  minutesTo,
  parseFrenchDate,
  wallClock,
  type Instant,
} from '../domain/calendar/plainDate.ts';
import { textCell, type Cell } from '../domain/review/cell.ts';

const ZONE = 'Europe/Paris';
const EPOCH = instant('1970-01-01T00:00:00.000Z');

/** As a sheet tells an instant: `26/10/2026 21:03`. */
export function stamp(at: Instant): Cell {
  const { date, time } = wallClock(at, ZONE);
  return textCell(`${frenchDate(date)} ${time}`);
}

/** Inverse of {@link stamp}, to the minute; undefined for a text that says no moment. */
export function stampedAt(text: string): Instant | undefined {
  const [, day = '', hours = '', minutes = ''] = /^(\S+) (\d\d):(\d\d)$/.exec(text.trim()) ?? [];
  const date = parseFrenchDate(day);
  if (!date || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  const local = minutesTo(date) + Number(hours) * 60 + Number(minutes);
  return addMinutes(EPOCH, local - minutesAhead(ZONE, local - minutesAhead(ZONE, local)));
}
