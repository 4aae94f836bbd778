/** The real service on a free port of this machine, over a throw-away folder and the fictional account. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { ConnectionRequest, Run } from '../../shared/contracts/schemas.ts';
import { serviceOver, type Send, type Service } from '../../shared/contracts/service.ts';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { Demo } from '../../server/demo/index.ts';
import { startService, type RunningService, type ServiceOptions } from '../../server/composition/service.ts';

export const OCTOBER = plainMonth('2026-10');
export const TEMPLATE = new Uint8Array([0x50, 0x4b, 3, 4]);

/** Short waits, so that a Lucca that is down is found out at once. */
export const QUICK = { limits: { attempts: 2, backoffBaseMs: 5, backoffCapMs: 10, requestsPerWindow: 1000 } };

export interface TestService extends RunningService {
  readonly demo: Demo;
  readonly folder: string;
  readonly dist: string;
  /** The client with the token of who started the service. */
  readonly api: Service;
  /** Everything that was logged. */
  readonly logged: () => string;
  /** Codes shown, oldest first. */
  readonly codes: readonly string[];
}

export function sendTo(origin: string, token?: string): Send {
  return async ({ method, path, body }) => {
    const headers = {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const reply = await fetch(`${origin}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    return { status: reply.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  };
}

export async function makeFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'passerelle-http-'));
}

const page = (name: string) =>
  `<!doctype html><html lang="fr"><head><title>${name}</title></head><body><style nonce="__CSP_NONCE__">p{}</style></body></html>`;

export async function writePages(dist: string): Promise<void> {
  await mkdir(join(dist, 'assets'), { recursive: true });
  for (const name of ['taskpane', 'workbench-taskpane', 'workbench']) {
    await writeFile(join(dist, `${name}.html`), page(name));
  }
  await writeFile(join(dist, 'taskpane.0123456789abcdef0123.js'), '"pane"');
  await writeFile(join(dist, 'assets', 'icon-32.png'), 'png');
  await writeFile(join(dist, 'client.js'), '/* client */');
}

export type TestOptions = Partial<ServiceOptions> & { readonly pagesReady?: () => boolean };

export async function startTestService(folder: string, over: TestOptions = {}): Promise<TestService> {
  const { pagesReady = () => true, demo = { employees: 12, month: OCTOBER, seed: 3 }, ...options } = over;
  const dist = join(folder, 'dist');
  const lines: string[] = [];
  const codes: string[] = [];
  await writePages(dist);
  const running = await startService({
    port: 0,
    folder: join(folder, 'kept'),
    key: { environmentKey: undefined, keyFile: join(folder, 'key') },
    version: '9.9.9',
    https: null,
    // Nobody waits a minute for the window of Lucca's limit to pass, unless it is what is looked at.
    demo: demo && { rateLimit: { limit: 100_000 }, ...demo },
    pages: { dist, ready: pagesReady, officeClient: join(dist, 'client.js') },
    template: () => Promise.resolve(TEMPLATE),
    log: pino({ level: 'debug', base: null }, { write: (line: string) => void lines.push(line) }),
    announce: (code) => void codes.push(code),
    connector: QUICK,
    ...options,
  });
  running.announceCode();
  return {
    ...running,
    demo: running.demo as Demo,
    folder,
    dist,
    api: serviceOver(sendTo(running.origin, running.token)),
    logged: () => lines.join(''),
    codes,
  };
}

/** Runs `use` on a service of its own, and leaves nothing behind. */
export async function withService(use: (service: TestService) => Promise<void>, over?: TestOptions) {
  const folder = await makeFolder();
  let service: TestService | undefined;
  try {
    service = await startTestService(folder, over);
    await use(service);
  } finally {
    await service?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

export function demoAccount({ demo }: TestService): ConnectionRequest {
  return { account: 'demo', apiKey: demo.apiKey };
}

/** The value, or the error as a failure of the test. */
export function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The problem that the service answered. */
export function problemOf(result: Result<unknown, unknown>) {
  const error = result.ok
    ? undefined
    : (result.error as { problem?: { status: number; code: string; detail: string } });
  if (!error?.problem) throw new Error(`not a problem: ${JSON.stringify(result)}`);
  return error.problem;
}

export async function until<T>(what: string, read: () => Promise<T | undefined>, longestMs = 10_000): Promise<T> {
  for (const end = Date.now() + longestMs; Date.now() < end;) {
    const found = await read();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`never came: ${what}`);
}

/** The run once over. */
export function endOf(api: Service, runId: string): Promise<Run> {
  return until('the end of the run', async () => {
    const run = value(await api.run(runId));
    return run.state === 'running' ? undefined : run;
  });
}

/** Connects the fictional account and reads October. */
export async function connectAndPull(service: TestService): Promise<{ connectionId: string; run: Run }> {
  const { id } = value(await service.api.connect(demoAccount(service)));
  const started = value(await service.api.startRun(id, { months: [OCTOBER], startedBy: 'Awa' }));
  return { connectionId: id, run: await endOf(service.api, started.id) };
}

export interface RawReply {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** A request with the very path and headers given, `Host` included: `fetch` would tidy them up. */
export function raw(
  origin: string,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<RawReply> {
  const { method = 'GET', body } = options;
  const headers = { host: new URL(origin).host, ...options.headers };
  return new Promise((resolve, reject) => {
    const { port } = new URL(origin);
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('end', () => {
        resolve({
          status: reply.statusCode ?? 0,
          headers: reply.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
