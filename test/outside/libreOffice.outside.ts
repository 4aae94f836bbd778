/** The workbook of the command line, opened by another program. Needs soffice (LibreOffice) and pdftotext (poppler). */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openXlsxBook } from '../../server/xlsx/xlsxFile.ts';
import type { FoundTable } from '../../shared/flows/book.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { tableOf, valueOf } from '../book/reading.ts';
import { repositoryRoot } from '../support/repository.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'passerelle-outside-'));
const workbook = join(folder, 'classeur.xlsx');
const resaved = join(folder, 'resaved', 'classeur.xlsx');

async function passerelle(...words: readonly string[]): Promise<string> {
  const environment = { PASSERELLE_DATA: join(folder, 'data'), PASSERELLE_DEMO: '1', PASSERELLE_DEMO_MONTH: '2026-10' };
  const command = ['--import', './scripts/typescript.mjs', 'server/cli/passerelle.ts', ...words];
  const { stdout } = await run(process.execPath, command, {
    cwd: repositoryRoot,
    env: { ...process.env, ...environment },
  });
  return stdout;
}

const pull = (path: string) =>
  passerelle('pull', '--workbook', path, '--account', 'demo', '--accept', 'all', '--month', '2026-10');

/** Has LibreOffice write the workbook in another format, in `into`. */
async function convert(format: string, into = ''): Promise<void> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  await run('soffice', [profile, '--headless', '--convert-to', format, '--outdir', join(folder, into), workbook]);
}

/** Every sheet as comma-separated text, cells as they are shown, in UTF-8. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

const csvLines = (sheet: string) =>
  readFileSync(join(folder, `classeur-${sheet}.csv`), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

const rowsOf = async (path: string, table = employeesTable): Promise<FoundTable['rows']> =>
  (await tableOf(valueOf(await openXlsxBook(path)), table)).rows;

beforeAll(async () => {
  await passerelle('template', '--out', workbook);
  await pull(workbook);
  await convert(EVERY_SHEET);
  await convert('pdf');
  await convert('xlsx', 'resaved');
}, 180_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('LibreOffice', () => {
  test.each([employeesTable, absencesTable])('shows every row of « $title » under its headings', async (table) => {
    const [title, caption, headings, ...rows] = csvLines(table.title);
    expect(title).toMatch(new RegExp(`^${table.title},`));
    expect(caption).toMatch(/^Données Lucca du \d\d\/\d\d\/\d{4} à \d\d:\d\d,/);
    expect(headings?.split(',')).toEqual(table.columns.map((column) => column.heading));
    expect(rows).toHaveLength((await rowsOf(workbook, table)).length);
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.join('\n')).not.toMatch(/#(REF|NAME|VALUE|N\/A|DIV)|Err:/);
  });

  test('keeps numbers that are names: leading zeros, NIR, IBAN', async () => {
    const [first] = await rowsOf(workbook);
    const line = csvLines('Salariés')[3] ?? '';
    for (const key of ['employeeNumber', 'nir', 'iban']) {
      const cell = first?.cells[key];
      expect(cell).toHaveProperty('text');
      if (cell && 'text' in cell) expect(line).toContain(`,${cell.text},`);
    }
  });

  test('writes dates the French way', async () => {
    const born = (await rowsOf(workbook)).map((row) => row.cells['birthDate']);
    const late = born.flatMap((cell) => (cell && 'date' in cell && Number(cell.date.slice(8)) > 12 ? [cell.date] : []));
    const [year, month, day] = (late[0] ?? '').split('-');
    const { stdout } = await run('pdftotext', ['-layout', join(folder, 'classeur.pdf'), '-'], { maxBuffer: 64 << 20 });
    expect(stdout).toContain(`${day}/${month}/${year}`);
  });

  test('saves a workbook in which everything is still read', async () => {
    for (const table of [employeesTable, absencesTable]) {
      const cells = async (path: string) => (await rowsOf(path, table)).map((row) => row.cells);
      expect(await cells(resaved)).toEqual(await cells(workbook));
    }
  });

  test('saves a workbook in which nothing changed', async () => {
    expect(await pull(resaved)).toContain("Rien n'a changé");
  }, 60_000);
});
