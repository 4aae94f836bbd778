/** When the run of the evening is due: once for each local date, whatever the clocks of the zone do and wherever the machine stands. */
import { addDays, addMinutes, daysBetween, wallClock, type Instant, type PlainDate } from './plainDate.ts';

/** `time`: on the clocks of `zone`, `'20:00'`. */
export interface EveningPlan {
  readonly time: string;
  readonly zone: string;
}

/** `day`: the date whose run is due; `evenings`: how many evenings it stands for; `late`: it comes after its time. */
export interface DueEvening {
  readonly day: PlainDate;
  readonly evenings: number;
  readonly late: boolean;
}

/** Minutes after which a run is told as caught up: a timer is never so slow. */
const GRACE_MINUTES = 10;

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Whether `text` is a time of day: `'20:00'`, not `'24:00'` nor `'8:00'`. */
export function isTimeOfDay(text: string): boolean {
  return TIME.test(text);
}

/** `8h`, `8:05` and `20h30` are what people type for `08:00`, `08:05` and `20:30`; anything else is left as it is. */
export function timeOfDayIn(typed: string): string {
  const [, hour = '', minute = ''] = /^(\d{1,2})\s*[:hH]\s*(\d{2})?$/.exec(typed.trim()) ?? [];
  return hour === '' ? typed.trim() : `${hour.padStart(2, '0')}:${minute === '' ? '00' : minute}`;
}

/** The last date whose time has come. In the hour that comes twice, the first counts; a time that is skipped has come when the clocks pass it. */
export function lastEvening({ time, zone }: EveningPlan, now: Instant): PlainDate {
  const local = wallClock(now, zone);
  return local.time >= time ? local.date : addDays(local.date, -1);
}

/** Minutes that a clock may be put back: one that is being set is not one that was wrong. */
const SETTING_MINUTES = 60;

/** `lastDay`, or the day before today when it is later than today: a clock was ahead, and the evenings go on from here. */
export function plausibleDay(lastDay: PlainDate, now: Instant, zone: string): PlainDate {
  const isAhead = lastDay > wallClock(addMinutes(now, SETTING_MINUTES), zone).date;
  return isAhead ? addDays(wallClock(now, zone).date, -1) : lastDay;
}

/**
 * The run that is due at `now`, or undefined. `lastDay` is the date of the last evening that was run, or that needs none. Several evenings
 * missed, because the machine slept or the service was stopped, are one run. 20:00 in Paris, last run on the 18th: at 08:00 on the 21st →
 * `{day: '…-20', evenings: 2, late: true}`.
 */
export function dueEvening(plan: EveningPlan, lastDay: PlainDate, now: Instant): DueEvening | undefined {
  const day = lastEvening(plan, now);
  const evenings = daysBetween(lastDay, day);
  if (evenings <= 0) return undefined;
  return { day, evenings, late: evenings > 1 || lastEvening(plan, addMinutes(now, -GRACE_MINUTES)) === day };
}
