import { describe, expect, test } from '@jest/globals';
import { plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { valueOn } from '../../../shared/domain/legal/datedValue.ts';
import { exemptionCaps, shareBounds } from '../../../shared/domain/legal/mealVouchers.ts';

const caps = (date: string, knownOn: string) => [
  valueOn(exemptionCaps, plainDate(date), plainDate(knownOn))?.value,
  valueOn(exemptionCaps, plainDate(date))?.value,
];

describe('the cap of the exempt share (CGI, art. 81, 19°), then and now', () => {
  test.each([
    ['2019-01-01', '2019-01-31', 552, 552],
    ['2019-12-31', '2019-12-31', 552, 552],
    ['2020-01-01', '2020-01-31', 555, 555],
    ['2021-01-01', '2021-01-31', 555, 555],
    ['2022-01-01', '2022-01-31', 569, 650],
    ['2022-08-31', '2022-08-31', 569, 650],
    ['2022-09-01', '2022-09-30', 592, 650],
    ['2022-12-31', '2022-12-31', 592, 650],
    ['2023-01-01', '2023-01-31', 650, 691],
    ['2023-05-01', '2023-05-31', 650, 691],
    ['2023-06-01', '2023-06-30', 691, 691],
    ['2023-12-31', '2023-12-31', 691, 691],
    ['2024-01-01', '2024-01-31', 718, 718],
    ['2025-01-01', '2025-01-31', 726, 726],
    ['2026-01-01', '2026-01-31', 732, 732],
    ['2026-12-31', '2026-12-31', 732, 732],
  ])('on %s, as known on %s: %i; as known now: %i', (date, knownOn, then, now) => {
    expect(caps(date, knownOn)).toEqual([then, now]);
  });

  test('the finance law of 2023 changed nothing for 2022 until the tax administration said so', () => {
    expect(caps('2022-10-01', '2023-06-07')[0]).toBe(592);
    expect(caps('2022-10-01', '2023-06-08')[0]).toBe(650);
    expect(caps('2022-03-01', '2023-06-08')[0]).toBe(650);
  });

  test('nothing is said of the years before the table', () => {
    expect(valueOn(exemptionCaps, plainDate('2018-12-31'))).toBeUndefined();
    expect(valueOn(shareBounds, plainDate('2018-12-31'))).toBeUndefined();
  });
});

test('the employer pays between half and six tenths (CGI, ann. IV, art. 6 A)', () => {
  const inForce = valueOn(shareBounds, plainDate('2026-10-01'));
  expect(inForce?.value).toEqual({ least: 5_000, most: 6_000 });
  expect(inForce?.source.title).toContain('art. 6 A');
});

test('every row has an article, a page and a day of check', () => {
  for (const row of [...exemptionCaps, ...shareBounds]) {
    expect(row.source.title).toMatch(/\(CGI, .+\)$/);
    expect(row.source.url).toMatch(/^https?:\/\//);
    expect(row.checkedOn >= row.from).toBe(true);
  }
});
