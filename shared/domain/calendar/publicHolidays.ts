/** Legal public holidays of France, by zone. Which text gives which date: docs/rules/holidays.md. */
import { addDays, plainDate, type PlainDate } from './plainDate.ts';

/** Metropolitan France, Alsace-Moselle (57, 67, 68), and overseas: Guadeloupe … Saint-Barthélemy, Saint-Pierre-et-Miquelon. */
export const holidayZones = ['FR', 'ALS', 'GP', 'MQ', 'GF', 'RE', 'YT', 'MF', 'BL', 'PM'] as const;
export type HolidayZone = (typeof holidayZones)[number];

/** `goodFriday`: the commune has a Protestant temple or a mixed church; read in Alsace-Moselle only. */
export interface HolidayCalendar {
  readonly zone: HolidayZone;
  readonly goodFriday: boolean;
}

/** One date; two feasts may share it (Ascension of 1 May 2008), and its name then bears both. */
export interface PublicHoliday {
  readonly date: PlainDate;
  readonly name: string;
  /** Article of the Code du travail. */
  readonly article: string;
}

const COMMON = 'L3133-1';
const ALSACE_MOSELLE = 'L3134-13';
const ABOLITION = 'L3422-2';

/** A feast at a date of each year (`'05-01'`), or so many days after Easter. */
interface Feast {
  readonly on: string | number;
  readonly name: string;
  readonly article: string;
  /** First and last year, where the feast is younger than this table or has moved. */
  readonly from?: number;
  readonly to?: number;
}

const common: readonly Feast[] = [
  { on: '01-01', name: "Jour de l'An", article: COMMON },
  { on: 1, name: 'Lundi de Pâques', article: COMMON },
  { on: '05-01', name: 'Fête du Travail', article: COMMON },
  { on: '05-08', name: 'Victoire de 1945', article: COMMON },
  { on: 39, name: 'Ascension', article: COMMON },
  { on: 50, name: 'Lundi de Pentecôte', article: COMMON },
  { on: '07-14', name: 'Fête nationale', article: COMMON },
  { on: '08-15', name: 'Assomption', article: COMMON },
  { on: '11-01', name: 'Toussaint', article: COMMON },
  { on: '11-11', name: 'Armistice de 1918', article: COMMON },
  { on: '12-25', name: 'Noël', article: COMMON },
];

const goodFriday: Feast = { on: -2, name: 'Vendredi saint', article: ALSACE_MOSELLE };

function abolition(on: string, years: Pick<Feast, 'from' | 'to'> = {}): Feast {
  return { on, name: "Abolition de l'esclavage", article: ABOLITION, ...years };
}

const ofZone: Readonly<Record<HolidayZone, readonly Feast[]>> = {
  FR: [],
  ALS: [{ on: '12-26', name: 'Saint-Étienne', article: ALSACE_MOSELLE }],
  GP: [abolition('05-27')],
  MQ: [abolition('05-22')],
  GF: [abolition('06-10')],
  RE: [abolition('12-20')],
  YT: [abolition('04-27')],
  // The article was never put right; circulars and the prefecture hold 28 May for it from 2018 on.
  MF: [abolition('05-27', { from: 2012, to: 2017 }), abolition('05-28', { from: 2018 })],
  BL: [abolition('10-09', { from: 2012 })],
  PM: [],
};

const FIRST_YEAR = 2008;
const LAST_YEAR = 9999;

/** Easter Sunday of the Gregorian calendar (Meeus): 2027 → 28 March. */
export function easterSunday(year: number): PlainDate {
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const golden = year % 19;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const exception = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const position = epact + weekday - 7 * exception + 114;
  return dateOf(year, `${twoDigits(Math.floor(position / 31))}-${twoDigits((position % 31) + 1)}`);
}

/**
 * The holidays of a year, in order of date, one line per date: eleven in metropolitan France, ten in 2008.
 * Sound from 2008, when the Code du travail took its present form; an earlier year is a bug and throws.
 */
export function publicHolidays(calendar: HolidayCalendar, year: number): readonly PublicHoliday[] {
  const isKnown = Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
  if (!isKnown) throw new RangeError('no holidays are known for this year');
  const hasGoodFriday = calendar.zone === 'ALS' && calendar.goodFriday;
  const feasts = [...common, ...ofZone[calendar.zone], ...(hasGoodFriday ? [goodFriday] : [])];
  const byDate = new Map<PlainDate, PublicHoliday>();
  for (const { on, name, article } of feasts.filter((feast) => isKept(feast, year))) {
    const date = typeof on === 'number' ? addDays(easterSunday(year), on) : dateOf(year, on);
    const same = byDate.get(date);
    byDate.set(date, same ? bothOf(same, name, article) : { date, name, article });
  }
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The holidays from `from` to `to`, both included, by date: a window may begin in one year and end in the next. */
export function holidaysBetween(
  calendar: HolidayCalendar,
  from: PlainDate,
  to: PlainDate,
): ReadonlyMap<PlainDate, PublicHoliday> {
  const found = new Map<PlainDate, PublicHoliday>();
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    for (const holiday of publicHolidays(calendar, year)) {
      if (from <= holiday.date && holiday.date <= to) found.set(holiday.date, holiday);
    }
  }
  return found;
}

function isKept({ from = FIRST_YEAR, to = LAST_YEAR }: Feast, year: number): boolean {
  return from <= year && year <= to;
}

function bothOf(same: PublicHoliday, name: string, article: string): PublicHoliday {
  const articles = same.article === article ? article : `${same.article}, ${article}`;
  return { date: same.date, name: `${same.name}, ${name}`, article: articles };
}

function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

function dateOf(year: number, monthAndDay: string): PlainDate {
  return plainDate(`${String(year).padStart(4, '0')}-${monthAndDay}`);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
