import { afterEach, describe, expect, test } from '@jest/globals';
import type { LuccaCredentials } from '../../server/lucca/connector.ts';
import { connectorTo, json, pageMemory, pull, serve, spiedFetch, type Served, WRONG_KEY } from './support.ts';

const SECRET = 'secret-of-the-application';
const credentials: LuccaCredentials = { apiKey: WRONG_KEY, oauth: { clientId: 'the-client', clientSecret: SECRET } };

let served: Served;
afterEach(() => served.close());

/** Everything that comes out of a pull but its rows. */
async function trace(origin: string, given = credentials): Promise<string> {
  const pages = pageMemory();
  const { fetch, asked } = spiedFetch();
  const seen: unknown[] = [];
  const options = { fetch, limits: { requestTimeoutMs: 2_000 } };
  const result = await pull(connectorTo(origin, options), given, { pages, onProgress: (each) => seen.push(each) });
  expect(result.ok).toBe(false);
  return JSON.stringify([result, seen, asked, [...pages.pages.keys()]]);
}

describe('neither a key, nor a secret, nor a body comes out of a failure', () => {
  test.each([400, 401, 403, 404, 429, 500])('a %i that quotes them', async (status) => {
    served = await serve((req, res) => {
      json(res, { Status: status, Message: `key ${req.headers.authorization ?? ''} of Camille Durand` }, status);
    });
    const text = await trace(served.origin);
    expect(text).not.toContain(WRONG_KEY);
    expect(text).not.toContain('Camille');
  });

  test('nobody answers', async () => {
    served = await serve((_req, res) => res.socket?.resetAndDestroy());
    const text = await trace(served.origin);
    expect(text).toContain('unreachable');
    expect(text).not.toContain(WRONG_KEY);
  });

  test.each(['clé', 'two words', 'line\nbreak', ''])(
    'a key that cannot be sent (%j) is refused without a request',
    async (apiKey) => {
      served = await serve((_req, res) => json(res, {}));
      const text = await trace(served.origin, { apiKey });
      expect(text).toContain('wrongKey');
      if (apiKey !== '') expect(text).not.toContain(JSON.stringify(apiKey).slice(1, -1));
      expect(served.asked).toEqual([]);
    },
  );

  test('the token endpoint refuses', async () => {
    served = await serve((req, res) => {
      if (req.url?.startsWith('/connect/token')) json(res, { error: 'invalid_client', error_description: SECRET }, 401);
      else json(res, { data: { items: [], count: 0 } });
    });
    const text = await trace(served.origin);
    expect(text).toContain('wrongClient');
    expect(text).not.toContain(SECRET);
    expect(served.asked.join()).not.toContain('the-client');
  });
});

describe('another site', () => {
  test('a redirect is not followed, wherever it leads', async () => {
    let elsewhere = 0;
    const other = await serve((_req, res) => {
      elsewhere += 1;
      json(res, { items: [], count: 0 });
    });
    served = await serve((_req, res) => res.writeHead(302, { location: `${other.origin}/` }).end());
    try {
      expect(await trace(served.origin)).toContain('notLucca');
      expect(elsewhere).toBe(0);
      expect(served.asked).toHaveLength(1);
    } finally {
      await other.close();
    }
  });

  test.each([301, 303, 307, 308])(
    'a %i takes neither the key nor the secret of the application elsewhere',
    async (status) => {
      const other = await serve((_req, res) => json(res, { access_token: 'x', expires_in: 60 }));
      served = await serve((req, res) => {
        const leads = req.url?.startsWith('/connect/token') || req.url?.startsWith('/api/v3/leaves');
        if (leads) res.writeHead(status, { location: `${other.origin}/taken` }).end();
        else json(res, { data: { items: [], count: 0 } });
      });
      try {
        expect(await trace(served.origin)).toContain('notLucca');
        expect(other.asked).toEqual([]);
      } finally {
        await other.close();
      }
    },
  );

  test.each<[string, number, string, string]>([
    ['a page not found', 404, 'text/html', '<h1>Not found</h1>'],
    ['a page that asks for a login', 401, 'text/html', '<h1>Login</h1>'],
    ['JSON of another tool', 200, 'application/json', '{"hello":"world"}'],
    ['an error of another tool', 404, 'application/json', '{"hello":"world"}'],
  ])('%s is not Lucca, and is asked once', async (_name, status, type, body) => {
    served = await serve((_req, res) => res.writeHead(status, { 'content-type': type }).end(body));
    expect(await trace(served.origin)).toContain('notLucca');
    expect(served.asked).toHaveLength(1);
  });

  test('a reply longer than allowed is dropped, not retried', async () => {
    served = await serve((_req, res) => json(res, { items: [{ id: 1, name: 'x'.repeat(5_000) }], count: 1 }));
    const options = { limits: { maxReplyBytes: 4_000 } };
    const result = await pull(connectorTo(served.origin, options), credentials);
    expect(result).toMatchObject({ ok: false, error: { code: 'badReply' } });
    expect(served.asked).toHaveLength(1);
  });
});
