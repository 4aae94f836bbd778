/** The attendance sheet, read by another program. Needs pdftotext, pdfinfo, pdffonts and pdftoppm (poppler). */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { attendancePdf } from '../../server/reports/attendancePdf.ts';
import { plainDate, plainMonth } from '../../shared/domain/calendar/plainDate.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'passerelle-attendance-'));
const file = join(folder, 'emargement.pdf');
const people = Array.from({ length: 45 }, (_, index) => ({
  name: `LEFÈVRE${index + 1} Œuvré Żółć`,
  employeeNumber: String(index + 1).padStart(5, '0'),
  number: 20,
}));

beforeAll(async () => {
  const sheet = {
    ...{ order: 'TR1', month: plainMonth('2026-12'), regulation: 'TR', issuer: 'Up', face: 925 },
    on: plainDate('2026-12-21'),
    complement: 'Un titre par jour travaillé.',
    establishments: [{ name: 'Lyon', people }],
  };
  writeFileSync(file, await attendancePdf(sheet));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('has three A4 pages, a French title and the fonts that it shows', async () => {
  const { stdout: about } = await run('pdfinfo', [file]);
  expect(about).toMatch(/Title: +Feuille d'émargement · Titres-restaurant sur papier, décembre 2026/);
  expect(about).toMatch(/Pages: +3\n/);
  expect(about).toMatch(/Page size: .*\(A4\)/);
  const { stdout: fonts } = await run('pdffonts', [file]);
  const rows = fonts.trim().split('\n').slice(2);
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(row).toMatch(/Roboto-(Regular|Medium).* yes yes yes /);
});

test('says everybody once, in order, and the total', async () => {
  const { stdout } = await run('pdftotext', ['-layout', file, '-']);
  const found = [...stdout.matchAll(/^ *(\d{5}) +LEFÈVRE\d+ Œuvré Żółć +20 +185,00 €/gmu)].map(([, number]) => number);
  expect(found).toEqual(people.map(({ employeeNumber }) => employeeNumber));
  expect(stdout).toMatch(/Total\s: 45 personnes +900 +8 325,00 €/u);
});

test('is drawn: no page is blank', async () => {
  await run('pdftoppm', ['-r', '50', '-png', file, join(folder, 'page')]);
  const pictures = readdirSync(folder).filter((name) => name.endsWith('.png'));
  expect(pictures).toHaveLength(3);
  for (const name of pictures) expect(statSync(join(folder, name)).size).toBeGreaterThan(1_500);
});
