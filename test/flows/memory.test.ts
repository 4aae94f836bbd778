/** What the workbook remembers of what was accepted and ignored, and what happens when a person deletes some of it. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { textCell } from '../../shared/domain/review/cell.ts';
import { findingText } from '../../shared/messages/fr/findings.ts';
import { prepareReview } from '../../shared/flows/prepareReview.ts';
import { employeesBaseTable, employeesTable } from '../../shared/tables/employeesTable.ts';
import { decisionsTable, stateTable } from '../../shared/tables/memoryTables.ts';
import { person, SmallCompany, wholeDays } from '../support/smallCompany.ts';

let company: SmallCompany;

beforeEach(async () => {
  company = new SmallCompany();
  company.account.employees = [person('1'), person('2'), person('3')];
  company.account.halfDays = wholeDays('50', '2026-10-05', '2026-10-06');
  await company.apply();
});

function forget(table: { readonly name: string }): void {
  company.book.tables.delete(table.name);
}

describe('columns and memory', () => {
  test('a column deleted, then put back, is filled again', async () => {
    company.book.removedColumns.set(employeesTable.name, ['city']);
    company.book.rows(employeesTable).forEach(({ cells }) => delete cells['city']);
    expect(await company.proposals()).toEqual([]);
    await company.apply();
    company.book.removedColumns.clear();
    expect(await company.proposals()).toEqual([
      'changed 1 city: accept',
      'changed 2 city: accept',
      'changed 3 city: accept',
    ]);
    await company.apply();
    expect(company.cell('3', 'city')).toBe('Lyon');
    expect(await company.proposals()).toEqual([]);
  });

  test('a column that is gone, deleted or renamed, is named: what Lucca says there goes nowhere', async () => {
    company.book.removedColumns.set(employeesTable.name, ['iban', 'city']);
    const { findings } = await company.review();
    expect(findings.map(findingText)).toEqual([
      expect.stringMatching(/« Salariés » : il manque Ville, IBAN\. .*rétablissez-le/),
    ]);
    company.book.removedColumns.clear();
    expect((await company.review()).findings).toEqual([]);
  });

  test('who arrives while a column is deleted has it filled too, once it is put back', async () => {
    company.book.removedColumns.set(employeesTable.name, ['city']);
    company.book.rows(employeesTable).forEach(({ cells }) => delete cells['city']);
    company.account.employees.push(person('4'));
    await company.apply();
    company.book.removedColumns.clear();
    expect(await company.proposals()).toContain('changed 4 city: accept');
  });

  test('without a base, what payroll holds and Lucca lacks is kept', async () => {
    company.type('1', 'nir', '1850578006084');
    forget(employeesBaseTable);
    forget(stateTable);
    expect(await company.proposals()).toEqual([]);
    expect((await company.review()).kept).toEqual([{ key: '1', column: 'nir' }]);
  });

  test('without a base, keeping one’s own is remembered at once', async () => {
    company.type('1', 'city', 'Paris');
    forget(employeesBaseTable);
    expect(await company.proposals()).toEqual(['conflict 1 city: undecided']);
    await company.apply(() => 'ignore');
    expect(company.cell('1', 'city')).toBe('Paris');
    expect(await company.proposals()).toEqual([]);
  });

  test('a workbook that lost its origin proposes nothing by itself, and says so', async () => {
    forget(stateTable);
    company.account.employees = [person('1', { lastName: 'Toute', firstName: 'Autre' }), person('9')];
    const review = await company.review();
    expect(review.findings.map(({ code }) => code)).toContain('originLost');
    expect(new Set(review.entries.map(({ item }) => item.decision))).toEqual(new Set(['undecided']));
    await company.apply();
    expect(company.cell('1', 'lastName')).toBe('Nom1');
    expect((await company.review()).origin.account).toBe('acme.ilucca.net');
  });

  test('a date that cannot be read loses no account; a connection that cannot be read does', async () => {
    company.row('asOf', stateTable).cells['value'] = textCell('hier');
    const connection = { ...company.account.connection(), host: 'other.ilucca.net' };
    const refused = await prepareReview(company.ports, { connection, months: company.months });
    expect(refused).toMatchObject({ ok: false, error: { from: 'state', code: 'otherConnection' } });
    company.row('connection', stateTable).cells['value'] = textCell('');
    expect((await company.review()).findings.map(({ code }) => code)).toContain('originLost');
  });

  test('identifiers of Lucca that nothing says the account of are proposed nothing by default', async () => {
    for (const table of [employeesBaseTable, stateTable]) forget(table);
    company.account.employees = [person('1', { lastName: 'Toute', firstName: 'Autre' })];
    const { entries, findings } = await company.review();
    expect(findings.map(({ code }) => code)).toContain('originLost');
    expect(entries.every(({ item }) => item.decision === 'undecided')).toBe(true);
  });

  test('another account is refused, even under the same name of connection', async () => {
    const connection = { ...company.account.connection(), host: 'other.ilucca.net' };
    const refused = await prepareReview(company.ports, { connection, months: company.months });
    expect(refused).toMatchObject({ ok: false, error: { from: 'state', code: 'otherConnection' } });
  });

  test('a change ignored, taken back in Lucca, then made again, is proposed anew', async () => {
    company.account.employees[0] = person('1', { city: 'Lille' });
    await company.apply(() => 'ignore');
    expect(await company.proposals()).toEqual(['changed 1 city: ignore']);
    company.account.employees[0] = person('1');
    await company.apply();
    expect(company.book.rows(decisionsTable)).toEqual([]);
    company.account.employees[0] = person('1', { city: 'Lille' });
    expect(await company.proposals()).toEqual(['changed 1 city: accept']);
  });

  test('a field that Lucca stops giving forgets nothing of what was ignored', async () => {
    company.account.employees[0] = person('1', { city: 'Lille' });
    await company.apply(() => 'ignore');
    const { city: _, ...values } = person('1').values;
    company.account.employees[0] = { id: '1', values };
    await company.apply();
    company.account.employees[0] = person('1', { city: 'Lille' });
    expect(await company.proposals()).toEqual(['changed 1 city: ignore']);
  });

  test('a person ignored stays so, whatever becomes of their address', async () => {
    company.account.employees.push(person('4'));
    await company.apply(() => 'ignore');
    company.account.employees[3] = person('4', { city: 'Lille' });
    expect(await company.proposals()).toEqual(['added 4: ignore']);
  });

  test('texts as long as a cell holds, or longer, are compared, ignored and accepted', async () => {
    const long = 'ß'.repeat(40_000);
    company.account.employees[0] = person('1', { city: long });
    await company.apply(() => 'ignore');
    expect(await company.proposals()).toEqual(['changed 1 city: ignore']);
    await company.apply(() => 'accept');
    expect(company.cell('1', 'city')).toHaveLength(32_767);
    expect(await company.proposals()).toEqual([]);
  });

  test.each([['=1+1'], ["'t Hooft"], ['Ζαΐμης'], ['ŉ'], ['𝒜da 😀'], ['a\ud83d'], ['Ça\u00a0 va'], ['+33 6']])(
    'the text %j is agreed upon once written',
    async (text) => {
      company.account.employees[0] = person('1', { lastName: text });
      await company.apply();
      expect(company.cell('1', 'lastName')).toBe(text);
      const { entries, silent, kept } = await company.review();
      expect([entries, silent, kept]).toEqual([[], [], []]);
    },
  );
});
