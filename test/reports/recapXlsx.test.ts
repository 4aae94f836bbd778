/** The .xlsx of « Récapitulatif » and of « RIB modifiés », opened: by a library that shares nothing with ours, and by our own reader. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from '@jest/globals';
import { bankFile, recapFile } from '../../server/reports/recapFiles.ts';
import { tableXlsx } from '../../server/xlsx/tableXlsx.ts';
import { openXlsxBook } from '../../server/xlsx/xlsxFile.ts';
import { bankChangesTable, recapTable } from '../../shared/tables/recap/recapTables.ts';
import { seen, tableOf, valueOf } from '../book/reading.ts';
import { account, bank, recap, row } from '../support/recapReports.ts';
import { hucrePerson } from '../xlsx/hucrePerson.ts';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-recap-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function kept(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** Texts that a spreadsheet would compute, or cut. */
const names = ['=1+1', '+33612345678', '@SUM(A1)', '-2', "'quote", '=HYPERLINK("http://x","y")', 'A & B <c>', '0012'];

describe('the recap', () => {
  const rows = names.map((name, index) => row(index + 1, { name, before: name, after: '2026-10-05', kind: 'changed' }));

  test('holds each text as a text, and no formula', async () => {
    const path = kept('recap.xlsx', await recapFile(recap(...rows), 'xlsx', tableXlsx));
    const { headings, rows: body } = await seen(hucrePerson(path), recapTable.name);
    expect(headings).toEqual(recapTable.columns.map(({ heading }) => heading));
    expect(body.map((cells) => [cells[1], cells[2], cells[6], cells[7]])).toEqual(
      names.map((name, index) => [
        ...[{ value: `0000${index + 1}` }, { value: name }, { value: name }],
        { value: '2026-10-05' },
      ]),
    );
    const { rows: own } = await tableOf(valueOf(await openXlsxBook(path)), recapTable);
    expect(own.map(({ cells, formulas }) => [cells['name'], cells['after'], formulas])).toEqual(
      names.map((name) => [{ text: name }, { text: '2026-10-05' }, []]),
    );
    const parts = unzipSync(await recapFile(recap(...rows), 'xlsx', tableXlsx));
    for (const [part, bytes] of Object.entries(parts))
      if (part.startsWith('xl/worksheets/')) expect(strFromU8(bytes)).not.toMatch(/<f[ >/]/);
  });

  test('without a line is an empty table, not a broken file', async () => {
    const path = kept('empty.xlsx', await recapFile(recap(), 'xlsx', tableXlsx));
    expect((await tableOf(valueOf(await openXlsxBook(path)), recapTable)).rows).toEqual([]);
  });
});

test('the accounts: identifiers are text, masked as they were given, with the establishment beside the number', async () => {
  const report = bank(account(1), account(2, { toCheck: ['=1', 'Vérifiez.'], acceptedAt: '21/10/2026 09:12' }));
  const bytes = await bankFile(report, 'xlsx', tableXlsx);
  const path = kept('bank.xlsx', bytes);
  const person = hucrePerson(path);
  const { headings, rows } = await seen(person, bankChangesTable.name);
  const under = (heading: string) => rows.map((cells) => cells[headings.indexOf(heading)]);
  expect(under('Matricule')).toEqual([{ value: '00001' }, { value: '00002' }]);
  expect(under('Établissement')).toEqual([{ value: 'Lyon' }, { value: 'Lyon' }]);
  expect(under('Nouvel IBAN')).toEqual([{ value: 'DE 37040044 •••• 3000' }, { value: 'DE 37040044 •••• 3000' }]);
  expect(under('Accepté en paie le')).toEqual([{ value: null }, { value: '21/10/2026 09:12' }]);
  expect(under('À vérifier')).toEqual([{ value: null }, { value: '=1 Vérifiez.' }]);
  expect((await person.column(bankChangesTable.name, 'Matricule')).format).toBe('@');
  expect((await person.cell('RIB modifiés', 'A2')).value).toBe(
    'acme.ilucca.net · octobre 2026 · Établi le 26/10/2026 · Données masquées',
  );
});
