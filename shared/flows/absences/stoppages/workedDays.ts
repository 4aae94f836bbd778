/** On which dates somebody was planned, and was there. */
import type { Half, HalfDayAbsence } from '../../../domain/absences/halfDay.ts';
import type { WorkedDays } from '../../../domain/absences/stoppages.ts';
import type { FatedHalfDay } from '../../../domain/absences/wantedHalfDays.ts';
import { monthOf, type PlainDate } from '../../../domain/calendar/plainDate.ts';
import type { PlannedDay, PlannedHalf } from '../../../domain/calendar/plannedDay.ts';
import { plannedByDate, type PlannedMonth } from '../../../domain/calendar/plannedMonth.ts';
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

/** A value of each key, made when it is first asked for. */
function once<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, { readonly value: T }>();
  return (key) => {
    const known = made.get(key) ?? { value: make(key) };
    made.set(key, known);
    return known.value;
  };
}

/** What is planned on a date of a person: a month is opened when it is first asked about, for few of ten thousand people have a stoppage. */
function plannedDays(rows: readonly PlannedMonth[], { of }: CurrentIds) {
  const months = new Map<string, PlannedMonth[]>();
  for (const row of rows) {
    const key = `${of(row.employeeId)} ${row.month}`;
    months.set(key, [...(months.get(key) ?? []), row]);
  }
  const opened = once((key) => plannedByDate(months.get(key) ?? []));
  return (id: string, date: PlainDate) => opened(`${id} ${monthOf(date)}`).get(date);
}

function byDate(fates: readonly FatedHalfDay[]): ReadonlyMap<PlainDate, FatedHalfDay[]> {
  const dates = new Map<PlainDate, FatedHalfDay[]>();
  for (const each of fates) dates.set(each.halfDay.date, [...(dates.get(each.halfDay.date) ?? []), each]);
  return dates;
}

/** People under the identifier they have now. A date that was not read, or whose absence nobody bound, is not known. */
export function workedDays({ planning, fates, isRead }: StoppageContext, ids: CurrentIds): WorkedDays {
  const dayOf = plannedDays(planning, ids);
  const absent = byPerson(fates.map((fated) => ({ employeeId: ids.of(fated.halfDay.employeeId), fated })));
  const absencesOf = once((id) => byDate((absent.get(id) ?? []).map(({ fated }) => fated)));
  const on = (id: string, date: PlainDate) => absencesOf(id).get(date) ?? [];
  const isOff = ({ am, pm, holiday }: PlannedDay) => holiday === 'off' || (am === null && pm === null);
  return {
    isPlanned: (id, date) => {
      const day = dayOf(id, date);
      const isUnknown = !day || !isRead(date) || on(id, date).some(({ treatment }) => treatment === null);
      return isUnknown ? undefined : !isOff(day);
    },
    isAway: (id, date) => {
      const day = dayOf(id, date);
      const away = on(id, date).filter(isAbsence);
      const of = (half: Half) => away.filter(({ halfDay }) => halfDay.half === half).map(({ halfDay }) => halfDay);
      return (['am', 'pm'] as const).every((half) => !day?.[half] || isTaken(day[half], of(half)));
    },
  };
}
