/** What the comparison makes of « Salariés », whatever a clerk does to its rows and Lucca to its people. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { applyPlan } from '../../shared/flows/apply.ts';
import { blank, displayed, numberCell, textCell } from '../../shared/domain/review/cell.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { IBAN, OTHER_IBAN, person, SmallCompany, wholeDays } from '../support/smallCompany.ts';

let company: SmallCompany;

beforeEach(async () => {
  company = new SmallCompany();
  company.account.employees = [person('1'), person('2'), person('3')];
  company.account.halfDays = wholeDays('50', '2026-10-05', '2026-10-06');
  await company.apply();
});

describe('rows of the clerk', () => {
  test('a row under an identifier that Lucca never had is payroll’s own: never flagged', async () => {
    company.book
      .rows(employeesTable)
      .push({ cells: { luccaId: textCell('EXT1'), lastName: textCell('Prestataire') }, others: [] });
    expect(await company.proposals()).toEqual([]);
  });

  test('a row typed before the arrival is completed; what differs is for a person to choose', async () => {
    const typed = { luccaId: numberCell(4), lastName: textCell('Autre'), firstName: textCell('p4') };
    company.book.rows(employeesTable).push({ cells: typed, others: [] });
    company.account.employees.push(person('4'));
    const proposals = await company.proposals();
    expect(proposals).toContain('conflict 4 lastName: undecided');
    expect(proposals).toContain('changed 4 employeeNumber: accept');
    expect(proposals).toContain('changed 4 iban: undecided');
    expect(proposals.some((each) => each.includes('firstName'))).toBe(false);
    await company.apply(({ item }) => (item.kind === 'conflict' ? 'ignore' : 'accept'));
    expect(company.cell('4', 'lastName')).toBe('Autre');
    expect(company.cell('4', 'iban')).toBe(IBAN);
    expect(await company.proposals()).toEqual([]);
  });

  test('a key emptied makes a row of payroll’s own; the person is said to be missing, and comes back only when asked', async () => {
    company.type('2', 'luccaId', blank);
    expect(await company.proposals()).toEqual(['deletedHere 2: ignore']);
    await company.apply(() => 'accept');
    expect(company.keys(employeesTable)).toEqual(['1', '', '3', '2']);
  });

  test('a key typed over another makes two rows of one key: neither is touched', async () => {
    company.type('2', 'luccaId', '1');
    company.account.employees[0] = person('1', { city: 'Lille' });
    const { findings } = await company.review();
    expect(findings.map(({ code }) => code)).toEqual(['duplicateKey']);
    expect(await company.proposals()).toEqual(['deletedHere 2: ignore']);
  });

  test('two rows of one key that came after the review are left too', async () => {
    company.account.employees[0] = person('1', { city: 'Lille' });
    const review = await company.review();
    company.book.rows(employeesTable).push(structuredClone(company.row('1')));
    const report = await applyPlan(
      company.ports,
      company.chosen(review, () => undefined),
    );
    expect(report.ok && report.value.refused.map(({ key }) => key)).toEqual(['1']);
    expect(company.book.rows(employeesTable).map(({ cells }) => displayed(cells['city'] ?? blank))).not.toContain(
      'Lille',
    );
  });

  test('a deleted row is not proposed by itself; one with another IBAN is confirmed by itself', async () => {
    company.book.rows(employeesTable).splice(1, 1);
    expect(await company.proposals()).toEqual(['deletedHere 2: ignore']);
    company.account.employees[1] = person('2', { iban: OTHER_IBAN });
    const [entry] = (await company.review()).entries;
    expect(entry?.item).toMatchObject({ kind: 'deletedHere', gated: true });
  });

  test('someone deleted here, gone from Lucca, then back, is an arrival', async () => {
    company.book.rows(employeesTable).splice(1, 1);
    const [, second] = company.account.employees;
    company.account.employees.splice(1, 1);
    await company.apply();
    company.account.employees.push(second ?? person('2'));
    expect(await company.proposals()).toEqual(['added 2: accept']);
    await company.apply();
    expect(company.cell('2', 'lastName')).toBe('Nom2');
    expect(await company.proposals()).toEqual([]);
  });

  test('someone flagged as gone, then deleted here, then back, is an arrival', async () => {
    const [, second] = company.account.employees;
    company.account.employees.splice(1, 1);
    await company.apply();
    company.book.rows(employeesTable).splice(1, 1);
    company.account.employees.push(second ?? person('2'));
    expect(await company.proposals()).toEqual(['added 2: accept']);
  });
});

describe('a person gone from Lucca', () => {
  beforeEach(() => {
    company.account.employees.splice(1, 1);
  });

  test('what payroll writes in the situation afterwards stays', async () => {
    await company.apply();
    company.type('2', 'situation', 'sorti');
    expect(await company.proposals()).toEqual([]);
    expect((await company.review()).kept).toContainEqual({ key: '2', column: 'situation' });
  });

  test('what payroll wrote in the situation before is not covered without its word', async () => {
    company.type('2', 'situation', 'congé parental');
    expect(await company.proposals()).toEqual(['gone 2: undecided']);
  });

  test('is told even when the person deleted the column of the situation, once', async () => {
    company.book.removedColumns.set(employeesTable.name, ['situation']);
    expect(await company.proposals()).toEqual(['gone 2: accept']);
    await company.apply();
    expect(await company.proposals()).toEqual([]);
  });

  test('ignored, back, then gone again, is proposed anew', async () => {
    await company.apply(() => 'ignore');
    expect(await company.proposals()).toEqual(['gone 2: ignore']);
    company.account.employees.push(person('2'));
    await company.apply();
    company.account.employees.pop();
    expect(await company.proposals()).toEqual(['gone 2: accept']);
  });
});
