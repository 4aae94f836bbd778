/** A workbook that payroll exports: title lines, merged cells, numbers where text is due, read by the service, told by the list. */
import { describe, expect, test } from '@jest/globals';
import { readSheets } from '../../server/xlsx/readSheets.ts';
import { displayed, textCell } from '../../shared/domain/review/cell.ts';
import { fromSheet, givenSheets, otherSheets } from '../../shared/flows/people/payrollFile.ts';
import { findingText } from '../../shared/messages/fr/findings.ts';
import { readPayrollFile } from '../../shared/tables/people/readPayrollFile.ts';
import {
  dateXml,
  numberXml,
  prefixedWorkbook,
  sheetsWorkbook,
  smallWorkbook,
  textXml,
} from '../support/smallWorkbook.ts';

const headings = ['Matricule', 'Nom', 'Prénom', 'N° Sécurité Sociale', 'Date de naissance', 'Téléphone', 'Ville'];
const letters = 'ABCDEFG';
const row = (at: number, ...cells: readonly (string | null)[]) =>
  cells.flatMap((text, index) => (text === null ? [] : [textXml(`${letters.charAt(index)}${at}`, text)]));

const bytes = smallWorkbook(
  {
    1: [textXml('A1', 'Liste des salariés')],
    2: [textXml('A2', 'Société Exemple')],
    4: row(4, ...headings),
    5: [
      numberXml('A5', 12),
      ...row(5, null, 'DURAND', 'Anne'),
      numberXml('D5', '295109912611193'),
      dateXml('E5', 34973),
      numberXml('F5', 612345678),
      textXml('G5', '=HYPERLINK(1)'),
    ],
    6: [...row(6, '0013', 'PETIT', 'Bruno', '2.95E+14', '1er avril'), numberXml('F6', '1.5')],
    7: [textXml('B7', 'Total'), numberXml('F7', 2)],
  },
  ['A1:G1', 'B5:B6'],
);

