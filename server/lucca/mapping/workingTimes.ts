import type { WorkingTime } from '../../../shared/contracts/worktimeSchemas.ts';
import type { WorkingTimeRow } from '../resources/workingTimes.ts';

const ISO_HOURS = /^PT(?:(\d{1,3})H)?(?:(\d{1,2})M)?$/;

/** Minutes of a week: `PT35H` → 2100, or so many hours. Null for days, and for a duration that is not of a week. */
function weeklyMinutes({ referencePeriod, contractWorkingTimeDuration: duration }: WorkingTimeRow): number | null {
  if (referencePeriod?.frequencyType?.toLowerCase() !== 'week' || duration == null) return null;
  const [iso, hours = 0, minutes = 0] = ISO_HOURS.exec(duration.iso ?? '') ?? [];
  if (iso !== undefined && iso !== 'PT') return Number(hours) * 60 + Number(minutes);
  const isInHours = /^(?:hours?|time)$/i.test(duration.unit ?? '');
  return isInHours && duration.value != null && duration.value >= 0 ? Math.round(duration.value * 60) : null;
}

export function toWorkingTime(id: string, row: WorkingTimeRow): WorkingTime {
  return { id, name: row.name ?? null, isPartTime: row.isPartTime ?? null, weeklyMinutes: weeklyMinutes(row) };
}
