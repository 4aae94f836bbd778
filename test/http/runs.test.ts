import { describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { Run } from '../../shared/contracts/schemas.ts';
import {
  connectAndPull,
  demoAccount,
  endOf,
  OCTOBER,
  problemOf,
  QUICK,
  raw,
  until,
  value,
  withService,
  type TestService,
} from './testService.ts';

const SEPTEMBER = plainMonth('2026-09');
const october = { months: [OCTOBER], startedBy: 'Awa' };

/** A run that stays where it is: Lucca answers nothing more to a reading of absences. */
async function startStalled(service: TestService): Promise<Run> {
  const { id } = value(await service.api.connect(demoAccount(service)));
  service.demo.faults.add({ kind: 'stall', path: 'leaves', times: 1000 });
  const { id: runId } = value(await service.api.startRun(id, october));
  return until('the reading of absences', async () => {
    const run = value(await service.api.run(runId));
    return run.step === 'absences' ? run : undefined;
  });
}

describe('a run', () => {
  test('is answered at once, polled, and ends with a mirror and its counts', async () => {
    await withService(async (service) => {
      const { id } = value(await service.api.connect(demoAccount(service)));
      const headers = { authorization: `Bearer ${service.token}`, 'content-type': 'application/json' };
      const body = JSON.stringify({ months: [OCTOBER, SEPTEMBER, OCTOBER], startedBy: 'Awa' });
      const reply = await raw(service.origin, `/api/connections/${id}/runs`, { method: 'POST', headers, body });
      const started = JSON.parse(reply.body) as Run;
      expect([reply.status, reply.headers.location]).toEqual([202, `/api/runs/${started.id}`]);
      expect(started).toMatchObject({ state: 'running', step: 'starting', startedBy: 'Awa', endedAt: null });
      const run = await endOf(service.api, started.id);
      expect(run).toMatchObject({ state: 'done', step: 'ended', problem: null, months: [SEPTEMBER, OCTOBER] });
      expect(run.counts.employees).toBeGreaterThan(0);
      expect(run.counts.halfDays).toBeGreaterThan(0);
      expect(run.counts.changes).toBe(0);
      const [connection] = value(await service.api.connections());
      expect(connection?.lastRun).toEqual(run);
      expect(connection?.mirror).toMatchObject({ snapshot: 1, employees: run.counts.employees, lastChange: 0 });
    });
  });

  test('that finds what changed in Lucca logs exactly that', async () => {
    await withService(async (service) => {
      const { connectionId } = await connectAndPull(service);
      const [person] = value(await service.api.employees(connectionId, { offset: 0, limit: 1 })).items;
      const personId = Number(person?.id);
      service.demo.changes.make({ kind: 'address', personId });
      const { run } = await connectAndPull(service);
      const changes = value(await service.api.changes(connectionId, 0, { offset: 0, limit: 100 }));
      expect(changes.items.map(({ employeeId, kind }) => [employeeId, kind])).toContainEqual([person?.id, 'changed']);
      expect(changes.items.every((change) => change.runId === run.id)).toBe(true);
      expect(changes.total).toBe(run.counts.changes);
      const last = changes.items.at(-1)?.sequence ?? 0;
      expect(value(await service.api.changes(connectionId, last, { offset: 0, limit: 100 })).total).toBe(0);
    });
  });

  test('refuses a second one: who, since when, which', async () => {
    await withService(async (service) => {
      const first = await startStalled(service);
      const second = problemOf(await service.api.startRun(first.connectionId, { ...october, startedBy: 'Bruno' }));
      expect(second).toMatchObject({ status: 409, code: 'runInProgress' });
      expect(second).toHaveProperty('facts', { startedBy: 'Awa', startedAt: first.startedAt, runId: first.id });
      expect(second.detail).toMatch(/Awa à \d\d:\d\d/);
    });
  });

  test('that is cancelled says so, leaves the old mirror, and lets another start', async () => {
    await withService(async (service) => {
      const { connectionId } = await connectAndPull(service);
      const stalled = await startStalled(service);
      value(await service.api.cancelRun(stalled.id));
      const run = await endOf(service.api, stalled.id);
      expect(run).toMatchObject({ state: 'cancelled', step: 'ended', problem: { code: 'runCancelled' } });
      const [connection] = value(await service.api.connections());
      expect(connection?.mirror?.snapshot).toBe(1);
      expect(value(await service.api.cancelRun(run.id))).toEqual(run);
      service.demo.faults.clear();
      const next = value(await service.api.startRun(connectionId, october));
      expect((await endOf(service.api, next.id)).state).toBe('done');
    });
  });

  test('that fails says what happened, keeps the old mirror, and the next resumes by page', async () => {
    await withService(async (service) => {
      const { connectionId, run: first } = await connectAndPull(service);
      service.demo.faults.add({ kind: 'status', status: 503, path: 'leaves', times: 1000 });
      const failing = value(await service.api.startRun(connectionId, october));
      const failed = await endOf(service.api, failing.id);
      expect(failed).toMatchObject({ state: 'failed', problem: { code: 'luccaServerError', status: 502 } });
      expect(failed.problem?.detail).toContain('503');
      expect(value(await service.api.connections())[0]?.mirror?.snapshot).toBe(1);
      service.demo.faults.clear();
      const resumed = value(await service.api.startRun(connectionId, october));
      const ended = await endOf(service.api, resumed.id);
      expect(ended.state).toBe('done');
      expect(ended.counts.requests).toBeLessThan(first.counts.requests);
      expect(ended.counts.employees).toBe(first.counts.employees);
    });
  });

  test('whose key was taken away says which key', async () => {
    await withService(async (service) => {
      const { connectionId } = await connectAndPull(service);
      service.demo.faults.add({ kind: 'status', status: 401, times: 1000 });
      const run = await endOf(service.api, value(await service.api.startRun(connectionId, october)).id);
      expect(run).toMatchObject({ state: 'failed', problem: { code: 'luccaWrongKey' } });
    });
  });

  test('shows how long Lucca asked to wait', async () => {
    await withService(
      async (service) => {
        const { id } = value(await service.api.connect(demoAccount(service)));
        service.demo.faults.add({ kind: 'status', status: 429, retryAfter: '30' });
        const started = value(await service.api.startRun(id, october));
        const waiting = await until('the wait', async () => {
          const run = value(await service.api.run(started.id));
          return run.waitingSeconds > 0 ? run : undefined;
        });
        expect(waiting.waitingSeconds).toBeLessThanOrEqual(32);
        expect(waiting.state).toBe('running');
        value(await service.api.cancelRun(started.id));
        expect(await endOf(service.api, started.id)).toMatchObject({ state: 'cancelled', waitingSeconds: 0 });
      },
      { connector: { limits: { ...QUICK.limits, attempts: 5 } } },
    );
  });

  test('of an unknown connection, of no month, of a month that is none', async () => {
    await withService(async (service) => {
      const { id } = value(await service.api.connect(demoAccount(service)));
      expect(problemOf(await service.api.startRun('nobody', october)).code).toBe('connectionUnknown');
      expect(problemOf(await service.api.startRun(id, { ...october, months: [] })).code).toBe('bodyInvalid');
      expect(problemOf(await service.api.startRun(id, { ...october, months: ['2026-13' as never] })).status).toBe(400);
    });
  });

  test('is stopped, and its mirror forgotten, when its account is disconnected', async () => {
    await withService(async (service) => {
      const { connectionId } = await startStalled(service);
      value(await service.api.disconnect(connectionId));
      expect(value(await service.api.connections())).toEqual([]);
    });
  });
});
