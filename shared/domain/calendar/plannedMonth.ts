/** The planned days of a person and month in one short row: 10,000 people are 10,000 rows a month, not 300,000. */
import { addDays, firstDay, lastDay, type PlainDate, type PlainMonth } from './plainDate.ts';
import type { PlannedDay, PlannedHalf } from './plannedDay.ts';

/**
 * One place per day of the month in `am`, `pm` and `days`. `am`, `pm`: minutes planned, 0 for a half that is not worked, null for one
 * planned in days. `days`: `.` an ordinary day, `h` a holiday kept, `w` a holiday worked, `?` a day of which nothing is known.
 * `meals`: where a half includes its meal, one digit per day (1 morning, 2 afternoon, 3 both); empty when none does.
 * `cycle`, `rests`: see `plannedTimes.ts`; a month read before they were kept has neither.
 */
export interface PlannedMonth {
  readonly employeeId: string;
  readonly month: PlainMonth;
  readonly am: readonly (number | null)[];
  readonly pm: readonly (number | null)[];
  readonly days: string;
  readonly meals: string;
  /** What the work cycle holds on the days of the month where a holiday or a change of planning hides it: day, morning, afternoon. */
  readonly cycle?: readonly (readonly [day: number, am: number | null, pm: number | null])[] | undefined;
  /** Days of the month that are a weekly rest. */
  readonly rests?: readonly number[] | undefined;
}

const LETTERS = { none: '.', off: 'h', worked: 'w' } as const;
const UNKNOWN = '?';
const HOLIDAYS: Readonly<Record<string, PlannedDay['holiday']>> = { '.': 'none', h: 'off', w: 'worked' };

const counted = new Map<PlainMonth, readonly PlainDate[]>();

/** Ten thousand people ask for the same few months: each is counted out once. */
function datesOfMonth(month: PlainMonth): readonly PlainDate[] {
  const known = counted.get(month);
  if (known) return known;
  const first = firstDay(month);
  const count = Number(lastDay(month).slice(8));
  const dates = Array.from({ length: count }, (_, at) => addDays(first, at));
  counted.set(month, dates);
  return dates;
}

function minutesOf(half: PlannedHalf | null | undefined): number | null {
  return half ? half.minutes : 0;
}

/**
 * The row of `employeeId`. Days of other months are left out, dates without a day are unknown; of two days of one date the last counts.
 * A half has at least a minute: nought minutes come back as a half that is not worked.
 */
export function plannedMonthOf(employeeId: string, month: PlainMonth, days: Iterable<PlannedDay>): PlannedMonth {
  const byDate = new Map<PlainDate, PlannedDay>();
  for (const day of days) byDate.set(day.date, day);
  const places = datesOfMonth(month).map((date) => byDate.get(date));
  const meals = places.map((day) => (day?.am?.includesMeal ? 1 : 0) + (day?.pm?.includesMeal ? 2 : 0));
  return {
    employeeId,
    month,
    am: places.map((day) => minutesOf(day?.am)),
    pm: places.map((day) => minutesOf(day?.pm)),
    days: places.map((day) => (day ? LETTERS[day.holiday] : UNKNOWN)).join(''),
    meals: meals.some((each) => each > 0) ? meals.join('') : '',
  };
}

function halfOf(minutes: number | null | undefined, includesMeal: boolean): PlannedHalf | null {
  return minutes === 0 || minutes === undefined ? null : { minutes, includesMeal };
}

/** The days of the row that are known, in order. Inverse of {@link plannedMonthOf}. */
export function plannedDaysOf({ month, am, pm, days, meals }: PlannedMonth): PlannedDay[] {
  return datesOfMonth(month).flatMap((date, at): PlannedDay[] => {
    const holiday = HOLIDAYS[days[at] ?? UNKNOWN];
    if (holiday === undefined) return [];
    const included = Number(meals[at] ?? 0);
    return [{ date, am: halfOf(am[at], (included & 1) > 0), pm: halfOf(pm[at], (included & 2) > 0), holiday }];
  });
}

/** The known days of one person over several months, by date, as the computations take them. */
export function plannedByDate(months: readonly PlannedMonth[]): ReadonlyMap<PlainDate, PlannedDay> {
  return new Map(months.flatMap(plannedDaysOf).map((day) => [day.date, day]));
}
