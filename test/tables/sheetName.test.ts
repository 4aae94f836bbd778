import { expect, test } from '@jest/globals';
import { freeName } from '../../shared/tables/sheetName.ts';

test.each([
  [[], 'Salariés', 'Salariés'],
  [['SALARIÉS'], 'Salariés', 'Salariés (2)'],
  [['Salariés', 'salariés (2)'], 'Salariés', 'Salariés (3)'],
  [['x'.repeat(31)], 'x'.repeat(40), `${'x'.repeat(27)} (2)`],
])('beside %j, %s becomes %s', (names, title, name) => {
  expect(freeName(names, title)).toBe(name);
});
