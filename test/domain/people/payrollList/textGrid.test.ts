/** A text file of payroll as rows: its separator, its quotes, what Excel puts around a text. */
import { describe, expect, test } from '@jest/globals';
import { delimitedRows } from '../../../../shared/domain/files/delimitedRows.ts';
import { isJournalHeading } from '../../../../shared/domain/people/month/journalColumns.ts';
import { textGrid } from '../../../../shared/domain/people/payrollList/grid.ts';
import { fieldOfHeading } from '../../../../shared/domain/people/payrollList/listHeadings.ts';
import { separatorOf } from '../../../../shared/domain/people/payrollList/separator.ts';
import { displayed } from '../../../../shared/domain/review/cell.ts';
import { findingText } from '../../../../shared/messages/fr/findings.ts';

const isList = (heading: string) => fieldOfHeading(heading) !== undefined;

function grid(text: string) {
  const read = textGrid(new TextEncoder().encode(text), isList);
  if (!read) throw new RangeError('no text');
  const rows = read.rows.map(({ at, cells }) => [String(at), ...cells.map(displayed)]);
  return { rows, told: (read.odd ?? []).map(({ code, facts }) => [code, facts['at'], facts['last']]), odd: read.odd };
}

const head = 'Matricule;Nom;Prénom;Ville';

describe('a quote', () => {
  test('that is never closed takes no row with it, and is told with its line', () => {
    const { rows, odd } = grid(`${head}\n1;"LE ROY;Anne;Lyon\n2;PETIT;Luc;Brest\n3;ROY;Zoé;Nice\n`);
    expect(rows.slice(1)).toEqual([
      ['2', '1', '"LE ROY', 'Anne', 'Lyon'],
      ['3', '2', 'PETIT', 'Luc', 'Brest'],
      ['4', '3', 'ROY', 'Zoé', 'Nice'],
    ]);
    expect((odd ?? []).map(findingText)).toEqual([
      'Ligne 2\u00a0: un guillemet s’ouvre et ne se referme pas. Il est lu comme une lettre\u00a0; si une valeur ou une ligne est décalée, corrigez-le dans le fichier.',
    ]);
  });

  test('does not wait for the next quote of the file, many lines below', () => {
    const { rows, told } = grid(`${head}\n1;"LE ROY;Anne;Lyon\n2;"PETIT";Luc;Brest\n3;Bât "C";Zoé;Nice\n`);
    expect(rows.slice(1).map(([, , name]) => name)).toEqual(['"LE ROY', 'PETIT', 'Bât "C"']);
    expect(told).toEqual([['list.quote', '2', undefined]]);
  });

  test('inside a cell is a letter, and says nothing', () => {
    const { rows, told } = grid(`${head}\n1;12" LE ROY;l"Anne;Lyon\n`);
    expect(rows[1]).toEqual(['2', '1', '12" LE ROY', 'l"Anne', 'Lyon']);
    expect(told).toEqual([]);
  });

  test('opened on one line and closed on another: the lines that it takes are told', () => {
    const { told } = grid(`${head}\n1;"LE ROY;Anne;Lyon\n2;PETIT;Luc;Brest\n3;ROY";Zoé;Nice\n4;B;C;D\n`);
    expect(told).toEqual([['list.swallowed', '2', 4]]);
  });

  test('around a text of several lines, and doubled, is opened as ever', () => {
    const { rows, told } = grid(`${head}\n1;"LE ""ROY""";Anne;"12 rue X\nLyon"\n2;A;B;C\n`);
    expect(rows.slice(1)).toEqual([
      ['2', '1', 'LE "ROY"', 'Anne', '12 rue X\nLyon'],
      ['4', '2', 'A', 'B', 'C'],
    ]);
    expect(told).toEqual([]);
    expect(delimitedRows('a;"b', ';')).toEqual([{ line: 1, cells: ['a', '"b'], oddQuote: 1 }]);
  });
});

describe('the separator', () => {
  const of = (text: string, knows = isList) => separatorOf(text, knows);

  test('is not the comma of addresses, however many there are', () => {
    const address = '12, rue X, bât. A, esc. 2, étage 3, porte 4, 69000, Lyon, France';
    expect(of(`Matricule;Adresse;Ville\n1;${address};Lyon\n2;${address};Lyon`)).toBe(';');
    expect(of(`Société X, 12, rue Y, 69000, Lyon, France, SIRET, APE\nMatricule\tNom\tAdresse\n1\tA\t${address}`)).toBe(
      '\t',
    );
  });

  test('of headings that nobody knows, is the one that makes even rows', () => {
    expect(of('a;b\n1,2,3;4\n5;6,7,8,9\n7;8')).toBe(';');
    expect(of('a|b|c\n1|2|3')).toBe('|');
  });

  test('of a journal, is the one of its own headings', () => {
    const text = 'Rubrique,Libellé;Code rubrique;Quantité\n1,2;3;4';
    expect(separatorOf(text, isJournalHeading)).toBe(';');
  });

  test('is the one that the first line says', () => {
    expect(grid('sep=,\r\nMatricule,Nom;Prénom;Ville\r\n1,A;B;C').rows).toEqual([
      ['2', 'Matricule', 'Nom;Prénom;Ville'],
      ['3', '1', 'A;B;C'],
    ]);
  });
});

test('a text that Excel was kept from reading comes as it was', () => {
  const { rows } = grid(`${head}\n="001";"=""O""""NEIL""";'+33 6;'70s\n`);
  expect(rows[1]).toEqual(['2', '001', 'O"NEIL', '+33 6', "'70s"]);
});

test('the apostrophe by which Excel keeps a text is none of it; that of a name is', () => {
  const { rows } = grid(`${head}\n'001;D'ARTAGNAN;'=Anne;'s-Hertogenbosch\n`);
  expect(rows[1]).toEqual(['2', '001', "D'ARTAGNAN", '=Anne', "'s-Hertogenbosch"]);
});
