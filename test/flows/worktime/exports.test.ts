import { describe, expect, test } from '@jest/globals';
import { blank, displayed, numberCell, textCell } from '../../../shared/domain/review/cell.ts';
import { plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { exportLines } from '../../../shared/flows/worktime/exportLines.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { prepareExport } from '../../../shared/flows/worktime/prepareExport.ts';
import { abandonExport, cancelExport, confirmExport } from '../../../shared/flows/worktime/timeExports.ts';
import type { TableDeclaration } from '../../../shared/tables/declaration.ts';
import { periodsTable } from '../../../shared/tables/periodsTable.ts';
import { exportLinesTable, timeExportsTable } from '../../../shared/tables/worktime/timeExportsTable.ts';
import { timeAccountsTable } from '../../../shared/tables/worktime/timeAccountsTable.ts';
import { timeCorrectionsTable } from '../../../shared/tables/worktime/timeCorrectionsTable.ts';
import { timeRegisterTable } from '../../../shared/tables/worktime/timeRegisterTable.ts';
import { timeRulesTable } from '../../../shared/tables/worktime/timeRulesTable.ts';
import { ReceiptService } from '../../support/receiptService.ts';
import { sound } from '../../support/smallCompany.ts';
import { balances, TimeCompany } from './timeCompany.ts';

const column = (company: TimeCompany, table: TableDeclaration, ...keys: string[]) =>
  (company.book.tables.get(table.name) ?? []).map(({ cells }) => keys.map((key) => displayed(cells[key] ?? blank)));

const handed = async (company: TimeCompany, month: string) =>
  exportLines(await company.computed(month)).map(
    ({ employeeId, origin, account, hundredths }) => `${employeeId} ${origin} ${account.account.code} ${hundredths}`,
  );

async function prepared(company: TimeCompany, month: string): Promise<string> {
  return sound(await prepareExport(company.ports, await company.computed(month))).number;
}

async function close(company: TimeCompany, month: string): Promise<void> {
  sound(await confirmExport(company.ports, await prepared(company, month)));
}

const refusal = (answer: { ok: boolean; error?: { code: string } }) => (answer.ok ? 'done' : answer.error?.code);

describe('an export', () => {
  test('is prepared, prepared again the same, confirmed, and closes its month', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-09-07', 9, 9, 8, 8, 8);
    expect(await prepared(company, '2026-09')).toBe('HT1');
    expect(await prepared(company, '2026-09')).toBe('HT1');
    expect(column(company, exportLinesTable, 'export', 'account', 'payrollCode', 'destination', 'hours')).toEqual([
      ['HT1', 'HS25', '1025', 'paie', '7'],
    ]);
    expect(column(company, timeRegisterTable, 'line')).toEqual([]);
    sound(await confirmExport(company.ports, 'ht1'));
    expect(column(company, timeExportsTable, 'number', 'state', 'lines')).toEqual([['HT1', 'confirmé', '1']]);
    expect(column(company, timeRegisterTable, 'origin', 'account', 'minutes', 'hundredths')).toEqual([
      ['2026-09', 'HS25', '420', '700'],
    ]);
    expect(column(company, periodsTable, 'topic', 'month', 'state')).toEqual([
      ['temps de travail', '2026-09', 'close'],
      ['temps de travail', '2026-10', 'ouverte'],
    ]);
    expect(refusal(await prepareExport(company.ports, await company.computed('2026-09')))).toBe('closed');
    expect(refusal(await confirmExport(company.ports, 'HT1'))).toBe('unknown');
  });

  test('adds up to the rounded total of what is counted late: 20 minutes, then 20 more', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-09-07', 7 + 1 / 3, 7, 7, 7, 7);
    expect(await handed(company, '2026-09')).toEqual(['1 2026-09 HS25 33']);
    await close(company, '2026-09');
    company.week('1', '2026-09-07', 7 + 2 / 3, 7, 7, 7, 7);
    expect(await handed(company, '2026-10')).toEqual(['1 2026-09 HS25 34']);
  });

  test('a line that payroll refused comes back, and only that one', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
    company.week('2', '2026-09-07', 8, 8, 8, 8, 8);
    const number = await prepared(company, '2026-09');
    const line = company.book.tables.get(exportLinesTable.name)?.[1];
    if (line) line.cells = { ...line.cells, taken: textCell('non') };
    await prepared(company, '2026-09');
    sound(await confirmExport(company.ports, number));
    expect(await handed(company, '2026-10')).toEqual(['2 2026-09 HS25 500']);
  });

  test('a week approved after its month was closed is handed over once, as of its month', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
    company.week('1', '2026-09-14', 8, 8, 8, 8, 9);
    company.wait('1', '2026-09-14');
    await close(company, '2026-09');
    company.account.pending.clear();
    expect(await handed(company, '2026-10')).toEqual(['1 2026-09 HS25 600']);
    await close(company, '2026-10');
    expect(await handed(company, '2026-11')).toEqual([]);
  });

  test('nothing is taken back while a week of the closed month waits again', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
    await close(company, '2026-09');
    company.wait('1', '2026-09-07');
    const computation = await company.computed('2026-10');
    expect(exportLines(computation)).toEqual([]);
    expect(computation.findings.map(({ code }) => code)).toContain('timeLateWaits');
    company.account.pending.clear();
    company.week('1', '2026-09-07', 7, 7, 7, 7, 7);
    expect(await handed(company, '2026-10')).toEqual(['1 2026-09 HS25 -500']);
  });

  test('a rule changed changes no closed month', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
    await close(company, '2026-09');
    company.fill(
      timeRulesTable,
      { set: 'Droit commun', order: 1, code: 'HS25', kind: 'écart', account: 'HS25', fromHour: 40, toHour: 43 },
      { set: 'Droit commun', order: 2, code: 'HS50', kind: 'écart', account: 'HS50', after: 'HS25' },
    );
    company.week('1', '2026-10-05', 8, 8, 8, 8, 8);
    expect(await handed(company, '2026-10')).toEqual(['1 2026-10 HS25 100']);
    const [told] = (await company.computed('2026-10')).findings.filter(({ code }) => code === 'timeSetChanged');
    expect(told).toMatchObject({ severity: 'info', facts: { date: '2026-10-01' }, place: { column: 'set' } });
  });

  test('an account that goes nowhere keeps its balance from month to month', async () => {
    const company = await TimeCompany.begun();
    company.fill(
      timeAccountsTable,
      { name: 'Heures supp. 25 %', code: 'HS25', premium: 25 },
      { name: 'Heures supp. 50 %', code: 'HS50', premium: 50 },
    );
    company.fill(
      timeCorrectionsTable,
      { luccaId: '1', date: '2026-06-30', account: 'HS25', kind: 'solde de départ', hours: 2 },
      { luccaId: '1', date: '2026-10-12', account: 'HS25', kind: 'repos pris', hours: 3 },
    );
    company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
    company.week('1', '2026-10-05', 8, 8, 8, 8, 8);
    expect(balances(await company.computed('2026-09'))).toEqual({ '1 HS25': 420 });
    await close(company, '2026-09');
    const [line] = (await company.computed('2026-10')).people[0]?.accounts ?? [];
    expect(line).toMatchObject({ before: 420, posted: 300, corrected: -180, balance: 540, late: [] });
  });
});

