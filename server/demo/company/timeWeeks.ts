/** How each person declares time, week by week: drawn from the seed, the person and the week alone, so that nothing is kept. */
import { addDays, weekdayOf } from './days.ts';
import type { Company, Notable, Person } from './model.ts';
import { forkRandom } from './prng.ts';

/** 0 not submitted, 1 pending, 2 approved, 3 rejected; null where there is no sheet. */
type SheetStatus = 0 | 1 | 2 | 3 | null;

/** What makes a week different from what is planned. */
export interface TimeWeek {
  /** Minutes worked beyond the planned ones, on each worked day. */
  readonly extra: number;
  readonly worksSunday: boolean;
  /** Works on a day of the week that the schedule leaves free (0 = Sunday). */
  readonly alsoWorks: number | null;
  readonly status: SheetStatus;
  /** An entry that was deleted, one that another one overlaps, one without its end. */
  readonly oddity: 'archived' | 'double' | 'noEnd' | null;
}

/** In times of a clock, in hours of a half-day, or in half-days. */
export type TimeUnit = 'clock' | 'hours' | 'days';

const PLAIN: TimeWeek = { extra: 0, worksSunday: false, alsoWorks: null, status: 2, oddity: null };
const FORFAIT_JOURS = 2;

/** Part of those who are no story: about a third of the account uses Timmi Temps. */
const SHARE = 0.3;

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

type Tale = Partial<Record<'first' | 'second' | 'third', Partial<TimeWeek>>>;

/**
 * The first week holds the first of the month, and so days of the month before. 84 minutes a day make 42 hours of 35, 132 make 46;
 * an hour a day is 32 hours of 28, and 12 minutes with the Wednesday 36.
 */
const TALES: Partial<Record<Notable, Tale>> = {
  homonymLyon: { second: { extra: 84 } },
  homonymStrasbourg: { third: { extra: 132 } },
  temporaryNir: { second: { extra: 84, worksSunday: true } },
  spacedNir: { second: { extra: 60 } },
  formulaName: { first: { extra: 84 } },
  coupleFirst: {},
  partTime: { second: { extra: 60 }, third: { extra: 12, alsoWorks: 3 } },
  halfTime: {},
  night: {},
  corsicanSouth: { third: { status: 1, extra: 84 } },
  corsicanNorth: { second: { status: 3, extra: 30 } },
  apostrophe: { second: { status: null, extra: 84 } },
  noNir: { second: { status: 0 } },
  foreignIban: { second: { oddity: 'archived' } },
  disabled: { second: { oddity: 'double' } },
  plusName: { second: { oddity: 'noEnd' } },
  noIban: { third: { extra: 84 } },
  fridayMorning: { second: { extra: 45 } },
};

interface Teller {
  readonly tales: ReadonlyMap<number, Tale>;
  readonly weeks: Readonly<Record<string, keyof Tale>>;
}

const known = new WeakMap<Company, Teller>();

function tellerOf(company: Company): Teller {
  const found = known.get(company);
  if (found) return found;
  const first = mondayOf(`${company.referenceMonth}-01`);
  const tales = Object.entries(TALES).flatMap(([part, tale]) => {
    const id = company.notables[part as Notable];
    return id === undefined ? [] : [[id, tale] as const];
  });
  const weeks = { [first]: 'first', [addDays(first, 7)]: 'second', [addDays(first, 14)]: 'third' } as const;
  const teller = { tales: new Map(tales), weeks };
  known.set(company, teller);
  return teller;
}

/** How the person declares time; undefined for one who does not. */
export function timeUnitOf(company: Company, { id, workCycleId }: Person): TimeUnit | undefined {
  const random = forkRandom(company.seed, 3_000_000 + id);
  const isTold = tellerOf(company).tales.has(id);
  if (!isTold && !random.chance(SHARE)) return undefined;
  if (workCycleId === FORFAIT_JOURS) return 'days';
  return id === company.notables.spacedNir || (!isTold && random.chance(0.1)) ? 'hours' : 'clock';
}

/** Sheets of a week are approved in the one that follows: what is still on its way depends on the account's own day. */
function usualStatus({ today }: Company, monday: string, draw: number): SheetStatus {
  const sunday = addDays(monday, 6);
  if (today <= sunday) return 0;
  if (draw < 0.02) return null;
  if (draw < 0.04) return 3;
  return draw < 0.08 || addDays(sunday, 3) > today ? 1 : 2;
}

/** The week of somebody who declares time. Those of the stories have no chance in theirs. */
export function timeWeekOf(company: Company, { id }: Person, monday: string): TimeWeek {
  const { tales, weeks } = tellerOf(company);
  const [tale, week] = [tales.get(id), weeks[monday]];
  if (tale) return { ...PLAIN, status: usualStatus(company, monday, 1), ...(week && tale[week]) };
  const random = forkRandom(company.seed, id * 4_000 + Number(monday.slice(2).replaceAll('-', '')));
  const extra = random.pick([0, 0, 0, 0, 0, 10, 15, 30, 84]);
  return { ...PLAIN, extra, status: usualStatus(company, monday, random.next()) };
}
