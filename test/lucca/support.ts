/** What the tests of the Lucca client share: a clock that only waits move, an account served by a test, a pull with defaults. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { Topic } from '../../shared/contracts/schemas.ts';
import type { LuccaConnector, LuccaCredentials, PageMemory, PullProgress } from '../../server/lucca/connector.ts';
import { createConnector, type ConnectorOptions } from '../../server/lucca/index.ts';
import type { Demo } from '../../server/demo/index.ts';

export interface FakeClock {
  readonly now: () => number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
  /** Every wait asked for, in milliseconds. */
  readonly waits: number[];
  readonly elapsed: () => number;
}

const EPOCH = Date.UTC(2026, 10, 20, 19, 4);

export function fakeClock(random = 0.5): FakeClock {
  let time = EPOCH;
  const waits: number[] = [];
  return {
    now: () => time,
    wait: async (ms, signal) => {
      signal.throwIfAborted();
      waits.push(ms);
      time += ms;
      // Lets sockets and timers run between two waits.
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    },
    random: () => random,
    waits,
    elapsed: () => time - EPOCH,
  };
}

/** The time that a clock of {@link fakeClock} shows at first. */
export const START = EPOCH;

/** A key as Lucca writes them, that no account here knows. */
export const WRONG_KEY = '0badc0de-0000-4000-8000-00000000f00d';

export function connectorTo(origin: string, options: ConnectorOptions = {}): LuccaConnector {
  return createConnector({ origin, tokenUrl: `${origin}/connect/token` }, { ...fakeClock(), ...options });
}

export function credentialsOf(demo: Demo, withOauth = false): LuccaCredentials {
  const { clientId, clientSecret } = demo.oauth;
  return { apiKey: demo.apiKey, ...(withOauth ? { oauth: { clientId, clientSecret } } : {}) };
}

export function pageMemory(): PageMemory & { readonly pages: Map<string, unknown> } {
  const pages = new Map<string, unknown>();
  return { pages, get: (key) => pages.get(key), set: (key, page) => void pages.set(key, page) };
}

export interface PullTest {
  readonly months?: readonly string[];
  readonly topics?: readonly Topic[];
  readonly signal?: AbortSignal;
  readonly pages?: PageMemory;
  readonly onProgress?: (progress: PullProgress) => void;
}

export function pull(connector: LuccaConnector, credentials: LuccaCredentials, test: PullTest = {}) {
  return connector.pull(credentials, {
    months: (test.months ?? ['2026-10']).map(plainMonth),
    ...(test.topics && { topics: test.topics }),
    signal: test.signal ?? new AbortController().signal,
    onProgress: test.onProgress ?? (() => undefined),
    pages: test.pages ?? pageMemory(),
  });
}

/** The real `fetch`, which remembers the addresses it was given. */
export function spiedFetch(): { readonly fetch: typeof fetch; readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    fetch: (input, init) => {
      asked.push(input as string);
      return fetch(input, init);
    },
  };
}

export interface Served {
  readonly origin: string;
  /** Paths asked, with their query, in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** An account of one function, on loopback. */
export async function serve(answer: (req: IncomingMessage, res: ServerResponse, nth: number) => void): Promise<Served> {
  const asked: string[] = [];
  const server = createServer((req, res) => {
    asked.push(req.url ?? '');
    answer(req, res, asked.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function json(res: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}): void {
  res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** The value of a successful result, or the test fails with its error. */
export function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.error)}`);
  return result.value;
}
