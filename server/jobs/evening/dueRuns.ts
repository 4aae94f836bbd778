/** What is due of the evenings of a connection, from what is remembered of them. Pure. */
import type { EveningSettings } from '../../../shared/contracts/eveningSettings.ts';
import type { RunTrigger } from '../../../shared/contracts/schemas.ts';
import {
  dueEvening,
  lastEvening,
  plausibleDay,
  type EveningPlan,
} from '../../../shared/domain/calendar/eveningRuns.ts';
import {
  addDays,
  addMinutes,
  wallClock,
  type Instant,
  type PlainDate,
} from '../../../shared/domain/calendar/plainDate.ts';
import type { EveningRecord } from '../../store/store.ts';

/** An evening that fails on a fault that passes is tried so many times in all, so far apart. */
export const MOST_TRIES = 3;
export const RETRY_MINUTES = 15;

/** A run that is due now. */
export interface Due {
  readonly day: PlainDate;
  readonly trigger: RunTrigger;
  readonly evenings: number;
  readonly tries: number;
}

export function planOf({ settings }: Pick<EveningRecord, 'settings'>, zone: string): EveningPlan {
  return { time: settings.time, zone };
}

/** A time that was already past when it was chosen was not missed. */
function isLate(plan: EveningPlan, { chosenAt }: EveningRecord, day: PlainDate): boolean {
  return chosenAt === undefined || lastEvening(plan, chosenAt) < day;
}

export function dueOf(plan: EveningPlan, record: EveningRecord, now: Instant): Due | undefined {
  const { lastDay, retry } = record;
  const due = lastDay === null ? undefined : dueEvening(plan, lastDay, now);
  if (due) {
    const isCatchUp = due.late && (due.evenings > 1 || isLate(plan, record, due.day));
    return { day: due.day, trigger: isCatchUp ? 'catchUp' : 'evening', evenings: due.evenings, tries: 1 };
  }
  if (!retry || retry.at > now) return undefined;
  return { day: retry.day, trigger: 'retry', evenings: retry.evenings, tries: retry.tries + 1 };
}

/** What is remembered, fit to be relied on: evenings before the service first looked need no run, a day to come is a clock that was ahead. */
export function heldRecord(record: EveningRecord, zone: string, now: Instant): EveningRecord {
  const { lastDay } = record;
  if (lastDay === null) return { ...record, lastDay: lastEvening(planOf(record, zone), now) };
  const plausible = plausibleDay(lastDay, now, zone);
  return plausible === lastDay ? record : { ...record, lastDay: plausible, retry: null };
}

/** The try is on the disk before its run starts: a process that dies in it leaves word of it. */
export function withTry(record: EveningRecord, { day, tries, evenings }: Due, at: Instant): EveningRecord {
  return { ...record, lastDay: day, retry: { day, tries, evenings, at, isBegun: true } };
}

/** The try failed, and may be made again in a while. */
export function withPause(record: EveningRecord, { day, tries, evenings }: Omit<Due, 'trigger'>, now: Instant) {
  return { ...record, retry: { day, tries, evenings, at: addMinutes(now, RETRY_MINUTES) } };
}

/** Only a run that starts makes a day done: a time that is chosen does not. Evenings of the days before, when they were off, are not missed. */
export function chosen(record: EveningRecord, settings: EveningSettings, zone: string, now: Instant): EveningRecord {
  const { settings: before } = record;
  if (before.time === settings.time && before.enabled === settings.enabled) return { ...record, settings };
  const { lastDay, retry } = heldRecord(record, zone, now);
  const yesterday = addDays(wallClock(now, zone).date, -1);
  const isOn = settings.enabled && !before.enabled;
  return {
    ...record,
    settings,
    chosenAt: now,
    lastDay: isOn && lastDay !== null && lastDay < yesterday ? yesterday : lastDay,
    retry: settings.enabled ? retry : null,
  };
}
