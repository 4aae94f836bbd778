/** Which line of « Arrêts à saisir » each stoppage of Lucca is, whatever was moved of it since. */
import { compareHalfDates } from './halfDay.ts';
import { overlap, touch, type StoppageDates } from './stoppageDates.ts';
import type { Stoppage } from './stoppages.ts';

/** A line as it is held: what Lucca said of it last. */
export interface StoppageLine {
  readonly key: string;
  readonly employeeId: string;
  readonly leaveId: string;
  readonly dates: StoppageDates;
}

type Likeness = (line: StoppageLine, stoppage: Stoppage) => boolean;

/**
 * The surest first: the same key, then what Lucca said last, then the same nature on a day in common, in the same request first, then side by
 * side; at last another nature on a day in common.
 */
const likenesses: readonly Likeness[] = [
  ({ key }, stoppage) => key === stoppage.key,
  ({ leaveId, dates }, stoppage) =>
    leaveId === stoppage.leaveId && dates.kind === stoppage.kind && compareHalfDates(dates.from, stoppage.from) === 0,
  ({ leaveId, dates }, stoppage) =>
    leaveId === stoppage.leaveId && dates.kind === stoppage.kind && overlap(dates, stoppage),
  ({ dates }, stoppage) => dates.kind === stoppage.kind && overlap(dates, stoppage),
  ({ dates }, stoppage) => dates.kind === stoppage.kind && touch(dates, stoppage),
  ({ dates }, stoppage) => overlap(dates, stoppage),
];

function grouped<T extends { readonly employeeId: string }>(items: readonly T[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.employeeId);
    if (group) group.push(item);
    else groups.set(item.employeeId, [item]);
  }
  return groups;
}

/**
 * The stoppage of each of `lines` that still has one: each stoppage is of one line at most, of its own person. Lines and stoppages are taken in their
 * order. Sickness of 7–11 September under request 50, whose 7th is cancelled: the line held for the 7th is the stoppage of 8–11.
 */
export function matchStoppages<L extends StoppageLine>(
  lines: readonly L[],
  stoppages: readonly Stoppage[],
): ReadonlyMap<L, Stoppage> {
  const matched = new Map<L, Stoppage>();
  const owned = grouped(stoppages);
  for (const [employeeId, own] of grouped(lines)) {
    const left = [...(owned.get(employeeId) ?? [])];
    for (const isLike of likenesses)
      for (const line of own) {
        const at = matched.has(line) ? -1 : left.findIndex((stoppage) => isLike(line, stoppage));
        for (const stoppage of at < 0 ? [] : left.splice(at, 1)) matched.set(line, stoppage);
      }
  }
  return matched;
}
