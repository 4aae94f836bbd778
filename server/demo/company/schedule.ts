import { weekdayOf } from './days.ts';
import { holidaysOf } from './holidays.ts';
import type { Company, Contract, Person } from './model.ts';
import { cycleOf } from './workedHalves.ts';

/** One half of a day as the schedule plans it. `minutes`: 0 when it is not worked, null when the person is counted in days. */
export interface ScheduledHalf {
  readonly minutes: number | null;
  readonly isHoliday: boolean;
  readonly isWeeklyRest: boolean;
}

export interface ScheduledDay {
  readonly ownerId: number;
  readonly date: string;
  readonly isHoliday: boolean;
  /** A holiday that the schedule plans as worked. */
  readonly isWorkedHoliday: boolean;
  readonly am: ScheduledHalf;
  readonly pm: ScheduledHalf;
}

/** Holidays that even those who work holidays keep. */
const SACRED = ['01-01', '05-01', '12-25'];

const known = new Map<string, Set<string>>();

function isHoliday(company: Company, { establishmentId }: Contract, date: string): boolean {
  const calendarId = company.establishments.find(({ id }) => id === establishmentId)?.calendarId ?? 1;
  const key = `${String(calendarId)}/${date.slice(0, 4)}`;
  const days = known.get(key) ?? holidaysOf(calendarId, Number(date.slice(0, 4)));
  known.set(key, days);
  return days.has(date);
}

/** What is planned for the person on that day, leaves aside; undefined outside their contracts. */
export function scheduledDay(company: Company, person: Person, date: string): ScheduledDay | undefined {
  const contract = person.contracts.find(
    ({ startsOn, endsOn }) => startsOn <= date && (endsOn === null || date <= endsOn),
  );
  if (contract === undefined) return undefined;
  const cycle = cycleOf(person.workCycleId);
  const weekday = weekdayOf(date);
  const holiday = isHoliday(company, contract, date);
  const kept = holiday && (cycle.worksHolidays !== true || SACRED.includes(date.slice(5)));
  const half = (isAM: boolean): ScheduledHalf => {
    const works = cycle.works(weekday, isAM);
    return { minutes: works && !kept ? cycle.minutes(weekday, isAM) : 0, isHoliday: holiday, isWeeklyRest: !works };
  };
  const [am, pm] = [half(true), half(false)];
  const isWorkedHoliday = holiday && !kept && !(am.isWeeklyRest && pm.isWeeklyRest);
  return { ownerId: person.id, date, isHoliday: holiday, isWorkedHoliday, am, pm };
}