describe('a workbook given', () => {
  test('is read as plain rows', () => {
    const read = readSheets(bytes);
    expect(read).toMatchObject({ sheets: [{ name: 'Export', merged: ['A1:G1', 'B5:B6'], isCut: false }] });
    expect(typeof read === 'string' ? [] : read.sheets[0]?.rows[3]).toEqual({
      at: 5,
      cells: [12, 'DURAND', 'Anne', 295109912611193, { d: '1995-10-01' }, 612345678, '=HYPERLINK(1)'],
    });
  });

  test('each bad cell is told by sheet and address, nothing is repaired or lost', () => {
    const read = readSheets(bytes);
    if (typeof read === 'string') throw new Error(read);
    const given = givenSheets(read);
    if (!given.ok) throw new Error(given.error);
    expect(given.value.mapping.headingsAt).toBe(4);
    const { people, findings } = readPayrollFile(given.value.grid, given.value.mapping);
    expect(findings.map(({ code, facts }) => [code, facts['sheet'], facts['at']])).toEqual([
      ['list.merged', 'Export', 'A1:G1'],
      ['list.merged', 'Export', 'B5:B6'],
      ['list.zeros', 'Export', 'A5'],
      // The phone lost its first zero.
      ['list.other', 'Export', 'F5'],
      ['list.formula', 'Export', 'G5'],
      ['list.mangled', 'Export', 'D6'],
      ['list.date', 'Export', 'E6'],
      ['list.mangled', 'Export', 'F6'],
      ['list.nobody', 'Export', '7'],
    ]);
    const text = (at: number, key: string) => displayed(people[at]?.cells[key] ?? textCell(''));
    expect(['employeeNumber', 'nir', 'birthDate', 'personalPhone', 'city'].map((key) => text(0, key))).toEqual([
      '12',
      '295109912611193',
      '01/10/1995',
      '612345678',
      '=HYPERLINK(1)',
    ]);
    expect(['employeeNumber', 'nir', 'birthDate'].map((key) => text(1, key))).toEqual([
      '0013',
      '2.95E+14',
      '1er avril',
    ]);
    expect(findings.map(findingText)[3]).toContain('Téléphone');
    expect(findings.map(findingText)[5]).toBe(
      'Feuille «\u00a0Export\u00a0», D6 (N° Sécurité Sociale)\u00a0: Excel en a fait un nombre et a perdu des chiffres. Exportez de nouveau, colonne au format Texte. Gardé tel quel, sauf si la liste a déjà une bonne valeur.',
    );
  });

  test('of several sheets, the one whose headings say the most is read; the others are named, and another may be chosen', () => {
    const read = readSheets(
      sheetsWorkbook([
        { name: 'Lisez-moi', rows: { 1: row(1, 'Exporté le 01/10/2026') } },
        { name: 'Partis', rows: { 1: row(1, 'Matricule', 'Nom'), 2: row(2, '99', 'ANCIEN') } },
        { name: 'Salariés', rows: { 1: row(1, ...headings), 2: row(2, '12', 'DURAND', 'Anne') } },
        { name: 'Paramètres', rows: { 1: row(1, 'Matricule', 'Nom', 'Prénom') }, isHidden: true },
      ]),
    );
    if (typeof read === 'string') throw new Error(read);
    expect(read.unread).toEqual(['Paramètres']);
    const given = givenSheets(read);
    if (!given.ok) throw new Error(given.error);
    expect(given.value.grid.sheet).toBe('Salariés');
    expect(otherSheets(given.value)).toEqual(['Partis', 'Lisez-moi', 'Paramètres']);
    const other = fromSheet(given.value, 'partis');
    if (!other) throw new Error('no sheet');
    expect(readPayrollFile(other.grid, other.mapping).people.map(({ cells }) => cells['lastName'])).toEqual([
      { text: 'ANCIEN' },
    ]);
    expect(otherSheets(other)).toEqual(['Salariés', 'Lisez-moi', 'Paramètres']);
    expect(fromSheet(given.value, 'Lisez-moi')).toBeUndefined();
  });

  test('a formula that was never computed is told at its cell; one whose result is an empty text is not', () => {
    const formula = (address: string, rest: string, type = '') =>
      `<c r="${address}"${type}><f>A1&amp;B1</f>${rest}</c>`;
    const read = readSheets(
      smallWorkbook({
        1: row(1, ...headings),
        2: [...row(2, '12', 'DURAND', 'Anne'), formula('G2', '')],
        3: [...row(3, '13', 'PETIT', 'Luc'), formula('F3', '<v>LYON</v>', ' t="str"'), formula('G3', '<v></v>')],
        4: [...row(4, '14', 'ROY', 'Zoé'), formula('E4', '<v/>', ' t="str"'), formula('F4', '')],
      }),
    );
    if (typeof read === 'string') throw new Error(read);
    expect(read.sheets[0]?.uncomputed).toEqual(['F4', 'G2:G3']);
    const given = givenSheets(read);
    if (!given.ok) throw new Error(given.error);
    const { people, findings } = readPayrollFile(given.value.grid, given.value.mapping);
    expect(people).toHaveLength(3);
    expect(findings.map(findingText).slice(0, 2)).toEqual(
      ['F4', 'G2:G3'].map(
        (at) =>
          `Feuille «\u00a0Export\u00a0», ${at}\u00a0: la formule n’a pas de valeur enregistrée\u00a0; rien n’y est lu. Ouvrez le fichier dans Excel et enregistrez-le, puis donnez-le de nouveau.`,
      ),
    );
  });

  test('a workbook whose elements bear a prefix is read like any', () => {
    expect(readSheets(prefixedWorkbook(bytes))).toEqual(readSheets(bytes));
  });

  test('what is no workbook says why', () => {
    expect(readSheets(new TextEncoder().encode('Matricule;Nom'))).toBe('notZip');
    expect(readSheets(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toBe('encrypted');
  });
});
