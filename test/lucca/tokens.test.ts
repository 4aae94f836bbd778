import { afterEach, expect, test } from '@jest/globals';
import { connectorTo, fakeClock, json, pull, serve, valueOf, type Served } from './support.ts';

const credentials = { apiKey: 'key', oauth: { clientId: 'client', clientSecret: 'secret' } };

let served: Served;
afterEach(() => served.close());

/** Records in `pages` pages; `accepts` says whether a token is still good at the nth page asked. */
async function serveRecords(pages: number, seconds: number, accepts: (token: number, nth: number) => boolean) {
  let tokens = 0;
  let nth = 0;
  served = await serve((req, res) => {
    const url = new URL(req.url ?? '', 'http://localhost');
    if (url.pathname === '/connect/token') {
      tokens += 1;
      return json(res, { access_token: `token-${tokens}`, expires_in: seconds });
    }
    if (!url.pathname.startsWith('/lucca-api')) return json(res, { data: { items: [], count: 0 } });
    nth += 1;
    const token = Number(/^Bearer token-(\d+)$/.exec(req.headers.authorization ?? '')?.[1]);
    if (req.headers['api-version'] !== '2024-11-01') return json(res, { title: 'Unsupported', status: 400 }, 400);
    if (!accepts(token, nth)) return json(res, { title: 'Unauthorized', status: 401 }, 401);
    const page = Number(url.searchParams.get('page') ?? 1);
    const next = page < pages ? { href: `/lucca-api/x?page=${page + 1}` } : null;
    return json(res, { items: [{ id: `r${page}`, employee: { id: `${page}` } }], totalCount: pages, links: { next } });
  });
  return { origin: served.origin, tokens: () => tokens, records: () => nth };
}

test('one token serves all the pages', async () => {
  const api = await serveRecords(5, 3_600, () => true);
  valueOf(await pull(connectorTo(api.origin), credentials));
  expect([api.tokens(), api.records()]).toEqual([1, 5]);
});

test('a token is renewed shortly before its end', async () => {
  const clock = fakeClock();
  const api = await serveRecords(4, 100, () => true);
  // One request a minute: the third page would leave after the token's end.
  const limits = { requestsPerWindow: 1 };
  valueOf(await pull(connectorTo(api.origin, { ...clock, limits }), credentials));
  expect([api.tokens(), api.records()]).toEqual([2, 4]);
});

test('a token that stopped being good is renewed once, and the page asked again', async () => {
  const api = await serveRecords(3, 3_600, (token, nth) => token === (nth < 2 ? 1 : 2));
  valueOf(await pull(connectorTo(api.origin), credentials));
  expect([api.tokens(), api.records()]).toEqual([2, 4]);
});

test('a second refusal of one page is a wrong application', async () => {
  const api = await serveRecords(3, 3_600, () => false);
  expect(await pull(connectorTo(api.origin), credentials)).toMatchObject({
    ok: false,
    error: { code: 'wrongClient', status: 401 },
  });
  expect([api.tokens(), api.records()]).toEqual([2, 2]);
});
