/** « Calendrier du mois » from the workbook and the mirror. */
import { beforeEach, expect, test } from '@jest/globals';
import { plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { textCell, type Cell } from '../../../shared/domain/review/cell.ts';
import { fail } from '../../../shared/domain/result.ts';
import { confirmAccounts, prepareAccounts } from '../../../shared/flows/absences/prepareAccounts.ts';
import { readCalendar, type CalendarReading } from '../../../shared/flows/absences/readCalendar.ts';
import { accountBindingsTable } from '../../../shared/tables/absences/accountBindingsTable.ts';
import { establishmentsTable } from '../../../shared/tables/establishmentsTable.ts';
import { formerIdsTable } from '../../../shared/tables/people/formerIdsTable.ts';
import { halfDay, OCTOBER, person, SmallCompany, sound, wholeDays } from '../../support/smallCompany.ts';

let company: SmallCompany;

const account = (id: string, name: string) => ({ id, name, establishments: ['1'] });

beforeEach(async () => {
  company = new SmallCompany();
  company.account.employees = [
    person('1', { lastName: 'Zola' }),
    person('2', { lastName: 'Évrard', establishment: 'Saint-Denis' }),
  ];
  company.account.leaveAccounts = [account('26', 'Congés payés 2026-2027'), account('40', 'Arrêt maladie')];
  company.account.halfDays = [
    ...wholeDays('1', '2026-10-05').map((each) => ({
      ...each,
      accountId: '26',
      accountName: 'Congés payés 2026-2027',
    })),
    halfDay('2', '2026-10-07', 'am', { employeeId: '2', accountId: '40', accountName: 'Arrêt maladie' }),
    halfDay('3', '2026-09-07', 'am', { employeeId: '2' }),
  ];
  await company.apply();
});

const read = (month = OCTOBER) =>
  readCalendar(company.ports, { connection: company.account.connection(), month: plainMonth(month) });

const bind = async () => {
  sound(await prepareAccounts(company.ports, company.account.connection()));
  sound(await confirmAccounts(company.ports, company.account.connection()));
};

const shown = ({ calendar }: CalendarReading) =>
  calendar.rows.map(({ person: { name, establishment, department }, days }) => [
    name,
    establishment,
    department,
    days.flatMap(({ date, am, pm }) => [...am, ...pm].map(({ category }) => `${date.slice(8)} ${category}`)).join(),
  ]);

/** A row of a sheet that a person fills; other columns are blank. */
const row = (cells: Readonly<Record<string, Cell>>) => ({ cells: { ...cells }, others: [] });

test('people by name, with the absences of the month under what payroll does with their account', async () => {
  await bind();
  const reading = sound(await read());
  expect(reading).toMatchObject({ account: 'acme.ilucca.net', asOf: company.account.asOf });
  expect(reading.calendar.month).toBe('2026-10');
  expect(shown(reading)).toEqual([
    ['Évrard P2', 'Saint-Denis', null, '07 stoppage'],
    ['Zola P1', 'Lyon', null, '05 paidLeave,05 paidLeave'],
  ]);
});

test('before anybody said what the accounts are, everything is unbound; a proposal says nothing either', async () => {
  const unbound = ['07 unbound', '05 unbound,05 unbound'];
  expect(shown(sound(await read())).map((each) => each[3])).toEqual(unbound);
  sound(await prepareAccounts(company.ports, company.account.connection()));
  expect(shown(sound(await read())).map((each) => each[3])).toEqual(unbound);
});

test('public holidays are those of the establishment; one that nobody described is told, and keeps those of the country', async () => {
  company.account.months = [OCTOBER, plainMonth('2026-12')];
  company.account.halfDays = ['1', '2'].map((employeeId) => halfDay('9', '2026-12-01', 'am', { employeeId }));
  company.book.tables.set(establishmentsTable.name, [
    row({ id: textCell('3'), name: textCell('Saint-Denis'), zone: textCell('La Réunion') }),
  ]);
  const { calendar, unplaced } = sound(await read(plainMonth('2026-12')));
  expect(unplaced).toEqual(['Lyon']);
  expect(
    calendar.rows.map(({ days }) => days.filter(({ holiday }) => holiday).map(({ date }) => date.slice(8))),
  ).toEqual([['20', '25'], ['25']]);
});

test('a column « Équipe » or « Service » that the accountant added names the team of each person', async () => {
  company.note('1', 'Service', 'Paie');
  company.note('2', 'Service', 'Ventes');
  company.note('2', 'ÉQUIPE', ' Nuit ');
  expect(shown(sound(await read())).map((each) => each[2])).toEqual(['Nuit', 'Paie']);
});

test('absences of somebody who is not in « Salariés » are counted apart; those under a former identifier follow the person', async () => {
  company.account.halfDays.push(
    halfDay('7', '2026-10-08', 'am', { employeeId: '90' }),
    halfDay('8', '2026-10-08', 'am', { employeeId: '91' }),
    halfDay('8', '2026-10-08', 'pm', { employeeId: '91' }),
  );
  company.book.tables.set(formerIdsTable.name, [row({ luccaId: textCell('90'), current: textCell('1') })]);
  const { calendar } = sound(await read());
  expect(calendar.leftOut).toEqual({ people: 1, halfDays: 2 });
  expect(shown({ calendar } as CalendarReading).map((each) => each[3])).toEqual([
    '07 unbound',
    '05 unbound,05 unbound,08 unbound',
  ]);
});

test('a month without an absence is an empty calendar', async () => {
  company.account.halfDays = [];
  expect(sound(await read()).calendar).toEqual({ month: '2026-10', rows: [], leftOut: { people: 0, halfDays: 0 } });
});

test('refused, each for its reason: a month that was not read, another account', async () => {
  expect(await read(plainMonth('2026-11'))).toEqual({ ok: false, error: { code: 'notRead' } });
  const neverRead = { ...company.account.connection(), mirror: null };
  expect(await readCalendar(company.ports, { connection: neverRead, month: OCTOBER })).toEqual({
    ok: false,
    error: { code: 'notRead' },
  });
  const other = { ...company.account.connection(), id: 'c2', host: 'other.ilucca.net', account: 'other' };
  expect(await readCalendar(company.ports, { connection: other, month: OCTOBER })).toEqual({
    ok: false,
    error: { code: 'otherAccount', account: 'acme.ilucca.net' },
  });
});

test('an update that was cut short is finished or taken back first', async () => {
  company.account.employees.push(person('3'));
  company.book.linesBeforeFault = 4;
  await expect(company.apply()).rejects.toThrow();
  company.book.linesBeforeFault = Number.POSITIVE_INFINITY;
  expect(await read()).toEqual({ ok: false, error: { code: 'pending' } });
});

test('a run that ends on the way has everything read again, of one snapshot', async () => {
  let left = 2;
  company.account.beforePage = () => {
    if (left > 0) company.account.snapshot += 1;
    left -= 1;
  };
  expect(shown(sound(await read()))).toHaveLength(2);
});

test('a service that does not answer is told', async () => {
  const service = {
    ...company.ports.service,
    leaveAccounts: () => Promise.resolve(fail({ code: 'unreachable' as const })),
  };
  expect(
    await readCalendar({ ...company.ports, service }, { connection: company.account.connection(), month: OCTOBER }),
  ).toEqual({
    ok: false,
    error: { code: 'service', error: { code: 'unreachable' } },
  });
});

test('nothing is written', async () => {
  const before = company.book.copy();
  await read();
  expect(company.book.copy()).toEqual(before);
  expect(company.book.rows(accountBindingsTable)).toEqual([]);
});
