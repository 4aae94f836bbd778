import { beforeEach, describe, expect, test } from '@jest/globals';
import { instant, plainDate, plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { HalfDayAbsence } from '../../shared/domain/absences/halfDay.ts';
import type { Employee } from '../../shared/domain/people/employee.ts';
import { displayed, textCell } from '../../shared/domain/review/cell.ts';
import type { Decision } from '../../shared/domain/review/review.ts';
import { abandonPlan, applyPlan, planLines, resumePlan, undoLastPlan } from '../../shared/flows/apply.ts';
import { readBookState } from '../../shared/flows/bookState.ts';
import { forbidsUpToDate } from '../../shared/flows/luccaFindings.ts';
import { prepareReview, type Review } from '../../shared/flows/prepareReview.ts';
import type { Clock } from '../../shared/flows/ports.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import { employeesBaseTable, employeesTable } from '../../shared/tables/employeesTable.ts';
import { journalTable } from '../../shared/tables/memoryTables.ts';
import { FakeAccount } from '../support/fakeService.ts';
import { MemoryBook } from '../support/memoryBook.ts';

let account: FakeAccount;
let book: MemoryBook;
let tick = 0;
const clock: Clock = {
  now: () => instant(`2026-10-26T19:${String(10 + tick++).padStart(2, '0')}:00.000Z`),
  wait: () => Promise.resolve(),
};
const months = [plainMonth('2026-10')];

function person(id: string, values: Employee['values']): Employee {
  return {
    id,
    values: {
      employeeNumber: `000${id}`,
      lastName: `Nom${id}`,
      firstName: `P${id}`,
      establishment: 'Lyon',
      contractStart: '2021-01-01',
      contractEnd: null,
      iban: 'FR7630006000011234567890189',
      ...values,
    },
  };
}

function halfDay(leaveId: string, date: string, half: 'am' | 'pm'): HalfDayAbsence {
  const on = plainDate('2026-09-01');
  return {
    id: `${leaveId}-${date}-${half}`,
    employeeId: '1',
    leaveId,
    accountId: '9',
    accountName: 'Congés payés',
    date: plainDate(date),
    half,
    minutes: null,
    requestedOn: on,
    approvedOn: on,
  };
}

async function review(): Promise<Review> {
  const result = await prepareReview(
    { service: account.service(), book, clock },
    { connection: account.connection(), months },
  );
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function applyAll(decisions: ReadonlyMap<string, Decision> = new Map()) {
  const result = await applyPlan({ book, clock }, planLines(await review(), decisions));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** What a table shows: the filled cells of each row, in order. */
function shown(table: TableDeclaration): Record<string, string>[] {
  return book.rows(table).map(({ cells }) => {
    const texts = table.columns.map(({ key }): [string, string] => [key, displayed(cells[key] ?? textCell(''))]);
    return Object.fromEntries(texts.filter(([, text]) => text !== ''));
  });
}

/** What a person sees: the two tables and the captions. */
function seen() {
  return [employeesTable, absencesTable].map((table) => [book.captions.get(table.name), shown(table)]);
}

function cellOf(id: string, key: string): string {
  const row = book.rows(employeesTable).find(({ cells }) => displayed(cells['luccaId'] ?? textCell('')) === id);
  return displayed(row?.cells[key] ?? textCell(''));
}

beforeEach(() => {
  account = new FakeAccount();
  account.employees = [person('1', {}), person('2', { iban: 'FR7630006000011234567890189' }), person('3', {})];
  account.halfDays = [
    halfDay('50', '2026-10-05', 'am'),
    halfDay('50', '2026-10-05', 'pm'),
    halfDay('50', '2026-10-06', 'am'),
  ];
  book = new MemoryBook();
  tick = 0;
});

describe('review and apply', () => {
  test('the first update writes everything, the second finds nothing', async () => {
    const first = await review();
    expect(first.entries.map(({ item }) => item.kind)).toEqual(['added', 'added', 'added', 'added']);
    await applyAll();
    expect(book.rows(employeesTable)).toHaveLength(3);
    expect(book.rows(absencesTable)).toHaveLength(1);
    expect(book.captions.get(employeesTable.name)).toBe('Données Lucca du 26/10/2026 à 20:04');
    const second = await review();
    expect(second.entries).toEqual([]);
    expect(second.unchanged).toBe(4);
  });

  test('exactly the change made in Lucca is shown, before and after', async () => {
    await applyAll();
    account.employees[0] = person('1', { lastName: 'Martin' });
    const { entries } = await review();
    expect(entries.map(({ item, person: who }) => [item.kind, who.name, item.changes])).toEqual([
      ['changed', 'Martin P1', [{ column: 'lastName', before: { text: 'Nom1' }, after: { text: 'Martin' } }]],
    ]);
  });

  test('a change of payroll is kept, a change of both is a conflict that nothing decides alone', async () => {
    await applyAll();
    const row = book.rows(employeesTable)[0];
    if (row) row.cells['lastName'] = textCell('Payroll');
    expect((await review()).entries).toEqual([]);
    expect((await review()).kept).toEqual([{ key: '1', column: 'lastName' }]);
    account.employees[0] = person('1', { lastName: 'Martin' });
    const [entry] = (await review()).entries;
    expect(entry?.item).toMatchObject({ kind: 'conflict', decision: 'undecided' });
    await applyAll(new Map([[entry?.item.id ?? '', 'ignore']]));
    expect(cellOf('1', 'lastName')).toBe('Payroll');
    expect((await review()).entries).toEqual([]);
  });

  test('a space, a capital or a format is no change', async () => {
    await applyAll();
    account.employees[1] = person('2', { lastName: ' nom2', iban: 'fr76 3000 6000 0112 3456 7890 189' });
    expect((await review()).entries).toEqual([]);
  });

  test('a changed IBAN waits to be confirmed by itself', async () => {
    await applyAll();
    account.employees[1] = person('2', { iban: 'FR1420041010050500013M02606' });
    const [entry] = (await review()).entries;
    expect(entry?.item).toMatchObject({ kind: 'changed', gated: true, decision: 'undecided' });
    expect(planLines(await review(), new Map())).toEqual([]);
    expect(cellOf('2', 'iban')).toBe('FR7630006000011234567890189');
    await applyAll(new Map([[entry?.item.id ?? '', 'accept']]));
    expect(cellOf('2', 'iban')).toBe('FR1420041010050500013M02606');
  });

  test('what was ignored is proposed again as ignored, until Lucca says something else', async () => {
    await applyAll();
    account.employees[0] = person('1', { lastName: 'Martin' });
    const [entry] = (await review()).entries;
    await applyAll(new Map([[entry?.item.id ?? '', 'ignore']]));
    expect((await review()).entries.map(({ item }) => [item.remembered, item.decision])).toEqual([[true, 'ignore']]);
    account.employees[0] = person('1', { lastName: 'Durand' });
    expect((await review()).entries.map(({ item }) => [item.remembered, item.decision])).toEqual([[false, 'accept']]);
  });

  test('a person gone from Lucca is flagged and never deleted', async () => {
    await applyAll();
    account.employees.pop();
    const [entry] = (await review()).entries;
    expect(entry?.item.kind).toBe('gone');
    await applyAll();
    expect(cellOf('3', 'situation')).toBe('absent de Lucca');
    expect((await review()).entries).toEqual([]);
  });

  test('a field that Lucca does not give wipes nothing, a field emptied in Lucca is proposed', async () => {
    await applyAll();
    const { iban: _, ...values } = person('2', {}).values;
    account.employees[1] = { id: '2', values };
    expect((await review()).entries).toEqual([]);
    account.employees[1] = person('2', { iban: null });
    expect((await review()).entries.map(({ item }) => item.changes)).toMatchObject([
      [{ column: 'iban', after: { blank: true } }],
    ]);
  });

  test('a cancelled absence is removed, a month that was not read is left', async () => {
    await applyAll();
    account.halfDays = [];
    const other = await prepareReview(
      { service: account.service(), book, clock },
      { connection: account.connection(), months: [plainMonth('2026-11')] },
    );
    expect(other.ok && other.value.entries).toEqual([]);
    expect((await review()).entries.map(({ item }) => item.kind)).toEqual(['removed']);
    await applyAll();
    expect(book.rows(absencesTable)).toEqual([]);
  });

  test('a key typed twice is said and neither row is touched', async () => {
    await applyAll();
    book.rows(employeesTable).push({ cells: { luccaId: textCell('1') }, others: [] });
    account.employees[0] = person('1', { lastName: 'Martin' });
    const { entries, findings } = await review();
    expect(entries).toEqual([]);
    expect(findings.map(({ code, subject }) => [code, subject])).toEqual([['duplicateKey', '1']]);
    expect(findings.every(forbidsUpToDate)).toBe(true);
  });

  test('pages of two snapshots are never mixed', async () => {
    account.employees = Array.from({ length: 1500 }, (_, index) => person(String(index + 1), {}));
    let pages = 0;
    account.beforePage = () => {
      pages += 1;
      if (pages !== 2) return;
      account.snapshot = 2;
      account.employees = [person('1', {})];
    };
    expect((await review()).entries.filter(({ item }) => item.table === employeesTable.name)).toHaveLength(1);
  });
});

describe('undo and faults', () => {
  test('undo brings back the tables, the captions and the memory', async () => {
    await applyAll();
    const before = [seen(), shown(employeesBaseTable)];
    account.employees[0] = person('1', { lastName: 'Martin' });
    account.halfDays = [];
    account.asOf = instant('2026-10-27T19:04:00.000Z');
    await applyAll();
    const undone = await undoLastPlan({ book, clock });
    expect(undone.ok && undone.value.refused).toEqual([]);
    expect([seen(), shown(employeesBaseTable)]).toEqual(before);
    expect((await review()).entries).toHaveLength(2);
  });

  test('undo leaves a cell that was changed since, and says so', async () => {
    await applyAll();
    account.employees[0] = person('1', { lastName: 'Martin' });
    await applyAll();
    const row = book.rows(employeesTable)[0];
    if (row) row.cells['lastName'] = textCell('Typed');
    const undone = await undoLastPlan({ book, clock });
    expect(undone.ok && undone.value.refused.map(({ key }) => key)).toEqual(['1']);
    expect(cellOf('1', 'lastName')).toBe('Typed');
  });

  test('a line whose cell changed between the review and the writing is sent back with its memory', async () => {
    await applyAll();
    account.employees[0] = person('1', { lastName: 'Martin' });
    const prepared = await review();
    const row = book.rows(employeesTable)[0];
    if (row) row.cells['lastName'] = textCell('Typed');
    const result = await applyPlan({ book, clock }, planLines(prepared, new Map()));
    expect(result.ok && result.value.refused.map(({ key }) => key)).toEqual(['1']);
    expect((await review()).entries.map(({ item }) => item.kind)).toEqual(['conflict']);
  });

  test.each([['resume'], ['abandon']])(
    'after a fault at any line, %s leads to one of the two sound states',
    async (way) => {
      await applyAll();
      const before = seen();
      account.employees = [person('1', { lastName: 'Martin' }), person('2', { city: 'Lyon' }), person('4', {})];
      account.halfDays = [halfDay('51', '2026-10-07', 'am')];
      const prepared = await review();
      const start = structuredClone([...book.tables]);
      const startCaptions = new Map(book.captions);
      await applyPlan({ book, clock }, planLines(prepared, new Map()));
      const after = seen();
      let faults = 0;
      for (let lines = 0; ; lines += 1) {
        book.tables.clear();
        for (const [name, rows] of structuredClone(start)) book.tables.set(name, rows);
        startCaptions.forEach((caption, name) => book.captions.set(name, caption));
        book.linesBeforeFault = lines;
        const result = await applyPlan({ book, clock }, planLines(prepared, new Map()));
        book.linesBeforeFault = Number.POSITIVE_INFINITY;
        if (result.ok) break;
        faults += 1;
        const state = await readBookState(book);
        const pending = state.ok && state.value.pending !== null;
        expect(pending).toBe(result.error.open);
        if (!pending) {
          expect(seen()).toEqual(before);
          continue;
        }
        expect(
          await prepareReview(
            { service: account.service(), book, clock },
            { connection: account.connection(), months },
          ),
        ).toMatchObject({ ok: false, error: { code: 'pending' } });
        const out = way === 'resume' ? await resumePlan({ book, clock }) : await abandonPlan({ book, clock });
        expect(out.ok && out.value.refused).toEqual([]);
        expect(seen()).toEqual(way === 'resume' ? after : before);
      }
      expect(faults).toBeGreaterThan(10);
    },
  );

  test('the journal keeps one line per plan and tells when one was edited', async () => {
    await applyAll();
    account.employees[0] = person('1', { lastName: 'Martin' });
    await applyAll();
    await undoLastPlan({ book, clock });
    const lines = book
      .rows(journalTable)
      .map(({ cells }) => [displayed(cells['what'] ?? textCell('')), displayed(cells['outcome'] ?? textCell(''))]);
    expect(lines).toEqual([
      ['Mise à jour depuis Lucca', 'faite'],
      ['Mise à jour depuis Lucca', 'faite'],
      ['Annulation de la dernière mise à jour', 'faite'],
    ]);
    const state = await readBookState(book);
    expect(state.ok && state.value.findings).toEqual([]);
    const row = book.rows(journalTable)[1];
    if (row) row.cells['added'] = { number: 99 };
    const edited = await readBookState(book);
    expect(edited.ok && edited.value.findings.map(({ code }) => code)).toEqual(['journalEdited']);
  });
});
