import { addMonths, daysOfMonth, weekdayOf } from './days.ts';
import { holidaysOf, type CalendarId } from './holidays.ts';
import type { HalfDay } from './leavePeriods.ts';
import type { Establishment, Person, WorkCycle } from './model.ts';
import { WORK_CYCLES } from './structure.ts';

/**
 * The half-days on which a person is expected, from two months before the reference month to one after: what the work
 * cycle plans, without the holidays of the establishment. One list per cycle and calendar, shared by all who have both.
 */
export function createWorkedHalves(
  referenceMonth: string,
  establishments: readonly Establishment[],
): (person: Person) => readonly HalfDay[] {
  const months = [-2, -1, 0, 1].map((shift) => addMonths(referenceMonth, shift));
  const calendars = new Map(establishments.map(({ id, calendarId }) => [id, calendarId]));
  const known = new Map<string, HalfDay[]>();
  return (person) => {
    const calendarId = calendars.get(person.establishmentId) ?? 1;
    const key = `${String(person.workCycleId)}/${String(calendarId)}`;
    const halves = known.get(key) ?? workedHalves(months, cycleOf(person.workCycleId), calendarId);
    known.set(key, halves);
    return halves;
  };
}

function cycleOf(id: number): WorkCycle {
  const cycle = WORK_CYCLES.find((candidate) => candidate.id === id);
  if (cycle === undefined) throw new Error(`no work cycle ${String(id)}`);
  return cycle;
}

function workedHalves(months: readonly string[], cycle: WorkCycle, calendarId: CalendarId): HalfDay[] {
  return months.flatMap((month) => {
    const holidays = holidaysOf(calendarId, Number(month.slice(0, 4)));
    return daysOfMonth(month)
      .filter((date) => !holidays.has(date))
      .flatMap((date) => {
        const weekday = weekdayOf(date);
        return [true, false].filter((isAM) => cycle.works(weekday, isAM)).map((isAM) => ({ date, isAM }));
      });
  });
}
