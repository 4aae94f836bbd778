import { describe, expect, test } from '@jest/globals';
import { basisPoints, cents, portion, times } from '../../../shared/domain/money/money.ts';

describe('a portion is rounded once, half away from zero', () => {
  test.each([
    [845, 5_000, 423],
    [-845, 5_000, -423],
    [844, 5_000, 422],
    [925, 5_500, 509],
    [926, 6_000, 556],
    [1, 4_999, 0],
    [1, 5_000, 1],
    [1, 5_001, 1],
    [1_220, 0, 0],
    [-1, 0, 0],
  ])('%i cents at %i basis points: %i', (amount, rate, expected) => {
    expect(portion(cents(amount), basisPoints(rate))).toBe(expected);
  });
});

test('a total is exact, and none of nothing is zero', () => {
  expect(times(cents(509), 20)).toBe(10_180);
  expect(times(cents(416), -2)).toBe(-832);
  expect(times(cents(416), 0)).toBe(0);
  expect(times(cents(0), -2)).toBe(0);
});

test('what is not whole, or too large to be exact, is a bug', () => {
  expect(() => cents(4.225)).toThrow(RangeError);
  expect(() => basisPoints(0.5)).toThrow(RangeError);
  expect(() => times(cents(100), 0.5)).toThrow(RangeError);
  expect(() => portion(cents(2 ** 50), basisPoints(5_000))).toThrow(RangeError);
});
