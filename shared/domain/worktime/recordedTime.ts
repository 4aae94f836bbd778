/** What closed months handed over, and what is left to hand over of what they turn out to hold. */
import type { PlainMonth } from '../calendar/plainDate.ts';
import { hundredths } from './settlement.ts';

/**
 * A confirmed line: `minutes` counted in `origin` on an account, of which `hundredths` of hours were handed over. `destination`: where they left the
 * account for; `none`: they stay on it.
 */
export interface RecordedTime {
  readonly origin: PlainMonth;
  readonly account: string;
  readonly minutes: number;
  readonly hundredths: number;
  readonly destination: 'payroll' | 'rest' | 'none';
}

/** What a month holds on an account, beside what was recorded of it. */
export interface LeftTime {
  readonly minutes: number;
  readonly hundredths: number;
}

/** What is left to record of `minutes` counted in a month: exports add up to the rounded total of all that was counted. */
export function leftOf(
  minutes: number,
  recorded: readonly RecordedTime[],
  origin: PlainMonth,
  account: string,
): LeftTime {
  const own = recorded.filter((each) => each.origin === origin && each.account === account);
  const sum = (of: (each: RecordedTime) => number) => own.reduce((total, each) => total + of(each), 0);
  return {
    minutes: minutes - sum((each) => each.minutes),
    hundredths: hundredths(minutes) - sum((each) => each.hundredths),
  };
}

/** Minutes that the months before `month` left on an account. */
export function keptBefore(recorded: readonly RecordedTime[], month: PlainMonth, account: string): number {
  return recorded
    .filter((each) => each.origin < month && each.account === account && each.destination === 'none')
    .reduce((total, { minutes }) => total + minutes, 0);
}
