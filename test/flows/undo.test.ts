/** What taking the last plan back leaves and gives back, whatever a clerk and the clock did meanwhile. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { abandonPlan, applyPlan, resumePlan, undoLastPlan } from '../../shared/flows/apply.ts';
import { textCell } from '../../shared/domain/review/cell.ts';
import type { PlanLine } from '../../shared/domain/review/plan.ts';
import { readBookState } from '../../shared/flows/bookState.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { journalTable, stateTable } from '../../shared/tables/memoryTables.ts';
import { person, SmallCompany, sound, wholeDays } from '../support/smallCompany.ts';

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

describe('whose people they are', () => {
  const owner = async () => (await state()).owner?.account;

  test('is forgotten with the last of their rows, and not before', async () => {
    await undo();
    expect([company.keys(employeesTable), await owner()]).toEqual([[], undefined]);
    await company.apply();
    company.type('2', 'nir', '1850578006084');
    await undo();
    expect([company.keys(employeesTable), await owner()]).toEqual([['2'], 'acme.ilucca.net']);
    expect((await state()).origin).toBeNull();
  });

  test('is known, or asked for, wherever the fault that left a row of an update taken back', async () => {
    await undo();
    const start = company.book.copy();
    const lines = company.chosen(await company.review(), () => undefined);
    const outcomes = new Set<string>();
    for (let cut = 0; ; cut += 1) {
      company.book.restore(start);
      company.book.linesBeforeFault = cut;
      const applied = await applyPlan(company.ports, lines);
      company.book.linesBeforeFault = Number.POSITIVE_INFINITY;
      if (applied.ok) break;
      const [left] = company.keys(employeesTable);
      if (left === undefined || !applied.error.open) continue;
      company.type(left, 'nir', '1850578006084');
      sound(await abandonPlan(company.ports));
      expect(company.keys(employeesTable)).toEqual([left]);
      const codes = (await company.review()).findings.map(({ code }) => code);
      outcomes.add((await owner()) ?? codes.find((code) => code === 'originLost') ?? 'unknown');
    }
    expect([...outcomes]).toEqual(['originLost', 'acme.ilucca.net']);
  });
});

describe('undo', () => {
  test('leaves an arrival in which payroll typed what Lucca has not', async () => {
    company.account.employees.push(person('3'), person('4'));
    await company.apply();
    company.type('3', 'nir', '1850578006084');
    const { refused } = await undo();
    expect(refused.map(({ key }) => key)).toEqual(['3']);
    expect(company.keys(employeesTable)).toEqual(['1', '2', '3']);
    expect(company.cell('3', 'nir')).toBe('1850578006084');
    expect(await company.proposals()).toEqual(['added 4: accept']);
  });

  test('leaves an arrival beside which payroll wrote; a formula that Excel filled down holds nothing back', async () => {
    company.account.employees.push(person('3'), person('4'));
    await company.apply();
    company.note('3', 'Prime', 'oui');
    company.row('4').others = [{ heading: 'Double', cell: { number: 4 }, formula: '=2*2' }];
    const { refused } = await undo();
    expect(refused.map(({ key }) => key)).toEqual(['3']);
    expect(company.keys(employeesTable)).toEqual(['1', '2', '3']);
  });

  test('brings a cancelled absence back to its place, even when the table was sorted after the review', async () => {
    company.note(span('51', '12'), 'Justificatif', 'reçu', absencesTable);
    company.account.halfDays = wholeDays('52', '2026-10-20');
    const review = await company.review();
    company.book.rows(absencesTable).reverse();
    const before = company.seen();
    sound(
      await applyPlan(
        company.ports,
        company.chosen(review, () => 'accept'),
      ),
    );
    expect(company.keys(absencesTable)).toEqual([span('52', '20')]);
    expect((await undo()).refused).toEqual([]);
    expect(company.seen()).toEqual(before);
  });

  test('after a sort leaves the order of the person, and every row there', async () => {
    company.account.halfDays.push(...wholeDays('53', '2026-10-26'));
    company.account.employees[0] = person('1', { city: 'Lille' });
    await company.apply();
    company.book.rows(absencesTable).reverse();
    company.book.rows(employeesTable).reverse();
    expect((await undo()).refused).toEqual([]);
    expect(company.keys(absencesTable)).toEqual([span('52', '20'), span('51', '12'), span('50', '05')]);
    expect(company.cell('1', 'city')).toBe('Lyon');
  });

  test('does not take back what payroll had typed itself before the plan was written', async () => {
    company.account.employees[0] = person('1', { city: 'Lille', lastName: 'Martin' });
    company.account.employees.push(person('3'));
    const review = await company.review();
    company.type('1', 'city', 'Lille');
    sound(
      await applyPlan(
        company.ports,
        company.chosen(review, () => 'accept'),
      ),
    );
    await undo();
    expect([company.cell('1', 'city'), company.cell('1', 'lastName')]).toEqual(['Lille', 'Nom1']);
  });

  test('goes back update by update, five at most, to what each of them found', async () => {
    const seen = [];
    for (const city of ['Lille', 'Brest', 'Nice', 'Metz', 'Nantes', 'Tours']) {
      seen.push(company.seen());
      company.account.employees[0] = person('1', { city });
      await company.apply();
    }
    for (const before of seen.slice(1).reverse()) {
      expect((await undo()).refused).toEqual([]);
      expect(company.seen()).toEqual(before);
    }
    expect(company.cell('1', 'city')).toBe('Lille');
    expect(await undoLastPlan(company.ports)).toMatchObject({ ok: false, error: { code: 'nothing' } });
    expect(await findings()).toEqual([]);
  });

  test('after an undo and another update, goes back over what was taken back', async () => {
    const first = company.seen();
    for (const city of ['Lille', 'Brest']) {
      company.account.employees[0] = person('1', { city });
      await company.apply();
    }
    await undo();
    company.account.employees[0] = person('1', { city: 'Nice' });
    await company.apply();
    await undo();
    expect(company.cell('1', 'city')).toBe('Lille');
    await undo();
    expect(company.seen()).toEqual(first);
  });

  test('of a report leaves the update before it to be taken back; an order stands in the way', async () => {
    const before = company.seen();
    company.account.employees[0] = person('1', { city: 'Lille' });
    await company.apply();
    const line = (key: string): PlanLine => ({
      ...{ operation: 'add', table: stateTable.name, key, reason: 'memory' },
      after: { key: textCell(key), value: textCell('v') },
    });
    sound(await applyPlan(company.ports, [line('A')], {}, 'control'));
    expect((await undo()).kind).toBe('control');
    expect((await undo()).kind).toBe('refresh');
    expect(company.seen()).toEqual(before);
    sound(await applyPlan(company.ports, [line('A')], {}, 'voucherOrder'));
    expect((await state()).undoable).toBeNull();
    sound(await applyPlan(company.ports, [line('B')], {}, 'control'));
    expect((await undo()).kind).toBe('control');
    expect((await state()).undoable).toBeNull();
  });

  test.each([
    ['backwards', -3_600_000],
    ['not at all', 0],
  ])('takes back the last plan when the clock goes %s', async (_, step) => {
    company.clock.step = step;
    for (const city of ['Lille', 'Brest', 'Nice']) {
      company.account.employees[0] = person('1', { city });
      await company.apply();
    }
    expect(company.book.rows(journalTable)).toHaveLength(4);
    await undo();
    expect(company.cell('1', 'city')).toBe('Brest');
    expect(await findings()).toEqual([]);
  });

  test('takes back the last plan, wherever forgetting the oldest one was cut short', async () => {
    company.clock.step = -60_000;
    for (const city of ['Brest', 'Nice', 'Metz', 'Nantes']) {
      company.account.employees[0] = person('1', { city });
      await company.apply();
    }
    company.account.employees[0] = person('1', { city: 'Lille' });
    const review = await company.review();
    const start = company.book.copy();
    const before = company.seen();
    let cut = 0;
    for (let lines = 0; cut < 2 && lines < 200; lines += 1) {
      company.book.restore(start);
      company.book.linesBeforeFault = lines;
      const written = await applyPlan(
        company.ports,
        company.chosen(review, () => 'accept'),
      );
      const isCut = company.book.linesBeforeFault <= 0;
      company.book.linesBeforeFault = Number.POSITIVE_INFINITY;
      if (!written.ok || !isCut) continue;
      cut += 1;
      expect((await undo()).refused).toEqual([]);
      expect(company.seen()).toEqual(before);
      expect((await state()).undoable?.header.kind).toBe('refresh');
    }
    expect(cut).toBe(2);
  });

  test.each([['resume'], ['abandon']])(
    'cut short at any line, then %s, leads to one of the two sound states',
    async (way) => {
      const before = company.seen();
      company.account.employees = [person('1', { city: 'Lille' }), person('3')];
      company.account.halfDays = wholeDays('53', '2026-10-26');
      await company.apply();
      const after = company.seen();
      const start = company.book.copy();
      let faults = 0;
      for (let lines = 0; ; lines += 1) {
        company.book.restore(start);
        company.book.linesBeforeFault = lines;
        const undone = await undoLastPlan(company.ports);
        company.book.linesBeforeFault = Number.POSITIVE_INFINITY;
        if (undone.ok) break;
        if (!undone.error.open) continue;
        faults += 1;
        const out = way === 'resume' ? await resumePlan(company.ports) : await abandonPlan(company.ports);
        expect(out.ok && out.value.refused).toEqual([]);
        expect(company.seen()).toEqual(way === 'resume' ? before : after);
        // A plan whose undoing was abandoned can still be undone.
        if (way === 'abandon') expect((await state()).undoable?.header.kind).toBe('refresh');
      }
      expect(faults).toBeGreaterThan(10);
    },
  );
});
