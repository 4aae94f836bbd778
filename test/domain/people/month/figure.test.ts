import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hundredthsText } from '../../../../shared/domain/files/figures.ts';
import { hundredthsIn, hundredthsOf } from '../../../../shared/domain/people/month/figure.ts';
import '../../../support/properties.ts';

test.each<readonly [string, number | 'unreadable' | 'tooFine']>([
  ['0', 0],
  ['17', 1700],
  ['84,60', 8460],
  ['84.6', 8460],
  ['1 234,56', 123456],
  ['1\u202f234,56', 123456],
  ['1\u00a0234 567,8 €', 123456780],
  ['1.234,56', 123456],
  ['1,234.56', 123456],
  ['1.234.567', 123456700],
  ["1'234,56", 123456],
  ['-12,30', -1230],
  ['−12,30', -1230],
  ['12,30-', -1230],
  ['(12,30)', -1230],
  ['+5', 500],
  ['-0,00', 0],
  [',5', 50],
  ['4,33 h', 433],
  ['151,670', 15167],
  ['4,333', 'tooFine'],
  ['1,234', 'tooFine'],
  ['', 'unreadable'],
  ['-', 'unreadable'],
  ['-5-', 'unreadable'],
  ['7:30', 'unreadable'],
  ['douze', 'unreadable'],
  ['1 2,3,4', 'unreadable'],
  ['99999999999999999', 'unreadable'],
])('« %s »', (text, expected) => {
  const read = hundredthsOf(text);
  expect('hundredths' in read ? read.hundredths : read.problem).toBe(expected);
});

test.each<readonly [number, number | 'unreadable' | 'tooFine']>([
  [0.1 + 0.2, 30],
  [1.15, 115],
  [4.35, 435],
  [-84.6, -8460],
  [123456.78, 12345678],
  [0.125, 'tooFine'],
  [1e18, 'unreadable'],
])('the number %s of a cell', (number, expected) => {
  const read = hundredthsIn(number);
  expect('hundredths' in read ? read.hundredths : read.problem).toBe(expected);
});

test('every amount is read back as it was written, in a text or in a cell', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.constantFrom(',' as const, '.' as const),
      (each, mark) => {
        expect(hundredthsOf(hundredthsText(each, mark))).toEqual({ hundredths: each });
        expect(hundredthsIn(each / 100)).toEqual({ hundredths: each });
      },
    ),
  );
});
