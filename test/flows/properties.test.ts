/** What holds in any life of a company, whatever Lucca, the clerk and the machine do. `SEEDS`: how many lives; `SEED`: which ones. */
import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { blank, displayed } from '../../shared/domain/review/cell.ts';
import type { PlanLine } from '../../shared/domain/review/plan.ts';
import type { ReviewItem } from '../../shared/domain/review/review.ts';
import { abandonPlan, applyPlan, resumePlan, undoLastPlan } from '../../shared/flows/apply.ts';
import { readBookState } from '../../shared/flows/bookState.ts';
import { prepareReview, type Review, type ReviewEntry } from '../../shared/flows/prepareReview.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import { employeesBaseTable, employeesTable } from '../../shared/tables/employeesTable.ts';
import type { StoredRow } from '../support/memoryBook.ts';
import { sound } from '../support/smallCompany.ts';
import { happenings, lives, type Event, type Life } from './life.ts';
import { acceptedWhole, begun, drawn, everything, expectTypedKept, memory } from './living.ts';
import { isFullRun, SEEDS } from '../support/seeds.ts';

const runs = { numRuns: isFullRun ? SEEDS : 10 };
jest.setTimeout(20_000 + SEEDS * 2_000);

/** An item without what depends on where rows stand. */
function placeless(item: ReviewItem): string {
  return JSON.stringify(item, (key, value: unknown) => (key === 'at' ? undefined : value));
}

function comparable({ entries, silent, kept, unchanged }: Review) {
  const text = (line: PlanLine) => JSON.stringify(line);
  return {
    items: entries.map(({ item }) => placeless(item)).sort(),
    silent: silent.map(text).sort(),
    kept: kept.map((each) => JSON.stringify(each)).sort(),
    unchanged,
  };
}

const life = async (check: (life: Life, event: Event) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(lives, happenings, fc.nat(9_999), async (past, news, seed) => {
      const company = await begun(past);
      // An undone first update takes the origin back, and leaves what was typed since: everything is then left undecided, once.
      if (sound(await readBookState(company.book)).origin === null) await company.apply(() => 'undecided');
      for (const each of news) company.do(each);
      await check(company, { deed: 'apply', a: seed, b: seed, c: seed });
      const { findings } = sound(await readBookState(company.book));
      // A life may delete a column: it is told, and nothing else is.
      expect(findings.filter(({ code }) => code !== 'columnsMissing')).toEqual([]);
    }),
    runs,
  );

