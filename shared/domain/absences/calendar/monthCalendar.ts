/** A month of absences: a row per person who was away, a cell per date, each with its morning and its afternoon. */
import {
  addDays,
  firstDay,
  isoWeekday,
  lastDay,
  monthOf,
  type PlainDate,
  type PlainMonth,
} from '../../calendar/plainDate.ts';
import { holidaysBetween, type HolidayCalendar } from '../../calendar/publicHolidays.ts';
import type { Bound, NamedAccount } from '../bindAccounts.ts';
import type { HalfDayAbsence } from '../halfDay.ts';
import { compareEntries, discreet, entryOf, type CalendarEntry } from './entry.ts';

/** `department`: null where payroll keeps none. */
export interface CalendarPerson {
  readonly employeeId: string;
  readonly name: string;
  readonly employeeNumber: string;
  readonly establishment: string;
  readonly department: string | null;
  readonly holidays: HolidayCalendar;
}

/** `holiday`: its name, null on any other date. Several absences on one half are all there. */
export interface CalendarDay {
  readonly date: PlainDate;
  readonly isWeekend: boolean;
  readonly holiday: string | null;
  readonly am: readonly CalendarEntry[];
  readonly pm: readonly CalendarEntry[];
}

/** `days`: every date of the month, in order. */
export interface CalendarRow {
  readonly person: CalendarPerson;
  readonly days: readonly CalendarDay[];
}

export interface MonthCalendar {
  readonly month: PlainMonth;
  /** In the order in which people were given; nobody without an absence. */
  readonly rows: readonly CalendarRow[];
  /** Absences of people who were not given. */
  readonly leftOut: { readonly people: number; readonly halfDays: number };
}

export interface CalendarInput {
  readonly month: PlainMonth;
  readonly people: readonly CalendarPerson[];
  /** Approved ones; those of another month are passed over. */
  readonly halfDays: readonly HalfDayAbsence[];
  readonly boundTo: (account: NamedAccount) => Bound;
}

const SATURDAY = 6;

function plainDays(month: PlainMonth, calendar: HolidayCalendar): CalendarDay[] {
  const [first, last] = [firstDay(month), lastDay(month)];
  const holidays = holidaysBetween(calendar, first, last);
  const days: CalendarDay[] = [];
  for (let date = first; date <= last; date = addDays(date, 1))
    days.push({
      date,
      isWeekend: isoWeekday(date) >= SATURDAY,
      holiday: holidays.get(date)?.name ?? null,
      am: [],
      pm: [],
    });
  return days;
}

/** The dates of a month without an absence, made once for each calendar of public holidays. */
function daysByCalendar(month: PlainMonth): (calendar: HolidayCalendar) => readonly CalendarDay[] {
  const made = new Map<string, readonly CalendarDay[]>();
  return (calendar) => {
    const key = `${calendar.zone} ${calendar.goodFriday}`;
    const days = made.get(key) ?? plainDays(month, calendar);
    made.set(key, days);
    return days;
  };
}

function byPerson(halfDays: readonly HalfDayAbsence[]): Map<string, HalfDayAbsence[]> {
  const people = new Map<string, HalfDayAbsence[]>();
  for (const each of halfDays) {
    const own = people.get(each.employeeId);
    if (own) own.push(each);
    else people.set(each.employeeId, [each]);
  }
  return people;
}

function boundOnce(boundTo: CalendarInput['boundTo']): (halfDay: HalfDayAbsence) => Bound {
  const known = new Map<string, Bound>();
  return ({ accountId, accountName }) => {
    const bound = known.get(accountId) ?? boundTo({ id: accountId, name: accountName });
    known.set(accountId, bound);
    return bound;
  };
}

/**
 * The calendar of `month`. Order of the half-days does not matter; two accounts on one date stay two halves, two absences on one half both stand there.
 * Paid leave on 5 October morning and RTT in the afternoon → one row, on the 5th `am` paid leave and `pm` RTT.
 */
export function monthCalendar({ month, people, halfDays, boundTo }: CalendarInput): MonthCalendar {
  const [daysOf, boundOf] = [daysByCalendar(month), boundOnce(boundTo)];
  const away = byPerson(halfDays.filter(({ date }) => monthOf(date) === month));
  const rows = people.flatMap((person): CalendarRow[] => {
    const own = away.get(person.employeeId);
    if (!own) return [];
    away.delete(person.employeeId);
    const on = (date: PlainDate, half: 'am' | 'pm') =>
      own
        .filter((each) => each.date === date && each.half === half)
        .map((each) => entryOf(each, boundOf(each)))
        .sort(compareEntries);
    const dates = new Set(own.map(({ date }) => date));
    const days = daysOf(person.holidays).map((day) =>
      dates.has(day.date) ? { ...day, am: on(day.date, 'am'), pm: on(day.date, 'pm') } : day,
    );
    return [{ person, days }];
  });
  const others = [...away.values()];
  return { month, rows, leftOut: { people: others.length, halfDays: others.flat().length } };
}

/** Somebody is away on one half of it, or on both. */
export function isAway({ am, pm }: CalendarDay): boolean {
  return am.length + pm.length > 0;
}

/** The same, fit for whoever must not know why somebody is away: see {@link discreet}. */
export function discreetCalendar(calendar: MonthCalendar): MonthCalendar {
  const told = (entries: readonly CalendarEntry[]) => entries.map(discreet).sort(compareEntries);
  const rows = calendar.rows.map(({ person, days }) => ({
    person,
    days: days.map((day) => (isAway(day) ? { ...day, am: told(day.am), pm: told(day.pm) } : day)),
  }));
  return { ...calendar, rows };
}
