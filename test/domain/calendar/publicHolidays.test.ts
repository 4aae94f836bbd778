import { describe, expect, test } from '@jest/globals';
import {
  easterSunday,
  holidaysBetween,
  holidayZones,
  publicHolidays,
  type HolidayZone,
} from '../../../shared/domain/calendar/publicHolidays.ts';
import { isoWeekday, plainDate } from '../../../shared/domain/calendar/plainDate.ts';

const dates = (zone: HolidayZone, year: number, goodFriday = false) =>
  publicHolidays({ zone, goodFriday }, year).map(({ date }) => date as string);

const extra = (zone: HolidayZone, year: number, goodFriday = false) => {
  const common = new Set(dates('FR', year));
  return publicHolidays({ zone, goodFriday }, year)
    .filter(({ date }) => !common.has(date))
    .map(({ date, name, article }) => `${date} ${name} ${article}`);
};

describe('Easter Sunday', () => {
  test.each([
    [1961, '1961-04-02'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('%i: %s', (year, date) => {
    expect(easterSunday(year)).toBe(date);
  });

  test('is a Sunday between 22 March and 25 April, whatever the year', () => {
    for (let year = 1583; year <= 4099; year += 1) {
      const easter = easterSunday(year);
      expect([isoWeekday(easter), easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25']).toEqual([7, true]);
    }
  });
});

describe('holidays of metropolitan France (L3133-1)', () => {
  test('2026, with their names', () => {
    expect(publicHolidays({ zone: 'FR', goodFriday: false }, 2026).map(({ date, name }) => `${date} ${name}`)).toEqual([
      "2026-01-01 Jour de l'An",
      '2026-04-06 Lundi de Pâques',
      '2026-05-01 Fête du Travail',
      '2026-05-08 Victoire de 1945',
      '2026-05-14 Ascension',
      '2026-05-25 Lundi de Pentecôte',
      '2026-07-14 Fête nationale',
      '2026-08-15 Assomption',
      '2026-11-01 Toussaint',
      '2026-11-11 Armistice de 1918',
      '2026-12-25 Noël',
    ]);
  });

  test('two feasts on one date are one holiday, with both names', () => {
    const shared = publicHolidays({ zone: 'FR', goodFriday: false }, 2008).find(({ date }) => date === '2008-05-01');
    expect(shared).toEqual({ date: '2008-05-01', name: 'Fête du Travail, Ascension', article: 'L3133-1' });
    expect(dates('FR', 2059)).toHaveLength(10);
    expect(dates('FR', 2059)).toContain('2059-05-08');
  });

  test('a flag of Good Friday changes nothing outside Alsace-Moselle', () => {
    for (const zone of holidayZones) {
      if (zone !== 'ALS') expect(dates(zone, 2026, true)).toEqual(dates(zone, 2026, false));
    }
  });
});

describe('holidays of a zone only', () => {
  test('Alsace-Moselle (L3134-13): Good Friday by commune', () => {
    expect(extra('ALS', 2026)).toEqual(['2026-12-26 Saint-Étienne L3134-13']);
    expect(extra('ALS', 2026, true)).toEqual([
      '2026-04-03 Vendredi saint L3134-13',
      '2026-12-26 Saint-Étienne L3134-13',
    ]);
  });

  test.each<[HolidayZone, string]>([
    ['GP', '2026-05-27'],
    ['MQ', '2026-05-22'],
    ['GF', '2026-06-10'],
    ['RE', '2026-12-20'],
    ['YT', '2026-04-27'],
    ['MF', '2026-05-28'],
    ['BL', '2026-10-09'],
  ])('%s keeps the abolition of slavery on %s (L3422-2)', (zone, date) => {
    expect(extra(zone, 2026)).toEqual([`${date} Abolition de l'esclavage L3422-2`]);
  });

  test('Saint-Pierre-et-Miquelon keeps those of the mainland', () => {
    expect(dates('PM', 2026)).toEqual(dates('FR', 2026));
  });

  test('Saint-Martin kept 27 May until 2017; the islands of the north had no day of their own before 2012', () => {
    expect([2011, 2012, 2017, 2018].map((year) => extra('MF', year).map((each) => each.slice(0, 10)))).toEqual([
      [],
      ['2012-05-27'],
      ['2017-05-27'],
      ['2018-05-28'],
    ]);
    expect([2011, 2012].map((year) => extra('BL', year).length)).toEqual([0, 1]);
  });

  test('a feast that falls on another says both, with both articles', () => {
    const inMartinique = publicHolidays({ zone: 'MQ', goodFriday: false }, 2031).find(
      ({ date }) => date === '2031-05-22',
    );
    expect(inMartinique).toEqual({
      date: '2031-05-22',
      name: "Ascension, Abolition de l'esclavage",
      article: 'L3133-1, L3422-2',
    });
  });
});

describe('holidays between two dates', () => {
  const fr = { zone: 'FR', goodFriday: false } as const;
  const between = (from: string, to: string) => [...holidaysBetween(fr, plainDate(from), plainDate(to)).keys()];

  test('both ends included, across New Year', () => {
    expect(between('2026-12-16', '2027-01-15')).toEqual(['2026-12-25', '2027-01-01']);
    expect(between('2026-12-25', '2027-01-01')).toEqual(['2026-12-25', '2027-01-01']);
    expect(between('2026-12-26', '2026-12-31')).toEqual([]);
  });

  test('a year before the present Code du travail is a bug', () => {
    expect(() => publicHolidays(fr, 2007)).toThrow(RangeError);
    expect(() => publicHolidays(fr, 2026.5)).toThrow(RangeError);
    expect(publicHolidays(fr, 2008)).toHaveLength(10);
  });
});
