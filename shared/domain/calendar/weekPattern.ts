/** A week that comes back, typed by hand where no module says who works when. */
import { isoWeekday, type PlainDate } from './plainDate.ts';
import type { PlannedDay, PlannedHalf } from './plannedDay.ts';

/** What is worked of a day. `…WithMeal`: the meal falls inside the hours of that half alone; a night shift belongs to the day it starts on. */
export const dayShapes = [
  'off',
  'whole',
  'morning',
  'afternoon',
  'morningWithMeal',
  'afternoonWithMeal',
  'nightWithMeal',
] as const;
export type DayShape = (typeof dayShapes)[number];

export interface WeekPattern {
  /** Monday first, seven of them. */
  readonly days: readonly DayShape[];
  /** Of each half that is worked; null when nobody typed it. */
  readonly halfMinutes: number | null;
  readonly holidays: 'off' | 'worked';
}

const mornings: ReadonlySet<DayShape> = new Set(['whole', 'morning', 'morningWithMeal']);
const afternoons: ReadonlySet<DayShape> = new Set(['whole', 'afternoon', 'afternoonWithMeal', 'nightWithMeal']);
const withMeal: ReadonlySet<DayShape> = new Set(['morningWithMeal', 'afternoonWithMeal', 'nightWithMeal']);

/** The day of the pattern that falls on `date`. `isHoliday`: a public holiday of the person's calendar. */
export function plannedBy(
  { days, halfMinutes, holidays }: WeekPattern,
  date: PlainDate,
  isHoliday: boolean,
): PlannedDay {
  const shape = days[isoWeekday(date) - 1] ?? 'off';
  const half: PlannedHalf = { minutes: halfMinutes, includesMeal: withMeal.has(shape) };
  return {
    date,
    am: mornings.has(shape) ? half : null,
    pm: afternoons.has(shape) ? half : null,
    holiday: isHoliday ? holidays : 'none',
  };
}
