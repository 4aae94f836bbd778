/** A changed bank account: one question about IBAN and BIC, and what becomes of its answer. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { applyPlan, undoLastPlan } from '../../shared/flows/apply.ts';
import { readBookState } from '../../shared/flows/bookState.ts';
import { hasSomethingToWrite, noDecisions } from '../../shared/flows/reviewEntries.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { decisionsTable, journalTable } from '../../shared/tables/memoryTables.ts';
import { IBAN, OTHER_IBAN, person, SmallCompany, sound } from '../support/smallCompany.ts';

const BIC = 'AGRIFRPP';
const OTHER_BIC = 'PSSTFRPPLIL';

let company: SmallCompany;

function lucca(values: Parameters<typeof person>[1]): void {
  company.account.employees[1] = person('2', { bic: BIC, ...values });
}

const bank = () => [company.cell('2', 'iban'), company.cell('2', 'bic')];

/** The only difference there is. */
async function question() {
  const { entries } = await company.review();
  expect(entries).toHaveLength(1);
  return entries[0]!.item;
}

beforeEach(async () => {
  company = new SmallCompany();
  company.account.employees = [person('1', { bic: BIC }), person('2', { bic: BIC }), person('3', { bic: BIC })];
  await company.apply();
});

describe('both changed', () => {
  beforeEach(() => {
    lucca({ iban: OTHER_IBAN, bic: OTHER_BIC });
  });

  test('is one question with both values, never answered in bulk', async () => {
    const item = await question();
    expect(item).toMatchObject({ kind: 'changed', gated: true, decision: 'undecided', remembered: false });
    expect(item.changes).toEqual([
      { column: 'iban', before: { text: IBAN }, after: { text: OTHER_IBAN } },
      { column: 'bic', before: { text: BIC }, after: { text: OTHER_BIC } },
    ]);
    await company.apply();
    expect(bank()).toEqual([IBAN, BIC]);
  });

  test('accepted once, both are written, journalled and remembered; undone, both come back and are asked again', async () => {
    const { id } = await question();
    const report = await company.apply(() => 'accept');
    expect([report.changed, bank()]).toEqual([2, [OTHER_IBAN, OTHER_BIC]]);
    expect(company.book.rows(journalTable)).toHaveLength(2);
    expect(await company.proposals()).toEqual([]);
    sound(await undoLastPlan(company.ports));
    expect([bank(), (await question()).id]).toEqual([[IBAN, BIC], id]);
  });

  test('ignored once, it stays so until Lucca says another account', async () => {
    await company.apply(() => 'ignore');
    expect(bank()).toEqual([IBAN, BIC]);
    expect(await company.proposals()).toEqual(['changed 2 iban bic: ignore']);
    lucca({ iban: 'DE89370400440532013000', bic: 'COBADEFF' });
    expect(await company.proposals()).toEqual(['changed 2 iban bic: undecided']);
    lucca({ iban: OTHER_IBAN, bic: OTHER_BIC });
    expect(await company.proposals()).toEqual(['changed 2 iban bic: ignore']);
  });

  test('ignored, what is left of it is still ignored; given up by Lucca, it is forgotten', async () => {
    await company.apply(() => 'ignore');
    lucca({ iban: OTHER_IBAN });
    expect(await company.proposals()).toEqual(['changed 2 iban: ignore']);
    lucca({ bic: OTHER_BIC });
    expect(await company.proposals()).toEqual(['changed 2 bic: ignore']);
    lucca({});
    await company.apply();
    expect(company.book.rows(decisionsTable)).toEqual([]);
    lucca({ iban: OTHER_IBAN, bic: OTHER_BIC });
    expect(await company.proposals()).toEqual(['changed 2 iban bic: undecided']);
  });

  test('ignored, then accepted, it leaves no memory of the refusal', async () => {
    await company.apply(() => 'ignore');
    expect(company.book.rows(decisionsTable)).toHaveLength(2);
    await company.apply(() => 'accept');
    expect([bank(), company.book.rows(decisionsTable)]).toEqual([[OTHER_IBAN, OTHER_BIC], []]);
  });

  test.each([['iban'], ['bic']] as const)('a conflict on %s is a question of its own', async (column) => {
    company.type('2', column, 'TYPED');
    const other = column === 'iban' ? 'bic' : 'iban';
    expect((await company.proposals()).sort()).toEqual([
      `changed 2 ${other}: undecided`,
      `conflict 2 ${column}: undecided`,
    ]);
    const { entries } = await company.review();
    expect(entries.map(({ item }) => item.gated)).toEqual([true, true]);
    expect(new Set(entries.map(({ item }) => item.id)).size).toBe(2);
    await company.apply(({ item }) => (item.kind === 'conflict' ? 'ignore' : 'accept'));
    expect(company.cell('2', column)).toBe('TYPED');
    expect(company.cell('2', other)).toBe(other === 'iban' ? OTHER_IBAN : OTHER_BIC);
    expect(await company.proposals()).toEqual([]);
  });

  test('of an account that payroll corrected meanwhile, nothing is written, and both are asked again', async () => {
    const lines = company.chosen(await company.review(), () => 'accept');
    company.type('2', 'iban', 'TYPED');
    const report = sound(await applyPlan(company.ports, lines));
    expect(report.refused.map((line) => line.operation === 'set' && line.column)).toEqual(['iban', 'bic']);
    expect(bank()).toEqual(['TYPED', BIC]);
    expect((await company.proposals()).sort()).toEqual(['changed 2 bic: undecided', 'conflict 2 iban: undecided']);
  });

  test('a column that the sheet lost is not asked about', async () => {
    company.book.removedColumns.set(employeesTable.name, ['bic']);
    company.book.rows(employeesTable).forEach(({ cells }) => delete cells['bic']);
    expect((await question()).changes.map(({ column }) => column)).toEqual(['iban']);
  });
});

test('what was ignored of the IBAN is asked about again, together with the BIC that changes afterwards', async () => {
  lucca({ iban: OTHER_IBAN });
  await company.apply(() => 'ignore');
  lucca({ iban: OTHER_IBAN, bic: OTHER_BIC });
  expect(await company.proposals()).toEqual(['changed 2 iban bic: undecided']);
  await company.apply(() => 'ignore');
  expect(company.book.rows(decisionsTable)).toHaveLength(2);
  expect(await company.proposals()).toEqual(['changed 2 iban bic: ignore']);
});

test('what was ignored, and that payroll typed over since, asks for nothing and has nothing to write by itself', async () => {
  lucca({ iban: OTHER_IBAN });
  await company.apply(() => 'ignore');
  company.type('2', 'iban', 'TYPED');
  expect(await company.proposals()).toEqual(['conflict 2 iban: ignore']);
  expect(hasSomethingToWrite(await company.review(), noDecisions)).toBe(false);
  await company.apply();
  expect([company.cell('2', 'iban'), await company.proposals()]).toEqual(['TYPED', []]);
});

test('left to decide while the rest is applied, is remembered until it is decided, and with what is undone', async () => {
  const left = async () => sound(await readBookState(company.book)).undecided;
  expect(await left()).toBe(0);
  lucca({ iban: OTHER_IBAN, city: 'Brest' });
  await company.apply();
  expect([company.cell('2', 'city'), company.cell('2', 'iban'), await left()]).toEqual(['Brest', IBAN, 1]);
  sound(await undoLastPlan(company.ports));
  expect(await left()).toBe(0);
  await company.apply();
  expect(await left()).toBe(1);
  await company.apply(() => 'accept');
  expect([company.cell('2', 'iban'), await left()]).toEqual([OTHER_IBAN, 0]);
});
