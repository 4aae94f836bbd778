/** What reaches a closed month late: corrections, refused lines, people of whom nothing could be counted. Nothing is lost without a word. */
import { describe, expect, test } from '@jest/globals';
import { plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { textCell } from '../../../shared/domain/review/cell.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { exportLines } from '../../../shared/flows/worktime/exportLines.ts';
import { prepareExport } from '../../../shared/flows/worktime/prepareExport.ts';
import { cancelExport, confirmExport } from '../../../shared/flows/worktime/timeExports.ts';
import { exportLinesTable } from '../../../shared/tables/worktime/timeExportsTable.ts';
import { timeAccountsTable } from '../../../shared/tables/worktime/timeAccountsTable.ts';
import { timeCorrectionsTable } from '../../../shared/tables/worktime/timeCorrectionsTable.ts';
import { timeEntriesTable } from '../../../shared/tables/worktime/timeEntriesTable.ts';
import { timeRegulationsTable } from '../../../shared/tables/worktime/timeRegulationsTable.ts';
import { timeRulesTable } from '../../../shared/tables/worktime/timeRulesTable.ts';
import { timeSettingsTable } from '../../../shared/tables/worktime/timeRegisterTable.ts';
import { displayed, blank } from '../../../shared/domain/review/cell.ts';
import { sound } from '../../support/smallCompany.ts';
import { balances, TimeCompany, type Typed } from './timeCompany.ts';

const handed = async (company: TimeCompany, month: string) =>
  exportLines(await company.computed(month)).map(
    ({ employeeId, origin, account, hundredths }) => `${employeeId} ${origin} ${account.account.code} ${hundredths}`,
  );

async function close(company: TimeCompany, month: string, isRefused: (line: string) => boolean = () => false) {
  const { number } = sound(await prepareExport(company.ports, await company.computed(month)));
  for (const line of company.book.tables.get(exportLinesTable.name) ?? [])
    if (displayed(line.cells['export'] ?? blank) === number && isRefused(JSON.stringify(line.cells)))
      line.cells = { ...line.cells, taken: textCell('non') };
  sound(await confirmExport(company.ports, number));
  return number;
}

const told = async (company: TimeCompany, month: string, code: string) =>
  (await company.computed(month)).findings.filter((each) => each.code === code);

/** Person 2 has an hour at 25 % in each of July, August and September, closed; person 1 has typed what is given. */
async function threeClosed(...corrections: readonly Typed[]): Promise<TimeCompany> {
  const company = await TimeCompany.begun();
  company.fill(timeCorrectionsTable, ...corrections);
  for (const date of ['2026-07-13', '2026-08-10', '2026-09-07']) company.week('2', date, 8, 7, 7, 7, 7);
  for (const month of ['2026-07', '2026-08', '2026-09']) await close(company, month);
  return company;
}

const correction = (date: string, hours: number, account = 'HS25'): Typed => ({ luccaId: '1', date, account, hours });

describe('a correction of a month that closed long ago', () => {
  test('typed late is handed over once, as of its month', async () => {
    const company = await threeClosed();
    company.account.read.push(plainMonth('2026-12'));
    company.fill(timeCorrectionsTable, correction('2026-07-10', 3), correction('2026-03-10', -0.5, 'HS50'));
    expect(await handed(company, '2026-10')).toEqual(['1 2026-07 HS25 300', '1 2026-07 HS50 -50']);
    await close(company, '2026-10');
    expect(await handed(company, '2026-11')).toEqual([]);
    await close(company, '2026-11');
    expect(await handed(company, '2026-12')).toEqual([]);
  });

  test.each([
    ['changed: what it makes more', [correction('2026-07-10', 5.25)], ['1 2026-07 HS25 225']],
    ['deleted: all of it is taken back', [], ['1 2026-07 HS25 -300']],
    [
      'moved to another month, closed as well',
      [correction('2026-08-10', 3)],
      ['1 2026-07 HS25 -300', '1 2026-08 HS25 300'],
    ],
    ['left as it was: nothing', [correction('2026-07-10', 3)], []],
  ])('%s', async (_, rows, expected) => {
    const company = await threeClosed(correction('2026-07-10', 3));
    company.fill(timeCorrectionsTable, ...rows);
    expect(await handed(company, '2026-10')).toEqual(expected);
  });

  test('stays to be handed over when the export that took it is cancelled', async () => {
    const company = await threeClosed();
    company.fill(timeCorrectionsTable, correction('2026-07-10', 3));
    sound(await cancelExport(company.ports, await close(company, '2026-10')));
    expect(await handed(company, '2026-10')).toEqual(['1 2026-07 HS25 300']);
  });

  test('of an account that is kept raises its balance, and no file', async () => {
    const company = await threeClosed();
    company.fill(
      timeAccountsTable,
      { name: 'Heures supp. 25 %', code: 'HS25', premium: 25 },
      { name: 'Heures supp. 50 %', code: 'HS50', premium: 50 },
    );
    company.fill(timeCorrectionsTable, correction('2026-07-10', 3));
    expect(balances(await company.computed('2026-10'))).toMatchObject({ '1 HS25': 180 });
  });

  test('is taken back although a week of its month waits again', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
    await close(company, '2026-09');
    company.wait('1', '2026-09-07');
    company.fill(timeCorrectionsTable, correction('2026-09-20', -2));
    expect(await handed(company, '2026-10')).toEqual(['1 2026-09 HS25 -200']);
    await close(company, '2026-10');
    company.account.pending.clear();
    expect(await handed(company, '2026-11')).toEqual([]);
  });

  test('counted by an export made before such corrections were remembered is not counted again', async () => {
    const company = await threeClosed(correction('2026-07-10', 3));
    const rows = company.book.tables.get(timeSettingsTable.name) ?? [];
    const kept = rows.filter(({ cells }) => !/[A-Z]-\d+$/.test(displayed(cells['key'] ?? blank)));
    company.book.tables.set(timeSettingsTable.name, kept);
    expect(kept.length).toBeLessThan(rows.length);
    expect(await handed(company, '2026-10')).toEqual([]);
  });
});

