import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { AcceptedMapping } from '../../shared/contracts/fieldSchemas.ts';
import { isFullRun } from '../support/seeds.ts';
import { bytesBelow, makeTestFolder, opened, removeTestFolder } from './folder.ts';
import { connection, NOON } from './sample.ts';

const KILLS = isFullRun ? 6 : 2;
const TYPESCRIPT = fileURLToPath(new URL('../../scripts/typescript.mjs', import.meta.url));
const ACCEPTER = fileURLToPath(new URL('./accepter.ts', import.meta.url));

const accepted: AcceptedMapping = {
  ...{ hash: 'cafe', acceptedAt: NOON, by: 'le volet Excel' },
  lines: [{ key: 'nir', from: 'custom', code: 'e_numeroDeSecu', name: 'N° sécu' }],
};

let folder: string;
beforeEach(async () => {
  folder = await makeTestFolder();
  const store = await opened(folder);
  await store.addConnection(connection('a'));
  await store.close();
});
afterEach(() => removeTestFolder(folder));

async function kept(): Promise<AcceptedMapping | null> {
  const store = await opened(folder);
  const mapping = await store.fieldMapping('a');
  await store.close();
  return mapping;
}

/** Answers the last mapping that was said to be kept, `delay` milliseconds after the first. */
async function killAfter(delay: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', TYPESCRIPT, ACCEPTER, folder]);
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  await new Promise((resolve) => setTimeout(resolve, delay));
  child.kill('SIGKILL');
  await ended;
  return Number(said.trim().split('\n').at(-1));
}

test(
  'a mapping that was accepted outlives kill -9, whole',
  async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const said = await killAfter(kill * 23);
      expect(said).toBeGreaterThan(0);
      const { hash = '0', lines = [] } = (await kept()) ?? {};
      expect([said, said + 1]).toContain(Number(hash));
      expect(lines).toEqual([{ key: 'city', from: 'custom', code: `e_${hash}`, name: 'Ville' }]);
    }
  },
  KILLS * 15_000,
);

test('is there when the store is opened again, sealed, and goes with its connection', async () => {
  expect(await kept()).toBeNull();
  const store = await opened(folder);
  await store.acceptMapping('a', accepted);
  await expect(store.acceptMapping('z', accepted)).rejects.toMatchObject({ code: 'unknownConnection' });
  expect(await store.fieldMapping('z')).toBeNull();
  await store.close();
  expect(await kept()).toEqual(accepted);
  for (const bytes of (await bytesBelow(folder)).values()) expect(bytes.includes('e_numeroDeSecu')).toBe(false);
  const again = await opened(folder);
  await again.removeConnection('a');
  await again.addConnection(connection('a'));
  expect(await again.fieldMapping('a')).toBeNull();
  await again.close();
});
