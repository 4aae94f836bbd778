import { describe, expect, test } from '@jest/globals';
import { PERMISSIONS } from '../../server/demo/api/view.ts';
import { itemsOf, LEAVES_OF_OCTOBER, posting, withDemo, type Reply } from './asking.ts';

describe('the key', () => {
  test('any case of the word is accepted; anything else is a 401 with capitals', () =>
    withDemo({}, async ({ apiKey }, ask) => {
      const status = async (Authorization?: string): Promise<number> =>
        (await ask('/api/v3/users', { headers: Authorization === undefined ? {} : { Authorization } })).status;
      expect(await status(`Lucca APPLICATION=${apiKey.toUpperCase()}`)).toBe(200);
      expect(await status()).toBe(401);
      expect(await status(`Bearer ${apiKey}`)).toBe(401);
      expect(await status('lucca application=00000000-0000-0000-0000-000000000000')).toBe(401);
      const reply = await ask('/api/v3/users', { headers: {} });
      expect(reply.json).toEqual({ Status: 401, Message: 'Unauthorized' });
      expect((await ask('/directory/api/4.0/work-contracts', { headers: {} })).status).toBe(401);
    }));
  test('what the key may not see is absent, without an error', () =>
    withDemo({ denied: PERMISSIONS }, async ({ company }, ask) => {
      const users = itemsOf(
        await ask('/api/v3/users?fields=id,lastName,birthDate,personalEmail,extendedData&formerEmployees=true'),
      );
      expect(users.length).toBeLessThan(58);
      expect(users.map(({ id }) => id)).not.toContain(company.notables.arrival);
      expect(Object.keys(users[0] ?? {})).toEqual(['id', 'lastName']);
      expect((await ask(`${LEAVES_OF_OCTOBER}&fields=id,collection.count`)).json.data).toEqual({ items: [], count: 0 });
      expect((await ask('/directory/api/4.0/work-contracts?fields.root=count')).json).toEqual({ items: [], count: 0 });
      expect((await ask('/api/v3/users?birthDate=notequal,null')).status).toBe(400);
    }));
  test('permissions change while the account runs', () =>
    withDemo({}, async (_demo, ask) => {
      await ask('/demo/key', { ...posting({ denied: ['leaves'] }), method: 'PUT' });
      expect((await ask(`${LEAVES_OF_OCTOBER}&fields=collection.count`)).json.data).toEqual({ count: 0 });
    }));
});

describe('limits', () => {
  test('a sliding window for all keys together; Retry-After in seconds', () => {
    let time = 10_000_000;
    return withDemo({ now: () => time, rateLimit: { limit: 3, windowSeconds: 60 } }, async (_demo, ask) => {
      const users = '/api/v3/users?paging=0,1';
      expect((await ask(users)).status).toBe(200);
      time += 20_000;
      expect((await ask('/organization/structure/api/legal-units')).status).toBe(200);
      expect((await ask(users)).status).toBe(200);
      const refused = await ask(users);
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '40']);
      time += 39_999;
      expect((await ask(users)).status).toBe(429);
      time += 1;
      expect((await ask(users)).status).toBe(200);
      expect((await ask(users)).status).toBe(429);
    });
  });
  test('Retry-After as a date, and waiting until then is enough', () => {
    let time = Date.UTC(2026, 9, 25, 8, 0, 0, 250);
    return withDemo(
      { now: () => time, rateLimit: { limit: 1, windowSeconds: 60, retryAfter: 'date' } },
      async (_demo, ask) => {
        await ask('/api/v3/users');
        const refused = await ask('/api/v3/users');
        expect(refused.headers.get('retry-after')).toBe('Sun, 25 Oct 2026 08:01:01 GMT');
        time = Date.parse(refused.headers.get('retry-after') ?? '');
        expect((await ask('/api/v3/users')).status).toBe(200);
      },
    );
  });
  test('Lucca’s own limit is the default', () =>
    withDemo({ rateLimit: {}, now: () => 0 }, async (_demo, ask) => {
      const statuses: number[] = [];
      for (let request = 0; request < 51; request += 1) statuses.push((await ask('/api/v3/leaveAccounts')).status);
      expect(statuses.indexOf(429)).toBe(50);
    }));
  test('address and headers over 8 KB are refused', () =>
    withDemo({}, async (_demo, ask) => {
      const ids = (count: number): string =>
        Array.from({ length: count }, (_, index) => String(100_000 + index)).join(',');
      expect((await ask(`/api/v3/users?id=${ids(1_000)}`)).status).toBe(200);
      expect((await ask(`/api/v3/users?id=${ids(1_200)}`)).status).toBe(431);
    }));
});

describe('the request log', () => {
  test('counts by path and says nothing personal', () =>
    withDemo({}, async ({ requests }, ask) => {
      await ask('/api/v3/users?mail=marie.martin@atelier-lumiere.example');
      await ask('/api/v3/users', { headers: {} });
      await ask('/demo/');
      expect(requests.entries).toEqual([
        { method: 'GET', path: '/api/v3/users', status: 200 },
        { method: 'GET', path: '/api/v3/users', status: 401 },
      ]);
      expect([requests.count(), requests.count('/api/v3/users'), requests.count('/lucca-api')]).toEqual([2, 2, 0]);
      expect((await ask('/demo/requests')).json).toEqual([{ method: 'GET', path: '/api/v3/users', count: 2 }]);
      await ask('/demo/requests', { method: 'DELETE', headers: {} });
      expect(requests.count()).toBe(0);
    }));
});

