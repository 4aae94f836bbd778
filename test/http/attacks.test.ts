/** What a page of another site, another program of this machine or a broken client may send. */
import { rm } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { listen, StartError } from '../../server/listen.ts';
import { faultFacts } from '../../server/http/requestLog.ts';
import { statusIn, talk } from './rawTalk.ts';
import { connectAndPull, demoAccount, makeFolder, raw, startTestService, value, withService } from './testService.ts';

const CLOSE = 'Connection: close\r\n\r\n';

interface Own {
  readonly host: string;
  readonly port: string;
}

describe('addresses that name two hosts', () => {
  test.each<[string, (own: Own) => string]>([
    ['another host in the address', ({ host, port }) => `GET http://evil.example:${port}/ HTTP/1.1\r\n${host}`],
    ['our own host in the address', ({ host, port }) => `GET http://localhost:${port}/ HTTP/1.1\r\n${host}`],
    ['a second Host', ({ host }) => `GET / HTTP/1.1\r\n${host}Host: evil.example\r\n`],
    ['a foreign Host first', ({ host }) => `GET / HTTP/1.1\r\nHost: evil.example\r\n${host}`],
    ['no Host, as in HTTP/1.0', () => 'GET / HTTP/1.0\r\n'],
    ['the server as a whole', ({ host }) => `OPTIONS * HTTP/1.1\r\n${host}`],
    ['a proxy’s word for it', () => 'GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: localhost\r\n'],
  ])('%s: 421, and no code', async (_title, head) => {
    await withService(async ({ origin }) => {
      const { port } = new URL(origin);
      const answered = await talk(origin, head({ host: `Host: localhost:${port}\r\n`, port }) + CLOSE);
      expect([statusIn(answered), answered.includes('passerelle-pairing')]).toEqual([421, false]);
    });
  });
});

