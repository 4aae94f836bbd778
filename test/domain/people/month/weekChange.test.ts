import { describe, expect, test } from '@jest/globals';
import {
  addDays,
  isoWeekday,
  plainDate,
  plainMonth,
  type PlainDate,
} from '../../../../shared/domain/calendar/plainDate.ts';
import { weekChange } from '../../../../shared/domain/people/month/weekChange.ts';

const OCTOBER = plainMonth('2026-10');

/** September and October 2026, so many hours a working day. */
function months(hours: (date: PlainDate) => number | undefined): ReadonlyMap<PlainDate, number> {
  const minutes = new Map<PlainDate, number>();
  for (let date = plainDate('2026-09-01'); date <= '2026-10-31'; date = addDays(date, 1)) {
    const own = isoWeekday(date) > 5 ? 0 : hours(date);
    if (own !== undefined) minutes.set(date, own * 60);
  }
  return minutes;
}

const even = (date: PlainDate) => Math.floor((Number(date.slice(8)) - isoWeekday(date) + 7) / 7) % 2 === 0;

describe('a work cycle that changes without a new contract', () => {
  test.each<readonly [string, (date: PlainDate) => number | undefined, unknown]>([
    ['le même horaire', () => 7, undefined],
    ['du lundi 12 octobre', (date) => (date < '2026-10-12' ? 7 : 5), { from: '2026-10-12', before: 2100, after: 1500 }],
    [
      'de la première semaine du mois',
      (date) => (date < '2026-09-28' ? 7 : 8),
      { from: '2026-09-28', before: 2100, after: 2400 },
    ],
    ['une semaine autre, puis la même', (date) => (date >= '2026-10-12' && date < '2026-10-19' ? 8 : 7), undefined],
    ['deux semaines qui alternent', (date) => (even(date) ? 7 : 6), undefined],
    ['changé le mois d’avant', (date) => (date < '2026-09-14' ? 7 : 8), undefined],
    ['rien de connu avant', (date) => (date < '2026-10-12' ? undefined : 7), undefined],
    ['une semaine dont un jour manque ne compte pas', (date) => (date === '2026-10-20' ? undefined : 7), undefined],
  ])('%s', (_, hours, expected) => expect(weekChange(months(hours), OCTOBER)).toEqual(expected));
});
