import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Run } from '../../shared/contracts/schemas.ts';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type { LuccaConnector, LuccaError, Pull, PullOptions } from '../../server/lucca/connector.ts';
import { createPageMemories } from '../../server/jobs/pageMemories.ts';
import { createRunner, type Runner, type RunnerPorts } from '../../server/jobs/runner.ts';
import { unwritableError } from '../../server/sealed/storeError.ts';
import type { Store } from '../../server/store/store.ts';
import { makeTestFolder, opened, removeTestFolder } from '../store/folder.ts';
import { absences, connection, NOON, people } from '../store/sample.ts';

const OCTOBER = plainMonth('2026-10');
const request = { months: [OCTOBER], startedBy: 'Awa' };

let folder: string;
let store: Store;
let faults: unknown[];

beforeEach(async () => {
  folder = await makeTestFolder();
  store = await opened(folder);
  await store.addConnection(connection('a'));
  faults = [];
});
afterEach(async () => {
  await store.close();
  await removeTestFolder(folder);
});

function pulled(count: number, mark: string): Pull {
  return {
    employees: people(count, mark),
    absences: new Map([[OCTOBER, absences(count, mark)]]),
    contracts: [],
    leaveAccounts: [],
    planning: undefined,
    meals: undefined,
    expenseNatures: undefined,
    timeEntries: undefined,
    timesheets: undefined,
    workingTimes: undefined,
    customFields: undefined,
    missingRights: undefined,
    unreadFields: ['IBAN'],
    sources: { record: ['nir'], custom: [], native: [] },
    requests: 4,
  };
}

type Script = (options: PullOptions) => Promise<Result<Pull, LuccaError>>;

function runnerOf(script: Script, over: Partial<RunnerPorts> = {}): Runner {
  const connector: LuccaConnector = {
    probe: () => Promise.resolve(ok({ employees: 0, missingRights: [] })),
    pull: (_credentials, options) => script(options),
    importEntitlements: () => Promise.resolve(ok({ accepted: 0, errors: [] })),
  };
  let ids = 0;
  return createRunner({
    store,
    credentials: () => Promise.resolve({ apiKey: 'k' }),
    connectorOf: () => ok(connector),
    pages: createPageMemories(),
    now: () => NOON,
    newId: () => `run-${(ids += 1)}`,
    onFault: (error) => void faults.push(error),
    ...over,
  });
}

/** Waits for `holds`, in small steps and not for ever. */
async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 1000; turn += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('it never came');
}

async function runToEnd(runner: Runner): Promise<Run> {
  const started = await runner.start(connection('a'), request);
  if (!started.ok) throw new Error('refused');
  for (let turn = 0; turn < 500; turn += 1) {
    const run = await runner.find(started.value.id);
    if (run && run.state !== 'running') return run;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('it never ended');
}

/** A store that refuses some writings, as a full disk does. */
function refusing(broken: Partial<Store>): Store {
  return new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(broken, name) ?? Reflect.get(target, name);
      return typeof method === 'function' ? (method.bind(target) as unknown) : method;
    },
  });
}

describe('what a run writes', () => {
  test('the first mirror logs nothing; the next logs who came, went and changed, and who came back', async () => {
    const reads = [pulled(3, 'one'), pulled(2, 'two'), pulled(3, 'two')];
    const runner = runnerOf(() => Promise.resolve(ok(reads.shift() ?? pulled(0, 'none'))));
    const first = await runToEnd(runner);
    expect(first.counts).toEqual({ employees: 3, halfDays: 3, requests: 4, changes: 0 });
    const second = await runToEnd(runner);
    const log = await store.changes('a', 0);
    expect(second.counts.changes).toBe(log.length);
    expect(log.filter(({ kind }) => kind === 'gone').map(({ employeeId }) => employeeId)).toEqual(['3']);
    expect(log.filter(({ kind }) => kind === 'changed').map(({ field }) => field)).toContain('lastName');
    expect(log.every(({ runId, at }) => runId === second.id && at === NOON)).toBe(true);
    await runToEnd(runner);
    const back = (await store.changes('a', log.length)).filter(({ kind }) => kind !== 'absenceAdded');
    expect(back.map(({ employeeId, kind, field, before, after }) => [employeeId, kind, field, before, after])).toEqual([
      ['3', 'returned', null, null, null],
      ['3', 'changed', 'lastName', 'Quatremère-one', 'Quatremère-two'],
      ['3', 'changed', 'firstName', 'one', 'two'],
    ]);
  });

  test('a field that one reading lacks is compared with the last one that gave it, whatever process read it', async () => {
    const ibans = ['FR76A', undefined, 'FR76B'];
    const reads = ibans.map((iban) => {
      const pull = pulled(2, 'one');
      const employees = pull.employees.map((each) => ({ ...each, values: { ...each.values, ...(iban && { iban }) } }));
      return { ...pull, employees };
    });
    for (const read of reads) {
      expect((await runToEnd(runnerOf(() => Promise.resolve(ok(read))))).state).toBe('done');
      await store.close();
      store = await opened(folder);
    }
    const log = await store.changes('a', 0);
    expect(log.map(({ employeeId, field, before, after }) => [employeeId, field, before, after])).toEqual([
      ['1', 'iban', 'FR76A', 'FR76B'],
      ['2', 'iban', 'FR76A', 'FR76B'],
    ]);
    expect(await store.withMirror('a', (mirror) => mirror.lastGiven())).toEqual([]);
  });
});

