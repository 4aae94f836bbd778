/** Of each date of a person: the time that the work cycle holds, beside the time that is planned on it. */
import type { PlainDate } from './plainDate.ts';
import { plannedDaysOf, type PlannedMonth } from './plannedMonth.ts';
import type { PlannedDay } from './plannedDay.ts';

/** Minutes of each half of a day. */
export interface HalfMinutes {
  readonly am: number;
  readonly pm: number;
}

/** What the work cycle alone says of a date, public holidays and changes of planning left aside. `am`, `pm`: null where it is not known. */
export interface CycleDay {
  readonly date: PlainDate;
  readonly am: number | null;
  readonly pm: number | null;
  readonly isWeeklyRest: boolean;
}

/**
 * `contractual`: by the work cycle. `theoretical`: with public holidays and changes of planning. Null: not known in minutes.
 * `isHoliday`: a public holiday of the person's calendar, kept or worked.
 */
export interface PlannedTimes {
  readonly contractual: HalfMinutes | null;
  readonly theoretical: HalfMinutes | null;
  readonly isWeeklyRest: boolean;
  readonly isHoliday: boolean;
}

type Minutes = readonly [am: number | null, pm: number | null];

function minutesOf({ am, pm }: PlannedDay): Minutes {
  return [am ? am.minutes : 0, pm ? pm.minutes : 0];
}

function halves([am, pm]: Minutes): HalfMinutes | null {
  return am === null || pm === null ? null : { am, pm };
}

/** The day of the month: `'2026-10-25'` → 25. */
function dayOf(date: PlainDate): number {
  return Number(date.slice(8));
}

/** `row` with what the cycle says, kept only where the planned days do not say it already. */
export function withCycle(row: PlannedMonth, cycle: readonly CycleDay[]): PlannedMonth {
  const shown = new Map(plannedDaysOf(row).map((day) => [day.date, minutesOf(day)]));
  const known = cycle.filter(({ date }) => shown.has(date));
  const hidden = known.filter(({ date, am, pm }) => {
    const [morning, afternoon] = shown.get(date) ?? [];
    return am !== morning || pm !== afternoon;
  });
  const rests = known.filter(({ isWeeklyRest }) => isWeeklyRest).map(({ date }) => dayOf(date));
  const kept = hidden.map(({ date, am, pm }) => [dayOf(date), am, pm] as const);
  return { ...row, ...(kept.length > 0 ? { cycle: kept } : {}), rests };
}

/**
 * The known dates of a row. In a row read before cycles were kept, the cycle is what is planned, and a date on which nothing is planned is
 * a rest.
 */
function timesOf(row: PlannedMonth): (readonly [PlainDate, PlannedTimes])[] {
  const cycle = new Map(row.cycle?.map(([day, am, pm]) => [day, [am, pm] as const]));
  const rests = row.rests && new Set(row.rests);
  return plannedDaysOf(row).map((day) => {
    const [planned, at] = [minutesOf(day), dayOf(day.date)];
    const times = {
      contractual: halves(cycle.get(at) ?? planned),
      theoretical: day.holiday === 'off' ? { am: 0, pm: 0 } : halves(planned),
      isWeeklyRest: rests ? rests.has(at) : day.am === null && day.pm === null,
      isHoliday: day.holiday !== 'none',
    };
    return [day.date, times];
  });
}

/** The known dates of one person over several months. */
export function timesByDate(months: readonly PlannedMonth[]): ReadonlyMap<PlainDate, PlannedTimes> {
  return new Map(months.flatMap(timesOf));
}
