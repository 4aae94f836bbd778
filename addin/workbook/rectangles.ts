/** Which cells travel together: the fewest rectangles, none of them over a column that is not ours. Pure. */
import type { Box } from './body.ts';
import { SET_BLOCK_BYTES, stretches } from './bytes.ts';

/** Adjacent columns of ours, by position in the table. */
export type Run = readonly number[];

/** The columns of ours in runs of neighbours: `[0, 1, 3]` → `[[0, 1], [3]]`. */
export function runsOf(positions: readonly number[]): Run[] {
  const runs: number[][] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.at(-1) === position - 1) run.push(position);
    else runs.push([position]);
  }
  return runs;
}

/** A cell to write, by body row and position in the table. */
export interface Target {
  readonly row: number;
  readonly position: number;
}

/** A rectangle and the targets in it; its other cells are kept. */
export interface Rectangle<T extends Target> extends Box {
  readonly targets: readonly T[];
}

/** Rows without a target that a rectangle may span: cheaper than the 1 kB that a rectangle of its own costs in the request. */
const ROWS_SPANNED = 40;

/**
 * Rectangles that cover `targets`, run by run from the top. `weigh` gives the bytes of a target; a rectangle stays within one block.
 */
export function rectanglesOf<T extends Target>(
  targets: readonly T[],
  runs: readonly Run[],
  weigh: (target: T) => number,
): Rectangle<T>[] {
  return runs.flatMap((run) => {
    const inside = targets.filter(({ position }) => run.includes(position)).sort((a, b) => a.row - b.row);
    return neighbours(inside)
      .flatMap((near) => cutByBytes(near, weigh))
      .map(bounding);
  });
}

function neighbours<T extends Target>(targets: readonly T[]): T[][] {
  const groups: T[][] = [];
  for (const target of targets) {
    const group = groups.at(-1);
    if (group && target.row - (group.at(-1)?.row ?? 0) <= ROWS_SPANNED) group.push(target);
    else groups.push([target]);
  }
  return groups;
}

/** Cuts between rows: a row of a run is never in two rectangles. */
function cutByBytes<T extends Target>(targets: readonly T[], weigh: (target: T) => number): T[][] {
  const rows: T[][] = [];
  for (const target of targets) {
    if (rows.at(-1)?.[0]?.row === target.row) rows.at(-1)?.push(target);
    else rows.push([target]);
  }
  const sizes = rows.map((row) => row.reduce((sum, target) => sum + weigh(target), 0));
  return stretches(sizes, SET_BLOCK_BYTES).map(({ from, to }) => rows.slice(from, to).flat());
}

function bounding<T extends Target>(targets: readonly T[]): Rectangle<T> {
  const rows = targets.map(({ row }) => row);
  const positions = targets.map(({ position }) => position);
  const [row = 0, last = 0] = [rows[0], rows.at(-1)];
  const column = positions.reduce((least, each) => Math.min(least, each));
  const right = positions.reduce((most, each) => Math.max(most, each));
  return { row, column, height: last - row + 1, width: right - column + 1, targets };
}
