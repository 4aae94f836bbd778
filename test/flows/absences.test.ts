/** What the comparison makes of « Absences », whatever Lucca cancels, lengthens and files otherwise, and a clerk types. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { numberCell, textCell } from '../../shared/domain/review/cell.ts';
import type { Standing } from '../../shared/domain/review/review.ts';
import type { Review, ReviewEntry } from '../../shared/flows/prepareReview.ts';
import { countOf, hasSomethingToWrite, noDecisions } from '../../shared/flows/reviewEntries.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { halfDay, person, SmallCompany, wholeDays } from '../support/smallCompany.ts';

let company: SmallCompany;

beforeEach(async () => {
  company = new SmallCompany();
  company.account.employees = [person('1'), person('2'), person('3')];
  company.account.halfDays = wholeDays('50', '2026-10-05', '2026-10-06');
  await company.apply();
});

const SPAN = '50-9-2026-10-05-am';

describe('absences', () => {
  test('a month that the service never read is not compared, and is said', async () => {
    company.months = [plainMonth('2026-09'), plainMonth('2026-10'), plainMonth('2026-10')];
    company.account.months = [plainMonth('2026-10'), plainMonth('2026-09')];
    company.account.halfDays.push(...wholeDays('49', '2026-09-07'));
    await company.apply();
    company.account.months = [plainMonth('2026-10')];
    company.account.halfDays = wholeDays('50', '2026-10-05', '2026-10-06');
    expect(await company.proposals()).toEqual([]);
    const { findings, origin } = await company.review();
    expect(findings.map(({ code, facts }) => [code, facts['month']])).toEqual([['monthNotRead', '2026-09']]);
    expect(origin.months).toEqual(['2026-10']);
  });

  test('a first day typed over another month moves the row to no other month', async () => {
    company.type(SPAN, 'from', '05/09/2026', absencesTable);
    company.account.halfDays = [];
    expect(await company.proposals()).toEqual([`removed ${SPAN.toUpperCase()}: accept`]);
    company.account.halfDays = wholeDays('50', '2026-10-05', '2026-10-06');
    expect(await company.proposals()).toEqual([`changed ${SPAN.toUpperCase()} from: accept`]);
  });

  test('a row under a key of payroll’s own is never removed', async () => {
    const cells = { id: textCell('MANUEL-1'), from: textCell('07/10/2026') };
    company.book.rows(absencesTable).push({ cells, others: [] });
    expect(await company.proposals()).toEqual([]);
  });

  test('ignored, then lengthened, is proposed anew', async () => {
    company.account.halfDays.push(...wholeDays('51', '2026-10-12'));
    await company.apply(() => 'ignore');
    expect(await company.proposals()).toEqual(['added 51-9-2026-10-12-AM: ignore']);
    company.account.halfDays.push(...wholeDays('51', '2026-10-13', '2026-10-14'));
    expect(await company.proposals()).toEqual(['added 51-9-2026-10-12-AM: accept']);
  });

  test('whose first half-day is cancelled keeps what was written beside it', async () => {
    company.note(SPAN, 'Justificatif', 'reçu', absencesTable);
    company.account.halfDays.shift();
    expect(await company.proposals()).toEqual([
      'added 50-9-2026-10-05-PM: accept',
      'removed 50-9-2026-10-05-AM: accept',
    ]);
    await company.apply();
    expect(company.keys(absencesTable)).toEqual(['50-9-2026-10-05-pm']);
    expect(company.row('50-9-2026-10-05-pm', absencesTable).others).toEqual([
      { heading: 'Justificatif', cell: textCell('reçu') },
    ]);
    expect(company.cell('50-9-2026-10-05-pm', 'days', absencesTable)).toBe('1,5');
    expect(await company.proposals()).toEqual([]);
  });

  test('of a person that the key no longer sees keeps their name', async () => {
    company.account.employees.shift();
    await company.apply();
    expect(company.cell(SPAN, 'lastName', absencesTable)).toBe('Nom1');
  });

  test('follows the name of its person with any plan', async () => {
    company.account.employees[0] = person('1', { lastName: 'Martin' });
    await company.apply();
    expect(company.cell(SPAN, 'lastName', absencesTable)).toBe('Martin');
  });

  test('edited by payroll is proposed as in Lucca, and what was ignored stays so', async () => {
    company.type(SPAN, 'days', numberCell(1.5), absencesTable);
    expect(await company.proposals()).toEqual([`changed ${SPAN.toUpperCase()} days: accept`]);
    await company.apply(() => 'ignore');
    expect(company.cell(SPAN, 'days', absencesTable)).toBe('1,5');
    expect(await company.proposals()).toEqual([`changed ${SPAN.toUpperCase()} days: ignore`]);
  });

  test('a formula that shows what Lucca says is no difference; another waits for a person', async () => {
    company.row(SPAN, absencesTable).formulas = ['days', 'lastName'];
    company.type(SPAN, 'lastName', 'Par formule', absencesTable);
    expect(await company.proposals()).toEqual([]);
    company.type(SPAN, 'days', numberCell(3), absencesTable);
    expect(await company.proposals()).toEqual([`changed ${SPAN.toUpperCase()} days: undecided`]);
    await company.apply(() => 'accept');
    expect(company.row(SPAN, absencesTable)).toMatchObject({ formulas: ['lastName'], cells: { days: { number: 2 } } });
    expect(company.cell(SPAN, 'lastName', absencesTable)).toBe('Par formule');
  });

  test('of an account in hours are added up in hours, two on one half included', async () => {
    const hours = { accountId: '12', accountName: 'RTT heures' };
    company.account.halfDays.push(
      { ...halfDay('60', '2026-10-08', 'am', { ...hours, minutes: 50 }), id: 'a' },
      { ...halfDay('60', '2026-10-08', 'am', { ...hours, minutes: 60 }), id: 'b' },
    );
    await company.apply();
    expect(company.cell('60-12-2026-10-08-am', 'hours', absencesTable)).toBe('1,83');
    expect(company.cell('60-12-2026-10-08-am', 'days', absencesTable)).toBe('');
    company.account.halfDays.pop();
    expect(await company.proposals()).toEqual(['changed 60-12-2026-10-08-AM hours: accept']);
  });

  test('of a whole leave re-filed under another account go and come', async () => {
    company.account.halfDays = company.account.halfDays.map((each) => ({
      ...each,
      accountId: '10',
      accountName: 'CP 26',
    }));
    expect(await company.proposals()).toEqual([
      'added 50-10-2026-10-05-AM: accept',
      'removed 50-9-2026-10-05-AM: accept',
    ]);
  });
});

describe('absences of somebody who is not in « Salariés »', () => {
  const ofNewcomer = wholeDays('70', '2026-10-12', '2026-10-13').map((each) => ({ ...each, employeeId: '4' }));
  const isArrival = ({ item }: ReviewEntry) => item.table === employeesTable.name && item.key === '4';
  const waits = ({ findings }: Review) => findings.filter(({ code }) => code === 'absencesWait');

  beforeEach(() => {
    company.account.employees.push(person('4'));
    company.account.halfDays.push(...ofNewcomer);
  });

  test('come with their person', async () => {
    const review = await company.review();
    expect([countOf(review, noDecisions, 'accept'), countOf(review, noDecisions, 'waiting')]).toEqual([2, 0]);
    await company.apply();
    expect(company.keys(employeesTable)).toContain('4');
    expect(company.keys(absencesTable)).toContain('70-9-2026-10-12-am');
    expect(await company.proposals()).toEqual([]);
  });

  test('wait when their person is refused, in this review and in the next ones, and are counted', async () => {
    const review = await company.review();
    const refused = new Map(review.entries.filter(isArrival).map(({ item }) => [item.id, 'ignore' as const]));
    expect(['accept', 'waiting', 'undecided'].map((each) => countOf(review, refused, each as Standing))).toEqual([
      0, 1, 0,
    ]);
    await company.apply((entry) => (isArrival(entry) ? 'ignore' : undefined));
    expect(company.keys(employeesTable)).toEqual(['1', '2', '3']);
    expect(company.keys(absencesTable)).toEqual([SPAN]);
    company.account.halfDays.push(...wholeDays('71', '2026-10-20').map((each) => ({ ...each, employeeId: '4' })));
    expect(await company.proposals()).toEqual(['added 4: ignore']);
    expect(waits(await company.review()).map(({ facts }) => facts)).toEqual([{ absences: 2, people: 1 }]);
  });

  test('wait while nobody decided of their person: with nothing to write but them, nothing is', async () => {
    const review = await company.review();
    const left = new Map(review.entries.filter(isArrival).map(({ item }) => [item.id, 'undecided' as const]));
    expect(hasSomethingToWrite(review, left)).toBe(false);
    await company.apply((entry) => (isArrival(entry) ? 'undecided' : 'accept'));
    expect(company.keys(absencesTable)).toEqual([SPAN]);
    await company.apply();
    expect(company.keys(absencesTable)).toEqual([SPAN, '70-9-2026-10-12-am']);
  });

  test('may be ignored by themselves', async () => {
    await company.apply(() => 'ignore');
    expect(await company.proposals()).toEqual(['added 4: ignore', 'added 70-9-2026-10-12-AM: ignore']);
    expect(waits(await company.review())).toEqual([]);
  });

  test('wait too when Lucca does not give the person; those that the table holds stay and go as Lucca says', async () => {
    await company.apply();
    company.account.employees.pop();
    company.book.rows(employeesTable).pop();
    company.account.halfDays.push(...wholeDays('71', '2026-10-20').map((each) => ({ ...each, employeeId: '4' })));
    expect(await company.proposals()).toEqual([]);
    expect(waits(await company.review()).map(({ facts }) => facts)).toEqual([{ absences: 1, people: 1 }]);
    company.account.halfDays = company.account.halfDays.filter(({ leaveId }) => leaveId !== '70');
    expect(await company.proposals()).toEqual(['removed 70-9-2026-10-12-AM: accept']);
  });
});
