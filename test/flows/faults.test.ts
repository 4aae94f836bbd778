/** A plan that meets a workbook changed since the review, or is cut short, or whose memory a person spoilt. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { blank, displayed, textCell } from '../../shared/domain/review/cell.ts';
import { abandonPlan, applyPlan, resumePlan, undoLastPlan } from '../../shared/flows/apply.ts';
import { readBookState } from '../../shared/flows/bookState.ts';
import { prepareReview } from '../../shared/flows/prepareReview.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { planTable } from '../../shared/tables/memoryTables.ts';
import { OTHER_IBAN, person, SmallCompany, sound, wholeDays } from '../support/smallCompany.ts';

let company: SmallCompany;

beforeEach(async () => {
  company = new SmallCompany();
  company.account.employees = [person('1'), person('2')];
  company.account.halfDays = [
    ...wholeDays('50', '2026-10-05'),
    ...wholeDays('51', '2026-10-12'),
    ...wholeDays('52', '2026-10-20'),
  ];
  await company.apply();
});

const undo = async () => sound(await undoLastPlan(company.ports));
const state = async () => sound(await readBookState(company.book));
const findings = async () => (await state()).findings.map(({ code }) => code);
const span = (leave: string, day: string) => `${leave}-9-2026-10-${day}-am`;

describe('a plan whose row or cell changed since the review', () => {
  test('a row that came back meanwhile keeps its values, and Lucca’s stay proposed', async () => {
    const row = structuredClone(company.row('1'));
    company.book.rows(employeesTable).shift();
    company.account.employees[0] = person('1', { city: 'Lille' });
    const review = await company.review();
    company.book.rows(employeesTable).push(row);
    const report = sound(
      await applyPlan(
        company.ports,
        company.chosen(review, () => 'accept'),
      ),
    );
    expect(report.refused.map(({ key }) => key)).toEqual(['1']);
    expect(await company.proposals()).toEqual(['changed 1 city: accept']);
  });

  test('a row typed under the key of an arrival is left as it was typed', async () => {
    company.account.employees.push(person('3'));
    const review = await company.review();
    company.book.rows(employeesTable).push({ cells: { luccaId: textCell('3') }, others: [] });
    const report = sound(
      await applyPlan(
        company.ports,
        company.chosen(review, () => 'accept'),
      ),
    );
    expect(report.refused.map(({ key }) => key)).toEqual(['3']);
    expect(company.cell('3', 'lastName')).toBe('');
    await undo();
    expect(company.keys(employeesTable)).toEqual(['1', '2', '3']);
  });

  test('an absence beside which payroll wrote meanwhile is not deleted', async () => {
    company.account.halfDays = wholeDays('50', '2026-10-05');
    const review = await company.review();
    company.note(span('51', '12'), 'Justificatif', 'reçu', absencesTable);
    const report = sound(
      await applyPlan(
        company.ports,
        company.chosen(review, () => 'accept'),
      ),
    );
    expect(report.refused).toHaveLength(1);
    expect(company.keys(absencesTable)).toEqual([span('50', '05'), span('51', '12')]);
  });

  test('two panes on one new workbook: the second account writes nothing', async () => {
    const fresh = new SmallCompany();
    fresh.account.employees = [person('8')];
    const theirs = { ...fresh.account.connection(), id: 'c2', host: 'other.ilucca.net' };
    const mine = await fresh.review();
    const other = sound(await prepareReview(fresh.ports, { connection: theirs, months: fresh.months }));
    sound(
      await applyPlan(
        fresh.ports,
        fresh.chosen(mine, () => 'accept'),
      ),
    );
    const before = fresh.seen();
    expect(
      await applyPlan(
        fresh.ports,
        fresh.chosen(other, () => 'accept'),
      ),
    ).toMatchObject({
      ok: false,
      error: { code: 'otherAccount', open: false },
    });
    expect(fresh.seen()).toEqual(before);
  });
});

describe('a fault', () => {
  async function cutShort(lines: number): Promise<void> {
    const review = await company.review();
    company.book.linesBeforeFault = lines;
    const written = await applyPlan(
      company.ports,
      company.chosen(review, () => 'accept'),
    );
    company.book.linesBeforeFault = Number.POSITIVE_INFINITY;
    expect(written).toMatchObject({ ok: false, error: { open: true } });
  }

  test('in the middle of a row: abandoning takes the part of it away', async () => {
    const before = company.seen();
    company.account.employees.push(person('3'));
    await cutShort(3);
    const row = company.row('3');
    row.cells = { luccaId: row.cells['luccaId'] ?? blank, lastName: row.cells['lastName'] ?? blank };
    expect(sound(await abandonPlan(company.ports)).refused).toEqual([]);
    expect(company.seen()).toEqual(before);
  });

  test('then something typed in a row that was added: abandoning leaves the row, and says so', async () => {
    company.account.employees.push(person('3'));
    await cutShort(3);
    company.type('3', 'nir', '1850578006084');
    expect(sound(await abandonPlan(company.ports)).refused.map(({ key }) => key)).toEqual(['3']);
    expect(company.cell('3', 'nir')).toBe('1850578006084');
  });

  test.each<[string, (row: { cells: Record<string, unknown> }) => void]>([
    ['its lines', (row) => (row.cells['content'] = textCell('abîmé'))],
    ['its lines emptied', (row) => (row.cells['content'] = blank)],
  ])('then %s spoilt: said, no way out is offered, and the next update heals', async (_, harm) => {
    company.account.employees[0] = person('1', { city: 'Lille' });
    company.account.employees.push(person('3'), person('4'));
    await cutShort(4);
    const [part] = company.book
      .rows(planTable)
      .filter(({ cells }) => displayed(cells['key'] ?? blank).endsWith('/1'))
      .slice(-1);
    if (part) harm(part);
    expect(await findings()).toEqual(['openPlanDamaged']);
    expect(await resumePlan(company.ports)).toMatchObject({ ok: false, error: { code: 'damaged' } });
    await company.apply();
    expect(company.keys(employeesTable)).toEqual(['1', '2', '3', '4']);
    expect(await company.proposals()).toEqual([]);
    expect(await findings()).toEqual([]);
  });

  test.each([['{'], ['{}'], ['null'], ['7'], ['']])(
    'then a header that reads %j: said, and the next update heals',
    async (text) => {
      company.account.employees.push(person('3'), person('4'));
      await cutShort(3);
      const header = company.book
        .rows(planTable)
        .filter(({ cells }) => displayed(cells['key'] ?? blank).endsWith('/0'))
        .at(-1);
      if (header) header.cells['content'] = textCell(text);
      expect(await findings()).toEqual(['openPlanDamaged']);
      await company.apply();
      expect(company.keys(employeesTable)).toEqual(['1', '2', '3', '4']);
      expect(await findings()).toEqual([]);
    },
  );

  test('in a new plan after a spoilt one can be resumed', async () => {
    company.account.employees.push(person('3'), person('4'));
    await cutShort(3);
    for (const row of company.book.rows(planTable)) row.cells['content'] = textCell('abîmé');
    await cutShort(4);
    expect(sound(await resumePlan(company.ports)).refused).toEqual([]);
    expect(await company.proposals()).toEqual([]);
  });

  test('then the hidden journal deleted: the next update heals', async () => {
    company.account.employees[0] = person('1', { city: 'Lille', iban: OTHER_IBAN });
    company.account.employees.push(person('3'), person('4'));
    await cutShort(5);
    company.book.tables.delete(planTable.name);
    await company.apply(() => 'accept');
    expect(company.cell('1', 'iban')).toBe(OTHER_IBAN);
    expect(await company.proposals()).toEqual([]);
  });

  test('a spoilt memory of a finished plan is said, and hinders nothing but its undoing', async () => {
    for (const row of company.book.rows(planTable).slice(0, 1)) row.cells['content'] = textCell('abîmé');
    expect(await findings()).toEqual(['planDamaged']);
    expect(await undoLastPlan(company.ports)).toMatchObject({ ok: false, error: { code: 'damaged' } });
    company.account.employees[0] = person('1', { city: 'Lille' });
    await company.apply();
    expect(await findings()).toEqual([]);
    await undo();
    expect(company.cell('1', 'city')).toBe('Lyon');
  });
});
