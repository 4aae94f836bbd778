/** Lucca that shows nobody away, though payroll holds absences: payroll is not emptied on a silence. */
import { beforeEach, expect, test } from '@jest/globals';
import { person, wholeDays } from '../../../support/smallCompany.ts';
import { Office } from './office.ts';

const SIX = ['1', '2', '3', '4', '5', '6'];

let office: Office;

/** As many people as are told apart from a month of nobody away. */
beforeEach(() => {
  office = new Office();
  const [span] = office.account.spans;
  if (!span) throw new Error('no contract');
  office.account.employees = SIX.map((id) => person(id));
  office.account.spans = SIX.map((employeeId) => ({ ...span, id: `c${employeeId}`, employeeId }));
});

/** One day of paid leave each, taken by payroll. */
async function handed(people: readonly string[]) {
  const dayOff = (employeeId: string) =>
    wholeDays(`5${employeeId}`, '2026-10-05').map((each) => ({ ...each, employeeId }));
  office.account.halfDays = people.flatMap(dayOff);
  await office.opened();
  expect(await office.handed()).toBe('A1');
}

test.each<[string, number, number]>([
  ['two people: they may be the only ones who were away, and their cancelled leaves are taken back', 2, 2],
  ['three people: nothing is taken back', 3, 0],
  ['everybody: nothing is taken back', 6, 0],
])('payroll holds %s', async (_, people, deletions) => {
  await handed(SIX.slice(0, people));
  office.account.halfDays = [];
  const prepared = await office.prepareImport();
  expect([prepared.deletions, prepared.kept]).toEqual([deletions, 0]);
  expect(prepared.findings).toMatchObject([
    { code: 'transferNoAbsence', severity: 'warning', facts: { months: '2026-10', people: '6' } },
  ]);
});

test('one absence that is left says that Lucca answers: the others are taken back', async () => {
  await handed(SIX);
  office.account.halfDays = office.account.halfDays.filter(({ employeeId }) => employeeId === '6');
  const prepared = await office.prepareImport();
  expect([prepared.deletions, prepared.findings]).toEqual([5, []]);
});

test('once Lucca answers again, there is nothing to do', async () => {
  await handed(SIX);
  const all = office.account.halfDays;
  office.account.halfDays = [];
  expect((await office.prepareImport()).outcome).toBe('nothing');
  office.account.halfDays = all;
  const prepared = await office.prepareImport();
  expect([prepared.outcome, prepared.findings]).toEqual(['nothing', []]);
});

test('before the first import, it is told', async () => {
  await office.opened();
  const prepared = await office.prepareImport();
  expect([prepared.outcome, prepared.findings.map(({ code }) => code)]).toEqual(['nothing', ['transferNoAbsence']]);
});
