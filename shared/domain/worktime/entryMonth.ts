/** The time that a person declared, in one short row by month: at 10,000 people, half a million entries are 10,000 rows. */
import type { Half } from '../absences/halfDay.ts';
import { monthOf, type PlainDate, type PlainMonth } from '../calendar/plainDate.ts';
import { dateOf, type WallTime } from '../calendar/wallTime.ts';

/**
 * One entry. `timed`: between two times of a clock, with the minutes that Lucca gives it, null where it gives none. `hours`: so many
 * minutes on half a day. `days`: half a day, that weighs what the schedule holds there. `unreadable`: something is declared on that date,
 * and what it holds cannot be read.
 */
export type TimeEntry =
  | {
      readonly kind: 'timed';
      readonly id: string;
      readonly start: WallTime;
      readonly end: WallTime;
      readonly statedMinutes: number | null;
    }
  | {
      readonly kind: 'hours';
      readonly id: string;
      readonly date: PlainDate;
      readonly half: Half;
      readonly minutes: number;
    }
  | { readonly kind: 'days'; readonly id: string; readonly date: PlainDate; readonly half: Half }
  | { readonly kind: 'unreadable'; readonly id: string; readonly date: PlainDate };

/**
 * Entries that begin in the weeks of `month`, from the day before the first Monday (a night may end on it) to the last Sunday. A row for
 * everybody who was asked about, also when they declared nothing. `entries`: `t start end minutes id` (`-` when no minutes are given),
 * `h date half minutes id`, `d date half id`, `? date id`; for instance `t 2026-10-05T09:00 2026-10-05T12:30 210 552586`.
 */
export interface TimeEntryMonth {
  readonly employeeId: string;
  readonly month: PlainMonth;
  readonly entries: readonly string[];
}

/** The date an entry begins on. */
export function dateOfEntry(entry: TimeEntry): PlainDate {
  return entry.kind === 'timed' ? dateOf(entry.start) : entry.date;
}

/** In the order of a day: what begins first, then by id. */
export function compareEntries(a: TimeEntry, b: TimeEntry): number {
  const [first, second] = [startOf(a), startOf(b)];
  if (first !== second) return first < second ? -1 : 1;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}

function startOf(entry: TimeEntry): string {
  if (entry.kind === 'timed') return entry.start;
  return entry.kind === 'unreadable' ? entry.date : `${entry.date} ${entry.half}`;
}

function textOf(entry: TimeEntry): string {
  const { kind, id } = entry;
  if (kind === 'timed') return `t ${entry.start} ${entry.end} ${entry.statedMinutes ?? '-'} ${id}`;
  if (kind === 'hours') return `h ${entry.date} ${entry.half} ${entry.minutes} ${id}`;
  return kind === 'days' ? `d ${entry.date} ${entry.half} ${id}` : `? ${entry.date} ${id}`;
}

/** Inverse of {@link textOf}; the text was written by it. */
function entryOf(text: string): TimeEntry {
  const [kind, first = '', second = '', ...rest] = text.split(' ');
  const [minutes, ...words] = rest;
  const [id, date, half] = [words.join(' '), first as PlainDate, second as Half];
  switch (kind) {
    case 't': {
      const statedMinutes = minutes === '-' ? null : Number(minutes);
      return { kind: 'timed', id, start: first as WallTime, end: second as WallTime, statedMinutes };
    }
    case 'h':
      return { kind: 'hours', id, date, half, minutes: Number(minutes) };
    case 'd':
      return { kind: 'days', id: rest.join(' '), date, half };
    default:
      return { kind: 'unreadable', id: text.slice(`? ${first} `.length), date };
  }
}

export function entryMonthOf(employeeId: string, month: PlainMonth, entries: readonly TimeEntry[]): TimeEntryMonth {
  return { employeeId, month, entries: entries.map(textOf) };
}

/**
 * The entries of one person over several months, each once. The weeks at both ends of a month stand in two rows: a date is told by the
 * row of its own month where there is one.
 */
export function entriesOf(rows: readonly TimeEntryMonth[]): TimeEntry[] {
  const own = new Set(rows.map(({ month }) => month));
  return rows.flatMap(({ month, entries }) =>
    entries.map(entryOf).filter((entry) => {
      const ofDate = monthOf(dateOfEntry(entry));
      return ofDate === month || !own.has(ofDate);
    }),
  );
}
