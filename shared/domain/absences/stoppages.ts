/** « Arrêts à saisir en paie »: stoppages as a person types them in payroll, whole, from the half-days that Lucca shows. */
import { addDays, isoWeekday, type PlainDate } from '../calendar/plainDate.ts';
import { compareHalfDates, type HalfDate, type HalfDayAbsence } from './halfDay.ts';
import { isFollowedBy } from './spans.ts';
import type { StoppageKind } from './treatment.ts';

export interface StoppageHalfDay {
  readonly halfDay: HalfDayAbsence;
  readonly kind: StoppageKind;
}

/** One stoppage of one person, months and requests put together only where `extends` says so. */
export interface Stoppage {
  /** Request, kind and first half-day. */
  readonly key: string;
  readonly employeeId: string;
  /** The request it came in with. */
  readonly leaveId: string;
  readonly kind: StoppageKind;
  readonly from: HalfDate;
  readonly to: HalfDate;
  readonly halfDays: number;
  /** The stoppage of the same kind that it prolongs without a planned day between, by its key; null for a first one. */
  readonly extends: string | null;
  /** Null where the schedule does not tell, or not within a year. */
  readonly lastDayWorked: PlainDate | null;
  /** The earliest date on which the employer may have known: requested 12/10 and approved 19/10 → 12/10; null when Lucca tells neither. */
  readonly knownOn: PlainDate | null;
}

/** What a schedule says of one person's dates. */
export interface WorkedDays {
  /** Undefined: the schedule of that date is not known. */
  readonly isPlanned: (employeeId: string, date: PlainDate) => boolean | undefined;
  /** Away morning and afternoon, whatever the reason. */
  readonly isAway: (employeeId: string, date: PlainDate) => boolean;
}

const YEAR = 366;
const FRIDAY = 5;

/** The first date from `date` on, going by `step` days, that was planned and not spent away. */
function nearestWorked(
  employeeId: string,
  start: PlainDate,
  step: 1 | -1,
  { isPlanned, isAway }: WorkedDays,
): PlainDate | null {
  for (let [gone, date] = [0, start]; gone < YEAR; gone += 1, date = addDays(date, step)) {
    const planned = isPlanned(employeeId, date);
    if (planned === undefined) return null;
    if (planned && !isAway(employeeId, date)) return date;
  }
  return null;
}

/** The last date before `from` that was planned and not spent away; of a stoppage that begins in the afternoon, its own date. */
function lastWorked(employeeId: string, from: HalfDate, days: WorkedDays): PlainDate | null {
  return nearestWorked(employeeId, from.half === 'pm' ? from.date : addDays(from.date, -1), -1, days);
}

/** The first date after `to` that is planned and not spent away; of a stoppage that ends in the morning, its own date. Null as above. */
export function firstWorked(employeeId: string, to: HalfDate, days: WorkedDays): PlainDate | null {
  return nearestWorked(employeeId, to.half === 'am' ? to.date : addDays(to.date, 1), 1, days);
}

/** True where nothing was planned between both: neither a week-end, nor a holiday, nor the free Wednesday of a part-timer cuts a stoppage. */
function goesOn(employeeId: string, previous: HalfDate, half: HalfDate, { isPlanned, isAway }: WorkedDays): boolean {
  if (isFollowedBy(previous, half)) return true;
  const isFree = (date: PlainDate) => isPlanned(employeeId, date) === false || isoWeekday(date) > FRIDAY;
  // The rest of a date that is begun, or ended, away was not planned.
  const isWhole = (date: PlainDate) => isPlanned(employeeId, date) !== undefined && isAway(employeeId, date);
  if (previous.half === 'am' && !isWhole(previous.date)) return false;
  if (half.half === 'pm' && !isWhole(half.date)) return false;
  for (let date = addDays(previous.date, 1); date < half.date; date = addDays(date, 1)) if (!isFree(date)) return false;
  return true;
}

/** Half-days of one person, kind and request that follow each other. */
function runsOf(items: readonly StoppageHalfDay[], days: WorkedDays): StoppageHalfDay[][] {
  const groups = new Map<string, StoppageHalfDay[]>();
  for (const item of items) {
    const key = JSON.stringify([item.halfDay.employeeId, item.kind, item.halfDay.leaveId]);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  const runs: StoppageHalfDay[][] = [];
  for (const group of groups.values()) {
    group.sort((a, b) => compareHalfDates(a.halfDay, b.halfDay));
    let previous: HalfDayAbsence | undefined;
    for (const item of group) {
      if (previous && goesOn(previous.employeeId, previous, item.halfDay, days)) runs.at(-1)?.push(item);
      else runs.push([item]);
      previous = item.halfDay;
    }
  }
  return runs;
}

function earliest(dates: readonly (PlainDate | null)[]): PlainDate | null {
  return dates.reduce((first, date) => (first === null || (date !== null && date < first) ? date : first), null);
}

function stoppageOf(run: readonly StoppageHalfDay[], days: WorkedDays): Stoppage | undefined {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return undefined;
  const { employeeId, leaveId } = first.halfDay;
  const end = ({ date, half }: HalfDate) => ({ date, half });
  return {
    key: `${leaveId}-${first.kind}-${first.halfDay.date}-${first.halfDay.half}`,
    employeeId,
    leaveId,
    kind: first.kind,
    from: end(first.halfDay),
    to: end(last.halfDay),
    halfDays: run.length,
    extends: null,
    lastDayWorked: lastWorked(employeeId, first.halfDay, days),
    knownOn: earliest(run.flatMap(({ halfDay }) => [halfDay.requestedOn, halfDay.approvedOn])),
  };
}

function inOrder(a: Stoppage, b: Stoppage): number {
  return compareHalfDates(a.from, b.from) || (a.key < b.key ? -1 : 1);
}

/**
 * Stoppages of one person, in order of dates, each with the one it prolongs: the last day worked before it is the one before the first of them.
 */
function chained(own: readonly Stoppage[], days: WorkedDays): Stoppage[] {
  const linked: Stoppage[] = [];
  for (const stoppage of own) {
    const before = linked.find(({ kind, to }) => {
      const isAfter = compareHalfDates(to, stoppage.from) < 0;
      return kind === stoppage.kind && isAfter && goesOn(stoppage.employeeId, to, stoppage.from, days);
    });
    linked.push(before ? { ...stoppage, extends: before.key, lastDayWorked: before.lastDayWorked } : stoppage);
  }
  return linked;
}

/**
 * The stoppages that `items` make, by person then date; a day that was not planned does not cut one, the end of a month neither. Order of the input does not
 * matter. Sickness of 7–9 September and its prolongation of 10–11 under another request → two lines, the second one `extends` the first.
 */
export function stoppagesOf(items: readonly StoppageHalfDay[], days: WorkedDays): Stoppage[] {
  const byPerson = new Map<string, Stoppage[]>();
  for (const stoppage of runsOf(items, days).flatMap((run) => stoppageOf(run, days) ?? [])) {
    const own = byPerson.get(stoppage.employeeId) ?? [];
    byPerson.set(stoppage.employeeId, [...own, stoppage]);
  }
  const people = [...byPerson.keys()].sort();
  return people.flatMap((id) => chained((byPerson.get(id) ?? []).sort(inOrder), days));
}
