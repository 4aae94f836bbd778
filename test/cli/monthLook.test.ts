/** A month looked over by the command line, against the real service and the fictional account, over HTTP. */
import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { blank, displayed, textCell } from '../../shared/domain/review/cell.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { controlThresholdsTable, monthControlTable } from '../../shared/tables/people/monthControlTable.ts';
import { movementCounts } from '../../shared/messages/fr/employees/monthCli.ts';
import { monthMovementsTable } from '../../shared/tables/people/monthMovementsTable.ts';
import { payrollCheckTable, payrollJournalTable } from '../../shared/tables/people/payrollCheckTables.ts';
import { regulationsTable } from '../../shared/tables/vouchers/regulationsTable.ts';
import { sheetsWorkbook, textXml } from '../support/smallWorkbook.ts';
import { json, passerelle } from './commandLine.ts';
import { DemoOffice } from './demoOffice.ts';
import { decide, regulation, SIEGE, tableIn, typed } from './voucherClerk.ts';
import { absenceImpactsTable, expenseImpactsTable } from '../../shared/tables/vouchers/impactsTables.ts';

const BOOK = 'classeur.xlsx';
const OCTOBER = ['--month', '2026-10'];

let office: DemoOffice;

beforeAll(async () => {
  office = await DemoOffice.opened(60, 1);
  const pulled = await office.on(BOOK, 'pull', [...OCTOBER, '--month', '2026-09', '--accept', 'all']);
  if (![0, 5].includes(pulled.code)) throw new Error(pulled.noted);
}, 120_000);

afterAll(() => office.closed());

async function columns(table: TableDeclaration, ...keys: string[]): Promise<string[][]> {
  const { rows } = await tableIn(office.file(BOOK), table);
  return rows.map(({ cells }) => keys.map((key) => displayed(cells[key] ?? blank)));
}

const check = (...words: string[]) =>
  passerelle(['check-payroll', '--workbook', office.file(BOOK), ...OCTOBER, ...words]);

test('movements of the fictional October: written, ticked, kept', async () => {
  const said = await office.on(BOOK, 'movements', OCTOBER);
  expect([said.code, said.printed]).toEqual([5, expect.stringMatching(/^Mouvements du mois, octobre 2026\n/)]);
  // What is counted is what the sheet holds.
  expect(said.printed.split('\n')[1]).toBe('0 entrée, 1 sortie, 0 changement.');
  expect(await columns(monthMovementsTable, 'kind')).toEqual([['sortie']]);
  const rows = await columns(monthMovementsTable, 'kind', 'date', 'luccaId', 'state');
  expect(rows.filter(([kind]) => kind === 'sortie').map(([, date]) => date)).toContain('15/10/2026');
  expect(rows.every(([, , , state]) => state === 'en cours')).toBe(true);
  const report = json(await office.on(BOOK, 'movements', [...OCTOBER, '--json']));
  expect(report).toMatchObject({ exitCode: 5, code: 'computed', month: '2026-10', left: rows.length });
  expect(report['movements']).toHaveLength(rows.length);
  const { rows: held } = await tableIn(office.file(BOOK), monthMovementsTable);
  await typed(
    office.file(BOOK),
    monthMovementsTable,
    held.map(({ key, cells }) => ({
      operation: 'set',
      table: monthMovementsTable.name,
      key,
      column: 'done',
      before: cells['done'] ?? blank,
      after: textCell('oui'),
      reason: 'change',
    })),
  );
  const after = await office.on(BOOK, 'movements', OCTOBER);
  expect(after.printed).toContain('Tout est fait dans la paie.');
  expect((await columns(monthMovementsTable, 'done')).flat()).toEqual(held.map(() => 'oui'));
}, 120_000);

test('movements of the fictional September: an exit of the month, and one to come, each counted once', async () => {
  const said = await office.on(BOOK, 'movements', ['--month', '2026-09']);
  expect(said.printed.split('\n')[1]).toBe('0 entrée, 1 sortie, 1 sortie à venir, 0 changement.');
  expect(movementCounts({ entries: 2, exits: 0, future: 3, changes: 4, stale: 1 })).toBe(
    '2 entrées, 0 sortie, 3 sorties à venir, 4 changements, 1 ligne n’est plus dans Lucca.',
  );
});

test('control of the fictional October: thresholds made, nobody taken for absent without an order', async () => {
  const said = await office.on(BOOK, 'control', OCTOBER);
  expect(said.code).toBe(5);
  expect(said.printed).toContain('Aucune commande de titres en septembre 2026 et octobre 2026');
  expect((await columns(controlThresholdsTable, 'topic')).flat()).toEqual(['titres-restaurant', 'absences', 'heures']);
  const topics = new Set((await columns(monthControlTable, 'topic')).flat());
  expect([...topics]).toEqual(['absences']);
  const { rows } = await tableIn(office.file(BOOK), monthControlTable);
  const report = json(await office.on(BOOK, 'control', [...OCTOBER, '--json']));
  expect(report).toMatchObject({ exitCode: 5, code: 'computed', compared: ['absences'] });
  expect(report['lines']).toHaveLength(rows.length);
}, 120_000);

