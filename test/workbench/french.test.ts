import { beforeAll, describe, expect, test } from '@jest/globals';
import { CellTexts, editedText } from '../../addin/workbench/page/grid/cellText.ts';
import { FormulaTranslator } from '../../addin/workbench/page/grid/french.ts';
import { readTyped } from '../../addin/workbench/page/grid/typedFrench.ts';
import { tabSeparated } from '../../addin/workbench/page/grid/tabSeparated.ts';
import { withEngine } from './engine.ts';

withEngine();

describe('what a person types', () => {
  test.each([
    ['12,5', 12.5, undefined],
    ['1 234,50', 1234.5, undefined],
    ['1\u202f234 €', 1234, '#,##0 €'],
    ['12,50 €', 12.5, '#,##0.00 €'],
    ['10 %', 0.1, '0%'],
    ['12,5%', 0.125, '0.00%'],
    ['-3', -3, undefined],
    ['1E5', 100_000, undefined],
    ['0123', 123, undefined],
    ['12/10/2026', 46_307, 'dd/mm/yyyy'],
    ['12/10/26', 46_307, 'dd/mm/yyyy'],
    ['12/10', 46_307, 'dd/mm/yyyy'],
    ['2026-10-12', 46_307, 'dd/mm/yyyy'],
    ['08:30', 8.5 / 24, 'hh:mm'],
    ['vrai', true, undefined],
    ['', null, undefined],
    ["'0123", '0123', undefined],
    ['31/02/2026', '31/02/2026', undefined],
    // As in Excel: a point separates days and months, never decimals.
    ['12.5', 46_154, 'dd/mm/yyyy'],
    ['1 23', '1 23', undefined],
    ['25:00', '25:00', undefined],
    ['TRUE', 'TRUE', undefined],
    [',', ',', undefined],
    ['Dupont', 'Dupont', undefined],
  ])('%j', (typed, value, numberFormat) => {
    expect(readTyped(typed, 2026)).toEqual(numberFormat === undefined ? { value } : { value, numberFormat });
  });

  test.each([
    ['0123', 'General'],
    ['=1+1', 'General'],
    ['VRAI', 'General'],
    ['12/10/2026', 'General'],
    ['Dupont', 'General'],
    [46_307, 'dd/mm/yyyy'],
    [0.30000000000000004, 'General'],
    [0.125, '0.00%'],
    [true, 'General'],
    [null, 'General'],
  ])('%j, edited and left as it is, does not change', (value, numberFormat) => {
    expect(readTyped(editedText(value, numberFormat), 2026).value).toEqual(value);
  });
});

describe('formulas in two languages', () => {
  let translator: FormulaTranslator;
  beforeAll(() => {
    translator = new FormulaTranslator();
  });

  test.each([
    ['=SUM(A1:B2,$C$3,12.5)', '=SOMME(A1:B2;$C$3;12,5)'],
    ['=IF(A1>=0.5,"a;b",TRUE)', '=SI(A1>=0,5;"a;b";VRAI)'],
    ["='Été 2026'!A1+Feuil9!B2", "='Été 2026'!A1+Feuil9!B2"],
    ['=SUM(A:A)', '=SOMME(A:A)'],
    ['=SUM(Passerelle_Salaries[Durée, en heures])', '=SOMME(Passerelle_Salaries[Durée, en heures])'],
    ['=[@Heures]*2.5', '=[@Heures]*2,5'],
    ['=COUNTA(T[[#Headers],[Nom]])', '=NBVAL(T[[#En-têtes],[Nom]])'],
    ['=PASSERELLE.TITRES(A1,B1)', '=PASSERELLE.TITRES(A1;B1)'],
    ['=NETWORKDAYS(A1,B1)', '=NB.JOURS.OUVRES(A1;B1)'],
  ])('%s ↔ %s', (english, french) => {
    expect(translator.toFrench(english)).toBe(french);
    expect(translator.toEnglish(french)).toBe(english);
  });

  test('a parenthesis left open is closed, as Excel does', () => {
    expect(translator.toEnglish('=SOMME(A1')).toBe('=SUM(A1)');
  });

  test.each(['=1+', '=)', '=1);(2', '=SOMME(A1,B1)', '=A1 B1'])('%s cannot be read', (typed) => {
    expect(translator.toEnglish(typed)).toBeUndefined();
  });
});

test('values as a French Excel shows them', () => {
  const texts = new CellTexts();
  expect(
    (
      [
        [1 / 3, 'General'],
        [1234.5, 'General'],
        [46_307, 'dd/mm/yyyy'],
        [1234.5, '#,##0.00'],
        [0.5, 'hh:mm'],
        [46_307, 'dddd d mmmm yyyy'],
        [12.5, '#,##0.00 €'],
        [12.5, 'un format illisible ['],
        ['#NAME?', 'General'],
        [true, 'General'],
        [null, 'General'],
      ] as const
    ).map(([value, format]) => texts.shown(value, format)),
  ).toEqual([
    '0,33333333333',
    '1234,5',
    '12/10/2026',
    '1\u202f234,50',
    '12:00',
    'lundi 12 octobre 2026',
    '12,50 €',
    '12,5',
    '#NOM?',
    'VRAI',
    '',
  ]);
});

test.each([
  [
    'a\tb\nc\td',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a\r\nb\r\n', [['a'], ['b']]],
  ['"deux\nlignes"\t"un ""mot"""\n', [['deux\nlignes', 'un "mot"']]],
  [
    'a\tb\nc',
    [
      ['a', 'b'],
      ['c', ''],
    ],
  ],
  ['', [['']]],
  ['\t', [['', '']]],
])('the clipboard %j', (text, lines) => {
  expect(tabSeparated(text)).toEqual(lines);
});
