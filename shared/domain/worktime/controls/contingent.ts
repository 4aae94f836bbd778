/** Hours of overtime of a year, and the mandatory rest that those beyond the contingent give. */
import type { PlainDate } from '../../calendar/plainDate.ts';
import { valueOn } from '../../legal/datedValue.ts';
import { legalWeek, restMonths, restOpens, smallEmployer, yearlyContingent } from '../../legal/workingTime.ts';
import { countedMinutes, weeksOf } from './control.ts';
import type { DayTime } from '../dayTime.ts';

/** What counts beyond the legal week in whole weeks, those that close in the year, structural hours included; `replaced`: minutes wholly taken as rest (art. L3121-30). */
export function contingentMinutes(days: readonly DayTime[], replaced: number): number {
  const beyond = weeksOf(days).reduce((sum, { span, days: own }) => {
    const limit = valueOn(legalWeek, span.from)?.value ?? Infinity;
    return sum + Math.max(0, countedMinutes(own) - limit);
  }, 0);
  return Math.max(0, beyond - replaced);
}

export interface MandatoryRest {
  /** Minutes of overtime beyond the contingent. */
  readonly beyond: number;
  /** Minutes of rest they give. */
  readonly rest: number;
  /** Seven hours are reached: it may be taken. */
  readonly isOpen: boolean;
  /** Months in which it is to be taken, once open. */
  readonly months: number;
}

/** `used`: minutes of the contingent at the end of the year, or so far. `contingent`: of an agreement; the decree's when null. */
export function mandatoryRest(
  used: number,
  { contingent, headcount, on }: { contingent: number | null; headcount: number; on: PlainDate },
): MandatoryRest {
  const legal = valueOn(yearlyContingent, on)?.value ?? Infinity;
  const beyond = Math.max(0, used - (contingent ?? legal));
  const isSmall = headcount <= (valueOn(smallEmployer, on)?.value ?? 0);
  const rest = isSmall ? Math.round(beyond / 2) : beyond;
  return {
    beyond,
    rest,
    isOpen: rest >= (valueOn(restOpens, on)?.value ?? Infinity),
    months: valueOn(restMonths, on)?.value ?? 0,
  };
}
