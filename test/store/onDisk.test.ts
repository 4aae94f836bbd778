import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createSecretKey } from 'node:crypto';
import { chmod, copyFile, mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openFileStore } from '../../server/store/fileStore.ts';
import type { Store } from '../../server/store/store.ts';
import { bytesBelow, filesBelow, key, makeTestFolder, opened, openIn, removeTestFolder } from './folder.ts';
import { sealedFiles } from '../../server/sealed/sealedFile.ts';
import { subkey } from '../../server/sealed/seal.ts';
import { commitOf, connection, fullCommitOf, NOON, OCTOBER, people, planning, runOf } from './sample.ts';

/** The document of a connection, as JSON. */
interface Older {
  readonly record: unknown;
  readonly mirror: Record<string, unknown> & { readonly head: Record<string, unknown> };
}

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await makeTestFolder();
  store = await opened(folder);
  await store.addConnection(connection('a'));
  await store.commit('a', commitOf('un'));
  await store.saveRun(runOf('run-of-october', 'a'));
});
afterEach(async () => {
  await store.close();
  await removeTestFolder(folder);
});

/** The one file whose path ends with `ending`. */
async function fileNamed(ending: string): Promise<string> {
  const found = (await filesBelow(folder)).filter((file) => file.endsWith(ending));
  expect(found).toHaveLength(1);
  return join(folder, found[0] ?? '');
}

async function flipByte(file: string, place: number): Promise<void> {
  const bytes = await readFile(file);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  await writeFile(file, bytes);
}

describe('what lies on the disk', () => {
  test('files are 0600, folders 0700, even where the umask allows more', async () => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    expect(entries.length).toBeGreaterThan(8);
    for (const entry of entries) {
      const { mode } = await stat(join(entry.parentPath, entry.name));
      expect([entry.name, (mode & 0o777).toString(8)]).toEqual([entry.name, entry.isDirectory() ? '700' : '600']);
    }
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  test('nothing can be read in it: no name, no number, no account, no id', async () => {
    for (const [file, bytes] of await bytesBelow(folder)) {
      const text = bytes.toString('latin1');
      for (const secret of ['Quatrem', '284127511223344', 'acme', 'lastName', 'Awa', 'run-of-october']) {
        expect([file, secret, file.includes(secret) || (!file.startsWith('lock-') && text.includes(secret))]).toEqual([
          file,
          secret,
          false,
        ]);
      }
    }
  });

  test('the same data never gives the same bytes', async () => {
    const before = await readFile(await fileNamed('head'));
    await store.addConnection(connection('a'));
    expect((await readFile(await fileNamed('head'))).equals(before)).toBe(false);
  });

  test('older snapshots go when a commit is done', async () => {
    for (const mark of ['deux', 'trois']) await store.commit('a', commitOf(mark));
    await store.commit('a', { ...commitOf('quatre'), absences: new Map([[OCTOBER, []]]), changes: [] });
    await store.close();
    const parts = (await filesBelow(folder))
      .filter((file) => file.includes('/mirror/'))
      .map((file) => file.split('/').at(-1));
    expect(parts).toEqual(['absences-2026-10.4', 'absences-2026-11.3', 'changes-2026-11.3', 'people.4']);
  });

  test('a snapshot that somebody reads goes when the reading ends', async () => {
    await store.withMirror('a', async () => {
      await store.commit('a', commitOf('deux'));
      await store.commit('a', commitOf('trois'));
      await fileNamed('people.1');
    });
    await store.close();
    expect((await filesBelow(folder)).filter((file) => file.includes('people.'))).toEqual([
      expect.stringMatching(/people\.3$/),
    ]);
  });

  test('a removed connection leaves no file, and no reader in the lurch', async () => {
    const reading = store.withMirror('a', async (mirror) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return mirror.employees();
    });
    await store.removeConnection('a');
    expect(await reading).toEqual(people(3, 'un'));
    expect(await filesBelow(folder)).toEqual(['format', expect.stringMatching(/^lock-/)]);
    expect(await readdir(join(folder, 'connections'))).toEqual([]);
  });

  test('closing gives the lock back', async () => {
    await store.close();
    expect((await filesBelow(folder)).filter((file) => file.startsWith('lock'))).toEqual([]);
  });
});

