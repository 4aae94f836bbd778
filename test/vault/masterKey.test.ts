import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, inspect } from 'node:util';
import { loadMasterKey } from '../../server/vault/masterKey.ts';

let folder: string;
let keyFile: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-key-'));
  keyFile = join(folder, 'secrets', 'passerelle.key');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function writeKeyFile(text: string, mode = 0o600): Promise<void> {
  await mkdir(join(folder, 'secrets'));
  await writeFile(keyFile, text);
  await chmod(keyFile, mode);
}

async function bytesFrom(environmentKey: string | undefined): Promise<string> {
  const result = await loadMasterKey({ environmentKey, keyFile });
  if (!result.ok) throw new Error(result.error.sentence);
  return result.value.export().toString('hex');
}

describe('the key of the environment', () => {
  test.each(['hex', 'base64', 'base64url'] as const)('is read in %s', async (encoding) => {
    const bytes = randomBytes(32);
    expect(await bytesFrom(` ${bytes.toString(encoding)}\n`)).toBe(bytes.toString('hex'));
    expect(await readdir(folder)).toEqual([]);
  });

  const random = randomBytes(64);
  test.each([
    ['31 octets', random.subarray(0, 31).toString('hex'), 'wrongLength'],
    ['33 octets', random.subarray(0, 33).toString('base64'), 'wrongLength'],
    ['un chiffre de trop', `${random.subarray(0, 32).toString('hex')}0`, 'wrongLength'],
    ['un caractère étranger', random.subarray(0, 32).toString('base64').replace(/^./, '*'), 'notEncoded'],
    ['un seul octet répété', 'ab'.repeat(32), 'tooSimple'],
    ['zéro', '00'.repeat(32), 'tooSimple'],
    ['16 octets répétés deux fois', random.subarray(0, 16).toString('hex').repeat(2), 'tooSimple'],
    ['une suite', Buffer.from(Array.from({ length: 32 }, (_, index) => 200 - index)).toString('hex'), 'tooSimple'],
    ['une phrase', Buffer.from('Le_mot de passe-fort, 49 ABCxyz!').toString('base64'), 'tooSimple'],
  ])('%s: refused', async (_, environmentKey, code) => {
    const result = await loadMasterKey({ environmentKey, keyFile });
    expect(result).toMatchObject({ ok: false, error: { code } });
    const sentence = result.ok ? '' : result.error.sentence;
    expect(sentence).toContain('PASSERELLE_KEY');
    expect(sentence).not.toContain(environmentKey.slice(0, 8));
  });
});

describe('the key file', () => {
  test.each([undefined, '', '  '])(
    'is made at the first start (environment: %j), 0600, and read at the next',
    async (blank) => {
      const first = await bytesFrom(blank);
      expect(first).toMatch(/^[0-9a-f]{64}$/);
      expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
      expect(await bytesFrom(blank)).toBe(first);
      expect(await readdir(join(folder, 'secrets'))).toEqual(['passerelle.key']);
    },
  );

  test('that is there is read without writing beside it: its folder may be read-only', async () => {
    await writeKeyFile(randomBytes(32).toString('base64'));
    const before = await stat(join(folder, 'secrets'));
    await bytesFrom(undefined);
    expect((await stat(join(folder, 'secrets'))).mtimeMs).toBe(before.mtimeMs);
  });

  test('two first starts at once end up with one key', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => bytesFrom(undefined)));
    expect(new Set(keys).size).toBe(1);
  });

  test.each([0o640, 0o604, 0o620, 0o644, 0o610])('of mode %i is refused: others can get at it', async (mode) => {
    await writeKeyFile(randomBytes(32).toString('hex'), mode);
    const result = await loadMasterKey({ environmentKey: undefined, keyFile });
    expect(result).toMatchObject({ ok: false, error: { code: 'readableByOthers' } });
  });

  test('that is a folder is refused', async () => {
    await mkdir(keyFile, { recursive: true });
    const result = await loadMasterKey({ environmentKey: undefined, keyFile });
    expect(result).toMatchObject({ ok: false, error: { code: 'notRegular' } });
  });

  test.each([
    ['', 'notEncoded'],
    ['abcd', 'wrongLength'],
    ['00'.repeat(32), 'tooSimple'],
  ])('that holds %j is refused, and left as it is', async (text, code) => {
    await writeKeyFile(text);
    const result = await loadMasterKey({ environmentKey: undefined, keyFile });
    expect(result).toMatchObject({ ok: false, error: { code, sentence: expect.stringContaining(keyFile) } });
    expect(await readFile(keyFile, 'utf8')).toBe(text);
  });

  test('that cannot be made is said, with the reason', async () => {
    await writeFile(join(folder, 'secrets'), 'a file where a folder should be');
    const result = await loadMasterKey({ environmentKey: undefined, keyFile });
    expect(result).toMatchObject({ ok: false, error: { code: 'unusable' } });
  });
});

test('a loaded key shows itself to nobody who prints it', async () => {
  const bytes = randomBytes(32);
  const result = await loadMasterKey({ environmentKey: bytes.toString('hex'), keyFile });
  const shown = [
    inspect(result, { depth: 9, showHidden: true }),
    JSON.stringify(result),
    result.ok ? format('%s %o', result.value, result.value) : 'refused',
  ].join();
  for (const encoding of ['hex', 'base64'] as const) expect(shown).not.toContain(bytes.toString(encoding).slice(0, 12));
});
