import { addDays } from './days.ts';

export type CalendarId = 1 | 2 | 3;

/** The public-holiday calendars of the account: metropolitan, Alsace-Moselle, La Réunion. */
export const CALENDARS: readonly { readonly id: CalendarId; readonly name: string }[] = [
  { id: 1, name: 'Jours fériés en France' },
  { id: 2, name: 'Jours fériés en Alsace-Moselle' },
  { id: 3, name: 'Jours fériés à La Réunion' },
];

/** Easter Sunday of the Gregorian calendar (Meeus): 2026 → `2026-04-05`. */
export function easterOf(year: number): string {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const h = (19 * a + century - Math.floor(century / 4) - correction + 15) % 30;
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - h - (rest % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const position = h + l - 7 * m + 114;
  const month = String(Math.floor(position / 31)).padStart(2, '0');
  return `${String(year)}-${month}-${String((position % 31) + 1).padStart(2, '0')}`;
}

/** The holidays of one calendar and year, as days. Alsace-Moselle adds Good Friday and 26 December; La Réunion 20 December. */
export function holidaysOf(calendarId: CalendarId, year: number): Set<string> {
  const easter = easterOf(year);
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
  const local: Record<CalendarId, string[]> = { 1: [], 2: ['12-26'], 3: ['12-20'] };
  const days = [...fixed, ...local[calendarId]].map((monthDay) => `${String(year)}-${monthDay}`);
  const moving = calendarId === 2 ? [-2, 1, 39, 50] : [1, 39, 50];
  return new Set([...days, ...moving.map((offset) => addDays(easter, offset))]);
}
