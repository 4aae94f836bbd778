import { describe, expect, test } from '@jest/globals';
import { worktimeInputSchema } from '../../../shared/contracts/worktimeInput.ts';
import { plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { countReading, type WorktimeComputation } from '../../../shared/flows/worktime/computeTimes.ts';
import { inputOf, readingIn } from '../../../shared/flows/worktime/inputDocument.ts';
import { movementLines } from '../../../shared/flows/worktime/resultRows.ts';
import { prepareExport } from '../../../shared/flows/worktime/prepareExport.ts';
import { confirmExport } from '../../../shared/flows/worktime/timeExports.ts';
import { readForWorktime } from '../../../shared/flows/worktime/worktimeReading.ts';
import { timeCorrectionsTable } from '../../../shared/tables/worktime/timeCorrectionsTable.ts';
import { timeEntriesTable } from '../../../shared/tables/worktime/timeEntriesTable.ts';
import { timeRegisterTable } from '../../../shared/tables/worktime/timeRegisterTable.ts';
import { person, sound, wholeDays } from '../../support/smallCompany.ts';
import { balances, TimeCompany } from './timeCompany.ts';

const october = plainMonth('2026-10');

/** The document of a month, as it is written and read again. */
async function documentOf(company: TimeCompany, month = october) {
  const reading = sound(await readForWorktime(company.ports, { connection: company.account.connection(), month }));
  return worktimeInputSchema.parse(JSON.parse(JSON.stringify(sound(inputOf(reading, month)))));
}

async function countedFrom(company: TimeCompany, document: Awaited<ReturnType<typeof documentOf>>, month = october) {
  return sound(await countReading(company.ports, sound(readingIn(document, month)), month));
}

const movements = (computation: WorktimeComputation) =>
  computation.people.map((each) => movementLines(each, computation));

/** September closed, October with typed time, a correction, an absence and a week that waits. */
async function lived(): Promise<TimeCompany> {
  const company = await TimeCompany.begun();
  company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
  const { number } = sound(await prepareExport(company.ports, await company.computed('2026-09')));
  sound(await confirmExport(company.ports, number));
  company.week('1', '2026-09-07', 8, 8, 8, 8, 9);
  company.week('1', '2026-10-05', 9, 9, 8, 8, 8);
  company.week('2', '2026-10-12', 9, 9, 9, 9, 9);
  company.wait('2', '2026-10-12');
  company.account.halfDays = wholeDays('50', '2026-10-19');
  company.fill(timeCorrectionsTable, { luccaId: '2', date: '2026-10-12', account: 'HS25', hours: '1h20' });
  company.fill(timeEntriesTable, { luccaId: '3', date: '2026-10-06', start: '06:00', end: '16:30' });
  return company;
}

describe('the document of a month', () => {
  test('is counted as the workbook is, movement by movement', async () => {
    const company = await lived();
    const [fromBook, fromInput] = [
      await company.computed('2026-10'),
      await countedFrom(company, await documentOf(company)),
    ];
    expect(balances(fromInput)).toEqual({ '1 HS25': 480, '2 HS25': 80 });
    expect(movements(fromInput)).toEqual(movements(fromBook));
    expect(fromInput.people.map(({ outcome }) => outcome)).toEqual(fromBook.people.map(({ outcome }) => outcome));
    expect(fromInput.people.map(({ controls }) => controls)).toEqual(fromBook.people.map(({ controls }) => controls));
  });

  test('counts a month before the last of it without what came after', async () => {
    const company = await lived();
    const document = await documentOf(company);
    const september = plainMonth('2026-09');
    const [fromBook, fromInput] = [await company.computed('2026-09'), await countedFrom(company, document, september)];
    expect(fromInput.people.map(({ outcome }) => outcome)).toEqual(fromBook.people.map(({ outcome }) => outcome));
  });

  test('holds nothing of those whom payroll has not accepted', async () => {
    const company = await lived();
    company.account.employees = [...company.account.employees, person('4')];
    company.account.contracts = [...company.account.contracts, company.contract('4')];
    company.week('4', '2026-10-05', 9, 9, 9, 9, 9);
    const { contracts, entries, sheets, planning } = (await documentOf(company)).lucca;
    for (const rows of [contracts, entries, sheets, planning])
      expect(new Set(rows.map(({ employeeId }) => employeeId))).toEqual(new Set(['1', '2', '3']));
  });

  test('names the months that it lacks, closed ones that may be corrected among them', async () => {
    const company = await lived();
    const document = await documentOf(company);
    const lucca = { ...document.lucca, months: [october] };
    expect(readingIn({ ...document, lucca }, october)).toMatchObject({
      error: { code: 'notRead', months: ['2026-09'] },
    });
  });

  test('whose register was edited is not counted', async () => {
    const document = await documentOf(await lived());
    const lines = document.tables[timeRegisterTable.name]?.map((row) => ({ ...row, hundredths: 1 }));
    const edited = { ...document, tables: { ...document.tables, [timeRegisterTable.name]: lines } };
    expect(readingIn(edited, october)).toMatchObject({
      error: { code: 'unsound', findings: [{ code: 'timeRegisterEdited' }] },
    });
  });
});