describe('an export is refused', () => {
  test('when an earlier month is still to be closed, when another one is prepared, when there is nothing', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
    company.week('1', '2026-10-05', 8, 8, 8, 8, 8);
    company.week('1', '2026-11-02', 8, 8, 8, 8, 8);
    expect(refusal(await prepareExport(company.ports, await company.computed('2026-08')))).toBe('empty');
    await close(company, '2026-09');
    expect(refusal(await prepareExport(company.ports, await company.computed('2026-11')))).toBe('skipped');
    await prepared(company, '2026-10');
    expect(refusal(await cancelExport(company.ports, 'HT1'))).toBe('notLast');
  });

  test('when it has hours of an account that cannot be read, whatever brought them', async () => {
    const company = await TimeCompany.begun();
    const rest = { name: 'Repos', code: 'RC', transfer: 'repo' };
    const accounts = ['HS25', 'HS50'].map((code) => ({ name: code, code, transfer: 'paie' }));
    company.fill(timeAccountsTable, ...accounts, rest);
    company.week('1', '2026-09-07', 9, 9, 8, 8, 8);
    expect(await prepared(company, '2026-09')).toBe('HT1');
    company.fill(timeCorrectionsTable, {
      luccaId: '1',
      date: '2026-09-10',
      account: 'RC',
      kind: 'correction',
      hours: 2,
    });
    expect(refusal(await prepareExport(company.ports, await company.computed('2026-09')))).toBe('account');
    company.fill(timeAccountsTable, ...accounts, { ...rest, transfer: 'repos' });
    expect(await prepared(company, '2026-09')).toBe('HT1');
  });

  test('when its lines are not those that were prepared', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
    const number = await prepared(company, '2026-09');
    const [line] = company.book.tables.get(exportLinesTable.name) ?? [];
    if (line) line.cells = { ...line.cells, hours: numberCell(50) };
    expect(refusal(await confirmExport(company.ports, number))).toBe('edited');
    await prepared(company, '2026-09');
    expect(refusal(await confirmExport(company.ports, number))).toBe('done');
  });

  test('when the register was edited: nothing is computed on it', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
    await close(company, '2026-09');
    const [line] = company.book.tables.get(timeRegisterTable.name) ?? [];
    if (line) line.cells = { ...line.cells, hundredths: numberCell(0) };
    const answer = await company.compute('2026-10');
    expect(answer).toMatchObject({ ok: false, error: { code: 'unsound', findings: [{ code: 'timeRegisterEdited' }] } });
  });
});

