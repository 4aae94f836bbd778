/** A month computed from a workbook and Lucca, then from the document of it alone: the same results. */
import { utimesSync } from 'node:fs';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDemo, type Demo } from '../../server/demo/index.ts';
import { voucherReportSchema, type VoucherReport } from '../../shared/contracts/voucherReport.ts';
import { vouchersInputSchema, type VouchersInput } from '../../shared/contracts/vouchersInput.ts';
import { displayed, textCell } from '../../shared/domain/review/cell.ts';
import type { PlanLine } from '../../shared/domain/review/plan.ts';
import { rowKey } from '../../shared/tables/declaration.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { beneficiariesTable } from '../../shared/tables/vouchers/beneficiariesTable.ts';
import { absenceImpactsTable, expenseImpactsTable } from '../../shared/tables/vouchers/impactsTables.ts';
import { registerTable } from '../../shared/tables/vouchers/registerTable.ts';
import { regulationsTable } from '../../shared/tables/vouchers/regulationsTable.ts';
import { makeFolder, startTestService, type TestService } from '../http/testService.ts';
import { json, passerelle, type Said } from './commandLine.ts';
import { decide, regulation, SIEGE, tableIn, typed } from './voucherClerk.ts';

let folder: string;
let demo: Demo;
let service: TestService;
let workbook: string;

beforeAll(async () => {
  folder = await makeFolder();
  demo = await startDemo({ employees: 12, seed: 3, rateLimit: { limit: 100_000 } });
  const account = { origin: demo.origin, tokenUrl: demo.oauth.tokenUrl };
  service = await startTestService(folder, { demo: null, accounts: new Map([['fictif', account]]) });
  workbook = join(folder, 'classeur.xlsx');
});

afterAll(async () => {
  await service.close();
  await demo.close();
  await rm(folder, { recursive: true, force: true });
});

function onLucca(command: string, month: string, ...words: string[]) {
  return during(() => undefined, command, month, ...words);
}

function during(onProgress: () => void, command: string, month: string, ...words: string[]) {
  const common = ['--workbook', workbook, '--service', service.origin, '--token', service.token, '--account', 'fictif'];
  return passerelle([command, ...common, '--month', month, ...words], {
    environment: { PASSERELLE_API_KEY: demo.apiKey },
    onProgress,
  });
}

const inFolder = (name: string) => join(folder, name);
const fromInput = (name: string, ...words: string[]) =>
  passerelle(['vouchers', '--input', inFolder(name), ...words, '--json']);

/** The report, but for where findings stand: a cell, or a line. */
function reportOf(said: Said): VoucherReport {
  const report = voucherReportSchema.parse(json(said)['report']);
  const findings = report.findings.map((each) => ({ ...each, sheet: null, address: null, path: null }));
  return { ...report, findings };
}

async function inputIn(name: string): Promise<VouchersInput> {
  return vouchersInputSchema.parse(JSON.parse(await readFile(inFolder(name), 'utf8')));
}

const excluded = { criterion: textCell('IBAN'), value: textCell('FR76'), exception: textCell('exclu') };
const withoutAccount: PlanLine = {
  operation: 'add',
  table: beneficiariesTable.name,
  key: rowKey(beneficiariesTable, excluded),
  after: excluded,
  reason: 'change',
};

async function filled(): Promise<void> {
  expect((await onLucca('pull', '2026-10', '--accept', 'all')).code).toBe(0);
  const early = await onLucca('vouchers', '2026-10', '--write-input', inFolder('vide.json'));
  expect([early.code, early.printed]).toEqual([5, expect.stringContaining("Le document vide.json n'est pas écrit.")]);
  await typed(workbook, regulationsTable, [regulation()]);
  const spared = /formation|télétravail/i;
  await decide(workbook, absenceImpactsTable, (name) => (spared.test(name) ? 'ne déduit pas' : 'déduit'));
  await decide(workbook, expenseImpactsTable, (name) => (name === 'Dîner' ? 'ne déduit pas' : 'déduit'));
}

