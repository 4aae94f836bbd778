/** The dates of one person that do not count alike on the two sides. Pure. */
import type { PlainDate } from '../../../domain/calendar/plainDate.ts';
import type { VoucherLine } from '../../../domain/vouchers/outcome.ts';
import type { SimulatedPerson, SimulatedSide } from './sides.ts';

export interface DifferingDay {
  readonly date: PlainDate;
  readonly now: readonly VoucherLine[];
  readonly then: readonly VoucherLine[];
}

function byDate({ outcomes }: SimulatedSide): ReadonlyMap<PlainDate, VoucherLine[]> {
  const dates = new Map<PlainDate, VoucherLine[]>();
  for (const { lines } of outcomes)
    for (const line of lines) dates.set(line.date, [...(dates.get(line.date) ?? []), line]);
  return dates;
}

/** What a date gives and takes: reasons may differ where nothing changes. */
function countOf(lines: readonly VoucherLine[]): string {
  const counting = lines.filter(({ change }) => change !== 0);
  return JSON.stringify(counting.map(({ fact, change }) => `${fact} ${change}`).sort());
}

/** Dates on which one side gives or takes what the other does not, in order. */
export function differingDays({ now, then }: Pick<SimulatedPerson, 'now' | 'then'>): DifferingDay[] {
  const [before, after] = [byDate(now), byDate(then)];
  const dates = [...new Set([...before.keys(), ...after.keys()])].sort();
  return dates
    .map((date) => ({ date, now: before.get(date) ?? [], then: after.get(date) ?? [] }))
    .filter((day) => countOf(day.now) !== countOf(day.then));
}