describe('a state that was typed', () => {
  const retyped = async (company: TimeCompany, number: string, cells: Readonly<Record<string, string>>) => {
    const line = (company.book.tables.get(timeExportsTable.name) ?? []).find(
      (each) => displayed(each.cells['number'] ?? blank) === number,
    );
    if (!line) throw new Error('no such export');
    const before = line.cells;
    line.cells = {
      ...before,
      ...Object.fromEntries(Object.entries(cells).map(([key, text]) => [key, textCell(text)])),
    };
    const answer = await company.compute('2026-10');
    line.cells = before;
    if (answer.ok || answer.error.code !== 'unsound') throw new Error('a refusal is expected');
    return answer.error.findings.map((each) => {
      expect(findingText(each)).toContain(number);
      return `${each.code} ${each.place?.key ?? ''} ${each.place?.column ?? ''} ${each.place?.address === undefined ? 'nowhere' : 'at its cell'}`;
    });
  };

  test('and that the dates or the register contradict: nothing is computed until it is restored', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
    await close(company, '2026-09');
    sound(await cancelExport(company.ports, 'HT1'));
    sound(await abandonExport(company.ports, await prepared(company, '2026-09')));
    await close(company, '2026-09');
    const odd = (number: string) => [`timeExportStateOdd ${number} state at its cell`];
    expect(await retyped(company, 'HT1', { state: 'confirmé' })).toEqual(odd('HT1'));
    expect(await retyped(company, 'HT1', { state: 'préparé' })).toEqual(odd('HT1'));
    expect(await retyped(company, 'HT1', { state: 'abandonné' })).toEqual(odd('HT1'));
    expect(await retyped(company, 'HT2', { state: 'confirmé' })).toEqual(odd('HT2'));
    expect(await retyped(company, 'HT3', { state: 'annulé' })).toEqual(odd('HT3'));
    expect(await retyped(company, 'HT3', { state: 'préparé' })).toEqual(odd('HT3'));
    expect(await retyped(company, 'HT1', { state: 'confirmé', endedAt: '' })).toEqual([
      'timeExportMonthTwice HT3 state at its cell',
    ]);
    expect(sound(await company.compute('2026-10')).book.register.closed).toHaveLength(1);
  });

  test('confirms nothing beside it', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
    await close(company, '2026-09');
    sound(await cancelExport(company.ports, 'HT1'));
    expect(await prepared(company, '2026-09')).toBe('HT2');
    const [first] = company.book.tables.get(timeExportsTable.name) ?? [];
    if (first) first.cells = { ...first.cells, state: textCell('confirmé') };
    expect(refusal(await confirmExport(company.ports, 'HT2'))).toBe('moved');
  });
});

describe('an export ends', () => {
  test('abandoned, it leaves its line only, and the month is open again', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
    sound(await abandonExport(company.ports, await prepared(company, '2026-09')));
    expect(column(company, exportLinesTable, 'export')).toEqual([]);
    expect(column(company, timeExportsTable, 'number', 'state')).toEqual([['HT1', 'abandonné']]);
    expect(column(company, periodsTable, 'month', 'state')).toEqual([['2026-09', 'ouverte']]);
    expect(await prepared(company, '2026-09')).toBe('HT2');
  });

  test('cancelled, its lines stay and count no more', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
    await close(company, '2026-09');
    sound(await cancelExport(company.ports, 'HT1'));
    expect(column(company, timeRegisterTable, 'export')).toEqual([['HT1']]);
    expect(await handed(company, '2026-09')).toEqual(['1 2026-09 HS25 500']);
    await close(company, '2026-09');
    expect((await company.computed('2026-10')).book.register.closed.map(({ month }) => month)).toEqual([
      plainMonth('2026-09'),
    ]);
  });

  test('cancelled where the service is not asked, its workbook may confirm the month again, and no copy may', async () => {
    const receipts = { service: new ReceiptService(), connectionId: 'c1' };
    const begun = async () => {
      const company = await TimeCompany.begun();
      company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
      return company;
    };
    const [company, copy] = [await begun(), await begun()];
    sound(await confirmExport(company.ports, await prepared(company, '2026-09'), { receipts }));
    expect(refusal(await confirmExport(copy.ports, await prepared(copy, '2026-09'), { receipts }))).toBe('taken');
    sound(await cancelExport(company.ports, 'HT1'));
    expect(refusal(await confirmExport(company.ports, await prepared(company, '2026-09'), { receipts }))).toBe('done');
  });
});
