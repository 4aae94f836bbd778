/** What becomes of a plan once it is written, cut short or taken back, whatever a clerk and the clock do meanwhile. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { instant } from '../../shared/domain/calendar/plainDate.ts';
import { blank, displayed, textCell } from '../../shared/domain/review/cell.ts';
import { abandonPlan, applyPlan, resumePlan, undoLastPlan } from '../../shared/flows/apply.ts';
import type { BookRow } from '../../shared/flows/book.ts';
import { readBookState } from '../../shared/flows/bookState.ts';
import { freshId, headerChange, openingLines, recordedPlan } from '../../shared/flows/planRecord.ts';
import { prepareReview } from '../../shared/flows/prepareReview.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { journalTable, planTable } from '../../shared/tables/memoryTables.ts';
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

  test('of a second refresh brings back the first, and there is no third step back', async () => {
    company.account.employees[0] = person('1', { city: 'Lille' });
    await company.apply();
    const before = company.seen();
    company.account.employees[0] = person('1', { city: 'Brest' });
    await company.apply();
    await undo();
    expect(company.seen()).toEqual(before);
    expect(await undoLastPlan(company.ports)).toMatchObject({ ok: false, error: { code: 'nothing' } });
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

  test('takes back the last plan, wherever forgetting the one before it was cut short', async () => {
    company.clock.step = -60_000;
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
      expect((await state()).undoable).toBeNull();
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

describe('the record of a plan', () => {
  const AT = instant('2026-11-20T19:04:00.000Z');
  const rowsOf = (lines: readonly { key: string; cells: BookRow['cells'] }[]): BookRow[] =>
    lines.map(({ key, cells }, index) => ({ key, index, cells, formulas: [], others: [] }));

  test('remembers any number of lines sent back', () => {
    const { header, lines } = openingLines('P1', 'refresh', AT, []);
    const refused = Array.from({ length: 60_000 }, (_, index) => (index * 7919) % 100_003);
    const rows = new Map<string, BookRow['cells']>();
    for (const line of [...lines, ...headerChange(header, { ...header, state: 'done', refused })]) {
      if (line.operation === 'add') rows.set(line.key, line.after);
      if (line.operation === 'set') rows.set(line.key, { ...rows.get(line.key), [line.column]: line.after });
    }
    const longest = Math.max(...[...rows.values()].map((cells) => displayed(cells['content'] ?? blank).length));
    expect(longest).toBeLessThanOrEqual(32_767);
    const recorded = recordedPlan(rowsOf([...rows].map(([key, cells]) => ({ key, cells }))));
    expect(recorded.state === 'recorded' && recorded.plan.header).toMatchObject({ state: 'done', refused });
    rows.delete('P1/R1');
    expect(recordedPlan(rowsOf([...rows].map(([key, cells]) => ({ key, cells }))))).toEqual({
      state: 'damaged',
      mayBeOpen: false,
    });
  });

  test('an id is never given twice', () => {
    const first = freshId(AT, []);
    expect(freshId(AT, [`${first}/0`, `${first}/1`])).toBe(`${first}-2`);
    expect(freshId(AT, [first, `${first}-A`, `${first}-2/0`])).toBe(`${first}-3`);
  });
});
