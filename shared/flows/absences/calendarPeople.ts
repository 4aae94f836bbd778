/** The people of « Salariés » as a calendar of absences names them. */
import type { CalendarPerson } from '../../domain/absences/calendar/monthCalendar.ts';
import type { HolidayCalendar } from '../../domain/calendar/publicHolidays.ts';
import { foldedName } from '../../domain/people/mapping/customField.ts';
import { displayed } from '../../domain/review/cell.ts';
import { establishmentsTable } from '../../tables/establishmentsTable.ts';
import { establishmentNamed, readEstablishments } from '../../tables/readEstablishments.ts';
import type { BookRow, BookSnapshot } from '../book.ts';
import { ownPeople } from '../ownPeople.ts';
import { textOf } from '../vouchers/regulationReadings.ts';

/** What an accountant calls the column of teams that they add to « Salariés », what is preferred first. */
const teamHeadings = ['equipe', 'service', 'departement'];

/** Holidays of the whole country: what an establishment keeps of which nobody typed the calendar. */
const COUNTRY: HolidayCalendar = { zone: 'FR', goodFriday: false };

function departmentOf({ others }: BookRow): string | null {
  const texts = teamHeadings.flatMap((wanted) =>
    others.filter(({ heading }) => foldedName(heading) === wanted).map(({ cell }) => displayed(cell).trim()),
  );
  return texts.find((text) => text !== '') ?? null;
}

const french = new Intl.Collator('fr');

/** Everybody, in order of their names. `unplaced`: names of the establishments that « Établissements » does not have. */
export function calendarPeople(snapshot: BookSnapshot): {
  readonly people: readonly CalendarPerson[];
  readonly unplaced: readonly string[];
} {
  const establishments = readEstablishments(snapshot[establishmentsTable.name]).value;
  const names = new Map<string, HolidayCalendar | undefined>();
  const people = ownPeople(snapshot).value.map((row): CalendarPerson => {
    const establishment = textOf(row, 'establishment');
    if (!names.has(establishment))
      names.set(establishment, establishmentNamed(establishments, establishment)?.holidays);
    return {
      employeeId: row.key,
      name: `${textOf(row, 'lastName')} ${textOf(row, 'firstName')}`.trim(),
      employeeNumber: textOf(row, 'employeeNumber'),
      establishment,
      department: departmentOf(row),
      holidays: names.get(establishment) ?? COUNTRY,
    };
  });
  const unplaced = [...names].flatMap(([name, holidays]) => (name === '' || holidays ? [] : [name]));
  return {
    people: people.sort((a, b) => french.compare(a.name, b.name) || (a.employeeId < b.employeeId ? -1 : 1)),
    unplaced: unplaced.sort(french.compare),
  };
}
