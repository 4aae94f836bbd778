import { describe, expect, test } from '@jest/globals';
import {
  copiedFormula,
  followedFormula,
  referencesOf,
  rewriteFormula,
} from '../../addin/workbench/host/model/formulaText.ts';

describe('references of a formula', () => {
  test.each([
    ['=SUM(A1:B2,$C$3)', ['A1:B2', '$C$3']],
    ['="A1"&A2', ['A2']],
    ['=LOG10(A1)+ATAN2(B1,C1)', ['A1', 'B1', 'C1']],
    ["='Feuille d''essai'!A1+Feuil2!B:B", ["'Feuille d''essai'!A1", 'Feuil2!B:B']],
    ['=Salaires[Total A1]+[@B2]', []],
    ['=Taux_A1+A1_taux+A1.b+1E5', []],
    ['=$3:4', ['$3:4']],
  ])('%s', (formula, found) => {
    const met: string[] = [];
    rewriteFormula(formula, { reference: (_, text) => (met.push(text), text) });
    expect(met).toEqual(found);
    expect(referencesOf(formula)).toHaveLength(found.length);
  });
});

test.each([
  ['=A1*$B1+C$2+$D$3', 2, 1, '=B3*$B3+D$2+$D$3'],
  ['=SUM(A:A)+SUM(2:2)', 1, 1, '=SUM(B:B)+SUM(3:3)'],
  ['=A1', -1, 0, '=#REF!'],
  ['="A1"&Feuil2!A1', 1, 0, '="A1"&Feuil2!A2'],
])('%s copied %i down and %i right', (formula, rows, columns, expected) => {
  expect(copiedFormula(formula, rows, columns)).toBe(expected);
});

test.each([
  ['=A5+$A$5+Feuil1!A5+Feuil2!A5', '=A7+$A$7+Feuil1!A7+Feuil2!A5'],
  ['=SUM(A1:A9)', '=SUM(A1:A11)'],
  ['=A2', '=A2'],
])('%s after two rows came above row 4', (formula, expected) => {
  const shift = { axis: 'rows', at: 3, count: 2, from: 0, span: 16_384 } as const;
  expect(followedFormula(formula, 'Feuil1', 'Feuil1', shift)).toBe(expected);
});

test('what is deleted is no longer referred to', () => {
  const shift = { axis: 'columns', at: 1, count: -1, from: 0, span: 1_048_576 } as const;
  expect(followedFormula('=B1+C1+SUM(A1:C1)', 'Feuil1', 'FEUIL1', shift)).toBe('=#REF!+B1+SUM(A1:B1)');
});
