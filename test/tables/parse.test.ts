import { expect, test } from '@jest/globals';
import { blank, type Cell } from '../../shared/domain/review/cell.ts';
import type { BookRow, FoundTable } from '../../shared/flows/book.ts';
import { findingText } from '../../shared/messages/fr/findings.ts';
import { parseTable } from '../../shared/tables/parse.ts';
import { typedHours } from '../../shared/tables/typedHours.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import { date, text, trial } from '../book/trialTables.ts';

/** « Essai » with a column of yes and no, standing in D3 of its sheet. */
const table: TableDeclaration = {
  ...trial,
  columns: [...trial.columns, { ...trial.columns[7]!, key: 'student', heading: 'Étudiant', kind: 'boolean' }],
};

function row(key: string, index: number, cells: Record<string, Cell>): BookRow {
  return { key, index, cells: { id: text(key), ...cells }, formulas: [], others: [] };
}

function found(...rows: BookRow[]): FoundTable {
  const letters = Object.fromEntries(table.columns.map(({ key }, index) => [key, 'DEFGHIJKL'.charAt(index)]));
  return { state: 'found', sheet: 'Essai', address: 'D3:L9', letters, firstRow: 4, rows };
}

test.each<[string, string, Cell, unknown]>([
  ['a text loses the spaces around it', 'name', text('  Zoé '), 'Zoé'],
  ['an identifier keeps its zeros', 'code', text('00120'), '00120'],
  ['a date is a date', 'born', date('2026-10-05'), '2026-10-05'],
  ['a date typed as text is a date', 'born', text('5/10/2026'), '2026-10-05'],
  ['a decimal comma is read', 'amount', text('1 234,5'), 1234.5],
  ['a negative number is read', 'amount', text('-5'), -5],
  ['a whole number is read', 'children', { number: 3 }, 3],
  ['oui is true', 'student', text('Oui'), true],
  ['non is false', 'student', text('NON'), false],
  ['a choice takes the spelling of the list', 'state', text(' Fermé'), 'fermé'],
  ['a blank is nothing', 'amount', blank, null],
  ['spaces are nothing', 'name', text('   '), null],
])('%s', (_, column, cell, value) => {
  const { rows, findings } = parseTable(table, found(row('1', 0, { [column]: cell })));
  expect(rows[0]?.values[column]).toBe(value);
  expect(findings).toEqual([]);
});

test.each<[string, string, Cell, string, string]>([
  ['a day that never was', 'born', text('30/02/2026'), 'cellNotDate', 'F6'],
  ['a number that is no date', 'born', { number: 12 }, 'cellNotDate', 'F6'],
  ['words for a number', 'amount', text('dix'), 'cellNotNumber', 'G6'],
  ['two commas', 'amount', text('1,2,3'), 'cellNotNumber', 'G6'],
  ['a date for a number', 'amount', date('2026-10-05'), 'cellNotNumber', 'G6'],
  ['half a child', 'children', { number: 0.5 }, 'cellNotInteger', 'H6'],
  ['perhaps', 'student', text('peut-être'), 'cellNotBoolean', 'L6'],
  ['a state nobody declared', 'state', text('entrouvert'), 'cellNotChoice', 'J6'],
  ['a formula in error', 'name', text('#N/A'), 'cellIsError', 'E6'],
])('%s is said at its cell, and the value is left out', (_, column, cell, code, address) => {
  const { rows, findings } = parseTable(table, found(row('7', 2, { [column]: cell })));
  expect(findings).toEqual([
    {
      code,
      severity: 'error',
      subject: '7',
      place: { table: table.name, sheet: 'Essai', address, key: '7', column },
      facts: expect.objectContaining({ heading: table.columns.find(({ key }) => key === column)?.heading }),
    },
  ]);
  expect(column in (rows[0]?.values ?? {})).toBe(false);
  const sentence = findingText(findings[0]!);
  expect(sentence).toMatch(/^Colonne « .+ » :/);
  if ('text' in cell) expect(sentence).not.toContain(cell.text);
});

test('an identifier typed as a number is read, with a warning about its zeros', () => {
  const { rows, findings } = parseTable(table, found(row('1', 0, { code: { number: 120 } })));
  expect(rows[0]?.values['code']).toBe('120');
  expect(findings).toMatchObject([{ code: 'identifierIsNumber', severity: 'warning', place: { address: 'I4' } }]);
  expect(findings.map(findingText).join()).toMatch(/en texte : cellule au format Texte\.$/);
  const document = parseTable(table, { ...found(row('1', 0, { code: { number: 120 } })), isDocument: true });
  expect(document.findings.map(findingText).join()).toMatch(/en texte : entre guillemets\.$/);
});

