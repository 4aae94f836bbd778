/** Sheets to sign, made by the command line against the real service and the fictional account. */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { worktimeReportSchema } from '../../shared/contracts/worktimeReport.ts';
import { blank, displayed } from '../../shared/domain/review/cell.ts';
import { sheetTitle } from '../../shared/messages/fr/worktime/sheet.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { pdfPages } from '../support/pdfText.ts';
import { json } from './commandLine.ts';
import { DemoOffice } from './demoOffice.ts';
import { tableIn } from './voucherClerk.ts';

const BOOK = 'classeur.xlsx';
const OCTOBER = ['--month', '2026-10'];

let office: DemoOffice;
const worktime = (...words: string[]) => office.on(BOOK, 'worktime', words);
const fiches = (asked: string, ...words: string[]) =>
  worktime('--files', asked, '--kind', 'fiches', '--out', office.folder, ...words);

beforeAll(async () => {
  office = await DemoOffice.opened(12, 3);
  await office.on(BOOK, 'pull', [...OCTOBER, '--accept', 'all']);
  await worktime(...OCTOBER, '--prepare');
  await mkdir(join(office.folder, 'HT1'));
}, 120_000);

afterAll(() => office.closed());

test('without a regulation it says what to fill; then everybody has a sheet, in the document that the pane names so', async () => {
  const early = await fiches('2026-10');
  expect([early.code, early.printed]).toEqual([5, expect.stringContaining('Aucun réglementaire de temps valide')]);
  await worktime('--set', 'generalLaw', '--regulation', 'Temps plein');
  const before = await readFile(office.file(BOOK));

  const said = await fiches('2026-10');
  expect([said.code, said.printed]).toEqual([0, expect.stringMatching(/^Fichier écrit : fiches-temps-2026-10.pdf \(/)]);
  expect(before.equals(await readFile(office.file(BOOK)))).toBe(true);

  const counted = json(await worktime(...OCTOBER, '--json'))['report'];
  const ids = worktimeReportSchema.parse(counted).people.map(({ employeeId }) => employeeId);
  const { rows } = await tableIn(office.file(BOOK), employeesTable);
  const texts = pdfPages(await readFile(office.file('fiches-temps-2026-10.pdf'))).join('\n');
  expect(ids.length).toBeGreaterThan(1);
  expect(said.printed).toContain(`(${ids.length} fiches à signer)`);
  const signing = rows.filter(({ key }) => ids.includes(key));
  expect(signing).toHaveLength(ids.length);
  for (const { cells } of signing) {
    const of = (key: string) => displayed(cells[key] ?? blank);
    expect(texts).toContain(`${of('lastName')} ${of('firstName')}`);
    expect(texts).toContain(`Matricule ${of('employeeNumber')} · `);
  }
  expect(texts).toContain(sheetTitle);
  expect(texts).toContain('octobre 2026');

  const twice = await fiches('2026-10');
  expect([twice.code, twice.noted]).toEqual([3, expect.stringMatching(/existe déjà\s?: fiches-temps-2026-10\.pdf/)]);
}, 120_000);

test('of an export, the month is its own; of none, it is told', async () => {
  expect((await worktime(...OCTOBER, '--export')).printed).toContain('Export HT1 préparé');
  const said = json(
    await worktime('--files', 'ht1', '--kind', 'fiches', '--out', join(office.folder, 'HT1'), '--json'),
  );
  expect(said).toMatchObject({ exitCode: 0, code: 'written', files: ['fiches-temps-2026-10.pdf'], findings: [] });
  const unknown = await fiches('HT4');
  expect([unknown.code, unknown.noted]).toEqual([2, expect.stringContaining('pas d’export HT4')]);
  const other = await fiches('2026-13');
  expect([other.code, other.noted]).toEqual([2, expect.stringContaining('pas d’export 2026-13')]);
}, 60_000);
