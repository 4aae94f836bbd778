/** PayFit: how its public API writes where an absence begins and ends. */
import type { HalfDate } from '../halfDay.ts';

/** Where an absence begins or ends within a day. */
export type PayfitMoment = 'beginning-of-day' | 'middle-of-day' | 'end-of-day';

export interface PayfitDates {
  readonly startDate: { readonly date: string; readonly moment: PayfitMoment };
  readonly endDate: { readonly date: string; readonly moment: PayfitMoment };
}

/** The morning of 8 September alone: from the beginning to the middle of the day. */
export function payfitDates(from: HalfDate, to: HalfDate): PayfitDates {
  return {
    startDate: { date: from.date, moment: from.half === 'am' ? 'beginning-of-day' : 'middle-of-day' },
    endDate: { date: to.date, moment: to.half === 'am' ? 'middle-of-day' : 'end-of-day' },
  };
}
