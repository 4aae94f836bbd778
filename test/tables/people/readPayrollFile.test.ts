/** Whatever stands in a file of payroll comes as it is: never a formula, never a number made of a text, never lost. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { delimitedText } from '../../../shared/domain/files/delimited.ts';
import { delimitedRows } from '../../../shared/domain/files/delimitedRows.ts';
import { fieldOfHeading, proposedMapping } from '../../../shared/domain/people/payrollList/columnMapping.ts';
import type { Grid } from '../../../shared/domain/people/payrollList/grid.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { readPayrollFile } from '../../../shared/tables/people/readPayrollFile.ts';
import '../../support/properties.ts';

const odd = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom(
    '=1+1',
    '+33 6 12',
    '-1',
    '@SUM(A1)',
    '2,95E+14',
    '00012',
    '1/2',
    'TRUE',
    '\u202e‮',
    '#N/A',
    "'x",
    '１２',
  ),
);
const headings = ['Matricule', 'Nom', 'N° Sécu', 'IBAN', 'Ville', 'Date de naissance', 'E-mail'];

test('odd texts are kept to the letter, and told without being quoted', () => {
  fc.assert(
    fc.property(fc.array(odd, { minLength: 6, maxLength: 6 }), (texts) => {
      const cells = ['A1', ...texts].map((text) => ({ text }));
      const grid: Grid = {
        sheet: 'Export',
        rows: [
          { at: 1, cells: headings.map((text) => ({ text })) },
          { at: 2, cells },
        ],
        merged: [],
      };
      const mapping = proposedMapping(grid);
      if (!mapping) throw new RangeError('no headings');
      const { people, findings } = readPayrollFile(grid, mapping);
      const [person] = people;
      const kept = (key: string, text: string) => {
        const cell = person?.cells[key];
        expect(cell && 'text' in cell ? cell.text.trim() : '').toBe(text.trim());
      };
      kept('employeeNumber', 'A1');
      ['lastName', 'nir', 'iban', 'city'].forEach((key, at) => kept(key, texts[at] ?? ''));
      for (const finding of findings) expect(findingText(finding)).toMatch(/^Feuille «\u00a0Export\u00a0», [A-G]2 /);
    }),
  );
});

test('a text with separators is read as it was written', () => {
  const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\r\n?/g, '\n'));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
      const read = delimitedRows(delimitedText(rows, ';', 'crlf'), ';');
      expect(read.map(({ cells }) => cells)).toEqual(rows);
    }),
  );
});

test.each([
  ['N° Sécu. ', 'nir'],
  ['Numéro de Sécurité Sociale *', 'nir'],
  ['NOM D’USAGE', 'lastName'],
  ['Nom de naissance', 'birthName'],
  ['Date d’entrée', 'contractStart'],
  ['Matricule (salarié)', 'employeeNumber'],
  ['Code_Postal', 'postalCode'],
  ['Identifiant Lucca', undefined],
  ['Salaire de base', undefined],
] as const)('the heading « %s »', (heading, field) => {
  expect(fieldOfHeading(heading)).toBe(field);
});
