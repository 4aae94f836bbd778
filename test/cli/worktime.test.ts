/** A month of working time by the command line, against the real service and the fictional account, over HTTP. */
import { utimesSync } from 'node:fs';
import { copyFile, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { worktimeReportSchema, type WorktimeReport } from '../../shared/contracts/worktimeReport.ts';
import { displayed, textCell, blank } from '../../shared/domain/review/cell.ts';
import { flowStep } from '../../shared/messages/fr/pane.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import { exportLinesTable, timeExportsTable } from '../../shared/tables/worktime/timeExportsTable.ts';
import { timeBalancesTable } from '../../shared/tables/worktime/timeBalancesTable.ts';
import { timeRegisterTable } from '../../shared/tables/worktime/timeRegisterTable.ts';
import { readyMadeSets } from '../../shared/domain/worktime/readyMade.ts';
import { timeRegulationsTable } from '../../shared/tables/worktime/timeRegulationsTable.ts';
import { timeRulesTable } from '../../shared/tables/worktime/timeRulesTable.ts';
import { json, passerelle, type Said } from './commandLine.ts';
import { DemoOffice } from './demoOffice.ts';
import { tableIn, typed } from './voucherClerk.ts';

const BOOK = 'classeur.xlsx';
const OCTOBER = ['--month', '2026-10'];

let office: DemoOffice;

beforeAll(async () => {
  office = await DemoOffice.opened(12, 3);
});

afterAll(() => office.closed());

const worktime = (...words: string[]) => office.on(BOOK, 'worktime', words);
const reportOf = (said: Said): WorktimeReport => worktimeReportSchema.parse(json(said)['report']);

/** A step for which Lucca is not asked. */
async function ended(...words: string[]) {
  const { code, printed, noted } = await passerelle(['worktime', '--workbook', office.file(BOOK), ...words]);
  return [code, `${printed}${noted}`];
}

async function columns(table: TableDeclaration, ...keys: string[]): Promise<string[][]> {
  const { rows } = await tableIn(office.file(BOOK), table);
  return rows.map(({ cells }) => keys.map((key) => displayed(cells[key] ?? blank)));
}

/** Hundredths of hours in a column. */
async function hundredths(table: TableDeclaration, key: string): Promise<number> {
  const texts = (await columns(table, key)).flat();
  return texts.reduce((sum, text) => sum + Math.round(Number(text.replace(',', '.')) * 100), 0);
}

test('sheets, a ready-made set, the month, its export confirmed in one copy only, then cancelled', async () => {
  expect((await office.on(BOOK, 'pull', [...OCTOBER, '--accept', 'all'])).code).toBe(0);
  const first = await worktime(...OCTOBER);
  expect([first.code, first.printed]).toEqual([
    5,
    expect.stringMatching(
      /^Feuilles créées : Établissements[\s\S]*Règles de temps[\s\S]*jeu prêt à l’emploi avec « --set »/,
    ),
  ]);
  const set = await worktime('--set', 'generallaw', '--into', 'Maison', '--regulation', 'Temps plein');
  expect([set.code, set.printed]).toEqual([
    0,
    expect.stringContaining('copié dans « Maison » : il est maintenant à vous.'),
  ]);
  expect(await columns(timeRegulationsTable, 'name', 'set', 'contracts')).toEqual([
    ['Temps plein', 'Maison', 'temps plein'],
  ]);
  expect((await worktime('--set', 'generalLaw', '--into', 'maison')).printed).toContain('sont déjà dans « maison »');
  // By its French name too, whole or before its rates, whatever the spaces and capitals.
  for (const name of ['droit  COMMUN', readyMadeSets[0]?.name ?? ''])
    expect((await worktime('--set', name, '--into', 'maison')).printed).toContain('sont déjà dans « maison »');

  const october = await worktime(...OCTOBER, '--json');
  const report = reportOf(october);
  expect(json(october)).toMatchObject({ exitCode: 5, code: 'computed', written: { refused: 0 } });
  expect(october.labels).toContain(flowStep('compute'));
  expect(report.regulations).toMatchObject([{ name: 'Temps plein', set: 'Maison', isValid: true }]);
  for (const { accounts, movements, weeks } of report.people) {
    expect(weeks.length).toBeGreaterThan(0);
    for (const { code, posted } of accounts)
      expect(movements.filter(({ account }) => account === code).reduce((sum, { minutes }) => sum + minutes, 0)).toBe(
        posted,
      );
  }
  const [hs25] = report.totals;
  expect(hs25).toMatchObject({ code: 'HS25', before: 0, late: 0 });
  expect(hs25?.posted).toBeGreaterThan(0);
  expect(await hundredths(timeBalancesTable, 'toExport')).toBe(hs25?.hundredths);
  expect((await columns(timeRulesTable, 'reads')).flat()[0]).toContain('Chaque semaine');
  const checked = await passerelle(['check', '--workbook', office.file(BOOK)]);
  // The fictional account has files to correct.
  expect([checked.code, checked.printed]).toEqual([5, expect.stringContaining('Réglementaires de temps : 1 ligne')]);
  const before = await readFile(office.file(BOOK));
  expect((await worktime(...OCTOBER)).printed).toContain('semaines attendent une feuille approuvée');
  expect(before.equals(await readFile(office.file(BOOK)))).toBe(true);

  const prepared = await worktime(...OCTOBER, '--export');
  expect([prepared.code, prepared.printed]).toEqual([5, expect.stringContaining('« --confirm HT1 » le confirme.')]);
  const leftOut =
    /2 personnes ne sont pas comptées : [^,]+, [^,]+\.\n +11 semaines \(6 personnes\) attendent leur approbation : 131.h.27\./;
  expect(prepared.printed).toMatch(leftOut);
  expect(await hundredths(exportLinesTable, 'hours')).toBe(hs25?.hundredths);
  const files = await ended('--files', 'ht1', '--out', office.folder);
  const [name = ''] = /[\w-]+\.csv/.exec(files[1] as string) ?? [];
  const [, ...rows] = (await readFile(office.file(name), 'utf8')).trim().split('\r\n');
  expect(rows).toHaveLength((await columns(exportLinesTable, 'export')).length);
  expect(await ended('--files', 'HT1', '--out', office.folder)).toEqual([3, expect.stringContaining(name)]);
  const rest = await ended('--files', 'HT1', '--out', office.folder, '--kind', 'repos');
  expect(rest).toEqual([5, expect.stringContaining('ne va au repos')]);
  expect(await ended('--files', 'HT7', '--out', office.folder)).toEqual([2, expect.stringContaining('HT7')]);
  await copyFile(office.file(BOOK), office.file('copie.xlsx'));
  // Somebody saves the workbook meanwhile: nothing is confirmed, and the month stays to be confirmed.
  const onProgress = () => utimesSync(office.file(BOOK), 0, 0);
  const lost = await office.on(BOOK, 'worktime', ['--confirm', 'HT1'], { onProgress });
  expect([lost.code, lost.noted]).toEqual([3, expect.stringContaining(BOOK)]);
  const confirmed = await worktime('--confirm', 'ht1');
  expect([confirmed.code, confirmed.printed]).toEqual([0, expect.stringContaining('Export HT1 confirmé')]);
  expect(confirmed.printed).toMatch(leftOut);
  expect(await hundredths(timeRegisterTable, 'hundredths')).toBe((hs25?.hundredths ?? 0) * 100);
  const elsewhere = await office.on('copie.xlsx', 'worktime', ['--confirm', 'HT1']);
  expect([elsewhere.code, elsewhere.printed]).toEqual([
    5,
    expect.stringMatching(/autre copie[\s\S]*votre export remplacera le sien/),
  ]);
  expect((await office.on('copie.xlsx', 'worktime', ['--confirm', 'HT1', '--force'])).code).toBe(0);

  expect(await ended('--abandon', 'HT1')).toEqual([2, expect.stringContaining('pas d’export HT1 dans cet état')]);
  const closed = await worktime(...OCTOBER, '--export');
  expect([closed.code, closed.printed]).toEqual([5, expect.stringContaining('Ce mois est déjà confirmé')]);
  expect(await ended('--cancel', 'ht1')).toEqual([0, expect.stringContaining('Export HT1 annulé')]);
  expect(json(await worktime(...OCTOBER, '--export', '--json'))).toMatchObject({ code: 'exported', export: 'HT2' });
  expect(await ended('--abandon', 'HT2')).toEqual([0, expect.stringContaining('Export HT2 abandonné')]);
  expect(await columns(timeExportsTable, 'number', 'state')).toEqual([
    ['HT1', 'annulé'],
    ['HT2', 'abandonné'],
  ]);
}, 120_000);

test('--prepare makes the sheets and computes nothing', async () => {
  await office.on('autre.xlsx', 'pull', [...OCTOBER, '--accept', 'all']);
  const said = json(await office.on('autre.xlsx', 'worktime', [...OCTOBER, '--prepare', '--json']));
  expect(said).toMatchObject({ exitCode: 0, code: 'prepared', sheets: expect.arrayContaining(['Temps saisis']) });
  const unread = await office.on('autre.xlsx', 'worktime', ['--confirm', 'HT1']);
  expect([unread.code, unread.noted]).toEqual([2, expect.stringContaining('pas d’export HT1')]);
  await typed(office.file('autre.xlsx'), timeRegulationsTable, [
    {
      operation: 'add',
      table: timeRegulationsTable.name,
      key: 'Siège',
      after: { name: textCell('Siège'), set: textCell('Absent') },
      reason: 'change',
    },
  ]);
  const invalid = await office.on('autre.xlsx', 'worktime', OCTOBER);
  expect([invalid.code, invalid.printed]).toEqual([5, expect.stringContaining('Réglementaires de temps!')]);
}, 60_000);
