/** The sheets that people sign, as data. */
import { describe, expect, test } from '@jest/globals';
import {
  MOST_TIME_SHEETS,
  timeSheetsSchema,
  type PrintedTimeSheet,
} from '../../../shared/contracts/timeSheetSchemas.ts';
import { plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import {
  timeSheetDocuments,
  timeSheetOf,
  timeSheetsName,
  timeSheetsOf,
} from '../../../shared/flows/worktime/timeSheetDocument.ts';
import { timeAccountsTable } from '../../../shared/tables/worktime/timeAccountsTable.ts';
import { timeCorrectionsTable } from '../../../shared/tables/worktime/timeCorrectionsTable.ts';
import { timeRegulationsTable } from '../../../shared/tables/worktime/timeRegulationsTable.ts';
import { halfDay } from '../../support/smallCompany.ts';
import { TimeCompany } from './timeCompany.ts';

const ON = plainDate('2026-11-02');

async function sheetOf(company: TimeCompany, at = 0): Promise<PrintedTimeSheet> {
  const computation = await company.computed('2026-10');
  const person = computation.people[at];
  if (!person) throw new RangeError('nobody');
  return timeSheetOf(person, computation);
}

const dayOf = ({ weeks }: PrintedTimeSheet, date: string) =>
  weeks.flatMap(({ days }) => days).find((day) => day.date === date);

describe('the sheet of a person', () => {
  test('tells who, each day as it was worked, and each account with what its rule says', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-10-05', 10, 9, 9, 9, 9);
    const sheet = await sheetOf(company);
    expect(sheet).toMatchObject({ establishment: 'Lyon', regulations: ['Siège'], state: 'computed' });
    expect(dayOf(sheet, '2026-10-05')).toEqual({
      date: '2026-10-05',
      isUnderContract: true,
      presence: [
        { from: '08:00', to: '12:00' },
        { from: '13:00', to: '19:00' },
      ],
      ...{ untimed: 0, minutes: 600, absences: [], notes: [] },
    });
    expect(sheet.accounts.map(({ code, balance, handedOver, rules }) => [code, balance, handedOver, rules])).toEqual([
      [...['HS25', 480, 800], [expect.stringMatching(/^Chaque semaine, .* 43e heure incluse, va sur HS25\.$/)]],
      [...['HS50', 180, 300], [expect.stringMatching(/^Chaque semaine, .* va sur HS50\.$/)]],
    ]);
  });

  test('says that one was absent, never of what', async () => {
    const company = await TimeCompany.begun();
    company.account.halfDays = [halfDay('50', '2026-10-06', 'am'), halfDay('51', '2026-10-07', 'pm')];
    const sheet = await sheetOf(company);
    expect(dayOf(sheet, '2026-10-06')?.absences).toEqual([{ half: 'am', minutes: 210 }]);
    expect(dayOf(sheet, '2026-10-07')?.absences).toEqual([{ half: 'pm', minutes: 210 }]);
    expect(JSON.stringify(sheet)).not.toMatch(/Congés|"9"/);
  });

  test('in whole weeks, a week is of the month that pays it; in civil months, of each month that it touches', async () => {
    const company = await TimeCompany.begun();
    const whole = await sheetOf(company);
    expect(whole.weeks.map(({ from }) => from)).toEqual(['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19']);
    company.fill(timeRegulationsTable, { name: 'Siège', set: 'Droit commun', from: '2026-01-01', month: 'mois civil' });
    const civil = await sheetOf(company);
    expect(civil.weeks.map(({ from }) => from).at(-1)).toBe('2026-10-26');
  });

  test('days before an arrival are told as outside the contract; a week that waits says so', async () => {
    const company = await TimeCompany.begun();
    company.type('1', 'contractStart', { date: plainDate('2026-10-07') });
    company.week('1', '2026-10-05', 0, 0, 8, 8, 8);
    company.wait('1', '2026-10-05');
    const sheet = await sheetOf(company);
    expect(sheet.weeks[0]).toMatchObject({ from: '2026-10-05', waits: true });
    expect(sheet.weeks[0]?.days.map(({ isUnderContract }) => isUnderContract)).toEqual([
      ...[false, false],
      ...[true, true, true, true, true],
    ]);
  });

  test('accounts that are not to be seen, and comments of corrections, stay out', async () => {
    const company = await TimeCompany.begun();
    company.fill(
      timeAccountsTable,
      { name: 'Heures supp. 25 %', code: 'HS25', transfer: 'paie' },
      { name: 'Caché', code: 'HS50', visible: 'non' },
    );
    company.fill(timeCorrectionsTable, {
      ...{ luccaId: '1', date: '2026-10-05', account: 'HS25', kind: 'correction', hours: 2 },
      comment: 'hospitalisation',
    });
    company.week('1', '2026-10-05', 10, 9, 9, 9, 9);
    const sheet = await sheetOf(company);
    expect(sheet.accounts.map(({ code, corrected }) => [code, corrected])).toEqual([['HS25', 120]]);
    expect(JSON.stringify(sheet)).not.toContain('hospitalisation');
  });
});

