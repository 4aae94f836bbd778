import { describe, expect, test } from '@jest/globals';
import { isOwnHost, isOwnOrigin } from '../../server/http/guard.ts';
import { raw, withService } from './testService.ts';

const door = { scheme: 'http', port: 3000 } as const;

describe('the address asked for', () => {
  test.each(['localhost:3000', 'LOCALHOST:3000', '127.0.0.1:3000', '[::1]:3000'])('%s is ours', (host) => {
    expect(isOwnHost(host, door)).toBe(true);
  });

  test.each([
    undefined,
    '',
    'localhost',
    'localhost:3001',
    'evil.example:3000',
    'localhost.evil.example:3000',
    'evil-localhost:3000',
    'localhost:3000@evil.example',
    '127.0.0.1.nip.io:3000',
    '0.0.0.0:3000',
    '[::]:3000',
    'localhost:03000x',
  ])('%s is not', (host) => {
    expect(isOwnHost(host, door)).toBe(false);
  });

  test('the usual port need not be written', () => {
    expect(isOwnHost('localhost', { scheme: 'https', port: 443 })).toBe(true);
    expect(isOwnHost('localhost', { scheme: 'http', port: 443 })).toBe(false);
  });

  test.each(['null', 'https://localhost:3000', 'http://localhost:3001', 'http://localhost:3000.evil.example', ''])(
    'the origin « %s » is foreign',
    (origin) => {
      expect(isOwnOrigin(origin, door)).toBe(false);
    },
  );
});

describe('over HTTP', () => {
  test('a foreign Host is 421, on the API as on the pages', async () => {
    await withService(async ({ origin }) => {
      const port = new URL(origin).port;
      for (const path of ['/api/health', '/', '/taskpane.html', '/nothing']) {
        const reply = await raw(origin, path, { headers: { host: `passerelle.example:${port}` } });
        expect([path, reply.status]).toEqual([path, 421]);
        expect(reply.headers['content-type']).toContain('application/problem+json');
        expect(reply.body).not.toContain('passerelle-pairing');
      }
    });
  });

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://localhost:1' }],
    ['an opaque origin', { origin: 'null' }],
    ['another site, without Origin', { 'sec-fetch-site': 'cross-site' }],
    ['another port, without Origin', { 'sec-fetch-site': 'same-site' }],
  ])('a call from %s is 403, token or not', async (_title, headers: Record<string, string>) => {
    await withService(async ({ origin, token }) => {
      const reply = await raw(origin, '/api/connections', {
        headers: { ...headers, authorization: `Bearer ${token}` },
      });
      expect([reply.status, (JSON.parse(reply.body) as { code: string }).code]).toEqual([403, 'originRefused']);
      expect(reply.headers['access-control-allow-origin']).toBeUndefined();
    });
  });

  test('our own page may call, a preflight is not answered, and no cookie is ever set', async () => {
    await withService(async ({ origin, token }) => {
      const headers = { origin, 'sec-fetch-site': 'same-origin', authorization: `Bearer ${token}` };
      const reply = await raw(origin, '/api/connections', { headers });
      expect(reply.status).toBe(200);
      expect(reply.headers['set-cookie']).toBeUndefined();
      const preflight = await raw(origin, '/api/connections', {
        method: 'OPTIONS',
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
      });
      expect(preflight.status).toBe(403);
      expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
    });
  });

  test('the page that carries a code is not given to a frame, a script or a fetch', async () => {
    await withService(async ({ origin }) => {
      for (const dest of ['iframe', 'script', 'empty']) {
        const reply = await raw(origin, '/', { headers: { 'sec-fetch-dest': dest } });
        expect([reply.status, reply.body.includes('passerelle-pairing')]).toEqual([403, false]);
      }
    });
  });
});
