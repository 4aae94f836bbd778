/** The .xlsx and the PDF of a recap, opened by other programs. Needs soffice (LibreOffice), pdftotext and pdftoppm (poppler). */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from '@jest/globals';
import { bankFile, recapFile } from '../../server/reports/recapFiles.ts';
import { tableXlsx } from '../../server/xlsx/tableXlsx.ts';
import { account, bank, recap, row } from '../support/recapReports.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'passerelle-recap-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function kept(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

test('LibreOffice shows each text as it is, a formula in none', async () => {
  const report = recap(row(1, { name: '=1+1', after: '0012' }), row(2, { name: '+33612345678' }));
  const path = kept('recap.xlsx', await recapFile(report, 'xlsx', tableXlsx));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const asCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false';
  await run('soffice', [profile, '--headless', '--convert-to', asCsv, '--outdir', folder, path]);
  expect(readFileSync(join(folder, 'recap.csv'), 'utf8').split('\n').slice(3, 5)).toEqual([
    '2026-10,00001,=1+1,Lyon,modifié,Ville,••••••,0012,Lucca,1',
    '2026-10,00002,+33612345678,Lyon,modifié,Ville,••••••,,Lucca,2',
  ]);
}, 120_000);

test.each([3, 60])('%i changes and accounts are drawn: no page is blank, everybody stands once', async (count) => {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const files = {
    recap: await recapFile(recap(...numbers.map((number) => row(number))), 'pdf', tableXlsx),
    bank: await bankFile(bank(...numbers.map((number) => account(number))), 'pdf', tableXlsx),
  };
  for (const [name, bytes] of Object.entries(files)) {
    const file = kept(`${name}-${count}.pdf`, bytes);
    await run('pdftoppm', ['-r', '50', '-png', file, join(folder, `${name}-${count}-page`)]);
    const pages = readdirSync(folder).filter((each) => each.startsWith(`${name}-${count}-page`));
    expect(pages.length).toBe(count === 3 ? 1 : name === 'recap' ? 2 : 4);
    for (const page of pages) expect(statSync(join(folder, page)).size).toBeGreaterThan(1_500);
    const { stdout } = await run('pdftotext', ['-layout', file, '-']);
    expect(stdout.match(/NOM\d+ Chloé/g)).toHaveLength(count);
  }
});
