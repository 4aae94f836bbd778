/** Attacks on what joins working time to the workbook: hours lost or paid twice. Figures by hand, at 35 h a week under the general law. */
import { describe, expect, test } from '@jest/globals';
import { plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { textCell } from '../../../shared/domain/review/cell.ts';
import { exportLines } from '../../../shared/flows/worktime/exportLines.ts';
import { prepareExport } from '../../../shared/flows/worktime/prepareExport.ts';
import { cancelExport, confirmExport } from '../../../shared/flows/worktime/timeExports.ts';
import { employeesTable } from '../../../shared/tables/employeesTable.ts';
import { exportLinesTable } from '../../../shared/tables/worktime/timeExportsTable.ts';
import { timeAccountsTable } from '../../../shared/tables/worktime/timeAccountsTable.ts';
import { timeCorrectionsTable } from '../../../shared/tables/worktime/timeCorrectionsTable.ts';
import { timeRegulationsTable } from '../../../shared/tables/worktime/timeRegulationsTable.ts';
import { timeRulesTable } from '../../../shared/tables/worktime/timeRulesTable.ts';
import { sound } from '../../support/smallCompany.ts';
import { balances, TimeCompany, type Typed } from './timeCompany.ts';

const handed = async (company: TimeCompany, month: string) =>
  exportLines(await company.computed(month)).map(
    ({ employeeId, origin, account, destination, hundredths }) =>
      `${employeeId} ${origin} ${account.account.code} ${destination} ${hundredths}`,
  );

const codes = ({ findings }: { findings: readonly { code: string }[] }) =>
  findings.map(({ code }) => code).filter((code) => code !== 'timeHolidayDiffers');

async function prepared(company: TimeCompany, month: string): Promise<string> {
  return sound(await prepareExport(company.ports, await company.computed(month))).number;
}

async function close(company: TimeCompany, month: string): Promise<void> {
  sound(await confirmExport(company.ports, await prepared(company, month)));
}

const refusal = (answer: { ok: boolean; error?: { code: string } }) => (answer.ok ? 'done' : answer.error?.code);

const HS25: Typed = { name: 'Heures supp. 25 %', code: 'HS25', premium: 25, transfer: 'paie', payrollCode: '1025' };
const HS50: Typed = { name: 'Heures supp. 50 %', code: 'HS50', premium: 50, transfer: 'paie', payrollCode: '1050' };

describe('somebody who left', () => {
  test('is handed the hours approved after their last month was closed', async () => {
    const company = await TimeCompany.begun();
    company.type('1', 'contractEnd', { date: plainDate('2026-09-30') });
    company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
    company.week('1', '2026-09-14', 8, 8, 8, 8, 9);
    company.wait('1', '2026-09-14');
    await close(company, '2026-09');
    company.account.pending.clear();
    expect(await handed(company, '2026-10')).toEqual(['1 2026-09 HS25 payroll 600']);
  });

  test('keeps what an account holds, and a correction typed after they left', async () => {
    const company = await TimeCompany.begun();
    company.type('1', 'contractEnd', { date: plainDate('2026-09-30') });
    company.fill(timeAccountsTable, { ...HS25, transfer: '' }, HS50);
    company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
    await close(company, '2026-09');
    expect(balances(await company.computed('2026-10'))).toEqual({ '1 HS25': 300 });
    company.fill(timeCorrectionsTable, { luccaId: '1', date: '2026-10-02', account: 'HS25', hours: -2 });
    expect(balances(await company.computed('2026-10'))).toEqual({ '1 HS25': 180 });
  });

  test('whose row was deleted from « Salariés » is told as long as a month of theirs may change or an account holds their time', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-08-10', 8, 8, 8, 8, 8);
    await close(company, '2026-08');
    const rows = company.book.tables.get(employeesTable.name) ?? [];
    company.book.tables.set(employeesTable.name, rows.slice(1));
    const told = async (month: string) =>
      (await company.computed(month)).findings.filter(({ code }) => code === 'timePersonGone');
    expect(await told('2026-09')).toMatchObject([{ facts: { person: '1' } }]);
    await close(company, '2026-09');
    await close(company, '2026-10');
    expect(await told('2026-11')).toEqual([]);
  });
});

