import type { OrderFileInput, OrderLine } from '../orderInput.ts';

/** The lines of which payroll must know something: vouchers ordered, corrected, given back, or of a leaver. */
export function payrollLines({ lines }: OrderFileInput): readonly OrderLine[] {
  return lines.filter((line) =>
    [line.number, line.regularised, line.returned, line.settlement].some((each) => each !== 0),
  );
}