test('two months, one after a closed order and a late absence: the document says what the workbook said', async () => {
  await filled();
  const october = await onLucca('vouchers', '2026-10', '--json', '--write-input', inFolder('octobre.json'));
  expect(json(october)).toMatchObject({ exitCode: 0, code: 'computed' });
  const again = await fromInput('octobre.json');
  expect(json(again)).toMatchObject({ exitCode: 0, code: 'computed' });
  expect(reportOf(again)).toEqual(reportOf(october));
  expect(reportOf(again).regulations).toMatchObject([{ name: SIEGE, people: 8, vouchers: 134 }]);

  expect((await onLucca('vouchers', '2026-10', '--validate', SIEGE)).code).toBe(0);
  demo.changes.make({ kind: 'addLeave', personId: 101, from: '2026-09-08' });
  const november = await onLucca('vouchers', '2026-11', '--json', '--write-input', inFolder('novembre.json'));
  const without = await fromInput('novembre.json');
  expect(reportOf(without)).toEqual(reportOf(november));
  const late = reportOf(without).people.find(({ employeeId }) => employeeId === '101');
  expect([late?.count.corrections, late?.lines.find(({ correction }) => correction !== null)?.date]).toEqual([
    -1,
    '2026-09-08',
  ]);
  expect((await inputIn('novembre.json')).tables[registerTable.name]).toHaveLength(9);

  const words = (said: Said) => said.printed.split('\n')[1];
  const printed = await passerelle(['vouchers', '--input', inFolder('novembre.json')]);
  expect(words(printed)).toBe(words(await onLucca('vouchers', '2026-11')));

  const ordered = await fromInput('novembre.json', '--month', '2026-10');
  expect(json(ordered)).toMatchObject({ exitCode: 0, code: 'ordered', message: expect.stringContaining('TR1') });

  const { mode } = await stat(inFolder('octobre.json'));
  expect(mode & 0o777).toBe(0o600);
  const text = await readFile(inFolder('novembre.json'), 'utf8');
  const { rows } = await tableIn(workbook, employeesTable);
  const secrets = rows.flatMap(({ cells }) =>
    [cells['iban'], cells['bic'], cells['nir']].flatMap((cell) => cell ?? []),
  );
  const held = secrets.map(displayed).filter((each) => each !== '');
  expect(held.length).toBeGreaterThan(10);
  for (const secret of [...held, demo.apiKey, service.token]) expect(text).not.toContain(secret);

  // Somebody saves the workbook meanwhile: what was written beside it is taken back.
  const closing = ['--validate', SIEGE, '--write-input', inFolder('perdu.json')];
  const lost = await during(() => utimesSync(workbook, 0, 0), 'vouchers', '2026-11', ...closing);
  expect([lost.code, lost.noted]).toEqual([3, expect.stringContaining('classeur.xlsx')]);
  await typed(workbook, beneficiariesTable, [withoutAccount]);
  const before = await readFile(workbook);
  const secret = await onLucca('vouchers', '2026-11', '--write-input', inFolder('secret.json'));
  expect([secret.code, secret.noted]).toEqual([
    3,
    expect.stringMatching(/secret\.json n'est pas écrit[\s\S]*Bénéficiaires TR!A4 : « IBAN » ne s'écrit dans aucun/),
  ]);
  expect(before.equals(await readFile(workbook))).toBe(true);
  expect((await readdir(folder)).filter((name) => name.endsWith('.json')).sort()).toEqual([
    'novembre.json',
    'octobre.json',
  ]);

  const taken = await onLucca('vouchers', '2026-11', '--write-input', inFolder('octobre.json'));
  expect([taken.code, taken.noted]).toEqual([3, expect.stringContaining('octobre.json existe déjà')]);
  expect(taken.labels).toEqual([]);
}, 120_000);

test('the example of the documentation: 22 days less an absence and a meal, 12 days of somebody who arrives, one left out', async () => {
  const example = 'docs/vouchers-input.example.json';
  const said = await passerelle(['vouchers', '--input', example]);
  expect([said.code, said.printed]).toEqual([
    0,
    'Titres-restaurant, octobre 2026\n  TR Siège : 2 personnes, 32 titres, 288,00\u00a0€',
  ]);
  const { people } = reportOf(await passerelle(['vouchers', '--input', example, '--json']));
  expect(people.map(({ employeeNumber, sum }) => [employeeNumber, sum])).toEqual([
    ['0001', '22 jours − 1 absence − 1 repas = 20'],
    ['0002', '12 jours = 12'],
  ]);
  const lacking = await passerelle(['vouchers', '--input', example, '--month', '2026-11', '--json']);
  expect(json(lacking)).toMatchObject({
    exitCode: 3,
    code: 'monthsLacking',
    months: ['2026-11'],
    message: expect.stringContaining('novembre 2026'),
  });
});