describe('a store of before', () => {
  test('without planned days, meals, declared time and lists: it opens, has none, and takes some', async () => {
    await store.close();
    const path = (await filesBelow(folder)).find((file) => file.endsWith('/head'))!;
    const files = sealedFiles(folder, subkey(key, 'store'));
    const { record, mirror } = JSON.parse((await files.read(path))!.toString('utf8')) as Older;
    const { absences, people: file, log, head } = mirror;
    const { planningMonths: _p, mealMonths: _m, timeMonths: _t, missingRights: _r, ...others } = head;
    const { sources: _s, mapping: _n, ...olderHead } = others;
    const older = { absences, people: file, log };
    await files.write(path, [JSON.stringify({ record, mirror: { ...older, head: olderHead } })]);
    store = await opened(folder);
    expect(await store.mirror('a')).toMatchObject({
      snapshot: 1,
      planningMonths: [],
      mealMonths: [],
      timeMonths: [],
      missingRights: [],
      sources: { record: [], custom: [], native: [] },
      mapping: null,
    });
    await store.withMirror('a', async (reader) => {
      expect(await reader.employees()).toEqual(people(3, 'un'));
      for (const part of ['planning', 'meals', 'timeEntries', 'timesheets'] as const)
        expect(await reader[part](OCTOBER)).toEqual([]);
      expect([await reader.contracts(), await reader.workingTimes(), await reader.lastGiven()]).toEqual([[], [], []]);
    });
    await store.commit('a', fullCommitOf('2'));
    await store.withMirror('a', async (reader) => expect(await reader.planning(OCTOBER)).toEqual(planning(3, '2')));
  });
});

describe('what a killed process leaves is cleared at the next start', () => {
  test('parts of a commit that was not finished, temporary files, a removal and a creation cut short', async () => {
    await store.close();
    const expected = await filesBelow(folder);
    const people1 = await fileNamed('people.1');
    const own = join(people1, '..', '..');
    await copyFile(people1, people1.replace('people.1', 'people.2'));
    await writeFile(`${people1}.0123456789ab.tmp`, 'x');
    await writeFile(join(own, 'head.0123456789ab.tmp'), 'x');
    await mkdir(`${own}.removed`);
    await writeFile(join(`${own}.removed`, 'runs'), 'x');
    await mkdir(join(folder, 'connections', 'unfinished'));
    await writeFile(join(folder, 'connections', 'unfinished', 'head.0123456789ab.tmp'), 'x');
    store = await opened(folder);
    await store.close();
    expect(await filesBelow(folder)).toEqual(expected);
    expect(await readdir(join(folder, 'connections'))).toHaveLength(1);
    store = await opened(folder);
    expect(await store.employees('a')).toEqual(people(3, 'un'));
  });
});

