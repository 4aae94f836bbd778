/** What the absences of a calendar come to, by category: days of the accounts in days, hours of the accounts in hours. */
import { calendarCategories, type CalendarCategory, type CalendarEntry } from './entry.ts';

type CountedEntry = Pick<CalendarEntry, 'category' | 'minutes'>;

/** A person's month: a row of a calendar, or what is printed of it. */
export interface CountedRow {
  readonly days: readonly { readonly am: readonly CountedEntry[]; readonly pm: readonly CountedEntry[] }[];
}

/** `halfDays`: of accounts in days; `minutes`: of accounts in hours, which count no half-day. */
export interface AbsenceTotal {
  readonly halfDays: number;
  readonly minutes: number;
}

export interface CategoryTotal extends AbsenceTotal {
  readonly category: CalendarCategory;
  /** How many people it concerns. */
  readonly people: number;
}

function entriesOf({ days }: CountedRow): CountedEntry[] {
  return days.flatMap(({ am, pm }) => [...am, ...pm]);
}

function sum(entries: readonly CountedEntry[]): AbsenceTotal {
  return {
    halfDays: entries.filter(({ minutes }) => minutes === null).length,
    minutes: entries.reduce((all, { minutes }) => all + (minutes ?? 0), 0),
  };
}

/** All the absences of some people. Two days of leave and 3 h 30 of rest → `{halfDays: 4, minutes: 210}`. */
export function totalOf(rows: readonly CountedRow[]): AbsenceTotal {
  return sum(rows.flatMap(entriesOf));
}

/** The categories that some people were away under, in the order of {@link calendarCategories}. */
export function categoryTotals(rows: readonly CountedRow[]): CategoryTotal[] {
  const own = rows.map(entriesOf);
  return calendarCategories.flatMap((category): CategoryTotal[] => {
    const found = own.map((entries) => entries.filter((each) => each.category === category));
    const people = found.filter(({ length }) => length > 0).length;
    return people === 0 ? [] : [{ category, people, ...sum(found.flat()) }];
  });
}
