/** « Temps saisis »: presence typed in the workbook, by person. */
import { addDays, type PlainDate } from '../../domain/calendar/plainDate.ts';
import { timeOn } from '../../domain/calendar/wallTime.ts';
import type { TimedEntry, UntimedEntry } from '../../domain/worktime/person.ts';
import type { TableState } from '../../flows/book.ts';
import { KnownPeople, type KnownPerson } from '../knownPeople.ts';
import { typedRows, type Reading, type TypedRow } from '../typedRow.ts';
import { timeEntriesTable } from './timeEntriesTable.ts';
import { minutesIn, timeOfDay } from './typedTime.ts';

/** `dates`: those that the sheet speaks of, where Lucca's own entries give way. */
export interface TypedTime {
  readonly dates: ReadonlySet<PlainDate>;
  readonly timed: readonly TimedEntry[];
  readonly untimed: readonly UntimedEntry[];
}

interface TypedEntry {
  readonly row: TypedRow;
  readonly employeeId: string;
  readonly date: PlainDate;
  readonly timed?: TimedEntry;
  readonly untimed?: UntimedEntry;
}

const HOUR = 60;
const DAY = 24 * HOUR;

const minuteOf = (time: string) => Number(time.slice(0, 2)) * HOUR + Number(time.slice(3));
const clockText = (minute: number) =>
  `${String(Math.floor(minute / HOUR)).padStart(2, '0')}:${String(minute % HOUR).padStart(2, '0')}`;

/** The wall time so many minutes after midnight of a date. */
function at(date: PlainDate, minute: number) {
  return timeOn(addDays(date, Math.floor(minute / DAY)), clockText(minute % DAY));
}

/** A break without a place lies in the middle of its entry. */
function breaksOf(date: PlainDate, from: number, to: number, minutes: number): TimedEntry['breaks'] {
  if (minutes === 0) return [];
  const start = from + Math.floor((to - from - minutes) / 2);
  return [{ start: at(date, start), end: at(date, start + minutes) }];
}

function timedOf(row: TypedRow, date: PlainDate, start: string, end: string, id: string): TimedEntry | undefined {
  const from = minuteOf(start);
  const to = minuteOf(end) > from ? minuteOf(end) : minuteOf(end) + DAY;
  const pause = row.number('break') ?? 0;
  const isSound = pause >= 0 && pause < to - from;
  if (!isSound) row.say('break', 'timeBreakOdd');
  if (!isSound || row.isUnreadable('break')) return undefined;
  const breaks = breaksOf(date, from, to, pause);
  return { id, start: at(date, from), end: at(date, to), breaks, statedMinutes: minutesIn(row, 'hours') };
}

/** Only the duration is known. */
function untimedOf(row: TypedRow, date: PlainDate, id: string): UntimedEntry | undefined {
  const minutes = minutesIn(row, 'hours');
  if (minutes === null && !row.isUnreadable('hours')) row.say('hours', 'timeEntryEmpty');
  const isSound = minutes !== null && minutes >= 0 && minutes <= DAY;
  if (minutes !== null && !isSound) row.say('hours', 'timeHoursOdd');
  return isSound ? { id, date, minutes } : undefined;
}

function times(row: TypedRow): { readonly start: string; readonly end: string } | 'none' | undefined {
  const typed = { start: row.text('start'), end: row.text('end') };
  if (typed.start === '' && typed.end === '') return 'none';
  const [start, end] = [timeOfDay(typed.start), timeOfDay(typed.end)];
  if (start === undefined) row.say('start', typed.start === '' ? 'timeStartMissing' : 'timeUnreadable');
  if (end === undefined) row.say('end', typed.end === '' ? 'timeEndMissing' : 'timeUnreadable');
  return start === undefined || end === undefined ? undefined : { start, end };
}

function entryOf(row: TypedRow, people: KnownPeople): TypedEntry[] {
  const person = people.named(row);
  const date = row.date('date');
  if (date === null && !row.isUnreadable('date')) row.say('date', 'timeDateMissing');
  const clock = times(row);
  if (!person || date === null) return [];
  const held = { row, employeeId: person.id, date };
  if (clock === undefined) return [held];
  // The row of the sheet is no part of the identity of an entry: sorting the sheet changes nothing.
  const id = `typed ${date} ${clock === 'none' ? row.text('hours') : `${clock.start} ${clock.end}`}`;
  const timed = clock === 'none' ? undefined : timedOf(row, date, clock.start, clock.end, id);
  const untimed = clock === 'none' ? untimedOf(row, date, id) : undefined;
  return [{ ...held, ...(timed && { timed }), ...(untimed && { untimed }) }];
}

/** Durations of one date add up: a second one is told, for it may have been pasted twice. */
function sayDurationsTwice(entries: readonly TypedEntry[]): void {
  const first = new Map<PlainDate, TypedRow>();
  for (const { row, date, untimed } of entries) {
    if (!untimed || untimed.minutes === 0) continue;
    const other = first.get(date);
    if (other) row.say('hours', 'timeDurationTwice', { line: other.sheetRow }, 'warning');
    else first.set(date, row);
  }
}

/** By person. A row that cannot be counted is left out, and says why; the date it speaks of is still the sheet's. */
export function readTimeEntries(
  state: TableState | undefined,
  people: readonly KnownPerson[],
): Reading<ReadonlyMap<string, TypedTime>> {
  const { rows, findings } = typedRows(timeEntriesTable, state);
  const known = new KnownPeople(people);
  const byPerson = new Map<string, TypedEntry[]>();
  for (const entry of rows.flatMap((row) => entryOf(row, known)))
    byPerson.set(entry.employeeId, [...(byPerson.get(entry.employeeId) ?? []), entry]);
  for (const own of byPerson.values()) sayDurationsTwice(own);
  const value = new Map(
    [...byPerson].map(([id, entries]): [string, TypedTime] => [
      id,
      {
        dates: new Set(entries.map(({ date }) => date)),
        timed: entries.flatMap(({ timed }) => timed ?? []),
        untimed: entries.flatMap(({ untimed }) => (untimed && untimed.minutes > 0 ? [untimed] : [])),
      },
    ]),
  );
  // Lines of one key are told by what they count: durations here, times where they lie over each other.
  return { value, findings: findings.filter(({ code }) => code !== 'duplicateKey') };
}
