/** A file of an order, with what its figures add up to. */
import type { GivenFile, GivenFiles } from '../../files/givenFile.ts';
import { amountsOf, type VoucherAmounts } from '../amounts.ts';
import type { OrderFileInput, OrderLine } from './orderInput.ts';

/** Added up from the lines of one file, independently of its text. Amounts in cents. */
export interface ControlTotal {
  /** Those for whom something is ordered. */
  readonly people: number;
  /** With those of whom payroll is told although nothing is ordered for them. */
  readonly lines: number;
  readonly vouchers: number;
  readonly amounts: VoucherAmounts;
}

export type VoucherFile = GivenFile<ControlTotal>;
export type VoucherFiles = GivenFiles<ControlTotal>;

/** Sums of the lines; a number of vouchers that is not whole, or negative, is a bug and throws. */
export function controlTotal(lines: readonly OrderLine[], unit: VoucherAmounts): ControlTotal {
  const wrong = lines.some(({ number }) => !Number.isSafeInteger(number) || number < 0);
  if (wrong) throw new RangeError('a number of vouchers ordered is whole and not negative');
  const vouchers = lines.reduce((sum, { number }) => sum + number, 0);
  const people = lines.filter(({ number }) => number > 0).length;
  return { people, lines: lines.length, vouchers, amounts: amountsOf(unit, vouchers) };
}

/** The lines that order something: an issuer is told of no other. */
export function orderedLines({ lines }: OrderFileInput): readonly OrderLine[] {
  return lines.filter(({ number }) => number !== 0);
}