describe('a line that payroll refuses', () => {
  const ofPerson1 = (line: string) => line.includes('"luccaId":{"text":"1"}');

  test('comes back as long as it is refused, and goes once it is taken', async () => {
    const company = await TimeCompany.begun();
    for (const date of ['2026-06-08', '2026-07-06', '2026-08-03', '2026-09-07']) company.week('2', date, 8, 7, 7, 7, 7);
    company.week('1', '2026-06-08', 8, 8, 8, 8, 8);
    for (const month of ['2026-06', '2026-07', '2026-08', '2026-09']) await close(company, month, ofPerson1);
    expect(await handed(company, '2026-10')).toEqual(['1 2026-06 HS25 500']);
    await close(company, '2026-10');
    expect(await handed(company, '2026-11')).toEqual([]);
  });

  test('waits for somebody who cannot be counted meanwhile', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-06-08', 8, 8, 8, 8, 8);
    const sound = { name: 'Siège', set: 'Droit commun' };
    company.fill(timeRulesTable, ...HS, { set: 'Faux', order: 1, code: 'F', kind: 'écart', account: 'HS25' });
    for (const month of ['2026-06', '2026-07', '2026-08', '2026-09']) {
      const isOut = month >= '2026-08';
      if (isOut)
        company.fill(
          timeRegulationsTable,
          { ...sound, people: '0002' },
          { ...sound, name: 'F', set: 'Faux', people: '0001' },
        );
      await close(company, month, ofPerson1);
    }
    expect(await handed(company, '2026-10')).toEqual([]);
    company.fill(timeRegulationsTable, sound);
    expect(await handed(company, '2026-10')).toEqual(['1 2026-06 HS25 500']);
  });

  test('is settled by a correction that takes its hours away', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-06-08', 8, 8, 8, 8, 8);
    for (const month of ['2026-06', '2026-07', '2026-08']) await close(company, month, ofPerson1);
    company.fill(timeCorrectionsTable, correction('2026-06-30', -5));
    for (const month of ['2026-09', '2026-10']) {
      expect(await handed(company, month)).toEqual([]);
      await close(company, month);
    }
  });
});

describe('what is too late to be counted again is told', () => {
  test('a line of « Temps saisis » of a month that closed long ago, until the month that saw it closes', async () => {
    const company = await threeClosed();
    company.fill(timeEntriesTable, { luccaId: '1', date: '2026-07-14', hours: 9 });
    const [finding] = await told(company, '2026-10', 'timeTypedTooLate');
    expect(finding).toMatchObject({ subject: '1', severity: 'warning', facts: { month: '2026-07' } });
    expect(finding && findingText(finding)).toMatch(/« Temps saisis ».*juillet 2026.*« Corrections de temps »/);
    await close(company, '2026-10');
    expect(await told(company, '2026-11', 'timeTypedTooLate')).toEqual([]);
  });

  test('not what was typed before its month closed', async () => {
    const company = await TimeCompany.begun();
    company.fill(timeEntriesTable, { luccaId: '1', date: '2026-07-14', hours: 9 });
    for (const date of ['2026-07-13', '2026-08-10', '2026-09-07']) company.week('2', date, 8, 7, 7, 7, 7);
    for (const month of ['2026-07', '2026-08', '2026-09']) await close(company, month);
    expect(await told(company, '2026-10', 'timeTypedTooLate')).toEqual([]);
    company.fill(timeEntriesTable);
    expect(await told(company, '2026-10', 'timeTypedTooLate')).toHaveLength(1);
  });

  test('not what is typed of somebody of whom nothing was counted', async () => {
    const company = await TimeCompany.begun();
    company.type('1', 'contractEnd', { date: plainDate('2026-06-30') });
    company.fill(timeEntriesTable, { luccaId: '1', date: '2026-07-14', hours: 9 });
    for (const date of ['2026-07-13', '2026-08-10', '2026-09-07']) company.week('2', date, 8, 7, 7, 7, 7);
    for (const month of ['2026-07', '2026-08', '2026-09']) await close(company, month);
    expect(await told(company, '2026-10', 'timeTypedTooLate')).toEqual([]);
  });

  test('a week that still waits when its month is counted for the last time', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-08-10', 8, 8, 8, 8, 8);
    company.week('1', '2026-08-17', 8, 8, 8, 8, 8);
    company.wait('1', '2026-08-17');
    await close(company, '2026-08');
    expect(await told(company, '2026-09', 'timeLastCount')).toEqual([]);
    await close(company, '2026-09');
    const [finding] = await told(company, '2026-10', 'timeLastCount');
    expect(finding).toMatchObject({ subject: '1', facts: { month: '2026-08', date: '2026-08-17', minutes: 2_400 } });
    expect(finding && findingText(finding)).toMatch(/août 2026.*40\u00a0h/u);
  });
});

