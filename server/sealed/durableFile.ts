/** Files that survive a power cut: whole or not there, never in between. Owner's eyes only (0600, folders 0700). */
import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, rename, unlink, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;
/** What a killed process may leave behind. */
const TEMPORARY = '.tmp';

/** The system's word for what went wrong (`ENOSPC`), fit for a sentence: no path, no content. Undefined for any other error. */
export function reasonOf(error: unknown): string | undefined {
  // By shape: the system's errors are not always instances of this realm's Error.
  const { code, syscall } = (error ?? {}) as { code?: unknown; syscall?: unknown };
  return typeof code === 'string' && typeof syscall === 'string' ? code : undefined;
}

/** Puts `bytes` at `path`, whatever was there: readers see the old file or the new one. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  await withTemporary(path, bytes, (temporary) => rename(temporary, path));
}

/** Puts `content` at `path` unless something is there. False when something was. */
export async function createFile(path: string, content: string): Promise<boolean> {
  try {
    // A link, unlike an open with « wx », shows the name and the whole content at once.
    await withTemporary(path, Buffer.from(content), (temporary) => link(temporary, path));
    return true;
  } catch (error) {
    if (reasonOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Does nothing when there is no such file. Once it ends, a power cut does not bring the file back. */
export async function removeFile(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return;
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Creates the folder and its parents, each one recorded in the folder above it. */
export async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: OWNER_ONLY_FOLDER });
  if (first === undefined) return;
  const above = dirname(first);
  for (let each = path; each !== above; each = dirname(each)) await syncFolder(dirname(each));
}

/** Names in a folder; none when there is no such folder. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Removes what a killed process was writing in the folder, and answers the names that stay. Only for the folder's one writer. */
export async function removeLeftovers(folder: string): Promise<readonly string[]> {
  const names = await namesIn(folder);
  const leftovers = names.filter((name) => name.endsWith(TEMPORARY));
  for (const name of leftovers) await removeFile(join(folder, name));
  return names.filter((name) => !leftovers.includes(name));
}

/** A rename or a removal is only certain once its folder is on the disk. Windows neither needs nor allows it. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  await closing(await open(path, 'r'), (folder) => folder.sync());
}

async function withTemporary(path: string, bytes: Uint8Array, place: (temporary: string) => Promise<void>) {
  const temporary = `${path}.${randomBytes(6).toString('hex')}${TEMPORARY}`;
  try {
    await closing(await open(temporary, 'wx', OWNER_ONLY_FILE), async (file) => {
      await file.writeFile(bytes);
      await file.sync();
    });
    await place(temporary);
    await syncFolder(dirname(path));
  } finally {
    await removeFile(temporary);
  }
}

async function closing(handle: FileHandle, use: (handle: FileHandle) => Promise<void>): Promise<void> {
  try {
    await use(handle);
  } finally {
    await handle.close();
  }
}
