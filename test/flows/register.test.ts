/** What the comparison makes of what a clerk does to the sheets, and of what Lucca does meanwhile. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { blank, displayed, numberCell, textCell } from '../../shared/domain/review/cell.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import { employeesBaseTable, employeesTable } from '../../shared/tables/employeesTable.ts';
import { decisionsTable, stateTable } from '../../shared/tables/memoryTables.ts';
import { halfDay, IBAN, OTHER_IBAN, person, SmallCompany, wholeDays } from '../support/smallCompany.ts';

let company: SmallCompany;

beforeEach(async () => {
  company = new SmallCompany();
  company.account.employees = [person('1'), person('2'), person('3')];
  company.account.halfDays = wholeDays('50', '2026-10-05', '2026-10-06');
  await company.apply();
});

const SPAN = '50-9-2026-10-05-am';

function forget(table: { readonly name: string }): void {
  company.book.tables.delete(table.name);
}

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
    const { applyPlan } = await import('../../shared/flows/apply.ts');
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

  test('a state that cannot be read is an origin that was lost', async () => {
    company.row('asOf', stateTable).cells['value'] = textCell('hier');
    expect((await company.review()).findings.map(({ code }) => code)).toContain('originLost');
  });

  test('another account is refused, even under the same name of connection', async () => {
    const connection = { ...company.account.connection(), host: 'other.ilucca.net' };
    const { prepareReview } = await import('../../shared/flows/prepareReview.ts');
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
