import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startDemo, type Demo } from '../../server/demo/index.ts';
import type { LuccaErrorCode, Pull, PullProgress } from '../../server/lucca/connector.ts';
import { sampled } from '../support/seeds.ts';
import { SPOILS, startReplay, type Replay } from './replay.ts';
import { connectorTo, credentialsOf, fakeClock, pull, spiedFetch, START, valueOf } from './support.ts';

/** Pages of one pull: establishments, fields, users × 2, contracts × 2, token, records × 11, absences × 2. */
const PAGES = 20;
/** Longer than any answer that was remembered takes on a busy machine. */
const STALL_MS = 1_500;

/** One short text for the whole content of a pull. */
const content = ({ employees, absences }: Pull) =>
  createHash('sha256')
    .update(JSON.stringify([employees, [...absences]]))
    .digest('hex');

describe('one fault, at each page', () => {
  let demo: Demo;
  let replay: Replay;
  let truth: string;

  beforeAll(async () => {
    demo = await startDemo({ employees: 1_050 });
    replay = await startReplay(demo);
    const result = valueOf(await pullOnce());
    expect(result.requests).toBe(PAGES);
    truth = content(result);
  });
  afterAll(async () => {
    await replay.close();
    await demo.close();
  });

  function pullOnce(requestTimeoutMs = 20_000) {
    return pull(connectorTo(replay.origin, { limits: { requestTimeoutMs } }), credentialsOf(demo, true));
  }

  const spoils = SPOILS.filter((each) => each !== 'stall');
  // In a full run each page meets one of the seven faults; always, each fault meets a page.
  const matrix = Array.from({ length: PAGES }, (_, at) => ({ nth: at + 1, spoil: spoils[at % spoils.length]! }));

  test.each(sampled(matrix, 3))('page $nth, $spoil: the same content, one request more', async ({ nth, spoil }) => {
    replay.spoil(nth, spoil);
    const result = valueOf(await pullOnce());
    expect(content(result)).toBe(truth);
    expect(result.requests).toBe(PAGES + 1);
  });

  test.each([1, 4, PAGES])('page %i stalls: the same content, one request more', async (nth) => {
    replay.spoil(nth, 'stall');
    const result = valueOf(await pullOnce(STALL_MS));
    expect(content(result)).toBe(truth);
    expect(result.requests).toBe(PAGES + 1);
  });
});

describe('a fault that lasts', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await startDemo({ rateLimit: { limit: 100_000 } });
  });
  afterAll(() => demo.close());
  beforeEach(() => demo.faults.clear());

  let asked: string[];

  function pullOnce(requestTimeoutMs = 20_000) {
    const spy = spiedFetch();
    asked = spy.asked;
    return pull(connectorTo(demo.origin, { fetch: spy.fetch, limits: { requestTimeoutMs } }), credentialsOf(demo));
  }

  const lasting = { times: 1_000 };
  const users = { path: '/api/v3/users', ...lasting };
  const cases: readonly (readonly [string, Parameters<Demo['faults']['add']>[0], LuccaErrorCode, number])[] = [
    ['503', { kind: 'status', status: 503, ...users }, 'serverError', 5],
    ['500', { kind: 'status', status: 500, ...users }, 'serverError', 5],
    ['408', { kind: 'status', status: 408, ...users }, 'timeout', 5],
    ['429', { kind: 'status', status: 429, retryAfter: '3', ...users }, 'rateLimited', 5],
    ['truncated JSON', { kind: 'truncated', ...users }, 'badReply', 5],
    ['a web page', { kind: 'html', ...users }, 'badReply', 5],
    ['cut connections', { kind: 'cut', ...users }, 'unreachable', 5],
    ['resets', { kind: 'reset', ...users }, 'unreachable', 5],
    ['401', { kind: 'status', status: 401, ...users }, 'wrongKey', 1],
    ['403', { kind: 'status', status: 403, ...users }, 'forbidden', 1],
    ['404', { kind: 'status', status: 404, ...users }, 'forbidden', 1],
    ['400 with a bare text', { kind: 'rawText', ...users }, 'badReply', 1],
    ['a web page from the first request', { kind: 'html', ...lasting }, 'notLucca', 5],
  ];

  test.each(cases)('%s', async (_name, fault, code, tries) => {
    demo.faults.add(fault);
    const result = await pullOnce();
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(asked.filter((url) => url.includes(fault.path ?? ''))).toHaveLength(tries);
  });

  test('stalls', async () => {
    demo.faults.add({ kind: 'stall', ...users });
    // A request before them that takes longer than this, on a busy machine, is only asked again.
    expect(await pullOnce(250)).toMatchObject({ ok: false, error: { code: 'timeout' } });
    expect(asked.filter((url) => url.includes(users.path))).toHaveLength(5);
  });

  test('the error says what was read, and the right that is missing', async () => {
    demo.faults.add({ kind: 'status', status: 403, ...users });
    expect(await pullOnce()).toEqual({
      ok: false,
      error: { code: 'forbidden', call: 'salariés', status: 403, right: 'Collaborateurs : consulter' },
    });
  });

  test.each(['/work-contracts', '/establishments', '/extensionuserdefinitions'])(
    'without %s the rest is read all the same',
    async (path) => {
      demo.faults.add({ kind: 'status', status: 403, path, ...lasting });
      const result = valueOf(await pullOnce());
      expect(result.employees).toHaveLength(60);
      expect(result.employees[0]!.values).toMatchObject({
        establishment: expect.any(String),
        contractStart: expect.any(String),
      });
    },
  );

  test('absences that may not be read are a failure, never an empty month', async () => {
    demo.faults.add({ kind: 'status', status: 403, path: '/leaves', ...lasting });
    expect(await pullOnce()).toMatchObject({ ok: false, error: { code: 'forbidden', call: 'absences' } });
  });

  test('a window that Lucca finds too long is read in narrower ones', async () => {
    const truth = content(valueOf(await pullOnce()));
    // All establishments at once twice, then one of them twice: its people are asked for by their ids.
    demo.faults.add({ kind: 'status', status: 408, path: '/leaves', times: 4 });
    const result = valueOf(await pullOnce());
    expect(content(result)).toBe(truth);
    expect(result.requests).toBe(4 + 4 + 3);
  });

  test('a server that refuses several establishments at once is asked for one at a time', async () => {
    const truth = content(valueOf(await pullOnce()));
    demo.faults.add({ kind: 'status', status: 400, path: '/leaves' });
    expect(content(valueOf(await pullOnce()))).toBe(truth);
  });

  test('a window too long down to one person is a failure that ends', async () => {
    demo.faults.add({ kind: 'status', status: 408, path: '/leaves', ...lasting });
    expect(await pullOnce()).toMatchObject({ ok: false, error: { code: 'timeout', status: 408 } });
    expect(asked.filter((url) => url.includes('/leaves')).length).toBeLessThan(25);
  });

  test.each(['dataAsArray', 'itemsAtRoot'] as const)('an odd envelope (%s) is read', async (kind) => {
    const truth = content(valueOf(await pullOnce()));
    demo.faults.add({ kind, ...lasting });
    expect(content(valueOf(await pullOnce()))).toBe(truth);
  });
});