describe('damage is found before anything is read', () => {
  /** How many bytes a file has before its text: version, nonce, tag. */
  const HEADER = 29;

  test.each(['people.1', 'absences-2026-10.1', 'changes-2026-11.1'])('%s: any flipped byte', async (name) => {
    await store.close();
    const file = await fileNamed(name);
    const { size } = await stat(file);
    for (const place of [0, 1, 13, HEADER, size - 1]) {
      await flipByte(file, place);
      store = await opened(folder);
      const reading = Promise.all([store.employees('a'), store.absences('a', OCTOBER), store.changes('a', 0)]);
      await expect(reading).rejects.toMatchObject({
        name: 'StoreError',
        code: 'damaged',
        file: expect.stringContaining(name),
      });
      await expect(reading).rejects.toThrow('sauvegarde');
      await store.close();
      await flipByte(file, place);
    }
    store = await opened(folder);
    expect(await store.employees('a')).toEqual(people(3, 'un'));
  });

  test.each([0, 5, HEADER, HEADER + 20])('a part cut after %i bytes', async (length) => {
    await store.close();
    await truncate(await fileNamed('people.1'), length);
    store = await opened(folder);
    await expect(store.employees('a')).rejects.toMatchObject({ code: 'damaged' });
  });

  test('a file put in the place of another, of the same connection or not', async () => {
    await store.addConnection(connection('b'));
    await store.commit('b', commitOf('de b'));
    await store.close();
    const [first = '', second = ''] = (await filesBelow(folder)).filter((file) => file.endsWith('people.1'));
    await copyFile(join(folder, first), join(folder, second));
    await copyFile(join(folder, first).replace('people', 'absences-2026-10'), join(folder, first));
    store = await opened(folder);
    await expect(store.employees('a')).rejects.toMatchObject({ code: 'damaged' });
    await expect(store.employees('b')).rejects.toMatchObject({ code: 'damaged' });
  });

  test('a missing part is named; once it is back, it is read', async () => {
    await store.close();
    const file = await fileNamed('people.1');
    const bytes = await readFile(file);
    await rm(file);
    store = await opened(folder);
    await expect(store.employees('a')).rejects.toMatchObject({
      code: 'missing',
      file: expect.stringContaining('people.1'),
    });
    await writeFile(file, bytes);
    expect(await store.employees('a')).toEqual(people(3, 'un'));
  });

  test.each(['head', 'runs'])('%s: the store does not open, and gives the folder back', async (name) => {
    await store.close();
    const file = await fileNamed(name);
    await flipByte(file, HEADER + 3);
    expect(await openIn(folder)).toMatchObject({
      ok: false,
      error: { code: 'damaged', file: expect.stringContaining(name) },
    });
    await flipByte(file, HEADER + 3);
    store = await opened(folder);
    expect(await store.runs('a', 1)).toEqual([runOf('run-of-october', 'a')]);
  });

  test('a head that is gone, or the format file, is not taken for an empty store', async () => {
    await store.close();
    for (const name of ['head', 'format']) {
      const file = await fileNamed(name);
      const bytes = await readFile(file);
      await rm(file);
      expect(await openIn(folder)).toMatchObject({
        ok: false,
        error: { code: 'missing', file: expect.stringContaining(name) },
      });
      await writeFile(file, bytes);
    }
    store = await opened(folder);
    expect(await store.employees('a')).toEqual(people(3, 'un'));
  });

  test('another key is said to be another key', async () => {
    await store.close();
    const other = createSecretKey(Buffer.from(key.export()).reverse());
    const result = await openFileStore({ folder, key: other, now: () => NOON });
    expect(result).toMatchObject({ ok: false, error: { code: 'otherKey' } });
    if (!result.ok) expect(result.error.message).toContain('clé d’origine');
    store = await opened(folder);
  });
});

describe('a disk that refuses', () => {
  test('a folder that cannot be made is said, with the reason', async () => {
    const file = join(folder, 'format');
    expect(await openIn(join(file, 'sub'))).toMatchObject({ ok: false, error: { code: 'unwritable' } });
  });

  test('a commit that fails half-way leaves the old mirror, and the next one succeeds', async () => {
    const mirror = join(await fileNamed('people.1'), '..');
    await mkdir(join(mirror, 'absences-2026-11.2'));
    await expect(store.commit('a', commitOf('deux'))).rejects.toMatchObject({ code: 'unwritable' });
    expect(await store.employees('a')).toEqual(people(3, 'un'));
    await rm(join(mirror, 'absences-2026-11.2'), { recursive: true });
    expect((await store.commit('a', commitOf('trois'))).snapshot).toBe(2);
    await store.close();
    store = await opened(folder);
    expect(await store.employees('a')).toEqual(people(3, 'trois'));
  });

  test('a folder left open to others is closed to them', async () => {
    await store.close();
    await chmod(folder, 0o755);
    store = await opened(folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });
});