test('a correction or a line of « Temps saisis » dated a year too far is told, and not what comes soon', async () => {
  const company = await TimeCompany.begun();
  company.fill(timeCorrectionsTable, correction('2062-10-05', 3), correction('2026-12-05', 1));
  company.fill(
    timeEntriesTable,
    { luccaId: '2', date: '2062-10-06', hours: 7 },
    { luccaId: '2', date: '2026-11-06', hours: 7 },
  );
  expect((await told(company, '2026-10', 'timeDateFar')).map(({ subject, facts }) => [subject, facts])).toEqual([
    ['1', { date: '2062-10-05', sheet: 'Corrections de temps' }],
    ['2', { date: '2062-10-06', sheet: 'Temps saisis' }],
  ]);
});

const HS: readonly Typed[] = [
  { set: 'Droit commun', order: 1, code: 'HS25', kind: 'écart', account: 'HS25', fromHour: 36, toHour: 43 },
  { set: 'Droit commun', order: 2, code: 'HS50', kind: 'écart', account: 'HS50', after: 'HS25' },
];

describe('people of whom nothing could be counted when their month closed', () => {
  const workshop = { name: 'Atelier', set: 'Atelier', people: '0002' };
  const office = { name: 'Siège', set: 'Droit commun', people: '0001; 0003' };

  test('whose set had a mistake get their hours once it is put right, under the rules of today, and it is said', async () => {
    const company = await TimeCompany.begun();
    company.fill(timeRegulationsTable, office, workshop);
    company.fill(timeRulesTable, ...HS, { set: 'Atelier', order: 1, code: 'A25', kind: 'écart', account: 'HS25' });
    for (const id of ['1', '2']) company.week(id, '2026-09-07', 8, 8, 8, 8, 8);
    const [skipped] = await told(company, '2026-09', 'timePersonSkipped');
    expect(skipped).toMatchObject({ subject: '2', facts: { regulations: 'Atelier', month: '2026-09' } });
    expect(skipped && findingText(skipped)).toMatch(/« Atelier ».*septembre 2026.*« Réglementaires de temps »/);
    await close(company, '2026-09');
    expect(await handed(company, '2026-10')).toEqual([]);
    company.fill(timeRulesTable, ...HS, {
      set: 'Atelier',
      order: 1,
      code: 'A25',
      kind: 'écart',
      account: 'HS25',
      fromHour: 38,
    });
    expect(await handed(company, '2026-10')).toEqual(['2 2026-09 HS25 300']);
    expect(await told(company, '2026-10', 'timeLateToday')).toMatchObject([
      { subject: '2', facts: { month: '2026-09', regulations: 'Atelier' } },
    ]);
    await close(company, '2026-10');
    expect(await handed(company, '2026-11')).toEqual([]);
  });

  test('who were under two regulations get them under the rules that the one left to them had then', async () => {
    const company = await TimeCompany.begun();
    company.fill(timeRegulationsTable, { ...office, people: '' }, { ...workshop, set: 'Droit commun' });
    for (const id of ['1', '2']) company.week(id, '2026-09-07', 8, 8, 8, 8, 8);
    await close(company, '2026-09');
    company.fill(timeRegulationsTable, office, { ...workshop, set: 'Droit commun' });
    company.fill(timeRulesTable, ...HS.map((rule) => (rule['code'] === 'HS25' ? { ...rule, fromHour: 40 } : rule)));
    expect(await handed(company, '2026-10')).toEqual(['2 2026-09 HS25 500']);
  });

  test('and still cannot be, at the last count of their month: told', async () => {
    const company = await TimeCompany.begun();
    company.fill(timeRegulationsTable, office, workshop);
    company.fill(timeRulesTable, ...HS, { set: 'Atelier', order: 1, code: 'A25', kind: 'écart', account: 'HS25' });
    for (const month of ['2026-08', '2026-09']) {
      company.week('1', `${month}-10`, 8, 8, 8, 8, 8);
      await close(company, month);
    }
    const [finding] = await told(company, '2026-10', 'timeLastCount');
    expect(finding).toMatchObject({ subject: '2', facts: { month: '2026-08' } });
  });
});
