import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { serviceOver } from '../../shared/contracts/service.ts';
import { startChild } from './processes/child.ts';
import {
  connectAndPull,
  demoAccount,
  makeFolder,
  OCTOBER,
  sendTo,
  startTestService,
  until,
  value,
  type TestService,
} from './testService.ts';

let folder: string;
const open: TestService[] = [];

beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((service) => service.close()));
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<TestService> {
  const service = await startTestService(folder);
  open.push(service);
  return service;
}

const all = { offset: 0, limit: 5000 };

describe('after a restart', () => {
  test('the mirror, the key and the pairing are still there', async () => {
    const before = await start();
    const { connectionId, run } = await connectAndPull(before);
    const { token } = value(await serviceOver(sendTo(before.origin)).pair(before.codes[0] ?? ''));
    const people = value(await before.api.employees(connectionId, all)).items;
    await before.close();

    const after = await start();
    const paired = serviceOver(sendTo(after.origin, token));
    expect(value(await paired.employees(connectionId, all)).items).toEqual(people);
    expect(value(await paired.run(run.id))).toEqual(run);
    const again = value(await paired.startRun(connectionId, { months: [OCTOBER], startedBy: 'Awa' }));
    const ended = await until('the end', async () => {
      const found = value(await paired.run(again.id));
      return found.state === 'running' ? undefined : found;
    });
    expect([ended.state, ended.counts.changes]).toEqual(['done', 0]);
    expect(value(await paired.connect(demoAccount(after))).id).toBe(connectionId);
  });

  test('a run cut by an orderly end says that the service stopped', async () => {
    const before = await start();
    const { connectionId } = await connectAndPull(before);
    before.demo.faults.add({ kind: 'stall', path: 'leaves', times: 1000 });
    const { id } = value(await before.api.startRun(connectionId, { months: [OCTOBER], startedBy: 'Awa' }));
    await before.close();
    const run = value(await (await start()).api.run(id));
    expect(run).toMatchObject({ state: 'interrupted', step: 'ended', problem: { code: 'runStopped' } });
  });

  test('two services never share a folder: the second says why', async () => {
    await start();
    await expect(startTestService(folder)).rejects.toMatchObject({ name: 'StartError' });
  });
});

describe('after kill -9 during a run', () => {
  test('the old mirror is whole, the run is interrupted, the pairing holds, and a new run ends', async () => {
    const child = startChild(join(import.meta.dirname, 'processes/stalledService.ts'), [folder]);
    const line = await child.line((each) => each.startsWith('{"connectionId"'));
    await child.end('SIGKILL');
    const { connectionId, runId, token } = JSON.parse(line) as { connectionId: string; runId: string; token: string };

    const service = await start();
    const api = serviceOver(sendTo(service.origin, token));
    expect(value(await api.run(runId)).state).toBe('interrupted');
    const [connection] = value(await api.connections());
    expect(connection).toMatchObject({ id: connectionId, mirror: { snapshot: 1 }, lastRun: { id: runId } });
    expect(value(await api.employees(connectionId, all)).total).toBe(connection?.mirror?.employees);
    const { run } = await connectAndPull(service);
    expect([run.state, run.counts.changes]).toEqual(['done', 0]);
  });
});
