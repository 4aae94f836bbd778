/** What another user of the same machine can read: loopback is theirs too, the files are not. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { optionsFrom } from '../../server/composition/options.ts';
import { readConfig } from '../../server/config.ts';
import { DEMO_API_KEY } from '../../server/demo/index.ts';
import { serviceOver } from '../../shared/contracts/service.ts';
import { connectAndPull, problemOf, QUICK, raw, sendTo, value, withService, type TestService } from './testService.ts';

const codeIn = (page: string) => /passerelle-pairing" content="([\w-]+)"/.exec(page)?.[1];

async function pageCode({ origin }: TestService): Promise<string | undefined> {
  return codeIn((await raw(origin, '/')).body);
}

async function paired(service: TestService, code: string | undefined) {
  return serviceOver(sendTo(service.origin, value(await serviceOver(sendTo(service.origin)).pair(code ?? '')).token));
}

/** `acme` is a real account for the service; the fictional one answers in its place. */
let fictional = '';
const answeredByDemo: typeof fetch = (address, init) =>
  fetch((address as string).replace('https://acme.ilucca.net', fictional), init);
const real = { account: 'acme', apiKey: DEMO_API_KEY };

describe('the workbench pairs by itself', () => {
  test('while nothing real is connected, and no longer once something is', async () => {
    await withService(
      async (service) => {
        fictional = service.demo.origin;
        const [stranger, mine] = [
          await paired(service, await pageCode(service)),
          await paired(service, await pageCode(service)),
        ];
        const unused = await pageCode(service);
        const typed = await paired(service, service.codes[0]);
        expect((await stranger.connections()).ok).toBe(true);

        const { id } = value(await mine.connect(real));
        expect(problemOf(await stranger.connections()).status).toBe(401);
        expect(problemOf(await stranger.employees(id, { offset: 0, limit: 1 })).status).toBe(401);
        expect(problemOf(await serviceOver(sendTo(service.origin)).pair(unused ?? '')).status).toBe(403);
        expect(await pageCode(service)).toBeUndefined();
        for (const kept of [mine, typed]) expect(value(await kept.connections())).toHaveLength(1);

        expect((await (await paired(service, service.codes.at(-1))).connections()).ok).toBe(true);
        value(await mine.disconnect(id));
        expect(await pageCode(service)).toBeDefined();
      },
      { connector: { ...QUICK, fetch: answeredByDemo } },
    );
  });

  test('a page without a code has one shown where the service runs, once', async () => {
    await withService(
      async (service) => {
        fictional = service.demo.origin;
        value(await service.api.connect(real));
        await paired(service, service.codes[0]);
        for (let times = 0; times < 3; times += 1) await pageCode(service);
        expect(service.codes).toHaveLength(2);
      },
      { connector: { ...QUICK, fetch: answeredByDemo } },
    );
  });

  test('and is not there beside Excel', () => {
    const https = { PASSERELLE_DEMO: '1', PASSERELLE_HTTPS_CERT: 'cert.pem', PASSERELLE_HTTPS_KEY: 'key.pem' };
    const clientWith = (environment: NodeJS.ProcessEnv) => {
      const config = readConfig(environment, '/nowhere');
      return config.ok ? optionsFrom(config.value).pages.officeClient : 'refused';
    };
    expect(clientWith({ PASSERELLE_DEMO: '1' })).toContain('excel-web');
    expect([clientWith(https), clientWith({})]).toEqual([null, null]);
  });
});

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.map((entry) => join(entry.parentPath, entry.name));
}

test('files are for their owner alone, and not one of them, opened or unzipped, tells a name or a key', async () => {
  await withService(async (service) => {
    const { connectionId } = await connectAndPull(service);
    const token = value(await serviceOver(sendTo(service.origin)).pair(service.codes[0] ?? '')).token;
    const people = value(await service.api.employees(connectionId, { offset: 0, limit: 100 })).items;
    const names = people.map(({ values }) => String(values.lastName));
    const kept = await filesUnder(join(service.folder, 'kept'));
    expect(kept.length).toBeGreaterThan(8);
    for (const path of [join(service.folder, 'kept'), join(service.folder, 'key'), ...kept]) {
      const found = await stat(path);
      expect([path, (found.mode & 0o077).toString(8)]).toEqual([path, '0']);
      if (found.isDirectory()) continue;
      const bytes = await readFile(path);
      expect(() => gunzipSync(bytes)).toThrow();
      const text = bytes.toString('latin1') + path;
      for (const secret of [...names, DEMO_API_KEY, token, connectionId]) expect(text).not.toContain(secret);
    }
  });
});
