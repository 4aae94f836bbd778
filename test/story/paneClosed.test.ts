/** The pane is closed at the worst moment: the next one, over the same workbook and the same service, finds its way. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Pane } from '../../addin/taskpane/model/pane.ts';
import {
  createHost,
  restoreSnapshot,
  takeSnapshot,
  type Host,
  type Snapshot,
} from '../../addin/workbench/host/index.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { makeFolder, OCTOBER, QUICK, startTestService, until, value, type TestService } from '../http/testService.ts';
import { connect } from '../support/excelClient.ts';
import { isFullRun } from '../support/seeds.ts';
import { hostPerson } from '../workbook/hostPerson.ts';
import { mortalPane, type Fate, type MortalPane } from './mortalPane.ts';
import { openPane } from './openPane.ts';

let folder: string;
let service: TestService;
/** A workbook in order, before changes that Lucca made since and the service has read. */
let inOrder: Snapshot;

beforeAll(async () => {
  folder = await makeFolder();
  const limits = { ...QUICK.limits, attempts: 50, requestTimeoutMs: 500 };
  service = await startTestService(folder, { demo: { employees: 12, month: OCTOBER, seed: 1 }, connector: { limits } });
  const { host, pane } = await opened(createHost());
  await pane.access.connect({ account: 'demo', apiKey: service.demo.apiKey });
  await pane.refresh();
  await pane.updates.apply();
  const { changes } = service.demo;
  changes.make({ kind: 'hire', startsOn: '2026-10-15' });
  changes.make({ kind: 'address' });
  changes.make({ kind: 'cancelLeave' });
  await pane.refresh();
  expect(screen(pane)).toBe('review');
  inOrder = takeSnapshot(host.workbook);
});

afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

/** The four cases share the requests of an update: in a full run they close the pane at every one. */
const STEP = isFullRun ? 4 : 8;

function screen(pane: Pane) {
  return pane.store.get().screen.name;
}

async function opened(host: Host): Promise<{ host: Host; pane: Pane }> {
  connect(host);
  const pane = openPane(service);
  await pane.start();
  return { host, pane };
}

/** The workbook in order, in a pane of its own that stands before the review. */
async function reviewing(): Promise<MortalPane & { readonly host: Host }> {
  const host = createHost();
  restoreSnapshot(host.workbook, inOrder);
  connect(host);
  const mortal = mortalPane(service, host);
  await mortal.pane.start();
  await mortal.pane.updates.review();
  await host.drain();
  return { host, ...mortal };
}

/** What a person sees in the two tables. */
async function seen(host: Host): Promise<string> {
  const person = hostPerson(host);
  return JSON.stringify([await person.readAll(employeesTable.name), await person.readAll(absencesTable.name)]);
}

/** What a person sees before and after an update that nothing disturbs, and the requests it takes. */
async function undisturbed() {
  const { host, pane } = await reviewing();
  const [before, first] = [await seen(host), host.exchanges.length];
  await pane.updates.apply();
  expect(screen(pane)).toBe('home');
  return { before, after: await seen(host), requests: host.exchanges.length - first };
}

/** Closes the pane at request `n` of an update, and opens another one over the workbook it leaves. */
async function closedAt(n: number, fate: Fate) {
  const { host, pane, closeAt, closed } = await reviewing();
  closeAt(n, fate);
  void pane.updates.apply();
  await closed;
  return opened(createHost({ workbook: host.workbook }));
}

/** Every so many requests, and always the last one. */
function moments(from: number, requests: number): number[] {
  const many = Array.from({ length: Math.ceil((requests - from) / STEP) }, (_, index) => from + index * STEP);
  return [...many, requests];
}

describe('while the workbook is written', () => {
  test.each<['resume' | 'abandon', Fate, number]>([
    ['resume', 'lost', 1],
    ['resume', 'served', 2],
    ['abandon', 'lost', 3],
    ['abandon', 'served', 4],
  ])(
    'the next pane finds the update under way, and %s ends it (last request %s)',
    async (way, fate, from) => {
      const { before, after, requests } = await undisturbed();
      const found: string[] = [];
      for (const n of moments(from, requests)) {
        const { host, pane } = await closedAt(n, fate);
        found.push(screen(pane));
        const isPending = screen(pane) === 'pending';
        if (isPending) await pane.updates[way]();
        expect([n, screen(pane)]).toEqual([n, 'home']);
        const state = await seen(host);
        if (isPending) expect([n, state]).toEqual([n, way === 'resume' ? after : before]);
        else expect([before, after]).toContain(state);
        await pane.updates.review();
        expect([n, screen(pane)]).toEqual([n, state === after ? 'home' : 'review']);
      }
      expect(found.join(' ')).toMatch(/^(home )+(pending )+(home ?)+$/);
    },
    120_000,
  );
});

describe('while Lucca is read', () => {
  test('the run goes on without it, and the next pane offers to watch it', async () => {
    const { faults } = service.demo;
    faults.add({ kind: 'stall', path: 'leaves', times: 1_000 });
    const { host, pane, close } = await reviewing();
    void pane.refresh();
    const run = await until('the reading of Lucca', async () => {
      const [connection] = value(await service.api.connections());
      return connection?.lastRun?.state === 'running' ? connection.lastRun : undefined;
    });
    close();
    const next = await opened(createHost({ workbook: host.workbook }));
    expect(screen(next.pane)).toBe('home');
    expect(next.pane.store.get().connection?.lastRun).toMatchObject({ id: run.id, state: 'running' });
    const watching = next.pane.watch(run.id);
    expect(screen(next.pane)).toBe('pulling');
    faults.clear();
    await watching;
    expect(screen(next.pane)).toBe('review');
    await next.pane.updates.apply();
    expect(screen(next.pane)).toBe('home');
  }, 60_000);
});