describe('closing', () => {
  test('a month without any hour to hand over does not keep the next one from being closed', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-08-10', 8, 8, 8, 8, 8);
    await close(company, '2026-08');
    company.week('1', '2026-10-05', 8, 8, 8, 8, 8);
    await close(company, '2026-09');
    await close(company, '2026-10');
    expect(await handed(company, '2026-11')).toEqual([]);
  });

  test('what was computed on a month that was cancelled since is not prepared', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
    company.week('1', '2026-10-05', 8, 8, 8, 8, 8);
    await close(company, '2026-09');
    const october = await company.computed('2026-10');
    sound(await cancelExport(company.ports, 'HT1'));
    expect(refusal(await prepareExport(company.ports, october))).toBe('moved');
  });

  test('a line refused twice is handed over once, the third time', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-08-10', 7 + 1 / 3, 7, 7, 7, 7);
    company.week('2', '2026-08-10', 8, 7, 7, 7, 7);
    company.week('2', '2026-09-07', 8, 7, 7, 7, 7);
    for (const month of ['2026-08', '2026-09']) {
      const number = await prepared(company, month);
      for (const line of company.book.tables.get(exportLinesTable.name) ?? [])
        if (JSON.stringify(line.cells['luccaId']).includes('"1"')) line.cells['taken'] = textCell('non');
      sound(await confirmExport(company.ports, number));
    }
    expect(await handed(company, '2026-10')).toEqual(['1 2026-08 HS25 payroll 33']);
  });
});

describe('an account changed after a closed month', () => {
  test('renamed: hours that come late are told, never dropped', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
    company.week('1', '2026-09-14', 8, 8, 8, 8, 8);
    company.wait('1', '2026-09-14');
    await close(company, '2026-09');
    company.account.pending.clear();
    company.fill(timeAccountsTable, { ...HS25, code: 'SUP25' }, HS50);
    company.fill(
      timeRulesTable,
      { set: 'Droit commun', order: 1, code: 'R1', kind: 'écart', account: 'SUP25', fromHour: 36, toHour: 43 },
      { set: 'Droit commun', order: 2, code: 'R2', kind: 'écart', account: 'HS50', after: 'R1' },
    );
    const computation = await company.computed('2026-10');
    expect(exportLines(computation)).toEqual([]);
    expect(computation.findings.find(({ code }) => code === 'timeAccountGone')).toMatchObject({
      subject: '1',
      facts: { account: 'HS25', minutes: 300 },
    });
    company.fill(timeAccountsTable, HS25, { ...HS25, code: 'SUP25' }, HS50);
    expect(await handed(company, '2026-10')).toEqual(['1 2026-09 HS25 payroll 500']);
  });

  test('no longer kept but paid: what is taken back of a closed month goes where it was', async () => {
    const company = await TimeCompany.begun();
    company.fill(timeAccountsTable, { ...HS25, transfer: '' }, HS50);
    company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
    await close(company, '2026-09');
    company.fill(timeAccountsTable, HS25, HS50);
    company.week('1', '2026-09-07', 7, 7, 7, 7, 7);
    // Five hours were kept on the account, and never paid: payroll has nothing to take back.
    expect(await handed(company, '2026-10')).toEqual(['1 2026-09 HS25 none -500']);
    expect(balances(await company.computed('2026-10'))).toEqual({ '1 HS25': 0 });
  });
});

describe('corrections', () => {
  test('typed late, dated in the last closed month, are handed over once', async () => {
    const company = await TimeCompany.begun();
    company.week('2', '2026-09-08', 8, 7, 7, 7, 7);
    await close(company, '2026-09');
    company.fill(
      timeCorrectionsTable,
      { luccaId: '1', date: '2026-09-20', account: 'HS25', hours: 3 },
      { luccaId: '1', date: '2026-05-20', account: 'HS50', hours: 1 },
    );
    const both = ['1 2026-09 HS25 payroll 300', '1 2026-09 HS50 payroll 100'];
    expect(await handed(company, '2026-10')).toEqual(both);
    await close(company, '2026-10');
    expect(await handed(company, '2026-11')).toEqual([]);
  });
});

