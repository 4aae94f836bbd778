import { expect, test } from '@jest/globals';
import { letters } from '../../shared/tables/letters.ts';

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [702, 'ZZ'],
  [703, 'AAA'],
  [16_384, 'XFD'],
])('column %i is %s', (column, text) => {
  expect(letters(column)).toBe(text);
});
