import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createSecretKey, randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealedFiles } from '../../server/sealed/sealedFile.ts';
import { folderNameOf } from '../../server/sealed/sealedFolder.ts';
import { subkey } from '../../server/sealed/seal.ts';
import { openVault, type Vault } from '../../server/vault/vault.ts';
import { instant } from '../../shared/domain/calendar/plainDate.ts';

const key = createSecretKey(randomBytes(32));
const API_KEY = 'fa5c1e70-2b7d-4a64-9d1f-3c0d9c3b1a55';

let folder: string;
let vault: Vault;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-vault-'));
  vault = await opened();
});
afterEach(async () => {
  await vault.close();
  await rm(folder, { recursive: true, force: true });
});

function open() {
  return openVault({ folder, key, now: () => instant('2026-11-20T12:00:00.000Z') });
}

async function opened(): Promise<Vault> {
  const result = await open();
  if (!result.ok) throw result.error;
  return result.value;
}

function fileOf(connectionId: string): string {
  return join(folder, 'connections', folderNameOf(connectionId));
}

describe('the vault', () => {
  test('gives back each value, also after reopening', async () => {
    await vault.put('a', { apiKey: API_KEY, clientId: 'client', clientSecret: 'sécret "é"' });
    await vault.close();
    vault = await opened();
    expect(await vault.get('a', 'apiKey')).toBe(API_KEY);
    expect(await vault.get('a', 'clientSecret')).toBe('sécret "é"');
  });

  test('put replaces everything; what was not put is null', async () => {
    await vault.put('a', { apiKey: API_KEY, clientId: 'c', clientSecret: 's' });
    await vault.put('a', { apiKey: 'other' });
    expect([await vault.get('a', 'apiKey'), await vault.get('a', 'clientId')]).toEqual(['other', null]);
    expect(await vault.get('b', 'apiKey')).toBeNull();
  });

  test('forget leaves no file, and touches no other connection', async () => {
    await vault.put('a', { apiKey: API_KEY });
    await vault.put('b', { apiKey: 'of b' });
    await vault.forget('a');
    await vault.forget('a');
    expect([await vault.get('a', 'apiKey'), await vault.get('b', 'apiKey')]).toEqual([null, 'of b']);
    expect(await readdir(join(folder, 'connections'))).toEqual([folderNameOf('b')]);
  });

  test('changes given together follow each other', async () => {
    await Promise.all(['1', '2', '3', '4'].map((apiKey) => vault.put('a', { apiKey })));
    expect(await vault.get('a', 'apiKey')).toBe('4');
  });

  test('shows nothing on the disk, to others nothing at all', async () => {
    await vault.put('acme', { apiKey: API_KEY });
    const bytes = await readFile(fileOf('acme'));
    for (const text of [API_KEY, 'apiKey', 'acme']) expect(bytes.includes(text)).toBe(false);
    expect((await stat(fileOf('acme'))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  test('a file changed, cut, or put in the place of another connection’s is refused, and says nothing of the secret', async () => {
    await vault.put('a', { apiKey: API_KEY });
    await vault.put('b', { apiKey: 'of b' });
    const good = await readFile(fileOf('a'));
    const flipped = Buffer.from(good);
    flipped[40] = (flipped[40] ?? 0) ^ 4;
    const damage = [
      () => writeFile(fileOf('a'), flipped),
      () => truncate(fileOf('a'), 30),
      () => copyFile(fileOf('b'), fileOf('a')),
    ];
    for (const harm of damage) {
      await harm();
      await expect(vault.get('a', 'apiKey')).rejects.toMatchObject({
        code: 'damaged',
        file: `connections/${folderNameOf('a')}`,
      });
    }
    await writeFile(fileOf('a'), good);
    expect(await vault.get('a', 'apiKey')).toBe(API_KEY);
  });

  test('a value moved to another field or connection inside well-sealed files is refused', async () => {
    await vault.put('a', { apiKey: API_KEY, clientSecret: 's' });
    const files = sealedFiles(folder, subkey(key, 'vault'));
    const text = (await files.read(`connections/${folderNameOf('a')}`))?.toString('utf8') ?? '';
    const { apiKey, clientSecret } = JSON.parse(text) as Record<string, string>;
    await files.write(`connections/${folderNameOf('a')}`, [
      JSON.stringify({ apiKey: clientSecret, clientSecret: apiKey }),
    ]);
    await files.write(`connections/${folderNameOf('b')}`, [text]);
    await expect(vault.get('a', 'apiKey')).rejects.toMatchObject({ code: 'damaged' });
    await expect(vault.get('b', 'apiKey')).rejects.toMatchObject({ code: 'damaged' });
  });

  test('is held by one process, and says when the key is another one', async () => {
    expect(await open()).toMatchObject({ ok: false, error: { code: 'locked' } });
    await vault.close();
    const other = await openVault({
      folder,
      key: createSecretKey(randomBytes(32)),
      now: () => instant('2026-11-20T12:00:00.000Z'),
    });
    expect(other).toMatchObject({ ok: false, error: { code: 'otherKey' } });
    vault = await opened();
  });

  test('closed, it refuses to write', async () => {
    await vault.close();
    await expect(vault.put('a', { apiKey: API_KEY })).rejects.toThrow('closed');
    await expect(vault.forget('a')).rejects.toThrow('closed');
  });

  test('clears what a killed process was writing', async () => {
    await vault.put('a', { apiKey: API_KEY });
    await writeFile(`${fileOf('a')}.0123456789ab.tmp`, 'x');
    await vault.close();
    vault = await opened();
    expect(await readdir(join(folder, 'connections'))).toEqual([folderNameOf('a')]);
  });
});
