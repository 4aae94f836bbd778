import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { serviceOver } from '../../shared/contracts/service.ts';
import { raw, sendTo, value, withService, type RawReply } from './testService.ts';

function directives(reply: RawReply): Record<string, string> {
  const header = String(reply.headers['content-security-policy']);
  const parts = header.split('; ').map((part): [string, string] => {
    const [name = '', ...sources] = part.split(' ');
    return [name, sources.join(' ')];
  });
  return Object.fromEntries(parts);
}

const nonceIn = (reply: RawReply) => /<style nonce="([^"]+)">/.exec(reply.body)?.[1] ?? 'none';

describe('policies', () => {
  test('each page has its own, with the nonce of its styles, new at each answer', async () => {
    await withService(async ({ origin }) => {
      const nonces = new Set<string>();
      for (const path of ['/', '/workbench/taskpane.html', '/taskpane.html', '/taskpane.html']) {
        const reply = await raw(origin, path);
        expect([path, reply.status, reply.body.includes('__CSP_NONCE__')]).toEqual([path, 200, false]);
        expect(directives(reply)['style-src']).toBe(`'self' 'nonce-${nonceIn(reply)}'`);
        expect(directives(reply)['default-src']).toBe("'none'");
        expect(reply.headers['x-frame-options']).toBeUndefined();
        expect(reply.headers['strict-transport-security']).toBeUndefined();
        expect(reply.headers['x-content-type-options']).toBe('nosniff');
        nonces.add(nonceIn(reply));
      }
      expect(nonces.size).toBe(4);
    });
  });

  test('only the grid may compile WebAssembly, only the pane in Excel may load from Microsoft', async () => {
    await withService(async ({ origin }) => {
      const scripts = async (path: string) => directives(await raw(origin, path))['script-src'];
      expect(await scripts('/')).toBe("'self' 'wasm-unsafe-eval'");
      expect(await scripts('/workbench/taskpane.html')).toBe("'self'");
      expect(await scripts('/taskpane.html')).toBe("'self' https://appsforoffice.microsoft.com");
    });
  });

  test('Excel on the web may frame its pane, and nothing else', async () => {
    await withService(async ({ origin }) => {
      const frames = async (path: string) => directives(await raw(origin, path))['frame-ancestors'];
      expect(await frames('/taskpane.html')).toContain('https://*.officeapps.live.com');
      expect(await frames('/')).toBe("'self'");
      expect(await frames('/workbench/taskpane.html')).toBe("'self'");
      expect(await frames('/api/health')).toBe("'none'");
    });
  });
});

describe('the workbench', () => {
  const pairing = /<head><meta name="passerelle-pairing" content="([\w-]{43})">/;

  test('carries a code that pairs once, and is kept by no browser', async () => {
    await withService(async ({ origin }) => {
      const reply = await raw(origin, '/');
      const code = pairing.exec(reply.body)?.[1] ?? '';
      const stranger = serviceOver(sendTo(origin));
      const { token } = value(await stranger.pair(code));
      expect(value(await serviceOver(sendTo(origin, token)).connections())).toEqual([]);
      expect((await stranger.pair(code)).ok).toBe(false);
      expect(reply.headers['cache-control']).toBe('no-store');
      expect((await raw(origin, '/taskpane.html')).body).not.toContain('passerelle-pairing');
    });
  });

  test('has its client served as it is', async () => {
    await withService(async ({ origin }) => {
      const reply = await raw(origin, '/office-dev/excel-web-16.00.js');
      expect([reply.status, reply.body]).toEqual([200, '/* client */']);
      expect(reply.headers['content-type']).toContain('javascript');
    });
  });

  test('is not there at all when it is off: neither page, nor client, nor code', async () => {
    await withService(
      async ({ origin }) => {
        const root = await raw(origin, '/');
        expect([root.status, root.body.includes('passerelle-pairing')]).toEqual([200, false]);
        expect(root.body).toContain('Passerelle fonctionne');
        for (const path of ['/workbench/taskpane.html', '/office-dev/excel-web-16.00.js', '/workbench.html']) {
          expect([path, (await raw(origin, path)).status]).toEqual([path, 404]);
        }
      },
      { pages: { dist: '/nowhere', ready: () => true, officeClient: null } },
    );
  });
});

describe('files', () => {
  test('a name with a hash is kept for ever, a page is asked for again, a picture can be shown by Excel', async () => {
    await withService(async ({ origin }) => {
      const script = await raw(origin, '/taskpane.0123456789abcdef0123.js');
      expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect((await raw(origin, '/client.js')).headers['cache-control']).toBe('no-cache');
      expect((await raw(origin, '/taskpane.html')).headers['cache-control']).toBe('no-cache');
      const icon = await raw(origin, '/assets/icon-32.png');
      expect(icon.headers['cross-origin-resource-policy']).toBe('cross-origin');
      expect(icon.headers['cache-control']).toContain('max-age');
      expect(script.headers['cross-origin-resource-policy']).toBe('same-origin');
    });
  });

  test('a page is never served as it was built, and nothing outside the folder is served', async () => {
    await withService(async ({ origin, folder }) => {
      await writeFile(join(folder, 'secret.txt'), 'secret');
      for (const path of [
        '/workbench.html',
        '/workbench-taskpane.html',
        '/../secret.txt',
        '/%2e%2e/secret.txt',
        '/x.js',
      ]) {
        const reply = await raw(origin, path);
        expect([path, reply.status, reply.body.includes('secret')]).toEqual([path, 404, false]);
      }
    });
  });
});

describe('while the pages are being built', () => {
  test('a page that waits is shown, and asks again by itself', async () => {
    let ready = false;
    await withService(
      async ({ origin, dist }) => {
        const waiting = await raw(origin, '/');
        expect([waiting.status, waiting.headers['retry-after']]).toEqual([503, '2']);
        expect(waiting.body).toContain('<meta http-equiv="refresh" content="2">');
        expect(waiting.body).not.toContain('passerelle-pairing');
        expect(directives(waiting)['script-src']).toBe("'none'");
        ready = true;
        expect((await raw(origin, '/')).body).toContain('passerelle-pairing');
        await rm(join(dist, 'taskpane.html'));
        expect((await raw(origin, '/taskpane.html')).status).toBe(503);
      },
      { pagesReady: () => ready },
    );
  });
});
