/** On which dates somebody was planned, and was there. */
import type { Half, HalfDayAbsence } from '../../../domain/absences/halfDay.ts';
import type { WorkedDays } from '../../../domain/absences/stoppages.ts';
import type { FatedHalfDay } from '../../../domain/absences/wantedHalfDays.ts';
import type { PlainDate } from '../../../domain/calendar/plainDate.ts';
import type { PlannedDay, PlannedHalf } from '../../../domain/calendar/plannedDay.ts';
import { plannedByDate } from '../../../domain/calendar/plannedMonth.ts';
import type { CurrentIds } from '../../../tables/people/currentIds.ts';
import { byPerson } from '../../byPerson.ts';
import type { StoppageContext } from './stoppageContext.ts';

/** Remote work, and what payroll knows nothing of, is work. */
function isAbsence({ treatment }: FatedHalfDay): boolean {
  if (treatment === null || treatment.is === 'outside') return false;
  return treatment.is === 'stoppage' || treatment.category !== 'remoteWork';
}

/** Whether absences take the whole of a planned half. */
function isTaken({ minutes }: PlannedHalf, absences: readonly HalfDayAbsence[]): boolean {
  if (absences.some((each) => each.minutes === null)) return true;
  const away = absences.reduce((sum, each) => sum + (each.minutes ?? 0), 0);
  return away > 0 && away >= (minutes ?? 0);
}

/** A value of each person, made when it is first asked for. */
function once<T>(make: (employeeId: string) => T): (employeeId: string) => T {
  const made = new Map<string, { readonly value: T }>();
  return (employeeId) => {
    const known = made.get(employeeId) ?? { value: make(employeeId) };
    made.set(employeeId, known);
    return known.value;
  };
}

function byDate(fates: readonly FatedHalfDay[]): ReadonlyMap<PlainDate, FatedHalfDay[]> {
  const dates = new Map<PlainDate, FatedHalfDay[]>();
  for (const each of fates) dates.set(each.halfDay.date, [...(dates.get(each.halfDay.date) ?? []), each]);
  return dates;
}

/** People under the identifier they have now. A date that was not read, or whose absence nobody bound, is not known. */
export function workedDays({ planning, fates, isRead }: StoppageContext, { of }: CurrentIds): WorkedDays {
  const planned = byPerson(planning.map((row) => ({ ...row, employeeId: of(row.employeeId) })));
  const absent = byPerson(fates.map((fated) => ({ employeeId: of(fated.halfDay.employeeId), fated })));
  const plannedOf = once((id) => plannedByDate(planned.get(id) ?? []));
  const absencesOf = once((id) => byDate((absent.get(id) ?? []).map(({ fated }) => fated)));
  const on = (id: string, date: PlainDate) => absencesOf(id).get(date) ?? [];
  const isOff = ({ am, pm, holiday }: PlannedDay) => holiday === 'off' || (am === null && pm === null);
  return {
    isPlanned: (id, date) => {
      const day = plannedOf(id).get(date);
      const isUnknown = !day || !isRead(date) || on(id, date).some(({ treatment }) => treatment === null);
      return isUnknown ? undefined : !isOff(day);
    },
    isAway: (id, date) => {
      const day = plannedOf(id).get(date);
      const away = on(id, date).filter(isAbsence);
      const of = (half: Half) => away.filter(({ halfDay }) => halfDay.half === half).map(({ halfDay }) => halfDay);
      return (['am', 'pm'] as const).every((half) => !day?.[half] || isTaken(day[half], of(half)));
    },
  };
}
