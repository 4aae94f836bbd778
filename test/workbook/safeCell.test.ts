import { describe, expect, test } from '@jest/globals';
import { plainDate } from '../../shared/domain/calendar/plainDate.ts';
import { blank, type Cell } from '../../shared/domain/review/cell.ts';
import { laid, safeCell } from '../../addin/workbook/safeCell.ts';

describe('outside text never becomes a formula, a number, a date or a boolean', () => {
  const cases: readonly [text: string, general: string][] = [
    ['Martin', 'Martin'],
    ["l'été à Nîmes", "l'été à Nîmes"],
    ['Jean-Pierre', 'Jean-Pierre'],
    ['', ''],
    ['=1+1', "'=1+1"],
    ['+33 6 12 34 56 78', "'+33 6 12 34 56 78"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tvu', "'\tvu"],
    ['\rvu', "'\rvu"],
    ['\nvu', "'\nvu"],
    ['007', "'007"],
    ['12,5', "'12,5"],
    ['3 mars 2026', "'3 mars 2026"],
    ['10 %', "'10 %"],
    ['VRAI', "'VRAI"],
    ['true', "'true"],
    ['#N/A', "'#N/A"],
    [' espace', "' espace"],
    ["'t Hooft", "''t Hooft"],
  ];

  test.each(cases)('%j in a General cell', (text, input) => {
    expect(safeCell(text, 'General')).toEqual({ input });
  });

  test.each(cases.filter(([text]) => !text.startsWith("'")))('%j goes as it is in a text cell', (text) => {
    expect(safeCell(text, '@')).toEqual({ input: text });
  });

  test('an apostrophe typed at the start survives in a text cell too, which becomes a General one', () => {
    expect(safeCell("'t Hooft", '@')).toEqual({ input: "''t Hooft", format: 'General' });
  });

  test('a text longer than a cell is a bug', () => {
    expect(safeCell('x'.repeat(32_767), '@').input).toHaveLength(32_767);
    expect(() => safeCell('x'.repeat(32_768), '@')).toThrow(RangeError);
  });
});

describe('what is handed to Excel for a cell', () => {
  const october = { date: plainDate('2026-10-05') };
  const cases: readonly [title: string, cell: Cell, declared: string, format: string, expected: object][] = [
    ['a date is its serial number', october, 'dd/mm/yyyy', 'dd/mm/yyyy', { input: 46_300 }],
    ['a format the person chose is kept', october, 'dd/mm/yyyy', 'd mmm yy', { input: 46_300 }],
    [
      'a General cell takes the format of dates',
      october,
      'dd/mm/yyyy',
      'General',
      { input: 46_300, format: 'dd/mm/yyyy' },
    ],
    ['a text cell too', october, 'dd/mm/yyyy', '@', { input: 46_300, format: 'dd/mm/yyyy' }],
    ['a hidden table holds text', october, '@', '@', { input: '2026-10-05' }],
    ['the first date Excel knows', { date: plainDate('1900-03-01') }, 'dd/mm/yyyy', 'dd/mm/yyyy', { input: 61 }],
    ['a date before', { date: plainDate('1900-02-28') }, 'dd/mm/yyyy', 'dd/mm/yyyy', { input: "'28/02/1900" }],
    ['a number', { number: 12.5 }, '0.00', '0.00', { input: 12.5 }],
    ['a number in a cell made text', { number: 12.5 }, '0.00', '@', { input: 12.5, format: '0.00' }],
    ['a number in a hidden table', { number: 12.5 }, '@', '@', { input: '12.5' }],
    ['a blank empties', blank, '0.00', '0.00', { input: '' }],
  ];

  test.each(cases)('%s', (_title, cell, declared, format, expected) => {
    expect(laid(cell, declared, format)).toEqual(expected);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('%d is refused', (number) => {
    expect(() => laid({ number }, 'General')).toThrow(RangeError);
  });

  test.each([{}, { number: null }, { number: undefined }])('%j, from data that is not a cell, is refused', (cell) => {
    expect(() => laid(cell as unknown as Cell, 'General')).toThrow(RangeError);
  });
});
