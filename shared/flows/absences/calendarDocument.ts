/** The calendar of a month as it is printed: whoever reads it learns neither why a person is ill, nor the account of anybody. Pure. */
import type { PrintedAbsences, PrintedAway } from '../../contracts/absenceCalendarSchemas.ts';
import { discreet, type CalendarEntry } from '../../domain/absences/calendar/entry.ts';
import { isAway, type CalendarRow } from '../../domain/absences/calendar/monthCalendar.ts';
import type { CalendarTeam } from '../../domain/absences/calendar/teams.ts';
import type { PlainDate, PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { CalendarReading } from './readCalendar.ts';

function printedHalf(entries: readonly CalendarEntry[]): PrintedAway['days'][number]['am'] {
  return entries.map(discreet).map(({ category, minutes }) => ({ category, minutes }));
}

function printedPerson({ person: { name, employeeNumber }, days }: CalendarRow): PrintedAway {
  const away = days.filter(isAway);
  return {
    name,
    employeeNumber,
    holidays: days.flatMap(({ date, holiday }) => (holiday === null ? [] : [date])),
    days: away.map(({ date, am, pm }) => ({ date, am: printedHalf(am), pm: printedHalf(pm) })),
  };
}

/** The document of some teams of a reading; `on`: the day on which it is printed. No more people than `MOST_CALENDAR_PEOPLE`. */
export function printedCalendar(
  { calendar: { month, leftOut }, account, asOf, unplaced }: CalendarReading,
  teams: readonly CalendarTeam[],
  on: PlainDate,
): PrintedAbsences {
  const places = new Set(teams.flatMap(({ rows }) => rows.map(({ person }) => person.establishment)));
  const printed = teams.map(({ name, rows }) => ({ name, people: rows.map(printedPerson) }));
  return { month, account, asOf, on, teams: printed, unplaced: unplaced.filter((name) => places.has(name)), leftOut };
}

/** `calendrier-absences-2026-10.pdf` */
export function calendarFileName(month: PlainMonth): string {
  return `calendrier-absences-${month}.pdf`;
}