test('every finding is collected, on every row; a key twice and a row without a key are said', () => {
  const wrong = { born: text('jamais'), amount: text('?') };
  const { rows, findings } = parseTable(
    table,
    found(row('1', 0, wrong), row('', 1, { id: blank }), row('1', 3, wrong)),
  );
  expect(rows).toHaveLength(3);
  expect(findings.map(({ code, place }) => [code, place?.address])).toEqual([
    ['cellNotDate', 'F4'],
    ['cellNotNumber', 'G4'],
    ['keyMissing', 'D5'],
    ['cellNotDate', 'F7'],
    ['cellNotNumber', 'G7'],
    ['duplicateKey', 'D7'],
  ]);
});

test('a column the sheet does not have is left out, without a word', () => {
  const { rows, findings } = parseTable(table, found(row('1', 0, { name: text('Zoé') })));
  expect(rows[0]?.values).toEqual({ id: '1', name: 'Zoé' });
  expect(findings).toEqual([]);
});

test.each<[string, Cell, number | null, string | null]>([
  ['hours and hundredths', { number: 7.5 }, 7.5, null],
  ['hundredths of a minute that is not whole', { number: 7.33 }, 7.33, null],
  ['hours that a formula divided', { number: 440 / 60 }, 440 / 60, null],
  ['three decimals of a whole minute', { number: 7.333 }, 7.333, null],
  ['7:30 that Excel made a part of a day', { number: 0.3125 }, null, 'cellHoursOdd'],
  ['8:00 that Excel made a third', { number: 1 / 3 }, null, 'cellHoursOdd'],
  ['a ninth of a week', { number: 35 / 9 }, 35 / 9, null],
  ['6:00, or a quarter of an hour', { number: 0.25 }, 0.25, 'cellHoursDoubtful'],
  ['two minutes in hundredths', { number: 0.03 }, 0.03, null],
  ['nought', { number: 0 }, 0, null],
  ['7:30 kept as text', text('7:30'), 7.5, null],
  ['7h30', text(' 7h30 '), 7.5, null],
  ['7 h 30 with no-break spaces', text('7\u00a0h\u202f30'), 7.5, null],
  ['twenty minutes', text('20 min'), 0.33, null],
  ['a time of three parts', text('7:20:00'), 7.33, null],
  ['taken away', text('-1 h 30'), -1.5, null],
  ['taken away, with the sign of books', text('−2h'), -2, null],
  ['7,5 h', text('7,5 h'), 7.5, null],
  ['a decimal comma', text('7,5'), 7.5, null],
  ['a quarter of an hour that says so', text('0,25 h'), 0.25, null],
  ['sixty minutes', text('7h60'), null, 'cellNotHours'],
  ['five minutes, or fifty', text('7h5'), null, 'cellNotHours'],
  ['words', text('une heure'), null, 'cellNotHours'],
  ['a date', date('2026-10-05'), null, 'cellNotHours'],
])('a duration of the day: %s', (_, cell, value, code) => {
  const hours = { ...table.columns[3]!, key: 'hours', heading: 'Durée', kind: 'decimal', mostHours: 24 } as const;
  const timed = { ...table, columns: [...table.columns, hours] };
  const { letters, ...rest } = found(row('1', 0, { hours: cell }));
  const { rows, findings } = parseTable(timed, { ...rest, letters: { ...letters, hours: 'M' } });
  expect([rows[0]?.values['hours'] ?? null, findings.map((each) => each.code)]).toEqual([value, code ? [code] : []]);
  for (const each of findings) expect(findingText(each)).toMatch(/^Colonne « Durée ».*7h30|6h/);
});

test('a part of a minute is told where a balance may hold as many days', () => {
  expect(typedHours({ number: 7.125 }, 2_000)).toEqual({ problem: 'cellHoursOdd' });
});

test('a duration that may be of days: 32:00, that Excel makes 1.333, is doubtful where a balance may hold as much', () => {
  const hours = (mostHours: number) => typedHours({ number: 32 / 24 }, mostHours);
  expect([hours(24), hours(2_000)]).toMatchObject([{ isDoubtful: false }, { isDoubtful: true }]);
});
