/** Whatever stands in a file of payroll comes as it is: never a formula, never a number made of a text, never lost. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { delimitedText } from '../../../shared/domain/files/delimited.ts';
import { delimitedRows } from '../../../shared/domain/files/delimitedRows.ts';
import { proposedMapping, withField } from '../../../shared/domain/people/payrollList/columnMapping.ts';
import { fieldOfHeading } from '../../../shared/domain/people/payrollList/listHeadings.ts';
import type { Grid } from '../../../shared/domain/people/payrollList/grid.ts';
import { givenText } from '../../../shared/flows/people/payrollFile.ts';
import { displayed } from '../../../shared/domain/review/cell.ts';
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

/** The file read under its own headings. */
function given(text: string) {
  const file = givenText(new TextEncoder().encode(text));
  if (!file.ok) throw new RangeError(file.error);
  const { people, findings } = readPayrollFile(file.value.grid, file.value.mapping);
  const of = (...keys: readonly string[]) =>
    people.map(({ cells }) => keys.map((key) => displayed(cells[key] ?? { text: '' })));
  return { of, findings: findings.map(({ code, facts }) => [code, facts['at']]) };
}

test('surname and first name in one cell are told apart where capitals or a comma do; otherwise it is told', () => {
  const { of, findings } = given(
    'Matricule;Nom et prénom;Ville\n1;DUPONT Jean;Lyon\n2;Anne de LA TOUR;Lyon\n3;Le Roy, Zoé;Lyon\n4;DUPONT LUC;Lyon\n;TOTAL Lyon;4\n',
  );
  expect(of('lastName', 'firstName')).toEqual([
    ['DUPONT', 'Jean'],
    ['de LA TOUR', 'Anne'],
    ['Le Roy', 'Zoé'],
    ['DUPONT LUC', ''],
  ]);
  expect(findings).toEqual([
    ['list.fullName', '5:2'],
    ['list.nobody', '6'],
  ]);
});

test('columns of surname and first name win over one that holds both', () => {
  const { of } = given('Matricule;Nom;Prénom;Salarié\n1;DUPONT;Jean;DUPONT Jean-Marc\n');
  expect(of('lastName', 'firstName')).toEqual([['DUPONT', 'Jean']]);
});

test('a NIR of 13 takes the key that stands beside it; the key of a bank account is none', () => {
  const { of, findings } = given(
    'Matricule;Nom;N° Sécu;Clé\n1;A;2951099126111;93\n2;B;2 55 08 14 168 025;38\n3;C;2951099126111;12\n4;D;2951099126111;\n5;E;189127803600403;3\n',
  );
  expect(of('nir')).toEqual([
    ['295109912611193'],
    ['255081416802538'],
    ['295109912611112'],
    ['2951099126111'],
    ['189127803600403'],
  ]);
  expect(findings).toContainEqual(['list.nir', '4:3']);
  const bank = given('Matricule;Nom;N° Sécu;Compte;Clé\n1;A;2951099126111;0001;93\n');
  expect(bank.of('nir')).toEqual([['2951099126111']]);
});

test('a date with a time is its day; one that a zone may shift is kept and told', () => {
  const { of, findings } = given(
    'Matricule;Nom;Date de naissance;Date d’entrée\n1;A;1990-01-05 00:00:00;05/01/2024 00:00\n2;B;1990-01-04T23:00:00Z;2024-01-05T00:00:00\n',
  );
  expect(of('birthDate', 'contractStart')).toEqual([
    ['05/01/1990', '05/01/2024'],
    ['1990-01-04T23:00:00Z', '05/01/2024'],
  ]);
  expect(findings).toEqual([['list.dateZone', '3:3']]);
});

const NAMELESS =
  '001;DUPONT;Anne;295109912611193;FR7630006000011234567890189\n002;MARTIN;Luc;185037511622297;FR7630004000031234567890143\n';

