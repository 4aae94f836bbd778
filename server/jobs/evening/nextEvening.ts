import { Cron } from 'croner';
import { instant, wallClock, type Instant, type PlainDate } from '../../../shared/domain/calendar/plainDate.ts';
import type { EveningPlan } from '../../../shared/domain/calendar/eveningRuns.ts';

/** Evenings that `lastDay` may put off: the one of today, or of tomorrow where a date has two. */
const MOST_STEPS = 3;

/** When the next evening starts: after `now`, on a date after `lastDay`. `20:00` in Paris, in winter → `…T19:00:00.000Z`. */
export function nextEvening({ time, zone }: EveningPlan, lastDay: PlainDate | null, now: Instant): Instant {
  const [hour = '', minute = ''] = time.split(':');
  const pattern = new Cron(`${Number(minute)} ${Number(hour)} * * *`, { timezone: zone, paused: true });
  const [first, ...later] = pattern.nextRuns(MOST_STEPS, now).map((date) => instant(date.toISOString()));
  const found = [first, ...later].find(
    (each) => each !== undefined && (lastDay === null || wallClock(each, zone).date > lastDay),
  );
  if (found === undefined) throw new RangeError('an evening comes every day');
  return found;
}
