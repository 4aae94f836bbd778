/** The .xlsx of an import of absences, opened: by a library that shares nothing with ours, and by our own reader. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, test } from '@jest/globals';
import { tableXlsx } from '../../server/xlsx/tableXlsx.ts';
import { openXlsxBook } from '../../server/xlsx/xlsxFile.ts';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { TransferFileLine } from '../../shared/domain/absences/files/transferFile.ts';
import { transferSheets } from '../../shared/flows/absences/transferSheets.ts';
import { transferSheetKinds, type TransferSheetKind } from '../../shared/tables/absences/transferSheets.ts';
import { seen, tableOf, valueOf } from '../book/reading.ts';
import { line, someone } from '../domain/absences/files/fileLines.ts';
import { hucrePerson } from '../xlsx/hucrePerson.ts';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-transfer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function made(kind: TransferSheetKind, lines: readonly TransferFileLine[]) {
  const held = {
    number: 'A3',
    month: plainMonth('2026-10'),
    state: 'prepared',
    lines,
    refused: 0,
    deletionsLeft: 0,
  } as const;
  const [sheet] = transferSheets(held, kind).sheets;
  if (!sheet) throw new Error('no sheet');
  const bytes = await tableXlsx(sheet.table, sheet.rows, sheet.caption, new Date('2026-10-26T12:00:00Z'));
  const path = join(folder, sheet.name);
  writeFileSync(path, bytes);
  return { sheet, bytes, path };
}

const september = plainMonth('2026-09');
const own = [
  line('2026-10-05A 2026-10-06M'),
  line('2026-10-07M90', { code: '0310', person: { ...someone(2), lastName: '=HYPERLINK("http://x";"y")' } }),
  line('2026-10-07M90', { code: '0310', person: { ...someone(2), lastName: '=HYPERLINK("http://x";"y")' } }),
  line('2026-09-14M', { direction: 'delete', corrects: { run: '0002', month: september } }),
];

test('the check: dates and figures are typed, codes keep their zeros, two lines alike stay two, no formula', async () => {
  const { sheet, bytes, path } = await made('controle', own);
  const person = hucrePerson(path);
  const { headings, rows } = await seen(person, sheet.table.name);
  const under = (heading: string) => rows.map((cells) => cells[headings.indexOf(heading)]?.value ?? null);
  expect(headings.slice(0, 3)).toEqual(['Sens', 'Matricule', 'Nom']);
  expect(under('Matricule')).toEqual(['00042', '00002', '00002', '00042']);
  expect(under('Nom')[1]).toBe('=HYPERLINK("http://x";"y")');
  expect(under('Code paie')).toEqual(['CP', '0310', '0310', 'CP']);
  expect(under('Jours')).toEqual([1, null, null, 0.5]);
  expect(under('Heures')).toEqual([null, 1.5, 1.5, null]);
  expect(under('Import corrigé')).toEqual([null, null, null, '0002']);
  expect(under('Mois corrigé')[3]).toBe('septembre 2026');
  expect((await person.column(sheet.table.name, 'Matricule')).format).toBe('@');
  expect((await person.cell('Absences à contrôler', 'A2')).value).toBe(
    'Import A3 · octobre 2026 · dossier D1 · 2 personnes, 4 lignes, 1,5 jour et 3,00\u00a0h',
  );
  const { rows: read } = await tableOf(valueOf(await openXlsxBook(path)), sheet.table);
  expect(read.map(({ cells }) => [cells['from'], cells['line']])).toEqual([
    [{ date: '2026-10-05' }, { number: 1 }],
    [{ date: '2026-10-07' }, { number: 2 }],
    [{ date: '2026-10-07' }, { number: 3 }],
    [{ date: '2026-09-14' }, { number: 4 }],
  ]);
  for (const [part, content] of Object.entries(unzipSync(bytes)))
    if (part.startsWith('xl/worksheets/')) expect(strFromU8(content)).not.toMatch(/<f[ >/]/);
});

test.each<[TransferSheetKind, readonly string[]]>([
  ['controle', ['00042', '00002', '00002', '00042']],
  ['import', ['00042', '00002', '00002']],
  ['suppressions', ['00042']],
])('%s holds the lines of its kind', async (kind, expected) => {
  const { sheet, path } = await made(kind, own);
  const { rows } = await tableOf(valueOf(await openXlsxBook(path)), sheet.table);
  expect(rows.map(({ cells }) => cells['employeeNumber'])).toEqual(expected.map((text) => ({ text })));
});

test('titles and headings are those that a sheet may bear', async () => {
  for (const kind of transferSheetKinds) {
    const { table } = (await made(kind, own)).sheet;
    expect(table.title.length).toBeLessThanOrEqual(31);
    expect(new Set(table.columns.map(({ heading }) => heading)).size).toBe(table.columns.length);
  }
});
