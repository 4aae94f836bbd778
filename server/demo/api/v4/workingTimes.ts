import type { WorkCycle } from '../../company/model.ts';
import { WORK_CYCLES } from '../../company/structure.ts';
import type { View } from '../view.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0];

/** Minutes of a week; null for people counted in days. */
function weekOf({ works, minutes }: WorkCycle): number | null {
  const halves = WEEKDAYS.flatMap((day) => [true, false].map((isAM) => (works(day, isAM) ? minutes(day, isAM) : 0)));
  return halves.reduce<number | null>((sum, each) => (sum === null || each === null ? null : sum + each), 0);
}

function durationOf(minutes: number | null): Readonly<Record<string, unknown>> {
  if (minutes === null) return { value: 5, iso: 'P5D', unit: 'day' };
  const rest = minutes % 60;
  const iso = `PT${String(Math.floor(minutes / 60))}H${rest === 0 ? '' : `${String(rest)}M`}`;
  return { value: minutes / 60, iso, unit: 'hour' };
}

/** The arrangements that contracts name: one for each work cycle. They have no list. */
export function workingTimeRows({ denied }: View): Readonly<Record<string, unknown>>[] {
  if (denied.has('planning')) return [];
  return WORK_CYCLES.map((cycle) => ({
    id: cycle.id,
    name: cycle.name,
    unit: weekOf(cycle) === null ? 'day' : 'hour',
    fullTimeEquivalent: cycle.fullTimeEquivalent,
    isPartTime: cycle.fullTimeEquivalent < 1,
    isArchived: false,
    referencePeriod: { frequencyType: 'week' },
    contractWorkingTimeDuration: durationOf(weekOf(cycle)),
  }));
}
