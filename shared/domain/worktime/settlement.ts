/** Quantities that leave for payroll: hundredths of hours, rounded once for a person, an account and a period. */

const HOUR = 60;
const HUNDRED = 100;

/** Whole hundredths of an hour, half away from zero: 450 minutes → 750; 20 → 33. */
export function hundredths(minutes: number): number {
  const size = Math.floor((2 * Math.abs(minutes) * HUNDRED + HOUR) / (2 * HOUR));
  return minutes < 0 ? -size : size;
}

/**
 * What is left to export of `minutes`, once `exported` hundredths have gone: exports add up to the rounded total. 20 minutes, then 20 more:
 * 0.33, then 0.34. Negative when what was exported was too much.
 */
export function leftToExport(minutes: number, exported: number): number {
  return hundredths(minutes) - exported;
}
