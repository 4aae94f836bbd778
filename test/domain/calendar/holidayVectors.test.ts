/** The examples of area `holidays` of the reference, each by its own small adapter. */
import { expect, test } from '@jest/globals';
import { easterSunday, publicHolidays, type HolidayZone } from '../../../shared/domain/calendar/publicHolidays.ts';
import {
  addDays,
  addMonths,
  firstDay,
  isoWeekday,
  lastDay,
  plainMonth,
  type PlainDate,
  type PlainMonth,
} from '../../../shared/domain/calendar/plainDate.ts';
import { vectorsOf, type Vector } from '../../cases/vectors.ts';

function dates({ input }: Vector): PlainDate[] {
  const calendar = { zone: input['zone'] as HolidayZone, goodFriday: true };
  return publicHolidays(calendar, Number(input['year'])).map(({ date }) => date);
}

function countAndDates(vector: Vector): void {
  expect({ count: dates(vector).length, dates: dates(vector) }).toEqual(vector.expected);
}

function named(vector: Vector): void {
  const calendar = { zone: vector.input['zone'] as HolidayZone, goodFriday: true };
  const byName = new Map(publicHolidays(calendar, Number(vector.input['year'])).map(({ name, date }) => [name, date]));
  expect({
    goodFriday: byName.get('Vendredi saint'),
    easterMonday: byName.get('Lundi de Pâques'),
    ascension: byName.get('Ascension'),
    whitMonday: byName.get('Lundi de Pentecôte'),
  }).toEqual(vector.expected);
}

function easter(vector: Vector): void {
  expect({ easter: (vector.input['years'] as number[]).map(easterSunday) }).toEqual(vector.expected);
}

function extra(vector: Vector): void {
  const common = new Set(
    publicHolidays({ zone: 'FR', goodFriday: true }, Number(vector.input['year'])).map((each) => each.date),
  );
  const all = dates(vector);
  expect({ count: all.length, extra: all.filter((date) => !common.has(date)) }).toEqual(vector.expected);
}

function workingDaysOf(month: PlainMonth, holidays: ReadonlySet<PlainDate>, workWeek: readonly number[]): number {
  let count = 0;
  for (let date = firstDay(month); date <= lastDay(month); date = addDays(date, 1)) {
    if (workWeek.includes(isoWeekday(date)) && !holidays.has(date)) count += 1;
  }
  return count;
}

function workingDays(vector: Vector): void {
  const holidays = new Set(dates(vector));
  const january = plainMonth(`${String(vector.input['year'])}-01`);
  const days = Array.from({ length: 12 }, (_, index) =>
    workingDaysOf(addMonths(january, index), holidays, vector.input['workWeek'] as number[]),
  );
  expect({ days, total: days.reduce((sum, each) => sum + each, 0) }).toEqual(vector.expected);
}

const adapters: Readonly<Record<string, (vector: Vector) => void>> = {
  'holidays-02': countAndDates,
  'holidays-03': named,
  'holidays-05': easter,
  'holidays-06': extra,
  'holidays-07': countAndDates,
  'holidays-10': workingDays,
};

test('every example of the area has its adapter', () => {
  expect(vectorsOf('holidays').map(({ id }) => id)).toEqual(Object.keys(adapters));
});

test.each(vectorsOf('holidays'))('$id: $title', (vector) => {
  expect.hasAssertions();
  adapters[vector.id]?.(vector);
});
