import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { makeTestFolder, opened, removeTestFolder } from './folder.ts';
import { connection } from './sample.ts';
import { isFullRun } from '../support/seeds.ts';

const KILLS = isFullRun ? 6 : 3;
const TYPESCRIPT = fileURLToPath(new URL('../../scripts/typescript.mjs', import.meta.url));
const CLAIMER = fileURLToPath(new URL('./claimer.ts', import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await makeTestFolder();
  const store = await opened(folder);
  await store.addConnection(connection('a'));
  await store.close();
});
afterEach(() => removeTestFolder(folder));

async function count(): Promise<number> {
  const store = await opened(folder);
  const held = await store.changeReceipts('a', (receipts) => ({ receipts, answer: receipts }));
  await store.close();
  expect(held.map(({ id }) => id)).toEqual(held.map((_, index) => `r${index}`));
  return held.length;
}

/** Answers the last receipt that a claimer said was kept, `delay` milliseconds after its first. */
async function killAfter(delay: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', TYPESCRIPT, CLAIMER, folder]);
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
  'a receipt that was answered outlives kill -9',
  async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const said = await killAfter(kill * 17);
      expect(said).toBeGreaterThan(0);
      expect([said, said + 1]).toContain(await count());
    }
  },
  KILLS * 12_000,
);

test('a change that fails keeps what was there, and the next one goes on', async () => {
  const store = await opened(folder);
  const failing = store.changeReceipts('a', () => {
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await store.changeReceipts('a', (held) => ({ receipts: held, answer: held.length }))).toBe(0);
  await expect(store.changeReceipts('z', (held) => ({ receipts: held, answer: 0 }))).rejects.toMatchObject({
    code: 'unknownConnection',
  });
  await store.close();
});
