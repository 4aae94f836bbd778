import { readFile } from 'node:fs/promises';
import { request } from 'node:https';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { generateCertificates } from 'office-addin-dev-certs';
import { createConnector } from '../../server/lucca/index.ts';
import { makeFolder, QUICK, startTestService } from './testService.ts';
import { rm } from 'node:fs/promises';

function get(origin: string, path: string, ca: Buffer, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}${path}`, { ca, headers, agent: false }, (reply) => {
      reply.resume().on('end', () => resolve(reply.statusCode ?? 0));
    });
    sent.on('error', reject).end();
  });
}

test('with the development certificate, the service is served over https, and its origin is https', async () => {
  const folder = await makeFolder();
  const at = (name: string) => join(folder, name);
  jest.spyOn(console, 'log').mockReturnValue(undefined);
  await generateCertificates(at('ca.crt'), at('localhost.crt'), at('localhost.key'), 1, ['localhost', '127.0.0.1']);
  const service = await startTestService(folder, {
    https: { certFile: at('localhost.crt'), keyFile: at('localhost.key') },
  });
  try {
    const ca = await readFile(at('ca.crt'));
    const { origin, token } = service;
    const authorization = `Bearer ${token}`;
    expect(origin).toMatch(/^https:\/\/localhost:\d+$/);
    expect(await get(origin, '/api/health', ca)).toBe(200);
    expect(await get(origin, '/api/connections', ca, { authorization, origin })).toBe(200);
    const plain = origin.replace('https:', 'http:');
    expect(await get(origin, '/api/connections', ca, { authorization, origin: plain })).toBe(403);
    expect(await get(origin, '/api/health', ca, { host: 'localhost' })).toBe(421);

    // Whoever answers in Lucca's place, here on loopback, has no certificate that is trusted: nothing is asked of it.
    const logged = service.logged();
    const inLuccasPlace = createConnector({ origin, tokenUrl: origin }, QUICK);
    const probed = await inLuccasPlace.probe({ apiKey: 'a-real-key' }, AbortSignal.timeout(10_000));
    expect(probed).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    expect(service.logged()).toBe(logged);
  } finally {
    await service.close();
    await rm(folder, { recursive: true, force: true });
  }
});