describe('a cap on the balance', () => {
  const rules: Typed[] = [
    { set: 'Droit commun', order: 1, code: 'R1', kind: 'écart', account: 'HS25', fromHour: 36 },
    {
      set: 'Droit commun',
      order: 2,
      code: 'CAP',
      kind: 'comptable',
      account: 'HS25',
      operation: 'plafond du solde',
      limit: 8,
      target: 'HS50',
    },
  ];

  test('holds with what months before left, rest taken, and what comes late', async () => {
    const company = await TimeCompany.begun();
    company.fill(timeAccountsTable, { ...HS25, transfer: '' }, HS50);
    company.fill(timeRulesTable, ...rules);
    company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
    company.week('1', '2026-09-14', 8, 8, 8, 7, 7);
    company.wait('1', '2026-09-14');
    await close(company, '2026-09');
    // Five hours kept; three more of September come late; four of October: twelve, of which four are beyond eight.
    company.account.pending.clear();
    company.week('1', '2026-10-05', 8, 8, 8, 8, 7);
    expect(balances(await company.computed('2026-10'))).toEqual({ '1 HS25': 480, '1 HS50': 240 });
    await close(company, '2026-10');
    expect(await handed(company, '2026-11')).toEqual([]);
  });
});

describe('contracts', () => {
  test('part time from a Thursday, in the same work contract: its own hours say so', async () => {
    const company = await TimeCompany.begun();
    company.account.workingTimes = [];
    company.account.contracts = [
      company.contract('1', { id: 'a', to: plainDate('2026-09-30') }),
      company.contract('1', { id: 'b', from: plainDate('2026-10-01') }),
    ];
    const computation = await company.computed('2026-10');
    expect(computation.people[0]?.held.contracts.map(({ from, to }) => [from, to])).toEqual([
      ['2021-01-01', '2026-09-30'],
      ['2026-10-01', null],
    ]);
  });

  test('one that begins next year leaves the present one its dates', async () => {
    const company = await TimeCompany.begun();
    company.type('1', 'contractEnd', { date: plainDate('2026-12-31') });
    company.account.contracts = [
      company.contract('1', { id: 'a', to: plainDate('2026-12-31') }),
      company.contract('1', { id: 'b', from: plainDate('2027-01-01') }),
    ];
    const computation = await company.computed('2026-10');
    expect(computation.people[0]?.held.contracts.map(({ from, to }) => [from, to])).toEqual([
      ['2021-01-01', '2026-12-31'],
    ]);
  });
});

describe('a regulation of several versions', () => {
  test('is controlled with the limits of the one that rules the last week', async () => {
    const company = await TimeCompany.begun();
    company.fill(
      timeRegulationsTable,
      { name: 'Siège', set: 'Droit commun', from: '2026-01-01', weekLimit: 44 },
      { name: 'Siège', set: 'Droit commun', from: '2026-10-01', weekLimit: 46 },
    );
    company.week('1', '2026-10-05', 9, 9, 9, 9, 9);
    company.week('2', '2026-10-05', 10, 10, 9, 9, 9);
    const { people } = await company.computed('2026-10');
    expect(people.flatMap(({ controls }) => controls)).toMatchObject([
      { code: 'weekTooLong', subject: '2', facts: { measured: 47 * 60, limit: 46 * 60 } },
    ]);
  });

  test('nobody is told to be left out who begins in a week that another month pays', async () => {
    const company = await TimeCompany.begun();
    company.type('1', 'contractStart', { date: plainDate('2026-10-29') });
    company.account.contracts = company.account.contracts.map((each) =>
      each.employeeId === '1' ? { ...each, from: plainDate('2026-10-29') } : each,
    );
    // The week of 29 October closes on Sunday 1 November.
    expect(codes(await company.computed('2026-10'))).toEqual([]);
  });
});
