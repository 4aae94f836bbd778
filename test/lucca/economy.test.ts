import { afterEach, describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { isFullRun } from '../support/seeds.ts';
import { startPlainAccount, type PlainAccount } from './plainAccount.ts';
import { connectorTo, fakeClock, pageMemory, pull, valueOf } from './support.ts';

const key = { apiKey: '00000000-0000-4000-8000-000000000000' };
const withOauth = { ...key, oauth: { clientId: 'client', clientSecret: 'secret' } };
/** Enough for several windows of the limit, whatever the run. */
const PEOPLE = isFullRun ? 10_000 : 3_000;
const october = plainMonth('2026-10');

let account: PlainAccount;
afterEach(() => account.close());

describe('requests needed, beside the fewest that the documented page sizes allow', () => {
  test.each([
    [60, 3],
    [3_000, 3],
    [3_000, 120],
  ])('%i people in %i establishments', async (people, establishments) => {
    account = await startPlainAccount(people, establishments);
    const result = valueOf(await pull(connectorTo(account.origin), key));
    expect(result.employees).toHaveLength(people);
    expect(result.absences.get(october)).toHaveLength(account.leaves);
    expect(result.requests).toBe(account.asked.length);
    expect(result.requests).toBeLessThanOrEqual(account.minimum.key * 1.1);
    expect(new Set(account.asked).size).toBe(account.asked.length);
  });

  test('a list that ends on a full page is not asked for an empty one', async () => {
    account = await startPlainAccount(1_000, 1);
    const result = valueOf(await pull(connectorTo(account.origin), key));
    expect(result.requests).toBe(account.minimum.key);
  });
});

describe('topics', () => {
  test.each([
    ['planning', 1_200],
    ['meals', 3_000],
    ['time', 400],
  ] as const)('%s of %i people: the fewest requests, none twice', async (topic, people) => {
    account = await startPlainAccount(people, 3);
    const result = valueOf(await pull(connectorTo(account.origin), key, { topics: [topic] }));
    const rows = { planning: result.planning, meals: result.meals, time: result.timeEntries };
    for (const [name, each] of Object.entries(rows))
      expect([name, each?.get(october)?.length]).toEqual([name, name === topic ? people : undefined]);
    expect(account.asked.length).toBeLessThanOrEqual(account.minimum[topic] * 1.1);
    expect(new Set(account.asked).size).toBe(account.asked.length);
    expect(account.asked.every((path) => path.length < 7_000)).toBe(true);
  });

  test('none asked: not one request for them', async () => {
    account = await startPlainAccount(60, 3);
    const result = valueOf(await pull(connectorTo(account.origin), key));
    expect(account.asked.filter((path) => /userdates|expense|leaveAccounts|time/.test(path))).toEqual([]);
    const { planning, meals, expenseNatures, timeEntries, timesheets, workingTimes, missingRights } = result;
    expect([planning, meals, expenseNatures, timeEntries, timesheets, workingTimes, missingRights]).toEqual(
      Array.from({ length: 7 }),
    );
  });

  test('a second attempt does not ask again for the days already read', async () => {
    account = await startPlainAccount(200, 1);
    const pages = pageMemory();
    const stop = new AbortController();
    account.onRequest = (nth) => nth === 16 && stop.abort();
    const topics = ['planning'] as const;
    await pull(connectorTo(account.origin), key, { topics, pages, signal: stop.signal });
    account.asked.length = 0;
    account.onRequest = () => undefined;
    const result = valueOf(await pull(connectorTo(account.origin), key, { topics, pages }));
    expect(result.planning?.get(october)).toHaveLength(200);
    expect(result.requests).toBe(account.minimum.planning - 15);
  });
});

test('thousands of people with personal records: never more than 50 requests in 60 s, and no longer than that needs', async () => {
  account = await startPlainAccount(PEOPLE, 3);
  const clock = fakeClock();
  const times: number[] = [];
  account.onRequest = () => times.push(clock.now());
  const result = valueOf(await pull(connectorTo(account.origin, clock), withOauth));
  expect(result.employees).toHaveLength(PEOPLE);
  expect(result.absences.get(october)).toHaveLength(account.leaves);
  expect(result.requests).toBeLessThanOrEqual(account.minimum.oauth * 1.1);
  for (const at of times) {
    expect(times.filter((each) => each >= at && each <= at + 60_000).length).toBeLessThanOrEqual(45);
  }
  expect(clock.elapsed()).toBeLessThan(Math.ceil(result.requests / 45) * 61_000);
});

describe('cancelling', () => {
  test.each([1, 3, 5])('during request %i: cancelled at once, nothing more is sent', async (nth) => {
    account = await startPlainAccount(2_500, 1);
    const stop = new AbortController();
    account.onRequest = (at) => {
      if (at === nth) stop.abort();
    };
    const result = await pull(connectorTo(account.origin), key, { signal: stop.signal });
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(account.asked).toHaveLength(nth);
  });

  test('while waiting for a place', async () => {
    account = await startPlainAccount(2_500, 1);
    const stop = new AbortController();
    const limits = { requestsPerWindow: 2 };
    const result = await pull(connectorTo(account.origin, { limits }), key, {
      signal: stop.signal,
      onProgress: ({ waitingSeconds }) => waitingSeconds > 0 && stop.abort(),
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(account.asked).toHaveLength(2);
  });

  test('before the start: nothing is sent', async () => {
    account = await startPlainAccount(10, 1);
    const result = await pull(connectorTo(account.origin), key, { signal: AbortSignal.abort() });
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(account.asked).toEqual([]);
  });
});

test('a second attempt asks only for the pages that the first did not get', async () => {
  account = await startPlainAccount(2_500, 1);
  const pages = pageMemory();
  const stop = new AbortController();
  account.onRequest = (nth) => {
    if (nth === 5) stop.abort();
  };
  await pull(connectorTo(account.origin), withOauth, { pages, signal: stop.signal });
  const first = account.asked.slice(0, 4);
  expect([...pages.pages.keys()]).toEqual(first);
  // As a store would hand them back.
  const kept = new Map([...pages.pages].map(([path, page]) => [path, JSON.parse(JSON.stringify(page)) as unknown]));
  account.asked.length = 0;
  account.onRequest = () => undefined;
  const again = {
    get: (path: string) => kept.get(path),
    set: (path: string, page: unknown) => void kept.set(path, page),
  };
  const result = valueOf(await pull(connectorTo(account.origin), withOauth, { pages: again }));
  expect(result.employees).toHaveLength(2_500);
  expect(result.absences.get(october)).toHaveLength(account.leaves);
  expect(account.asked.filter((path) => first.includes(path))).toEqual([]);
  expect(result.requests).toBe(account.minimum.oauth - first.length);
});

test('pages kept from before a change are read again', async () => {
  account = await startPlainAccount(1_500, 1);
  const pages = pageMemory();
  valueOf(await pull(connectorTo(account.origin), key, { pages }));
  const lastPage = [...pages.pages.keys()].filter((path) => path.includes('/users')).at(-1)!;
  const page = pages.pages.get(lastPage) as { items: unknown[] };
  pages.pages.set(lastPage, { ...page, count: 1_499, items: page.items.slice(1) });
  const result = valueOf(await pull(connectorTo(account.origin), key, { pages }));
  expect(result.employees).toHaveLength(1_500);
  expect(result.requests).toBe(2);
});
