import { expect, test } from '@jest/globals';
import { plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { parsePayMonth, payMonthsAround } from '../../../shared/domain/calendar/payMonth.ts';

test.each([
  ['2002-01', true],
  ['2026-10', true],
  ['2099-12', true],
  ['2001-12', false],
  ['2100-01', false],
  ['1800-01', false],
  ['9999-12', false],
  ['2026-13', false],
  ['octobre', false],
])('%s may be a month of pay: %s', (text, isOne) => {
  expect(parsePayMonth(text)).toBe(isOne ? text : undefined);
});

test('the months to choose from: two ahead, a year back, and none that nobody prepares', () => {
  const around = (month: string) => payMonthsAround(plainMonth(month));
  expect([around('2026-10')[0], around('2026-10').at(-1), around('2026-10').length]).toEqual([
    '2026-12',
    '2025-10',
    15,
  ]);
  expect([around('2099-12')[0], around('2002-02').at(-1)]).toEqual(['2099-12', '2002-01']);
});