test('the journal: empty, from a file whose columns must be bound, then checked against the order of the month', async () => {
  const empty = await check();
  expect([empty.code, empty.printed]).toEqual([
    5,
    expect.stringContaining('«\u00a0Journal de paie\u00a0» n’a aucune ligne pour octobre 2026'),
  ]);
  expect((await columns(payrollJournalTable, 'line')).length).toBe(0);
  await office.on(BOOK, 'vouchers', [...OCTOBER, '--prepare']);
  await typed(office.file(BOOK), regulationsTable, [regulation({ payCode: textCell('4210') })]);
  await decide(office.file(BOOK), absenceImpactsTable, () => 'déduit');
  await decide(office.file(BOOK), expenseImpactsTable, () => 'déduit');
  const ordered = await office.on(BOOK, 'vouchers', [...OCTOBER, '--validate', SIEGE]);
  expect([0, 5]).toContain(ordered.code);
  const files = await passerelle([
    'vouchers',
    '--workbook',
    office.file(BOOK),
    '--files',
    'TR1',
    '--kind',
    'variables',
    '--out',
    office.folder,
  ]);
  const [name = ''] = /evp[\w-]+\.csv/.exec(files.printed) ?? [];
  const handed = await check('--file', office.file(name));
  expect([handed.noted, handed.printed]).toEqual(['', expect.stringContaining('Rien à expliquer')]);
  const states = (await columns(payrollCheckTable, 'state')).flat();
  expect(states.length).toBeGreaterThan(10);
  expect(new Set(states)).toEqual(new Set(['égal']));

  const [, first] = await columns(payrollCheckTable, 'establishment', 'employeeNumber', 'expected');
  const [place = '', number = '', expected = ''] = first ?? [];
  const rest = (await columns(payrollJournalTable, 'establishment', 'employeeNumber', 'quantity'))
    .filter(([own, each]) => own !== place || each !== number)
    .map(([own = '', each = '', quantity = '']) => `${own};${each};4210;${quantity}`);
  const text = [
    'Société Atelier;;;',
    'Etab;Mat. paie;Rub.;Qté',
    `${place};${number};4210;${Number(expected) - 1}`,
    ...rest,
  ].join('\r\n');
  await writeFile(office.file('journal.csv'), text);
  const unbound = await check('--file', office.file('journal.csv'));
  expect([unbound.code, unbound.noted]).toEqual([2, expect.stringMatching(/Mat\. paie.*--columns/)]);
  const bound = ['--file', office.file('journal.csv'), '--columns', 'Matricule=Mat. paie;Code=Rub.;Quantité=Qté'];
  const differs = json(await check(...bound, '--json'));
  expect(differs).toMatchObject({ exitCode: 5, code: 'checked', unexplained: 1 });
  expect(await columns(payrollJournalTable, 'line')).toHaveLength(rest.length + 1);
  await writeFile(office.file('sans-titres.csv'), 'Lyon;0001;DUPONT;295109912611193\nLyon;0002;ROY;185037511622297\n');
  const untitled = await check('--file', office.file('sans-titres.csv'));
  expect([untitled.code, untitled.noted]).toEqual([2, expect.stringContaining('Ses colonnes\u00a0: Colonne A (1re),')]);
  expect(untitled.noted).not.toMatch(/DUPONT|ROY|0001|\d{5}/);
  const wrong = await check('--file', office.file('journal.csv'), '--columns', 'Nimporte=Mat');
  expect(wrong.code).toBe(2);
  expect((await check('--file', office.file('absent.csv'))).code).toBe(3);
  const undone = await passerelle(['undo', '--workbook', office.file(BOOK)]);
  expect(undone.code).toBe(0);
  expect(new Set((await columns(payrollCheckTable, 'state')).flat())).toEqual(new Set(['égal']));
  expect((await columns(employeesTable, 'luccaId')).length).toBeGreaterThan(50);

  const row = (at: number, ...texts: readonly string[]) => ({
    [at]: texts.map((each, index) => textXml(`${'ABC'.charAt(index)}${at}`, each)),
  });
  const head = row(1, 'Matricule', 'Code', 'Nombre');
  const sheets = sheetsWorkbook([
    { name: 'Septembre', rows: { ...head, ...row(2, number, '4210', '3') } },
    { name: 'Octobre', rows: { ...head, ...row(2, number, '4210', expected) } },
  ]);
  const journal = office.file('journal.xlsx');
  await writeFile(journal, sheets);
  expect(json(await check('--file', journal, '--sheet', 'Août', '--json'))).toMatchObject({
    exitCode: 2,
    code: 'sheet',
    sheets: ['Septembre', 'Octobre'],
  });
  const october = await check('--file', journal, '--sheet', 'octobre');
  expect(october.printed).toContain('Feuille lue\u00a0: «\u00a0Octobre\u00a0». Pas lues\u00a0: Septembre.');
}, 180_000);
