/** What of a calendar is shown: whose, of which week, and how much of it is told. */
import {
  discreetCalendar,
  isAway,
  type CalendarDay,
  type CalendarRow,
} from '../../../../../shared/domain/absences/calendar/monthCalendar.ts';
import { teamsOf, type CalendarTeam, type TeamBy } from '../../../../../shared/domain/absences/calendar/teams.ts';
import {
  addDays,
  firstDay,
  isoWeekday,
  lastDay,
  type PlainDate,
  type PlainMonth,
} from '../../../../../shared/domain/calendar/plainDate.ts';
import type { CalendarReading } from '../../../../../shared/flows/absences/readCalendar.ts';
import { holdsWords } from '../../search.ts';
import type { ShownCalendar } from './calendarState.ts';

/** The weeks of a month, from Monday to Sunday; null outside the month. */
export function monthWeeks(month: PlainMonth): (PlainDate | null)[][] {
  const dates: (PlainDate | null)[] = Array.from({ length: isoWeekday(firstDay(month)) - 1 }, () => null);
  for (let date = firstDay(month); date <= lastDay(month); date = addDays(date, 1)) dates.push(date);
  while (dates.length % 7 > 0) dates.push(null);
  return Array.from({ length: dates.length / 7 }, (_, week) => dates.slice(week * 7, week * 7 + 7));
}

/** The days of a row on those dates; null where there is none. */
export function daysOn({ days }: CalendarRow, dates: readonly (PlainDate | null)[]): (CalendarDay | null)[] {
  return dates.map((date) => (date === null ? null : (days[Number(date.slice(8)) - 1] ?? null)));
}

/** Somebody is in a team that payroll keeps beside the establishment. */
export function hasDepartments({ calendar }: CalendarReading): boolean {
  return calendar.rows.some(({ person }) => person.department !== null);
}

export function teamsIn({ calendar }: CalendarReading, by: TeamBy): CalendarTeam[] {
  return teamsOf(calendar.rows, by);
}

/** `shown` where its team is one of the month; everybody where it is none. */
export function shownIn(reading: CalendarReading, shown: ShownCalendar): ShownCalendar {
  const by = hasDepartments(reading) ? shown.by : 'establishment';
  const isThere = by === shown.by && teamsIn(reading, by).some(({ name }) => name === shown.team);
  return isThere ? shown : { ...shown, by, team: null };
}

/** The rows of the chosen team, with what may be told of them. */
export function toldRows(
  { calendar }: CalendarReading,
  { by, team, isTold }: Pick<ShownCalendar, 'by' | 'team' | 'isTold'>,
): readonly CalendarRow[] {
  const { rows } = isTold ? calendar : discreetCalendar(calendar);
  return team === null ? rows : rows.filter(({ person }) => (person[by] ?? '') === team);
}

/** Those of `rows` who are away in the chosen week and whose name or matricule holds what is searched. */
export function foundRows(
  rows: readonly CalendarRow[],
  month: PlainMonth,
  { week, search }: Pick<ShownCalendar, 'week' | 'search'>,
): CalendarRow[] {
  const dates = week === null ? null : (monthWeeks(month)[week] ?? []);
  return rows.filter(({ person, days }) => {
    const { name, employeeNumber } = person;
    const isThen = dates === null || daysOn({ person, days }, dates).some((day) => day !== null && isAway(day));
    return isThen && holdsWords(`${name} ${employeeNumber}`, search);
  });
}
