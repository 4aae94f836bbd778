/** Lines summed into the numbers of one order. */
import type { ManualAdjustment, VoucherCount, VoucherLine } from './outcome.ts';

/** `leaving`: the benefit ends inside the days of this order. `left`: it ended before. */
export type Standing = 'staying' | 'leaving' | 'left';

function summed(lines: readonly VoucherLine[]): Pick<VoucherCount, 'days' | 'taken' | 'corrections'> {
  let [days, taken, corrections] = [0, 0, 0];
  for (const { fact, change, correction } of lines) {
    if (correction !== null) corrections += change;
    else if (fact === 'given') days += change;
    else taken -= change;
  }
  return { days, taken, corrections };
}

/**
 * 22 days, 3 taken by absences, 2 by meals, no correction → 17 ordered. A negative total orders nothing and is carried to the next order;
 * of a person who leaves, it is to recover with the final pay, and whoever has left is ordered nothing more.
 */
export function countOf(
  lines: readonly VoucherLine[],
  manual: readonly ManualAdjustment[],
  carriedIn: number,
  standing: Standing,
): VoucherCount {
  const { days, taken, corrections } = summed(lines);
  const signed = (isReturned: boolean) =>
    manual.reduce((total, { kind, number }) => ((kind === 'returned') === isReturned ? total + number : total), 0);
  const total = days - taken + corrections + signed(false) + carriedIn;
  const isOrdered = standing !== 'left' && total > 0;
  const isSettled = !isOrdered && standing !== 'staying';
  return {
    days,
    taken,
    corrections,
    manual: signed(false),
    carriedIn,
    total,
    ordered: isOrdered ? total : 0,
    carriedOut: isOrdered || isSettled ? 0 : total,
    settlement: isSettled ? total : 0,
    returned: signed(true),
  };
}
