import { chmod, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { emptyXlsx } from '../../server/xlsx/templateXlsx.ts';
import { newXlsxBook, openXlsxBook } from '../../server/xlsx/xlsxFile.ts';
import { tableOf, valueOf, written } from '../book/reading.ts';
import { prefixedWorkbook } from '../support/smallWorkbook.ts';
import { add, change, text, three } from '../book/trialTables.ts';

const folders: string[] = [];
let folder = '';
let path = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-file-'));
  folders.push(folder);
  path = join(folder, 'classeur.xlsx');
  await writeFile(path, emptyXlsx('Feuil1'), { mode: 0o640 });
});
afterAll(() => Promise.all(folders.map((each) => rm(each, { recursive: true }))));

/** A zip whose directory announces this size for its first entry. */
function announcing(bytes: Uint8Array, size: number): Uint8Array {
  const at = Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const lying = Buffer.from(bytes);
  lying.writeUInt32LE(size, at + 24);
  return lying;
}

async function reasonFor(bytes: Uint8Array): Promise<string | undefined> {
  await writeFile(path, bytes);
  const opened = await openXlsxBook(path);
  return opened.ok ? undefined : `${opened.error.code} ${opened.error.facts['reason'] ?? ''}`;
}

test('nothing is on the disk before it is saved; then the file is new, whole, with the rights it had', async () => {
  const before = await readFile(path);
  const book = valueOf(await openXlsxBook(path));
  await written(book, [change(...three)]);
  expect(await readFile(path)).toEqual(before);
  expect(book.changed).toBe(true);
  valueOf(await book.save());
  expect(book.changed).toBe(false);
  expect((await stat(path)).mode & 0o777).toBe(0o640);
  expect(await readdir(folder)).toEqual(['classeur.xlsx']);
  expect((await tableOf(valueOf(await openXlsxBook(path)))).rows).toHaveLength(3);
});

test('a workbook whose elements bear a prefix is read and written like any', async () => {
  const book = valueOf(await openXlsxBook(path));
  await written(book, [change(...three)]);
  valueOf(await book.save());
  const rows = (await tableOf(valueOf(await openXlsxBook(path)))).rows;
  await writeFile(path, prefixedWorkbook(await readFile(path)));
  const prefixed = valueOf(await openXlsxBook(path));
  expect((await tableOf(prefixed)).rows).toEqual(rows);
  expect(prefixed.changed).toBe(false);
  await written(prefixed, [change(add('4', { name: text('Zoé') }))]);
  valueOf(await prefixed.save());
  const keys = (await tableOf(valueOf(await openXlsxBook(path)))).rows.map(({ key }) => key);
  expect(keys).toEqual(['1', '2', '3', '4']);
});

test('a file marked read-only is not replaced, though its folder would let it be', async () => {
  await chmod(path, 0o440);
  const before = await readFile(path);
  const book = valueOf(await openXlsxBook(path));
  expect(book.isReadOnly).toBe(true);
  await written(book, [change(...three)]);
  expect(await book.save()).toMatchObject({ ok: false, error: { code: 'readOnly' } });
  expect(await readFile(path)).toEqual(before);
  expect(await readdir(folder)).toEqual(['classeur.xlsx']);
});

test('a workbook without a change is not written again', async () => {
  await utimes(path, 1_000_000, 1_000_000);
  const book = valueOf(await openXlsxBook(path));
  valueOf(await book.save());
  expect((await stat(path)).mtimeMs).toBe(1_000_000_000);
});

test('a book saved once may be written and saved again', async () => {
  const book = valueOf(await openXlsxBook(path));
  await written(book, [change(...three.slice(0, 1))]);
  valueOf(await book.save());
  await written(book, [change(...three.slice(1))]);
  valueOf(await book.save());
  expect((await tableOf(valueOf(await openXlsxBook(path)))).rows).toHaveLength(3);
});

test('a file that somebody changed meanwhile is left as they made it', async () => {
  const book = valueOf(await openXlsxBook(path));
  await written(book, [change(...three)]);
  const theirs = emptyXlsx('Autre feuille');
  await writeFile(path, theirs);
  expect(await book.save()).toEqual({
    ok: false,
    error: { code: 'fileLocked', facts: { file: 'classeur.xlsx', reason: 'changed' } },
  });
  expect(new Uint8Array(await readFile(path))).toEqual(theirs);
  expect(await readdir(folder)).toEqual(['classeur.xlsx']);
});

test.each(['~$classeur.xlsx', '.~lock.classeur.xlsx#'])(
  'a file that %s says to be open elsewhere is neither opened nor saved',
  async (lock) => {
    const book = valueOf(await openXlsxBook(path));
    await written(book, [change(...three)]);
    await writeFile(join(folder, lock), 'Paul');
    const locked = { ok: false, error: { code: 'fileLocked', facts: { file: 'classeur.xlsx', reason: 'open' } } };
    expect(await book.save()).toEqual(locked);
    expect(await openXlsxBook(path)).toEqual(locked);
  },
);

test('a new workbook is made by its first saving, and never over a file that appeared meanwhile', async () => {
  const fresh = join(folder, 'neuf.xlsx');
  const book = newXlsxBook(fresh, emptyXlsx('Feuil1'));
  await written(book, [change(...three)]);
  valueOf(await book.save());
  expect((await stat(fresh)).mode & 0o777).toBe(0o600);
  const late = newXlsxBook(fresh, emptyXlsx('Feuil1'));
  await written(late, [change(...three)]);
  expect(await late.save()).toMatchObject({ ok: false, error: { code: 'fileLocked' } });
});

test('what is not a workbook is said, before it is unpacked', async () => {
  expect(await reasonFor(strToU8('bonjour'))).toBe('fileUnreadable notZip');
  expect(await reasonFor(new Uint8Array())).toBe('fileUnreadable notZip');
  expect(await reasonFor(zipSync({ 'a.txt': strToU8('a') }))).toBe('fileUnreadable notWorkbook');
  expect(await reasonFor(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('fileUnreadable encrypted');
  expect(await reasonFor(emptyXlsx('Feuil1').slice(0, 900))).toBe('fileUnreadable notZip');
  expect(await reasonFor(announcing(emptyXlsx('Feuil1'), 201 * 1024 * 1024))).toBe('fileUnreadable tooLarge');
  const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`p${index}`, new Uint8Array()]));
  expect(await reasonFor(zipSync(many))).toBe('fileUnreadable tooLarge');
});

test('a workbook whose parts are missing or damaged is said to be none', async () => {
  const types = { '[Content_Types].xml': strToU8('<Types/>') };
  const rels =
    '<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>';
  expect(await reasonFor(zipSync({ ...types, '_rels/.rels': strToU8(rels) }))).toBe('fileUnreadable notWorkbook');
});

test('a file that is not there is said', async () => {
  expect(await openXlsxBook(join(folder, 'absent.xlsx'))).toEqual({
    ok: false,
    error: { code: 'fileUnreadable', facts: { file: 'absent.xlsx', reason: 'missing' } },
  });
});
