/** « Récapitulatif » and « RIB modifiés » as files, read back from their bytes. */
import { unzipSync } from 'fflate';
import { describe, expect, test } from '@jest/globals';
import type { BankReport, RecapReport } from '../../shared/contracts/recapSchemas.ts';
import * as files from '../../server/reports/recapFiles.ts';
import { reportFormats, type ReportFormat } from '../../server/reports/recapFiles.ts';
import { tableXlsx } from '../../server/xlsx/tableXlsx.ts';
import { pdfPages } from '../support/pdfText.ts';
import { account, bank, recap, row } from '../support/recapReports.ts';
import { expectWellFormed } from '../xlsx/wellFormed.ts';

const recapFile = (report: RecapReport, format: ReportFormat) => files.recapFile(report, format, tableXlsx);
const bankFile = (report: BankReport, format: ReportFormat) => files.bankFile(report, format, tableXlsx);

const pagesOf = (bytes: Uint8Array) =>
  pdfPages(bytes).map((text) => text.replaceAll('\u00a0', ' ').replaceAll('\u200b', ''));
const FOOT = ['octobre 2026 · acme.ilucca.net', 'Données masquées · 26/10/2026'];

describe('PDF', () => {
  test('the recap: title, account, month, what is compared, one table for each kind of news', async () => {
    const [page = ''] = pagesOf(
      await recapFile(
        recap(
          row(1, { origin: 'payroll' }),
          row(2, { kind: 'arrival', field: 'Début de contrat', after: '05/10/2026', origin: null }),
        ),
        'pdf',
      ),
    );
    expect(page.split('\n')).toEqual([
      ...['Récapitulatif du mois', 'acme.ilucca.net', 'octobre 2026', 'Établi le 26/10/2026', 'Données masquées'],
      'Comparé à la clôture de septembre 2026.',
      'Informations modifiées · 1 ligne',
      'La dernière valeur seulement ; une valeur tapée dans le classeur est dite « paie ».',
      ...['Matricule', 'Établissement', 'Salarié', 'Information', 'Avant', 'Maintenant', 'Origine'],
      ...['00001', 'Lyon', 'NOM1 Chloé', 'Ville', '••••••', '(vide)', 'paie'],
      'Arrivées du mois · 1 ligne',
      'Contrat, temps de travail et rémunération restent à saisir dans la paie.',
      ...['Matricule', 'Salarié', 'Établissement', 'Date'],
      ...['00002', 'NOM2 Chloé', 'Lyon', '05/10/2026'],
      `Récapitulatif du mois · ${FOOT[0] ?? ''}`,
      ...[FOOT[1], 'Page 1 / 1'],
    ]);
  });

  test('titles name no close: the recap may be told without one', async () => {
    const kinds = ['other', 'gone', 'removed'] as const;
    const [page = ''] = pagesOf(await recapFile(recap(...kinds.map((kind, at) => row(at + 1, { kind }))), 'pdf'));
    expect(page.split('\n').filter((line) => line.endsWith('1 ligne'))).toEqual([
      'Salariés créés qui arrivent avant ou après · 1 ligne',
      'Disparus de Lucca · 1 ligne',
      'Lignes retirées du classeur · 1 ligne',
    ]);
    expect(page).not.toContain('depuis la dernière clôture');
  });

  test('nothing to tell is told; a report of values says so on its head and its foot', async () => {
    const [page = ''] = pagesOf(await recapFile({ ...recap(), isMasked: false }, 'pdf'));
    expect(page).toContain('Informations modifiées · 0 ligne');
    expect(page).toContain('Rien à signaler.');
    expect(page.match(/Données personnelles affichées : à ne pas transmettre par e-mail/g)).toHaveLength(2);
  });

  test('300 lines: the headings again on each page, every line once, pages numbered', async () => {
    const pages = pagesOf(await recapFile(recap(...Array.from({ length: 300 }, (_, index) => row(index + 1))), 'pdf'));
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.every((page) => page.includes('Matricule\nÉtablissement\nSalarié\nInformation'))).toBe(true);
    expect(pages.join('\n').match(/NOM\d+ Chloé/g)).toHaveLength(300);
    expect(pages.map((page) => page.split('\n').at(-1))).toEqual(
      pages.map((_, at) => `Page ${at + 1} / ${pages.length}`),
    );
  });

  test('a title never stands alone at the foot of a page', async () => {
    const arrival = row(999, { kind: 'arrival', field: 'Début de contrat', after: '05/10/2026', origin: null });
    for (let count = 18; count < 28; count += 1) {
      const lines = Array.from({ length: count }, (_, index) => row(index + 1));
      const pages = pagesOf(await recapFile(recap(...lines, arrival), 'pdf'));
      const titled = pages.find((page) => page.includes('Arrivées du mois'));
      expect([count, titled?.includes('NOM999 Chloé')]).toEqual([count, true]);
    }
  });

  test('accounts: old, new, countries, when, state, what is to be checked, and a place to sign on the last page', async () => {
    const toCheck = ['NOM1 Chloé : la banque change de pays, de FR à DE. Vérifiez de vive voix.'];
    const [page = ''] = pagesOf(
      await bankFile(
        bank(
          account(1, { toCheck }),
          account(2, { ibanBefore: '', countryBefore: '', state: 'accepted', acceptedAt: '21/10/2026 09:12' }),
        ),
        'pdf',
      ),
    );
    expect(page.split('\n').slice(6)).toEqual([
      '2 lignes',
      ...['Salarié', 'Ancien compte', 'Nouveau compte', 'Lucca / paie', 'État'],
      ...[
        'NOM1 Chloé',
        'Matricule 00001 · Lyon',
        'FR 30006 •••• 0189',
        'FR',
        'DE 37040044 •••• 3000',
        'COBA DE •••• · DE',
      ],
      ...['Lucca : 20/10/2026 21:04', 'à confirmer', `À vérifier : ${toCheck[0] ?? ''}`],
      ...['NOM2 Chloé', 'Matricule 00002 · Lyon', 'aucun', 'DE 37040044 •••• 3000', 'COBA DE •••• · DE'],
      ...['Lucca : 20/10/2026 21:04', 'Paie : 21/10/2026 09:12', 'accepté'],
      ...['Vérifié par', 'Nom, date et signature', 'Validé par', 'Nom, date et signature'],
      `RIB modifiés · ${FOOT[0] ?? ''}`,
      ...[FOOT[1], 'Page 1 / 1'],
    ]);
    const many = pagesOf(await bankFile(bank(...Array.from({ length: 60 }, (_, index) => account(index + 1))), 'pdf'));
    expect(many.map((each) => each.includes('Vérifié par'))).toEqual(many.map((_, at) => at === many.length - 1));
    expect(pagesOf(await bankFile(bank(), 'pdf'))[0]).toContain('Aucun compte bancaire n’a changé ce mois-ci.');
  });
});

