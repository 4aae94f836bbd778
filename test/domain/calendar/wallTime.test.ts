import { describe, expect, test } from '@jest/globals';
import { addDays, plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import {
  dateAt,
  momentOf,
  momentsOf,
  parseWallTime,
  startOf,
  wallTime,
  type Clock,
} from '../../../shared/domain/calendar/wallTime.ts';

const paris: Clock = { zone: 'Europe/Paris' };
const wall: Clock = { zone: null };

function minutes(start: string, end: string, clock: Clock): number {
  return momentOf(wallTime(end), clock) - momentOf(wallTime(start), clock);
}

describe('minutes that really pass', () => {
  test.each([
    ['an ordinary night', '2026-09-07T22:00', '2026-09-08T06:00', 480, 480],
    ['the night of spring, an hour less', '2026-03-28T22:00', '2026-03-29T06:00', 420, 480],
    ['the night of autumn, an hour more', '2026-10-24T22:00', '2026-10-25T06:00', 540, 480],
    ['across a year', '2026-12-31T22:00', '2027-01-01T02:00', 240, 240],
    ['29 February', '2028-02-28T22:00', '2028-02-29T06:00', 480, 480],
  ])('%s', (_, start, end, real, shown) => {
    expect(minutes(start, end, paris)).toBe(real);
    expect(minutes(start, end, wall)).toBe(shown);
  });

  test('overseas, where no clock changes', () => {
    expect(minutes('2026-03-28T22:00', '2026-03-29T06:00', { zone: 'Indian/Reunion' })).toBe(480);
  });
});

test('the hour that comes twice is read in two ways, the one that is skipped in none but the clock left alone', () => {
  const twice = momentsOf(wallTime('2026-10-25T02:30'), paris);
  expect(twice).toHaveLength(2);
  expect((twice[1] ?? 0) - twice[0]).toBe(60);
  expect(momentsOf(wallTime('2026-10-25T01:59'), paris)).toHaveLength(1);
  expect(momentsOf(wallTime('2026-10-25T03:00'), paris)).toHaveLength(1);
  expect(momentsOf(wallTime('2026-03-29T02:30'), paris)).toEqual([momentOf(wallTime('2026-03-29T03:30'), paris)]);
});

test('a date lasts 23, 24 or 25 hours, and every moment belongs to one', () => {
  const length = (date: string) => startOf(addDays(plainDate(date), 1), paris) - startOf(plainDate(date), paris);
  expect(['2026-03-29', '2026-09-07', '2026-10-25'].map(length)).toEqual([1_380, 1_440, 1_500]);
  for (const date of ['2026-03-29', '2026-09-07', '2026-10-25'].map(plainDate)) {
    const [first, next] = [startOf(date, paris), startOf(addDays(date, 1), paris)];
    expect([dateAt(first - 1, paris), dateAt(first, paris), dateAt(next - 1, paris), dateAt(next, paris)]).toEqual([
      addDays(date, -1),
      date,
      date,
      addDays(date, 1),
    ]);
  }
});

test.each(['2026-02-30T08:00', '2026-09-07T24:00', '2026-09-07 08:00', '2026-09-07T8:00', ''])(
  'no time: %s',
  (text) => {
    expect(parseWallTime(text)).toBeUndefined();
    expect(() => wallTime(text)).toThrow(RangeError);
  },
);