describe('what a run says while it goes on', () => {
  test('step, counts and the wait that Lucca asked for', async () => {
    let seen: Run | null = null;
    const runner: Runner = runnerOf(async ({ onProgress }) => {
      onProgress({ step: 'employees', done: 40, total: 60, waitingSeconds: 12, requests: 2 });
      seen = await runner.find('run-1');
      return ok(pulled(1, 'one'));
    });
    await runToEnd(runner);
    expect(seen).toMatchObject({ step: 'employees', done: 40, total: 60, waitingSeconds: 12, state: 'running' });
    expect(seen).toHaveProperty('counts', { employees: 40, halfDays: 0, requests: 2, changes: 0 });
  });

  test('two starts at the same moment: one runs, the other learns of it', async () => {
    const runner = runnerOf(() => Promise.resolve(ok(pulled(1, 'one'))));
    const both = await Promise.all([runner.start(connection('a'), request), runner.start(connection('a'), request)]);
    expect(both.map(({ ok: started }) => started)).toEqual([true, false]);
    await runner.close();
  });
});

describe('what goes wrong inside', () => {
  test('a mirror that cannot be written: the disk says why, the old mirror stays', async () => {
    const runner = runnerOf(() => Promise.resolve(ok(pulled(1, 'two'))), {
      store: refusing({ commit: () => Promise.reject(unwritableError('people.2', 'ENOSPC')) }),
    });
    const run = await runToEnd(runner);
    expect(run).toMatchObject({ state: 'failed', problem: { code: 'runFailed', status: 500 } });
    expect(run.problem?.detail).toContain("n'a pas pu être enregistrée");
    expect(faults).toHaveLength(1);
    expect(await store.mirror('a')).toBeNull();
  });

  test('an end that cannot be written is still told, and another run may start', async () => {
    let full = false;
    const broken = refusing({
      saveRun: (run) => (full ? Promise.reject(unwritableError('runs', 'ENOSPC')) : store.saveRun(run)),
    });
    const script: Script = () => {
      full = true;
      return Promise.resolve(fail({ code: 'serverError', call: 'absences', status: 500 }));
    };
    const runner = runnerOf(script, { store: broken });
    const run = await runToEnd(runner);
    expect([run.state, run.problem?.code]).toEqual(['failed', 'luccaServerError']);
    expect((await runner.latest('a'))?.state).toBe('failed');
    full = false;
    expect((await runner.start(connection('a'), request)).ok).toBe(true);
    await runner.close();
  });

  test('a bug is told without its text', async () => {
    const runner = runnerOf(() => Promise.reject(new TypeError('IBAN of Ada')));
    const run = await runToEnd(runner);
    expect(run.problem?.detail).toContain('pas dans Lucca');
    expect(JSON.stringify(run)).not.toContain('Ada');
    expect(faults[0]).toBeInstanceOf(TypeError);
  });

  test('a key that is no longer kept', async () => {
    const runner = runnerOf(() => Promise.resolve(ok(pulled(1, 'one'))), { credentials: () => Promise.resolve(null) });
    expect((await runToEnd(runner)).problem?.code).toBe('credentialsMissing');
  });

  test('a run that cannot be remembered at all does not start', async () => {
    const runner = runnerOf(() => Promise.resolve(ok(pulled(1, 'one'))), {
      store: refusing({ saveRun: () => Promise.reject(unwritableError('runs', 'ENOSPC')) }),
    });
    await expect(runner.start(connection('a'), request)).rejects.toMatchObject({ code: 'unwritable' });
    await expect(runner.start(connection('a'), request)).rejects.toMatchObject({ code: 'unwritable' });
  });
});

describe('stopping', () => {
  const untilStopped: Script = ({ signal, pages }) => {
    pages.set('page', 1);
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(fail({ code: 'cancelled', call: 'absences' })));
    });
  };

  test('a cancelled run that had already read everything still writes nothing', async () => {
    const runner: Runner = runnerOf(async () => {
      await runner.cancel('run-1');
      return ok(pulled(1, 'one'));
    });
    expect((await runToEnd(runner)).state).toBe('cancelled');
    expect(await store.mirror('a')).toBeNull();
  });

  test('once it saves, a run can no longer be cancelled', async () => {
    const runner: Runner = runnerOf(() => Promise.resolve(ok(pulled(1, 'one'))), {
      store: refusing({
        async commit(connectionId, commit) {
          await runner.cancel('run-1');
          return store.commit(connectionId, commit);
        },
      }),
    });
    expect((await runToEnd(runner)).state).toBe('done');
  });

  test('the end of the service interrupts, and waits for the end to be written', async () => {
    const runner = runnerOf(untilStopped);
    await runner.start(connection('a'), request);
    await runner.close();
    expect(await store.run('run-1')).toMatchObject({ state: 'interrupted', problem: { code: 'runStopped' } });
  });

  test('a cancelled run leaves its pages to the next; a released connection leaves nothing', async () => {
    const kept: unknown[] = [];
    const script: Script = (options) => {
      kept.push(options.pages.get('page'));
      return untilStopped(options);
    };
    const runner = runnerOf(script);
    for (const stop of [() => runner.cancel('run-1'), () => runner.release('a'), () => runner.close()]) {
      const begun = kept.length + 1;
      await eventually(async () => (await runner.start(connection('a'), request)).ok);
      await eventually(() => Promise.resolve(kept.length === begun));
      await stop();
    }
    expect(kept).toEqual([undefined, 1, undefined]);
  });
});