describe('faults', () => {
  const USERS = '/api/v3/users?fields=id,collection.count&orderBy=id,asc&paging=0,5';
  test('the k-th matching request fails, and only it', () =>
    withDemo({}, async ({ faults }, ask) => {
      faults.add({ kind: 'status', status: 503, path: '/users', nth: 2 });
      const statuses: number[] = [];
      for (const path of [USERS, '/api/v3/departments', USERS, USERS]) statuses.push((await ask(path)).status);
      expect(statuses).toEqual([200, 200, 503, 200]);
      expect(faults.pending()).toEqual([]);
    }));
  test.each([408, 429, 500, 503])('status %i, as many times as asked', (status) =>
    withDemo({}, async ({ faults }, ask) => {
      faults.add({ kind: 'status', status, times: 2, retryAfter: '7' });
      const replies = [await ask(USERS), await ask(USERS), await ask(USERS)];
      expect(replies.map((reply) => reply.status)).toEqual([status, status, 200]);
      expect(replies[0]?.headers.get('retry-after')).toBe('7');
    }),
  );
  test('raw text, HTML, truncated JSON, odd envelopes', () =>
    withDemo({}, async ({ faults }, ask) => {
      faults.add({ kind: 'rawText' });
      const raw = await ask(USERS);
      expect([raw.status, raw.headers.get('content-type'), raw.text]).toEqual([
        400,
        'application/json; charset=utf-8',
        'Query parameter is invalid',
      ]);
      faults.add({ kind: 'html' });
      const html = await ask(USERS);
      expect([html.status, html.text.slice(0, 15)]).toEqual([200, '<!doctype html>']);
      faults.add({ kind: 'truncated' });
      const cut = await ask(USERS);
      expect(cut.status).toBe(200);
      expect(() => JSON.parse(cut.text) as unknown).toThrow();
      faults.add({ kind: 'dataAsArray' });
      expect((await ask(USERS)).json.data).toHaveLength(5);
      faults.add({ kind: 'itemsAtRoot' });
      expect((await ask(USERS)).json.items).toHaveLength(5);
    }));
  test('reset, body cut short, stall', () =>
    withDemo({}, async ({ faults }, ask) => {
      faults.add({ kind: 'reset' });
      await expect(ask(USERS)).rejects.toThrow();
      faults.add({ kind: 'cut' });
      await expect(ask(USERS)).rejects.toThrow();
      faults.add({ kind: 'stall' });
      const headers = { Authorization: 'x' };
      await expect(ask(USERS, { headers, signal: AbortSignal.timeout(100) })).rejects.toThrow();
      expect((await ask(USERS)).status).toBe(200);
    }));
  test('a row inserted between two pages repeats one, a row removed hides one, and the count tells', () =>
    withDemo({}, async ({ faults }, ask) => {
      const page = (offset: number): Promise<Reply> =>
        ask(`/api/v3/users?formerEmployees=true&fields=id,collection.count&orderBy=id,asc&paging=${String(offset)},30`);
      faults.add({ kind: 'rowInserted', path: '/users', nth: 2 });
      const [first, second] = [await page(0), await page(30)];
      expect(itemsOf(second)[0]?.id).toBe(itemsOf(first)[29]?.id);
      expect([first.json.data?.count, second.json.data?.count]).toEqual([60, 61]);
      faults.add({ kind: 'rowRemoved', path: '/users', nth: 2 });
      const [third, fourth] = [await page(0), await page(30)];
      expect(Number(itemsOf(fourth)[0]?.id) - Number(itemsOf(third)[29]?.id)).toBe(2);
    }));
  test('a leave is inserted among those the request asks for', () =>
    withDemo({}, async ({ faults }, ask) => {
      const page =
        '/api/v3/leaves?date=between,2026-10-01,2026-10-31&leavePeriod.owner.legalEntityId=13&fields=id,collection.count&orderBy=id,asc';
      const before = await ask(page);
      faults.add({ kind: 'rowInserted', path: '/leaves' });
      const after = await ask(page);
      expect((after.json.data?.count ?? 0) - (before.json.data?.count ?? 0)).toBe(2);
      expect(String(itemsOf(after)[0]?.id) < String(itemsOf(before)[0]?.id)).toBe(true);
    }));
  test('asked for, listed and cleared over HTTP; nonsense is refused', () =>
    withDemo({}, async ({ faults }, ask) => {
      expect((await ask('/demo/faults', posting({ kind: 'stall', path: '/users', nth: 3 }))).status).toBe(204);
      expect((await ask('/demo/faults')).json).toEqual([{ kind: 'stall', path: '/users', nth: 3, times: 1 }]);
      expect((await ask('/demo/faults', posting({ kind: 'nothing' }))).status).toBe(400);
      expect((await ask('/demo/faults', posting({ kind: 'status', status: 200 }))).status).toBe(400);
      await ask('/demo/faults', { method: 'DELETE', headers: {} });
      expect(faults.pending()).toEqual([]);
    }));
});
