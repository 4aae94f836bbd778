/** A month of working time computed from a workbook and Lucca, then from the document of it alone: the same report. */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { worktimeInputSchema, type WorktimeInput } from '../../shared/contracts/worktimeInput.ts';
import { worktimeReportSchema, type WorktimeReport } from '../../shared/contracts/worktimeReport.ts';
import { blank, displayed } from '../../shared/domain/review/cell.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { timeRegisterTable } from '../../shared/tables/worktime/timeRegisterTable.ts';
import { timeRulesTable } from '../../shared/tables/worktime/timeRulesTable.ts';
import { json, passerelle, type Said } from './commandLine.ts';
import { DemoOffice } from './demoOffice.ts';
import { tableIn } from './voucherClerk.ts';

const EXAMPLE = 'docs/worktime-input.example.json';

let office: DemoOffice;

beforeAll(async () => {
  office = await DemoOffice.opened(12, 3);
});

afterAll(() => office.closed());

const worktime = (month: string, ...words: string[]) =>
  office.on('classeur.xlsx', 'worktime', ['--month', month, '--json', ...words]);
const fromInput = (path: string, ...words: string[]) => passerelle(['worktime', '--input', path, ...words, '--json']);

/** The report, but for where findings stand: a cell, or a line. */
function reportOf(said: Said): WorktimeReport {
  const report = worktimeReportSchema.parse(json(said)['report']);
  return { ...report, findings: report.findings.map((each) => ({ ...each, sheet: null, address: null, path: null })) };
}

test('two months, one after a closed one: the document says what the workbook said', async () => {
  expect((await office.on('classeur.xlsx', 'pull', ['--month', '2026-10', '--accept', 'all'])).code).toBe(0);
  const early = json(await worktime('2026-09', '--write-input', office.file('vide.json')));
  expect(early).toMatchObject({
    exitCode: 5,
    code: 'toFill',
    message: expect.stringContaining("vide.json n'est pas écrit"),
  });
  await office.on('classeur.xlsx', 'worktime', ['--set', 'generalLaw', '--regulation', 'Siège']);

  const [september, october] = [office.file('septembre.json'), office.file('octobre.json')];
  const first = await worktime('2026-09', '--export', '--write-input', september);
  expect(reportOf(await fromInput(september))).toEqual(reportOf(first));
  expect((await office.on('classeur.xlsx', 'worktime', ['--confirm', 'HT1'])).code).toBe(0);
  const second = await worktime('2026-10', '--write-input', october);
  const again = await fromInput(october);
  expect(reportOf(again)).toEqual(reportOf(second));
  expect(json(again)['exitCode']).toBe(json(second)['exitCode']);
  expect(reportOf(again).totals[0]?.posted).toBeGreaterThan(0);
  const held = worktimeInputSchema.parse(JSON.parse(await readFile(october, 'utf8')));
  expect(held.tables[timeRegisterTable.name]?.length).toBeGreaterThan(0);
  expect(held.lucca.months).toEqual(expect.arrayContaining(['2026-09', '2026-10']));
  // The month before, from the document of this one: it is closed there, and counted the same.
  const before = reportOf(await fromInput(october, '--month', '2026-09'));
  expect(before.people.map(({ weeks }) => weeks)).toEqual(reportOf(first).people.map(({ weeks }) => weeks));

  expect((await stat(october)).mode & 0o777).toBe(0o600);
  const text = await readFile(october, 'utf8');
  const { rows } = await tableIn(office.file('classeur.xlsx'), employeesTable);
  const secrets = rows.flatMap(({ cells }) => ['iban', 'bic', 'nir'].map((key) => displayed(cells[key] ?? blank)));
  const told = secrets.filter((each) => each !== '');
  expect(told.length).toBeGreaterThan(10);
  for (const secret of [...told, office.demo.apiKey, office.service.token]) expect(text).not.toContain(secret);
  const taken = await worktime('2026-10', '--write-input', october);
  expect(json(taken)).toMatchObject({ exitCode: 3, code: 'alreadyThere' });
  expect((await readdir(office.folder)).filter((name) => name.endsWith('.json')).sort()).toEqual([
    'octobre.json',
    'septembre.json',
  ]);
}, 120_000);

async function exampleWith(change: (input: WorktimeInput) => unknown): Promise<string> {
  const input = JSON.parse(await readFile(EXAMPLE, 'utf8')) as WorktimeInput;
  change(input);
  await writeFile(office.file('essai.json'), JSON.stringify(input));
  return office.file('essai.json');
}

test('the example of the documentation: 42 hours in a week are seven beyond 35; a week waits for its sheet', async () => {
  const said = await passerelle(['worktime', '--input', EXAMPLE]);
  expect([said.code, said.printed.split('\n')]).toEqual([
    5,
    [
      'Temps de travail, octobre 2026',
      '  HS25 (Heures supplémentaires 25 %) : 1 personne, 7\u00a0h ce mois-ci, solde 7\u00a0h, à exporter 7,00\u00a0h',
      '1 semaine attend une feuille approuvée, et rien n’en est compté :',
      '  du 12/10/2026 au 18/10/2026 : 1 personne, 40\u00a0h de temps déclaré',
      '1 point à voir :',
      expect.stringContaining('moyennes sur douze semaines'),
    ],
  ]);
});

test('months that the document lacks are named; what is wrong is said by line and by path', async () => {
  expect(json(await fromInput(EXAMPLE, '--month', '2026-12'))).toMatchObject({
    exitCode: 3,
    code: 'monthsLacking',
    months: ['2026-12'],
    message: expect.stringContaining('décembre 2026'),
  });
  const path = await exampleWith(({ tables }) => {
    tables[timeRulesTable.name] = tables[timeRulesTable.name]?.map((row) => ({ ...row, account: 'ABSENT' }));
  });
  const said = await passerelle(['worktime', '--input', path]);
  expect([said.code, said.printed]).toEqual([
    5,
    expect.stringContaining('« Règles de temps », ligne 1, « Compte » : '),
  ]);
  expect(json(await fromInput(path))).toMatchObject({
    code: 'toFill',
    findings: expect.arrayContaining([expect.objectContaining({ path: 'tables.Passerelle_Temps_Regles[0].account' })]),
  });
  const nobody = await passerelle([
    'worktime',
    '--input',
    await exampleWith(({ tables }) => (tables[employeesTable.name] = [])),
  ]);
  expect([nobody.code, nobody.printed]).toEqual([5, expect.stringContaining('« Salariés » est vide dans le document')]);
  const outside = await fromInput(await exampleWith(({ lucca }) => void lucca.months.pop()));
  expect(json(outside)).toMatchObject({
    exitCode: 3,
    code: 'document',
    faults: expect.arrayContaining([expect.objectContaining({ code: 'monthOutside', path: 'lucca.entries[0].month' })]),
  });
  const twice = await fromInput(await exampleWith(({ lucca }) => void lucca.sheets.push(...lucca.sheets)));
  expect(json(twice)).toMatchObject({
    code: 'document',
    faults: expect.arrayContaining([expect.objectContaining({ code: 'repeated', first: 'lucca.sheets[0]' })]),
  });
});
