import { addMonths, daysOfMonth, weekdayOf } from './days.ts';
import { holidaysOf, type CalendarId } from './holidays.ts';
import type { HalfDay } from './leavePeriods.ts';
import type { Establishment, Person, WorkCycle } from './model.ts';
import { WORK_CYCLES } from './structure.ts';

/** Worked half-days in order, and for each month in turn the positions of its first and last one (empty: last < first). */
export interface Planning {
  readonly halves: readonly HalfDay[];
  readonly months: readonly (readonly [first: number, last: number])[];
}

/**
 * The half-days on which a person is expected, from two months before the reference month to one after: what the work
 * cycle plans under a contract, without the holidays of the establishment. One list per cycle and calendar, shared by all who have both.
 */
export function createWorkedHalves(
  referenceMonth: string,
  establishments: readonly Establishment[],
): (person: Person) => Planning {
  const months = [-2, -1, 0, 1].map((shift) => addMonths(referenceMonth, shift));
  const calendars = new Map(establishments.map(({ id, calendarId }) => [id, calendarId]));
  const known = new Map<string, Planning>();
  return (person) => {
    const calendarId = calendars.get(person.establishmentId) ?? 1;
    const key = `${String(person.workCycleId)}/${String(calendarId)}`;
    const planning =
      known.get(key) ?? planningOf(months, workedHalves(months, cycleOf(person.workCycleId), calendarId));
    known.set(key, planning);
    const held = ({ date }: HalfDay): boolean => underContract(person, date);
    if (
      months.every((month) => held({ date: `${month}-01`, isAM: true })) &&
      held({ date: `${months[3] ?? ''}-31`, isAM: true })
    )
      return planning;
    return planningOf(months, planning.halves.filter(held));
  };
}

function underContract(person: Person, date: string): boolean {
  return person.contracts.some(({ startsOn, endsOn }) => startsOn <= date && (endsOn === null || date <= endsOn));
}

function planningOf(months: readonly string[], halves: readonly HalfDay[]): Planning {
  const before = (bound: string): number => halves.filter(({ date }) => date < bound).length;
  return { halves, months: months.map((month) => [before(`${month}-01`), before(`${month}-99`) - 1] as const) };
}

export function cycleOf(id: number): WorkCycle {
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
