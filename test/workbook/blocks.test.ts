import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KEEP, bytesOf, halves, stretches, toExcel } from '../../addin/workbook/bytes.ts';
import { rectanglesOf, runsOf, type Target } from '../../addin/workbook/rectangles.ts';
import { withoutSheet } from '../../addin/workbook/survey.ts';

describe('blocks by bytes', () => {
  test('no stretch is over the limit but one of a single item, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50)), fc.integer({ min: 1, max: 100 }), (sizes, limit) => {
        const cut = stretches(sizes, limit);
        expect(cut.flatMap(({ from, to }) => sizes.slice(from, to))).toEqual(sizes);
        for (const { from, to } of cut) {
          const size = sizes.slice(from, to).reduce((sum, each) => sum + each, 0);
          expect(to > from && (size <= limit || to - from === 1)).toBe(true);
        }
      }),
    );
  });

  test('a stretch is cut in two until one item is left', () => {
    expect(halves({ from: 3, to: 6 })).toEqual([
      { from: 3, to: 5 },
      { from: 5, to: 6 },
    ]);
    expect(halves({ from: 3, to: 4 })).toEqual([]);
  });

  test('what an input weighs is never less than its JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.integer({ min: -999_999, max: 999_999 })), (input) => {
        expect(bytesOf(input)).toBeGreaterThanOrEqual(new TextEncoder().encode(JSON.stringify(input)).length);
      }),
    );
  });

  test('only a cell to keep is null for Excel', () => {
    expect(toExcel([[KEEP, '', 0]])).toEqual([[null, '', 0]]);
  });
});

describe('rectangles', () => {
  test('adjacent columns make a run', () => {
    expect(runsOf([3, 0, 1, 7, 8, 9])).toEqual([[0, 1], [3], [7, 8, 9]]);
  });

  test('cover each target once, and no column that is not ours', () => {
    const positions = fc.uniqueArray(fc.nat(8), { minLength: 1 });
    const rows = fc.uniqueArray(fc.nat(300), { maxLength: 30 });
    fc.assert(
      fc.property(positions, rows, fc.nat(200_000), (ours, touched, weight) => {
        const targets = touched.flatMap((row) => ours.map((position): Target => ({ row, position })));
        const rectangles = rectanglesOf(targets, runsOf(ours), () => weight);
        expect(rectangles.flatMap((each) => each.targets)).toHaveLength(targets.length);
        expect(new Set(rectangles.flatMap((each) => each.targets))).toEqual(new Set(targets));
        for (const { row, column, height, width, targets: inside } of rectangles) {
          for (let at = column; at < column + width; at++) expect(ours).toContain(at);
          for (const target of inside) {
            expect(target.row >= row && target.row < row + height).toBe(true);
            expect(target.position >= column && target.position < column + width).toBe(true);
          }
        }
      }),
    );
  });

  test('rows far apart do not travel together', () => {
    const targets = [0, 5, 500].map((row) => ({ row, position: 2 }));
    const shapes = rectanglesOf(targets, [[1, 2]], () => 10).map(({ row, column, height, width }) => [
      row,
      column,
      height,
      width,
    ]);
    expect(shapes).toEqual([
      [0, 2, 6, 1],
      [500, 2, 1, 1],
    ]);
  });
});

test('an address without its sheet', () => {
  expect(withoutSheet("'L''équipe ! 2'!A3:H6")).toBe('A3:H6');
  expect(withoutSheet('A3:H6')).toBe('A3:H6');
});
