/**
 * From Lucca's entries to declared time, in whole minutes: a clock shows the minute that has begun, and a duration loses the seconds that
 * its two times lose. Hours on half a day are rounded to the nearest minute.
 */
import { addDays, daysBetween, type PlainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { timeOn, type WallTime } from '../../../shared/domain/calendar/wallTime.ts';
import type { TimeEntry } from '../../../shared/domain/worktime/entryMonth.ts';
import { unreadable } from '../resources/loose.ts';
import type { Moment, TimeEntryRow } from '../resources/timeEntries.ts';

const [DAYS, HOURS, CLOCK] = [0, 1, 2];
const THEORETICAL = 1;
const NOON = 12 * 3_600;
const DAY = 24 * 3_600;

interface Read {
  readonly id: string;
  readonly date: PlainDate;
  /** In seconds since midnight. */
  readonly start: number;
  /** In seconds; null where Lucca gives none. */
  readonly duration: number | null;
}

function halfOf(second: number): 'am' | 'pm' {
  return second < NOON ? 'am' : 'pm';
}

function wallTimeOf({ date, second }: { readonly date: PlainDate; readonly second: number }): WallTime {
  const two = (count: number): string => String(Math.floor(count)).padStart(2, '0');
  return timeOn(date, `${two(second / 3_600)}:${two((second % 3_600) / 60)}`);
}

function later(date: PlainDate, second: number): Moment {
  return { date: addDays(date, Math.floor(second / DAY)), second: second % DAY };
}

/** Undefined when it is not known when it ends, or when it lasts more than Lucca allows: a day. */
function timed({ id, date, start, duration }: Read, end: Moment | null): TimeEntry[] | undefined {
  const last = end ?? (duration === null ? null : later(date, start + duration));
  if (last?.second == null || (duration ?? 0) > DAY) return undefined;
  const wall = daysBetween(date, last.date) * DAY + last.second - start;
  if (wall > DAY) return undefined;
  const minutes = Math.floor((start + wall) / 60) - Math.floor(start / 60);
  const statedMinutes = duration === null ? null : Math.max(0, minutes + Math.round((duration - wall) / 60));
  if (minutes === 0 && !statedMinutes) return [];
  const [from, to] = [wallTimeOf({ date, second: start }), wallTimeOf({ date: last.date, second: last.second })];
  return [{ kind: 'timed', id, start: from, end: to, statedMinutes }];
}

/** Half a day is twelve hours, a day is both halves. Any other part of a day is none that we know. */
function inDays({ id, date, start, duration }: Read): TimeEntry[] | undefined {
  const half = halfOf(start);
  if (duration === NOON) return [{ kind: 'days', id, date, half }];
  if (duration !== DAY || half === 'pm') return undefined;
  return (['am', 'pm'] as const).map((each) => ({ kind: 'days', id: `${id}-${each}`, date, half: each }));
}

function inHours({ id, date, start, duration }: Read): TimeEntry[] | undefined {
  if (duration === null || duration > DAY) return undefined;
  return [{ kind: 'hours', id, date, half: halfOf(start), minutes: Math.round(duration / 60) }];
}

/** Undefined when what the entry holds cannot be read. */
function read({ id, unit, startsAt, duration = null, endsAt = null }: TimeEntryRow): TimeEntry[] | undefined {
  const { date, second: start } = startsAt;
  if (start === null || duration === unreadable || endsAt === unreadable) return undefined;
  const given = { id, date, start, duration };
  if (unit === CLOCK) return timed(given, endsAt);
  if (unit === HOURS) return inHours(given);
  return unit === DAYS ? inDays(given) : undefined;
}

/** What an entry declares: nothing when it is archived, theoretical or of no duration; told as unreadable when we cannot say what. */
export function toTimeEntries(row: TimeEntryRow): TimeEntry[] {
  if (row.layer === THEORETICAL || row.archivedAt != null || row.duration === 0) return [];
  return read(row) ?? [{ kind: 'unreadable', id: row.id, date: row.startsAt.date }];
}
