/** A throw-away folder with a store in it. */
import { createSecretKey } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { openFileStore } from '../../server/store/fileStore.ts';
import type { Store } from '../../server/store/store.ts';
import { NOON } from './sample.ts';

export const KEY_TEXT = 'c3f1a97e0b5d2846ff10e4937ab8d65c21904e7f86d3bca50719e2f4688b0d3a';
export const key = createSecretKey(Buffer.from(KEY_TEXT, 'hex'));

export function makeTestFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'passerelle-store-'));
}

export function removeTestFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}

export function openIn(folder: string): ReturnType<typeof openFileStore> {
  return openFileStore({ folder, key, now: () => NOON });
}

export async function opened(folder: string): Promise<Store> {
  const store = await openIn(folder);
  if (!store.ok) throw store.error;
  return store.value;
}

/** Every file below `folder`, as paths from it, sorted. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => relative(folder, file)).sort();
}

export async function bytesBelow(folder: string): Promise<Map<string, Buffer>> {
  const files = await filesBelow(folder);
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(join(folder, file))] as const)));
}
