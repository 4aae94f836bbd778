/** How the files name what people read in them: given by whoever speaks their language. */
import type { PlainMonth } from '../../calendar/plainDate.ts';
import type { Half } from '../halfDay.ts';
import type { LineHalfDay } from '../transferLines.ts';
import type { TransferFileLine } from './transferFile.ts';

/** What a comment tells of half-days: the run, where they begin or end within a day, and their month when it was handed over before. */
export interface RemarkFacts {
  readonly number: string;
  readonly begins: Half;
  readonly ends: Half;
  /** All of it is one half of one day, `begins`. */
  readonly isOneHalf: boolean;
  readonly late: PlainMonth | null;
  /** In hours, where no column says so. */
  readonly isInHours: boolean;
}

export interface TransferWords {
  readonly directions: Readonly<Record<TransferFileLine['direction'], string>>;
  readonly halves: Readonly<Record<Half, string>>;
  readonly month: (month: PlainMonth) => string;
  readonly remark: (facts: RemarkFacts) => string;
}

/** First and last half-day of a line. */
export function endsOf({ halfDays }: Pick<TransferFileLine, 'halfDays'>): {
  readonly from: LineHalfDay;
  readonly to: LineHalfDay;
} {
  const [from] = halfDays;
  const to = halfDays.at(-1);
  if (!from || !to) throw new RangeError('a line holds at least one half-day');
  return { from, to };
}

/** The comment of a line in files that have one. `isInHours`: of a quantity whose unit no column says. */
export function remarkOf(line: TransferFileLine, number: string, { remark }: TransferWords, isInHours = false): string {
  const { from, to } = endsOf(line);
  const isOneHalf = from.date === to.date && from.half === to.half;
  return remark({ number, begins: from.half, ends: to.half, isOneHalf, late: line.corrects?.month ?? null, isInHours });
}