describe('.xlsx and CSV', () => {
  const partsOf = (bytes: Uint8Array) =>
    new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, Buffer.from(part).toString('utf8')]));

  test('a workbook: title, account, month, masked, headings on each page, pages numbered, whole parts', async () => {
    const parts = partsOf(await recapFile(recap(row(1)), 'xlsx'));
    for (const [path, xml] of parts) expectWellFormed(path, xml);
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    for (const text of [
      'Récapitulatif',
      'acme.ilucca.net · octobre 2026 · Établi le 26/10/2026 · Données masquées',
      'NOM1 Chloé',
    ]) {
      expect([...parts.values()].join('')).toContain(text);
    }
    expect(sheet).toMatch(
      /<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>.*orientation="landscape".*Page &amp;P \/ &amp;N/s,
    );
    expect(parts.get('xl/workbook.xml')).toContain("'Récapitulatif'!$3:$3");
  });

  test('a CSV for Excel: BOM, semicolons, CRLF; a text that a spreadsheet would compute is held back', async () => {
    const csv = Buffer.from(await recapFile(recap(row(1, { after: '=1+1' })), 'csv')).toString('utf8');
    expect(csv.split('\r\n').slice(0, 2)).toEqual([
      '\ufeffMois;Matricule;Salarié;Établissement;Quoi;Information;Avant;Maintenant;Origine;Identifiant Lucca',
      "2026-10;00001;NOM1 Chloé;Lyon;modifié;Ville;••••••;'=1+1;Lucca;1",
    ]);
  });

  test.each(reportFormats)('the same lines are the same bytes: %s', async (format) => {
    for (const file of [() => recapFile(recap(row(1)), format), () => bankFile(bank(account(1)), format)]) {
      const first = await file();
      await new Promise((resolve) => setTimeout(resolve, format === 'xlsx' ? 2_100 : 0));
      expect(Buffer.compare(first, await file())).toBe(0);
    }
  });
});
