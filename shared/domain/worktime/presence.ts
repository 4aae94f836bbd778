/** From entries to presence by date: breaks removed, cut at midnight, no minute counted twice. */
import { addDays, type PlainDate } from '../calendar/plainDate.ts';
import { dateAt, momentOf, momentsOf, startOf, type Clock, type WallTime } from '../calendar/wallTime.ts';
import type { Finding } from '../finding.ts';
import type { Presence } from './dayTime.ts';
import { difference, minutesIn, union, type Interval } from './intervals.ts';
import type { TimedEntry } from './person.ts';

export interface PresenceByDate {
  readonly byDate: ReadonlyMap<PlainDate, readonly Presence[]>;
  readonly findings: readonly Finding[];
}

const WALL: Clock = { zone: null };

function between(start: WallTime, end: WallTime, clock: Clock): Interval {
  return { from: momentOf(start, clock), to: momentOf(end, clock) };
}

/** Presence of one entry, breaks removed. */
function present({ breaks }: TimedEntry, span: Interval, clock: Clock): readonly Interval[] {
  return difference(
    union([span]),
    breaks.map((each) => between(each.start, each.end, clock)),
  );
}

/**
 * The interval of an entry. In the hour that comes twice an end may be read in two ways: the duration that Lucca gives chooses, else the
 * first reading in which time passes.
 */
function spanOf(entry: TimedEntry, clock: Clock): Interval {
  const readings = momentsOf(entry.start, clock).flatMap((from) =>
    momentsOf(entry.end, clock).map((to): Interval => ({ from, to })),
  );
  const stated = readings.find((span) => minutesIn(present(entry, span, clock)) === entry.statedMinutes);
  return stated ?? readings.find(({ from, to }) => to > from) ?? between(entry.start, entry.end, clock);
}

/** A duration that is neither what passed nor what the wall shows. */
function statedFinding(entry: TimedEntry, real: number): Finding[] {
  const { start, end, statedMinutes: stated } = entry;
  if (stated === null || stated === real) return [];
  if (stated === minutesIn(present(entry, between(start, end, WALL), WALL))) return [];
  return [{ code: 'timeDurationOdd', severity: 'warning', facts: { start, end, stated, computed: real } }];
}

function backwards({ start, end }: TimedEntry): Finding {
  return { code: 'timeEntryBackwards', severity: 'error', facts: { start, end } };
}

/** The pieces of an interval, a date each. */
function cutAtMidnight({ from, to }: Interval, clock: Clock): readonly (readonly [PlainDate, Interval])[] {
  const pieces: (readonly [PlainDate, Interval])[] = [];
  for (let at = from; at < to;) {
    const date = dateAt(at, clock);
    const end = Math.min(to, startOf(addDays(date, 1), clock));
    pieces.push([date, { from: at, to: end }]);
    at = end;
  }
  return pieces;
}

/** Presence of every entry, by date. Minutes that two entries hold count once, and are told. Entries that touch are one shift. */
export function presenceOf(entries: readonly TimedEntry[], clock: Clock): PresenceByDate {
  const byDate = new Map<PlainDate, Presence[]>();
  const findings: Finding[] = [];
  let taken: readonly Interval[] = [];
  let [shift, shiftEnd] = ['', -Infinity];
  const inOrder = entries
    .map((entry) => ({ entry, span: spanOf(entry, clock) }))
    .sort((a, b) => a.span.from - b.span.from || (a.entry.id < b.entry.id ? -1 : 1));
  for (const { entry, span } of inOrder) {
    if (span.to <= span.from) {
      findings.push(backwards(entry));
      continue;
    }
    if (span.from > shiftEnd) shift = entry.id;
    shiftEnd = Math.max(shiftEnd, span.to);
    const whole = present(entry, span, clock);
    const own = difference(whole, taken);
    findings.push(...statedFinding(entry, minutesIn(whole)));
    const twice = minutesIn(whole) - minutesIn(own);
    if (twice > 0) {
      const facts = { start: entry.start, end: entry.end, minutes: twice };
      findings.push({ code: 'timeEntryTwice', severity: 'warning', facts });
    }
    // Only what may still overlap is kept: entries come in order of their start.
    taken = union([...taken.filter(({ to }) => to > span.from), ...whole]);
    for (const [date, piece] of own.flatMap((each) => cutAtMidnight(each, clock))) {
      byDate.set(date, [...(byDate.get(date) ?? []), { ...piece, shift }]);
    }
  }
  for (const [date, pieces] of byDate)
    byDate.set(
      date,
      pieces.sort((a, b) => a.from - b.from),
    );
  return { byDate, findings };
}
