import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  daysBetween,
  fromExcelSerial,
  instant,
  isoWeekday,
  lastDay,
  parseFrenchDate,
  parsePlainDate,
  plainDate,
  plainMonth,
  toExcelSerial,
  wallClock,
} from '../../../shared/domain/calendar/plainDate.ts';

const anyDate = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(plainDate('1950-01-01'), days));

describe('civil dates', () => {
  test.each([
    ['2026-02-28', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-01', false],
    ['2026-10-05T00:00:00', false],
    ['', false],
  ])('%s is a date: %s', (text, sound) => {
    expect(parsePlainDate(text) !== undefined).toBe(sound);
  });

  test.each([
    ['5/10/2026', '2026-10-05'],
    ['05-10-2026', '2026-10-05'],
    ['2026-10-05', '2026-10-05'],
    ['31/02/2026', undefined],
    ['10/2026', undefined],
  ])('typed the French way, %s is %s', (text, date) => {
    expect(parseFrenchDate(text)).toBe(date);
  });

  test('29 February, month ends and the two nights when the clocks change are days like others', () => {
    expect(addDays(plainDate('2028-02-28'), 1)).toBe('2028-02-29');
    expect(lastDay(plainMonth('2028-02'))).toBe('2028-02-29');
    expect(addDays(plainDate('2026-03-29'), 1)).toBe('2026-03-30');
    expect(addDays(plainDate('2026-10-25'), 1)).toBe('2026-10-26');
    expect(addMonths(plainMonth('2026-01'), -1)).toBe('2025-12');
    expect(isoWeekday(plainDate('2026-10-25'))).toBe(7);
    expect(['1900-03-01', '1969-12-31', '1970-01-01', '2000-02-29'].map((date) => isoWeekday(plainDate(date)))).toEqual(
      [4, 3, 4, 2],
    );
  });

  test('a day added and taken away is the same day; serial numbers go there and back', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(fromExcelSerial(toExcelSerial(date))).toBe(date);
      }),
    );
  });

  test("Excel's own examples of serial numbers", () => {
    expect(toExcelSerial(plainDate('2008-01-01'))).toBe(39448);
    expect(toExcelSerial(plainDate('1900-03-01'))).toBe(61);
    expect(() => toExcelSerial(plainDate('1900-02-28'))).toThrow(RangeError);
    expect(fromExcelSerial(Number.NaN)).toBeUndefined();
    expect(fromExcelSerial(59)).toBeUndefined();
    expect(fromExcelSerial(39448.75)).toBe('2008-01-01');
  });

  test.each([
    ['2026-11-20T19:04:00.000Z', 'Europe/Paris', '2026-11-20', '20:04'],
    ['2026-07-31T22:30:00Z', 'Europe/Paris', '2026-08-01', '00:30'],
    ['2026-10-25T01:30:00Z', 'Europe/Paris', '2026-10-25', '02:30'],
    ['2026-10-25T00:30:00Z', 'Indian/Reunion', '2026-10-25', '04:30'],
  ])('%s in %s is %s at %s', (moment, zone, date, time) => {
    expect(wallClock(instant(moment), zone)).toEqual({ date, time });
  });

  test('what is no moment is refused', () => {
    expect(() => instant('2026-11-20T19:04:00')).toThrow(RangeError);
    expect(() => instant('2026-11-31T19:04:00Z')).toThrow(RangeError);
    expect(() => plainDate('2026-02-30')).toThrow(RangeError);
    expect(() => plainMonth('2026-00')).toThrow(RangeError);
  });
});