/** The example, changed and written. */
async function exampleWith(change: (input: VouchersInput) => void): Promise<string> {
  const input = JSON.parse(await readFile('docs/vouchers-input.example.json', 'utf8')) as VouchersInput;
  change(input);
  await writeFile(inFolder('essai.json'), JSON.stringify(input));
  return inFolder('essai.json');
}

test('what is wrong is said by table, line and column, and by path for machines', async () => {
  const path = await exampleWith(({ tables }) => {
    tables[regulationsTable.name] = tables[regulationsTable.name]?.map((row) => ({ ...row, sharePercent: 40 }));
  });
  const said = await passerelle(['vouchers', '--input', path]);
  expect([said.code, said.printed]).toEqual([
    5,
    expect.stringMatching(/ {2}« Réglementaires TR », ligne 1, « Part patronale \(%\) » : /),
  ]);
  expect(json(await fromInput('essai.json'))).toMatchObject({
    code: 'toFill',
    findings: [{ sheet: null, address: null, path: 'tables.Passerelle_TR_Reglementaires[0].sharePercent' }],
  });
  const empty = await exampleWith(({ tables }) => {
    tables[employeesTable.name] = [];
  });
  const nobody = await passerelle(['vouchers', '--input', empty]);
  expect([nobody.code, nobody.printed]).toEqual([5, expect.stringContaining('« Salariés » est vide dans le document')]);
});

test('a file that is no document computes nothing, and nothing of it is repeated', async () => {
  const path = await exampleWith(({ tables }) => {
    tables[employeesTable.name] = Array.from({ length: 30 }, () => ({ iban: 'FR7630006000011234567890189' }));
  });
  const said = await passerelle(['vouchers', '--input', path]);
  expect([said.code, said.printed]).toEqual([3, '']);
  expect(said.noted).toMatch(
    /^Le fichier essai\.json ne peut pas être calculé\. Rien n'a été fait :\n {2}tables\.Passerelle_Salaries\[0\]\.luccaId manque[\s\S]*… et 40 autres$/,
  );
  expect(said.noted).not.toContain('FR76');
  expect(json(await fromInput('essai.json'))).toMatchObject({ exitCode: 3, code: 'document', faults: { length: 60 } });
  await writeFile(inFolder('latin.json'), Buffer.from([0x22, 0xe9, 0x22]));
  for (const [name, sentence] of [
    ['latin.json', "latin.json n'est pas un texte en UTF-8"],
    ['absent.json', "absent.json n'existe pas"],
    ['.', 'est un dossier'],
  ] as const) {
    const refused = await passerelle(['vouchers', '--input', inFolder(name)]);
    expect([refused.code, refused.noted]).toEqual([3, expect.stringContaining(sentence)]);
  }
});

test.each([
  [['--input', ''], "Il manque l'option --input"],
  [['--input', 'a.json', '--validate', 'TR'], '--validate et --input'],
  [['--input', 'a.json', '--order', 'TR1'], '--order et --input'],
  [['--input', 'a.json', '--prepare'], '--prepare et --input'],
  [['--input', 'a.json', '--workbook', 'a.xlsx'], '--input et --workbook'],
  [['--input', 'a.json', '--account', 'demo'], '--input et --account'],
  [['--input', 'a.json', '--write-input', 'b.json'], '--input et --write-input'],
  [['--input', 'a.json', '--month', '2026-10', '--month', '2026-11'], '--month doit être un seul mois'],
  [['--workbook', 'a.xlsx', '--write-input', 'b.json', '--prepare'], '--write-input et --prepare'],
  [['--workbook', 'a.xlsx', '--write-input', 'b.json', '--order', 'TR1'], '--order et --write-input'],
  [['--workbook', 'a.xlsx', '--write-input', 'b.txt'], '--write-input doit être un nom de fichier qui finit par .json'],
])('%j is refused', async (words, sentence) => {
  const said = await passerelle(['vouchers', ...words]);
  expect([said.code, said.noted]).toEqual([2, expect.stringContaining(sentence)]);
});
