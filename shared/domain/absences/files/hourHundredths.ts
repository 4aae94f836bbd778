/** Hours as files write them. */

/** 100 minutes → 167. Thirds of a hundredth: nothing ever lies half-way. */
export function hourHundredths(minutes: number): number {
  return Math.floor((minutes * 10 + 3) / 6);
}
