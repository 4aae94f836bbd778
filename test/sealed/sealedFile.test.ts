import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecretKey, randomBytes } from 'node:crypto';
import { sealedFiles, type SealedFiles } from '../../server/sealed/sealedFile.ts';

let folder: string;
let files: SealedFiles;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-sealed-'));
  files = sealedFiles(folder, createSecretKey(randomBytes(32)));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function textAt(path: string): Promise<string | undefined> {
  return (await files.read(path))?.toString('utf8');
}

describe('a sealed file', () => {
  test('gives back what was written, in one piece or many, empty included', async () => {
    await files.write('a/b/c', ['Zoé ', 'Müller', '']);
    await files.write('d', []);
    expect(await textAt('a/b/c')).toBe('Zoé Müller');
    expect(await textAt('d')).toBe('');
    expect(await textAt('e')).toBeUndefined();
  });

  test('is compressed', async () => {
    await files.write('long', ['Martin;'.repeat(100_000)]);
    expect((await stat(join(folder, 'long'))).size).toBeLessThan(5_000);
  });

  test('opens only at its own path', async () => {
    await files.write('one', ['1']);
    await rename(join(folder, 'one'), join(folder, 'two'));
    await expect(files.read('two')).rejects.toMatchObject({ code: 'damaged', file: 'two' });
  });

  test('read while it is replaced is the old one or the new one; nothing else stays in the folder', async () => {
    const texts = ['a'.repeat(50_000), 'b'.repeat(90_000)];
    await files.write('f', [texts[0] ?? '']);
    const writer = { done: false };
    const writing = (async () => {
      for (let round = 1; round <= 12; round += 1) await files.write('f', [texts[round % 2] ?? '']);
    })().finally(() => (writer.done = true));
    let reads = 0;
    for (; !writer.done && reads < 5_000; reads += 1) expect(texts).toContain(await textAt('f'));
    await writing;
    expect(reads).toBeGreaterThan(3);
    expect(await readdir(folder)).toEqual(['f']);
  });

  test('whose text fails while it is made leaves the old one', async () => {
    await files.write('f', ['old']);
    const failing = (function* () {
      yield 'new';
      throw new Error('the source broke');
    })();
    await expect(files.write('f', failing)).rejects.toThrow('the source broke');
    expect(await textAt('f')).toBe('old');
    expect(await readdir(folder)).toEqual(['f']);
  });

  test('removed twice is gone', async () => {
    await files.write('f', ['x']);
    await files.remove('f');
    await files.remove('f');
    expect(await textAt('f')).toBeUndefined();
  });

  test('that cannot be read or written says so, with the reason of the system', async () => {
    await files.write('f', ['x']);
    await expect(files.write('f/g', ['x'])).rejects.toMatchObject({ code: 'unwritable', file: 'f/g' });
    await files.write('folder/f', ['x']);
    await expect(files.read('folder')).rejects.toMatchObject({ code: 'unreadable', file: 'folder' });
    await expect(files.read('folder')).rejects.toThrow('EISDIR');
  });
});
