import { afterAll, beforeAll } from '@jest/globals';
import { startDemo, type Demo, type DemoOptions } from '../../server/demo/index.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON body; empty when the body is no JSON. */
  readonly json: {
    data?: { items?: Row[]; count?: number } & Row;
    items?: Row[];
    count?: number;
    Status?: number;
    Message?: string;
  } & Row;
}

export type Row = Record<string, unknown>;

/** Runs a test against its own account on a free port, and stops it whatever happens. */
export async function withDemo(options: DemoOptions, run: (demo: Demo, ask: Ask) => Promise<void>): Promise<void> {
  const demo = await startDemo({ rateLimit: { limit: 100_000 }, ...options });
  try {
    await run(demo, createAsk(demo));
  } finally {
    await demo.close();
  }
}

/** One account for all the tests of a file that only read it. */
export function sharedDemo(): { readonly demo: () => Demo; readonly ask: Ask } {
  let demo: Demo | undefined;
  const running = (): Demo => {
    if (demo === undefined) throw new Error('the account runs only during tests');
    return demo;
  };
  beforeAll(async () => {
    demo = await startDemo({ rateLimit: { limit: 100_000 } });
  });
  afterAll(() => demo?.close());
  return { demo: running, ask: (path, init) => createAsk(running())(path, init) };
}

export type Ask = (path: string, init?: RequestInit) => Promise<Reply>;

/** Asks with the demo key, unless the headers are given. */
export function createAsk(demo: Demo): Ask {
  return async (path, init = {}) => {
    const headers = init.headers ?? { Authorization: `lucca application=${demo.apiKey}` };
    const response = await fetch(demo.origin + path, { redirect: 'manual', ...init, headers });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parse(text) };
  };
}

function parse(text: string): Reply['json'] {
  try {
    return JSON.parse(text) as Reply['json'];
  } catch {
    return {};
  }
}

export function itemsOf(reply: Reply): Row[] {
  return reply.json.data?.items ?? reply.json.items ?? [];
}

/** A POST of JSON to the admin API. */
export const posting = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

/** Query parameters of a leaves list with the two mandatory filters. */
export const LEAVES_OF_OCTOBER = '/api/v3/leaves?date=between,2026-10-01,2026-10-31&leavePeriod.ownerId=greaterthan,0';
