import type { Input } from './safeCell.ts';

/** A cell the writer leaves as it is. Only {@link toExcel} turns it into Excel's `null`. */
export const KEEP = Symbol('keep');
export type Kept = Input | typeof KEEP;

/** What one request aims at; Excel on the web refuses 5 MB. */
export const BLOCK_BYTES = 1_000_000;

/** The same for cells that are looked at before they are written or deleted: each look comes back twice. */
export const SET_BLOCK_BYTES = 500_000;

const KEEP_BYTES = 5;
const NUMBER_BYTES = 12;

/** Bytes of one input in the request, its separator included: near enough, and never much under. */
export function bytesOf(input: Kept): number {
  if (input === KEEP) return KEEP_BYTES;
  if (typeof input === 'number') return NUMBER_BYTES;
  let bytes = 3;
  for (let index = 0; index < input.length; index++) bytes += bytesOfUnit(input.charCodeAt(index));
  return bytes;
}

function bytesOfUnit(code: number): number {
  if (code < 0x20) return 6;
  if (code === 0x22 || code === 0x5c) return 2;
  if (code < 0x80) return 1;
  return code < 0x800 ? 2 : 3;
}

/** The grid as Excel takes it: `null` leaves a cell as it is. */
export function toExcel(grid: readonly (readonly Kept[])[]): (Input | null)[][] {
  return grid.map((row) => row.map((input) => (input === KEEP ? null : input)));
}

/** A stretch of items, `to` excluded. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Cuts items into stretches of at most `limit`, in order; an item larger than that stands alone.
 * `stretches([4, 4, 4], 8)` → `[{from: 0, to: 2}, {from: 2, to: 3}]`.
 */
export function stretches(sizes: readonly number[], limit: number): Stretch[] {
  const cut: Stretch[] = [];
  let [from, size] = [0, 0];
  sizes.forEach((each, index) => {
    if (index > from && size + each > limit) {
      cut.push({ from, to: index });
      [from, size] = [index, 0];
    }
    size += each;
  });
  return sizes.length > from ? [...cut, { from, to: sizes.length }] : cut;
}

/** The stretch in two, or nothing when it holds one item only. */
export function halves({ from, to }: Stretch): Stretch[] {
  const middle = Math.ceil((from + to) / 2);
  return to - from > 1
    ? [
        { from, to: middle },
        { from: middle, to },
      ]
    : [];
}
