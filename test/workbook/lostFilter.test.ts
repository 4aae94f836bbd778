/** Writing lifts the filter of a table: a pane closed meanwhile leaves it to the next one, which puts it back. */
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createHost, restoreSnapshot, takeSnapshot, type Host } from '../../addin/workbench/host/index.ts';
import { officeBook } from '../../addin/workbook/officeBook.ts';
import { instant } from '../../shared/domain/calendar/plainDate.ts';
import { textCell } from '../../shared/domain/review/cell.ts';
import type { PlanLine } from '../../shared/domain/review/plan.ts';
import { abandonPlan, applyPlan, resumePlan } from '../../shared/flows/apply.ts';
import type { Book } from '../../shared/flows/book.ts';
import { readBookState } from '../../shared/flows/bookState.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { connect } from '../support/excelClient.ts';
import { sampled } from '../support/seeds.ts';
import { sound } from '../support/smallCompany.ts';
import { hostPerson } from './hostPerson.ts';
import { endTrials, startTrial } from './trial.ts';

afterEach(endTrials);

const clock = { now: () => instant('2026-11-20T19:04:00.000Z'), wait: () => Promise.resolve() };
const { name: table, key: id } = employeesTable;
const portsOf = (book: Book) => ({ book, clock });

function arrival(key: string, lastName: string): PlanLine {
  const after = { [id]: textCell(key), lastName: textCell(lastName) };
  return { operation: 'add', table, key, reason: 'arrival', after };
}

function rename(key: string, from: string, to: string): PlanLine {
  const [before, after] = [textCell(from), textCell(to)];
  return { operation: 'set', table, key, column: 'lastName', reason: 'change', before, after };
}

const changes = [rename('1', 'Alice', 'Alix'), rename('2', 'Bruno', 'Brice'), arrival('4', 'Denis')];

function employeesIn({ workbook }: Host) {
  const found = workbook.table(table);
  if (!found) throw new Error('no table');
  return found;
}

/** Everything a person sees of the table, and what its filter asks for. */
async function seen(host: Host) {
  return {
    table: await hostPerson(host).readAll(table),
    filters: [...employeesIn(host).filters.entries()].sort(([a], [b]) => a - b),
  };
}

/** Three people, a column and a row of the person's own, and a filter that hides some of them. */
async function inOrder() {
  const { host, book, person } = startTrial();
  await applyPlan(portsOf(book), [arrival('1', 'Alice'), arrival('2', 'Bruno'), arrival('3', 'Chloé')]);
  await person.addRow(table, { Nom: 'À part' });
  await person.addColumn(table, 'Prime', 2, [1, 2, 3, 4]);
  host.person.filter(employeesIn(host), 'Nom', ['Alice', 'Chloé', 'À part']);
  host.person.filter(employeesIn(host), 'Prime', ['3', '4']);
  await host.drain();
  return takeSnapshot(host.workbook);
}

type Order = Awaited<ReturnType<typeof inOrder>>;

function opened(order: Order): Host {
  const { host } = startTrial();
  restoreSnapshot(host.workbook, order);
  return host;
}

/** A pane that is closed at its n-th request, which Excel never sees. */
function mortalBook(host: Host, n: number): Book {
  const last = host.exchanges.length + n;
  host.faults.betweenRequests = (_, number) => {
    if (number >= last) host.close();
  };
  return officeBook({
    get watchdogMs() {
      return host.exchanges.length + 1 < last ? 20_000 : 50;
    },
  });
}

/** Closes a pane at request `n` of the update, and opens another one over the workbook that it leaves. */
async function closedAt(order: Order, n: number) {
  const host = opened(order);
  const book = mortalBook(host, n);
  await applyPlan(portsOf(book), changes);
  const next = createHost({ workbook: host.workbook });
  connect(next);
  return { host: next, ports: portsOf(officeBook({ watchdogMs: 20_000 })) };
}

describe('a pane closed while a filtered table is written', () => {
  test.each(['resume', 'abandon'] as const)(
    '%s puts the filter back, wherever it was closed',
    async (way) => {
      const order = await inOrder();
      const whole = opened(order);
      const [before, first] = [await seen(whole), whole.exchanges.length];
      expect(before.filters).toHaveLength(2);
      sound(await applyPlan(portsOf(officeBook({ watchdogMs: 20_000 })), changes));
      const [after, requests] = [await seen(whole), whole.exchanges.length - first];
      let lost = 0;
      const moments = Array.from({ length: requests }, (_, index) => index + 1);
      for (const n of sampled(moments, 3)) {
        const { host, ports } = await closedAt(order, n);
        const { pending } = sound(await readBookState(ports.book));
        if (!pending) continue;
        if (employeesIn(host).filters.size === 0) lost++;
        sound(await (way === 'resume' ? resumePlan : abandonPlan)(ports));
        expect([n, await seen(host)]).toEqual([n, way === 'resume' ? after : before]);
        await host.drain();
      }
      expect(lost).toBeGreaterThan(0);
    },
    60_000,
  );
});

describe('a filter lost', () => {
  /** The workbook that a pane left when it had just lifted the filter. */
  let lost: Order;

  beforeAll(async () => {
    const order = await inOrder();
    for (let n = 1; ; n++) {
      const { host } = await closedAt(order, n);
      lost = takeSnapshot(host.workbook);
      if (employeesIn(host).filters.size === 0) return;
    }
  });

  const ports = portsOf(officeBook({ watchdogMs: 20_000 }));
  const filtersIn = (host: Host) => [...employeesIn(host).filters.values()];

  test('gives way to the one that the person has set since', async () => {
    const host = opened(lost);
    host.person.filter(employeesIn(host), 'Prime', ['2']);
    sound(await resumePlan(ports));
    expect(filtersIn(host)).toEqual([{ filterOn: 'Values', values: ['2'] }]);
  });

  test('is put back on the columns that are still there', async () => {
    const host = opened(lost);
    await hostPerson(host).deleteColumn(table, 'Prime');
    sound(await resumePlan(ports));
    expect(filtersIn(host)).toEqual([{ filterOn: 'Values', values: ['Alice', 'Chloé', 'À part'] }]);
  });

  test('is let go when Excel does not take it back: the plan ends all the same', async () => {
    let isLetGo = false;
    for (let n = 1; !isLetGo; n++) {
      const host = opened(lost);
      host.faults.failAtRequest(n, { code: 'GeneralException' });
      const result = await resumePlan(ports);
      const { pending } = sound(await readBookState(ports.book));
      expect([n, pending === null]).toEqual([n, result.ok]);
      isLetGo = result.ok && filtersIn(host).length === 0;
      // Past the last request, no fault is left to wait for.
      if (result.ok && !isLetGo) break;
      await host.drain();
    }
    expect(isLetGo).toBe(true);
  });
});
