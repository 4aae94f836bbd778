/** What each date of a person is before anybody worked it: Lucca's schedule, « Plannings » where it says nothing, holidays, solidarity. */
import type { PlainDate } from '../../domain/calendar/plainDate.ts';
import { timesByDate, type HalfMinutes, type PlannedTimes } from '../../domain/calendar/plannedTimes.ts';
import type { PlannedMonth } from '../../domain/calendar/plannedMonth.ts';
import { plannedBy } from '../../domain/calendar/weekPattern.ts';
import type { PlannedHalf } from '../../domain/calendar/plannedDay.ts';
import { holidaysBetween } from '../../domain/calendar/publicHolidays.ts';
import type { Finding } from '../../domain/finding.ts';
import type { PlannedTime } from '../../domain/worktime/person.ts';
import { planningOn, type TypedPlanning } from '../../tables/readPlannings.ts';
import type { Establishment } from '../../tables/readEstablishments.ts';

const FIRST_OF_MAY = '-05-01';

/** Where a person works on a date: undefined out of contract. */
export type PlaceOn = (date: PlainDate) => Establishment | undefined;

function halves(am: PlannedHalf | null, pm: PlannedHalf | null): HalfMinutes | null {
  const [morning, afternoon] = [am ? am.minutes : 0, pm ? pm.minutes : 0];
  return morning === null || afternoon === null ? null : { am: morning, pm: afternoon };
}

/** « Plannings », where Lucca says nothing of a date. */
function typedTimes(pattern: TypedPlanning['pattern'], date: PlainDate, isHoliday: boolean): PlannedTimes {
  const cycle = plannedBy(pattern, date, false);
  const contractual = halves(cycle.am, cycle.pm);
  const isOff = isHoliday && pattern.holidays === 'off';
  return {
    contractual,
    theoretical: isOff ? { am: 0, pm: 0 } : contractual,
    isWeeklyRest: cycle.am === null && cycle.pm === null,
    isHoliday,
  };
}

export interface PlannedSources {
  readonly plannings: readonly TypedPlanning[];
  readonly establishments: readonly Establishment[];
  /** Every date that is asked about, in order. */
  readonly dates: readonly PlainDate[];
}

export interface PlannedTimesReader {
  /** The dates of one person. */
  readonly of: (employeeId: string, rows: readonly PlannedMonth[], placeOn: PlaceOn) => Map<PlainDate, PlannedTime>;
  /** Holidays on which Lucca and the calendar of an establishment differ, among the dates read so far: each once. */
  readonly differences: () => readonly Finding[];
}

/** Public holidays as Lucca has them beside those of the calendar: the former are followed, the difference is told. */
class HolidayDifferences {
  readonly #told = new Map<string, Finding>();

  look({ id, name }: Establishment, date: PlainDate, inLucca: boolean, inCalendar: boolean): void {
    if (inLucca === inCalendar) return;
    const facts = { establishment: name, date, in: inLucca ? 'lucca' : 'calendar' };
    this.#told.set(`${id} ${date}`, { code: 'timeHolidayDiffers', severity: 'warning', facts });
  }

  findings(): readonly Finding[] {
    return [...this.#told.values()];
  }
}

/** Reads what dates are; the public holidays of establishments are counted once for everybody. */
export function plannedTimesOf({ plannings, establishments, dates }: PlannedSources): PlannedTimesReader {
  const [first, last] = [dates[0], dates.at(-1)];
  const calendars = new Map(
    first && last ? establishments.map((each) => [each.id, holidaysBetween(each.holidays, first, last)]) : [],
  );
  const differences = new HolidayDifferences();
  const of: PlannedTimesReader['of'] = (employeeId, rows, placeOn) => {
    const given = timesByDate(rows);
    const planned = new Map<PlainDate, PlannedTime>();
    for (const date of dates) {
      const place = placeOn(date);
      const computed = place !== undefined && calendars.get(place.id)?.has(date) === true;
      const row = given.has(date) ? undefined : planningOn(plannings, employeeId, place?.id ?? '', date);
      const times = given.get(date) ?? (row && typedTimes(row.pattern, date, computed));
      if (!times) continue;
      if (place && given.has(date)) differences.look(place, date, times.isHoliday, computed);
      const holiday = !times.isHoliday ? 'none' : date.endsWith(FIRST_OF_MAY) ? 'firstOfMay' : 'legal';
      const isSolidarity = place?.solidarity.has(date) ?? false;
      const { contractual, theoretical, isWeeklyRest } = times;
      planned.set(date, { contractual, theoretical, isWeeklyRest, holiday, isSolidarity });
    }
    return planned;
  };
  return { of, differences: () => differences.findings() };
}