test('one request is never read as two, and what is not HTTP is not answered as if it were', async () => {
  await withService(async ({ origin, api }) => {
    const host = `Host: localhost:${new URL(origin).port}\r\n`;
    const post = `POST /api/pairing HTTP/1.1\r\n${host}Content-Type: application/json\r\n`;
    const hidden = `GET / HTTP/1.1\r\n${host}\r\n`;
    const doubtful = [
      `${post}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
      `${post}Content-Length: 2\r\nContent-Length: 99\r\n\r\n{}${hidden}`,
      `${post}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${hidden}`,
      `${post}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${hidden}`,
      `GET / HTTP/1.1\n${host}\n\n`,
    ];
    for (const text of doubtful) {
      const answered = await talk(origin, text);
      expect([text, statusIn(answered)]).toEqual([text, 400]);
      expect(answered).not.toContain('passerelle-pairing');
    }
    expect(await talk(origin, `CONNECT localhost:22 HTTP/1.1\r\n${host}\r\n`)).toBe('');
    const traced = await talk(origin, `TRACE / HTTP/1.1\r\n${host}X-Mine: hush\r\n${CLOSE}`);
    expect([statusIn(traced), traced.includes('hush')]).toEqual([404, false]);
    expect(value(await api.health()).status).toBe('ok');
  });
});

test('a file is asked for by its plain name: nothing escaped, no page, no folder, nothing above', async () => {
  await withService(async ({ origin }) => {
    const paths = [
      '/workbench%2ehtml',
      '/workbench.htm%6c',
      '/workbench.html',
      '/workbench.html.',
      '/assets',
      '/assets/',
      '/assets/..%2f..%2fkey',
      '/assets/%2e%2e/%2e%2e/key',
      '/..%5c..%5ckey',
      '/\\..\\key',
      '/../../kept/mirror/format',
      '//etc/passwd',
      '/taskpane.html%00.js',
      '/.passerelle/key',
      '/%E0%A4%A',
    ];
    const ours = `Host: localhost:${new URL(origin).port}\r\n`;
    for (const path of paths) {
      const answered = await talk(origin, `GET ${path} HTTP/1.1\r\n${ours}${CLOSE}`);
      expect([path, statusIn(answered), answered.includes('routeUnknown')]).toEqual([path, 404, true]);
    }
  });
});

test('keys that programs are built of are unknown keys like any other', async () => {
  await withService(async ({ origin, token }) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    for (const stranger of ['"__proto__":{"admin":true}', '"constructor":{"prototype":{"admin":true}}']) {
      const body = `{${stranger},"account":"demo","apiKey":"k"}`;
      const reply = await raw(origin, '/api/connections/test', { method: 'POST', headers, body });
      expect(reply.status).toBe(400);
    }
    expect((await raw(origin, '/api/runs/__proto__', { headers })).status).toBe(404);
    expect((await raw(origin, '/api/connections?__proto__=1', { headers })).status).toBe(200);
    expect(({} as { admin?: unknown }).admin).toBeUndefined();
  });
});

test('guesses sent all together are counted one by one', async () => {
  await withService(async ({ origin }) => {
    const guess = () =>
      raw(origin, '/api/pairing', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"code":"ZZZZ-ZZZZ"}',
      });
    const statuses = (await Promise.all(Array.from({ length: 40 }, guess))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 403)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(30);
  });
});

test('a body that swells when opened is refused at its real size', async () => {
  const { gzipSync } = await import('node:zlib');
  const body = gzipSync(JSON.stringify({ code: 'x'.repeat(20_000_000) }));
  await withService(async ({ origin }) => {
    const status = await new Promise((resolve, reject) => {
      const { port, host } = new URL(origin);
      const headers = { host, 'content-type': 'application/json', 'content-encoding': 'gzip' };
      const sent = request({ host: '127.0.0.1', port, path: '/api/pairing', method: 'POST', headers }, (reply) => {
        reply.resume();
        resolve(reply.statusCode);
      });
      sent.on('error', reject).end(body);
    });
    expect(status).toBe(413);
  });
});

describe('callers that take their time', () => {
  const patience = { headersMs: 200, requestMs: 400, connections: 3 };

  test('a request that never ends is ended', async () => {
    const listening = await listen(0, null, patience);
    listening.serve((incoming, response) => incoming.resume().on('end', () => void response.end('done')));
    try {
      expect(statusIn(await talk(listening.origin, 'GET / HTTP/1.1\r\nX-Slow: ', 5000))).toBe(408);
      const body = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nslow';
      expect(statusIn(await talk(listening.origin, body, 5000))).toBe(408);
    } finally {
      await listening.close();
    }
  });

  test('connections beyond the limit are dropped; the service goes on once some have gone', async () => {
    const listening = await listen(0, null, { ...patience, headersMs: 60_000, requestMs: 60_000 });
    listening.serve((_incoming, response) => void response.end('here'));
    const port = Number(new URL(listening.origin).port);
    const held = Array.from({ length: 3 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
    try {
      await Promise.all(held.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
      const asked = `GET / HTTP/1.1\r\nHost: localhost\r\n${CLOSE}`;
      expect(await talk(listening.origin, asked)).toBe('');
      await Promise.all(held.map((socket) => new Promise((resolve) => socket.once('close', resolve).destroy())));
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(statusIn(await talk(listening.origin, asked))).toBe(200);
    } finally {
      for (const socket of held) socket.destroy();
      await listening.close();
    }
  });
});

test('no browser keeps an answer of the API, a refusal or a page with a code', async () => {
  await withService(async (service) => {
    const { connectionId } = await connectAndPull(service);
    const authorization = `Bearer ${service.token}`;
    const people = `/api/connections/${connectionId}/employees`;
    const asked: readonly [string, number, Record<string, string>][] = [
      [people, 200, { authorization }],
      [people, 401, {}],
      [people, 403, { authorization, origin: 'null' }],
      [people, 421, { authorization, host: 'evil.example' }],
      [`${people}?limit=0`, 400, { authorization }],
      ['/api/runs/none', 404, { authorization }],
      ['/nothing', 404, {}],
      ['/', 200, {}],
    ];
    for (const [path, status, headers] of asked) {
      const reply = await raw(service.origin, path, { headers });
      expect([path, reply.status, reply.headers['cache-control']]).toEqual([path, status, 'no-store']);
      expect(reply.headers['referrer-policy']).toBe('no-referrer');
      expect(reply.headers['cross-origin-resource-policy']).toBe('same-origin');
    }
  });
});

test('the text of an error reaches no log, even when a line of it looks like a place in the code', () => {
  const text = 'not JSON:\n    at 2 85 07 75 116 001 (Awa Diop)\nend';
  const said = JSON.stringify(faultFacts(new SyntaxError(text)));
  expect(said).not.toContain('Awa');
  expect(said).toContain('attacks.test');
  const changed = Object.assign(new Error('before\n    at Awa Diop'), { message: 'after' });
  expect(JSON.stringify(faultFacts(changed))).not.toContain('Awa');
});

test('a start that fails for a reason nobody foresaw does not show its text, and leaves nothing open', async () => {
  const folder = await makeFolder();
  const broken = {
    *[Symbol.iterator]() {
      throw new Error('1 85 07 75 116 001 of Awa Diop');
    },
  };
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
  try {
    const failed: unknown = await startTestService(folder, { accounts: broken as never, log }).catch(
      (error: unknown) => error,
    );
    expect(failed).toBeInstanceOf(StartError);
    expect((failed as StartError).message).toContain("n'a pas pu démarrer");
    expect(`${lines.join('')} ${(failed as StartError).stack}`).not.toContain('Awa');
    expect(lines.join('')).toContain('start fault');
    await (await startTestService(folder)).close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('what a person typed badly is said in the words of the form', async () => {
  await withService(async (service) => {
    const headers = { authorization: `Bearer ${service.token}`, 'content-type': 'application/json' };
    const told = async (path: string, body: unknown) => {
      const reply = await raw(service.origin, path, { method: 'POST', headers, body: JSON.stringify(body) });
      return (JSON.parse(reply.body) as { detail: string }).detail;
    };
    expect(await told('/api/pairing', { code: 'K7' })).toMatch(/^« Code d'association » : il manque/);
    const long = { ...demoAccount(service), apiKey: 'k'.repeat(300) };
    expect(await told('/api/connections/test', long)).toMatch(/^« Clé d'API » : il y a trop/);
  });
});
