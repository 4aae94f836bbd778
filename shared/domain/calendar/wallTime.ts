/** Times that a clock on a wall shows, and the real minutes between them. */
import { addDays, minutesAhead, minutesTo, parsePlainDate, type PlainDate } from './plainDate.ts';

/** A civil date and the time of a clock, `'2026-10-25T02:30'`. Midnight is the first minute of its date. */
export type WallTime = string & { readonly wallTime: unique symbol };

/**
 * How minutes are counted: `zone`: as they really pass there, an hour more or less when the clocks change; `null`: as the wall shows them.
 */
export interface Clock {
  readonly zone: string | null;
}

const WALL = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/;
const DAY = 1_440;

/** The time written in `text`, or undefined: `'2026-09-07T24:00'` → undefined. */
export function parseWallTime(text: string): WallTime | undefined {
  const match = WALL.exec(text);
  return match && parsePlainDate(match[1] ?? '') !== undefined ? (text as WallTime) : undefined;
}

/** As {@link parseWallTime}; anything else is a bug and throws. */
export function wallTime(text: string): WallTime {
  const time = parseWallTime(text);
  if (time === undefined) throw new RangeError(`not a wall time: ${text}`);
  return time;
}

/** The time of a date that its clock writes `time`, `'21:00'`: already checked. */
export function timeOn(date: PlainDate, time: string): WallTime {
  return `${date}T${time}` as WallTime;
}

export function dateOf(time: WallTime): PlainDate {
  return time.slice(0, 10) as PlainDate;
}

/** Minutes since midnight as the wall shows them: `'2026-10-25T02:30'` → 150. */
export function minuteOfDay(time: WallTime): number {
  return Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16));
}

interface DayOfZone {
  /** Minutes ahead of UTC when the day begins and when it ends. */
  readonly before: number;
  readonly after: number;
  /** Minute of UTC at which the clocks change; infinite on an ordinary day. */
  readonly change: number;
}

/** By zone and date: each is asked once. */
const known = new Map<string, Map<PlainDate, DayOfZone>>();

function aheadAt(zone: string, date: PlainDate): number {
  const local = minutesTo(date);
  // An offset is read a first time where the offset is still unknown: no zone changes within a day of midnight twice.
  return minutesAhead(zone, local - minutesAhead(zone, local));
}

/** The first minute of UTC from which the clocks are `after` ahead. */
function changeBetween(zone: string, from: number, to: number, after: number): number {
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (minutesAhead(zone, middle) === after) high = middle;
    else low = middle;
  }
  return high;
}

function dayOf(zone: string, date: PlainDate): DayOfZone {
  const ofZone = known.get(zone) ?? new Map<PlainDate, DayOfZone>();
  const found = ofZone.get(date);
  if (found) return found;
  const next = addDays(date, 1);
  const [before, after] = [aheadAt(zone, date), aheadAt(zone, next)];
  const bounds = [minutesTo(date) - before, minutesTo(next) - after] as const;
  const change = before === after ? Infinity : changeBetween(zone, ...bounds, after);
  const day = { before, after, change };
  known.set(zone, ofZone.set(date, day));
  return day;
}

/**
 * Every moment at which the wall shows `time`, in minutes since 1970: one as a rule, two in the hour that comes twice. In the hour that is
 * skipped, the moment that would have come had nobody touched the clocks.
 */
export function momentsOf(time: WallTime, { zone }: Clock): readonly [number, ...number[]] {
  const date = dateOf(time);
  const local = minutesTo(date) + minuteOfDay(time);
  if (zone === null) return [local];
  const { before, after, change } = dayOf(zone, date);
  const [early, late] = [local - before, local - after];
  if (change === Infinity) return [early];
  if (late < change) return [early];
  return early < change ? [early, late] : [late];
}

/** The first moment at which the wall shows `time`. */
export function momentOf(time: WallTime, clock: Clock): number {
  return momentsOf(time, clock)[0];
}

/** The moment at which a date begins. A date lasts 1,380 or 1,500 minutes when the clocks change, 1,440 otherwise. */
export function startOf(date: PlainDate, clock: Clock): number {
  return momentOf(timeOn(date, '00:00'), clock);
}

/** The date that a moment belongs to. */
export function dateAt(moment: number, clock: Clock): PlainDate {
  // No zone is more than a day from UTC: the date there is one of three.
  const near = addDays('1970-01-01' as PlainDate, Math.floor(moment / DAY));
  const candidates = [1, 0, -1].map((days) => addDays(near, days));
  return candidates.find((date) => startOf(date, clock) <= moment) ?? near;
}

/** What the wall shows at a moment of `date`: `'08:30'`; `'24:00'` where the date ends. */
export function clockText(moment: number, date: PlainDate, { zone }: Clock): string {
  const minute = minuteOnWall(moment, date, { zone });
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Minutes that the wall shows since the midnight of `date`, at one of its moments: 1,440 where it ends. */
export function minuteOnWall(moment: number, date: PlainDate, { zone }: Clock): number {
  const local = zone === null ? moment : moment + minutesAhead(zone, moment);
  return local - minutesTo(date);
}
