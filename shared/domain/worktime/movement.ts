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

/** `parts` without what `removed` takes of them: its intervals, and its minutes where only a date is known. */
export function without(parts: readonly Part[], removed: readonly Part[]): Part[] {
  const cuts = removed.flatMap(({ interval }) => interval ?? []);
  const owed = new Map<PlainDate, number>();
  for (const { date, minutes, interval } of removed) {
    if (!interval) owed.set(date, (owed.get(date) ?? 0) + minutes);
  }
  return parts.flatMap((part): Part[] => {
    if (part.interval) return timedParts(part.date, difference([part.interval], cuts));
    const due = Math.min(part.minutes, owed.get(part.date) ?? 0);
    owed.set(part.date, (owed.get(part.date) ?? 0) - due);
    return untimedPart(part.date, part.minutes - due);
  });
}

/** A part of an account, and the date of the movement that brought it. */
export interface Held {
  readonly part: Part;
  readonly dated: PlainDate;
}

/** Minutes of presence that an account still holds, after what was taken off it. */
export function heldOn(movements: readonly Movement[], account: string): Held[] {
  const own = movements.filter((each) => each.account === account && each.parts.length > 0);
  const removed = own.filter(({ minutes }) => minutes < 0);
  return own.flatMap(({ date: dated, minutes, parts }) => {
    if (minutes < 0) return [];
    const taken = removed.filter(({ date }) => date === dated).flatMap((each) => each.parts);
    return without(parts, taken).map((part): Held => ({ part, dated }));
  });
}