describe('in any life of a company', () => {
  test('accepting everything leaves nothing to review, and a second look nothing to write', () =>
    life(async (company) => {
      await acceptedWhole(company);
      const { entries, silent } = await company.review();
      expect(entries.map(({ item }) => [item.id, item.kind])).toEqual([]);
      expect(silent).toEqual([]);
    }));

  test('what was left undecided or ignored is proposed again as it was, and nothing else', () =>
    life(async (company, { b }) => {
      const choose = drawn(b);
      const review = await company.review();
      const decisions = review.entries.map((entry) => choose(entry) ?? entry.item.decision);
      // Without any memory, whoever Lucca does not have is asked about; with the first arrival, it is known to be payroll's own.
      const wasBlank = company.rowsIn(employeesBaseTable).length === 0;
      const isAsked = ({ item }: ReviewEntry) => !wasBlank || item.kind !== 'gone';
      await company.apply(drawn(b));
      const standing = new Map(review.entries.map(({ item }, index) => [item.id, decisions[index]]));
      // Absences wait for their person, out of sight while that one is ignored.
      const isHidden = ({ arrival }: ReviewEntry) => arrival !== undefined && standing.get(arrival.id) === 'ignore';
      const isArrival = ({ kind }: ReviewItem) => kind === 'added' || kind === 'deletedHere';
      const back = new Set(
        review.entries.flatMap(({ item }, index) =>
          isArrival(item) && item.remembered && decisions[index] === 'accept' ? [item.key] : [],
        ),
      );
      const isBack = ({ item, person }: ReviewEntry) =>
        item.table === absencesTable.name && back.has(person.luccaId) && !standing.has(item.id);
      const expected = review.entries.flatMap((entry, index) => {
        const { item } = entry;
        if (!isAsked(entry) || isHidden(entry)) return [];
        const isWaiting =
          entry.arrival && standing.get(entry.arrival.id) === 'undecided' && decisions[index] === 'accept';
        if (isWaiting || decisions[index] === 'undecided')
          return [[item.id, item.kind, item.remembered, item.decision]];
        const isOver = decisions[index] === 'accept' || item.kind === 'conflict';
        return isOver ? [] : [[item.id, item.kind, true, 'ignore']];
      });
      const { entries } = await company.review();
      const asked = entries.filter((entry) => isAsked(entry) && !isBack(entry));
      const found = asked.map(({ item }) => [item.id, item.kind, item.remembered, item.decision]);
      expect(found.sort()).toEqual(expected.sort());
    }));

  test('ignoring everything writes nothing that a person decides upon', () =>
    life(async (company) => {
      const echoes = new Set(['missing', 'employeeNumber', 'lastName', 'firstName', 'establishment']);
      const asked = () =>
        company.seen().map(({ rows }, table) =>
          rows.map(({ cells, others, formulas }) => {
            const own = Object.entries(cells).filter(([key]) => (table === 0 ? key !== 'missing' : !echoes.has(key)));
            return [own, others, formulas];
          }),
        );
      const before = asked();
      await company.apply(() => 'ignore');
      expect(asked()).toEqual(before);
    }));

  test('what Lucca does not give is never written', () =>
    life(async (company) => {
      const given = new Map(company.account.employees.map(({ id, values }) => [id, values as Record<string, unknown>]));
      const lines = company.chosen(await company.review(), everything);
      for (const line of lines) {
        if (line.table !== employeesTable.name || line.operation !== 'set') continue;
        const isOurs = line.column === 'situation' || line.column === 'missing';
        const value = given.get(line.key)?.[line.column];
        expect([line.key, line.column, isOurs || value !== undefined]).toEqual([line.key, line.column, true]);
      }
    }));

  test('a bank account that changed is one question for a person, and never proposed by itself', () =>
    life(async (company) => {
      const isBank = (column: string) => column === 'iban' || column === 'bic';
      const review = await company.review();
      const changed = review.entries.filter(
        ({ item }) => item.kind === 'changed' && item.changes.some((each) => isBank(each.column)),
      );
      expect(new Set(changed.map(({ item }) => item.key)).size).toBe(changed.length);
      for (const { item } of changed) {
        expect([item.gated, item.changes.every(({ column }) => isBank(column))]).toEqual([true, true]);
        expect(item.decision).toBe(item.remembered ? 'ignore' : 'undecided');
      }
      const written = company.chosen(review, () => undefined).filter((line) => line.table === employeesTable.name);
      expect(written.filter((line) => line.operation === 'set' && isBank(line.column))).toEqual([]);
    }));

  test('the order of rows, people and half-days changes nothing', () =>
    life(async (company, { b }) => {
      const before = comparable(await company.review());
      const turned = (rows: unknown[]) => rows.push(...rows.splice(0, b % Math.max(1, rows.length)).reverse());
      for (const rows of company.book.tables.values())
        if (
          rows !== company.book.tables.get('Passerelle_Journal') &&
          rows !== company.book.tables.get('Passerelle_Plan')
        )
          turned(rows);
      turned(company.account.employees);
      turned(company.account.halfDays);
      expect(comparable(await company.review())).toEqual(before);
    }));

  test('undoing at once gives back the tables, their order and the memory', () =>
    life(async (company, { b }) => {
      // Of a formula that somebody chose to replace, what it showed comes back.
      for (const row of company.rowsIn(employeesTable)) row.formulas = [];
      const before = [company.seen(), memory(company)];
      const lines = company.chosen(await company.review(), drawn(b));
      if (lines.length === 0) return;
      sound(await applyPlan(company.ports, lines));
      expect(sound(await undoLastPlan(company.ports)).refused).toEqual([]);
      expect([company.seen(), memory(company)]).toEqual(before);
    }));

  test('undoing after edits leaves every cell that was typed, and says which it could not take back', () =>
    life(async (company, { b, c }) => {
      const lines = company.chosen(await company.review(), drawn(b));
      if (lines.length === 0) return;
      sound(await applyPlan(company.ports, lines));
      company.typed.clear();
      for (let index = 0; index < 4; index += 1) company.do({ deed: 'type', a: b + index, b: c + index * 3, c: index });
      const typed = new Map(company.typed);
      const { refused } = sound(await undoLastPlan(company.ports));
      company.typed.clear();
      typed.forEach((cell, place) => company.typed.set(place, cell));
      expectTypedKept(company);
      const touched = lines.filter(({ table, key, ...line }) => {
        if (table !== employeesTable.name) return false;
        const columns =
          line.operation === 'set' ? [line.column] : [...typed.keys()].map((at) => (JSON.parse(at) as string[])[1]);
        return columns.some((column) => typed.has(JSON.stringify([key, column])));
      });
      expect(refused.map(({ table, key }) => [table, key])).toEqual(
        expect.arrayContaining(touched.map(({ table, key }) => [table, key])),
      );
    }));

  test('a fault at any line, then resuming, is no fault; then abandoning, no plan', () =>
    life(async (company, { b, c }) => {
      for (const row of company.rowsIn(employeesTable)) row.formulas = [];
      const before = [company.seen(), memory(company)];
      const lines = company.chosen(await company.review(), drawn(b));
      if (lines.length === 0) return;
      const start = company.book.copy();
      sound(await applyPlan(company.ports, lines));
      const after = [company.seen(), memory(company)];
      for (let faulty = c % 3; ; faulty += 3) {
        company.book.restore(start);
        company.book.linesBeforeFault = faulty;
        const written = await applyPlan(company.ports, lines);
        company.book.linesBeforeFault = Number.POSITIVE_INFINITY;
        if (written.ok) break;
        if (!written.error.open) {
          expect([company.seen(), memory(company)]).toEqual(before);
          continue;
        }
        const open = company.book.copy();
        for (const [way, wanted] of [
          [resumePlan, after],
          [abandonPlan, before],
        ] as const) {
          company.book.restore(open);
          // A second fault on the way out changes nothing: both ways out may be repeated.
          company.book.linesBeforeFault = faulty % 5;
          await way(company.ports);
          company.book.linesBeforeFault = Number.POSITIVE_INFINITY;
          const out = await way(company.ports);
          expect(out.ok ? out.value.refused : out.error.code).toEqual(out.ok ? [] : 'nothing');
          expect([company.seen(), memory(company)]).toEqual(wanted);
        }
      }
      company.book.restore(start);
    }));

  test('the days and hours of « Absences » are Lucca’s, of who is in « Salariés », once everything is accepted', () =>
    life(async (company) => {
      await acceptedWhole(company);
      const isSpan = (text: string) => /-\d{4}-\d{2}-\d{2}-(am|pm)$/.test(text);
      const present = new Set(company.keys(employeesTable));
      const text = (cells: StoredRow['cells'], key: string) => displayed(cells[key] ?? blank);
      const rows = company
        .rowsIn(absencesTable)
        .filter(({ cells }) => isSpan(text(cells, 'id')) && present.has(text(cells, 'luccaId')));
      const sum = (key: string) =>
        rows.reduce((total, { cells }) => total + (cells[key] && 'number' in cells[key] ? cells[key].number : 0), 0);
      const halfDays = company.account.halfDays.filter(({ employeeId }) => present.has(employeeId));
      const minutes = halfDays.reduce((total, each) => total + (each.minutes ?? 0), 0);
      expect(sum('days')).toBe(halfDays.filter((each) => each.minutes === null).length / 2);
      expect(Math.abs(sum('hours') - minutes / 60)).toBeLessThan(0.005 * (rows.length + 1));
    }));

  test('another account is refused, and nothing is written', () =>
    life(async (company) => {
      const before = company.book.copy();
      const connection = { ...company.account.connection(), host: 'other.ilucca.net' };
      expect(await prepareReview(company.ports, { connection, months: company.months })).toMatchObject({
        ok: false,
        error: { code: 'otherConnection' },
      });
      expect(company.book.copy()).toEqual(before);
    }));
});
