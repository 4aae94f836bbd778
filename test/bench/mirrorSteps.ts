/** From the account to the mirror as the service answers it, each step beside its plainest form. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { destination, pino } from 'pino';
import { openMemory } from '../../server/composition/memory.ts';
import { startService } from '../../server/composition/service.ts';
import { commitPull } from '../../server/jobs/commitPull.ts';
import { createPageMemories } from '../../server/jobs/pageMemories.ts';
import type { Pull } from '../../server/lucca/connector.ts';
import { createConnector } from '../../server/lucca/index.ts';
import type { Connection } from '../../shared/contracts/schemas.ts';
import { serviceOver, type Service } from '../../shared/contracts/service.ts';
import type { Result } from '../../shared/domain/result.ts';
import { readMirror, type Mirror } from '../../shared/flows/readMirror.ts';
import { browserClock } from '../../addin/taskpane/browserPorts.ts';
import type { AccountDoor } from './account.ts';
import { MONTH } from './month.ts';
import type { Recorder } from './recorder.ts';

const CONNECTION = 'bench';

/** The value, or a failure of the bench. */
export function valueOf<T>(what: string, result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`${what}: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Reads the account over HTTP, as fast as it answers. */
export async function pullStep({ step }: Recorder, door: AccountDoor): Promise<Pull> {
  const connector = createConnector(door, { limits: { requestsPerWindow: 1_000_000 } });
  const memories = createPageMemories();
  const pulled = await step('pull over HTTP', () =>
    connector.pull(door.credentials, {
      months: [MONTH],
      signal: new AbortController().signal,
      onProgress: () => undefined,
      pages: memories.take(CONNECTION, [MONTH]),
    }),
  );
  memories.close();
  return valueOf('pull', pulled);
}

const keyIn = (folder: string) => ({ environmentKey: undefined, keyFile: join(folder, 'key') });
const keptIn = (folder: string) => join(folder, 'kept');
const plainIn = (folder: string) => join(folder, 'plain');

/** Seals what was read as the mirror of a connection, beside one compressed file. */
export async function commitStep({ step, plain }: Recorder, folder: string, pull: Pull): Promise<void> {
  const now = () => browserClock.now();
  const memory = await openMemory({ folder: keptIn(folder), keySource: keyIn(folder), now });
  const record = { id: CONNECTION, account: 'bench', host: 'bench', createdAt: now(), personalRecords: true };
  await memory.store.addConnection(record);
  await step('commit the sealed mirror', () =>
    commitPull(memory.store, { id: 'run', connectionId: CONNECTION }, pull, now()),
  );
  await plain('JSON, gzip, one file', async () => {
    const text = JSON.stringify({ employees: pull.employees, absences: [...pull.absences] });
    await writeFile(plainIn(folder), await promisify(gzip)(text));
  });
  await memory.close();
}

export interface Served {
  readonly service: Service;
  readonly connection: Connection;
  readonly mirror: Mirror;
}

/** Reads the mirror through a service just started, beside the plain file. The service is closed afterwards. */
export async function readStep({ step, plain }: Recorder, folder: string): Promise<Served> {
  const running = await startService({
    port: 0,
    folder: keptIn(folder),
    key: keyIn(folder),
    version: '0',
    https: null,
    demo: null,
    pages: { dist: folder, ready: () => false, officeClient: null },
    log: pino({ level: 'error', base: null }, destination(2)),
  });
  try {
    const service = serviceOver(async ({ method, path }) => {
      const headers = { authorization: `Bearer ${running.token}` };
      const reply = await fetch(running.origin + path, { method, headers });
      return { status: reply.status, body: await reply.json() };
    });
    const [connection] = valueOf('connections', await service.connections());
    if (!connection) throw new Error('the service forgot the connection');
    const read = await step('read the mirror through the service', () => readMirror(service, CONNECTION, [MONTH]));
    await plain('one file, gunzip, JSON', async () => {
      const text = await promisify(gunzip)(await readFile(plainIn(folder)));
      return JSON.parse(text.toString('utf8')) as unknown;
    });
    const mirror = valueOf('mirror', read);
    return { service: answering(service, mirror), connection, mirror };
  } finally {
    await running.close();
  }
}

/** The service for whom the mirror was read already: a review is measured without that reading. */
function answering(service: Service, { snapshot, asOf, employees, halfDays }: Mirror): Service {
  const page = <T>(rows: readonly T[]) => ({
    ok: true as const,
    value: { snapshot, asOf, total: rows.length, items: [...rows] },
  });
  return { ...service, employees: async () => page(employees), absences: async () => page(halfDays) };
}