describe('waiting', () => {
  test.each([
    ['in seconds', '12', 12_000],
    ['as a date', new Date(START + 12_000).toUTCString(), 12_000],
  ])('Retry-After %s is waited for, and told', async (_name, retryAfter, ms) => {
    const demo = await startDemo();
    try {
      demo.faults.add({ kind: 'status', status: 429, retryAfter, nth: 2 });
      const clock = fakeClock(0);
      const told: number[] = [];
      const onProgress = (progress: { waitingSeconds: number }) => told.push(progress.waitingSeconds);
      valueOf(await pull(connectorTo(demo.origin, clock), credentialsOf(demo), { onProgress }));
      expect(clock.elapsed()).toBe(ms);
      expect(Math.max(...told)).toBe(12);
      expect(told.at(-1)).toBe(0);
    } finally {
      await demo.close();
    }
  });

  test.each([
    [429, 'limit'],
    [503, 'fault'],
  ] as const)('why it waits after a %s is told', async (status, reason) => {
    const demo = await startDemo();
    try {
      demo.faults.add({ kind: 'status', status, retryAfter: '2', nth: 2 });
      const told = new Set<string | undefined>();
      const onProgress = (progress: PullProgress) => {
        if (progress.waitingSeconds > 0) told.add(progress.waitingFor);
      };
      valueOf(await pull(connectorTo(demo.origin, fakeClock(0)), credentialsOf(demo), { onProgress }));
      expect([...told]).toEqual([reason]);
    } finally {
      await demo.close();
    }
  });

  test('a wait longer than a run is held for is an error that says how long', async () => {
    const demo = await startDemo();
    try {
      demo.faults.add({ kind: 'status', status: 429, retryAfter: '3600' });
      const result = await pull(connectorTo(demo.origin), credentialsOf(demo));
      expect(result).toMatchObject({ ok: false, error: { code: 'rateLimited', retryAfterSeconds: 3_600 } });
      expect(demo.requests.count()).toBe(1);
    } finally {
      await demo.close();
    }
  });

  test('retries are spread by chance under a doubling bound', async () => {
    const demo = await startDemo();
    try {
      demo.faults.add({ kind: 'status', status: 500, times: 10 });
      for (const [random, waited] of [
        [0, 0],
        [0.5, 500 + 1_000 + 2_000 + 4_000],
      ] as const) {
        const clock = fakeClock(random);
        await pull(connectorTo(demo.origin, clock), credentialsOf(demo));
        expect(clock.elapsed()).toBe(waited);
      }
    } finally {
      await demo.close();
    }
  });
});

describe('rows that move between two pages', () => {
  test.each(['rowInserted', 'rowRemoved'] as const)('%s once: read again, whole and once each', async (kind) => {
    const demo = await startDemo({ employees: 1_050 });
    try {
      demo.faults.add({ kind, path: '/api/v3/users', nth: 2 });
      const result = valueOf(await pull(connectorTo(demo.origin), credentialsOf(demo)));
      expect(result.employees.map(({ id }) => Number(id))).toEqual(
        [...demo.company.people.keys()].sort((a, b) => a - b),
      );
    } finally {
      await demo.close();
    }
  });

  test('again and again: unstable', async () => {
    const demo = await startDemo({ employees: 1_050 });
    try {
      demo.faults.add({ kind: 'rowInserted', path: '/api/v3/users', times: 100 });
      const result = await pull(connectorTo(demo.origin), credentialsOf(demo));
      expect(result).toMatchObject({ ok: false, error: { code: 'unstable', call: 'salariés' } });
      expect(demo.requests.count('/api/v3/users')).toBe(6);
    } finally {
      await demo.close();
    }
  });
});
