/** What rules post, and what accounts hold of it. */
import type { PlainDate } from '../calendar/plainDate.ts';
import { difference, type Interval, type Intervals } from './intervals.ts';
import type { DateSpan } from './person.ts';
import type { DayNature } from './ruleSet.ts';

/** Minutes of presence that a movement is made of. `interval`: null where only their date is known. */
export interface Part {
  readonly date: PlainDate;
  readonly minutes: number;
  readonly interval: Interval | null;
}

/** What a gap was measured between, in minutes; `upper` null: without end. */
export interface GapBounds {
  readonly lower: number;
  readonly upper: number | null;
}

/** Why a movement was posted. */
export type Cause =
  | { readonly kind: 'gap'; readonly period: DateSpan; readonly measured: number; readonly bounds: GapBounds }
  | { readonly kind: 'day'; readonly nature: DayNature }
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
  /** Removed from its account for the one that bears them, or posted there. */
  | { readonly kind: 'nonCumulative'; readonly accounts: readonly string[]; readonly kept: string }
  | { readonly kind: 'cap'; readonly period: DateSpan; readonly held: number; readonly limit: number }
  | { readonly kind: 'transfer'; readonly from: string };

/** A line of an account, in whole minutes, never nought; negative: taken off. `parts` add up to its size where presence is known. */
export interface Movement {
  readonly date: PlainDate;
  readonly account: string;
  readonly minutes: number;
  readonly rule: string;
  readonly cause: Cause;
  readonly parts: readonly Part[];
}

/** Minutes that the movements leave on an account. */
export function total(movements: readonly Movement[], account: string): number {
  return movements.reduce((sum, each) => (each.account === account ? sum + each.minutes : sum), 0);
}

export function partsMinutes(parts: readonly Part[]): number {
  return parts.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** Parts over intervals of one date. */
export function timedParts(date: PlainDate, intervals: Intervals): Part[] {
  return intervals.map(({ from, to }) => ({ date, minutes: to - from, interval: { from, to } }));
}

export function untimedPart(date: PlainDate, minutes: number): Part[] {
  return minutes > 0 ? [{ date, minutes, interval: null }] : [];
}

/** A part of an account, the date of the movement that brought it and the rule that posted it. */
export interface Held {
  readonly part: Part;
  readonly dated: PlainDate;
  readonly rule: string;
}

/** `held` without what one part takes off it: each minute once, though several rules brought it to the account. */
function withoutPart(held: readonly Held[], taken: Part, isTaken: (each: Held) => boolean): Held[] {
  let clock: Intervals = taken.interval ? [taken.interval] : [];
  let owed = taken.interval ? 0 : taken.minutes;
  return held.flatMap((each): Held[] => {
    const { date, minutes, interval } = each.part;
    if (date !== taken.date || !isTaken(each)) return [each];
    if (interval) {
      const left = difference([interval], clock);
      clock = difference(clock, [interval]);
      return timedParts(date, left).map((part) => ({ ...each, part }));
    }
    const due = Math.min(minutes, owed);
    owed -= due;
    return untimedPart(date, minutes - due).map((part) => ({ ...each, part }));
  });
}

/**
 * Minutes of presence that an account still holds, after what was taken off it. A non-cumul takes off the movements of the date of its own
 * line; a cap or a transfer off any.
 */
export function heldOn(movements: readonly Movement[], account: string): Held[] {
  let held: Held[] = [];
  for (const { date: dated, minutes, parts, rule, cause } of movements.filter((each) => each.account === account)) {
    if (minutes > 0) held.push(...parts.map((part): Held => ({ part, dated, rule })));
    else
      for (const part of parts)
        held = withoutPart(held, part, (each) => cause.kind !== 'nonCumulative' || each.dated === dated);
  }
  return held;
}

/** The last minutes of what is held, in the order in which they were worked: what leaves an account leaves with its presence. */
export function lastParts(held: readonly Held[], minutes: number): Part[] {
  const start = ({ interval }: Part) => interval?.from ?? Infinity;
  const before = (a: Part, b: Part) => (a.date === b.date ? start(a) - start(b) || 0 : a.date < b.date ? -1 : 1);
  let left = Math.max(0, minutes);
  const last = held
    .map(({ part }) => part)
    .sort(before)
    .reverse();
  return last.flatMap(({ date, minutes: size, interval }): Part[] => {
    const own = Math.min(size, left);
    left -= own;
    if (own === 0) return [];
    return interval ? timedParts(date, [{ from: interval.to - own, to: interval.to }]) : untimedPart(date, own);
  });
}
