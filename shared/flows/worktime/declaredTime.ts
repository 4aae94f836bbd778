/** The time that one person declared, in Lucca or in « Temps saisis », and the weeks whose sheet is missing or not approved. */
import type { Timesheet } from '../../contracts/worktimeSchemas.ts';
import { addDays, type PlainDate } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { dateOfEntry, entriesOf, type TimeEntry, type TimeEntryMonth } from '../../domain/worktime/entryMonth.ts';
import type { DateSpan, PlannedTime, TimedEntry, UntimedEntry } from '../../domain/worktime/person.ts';
import { isIn, weekOf } from '../../domain/worktime/weeks.ts';
import type { TypedTime } from '../../tables/worktime/readTimeEntries.ts';

export interface DeclaredTime {
  readonly timed: readonly TimedEntry[];
  readonly untimed: readonly UntimedEntry[];
  readonly unapproved: readonly DateSpan[];
  readonly findings: readonly Finding[];
}

/** What is known of one person. `weeks`: those that are counted; `hasSheets`: false where Lucca has no sheets to read. */
export interface DeclaredSources {
  readonly rows: readonly TimeEntryMonth[];
  readonly sheets: readonly Timesheet[];
  readonly typed: TypedTime | undefined;
  readonly planned: ReadonlyMap<PlainDate, PlannedTime>;
  readonly weeks: readonly DateSpan[];
  readonly hasSheets: boolean;
}

const NONE: TypedTime = { dates: new Set(), timed: [], untimed: [] };

/** Minutes of half a day counted in days: what was planned on it; undefined where nothing says it. */
function halfMinutes(entry: Extract<TimeEntry, { kind: 'days' }>, planned: DeclaredSources['planned']) {
  const day = planned.get(entry.date);
  return day?.theoretical?.[entry.half] || day?.contractual?.[entry.half] || undefined;
}

interface Sorted {
  readonly timed: TimedEntry[];
  readonly untimed: UntimedEntry[];
  /** Dates of entries that cannot be read, and of halves that nothing weighs. */
  readonly unread: PlainDate[];
  readonly unweighed: PlainDate[];
}

function sorted(entries: readonly TimeEntry[], planned: DeclaredSources['planned']): Sorted {
  const found: Sorted = { timed: [], untimed: [], unread: [], unweighed: [] };
  for (const entry of entries) {
    const { id } = entry;
    if (entry.kind === 'timed') {
      const { start, end, statedMinutes } = entry;
      found.timed.push({ id, start, end, breaks: [], statedMinutes });
    } else if (entry.kind === 'hours') found.untimed.push({ id, date: entry.date, minutes: entry.minutes });
    else if (entry.kind === 'unreadable') found.unread.push(entry.date);
    else {
      const minutes = halfMinutes(entry, planned);
      if (minutes === undefined) found.unweighed.push(entry.date);
      else found.untimed.push({ id, date: entry.date, minutes });
    }
  }
  return found;
}

function told(code: string, dates: readonly PlainDate[]): Finding[] {
  const [date] = [...dates].sort();
  return date === undefined ? [] : [{ code, severity: 'warning', facts: { date, dates: new Set(dates).size } }];
}

/** Whether sheets that are approved cover a date. */
function isApproved(sheets: readonly Timesheet[], date: PlainDate): boolean {
  return sheets.some((sheet) => sheet.status === 'approved' && isIn(date, sheet));
}

/** A date of a week that no approved sheet covers, all of it from the sheet « Temps saisis » left aside. */
function waits(week: DateSpan, { sheets, typed = NONE }: DeclaredSources, dates: ReadonlySet<PlainDate>): boolean {
  const all = Array.from({ length: 7 }, (_, at) => addDays(week.from, at));
  const isTyped = all.some((date) => typed.dates.has(date)) && !all.some((date) => dates.has(date));
  const hasSheet = sheets.some(({ from, to }) => from <= week.to && to >= week.from);
  if (isTyped && !hasSheet) return false;
  return (
    !all.some((date) => isApproved(sheets, date)) || all.some((date) => dates.has(date) && !isApproved(sheets, date))
  );
}

/** What is declared. Typed dates replace those of Lucca; the week of an entry that cannot be counted waits. */
export function declaredTime(sources: DeclaredSources): DeclaredTime {
  const { rows, typed = NONE, planned, weeks, hasSheets } = sources;
  const entries = entriesOf(rows).filter((entry) => !typed.dates.has(dateOfEntry(entry)));
  const { timed, untimed, unread, unweighed } = sorted(entries, planned);
  const dates = new Set(entries.map(dateOfEntry));
  const unsure = new Set([...unread, ...unweighed].map((date) => weekOf(date).from));
  const isWaiting = (week: DateSpan) => unsure.has(week.from) || (hasSheets && waits(week, sources, dates));
  return {
    timed: [...timed, ...typed.timed],
    untimed: [...untimed, ...typed.untimed],
    unapproved: weeks.filter(isWaiting),
    findings: [...told('timeEntryUnreadable', unread), ...told('timeEntryUnweighed', unweighed)],
  };
}
