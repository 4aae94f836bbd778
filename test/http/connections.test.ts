import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import type { LuccaAccount } from '../../server/lucca/connector.ts';
import { connectAndPull, demoAccount, problemOf, raw, value, withService } from './testService.ts';

const WRONG_KEY = '0badc0de-0000-4000-8000-00000000f00d';

/** An account served by something else, for the time of `use`. */
async function withAccount(answer: Parameters<typeof createServer>[1], use: (account: LuccaAccount) => Promise<void>) {
  const server: Server = createServer({}, answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await use({ origin, tokenUrl: `${origin}/token` });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

describe('what a person typed', () => {
  test.each([
    ['http://acme.ilucca.net', 'address.notHttps', 'https://'],
    ['https://192.0.2.1', 'address.ipAddress', 'IP'],
    ['http://127.0.0.1', 'address.notHttps', 'https://'],
    ['https://acme.ilucca.net.evil.example', 'address.foreignHost', "n'est pas celle d'un compte Lucca"],
    ['https://acme@evil.example', 'address.userInfo', '@'],
    ['https://acme.ilucca.net:8443', 'address.port', 'port'],
  ])('« %s » is refused before anything is sent: %s', async (account, code, words) => {
    await withService(
      async ({ api }) => {
        const refused = problemOf(await api.testConnection({ account, apiKey: WRONG_KEY }));
        expect(refused).toMatchObject({ status: 422, code });
        expect(refused.detail).toContain(words);
      },
      { connector: { fetch: () => Promise.reject(new Error('a request left')) } },
    );
  });

  test('« demo » means nothing when the fictional account was not started', async () => {
    await withService(
      async ({ api }) => {
        const refused = problemOf(await api.testConnection({ account: 'https://demo', apiKey: WRONG_KEY }));
        expect(refused.code).toBe('address.foreignHost');
        expect(value(await api.health()).demo).toBeNull();
      },
      { demo: null },
    );
  });
});

describe('connecting', () => {
  test('a test remembers nothing; a connection is listed, without its key', async () => {
    await withService(async (service) => {
      const { api, demo } = service;
      const offered = value(await api.health()).demo;
      expect(offered).toMatchObject({ account: 'demo', apiKey: demo.apiKey });
      expect((await fetch(offered?.page ?? '')).status).toBe(200);
      const tested = value(await api.testConnection(demoAccount(service)));
      expect(tested.host).toBe('demo');
      expect(tested.employees).toBeGreaterThan(0);
      expect(value(await api.connections())).toEqual([]);
      const connected = value(await api.connect(demoAccount(service)));
      expect(connected).toMatchObject({ account: 'demo', mirror: null, lastRun: null, personalRecords: false });
      const listed = value(await api.connections());
      expect(listed).toEqual([connected]);
      expect(JSON.stringify(listed)).not.toContain(demo.apiKey);
    });
  });

  test('the same account again takes the new key and keeps its mirror', async () => {
    await withService(async (service) => {
      const { connectionId } = await connectAndPull(service);
      const { clientId, clientSecret } = service.demo.oauth;
      const again = value(await service.api.connect({ ...demoAccount(service), oauth: { clientId, clientSecret } }));
      expect([again.id, again.personalRecords, again.mirror?.snapshot]).toEqual([connectionId, true, 1]);
      expect(value(await service.api.connections())).toHaveLength(1);
    });
  });

  test('two connections of one account at the same moment end as one', async () => {
    await withService(async (service) => {
      const both = await Promise.all([1, 2].map(() => service.api.connect(demoAccount(service))));
      expect(new Set(both.map((each) => value(each).id)).size).toBe(1);
      expect(value(await service.api.connections())).toHaveLength(1);
    });
  });

  test('a disconnected account is forgotten, and the second time it is unknown', async () => {
    await withService(async (service) => {
      const { connectionId, run } = await connectAndPull(service);
      value(await service.api.disconnect(connectionId));
      expect(value(await service.api.connections())).toEqual([]);
      expect(problemOf(await service.api.run(run.id))).toMatchObject({ status: 404, code: 'runUnknown' });
      expect(problemOf(await service.api.disconnect(connectionId)).code).toBe('connectionUnknown');
    });
  });

  test('an oauth client that Lucca refuses is said, not the key', async () => {
    await withService(async (service) => {
      const oauth = { clientId: 'unknown', clientSecret: 'secret-that-must-not-leak' };
      const refused = problemOf(await service.api.connect({ ...demoAccount(service), oauth }));
      expect(refused).toMatchObject({ status: 422, code: 'luccaWrongClient' });
      expect(value(await service.api.connections())).toEqual([]);
      expect(service.logged() + JSON.stringify(refused)).not.toContain('secret-that-must-not-leak');
    });
  });
});

describe('what Lucca may answer', () => {
  test('a wrong key is not our 401: it says what to copy again', async () => {
    await withService(async ({ api }) => {
      const refused = problemOf(await api.connect({ account: 'demo', apiKey: WRONG_KEY }));
      expect(refused).toMatchObject({ status: 422, code: 'luccaWrongKey' });
      expect(refused.detail).toContain("clé d'API");
    });
  });

  test('Lucca down: nothing is remembered, the sentence names the account', async () => {
    await withService(async (service) => {
      await service.demo.close();
      const refused = problemOf(await service.api.connect(demoAccount(service)));
      expect(refused).toMatchObject({ status: 502, code: 'luccaUnreachable' });
      expect(refused.detail).toContain('demo');
      expect(value(await service.api.connections())).toEqual([]);
    });
  });

  test('something that is not Lucca is told apart from a wrong key', async () => {
    const login = '<!doctype html><html><body>Connexion</body></html>';
    await withAccount(
      (_request, response) => void response.setHeader('content-type', 'text/html').end(login),
      async (account) => {
        await withService(
          async ({ api }) => {
            const refused = problemOf(await api.testConnection({ account: 'other', apiKey: WRONG_KEY }));
            expect(refused).toMatchObject({ status: 422, code: 'luccaNotLucca' });
          },
          { accounts: new Map([['other', account]]) },
        );
      },
    );
  });
});

describe('strict contracts', () => {
  test.each([
    ['an unknown key', { account: 'demo', apiKey: 'k', admin: true }, 'admin'],
    ['a missing key', { account: 'demo' }, 'apiKey'],
    ['a wrong type', { account: 'demo', apiKey: 12 }, 'apiKey'],
    ['an empty text', { account: '', apiKey: 'k' }, 'Compte Lucca'],
    ['a list', [], 'objet'],
  ])('%s is 400 and named', async (_title, body: unknown, named) => {
    await withService(async ({ origin, token }) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const reply = await raw(origin, '/api/connections', { method: 'POST', headers, body: JSON.stringify(body) });
      const problem = JSON.parse(reply.body) as { code: string; detail: string };
      expect([reply.status, problem.code]).toEqual([400, 'bodyInvalid']);
      expect(problem.detail).toContain(named);
    });
  });

  test.each([
    ['not JSON', 'application/json', '{"apiKey": hush-hush', 400, 'bodyNotJson'],
    ['too large', 'application/json', JSON.stringify({ apiKey: 'x'.repeat(110_000) }), 413, 'bodyTooLarge'],
    ['a form', 'application/x-www-form-urlencoded', 'account=demo', 415, 'bodyType'],
    ['plain text', 'text/plain', '{"account":"demo"}', 415, 'bodyType'],
    ['another alphabet', 'application/json; charset=latin1', '{}', 415, 'bodyType'],
  ])('a body that is %s', async (_title, type, body, status, code) => {
    await withService(async ({ origin, token, logged }) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': type };
      const reply = await raw(origin, '/api/connections', { method: 'POST', headers, body });
      expect([reply.status, (JSON.parse(reply.body) as { code: string }).code]).toEqual([status, code]);
      expect(reply.body + logged()).not.toContain('hush-hush');
    });
  });

  test('a body is not read before the token is known', async () => {
    await withService(async ({ origin }) => {
      const headers = { 'content-type': 'application/json' };
      const reply = await raw(origin, '/api/connections', { method: 'POST', headers, body: 'not json' });
      expect(reply.status).toBe(401);
    });
  });

  test('an id that no path can hold is unknown, not an error', async () => {
    await withService(async ({ origin, token }) => {
      const headers = { authorization: `Bearer ${token}` };
      for (const id of ['..%2F..%2Fkey', '%00', 'a'.repeat(65), '%E0%A4%A']) {
        const reply = await raw(origin, `/api/runs/${id}`, { headers });
        expect([id, reply.status]).toEqual([id, 404]);
      }
    });
  });

  test('a request that is not HTTP does not disturb the service', async () => {
    await withService(async ({ origin, api }) => {
      await new Promise((resolve) => {
        const socket = connect(Number(new URL(origin).port), '127.0.0.1', () =>
          socket.write('\u0000\u0001 nonsense\r\n\r\n'),
        );
        socket.on('close', resolve).on('error', resolve).resume();
      });
      expect(value(await api.health()).status).toBe('ok');
    });
  });
});
