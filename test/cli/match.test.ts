/** `passerelle match` on a workbook, against the real service and the fictional account. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { payrollListTable } from '../../shared/tables/people/payrollListTable.ts';
import { makeFolder, OCTOBER, startTestService, type TestService } from '../http/testService.ts';
import { blank, displayed, textCell } from '../../shared/domain/review/cell.ts';
import { sheetsWorkbook, textXml } from '../support/smallWorkbook.ts';
import { hucrePerson } from '../xlsx/hucrePerson.ts';
import { json, passerelle } from './commandLine.ts';
import { tableIn, typed } from './voucherClerk.ts';

const PEOPLE = 12;
let folder: string;
let service: TestService;
let path: string;

beforeEach(async () => {
  folder = await makeFolder();
  service = await startTestService(folder, { demo: { employees: PEOPLE, month: OCTOBER, seed: 1 } });
  path = join(folder, 'classeur.xlsx');
  await passerelle(['template', '--out', path]);
});

afterEach(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

function run(command: string, words: readonly string[], workbook = path) {
  const over = ['--service', service.origin, '--token', service.token, '--account', 'demo'];
  const environment = { PASSERELLE_API_KEY: service.demo.apiKey };
  return passerelle([command, '--workbook', workbook, ...over, ...words], { environment });
}

const rowsOf = async (table: string) => (await hucrePerson(path).readAll(table))?.rows.length;

/** What payroll has: the people of Lucca as another workbook took them, without Lucca's identifier. */
async function payrollCsv(): Promise<string> {
  const [other, csv] = [join(folder, 'autre.xlsx'), join(folder, 'export.csv')];
  await passerelle(['template', '--out', other]);
  await run('pull', ['--accept', 'all', '--month', OCTOBER], other);
  expect((await passerelle(['export', '--workbook', other, '--table', 'Salariés', '--out', csv])).code).toBe(0);
  return csv;
}

test('a list is brought, sure links are written, and the review then creates nobody of them', async () => {
  const csv = await payrollCsv();
  const first = json(await run('match', ['--list', csv, '--json']));
  expect(first).toMatchObject({ command: 'match', list: { people: PEOPLE, added: PEOPLE, updated: 0 } });
  const { match, toConfirm, conflict, luccaOnly } = first['counts'] as Record<string, number>;
  expect([match, toConfirm, conflict, luccaOnly]).toEqual([PEOPLE, 0, 0, 0]);
  expect(await rowsOf(payrollListTable.name)).toBe(PEOPLE);
  // The blank row of a new table.
  expect(await rowsOf(employeesTable.name)).toBe(1);

  const sure = await run('match', ['--accept', 'sure']);
  expect(sure.printed).toContain(`${PEOPLE} personnes rattachées.`);
  expect(await rowsOf(employeesTable.name)).toBe(PEOPLE);
  const after = json(await run('pull', ['--accept', 'all', '--month', OCTOBER, '--json']));
  expect((after['written'] as Record<string, number> | undefined)?.['refused'] ?? 0).toBe(0);
  expect(await rowsOf(employeesTable.name)).toBe(PEOPLE);
}, 120_000);

test('no list, a file that is none, a wrong answer to --accept: each is said', async () => {
  expect(json(await run('match', ['--json']))).toMatchObject({ outcome: 'attention', code: 'noList' });
  const file = join(folder, 'photo.csv');
  await writeFile(file, new Uint8Array([1, 0, 2, 3]));
  expect(json(await run('match', ['--list', file, '--json']))).toMatchObject({ outcome: 'workbook', code: 'notText' });
  expect(json(await run('match', ['--list', join(folder, 'absent.csv'), '--json']))).toMatchObject({ code: 'missing' });
  expect(json(await run('match', ['--accept', 'all', '--json']))).toMatchObject({ outcome: 'usage', exitCode: 2 });
}, 60_000);

const listed = async (...keys: readonly string[]) =>
  (await tableIn(path, payrollListTable)).rows.map(({ cells }) => keys.map((key) => displayed(cells[key] ?? blank)));

test('a sheet of a workbook is named, and another may be chosen', async () => {
  const row = (at: number, ...texts: readonly string[]) =>
    texts.map((text, index) => textXml(`${'ABC'.charAt(index)}${at}`, text));
  const file = join(folder, 'liste.xlsx');
  await writeFile(
    file,
    sheetsWorkbook([
      { name: 'Présents', rows: { 1: row(1, 'Matricule', 'Nom', 'Prénom'), 2: row(2, '1', 'DURAND', 'Anne') } },
      { name: 'Partis', rows: { 1: row(1, 'Matricule', 'Nom'), 2: row(2, '9', 'ANCIEN') } },
      { name: 'Vide', rows: {} },
    ]),
  );
  const first = await run('match', ['--list', file]);
  expect(first.printed).toContain('Feuille lue\u00a0: «\u00a0Présents\u00a0». Pas lues\u00a0: Partis, Vide.');
  const other = json(await run('match', ['--list', file, '--sheet', 'partis', '--json']));
  expect(other['list']).toMatchObject({ added: 1, sheet: 'Partis', otherSheets: ['Présents', 'Vide'] });
  expect(await listed('line', 'lastName')).toEqual([
    ['P0001', 'DURAND'],
    ['P0002', 'ANCIEN'],
  ]);
  const wrong = json(await run('match', ['--list', file, '--sheet', 'Vide', '--json']));
  expect(wrong).toMatchObject({ outcome: 'usage', code: 'sheet', sheets: ['Présents', 'Partis'] });
}, 60_000);

