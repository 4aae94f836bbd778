import { describe, expect, test } from '@jest/globals';
import { movedFormula, shiftedFormula, withTableRenamed } from '../../server/xlsx/formula.ts';
import type { RowMove } from '../../server/xlsx/rowMove.ts';

/** Table A3:F8, rows 4 to 8: row 5 goes, one row comes between 7 and 8, what is below goes down by 2. */
const move: RowMove = {
  left: 1,
  right: 6,
  first: 4,
  last: 8,
  newLast: 8,
  places: [4, undefined, 5, 6, 8],
  below: 2,
  tableLeft: 1,
  tableRight: 6,
};

describe('references follow the rows', () => {
  test.each([
    ['A4', 'A4'],
    ['A5', '#REF!'],
    ['A6+$A$7+A$8', 'A5+$A$6+A$8'],
    ['SUM(C4:C8)', 'SUM(C4:C8)'],
    ['SUM(C5:C7)', 'SUM(C5:C6)'],
    ['SUM(C5:C5)', 'SUM(#REF!)'],
    ['C9+G9', 'C11+G9'],
    ['G6', 'G6'],
    ['A1:B2', 'A1:B2'],
    ['"A6 et C9"&A6', '"A6 et C9"&A5'],
    ["'L''équipe'!A6+Paie!A6+Autre!A6", "'L''équipe'!A6+Paie!A5+Autre!A6"],
    ['[1]Paie!A6', '[1]Paie!A6'],
    ["'[autre.xlsx]Paie'!A6", "'[autre.xlsx]Paie'!A6"],
    ['LOG10(A6)+ATAN2(A6,A7)', 'LOG10(A5)+ATAN2(A5,A6)'],
    ['T_A6[Montant]+Passerelle_Essai[[#This Row],[A6]]', 'T_A6[Montant]+Passerelle_Essai[[#This Row],[A6]]'],
    ['1E6+A6', '1E6+A5'],
    ['A6:INDEX(A:A,9)', 'A5:INDEX(A:A,9)'],
    ['nom_A6*étéA6', 'nom_A6*étéA6'],
    ['$A$6:$A$7', '$A$5:$A$6'],
  ])('%s → %s', (before, after) => {
    expect(movedFormula(before, 'Paie', 'Paie', move)).toBe(after);
  });

  test('a formula of another sheet is concerned only where it names this one', () => {
    expect(movedFormula('A6+Paie!A6', 'Autre', 'Paie', move)).toBe('A6+Paie!A5');
  });
});

test('a formula filled further moves what is relative, and loses what leaves the sheet', () => {
  expect(shiftedFormula('A1+$A1+A$1+$A$1', 2, 1)).toBe('B3+$A3+B$1+$A$1');
  expect(shiftedFormula('A1', -1, 0)).toBe('#REF!');
  expect(shiftedFormula('"A1"&SUM(A1:B2)', 1, 0)).toBe('"A1"&SUM(A2:B3)');
});

test('a table renamed is renamed where it is named, and nowhere else', () => {
  expect(withTableRenamed('SUM(Ma[Total])&"Ma[x]"&MaX[a]&Ma', 'Ma', 'Passerelle')).toBe(
    'SUM(Passerelle[Total])&"Ma[x]"&MaX[a]&Ma',
  );
});
