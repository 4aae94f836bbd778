import { rm } from 'node:fs/promises';
import { createServer, isIPv6, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { serviceOver } from '../../shared/contracts/service.ts';
import { listen, StartError } from '../../server/listen.ts';
import { repositoryRoot } from '../support/repository.ts';
import { startChild } from './processes/child.ts';
import { makeFolder, raw, sendTo } from './testService.ts';

/** The addresses by which this machine calls itself: some have no IPv6. */
const loopbacks = Object.values(networkInterfaces())
  .flatMap((each) => each ?? [])
  .map(({ address }) => address)
  .filter((address) => address === '127.0.0.1' || address === '::1');

const main = join(repositoryRoot, 'build/server/main.js');

let folder: string;
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const environment = (over: NodeJS.ProcessEnv) => ({
  PORT: '0',
  PASSERELLE_DATA: join(folder, 'kept'),
  PASSERELLE_DEMO: '1',
  PASSERELLE_DEMO_EMPLOYEES: '5',
  ...over,
});

describe('the process', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('says its address, answers, and ends cleanly on %s', async (signal) => {
    const child = startChild(main, [], environment({}));
    const line = await child.line((each) => /^Passerelle : http:\/\/localhost:\d+\/$/.test(each));
    expect(JSON.parse((await raw(line.slice(13, -1), '/api/health')).body)).toMatchObject({ status: 'ok' });
    expect(await child.end(signal)).toBe(0);
    expect(child.said()).toContain('Connecter');
    expect(child.said()).toContain('Arrêt du service');
    expect(child.said()).not.toContain('association');
  });

  test('over http shows a pairing code only to who asks for one, by trying', async () => {
    const child = startChild(main, [], environment({}));
    const line = await child.line((each) => each.startsWith('Passerelle : '));
    const stranger = serviceOver(sendTo(line.slice(13, -1)));
    expect((await stranger.pair('AAAA-AAAA')).ok).toBe(false);
    const shown = await child.line((each) => each.startsWith("Code d'association : "));
    expect((await stranger.pair(shown.slice(21, 30))).ok).toBe(true);
    expect(await child.end('SIGTERM')).toBe(0);
  });

  test('says every wrong variable, and does not start', async () => {
    const child = startChild(main, [], environment({ PORT: 'x', PASSERELLE_DEMO: 'x' }));
    expect(await child.end()).toBe(1);
    expect(child.said()).toContain('PORT doit');
    expect(child.said()).toContain('PASSERELLE_DEMO doit');
  });

  test('refuses a weak key, without repeating it', async () => {
    const weak = '0'.repeat(64);
    const child = startChild(main, [], environment({ PASSERELLE_KEY: weak }));
    expect(await child.end()).toBe(1);
    expect(child.said()).toContain('PASSERELLE_KEY');
    expect(child.said()).not.toContain(weak);
  });

  test('names the files of a certificate that cannot serve', async () => {
    const files = { PASSERELLE_HTTPS_CERT: join(folder, 'none.crt'), PASSERELLE_HTTPS_KEY: join(folder, 'none.key') };
    const child = startChild(main, [], environment(files));
    expect(await child.end()).toBe(1);
    expect(child.said()).toContain('none.crt');
  });
});

describe('the port', () => {
  test('taken on either loopback address, it is named, with what to do', async () => {
    for (const host of loopbacks) {
      const other = createServer();
      await new Promise<void>((resolve) => other.listen(0, host, resolve));
      const { port } = other.address() as AddressInfo;
      const refused: unknown = await listen(port, null).then(
        () => undefined,
        (error: unknown) => error,
      );
      await new Promise((resolve) => other.close(resolve));
      expect(refused).toBeInstanceOf(StartError);
      expect((refused as StartError).message).toContain(`Le port ${port} est déjà pris`);
      expect((refused as StartError).message).toContain(`PORT=${port + 1}`);
    }
  });

  test('answers 503 until somebody serves, under both names of this machine', async () => {
    const listening = await listen(0, null);
    expect((await raw(listening.origin, '/')).status).toBe(503);
    listening.serve((_request, response) => void response.end('here'));
    const { port } = new URL(listening.origin);
    for (const host of loopbacks) {
      const address = isIPv6(host) ? `[${host}]` : host;
      expect(await (await fetch(`http://${address}:${port}/`)).text()).toBe('here');
    }
    await listening.close();
    await expect(raw(listening.origin, '/')).rejects.toThrow();
  });
});