test('somebody is unlinked by the line, and linked again by undoing; a second file is named', async () => {
  await run('match', ['--list', await payrollCsv(), '--accept', 'sure']);
  const before = await listed('line', 'luccaId', 'state');
  expect(json(await run('match', ['--unlink', 'p0002', '--json']))).toMatchObject({
    outcome: 'done',
    code: 'unlinked',
  });
  expect((await listed('line', 'luccaId'))[1]).toEqual(['P0002', '']);
  expect(json(await run('match', ['--json']))['counts']).toMatchObject({ linked: PEOPLE - 1, match: 0 });
  expect(json(await run('match', ['--unlink', 'P0002', '--json']))).toMatchObject({ exitCode: 2, code: 'notLinked' });
  expect((await passerelle(['undo', '--workbook', path])).code).toBe(0);
  expect(await listed('line', 'luccaId', 'state')).toEqual(before);
  expect(json(await run('match', ['--unlink', 'P0002', '--accept', 'sure', '--json']))).toMatchObject({ exitCode: 2 });

  const { rows } = await tableIn(path, payrollListTable);
  const copied = rows.find(({ cells }) => displayed(cells['nir'] ?? blank) !== '');
  const { line, nir, lastName, firstName } = copied?.cells ?? {};
  const after = { line: textCell('P0900'), ...(nir && lastName && firstName ? { nir, lastName, firstName } : {}) };
  await typed(path, payrollListTable, [
    { operation: 'add', table: payrollListTable.name, key: 'P0900', reason: 'arrival', after },
  ]);
  const said = await run('match', []);
  expect(said.printed).toContain('1 deuxième dossier.');
  expect(said.printed).toMatch(
    new RegExp(`ligne P0900\\s: .+, dont le dossier est la ligne ${displayed(line ?? blank)}`, 'u'),
  );
}, 120_000);

test('all the rows that somebody may be are printed, the best first, with what differs', async () => {
  const list = join(folder, 'matricules.csv');
  const all = [...service.demo.company.people.values()];
  const twin = all.find(({ employeeNumber }, at) =>
    all.some((each, i) => i < at && each.employeeNumber === employeeNumber),
  );
  const first = all.find(({ employeeNumber }) => employeeNumber === twin?.employeeNumber);
  if (!twin || !first) throw new RangeError('every matricule is given once');
  const rows = [first, twin].map((each) =>
    [each.employeeNumber, each.lastName, each.firstName, each.birthDate].join(';'),
  );
  await writeFile(list, ['Matricule;Nom;Prénom;Né le', ...rows].join('\r\n'));
  const { printed } = await run('match', ['--list', list]);
  expect(printed).toContain(
    [
      `  ${twin.lastName} ${twin.firstName}\u00a0: La clé en commun est partagée par plusieurs personnes\u00a0: elle ne désigne personne.`,
      '    ligne P0002 (date de naissance, matricule)',
      '    ligne P0001 (matricule). Différent\u00a0: la date de naissance, le nom, le prénom',
    ].join('\n'),
  );
}, 60_000);

test('rows pasted without a number are given one', async () => {
  await run('match', ['--list', await payrollCsv()]);
  const { rows } = await tableIn(path, payrollListTable);
  const lines = rows.slice(0, 2).map(({ key, cells }) => ({
    operation: 'set' as const,
    table: payrollListTable.name,
    key,
    column: 'line',
    reason: 'change' as const,
    before: cells['line'] ?? blank,
    after: blank,
  }));
  await typed(path, payrollListTable, lines);
  const said = await run('match', []);
  expect(said.printed).toContain('2 lignes collées sans numéro en ont reçu un');
  expect((await listed('line')).slice(0, 3).flat()).toEqual([`P00${PEOPLE + 1}`, `P00${PEOPLE + 2}`, 'P0003']);
}, 60_000);

test('a list without headings is not brought, and nothing of it is printed', async () => {
  const list = join(folder, 'sans-titres.csv');
  const rows = ['001;DUPONT;Anne;295109912611193;FR7630006000011234567890189', '002;MARTIN;Luc;185037511622297;'];
  await writeFile(list, `${rows.join('\n')}\n`);
  for (const words of [[], ['--json']]) {
    const { code, printed, noted } = await run('match', ['--list', list, ...words]);
    expect(code).not.toBe(0);
    expect(printed + noted).toContain('Aucune ligne de titres (Matricule, Nom, Prénom…) n’est reconnue');
    for (const value of rows
      .join(';')
      .split(';')
      .filter((each) => each.length > 3))
      expect(printed + noted).not.toContain(value);
  }
});
