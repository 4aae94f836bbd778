/** What minutes are worth, for a simulation in euros: exports carry hours. */
import { cents, type BasisPoints, type Cents } from '../money/money.ts';

const HOUR = 60;
const WHOLE = 10_000;

function rounded(numerator: number, denominator: number): Cents {
  return cents(Math.sign(numerator) * Math.floor((2 * Math.abs(numerator) + denominator) / (2 * denominator)));
}

/** Pay of so many minutes at an hourly rate, rounded once: 7 h at 15 € → 105.00 €. */
export function basePay(minutes: number, hourly: Cents): Cents {
  return rounded(minutes * hourly, HOUR);
}

/** The premium alone: 8 h at 25 % of 11 € → 22.00 €. That of 1 May is the pay again (art. L3133-6): 100 %. */
export function premiumAmount(minutes: number, rate: BasisPoints, hourly: Cents): Cents {
  return rounded(minutes * hourly * rate, HOUR * WHOLE);
}

/** Minutes of a month for so many of each week, over 52 weeks and 12 months: the structural overtime of 39 h, 240 → 1,040 (17.33 h). */
export function perMonth(weeklyMinutes: number): number {
  return Math.round((weeklyMinutes * 52) / 12);
}
