/** The .xlsx of an import of absences, opened by LibreOffice. Needs soffice. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from '@jest/globals';
import { tableXlsx } from '../../server/xlsx/tableXlsx.ts';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { transferSheets } from '../../shared/flows/absences/transferSheets.ts';
import { line, someone } from '../domain/absences/files/fileLines.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'passerelle-transfer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('LibreOffice shows zeros, dates and figures as they are, and computes no name', async () => {
  const lines = [
    line('2026-10-05A 2026-10-06M'),
    line('2026-10-07M90', { code: '0310', person: { ...someone(2), lastName: '=1+1' } }),
  ];
  const held = {
    number: 'A3',
    month: plainMonth('2026-10'),
    state: 'prepared',
    lines,
    refused: 0,
    deletionsLeft: 0,
  } as const;
  const [sheet] = transferSheets(held, 'import').sheets;
  if (!sheet) throw new Error('no sheet');
  const path = join(folder, 'import.xlsx');
  writeFileSync(path, await tableXlsx(sheet.table, sheet.rows, sheet.caption, new Date('2026-10-26T12:00:00Z')));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  // As shown, with the figures of English (1033).
  const asCsv = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,1033,false,true,true';
  await run('soffice', [profile, '--headless', '--convert-to', asCsv, '--outdir', folder, path]);
  expect(readFileSync(join(folder, 'import.csv'), 'utf8').split('\n').slice(2, 5)).toEqual([
    'Etablissement;Matricule;Nom;Prenom;CodeRubrique;Libelle;Quantite;Taux;Montant;DateDebut;DateFin;Commentaire;Ligne',
    'LYO;00042;LEFÈVRE;Chloé;CP;congés payés;1.00;;;05/10/2026;06/10/2026;A3, début après-midi, fin matin;1',
    'LYO;00002;=1+1;Élodie;0310;congés payés;1.50;;;07/10/2026;07/10/2026;A3, en heures, matin;2',
  ]);
}, 120_000);
