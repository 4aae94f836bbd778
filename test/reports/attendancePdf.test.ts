/** The attendance sheet, read back from its bytes. */
import { describe, expect, test } from '@jest/globals';
import type { PrintedAttendance } from '../../shared/contracts/fileSchemas.ts';
import { plainDate, plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { attendancePdf } from '../../server/reports/attendancePdf.ts';
import { pdfPages } from '../support/pdfText.ts';

type Place = PrintedAttendance['establishments'][number];

const people = (count: number, number: number): Place['people'] =>
  Array.from({ length: count }, (_, index) => ({
    name: `NOM${index + 1} Chloé`,
    employeeNumber: String(index + 1).padStart(5, '0'),
    number,
  }));

function sheet(...establishments: readonly Place[]): PrintedAttendance {
  return {
    order: 'TR12',
    month: plainMonth('2026-08'),
    regulation: 'TR Siège',
    issuer: 'Edenred',
    face: 900,
    on: plainDate('2026-08-26'),
    complement: '',
    establishments,
  };
}

const pagesOf = async (printed: PrintedAttendance) =>
  pdfPages(await attendancePdf(printed)).map((text) => text.replaceAll('\u00a0', ' '));

describe('the attendance sheet', () => {
  test('says the month in French, the order, and for each person the number, the value and a place to sign', async () => {
    const place = { name: 'Lyon', people: [{ name: 'LEFÈVRE Œuvré', employeeNumber: '00042', number: 17 }] };
    const [page = ''] = await pagesOf(sheet(place));
    expect(page.split('\n')).toEqual([
      "Feuille d'émargement",
      'Titres-restaurant sur papier, août 2026',
      'Commande TR12 · TR Siège · Edenred',
      "Valeur d'un titre : 9,00 €",
      'Chacun signe pour le nombre de titres qui lui est remis.',
      'Lyon · août 2026',
      ...['Matricule', 'Salarié', 'Titres', 'Valeur', 'Reçu le', 'Signature'],
      ...['00042', 'LEFÈVRE Œuvré', '17', '153,00 €'],
      ...['Total : 1 personne', '17', '153,00 €'],
      ...['TR12 · 26/08/2026', 'Page 1 / 1'],
    ]);
  });

  test('each establishment has its pages, its headings on each, its total; the last page has the total of all', async () => {
    const pages = await pagesOf(
      sheet({ name: 'Lille', people: people(2, 10) }, { name: 'Lyon', people: people(45, 20) }),
    );
    expect(pages).toHaveLength(4);
    expect(pages.map((page) => page.split('\n').at(-1))).toEqual([1, 2, 3, 4].map((page) => `Page ${page} / 4`));
    expect(pages.map((page) => /(Lille|Lyon) · août 2026\nMatricule/.exec(page)?.[1])).toEqual([
      'Lille',
      'Lyon',
      'Lyon',
      'Lyon',
    ]);
    expect(pages[0]).toContain('Total : 2 personnes\n20\n180,00 €');
    expect(pages[3]).toContain('Total : 45 personnes\n900\n8 100,00 €');
    expect(
      pages.map((page) => page.includes('Tous les établissements : 47 personnes, 920 titres, 8 280,00 €')),
    ).toEqual([...[false, false, false], true]);
    const rows = pages.join('\n').match(/NOM\d+ Chloé\n\d+\n/g) ?? [];
    expect(rows).toHaveLength(47);
  });

  test('« Règles complémentaires » stand under each establishment, line by line, where people sign', async () => {
    const lille = { name: 'Lille', people: people(2, 10) };
    const printed = sheet(lille, { name: 'Lyon', people: people(1, 20) });
    const pages = await pagesOf({ ...printed, complement: 'Un titre par jour.\nRien en télétravail.' });
    const ending = 'Règles complémentaires\nUn titre par jour.\nRien en télétravail.\n';
    expect(pages.map((page) => page.includes(ending))).toEqual([true, true]);
    expect((await pagesOf(printed)).join()).not.toContain('complémentaires');
  });

  test('people of no establishment are not lost', async () => {
    const [page] = await pagesOf(sheet({ name: '', people: people(1, 3) }));
    expect(page).toContain('Sans établissement · août 2026');
  });

  test('the same lines are the same bytes', async () => {
    const printed = sheet({ name: 'Lyon', people: people(3, 4) });
    const [first, second] = [await attendancePdf(printed), await attendancePdf(printed)];
    expect(Buffer.compare(first, second)).toBe(0);
  });
});
