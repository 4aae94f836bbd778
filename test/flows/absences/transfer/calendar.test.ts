/** Leaves that lie across something: each is handed over half-day by half-day, once, in the month it is of. */
import { expect, test } from '@jest/globals';
import { plainDate, plainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import type { HalfDayAbsence } from '../../../../shared/domain/absences/halfDay.ts';
import { blank, displayed } from '../../../../shared/domain/review/cell.ts';
import { importLinesTable } from '../../../../shared/tables/absences/importsTable.ts';
import { readTransferFile } from '../../../../shared/flows/absences/transfer/readTransferFile.ts';
import { halfDay, sound } from '../../../support/smallCompany.ts';
import { Office } from './office.ts';

interface Case {
  readonly title: string;
  readonly month?: string;
  readonly halfDays: readonly HalfDayAbsence[];
  /** Du, Début, Au, Fin, Jours, Heures of each line. */
  readonly lines: readonly string[];
}

const both = (leave: string, date: string, more: Partial<HalfDayAbsence> = {}) =>
  (['am', 'pm'] as const).map((half) => halfDay(leave, date, half, more));
const rtt = { accountId: '7', accountName: 'RTT' };
const hours = (minutes: number, more: Partial<HalfDayAbsence> = {}) => ({ ...rtt, minutes, ...more });

const cases: readonly Case[] = [
  {
    title: 'two half-days of different accounts on one date stay two lines',
    halfDays: [halfDay('1', '2026-10-05', 'am'), halfDay('2', '2026-10-05', 'pm', rtt)],
    lines: ['05/10/2026 matin 05/10/2026 matin 0,5', '05/10/2026 après-midi 05/10/2026 après-midi 0,5'],
  },
  {
    title: 'a leave across the Sunday on which the clocks change',
    halfDays: ['2026-10-23', '2026-10-26'].flatMap((date) => both('1', date)),
    lines: ['23/10/2026 matin 26/10/2026 après-midi 2'],
  },
  {
    title: 'an absence in hours on the Sunday of 25 hours counts its own minutes',
    halfDays: [halfDay('1', '2026-10-25', 'am', hours(240))],
    lines: ['25/10/2026 matin 25/10/2026 matin 4 h'],
  },
  {
    title: 'Saturdays of an account in « ouvrables » are kept as Lucca gives them',
    halfDays: ['2026-10-09', '2026-10-10', '2026-10-12'].flatMap((date) => both('1', date)),
    lines: ['09/10/2026 matin 12/10/2026 après-midi 3'],
  },
  {
    title: 'two rows of hours on one half are two half-days of one line, added up',
    halfDays: [halfDay('1', '2026-10-05', 'am', hours(90)), halfDay('2', '2026-10-05', 'am', hours(30))],
    lines: ['05/10/2026 matin 05/10/2026 matin 2 h'],
  },
  {
    title: 'the part of a leave that is beyond the month waits for the next one',
    halfDays: ['2026-10-30', '2026-11-02'].flatMap((date) => both('1', date)),
    lines: ['30/10/2026 matin 30/10/2026 après-midi 1'],
  },
  {
    title: 'the end of a year cuts a leave as the end of any month does',
    month: '2026-12',
    halfDays: ['2026-12-31', '2027-01-04'].flatMap((date) => both('1', date)),
    lines: ['31/12/2026 matin 31/12/2026 après-midi 1'],
  },
];

function told({ cells }: ReturnType<Office['lines']>[number]): string {
  const text = (key: string) => displayed(cells[key] ?? blank);
  const hours = text('hours') === '' ? '' : `${text('hours')} h`;
  return `${['from', 'fromHalf', 'to', 'toHalf'].map(text).join(' ')} ${text('days') || hours}`;
}

test.each(cases)('$title', async ({ month = '2026-10', halfDays, lines }) => {
  const office = new Office();
  office.month = plainMonth(month);
  office.account.halfDays = [...halfDays];
  await office.opened();
  await office.prepareImport();
  expect(office.lines('A1').map(told)).toEqual(lines);
  await office.confirm('A1');
  expect((await office.prepareImport()).outcome).toBe('nothing');
});

test('month after month, a leave over three of them is handed over once', async () => {
  const office = new Office();
  office.leave('1', ['2026-10-29', '2026-10-30', '2026-11-02', '2026-11-30', '2026-12-01']);
  await office.opened();
  for (const expected of [4, 8, 10]) {
    await office.handed();
    expect(await office.held()).toHaveLength(expected);
    sound(await office.close());
  }
});

test('a leave cancelled, then approved again, is taken back and brought again', async () => {
  const office = new Office();
  office.leave('1', ['2026-10-05']);
  await office.opened();
  await office.handed();
  office.cancelled('1');
  await office.handed();
  expect(await office.held()).toEqual([]);
  office.leave('1', ['2026-10-05']);
  await office.handed();
  expect(await office.held()).toHaveLength(2);
});

test('the same leave made again under another number is nothing to do', async () => {
  const office = new Office();
  office.leave('1', ['2026-10-05']);
  await office.opened();
  await office.handed();
  office.cancelled('1');
  office.leave('77', ['2026-10-05']);
  expect((await office.prepareImport()).outcome).toBe('nothing');
});

test('a contract that begins, and one that ends, within a leave cut it to its own days', async () => {
  const office = new Office();
  office.account.spans = office.account.spans.map((each) => ({
    ...each,
    from: plainDate('2026-10-06'),
    to: plainDate('2026-10-07'),
  }));
  office.account.employees = office.account.employees.map((each) => ({
    ...each,
    values: { ...each.values, contractStart: '2026-10-06', contractEnd: '2026-10-07' },
  }));
  office.leave('1', ['2026-10-05', '2026-10-06', '2026-10-07', '2026-10-08']);
  await office.opened();
  await office.prepareImport();
  expect(office.lines('A1').map(told)).toEqual(['06/10/2026 matin 07/10/2026 après-midi 2']);
});

test('files are made of the lines, prepared and confirmed alike, less those that payroll refused', async () => {
  const office = new Office();
  office.leave('1', ['2026-10-05']);
  office.leave('2', ['2026-10-12'], '7');
  await office.opened();
  await office.prepareImport();
  const [first] = office.column(importLinesTable, 'id');
  const prepared = sound(await readTransferFile(office.book, 'A1'));
  expect(prepared.lines.map(({ code, categoryName, types }) => [code, categoryName, types.payfit])).toEqual([
    ['CP', 'congés payés', 'fr_conges_payes'],
    ['RTT', 'RTT', 'fr_rtt'],
  ]);
  sound(await office.tick('A1', [(first?.[0] ?? '').toUpperCase()], false));
  await office.confirm('a1');
  expect(sound(await readTransferFile(office.book, 'A1'))).toMatchObject({
    state: 'confirmed',
    refused: 1,
    lines: [{ code: 'RTT' }],
  });
});