describe('a document of several people', () => {
  test('passes the door of the service, one sheet after the other', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-10-05', 13, 9, 9, 9, 9, 9);
    const computation = await company.computed('2026-10');
    const sheets = timeSheetsOf(computation.people, computation, ON);
    expect(timeSheetsSchema.safeParse(sheets).error?.issues).toBeUndefined();
    expect(sheets.people).toHaveLength(3);
    expect(sheets.people[0]?.controls.length).toBeGreaterThan(0);
    expect(timeSheetsName(sheets)).toBe('fiches-temps-2026-10.pdf');
  });

  test('a limit passed on several days is told once, with all of them', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-10-05', 11, 12, 11, 11, 11);
    const computation = await company.computed('2026-10');
    const [sheet] = timeSheetsOf(computation.people, computation, ON).people;
    const days = sheet?.controls.filter(({ article }) => article.includes('L3121-18')) ?? [];
    expect(days.map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(
        /^5 jours : 05\/10, 06\/10, 07\/10, 08\/10, 09\/10\. Le premier : 11\u00a0h de travail le 05/,
      ),
    ]);
  });

  test.each([
    ['00042', 'fiche-temps-2026-10-00042.pdf'],
    ['../4é2', 'fiche-temps-2026-10-42.pdf'],
    ['', 'fiche-temps-2026-10.pdf'],
  ])('of one person, « %s », its name tells whose', async (employeeNumber, name) => {
    const company = await TimeCompany.begun();
    const computation = await company.computed('2026-10');
    const sheets = timeSheetsOf(computation.people.slice(0, 1), computation, ON);
    const [sheet] = sheets.people;
    expect(timeSheetsName({ ...sheets, people: sheet ? [{ ...sheet, employeeNumber }] : [] })).toBe(name);
  });

  test('of more people than one takes is several, numbered, and leaves nobody out', async () => {
    const company = await TimeCompany.begun();
    const computation = await company.computed('2026-10');
    const [first] = computation.people;
    if (!first) throw new RangeError('nobody');
    const of = (count: number) => {
      const people = Array.from({ length: count }, () => first);
      return timeSheetDocuments(people, computation, ON).map(({ name, sheets }) => [name, sheets.people.length]);
    };
    expect(of(0)).toEqual([]);
    expect(of(1)).toEqual([[expect.stringMatching(/^fiche-temps-2026-10-\w+\.pdf$/), 1]]);
    expect(of(MOST_TIME_SHEETS)).toEqual([['fiches-temps-2026-10.pdf', MOST_TIME_SHEETS]]);
    expect(of(MOST_TIME_SHEETS + 1)).toEqual([
      ['fiches-temps-2026-10-1.pdf', MOST_TIME_SHEETS],
      ['fiches-temps-2026-10-2.pdf', 1],
    ]);
  });
});
