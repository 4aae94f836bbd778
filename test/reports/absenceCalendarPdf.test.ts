/** A month of absences on paper, read back from its bytes. */
import { describe, expect, test } from '@jest/globals';
import {
  absenceCalendarSchema,
  MOST_CALENDAR_PEOPLE,
  type PrintedAbsences,
  type PrintedAway,
} from '../../shared/contracts/absenceCalendarSchemas.ts';
import { calendarCategories, discreetCategories } from '../../shared/domain/absences/calendar/entry.ts';
import { monthCalendar } from '../../shared/domain/absences/calendar/monthCalendar.ts';
import { teamsOf } from '../../shared/domain/absences/calendar/teams.ts';
import { instant, plainDate, plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { calendarFileName, printedCalendar } from '../../shared/flows/absences/calendarDocument.ts';
import { absenceLetters } from '../../shared/messages/fr/absences/calendar.ts';
import { absenceCalendarPdf } from '../../server/reports/absenceCalendarPdf.ts';
import { absenceColours } from '../../server/reports/absenceDrawing.ts';
import { bound, halfDay } from '../domain/absences/builders.ts';
import { pdfPages } from '../support/pdfText.ts';

type Marks = PrintedAway['days'][number]['am'];
const one = (category: Marks[number]['category'], minutes: number | null = null): Marks => [{ category, minutes }];

function away(name: string, more: Partial<PrintedAway> = {}): PrintedAway {
  const days = [{ date: plainDate('2026-11-05'), am: one('paidLeave'), pm: one('paidLeave') }];
  return { name, employeeNumber: '00042', holidays: [plainDate('2026-11-11')], days, ...more };
}

function printed(more: Partial<PrintedAbsences> = {}): PrintedAbsences {
  return {
    ...{ month: plainMonth('2026-11'), account: 'acme.ilucca.net', asOf: instant('2026-11-20T19:04:00.000Z') },
    ...{ on: plainDate('2026-12-02'), unplaced: [], leftOut: { people: 0, halfDays: 0 } },
    teams: [{ name: 'Lyon', people: [away('ABEL Ana')] }],
    ...more,
  };
}

const pagesOf = async (document: PrintedAbsences) =>
  pdfPages(await absenceCalendarPdf(document)).map((text) => text.replaceAll('\u00a0', ' '));

describe('the calendar on paper', () => {
  test('tells whose month it is, each half by its letters, holidays, totals, the legend and the date of the data', async () => {
    const days = [
      { date: plainDate('2026-11-05'), am: one('paidLeave'), pm: one('paidLeave') },
      { date: plainDate('2026-11-06'), am: [...one('rest', 90), ...one('rtt', 60)], pm: one('stoppage') },
    ];
    const pages = await pagesOf(printed({ teams: [{ name: 'Lyon', people: [away('LEFÈVRE Œuvré', { days })] }] }));
    expect(pages).toHaveLength(2);
    for (const piece of [
      'Calendrier des absences\nLyon\n',
      'novembre 2026\nacme.ilucca.net',
      'LEFÈVRE Œuvré\n00042',
      '\nCP\nREh\nRTh\nA\nF\n',
      '1,5 j\n2 h 30',
      'Total de l’équipe : 1,5 j et 2 h 30. congés payés 1 j ; RTT 1 h ; repos 1 h 30 ; arrêt 0,5 j',
      'Données Lucca du 20/11/2026 à 20:04',
      'Édité le 02/12/2026',
      'Page 1 / 2',
    ])
      expect(pages[0]).toContain(piece);
    for (const page of pages)
      for (const name of ['congés payés', 'repos', 'RTT', 'arrêt']) expect(page).toContain(name);
    expect(pages[0]).not.toContain('télétravail');
    expect(pages[1]).toContain('Totaux par catégorie');
    expect(pages[1]).toContain('Un arrêt est imprimé sans sa nature');
  });

  test('each team has pages of its own, that all tell whose they are; totals by team close the document', async () => {
    const people = Array.from({ length: 40 }, (_, at) => away(`NOM${at} P`));
    const pages = await pagesOf(
      printed({
        teams: [
          { name: 'Lyon', people },
          { name: '', people: [away('ZOLA Zoé')] },
        ],
      }),
    );
    expect(pages.map((page) => /absences\n(.+)\n/.exec(page)?.[1])).toEqual([
      'Lyon',
      'Lyon',
      'Sans équipe',
      'Ensemble',
    ]);
    expect(pages.join('\n').match(/^NOM\d+ P$/gm)).toHaveLength(40);
    expect(pages.at(-1)).toMatch(/Totaux par équipe[\s\S]*Lyon\n40\n40 j\n[\s\S]*Sans équipe\n1\n1 j/);
  });

  test('what is not in it is told: people whom payroll does not have, establishments without their calendar', async () => {
    const document = printed({ leftOut: { people: 2, halfDays: 5 }, unplaced: ['Lyon'] });
    const last = (await pagesOf(document)).at(-1) ?? '';
    expect(last.replaceAll('\n', ' ')).toContain(
      '5 demi-journées de 2 personnes absentes de « Salariés » ne figurent pas ici.',
    );
    expect(last).toContain('Jours fériés communs à toute la France seulement pour Lyon');
  });

  test('no two categories share letters or a colour: neither says anything alone', () => {
    expect(new Set(calendarCategories.map((each) => absenceLetters[each])).size).toBe(calendarCategories.length);
    expect(new Set(discreetCategories.map((each) => absenceColours[each])).size).toBe(discreetCategories.length);
  });

  test('the same document is the same bytes', async () => {
    expect(Buffer.compare(await absenceCalendarPdf(printed()), await absenceCalendarPdf(printed()))).toBe(0);
  });
});

describe('what may be printed', () => {
  const reading = (accountIds: readonly string[]) => {
    const calendar = monthCalendar({
      month: plainMonth('2026-09'),
      people: [
        {
          ...{ employeeId: '1', name: 'ABEL Ana', employeeNumber: '7', establishment: 'Lyon', department: null },
          holidays: { zone: 'FR', goodFriday: false },
        },
      ],
      halfDays: accountIds.map((accountId) =>
        halfDay('2026-09-08 am', { accountId, accountName: `Secret ${accountId}` }),
      ),
      boundTo: ({ id }) => bound(id),
    });
    const unplaced = ['Lyon', 'Strasbourg'];
    return { calendar, account: 'acme', asOf: instant('2026-10-01T08:00:00.000Z'), unplaced };
  };
  const documentOf = (...accountIds: string[]) => {
    const read = reading(accountIds);
    return printedCalendar(read, teamsOf(read.calendar.rows, 'establishment'), plainDate('2026-10-02'));
  };

  test('a stoppage without its nature, no account, and only the establishments that are printed', () => {
    const document = documentOf('MAL', 'OUT', 'CP');
    expect(document.teams[0]?.people[0]?.days).toEqual([
      {
        date: '2026-09-08',
        am: [
          { category: 'paidLeave', minutes: null },
          { category: 'stoppage', minutes: null },
          { category: 'other', minutes: null },
        ],
        pm: [],
      },
    ]);
    expect(JSON.stringify(document)).not.toMatch(/Secret|sickness|outside/);
    expect(document.unplaced).toEqual(['Lyon']);
    expect(absenceCalendarSchema.safeParse(document).success).toBe(true);
  });

  const withCategory = (category: string) => ({
    ...documentOf('CP'),
    teams: [
      {
        name: '',
        people: [{ ...away('A'), days: [{ date: '2026-09-08', am: [{ category, minutes: null }], pm: [] }] }],
      },
    ],
  });
  test.each([
    ['une catégorie qui dit la santé', withCategory('sickChild')],
    ['un temps partiel thérapeutique', withCategory('therapeuticPartTime')],
    ['une date d’un autre mois', { ...documentOf('CP'), month: '2026-10' }],
    ['un champ de trop', { ...documentOf('CP'), comment: '' }],
    ['personne', { ...documentOf('CP'), teams: [] }],
    [
      'trop de monde',
      {
        ...documentOf('CP'),
        teams: [
          { name: '', people: Array.from({ length: MOST_CALENDAR_PEOPLE + 1 }, () => ({ ...away('A'), days: [] })) },
        ],
      },
    ],
  ])('%s est refusé', (_, document) => {
    expect(absenceCalendarSchema.safeParse(withCategory('rtt')).success).toBe(true);
    expect(absenceCalendarSchema.safeParse(document).success).toBe(false);
  });

  test('its file is named after its month', () => {
    expect(calendarFileName(plainMonth('2026-09'))).toBe('calendrier-absences-2026-09.pdf');
  });
});