test('a file without headings names its columns by their place, never by what they hold, and every row is somebody', () => {
  const file = givenText(new TextEncoder().encode(NAMELESS));
  if (!file.ok) throw new RangeError(file.error);
  const { grid, mapping } = file.value;
  expect(mapping.columns.map(({ heading, field }) => [heading, field])).toEqual([
    ['Colonne A (1re)', null],
    ['Colonne B (2e)', null],
    ['Colonne C (3e)', null],
    ['Colonne D (4e)', null],
    ['Colonne E (5e)', null],
  ]);
  expect(readPayrollFile(grid, mapping)).toEqual({
    people: [],
    findings: [{ code: 'list.noHeadings', severity: 'warning', facts: {} }],
  });
  const bound = (['employeeNumber', 'lastName', 'firstName', 'nir', 'iban'] as const).reduce(
    (each, field, index) => withField(each, index, field),
    mapping,
  );
  const { people, findings } = readPayrollFile(grid, bound);
  expect(people.map(({ at, cells }) => [at, displayed(cells['lastName'] ?? { text: '' })])).toEqual([
    [1, 'DUPONT'],
    [2, 'MARTIN'],
  ]);
  expect(findings.map(({ code }) => code)).toEqual(['list.noHeadings']);
});

test.each([
  ['no known heading', '001;DUPONT;Anne\n002;MARTIN;Luc', 0],
  ['one known heading above data', 'Mat. paie;Nom;Pren.\n001;DUPONT;Anne', 1],
  ['a value that reads like a heading, among data', 'A12;PORTABLE;Luc;a@b.fr\nA13;ROY;Zoé;c@d.fr', 0],
  ['a value that reads like a heading, under other rows', 'DUPONT;Anne;Lyon\nPortable;Luc;Brest', 0],
])('%s: the headings', (_name, text, at) => {
  const file = givenText(new TextEncoder().encode(text));
  expect(file.ok && file.value.mapping.headingsAt).toBe(at);
});

test.each([
  '295109912611193',
  'FR76 3000 6000 0112 3456 7890 189',
  'a.dupont@exemple.fr',
  '06 12 34 56 78',
  '295109912611100',
])('what is somebody’s own is masked as a heading: %s', (text) => {
  const file = givenText(new TextEncoder().encode(`Matricule;Nom;${text}\n1;A;B\n`));
  const heading = file.ok ? (file.value.mapping.columns[2]?.heading ?? '') : '';
  expect(heading).toMatch(/^[• @.…]+$/);
});

test('totals and the foot of a page are nobody, in whichever cell; who is named so stays; either way it is told', () => {
  const { of, findings } = given(
    [
      'Matricule;Nom;Prénom;N° SS;Né(e) le',
      'Total général;;;12;',
      '1;A;B;;01/01/1980',
      ';Imprimé le;;;05/11/2026',
      ';TOTAL;12;;12',
      ';Effectif fin de mois;3;;3',
      ';;Total : 12;;',
      '1;Page;;;',
      '4;TOTAL;Marie;;',
      ';TOTAL;;185037511622297;',
      '5;Page;Luc;;',
      '6;Edite;Zoé;;',
      '7;TOTALIS;;;',
    ].join('\n'),
  );
  expect(of('lastName', 'firstName')).toEqual([
    ['A', 'B'],
    ['TOTAL', 'Marie'],
    ['TOTAL', ''],
    ['Page', 'Luc'],
    ['Edite', 'Zoé'],
    ['TOTALIS', ''],
  ]);
  const told = (code: string) => findings.filter(([each]) => each === code).map(([, at]) => at);
  expect(told('list.nobody')).toEqual(['2', '4', '5', '6', '7', '8']);
  expect(told('list.likeTotal')).toEqual(['9', '10', '11']);
  const left = { code: 'list.nobody', severity: 'warning' as const, facts: { sheet: '', at: '8' } };
  expect(findingText(left)).toMatch(
    /^Ligne 8.*Elle n’est pas importée\. Si c’est quelqu’un, ajoutez son prénom ou son NIR dans le fichier, puis donnez-le de nouveau\.$/,
  );
});

test('« Titre » is a form of address only when that is what stands under it', () => {
  const fieldOf = (...values: readonly string[]) => {
    const text = `Matricule;Nom;Titre\n${values.map((each, at) => `${at};A;${each}`).join('\n')}\n`;
    const file = givenText(new TextEncoder().encode(text));
    return file.ok ? file.value.mapping.columns[2]?.field : undefined;
  };
  expect(fieldOf('Mme', '', 'M.')).toBe('civilTitle');
  expect(fieldOf('Comptable', 'Mme')).toBeNull();
  expect(fieldOf('')).toBeNull();
});
