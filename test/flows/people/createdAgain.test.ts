/** « C'est la même personne »: what registers, sheets and copies hold of somebody is theirs still, under the identifier that Lucca gave them. */
import { describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { blank, isBlank, textCell } from '../../../shared/domain/review/cell.ts';
import { undoLastPlan } from '../../../shared/flows/apply.ts';
import { computeControl } from '../../../shared/flows/people/month/computeControl.ts';
import { computeMovements, writeMovements } from '../../../shared/flows/people/month/computeMovements.ts';
import { exportLines } from '../../../shared/flows/worktime/exportLines.ts';
import { readTimeExport } from '../../../shared/flows/worktime/exportReading.ts';
import { prepareExport } from '../../../shared/flows/worktime/prepareExport.ts';
import { confirmExport } from '../../../shared/flows/worktime/timeExports.ts';
import { readOrder } from '../../../shared/flows/vouchers/orderReading.ts';
import { employeesTable } from '../../../shared/tables/employeesTable.ts';
import { formerIdsTable } from '../../../shared/tables/people/formerIdsTable.ts';
import { monthMovementsTable } from '../../../shared/tables/people/monthMovementsTable.ts';
import { adjustmentsTable } from '../../../shared/tables/vouchers/adjustmentsTable.ts';
import { exportLinesTable } from '../../../shared/tables/worktime/timeExportsTable.ts';
import { timeCorrectionsTable } from '../../../shared/tables/worktime/timeCorrectionsTable.ts';
import { IBAN, OTHER_IBAN, person, type SmallCompany, sound, wholeDays } from '../../support/smallCompany.ts';
import { RecapCompany } from '../recap/recapCompany.ts';
import { ordered, VoucherCompany } from '../vouchers/voucherCompany.ts';
import { TimeCompany } from '../worktime/timeCompany.ts';
import { MonthCompany } from './month/monthCompany.ts';

const again = (id: string, former = '1') =>
  person(id, { employeeNumber: `000${former}`, lastName: `Nom${former}`, firstName: `P${former}` });

interface Account {
  readonly account: { employees: ReturnType<typeof person>[]; contracts: VoucherCompany['account']['contracts'] };
}

/** Lucca deletes a person and creates them again under another identifier; payroll says that they are the same. */
async function recreated<C extends SmallCompany & Account>(company: C, from = '1', to = '91'): Promise<C> {
  const { account } = company;
  const followed = <T extends { readonly employeeId: string }>(each: T): T =>
    each.employeeId === from ? { ...each, employeeId: to } : each;
  account.employees = account.employees.map((each) => (each.id === from ? again(to) : each));
  account.contracts = account.contracts.map(followed);
  company.account.halfDays = company.account.halfDays.map(followed);
  await company.apply(() => 'accept');
  expect(company.keys(employeesTable)).toContain(to);
  return company;
}

describe('vouchers', () => {
  test('are not ordered twice, nor is an adjustment counted twice; what is typed under the old identifier holds', async () => {
    const company = await VoucherCompany.begun();
    const adjustment = {
      month: '2026-09-01',
      luccaId: '1',
      kind: 'autre',
      number: 2,
      date: '2026-09-10',
      comment: 'x',
    };
    company.fill(adjustmentsTable, adjustment);
    const september = await company.close('2026-09');
    company.dayOff('2026-09-08');
    const before = ordered(await company.computed('2026-10'));
    await recreated(company);
    const after = await company.computed('2026-10');
    expect([ordered(september), before]).toEqual([
      { 1: 24, 2: 22, 3: 22 },
      { 1: 21, 2: 22, 3: 22 },
    ]);
    expect(ordered(after)).toEqual({ 2: 22, 3: 22, 91: 21 });
    expect(after.findings.map(({ code }) => code)).not.toContain('voucherPersonUnknown');
    const { input } = sound(await readOrder(company.book, 'TR1'));
    expect(
      input.lines.map(({ person: { luccaId, lastName, firstName } }) => [luccaId, lastName, firstName])[0],
    ).toEqual(['1', 'Nom1', 'P1']);
    sound(await undoLastPlan(company.ports));
    expect([company.keys(employeesTable), company.keys(formerIdsTable)]).toEqual([['1', '2', '3'], []]);
  });

  test('created again twice, then under the first identifier again', async () => {
    const company = await VoucherCompany.begun();
    await company.close('2026-09');
    for (const [from, to] of [
      ['1', '91'],
      ['91', '92'],
      ['92', '1'],
      ['1', '91'],
    ] as const) {
      // prettier-ignore
      await recreated(company, from, to);
      expect(ordered(await company.computed('2026-10'))[to]).toBe(22);
    }
    await company.close('2026-10');
    await recreated(company, '91', '93');
    expect(ordered(await company.computed('2026-11'))['93']).toBe(21);
  });
});

describe('hours', () => {
  test('of closed months are handed over once; corrections, refused lines and the credit in Lucca follow', async () => {
    const company = await TimeCompany.begun();
    company.week('1', '2026-09-07', 9, 7, 7, 7, 7);
    company.fill(timeCorrectionsTable, { luccaId: '1', date: '2026-09-10', account: 'HS50', hours: 3 });
    const { number } = sound(await prepareExport(company.ports, await company.computed('2026-09')));
    const [, refused] = company.book.rows(exportLinesTable);
    if (refused) refused.cells['taken'] = textCell('non');
    sound(await confirmExport(company.ports, number));
    const handed = async () =>
      exportLines(await company.computed('2026-10')).map(
        ({ employeeId, origin, account, hundredths }) =>
          `${employeeId} ${origin} ${account.account.code} ${hundredths}`,
      );
    expect(await handed()).toEqual(['1 2026-09 HS50 300']);
    company.account.entries.set('91', company.account.entries.get('1') ?? []);
    await recreated(company);
    expect(await handed()).toEqual(['91 2026-09 HS50 300']);
    const { lines } = sound(await readTimeExport(company.book, number));
    expect(lines.map((each) => [each.person.luccaId, each.person.lastName, each.hundredths])).toEqual([
      ['91', 'Nom1', 200],
    ]);
  });
});

describe('a month looked over', () => {
  const rows = (company: MonthCompany) =>
    company.told(monthMovementsTable, 'month', 'luccaId', 'kind', 'state', 'dpae');
  const write = async (company: MonthCompany, month: string) => {
    const request = { connection: company.account.connection(), month: plainMonth(month) };
    sound(await writeMovements(company.ports, sound(await computeMovements(company.ports, request))));
  };

  async function hired(): Promise<MonthCompany> {
    const company = await MonthCompany.begun();
    company.contracts('1', company.span('1', '2026-10-05', null));
    await write(company, '2026-10');
    const [row] = company.book.rows(monthMovementsTable);
    if (row) {
      row.cells['dpae'] = textCell('oui');
      row.others = [{ heading: 'Dossier', cell: textCell('D12') }];
    }
    return company;
  }

  test('« Mouvements » tells no second arrival, this month or the next, and keeps what was ticked beside', async () => {
    const company = await recreated(await hired());
    const told = [['2026-10', '91', 'arrivée', 'en cours', 'oui']];
    expect(rows(company)).toEqual(told);
    await write(company, '2026-10');
    await write(company, '2026-11');
    expect(rows(company)).toEqual(told);
    expect(company.book.rows(monthMovementsTable)[0]?.others.map(({ cell }) => cell)).toEqual([textCell('D12')]);
  });

  test('undone, the movements go back to the identifier that they had', async () => {
    const company = await recreated(await hired());
    sound(await undoLastPlan(company.ports));
    expect(rows(company)).toEqual([['2026-10', '1', 'arrivée', 'en cours', 'oui']]);
  });

  test('somebody made to leave in payroll comes back', async () => {
    const company = await MonthCompany.begun();
    const lucca = company.account.employees;
    company.account.employees = lucca.filter(({ id }) => id !== '1');
    await company.apply(() => 'accept');
    await write(company, '2026-10');
    const [row] = company.book.rows(monthMovementsTable);
    if (row) row.cells['done'] = textCell('oui');
    company.account.employees = lucca;
    await recreated(company);
    await write(company, '2026-11');
    expect(rows(company).map((each) => each.slice(0, 3))).toEqual([
      ['2026-10', '91', 'absent de Lucca'],
      ['2026-11', '91', 'revenu dans Lucca'],
    ]);
  });

  test('« Contrôle » has no gap, and names whose account changed under either identifier', async () => {
    const company = await MonthCompany.begun();
    const days = ['2026-09-07', '2026-09-08', '2026-09-09', '2026-10-05', '2026-10-06', '2026-10-07'];
    company.account.halfDays = days.flatMap((date) => wholeDays(`off${date}`, date));
    company.months = ['2026-09', '2026-10'].map(plainMonth);
    await company.apply(() => 'accept');
    // September is not read again: its rows stay under the identifier that they had.
    company.months = [plainMonth('2026-10')];
    company.account.change('1', 'iban', '2026-10-12', IBAN, OTHER_IBAN);
    await recreated(company);
    const request = { connection: company.account.connection(), month: plainMonth('2026-10') };
    const { rows: told } = sound(await computeControl(company.ports, request));
    const people = told.filter((cells) => !isBlank(cells['luccaId'] ?? blank));
    expect(people.map(({ luccaId, lastName, topic }) => [luccaId, lastName, topic])).toEqual([
      [textCell('91'), textCell('Nom1'), textCell('coordonnées bancaires')],
    ]);
  });
});

test('the recap of a month tells neither a row taken away nor somebody created', async () => {
  const company = new RecapCompany();
  company.lucca('2026-08-03T18:04:00.000Z', [person('1'), person('2')]);
  await company.apply(() => 'accept');
  sound(await company.close(plainMonth('2026-09')));
  company.lucca('2026-10-12T18:04:00.000Z', [
    { ...again('91'), values: { ...again('91').values, city: 'Lille' } },
    person('2'),
  ]);
  await company.apply(() => 'accept');
  await company.apply(() => 'accept');
  expect(await company.lines(plainMonth('2026-10'))).toEqual(['91 Ville Lyon → Lille lucca']);
});
