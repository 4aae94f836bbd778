import { Cron } from 'croner';
import { instant, wallClock, type Instant, type PlainDate } from '../../../shared/domain/calendar/plainDate.ts';
import type { EveningPlan } from '../../../shared/domain/calendar/eveningRuns.ts';

/** Evenings that `lastDay` may put off: the one of today, or of tomorrow where a date has two. */
const MOST_STEPS = 3;

/**
 * When the next evening starts: after `now`, on a date after `lastDay` when that is near. `20:00` in Paris, in winter → `…T19:00:00.000Z`.
 * Null when none can be told.
 */
export function nextEvening({ time, zone }: EveningPlan, lastDay: PlainDate | null, now: Instant): Instant | null {
  const [hour = '', minute = ''] = time.split(':');
  const pattern = new Cron(`${Number(minute)} ${Number(hour)} * * *`, { timezone: zone, paused: true });
  const coming = pattern.nextRuns(MOST_STEPS, now).map((date) => instant(date.toISOString()));
  return coming.find((each) => lastDay === null || wallClock(each, zone).date > lastDay) ?? coming[0] ?? null;
}
