/** The sheet of working time, read back from its bytes. */
import { describe, expect, test } from '@jest/globals';
import type { PrintedDay, PrintedTimeSheet, PrintedTimeSheets } from '../../shared/contracts/timeSheetSchemas.ts';
import { addDays, plainDate, plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { timeSheetsPdf } from '../../server/reports/timeSheetPdf.ts';
import { pdfPages } from '../support/pdfText.ts';

function day(from: string, at: number, more: Partial<PrintedDay> = {}): PrintedDay {
  const isWorked = at < 5;
  const presence = [
    { from: '08:00', to: '12:00' },
    { from: '13:00', to: '17:30' },
  ];
  return {
    date: addDays(plainDate(from), at),
    isUnderContract: true,
    presence: isWorked ? presence : [],
    ...{ untimed: 0, minutes: isWorked ? 510 : 0, absences: [], notes: [] },
    ...more,
  };
}

function week(from: string, changed: Readonly<Record<number, Partial<PrintedDay>>> = {}, waits = false) {
  const days = Array.from({ length: 7 }, (_, at) => day(from, at, changed[at]));
  const presence = days.reduce((sum, { minutes }) => sum + minutes, 0);
  const counters = { presence, effective: presence, paid: presence, contractual: 2_100, theoretical: null };
  return { from: plainDate(from), waits, counters, days };
}

const OFF = { presence: [], minutes: 0 };

function printed(name: string, more: Partial<PrintedTimeSheet> = {}): PrintedTimeSheet {
  const figures = { before: 60, posted: 480, corrected: 0, late: -30, balance: 510, handedOver: 750 };
  return {
    ...{ name, employeeNumber: '00042', establishment: 'Lyon', regulations: ['Siège'], state: 'computed' },
    weeks: [
      week('2026-09-28', { 0: { ...OFF, isUnderContract: false } }),
      week('2026-10-05', {
        1: {
          ...OFF,
          absences: [
            { half: 'am', minutes: 210 },
            { half: 'pm', minutes: 210 },
          ],
        },
        2: { absences: [{ half: 'am', minutes: null }] },
        3: { ...OFF, notes: ['holiday'] },
        5: { presence: [], untimed: 90, minutes: 90 },
      }),
      week('2026-10-12', {}, true),
      week('2026-10-19'),
    ],
    accounts: [{ code: 'HS25', name: 'Heures supp. 25 %', ...figures, rules: ['Chaque semaine, au-delà de 35 h.'] }],
    controls: [{ sentence: '12 h de travail le 20/10/2026.', article: 'art. L3121-18' }],
    ...more,
  };
}

const sheets = (...people: readonly PrintedTimeSheet[]): PrintedTimeSheets => ({
  month: plainMonth('2026-10'),
  on: plainDate('2026-11-02'),
  people,
});

const pagesOf = async (document: PrintedTimeSheets) =>
  pdfPages(await timeSheetsPdf(document)).map((text) => text.replaceAll('\u00a0', ' '));

describe('the sheet of working time', () => {
  test('says who and when, each day, what counters and accounts hold, limits passed, and where to sign', async () => {
    const text = (await pagesOf(sheets(printed('LEFÈVRE Œuvré')))).join('\n');
    for (const piece of [
      'Relevé de temps de travail\nLEFÈVRE Œuvré\nMatricule 00042 · Lyon\noctobre 2026\nRéglementaire : Siège',
      'Semaine du 28 septembre au 4 octobre\nPrésence : 34 h',
      'lun. 28\nhors contrat',
      'lun. 5\n08:00 – 12:00, 13:00 – 17:30\n8 h 30\n',
      'mar. 6\nabsence (7 h)',
      '8 h 30\nabsence le matin\n',
      'jeu. 8\njour férié',
      '1 h 30 sans horaire\n1 h 30',
      'Semaine du 12 au 18 octobre\nEn attente d’approbation : rien n’en est compté',
      '5 octobre\n27 h\n27 h\n27 h\n35 h\ninconnu',
      'HS25 · Heures supp. 25 %\nChaque semaine, au-delà de 35 h.\n1 h\n8 h\n–\n−30 min\n8 h 30\n7,50',
      'Contrôles\n12 h de travail le 20/10/2026. art. L3121-18.',
      'Le salarié\nDate et signature\nLe responsable\nDate et signature',
      'sam. 17 – dim. 18\n',
      'Édité le 02/11/2026',
    ])
      expect(text).toContain(piece);
  });

  test('each person has pages of their own, that all tell whose they are, under one numbering', async () => {
    const pages = await pagesOf(sheets(printed('ABEL Ana'), printed('BRUN Bo')));
    const names = pages.map((page) => /travail\n(\w+ \w+)\n/.exec(page)?.[1]);
    expect(new Set(names)).toEqual(new Set(['ABEL Ana', 'BRUN Bo']));
    expect(names).toEqual([...names].sort());
    expect(pages.map((page) => page.split('\n').at(-1))).toEqual(
      pages.map((_, at) => `Page ${at + 1} / ${pages.length}`),
    );
  });

  test('a month in which nothing is known still has its place to sign, and says what is not there', async () => {
    const empty = printed('ABEL Ana', { state: 'refused', weeks: [], accounts: [], controls: [], employeeNumber: '' });
    const pages = await pagesOf(sheets(empty));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('Les heures de ce mois n’ont pas pu être comptées avec ce réglementaire.');
    expect(pages[0]).toContain('Aucun compte n’a reçu d’heures ce mois-ci.');
    expect(pages[0]).toContain('Aucune limite dépassée.');
    expect(pages[0]).toContain('Le responsable');
    expect(pages[0]).not.toContain('Matricule');
  });

  test('nobody signs a page that holds nothing but the boxes: accounts and limits stay with them', async () => {
    const [account] = printed('ABEL Ana').accounts;
    const people = Array.from({ length: 9 }, (_, count) =>
      printed(`ABEL Ana${count}`, {
        accounts: account ? [account, { ...account, code: 'HS50' }] : [],
        controls: Array.from({ length: count }, (_, at) => ({ sentence: `Limite ${at + 1}.`, article: '' })),
        weeks: [...printed('').weeks, week('2026-10-26')],
      }),
    );
    const signed = (await pagesOf(sheets(...people))).filter((page) => page.includes('Le responsable'));
    expect(signed).toHaveLength(people.length);
    for (const page of signed) expect(page).toMatch(/HS25 [\s\S]*HS50 [\s\S]*Contrôles/);
  });

  test('a month of five weeks, an account and a limit is one page', async () => {
    const weeks = Array.from({ length: 5 }, (_, at) => week(addDays(plainDate('2026-09-28'), at * 7)));
    expect(await pagesOf(sheets(printed('ABEL Ana', { weeks })))).toHaveLength(1);
  });

  test('long lists go on over the page, and nothing of them is lost', async () => {
    const [account] = printed('ABEL Ana').accounts;
    const accounts = account
      ? Array.from({ length: 40 }, (_, at) => ({ ...account, code: `C${at + 1}`, name: '' }))
      : [];
    const controls = Array.from({ length: 90 }, (_, at) => ({ sentence: `Limite ${at + 1}.`, article: '' }));
    const pages = await pagesOf(sheets(printed('ABEL Ana', { accounts, controls })));
    const text = pages.join('\n');
    expect(text.match(/^C\d+$/gm)).toHaveLength(40);
    expect(text.match(/^Limite \d+\.$/gm)).toHaveLength(90);
    for (const page of pages) expect(page).toContain('ABEL Ana');
  });

  test('the same sheets are the same bytes', async () => {
    const document = sheets(printed('ABEL Ana'));
    expect(Buffer.compare(await timeSheetsPdf(document), await timeSheetsPdf(document))).toBe(0);
  });
});
