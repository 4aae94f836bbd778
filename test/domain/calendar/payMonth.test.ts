import { expect, test } from '@jest/globals';
import { parsePayMonth } from '../../../shared/domain/calendar/payMonth.ts';

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
