/** Sets of moments, in minutes: sorted intervals that do not touch, each with its first minute and the one after its last. */

export interface Interval {
  readonly from: number;
  readonly to: number;
}

export type Intervals = readonly Interval[];

/** The set that the intervals cover, whatever their order and overlaps; empty ones are left out. */
export function union(intervals: Intervals): Intervals {
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of intervals.filter((each) => each.to > each.from).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

export function intersection(a: Intervals, b: Intervals): Intervals {
  return union(
    a.flatMap((one) =>
      b.map((other): Interval => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) })),
    ),
  );
}

/** `a` without `b`. */
export function difference(a: Intervals, b: Intervals): Intervals {
  return b
    .reduce<Intervals>(
      (left, cut) =>
        left.flatMap((each) => [
          { from: each.from, to: Math.min(each.to, cut.from) },
          { from: Math.max(each.from, cut.to), to: each.to },
        ]),
      a,
    )
    .filter(({ from, to }) => to > from);
}

/** How many minutes the set holds. */
export function minutesIn(intervals: Intervals): number {
  return intervals.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** The first `minutes` of the set, and what comes after them. */
export function split(intervals: Intervals, minutes: number): readonly [Intervals, Intervals] {
  const [first, rest]: [Interval[], Interval[]] = [[], []];
  let left = Math.max(0, minutes);
  for (const { from, to } of intervals) {
    const cut = Math.min(to, from + left);
    if (cut > from) first.push({ from, to: cut });
    if (to > cut) rest.push({ from: cut, to });
    left -= cut - from;
  }
  return [first, rest];
}
