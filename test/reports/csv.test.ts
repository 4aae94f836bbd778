import { expect, test } from '@jest/globals';
import { blank } from '../../shared/domain/review/cell.ts';
import { tableCsv } from '../../server/reports/csv.ts';
import { date, text, trial } from '../book/trialTables.ts';

const BOM = '\ufeff';
const head = 'Identifiant;Nom;Né le;Montant;Enfants;Code;État;Commentaire';

test('headings, then one line per row, as Excel in France reads them', () => {
  const row = {
    id: text('007'),
    name: text('Zoé « la grande »'),
    born: date('2000-02-29'),
    amount: { number: -1234.5 },
    children: { number: 0 },
    code: text('01000'),
    state: blank,
  };
  expect(tableCsv(trial, [row])).toBe(`${BOM}${head}\r\n007;Zoé « la grande »;29/02/2000;-1234,5;0;01000;;\r\n`);
});

test('a table without a row is its headings', () => {
  expect(tableCsv(trial, [])).toBe(`${BOM}${head}\r\n`);
});

test.each([
  ['=cmd|calc!A1', "'=cmd|calc!A1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['+cmd', "'+cmd"],
  ['-2+cmd', "'-2+cmd"],
  ['\t=1', "'\t=1"],
  ['+33 6 12 34 56 78', '+33 6 12 34 56 78'],
  ['-5', '-5'],
  ['a;b', '"a;b"'],
  ['dit "oui"', '"dit ""oui"""'],
  ['deux\nlignes', '"deux\nlignes"'],
])('%j is written %j', (typed, expected) => {
  expect(tableCsv(trial, [{ name: text(typed) }])).toBe(`${BOM}${head}\r\n;${expected};;;;;;\r\n`);
});
