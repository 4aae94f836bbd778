import { expect, test } from '@jest/globals';
import { rewound } from '../../../../shared/domain/people/recap/rewind.ts';
import { blank, textCell, type Cell } from '../../../../shared/domain/review/cell.ts';
import { somebody } from './people.ts';

const change = (kind: 'changed' | 'gone' | 'returned', field: string | null = null, before: Cell = blank) => {
  return { employeeId: '1', kind, field, before, after: blank };
};

test('who went and came back is what they were when they went', () => {
  const now = [somebody('1', { city: textCell('Lille') })];
  const back = [change('returned'), change('changed', 'city', textCell('Lyon'))];
  expect(rewound(now, back, [])).toEqual([]);
  expect(rewound(now, [change('gone'), ...back], [])).toEqual([somebody('1', { city: textCell('Lyon') })]);
});

test('who is gone was what the workbook says, before what changed; of who is not in it, nobody knows', () => {
  const iban = textCell('FR7630006000011234567890189');
  const kept = somebody('1', { iban, city: textCell('Lille') }, { own: ['city'], isGone: true });
  const log = [change('changed', 'city', textCell('Lyon')), change('gone')];
  expect(rewound([], log, [kept, somebody('2')])).toEqual([somebody('1', { iban, city: textCell('Lyon') })]);
  expect(rewound([], [change('gone')], [somebody('2')])).toEqual([
    { id: '1', cells: {}, own: new Set(), isGone: false },
  ]);
});
