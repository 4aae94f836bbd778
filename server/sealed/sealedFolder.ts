/** A folder of sealed files that this process alone uses: what store and vault are opened on. */
import { createHash, type KeyObject } from 'node:crypto';
import { chmod, readdir } from 'node:fs/promises';
import { z } from 'zod';
import type { Instant } from '../../shared/domain/calendar/plainDate.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { makeFolder } from './durableFile.ts';
import { lockFolder } from './folderLock.ts';
import { subkey, type SealPurpose } from './seal.ts';
import { sealedFiles, type SealedFiles } from './sealedFile.ts';
import { asStoreError, missingError, newerFormatError, otherKeyError, StoreError } from './storeError.ts';

export interface SealedFolderOptions {
  /** Belongs to its opener alone; created when it is not there. */
  readonly folder: string;
  readonly key: KeyObject;
  readonly now: () => Instant;
}

export interface SealedFolder {
  readonly folder: string;
  readonly files: SealedFiles;
  /** Gives the folder back to another process. */
  release(): Promise<void>;
}

const FORMAT_FILE = 'format';
/** Grows when an older Passerelle could not read what this one writes. */
const FORMAT = 1;
const formatSchema = z.object({ format: z.int() });

/**
 * What `open` makes of the folder, once it is locked and the key is known to be the right one. A failure gives the folder back:
 * `locked`, `otherKey`, `newerFormat`, `missing`, `unwritable`, or what `open` threw.
 */
export async function openSealedFolder<T>(
  { folder, key, now }: SealedFolderOptions,
  purpose: SealPurpose,
  open: (sealed: SealedFolder) => Promise<T>,
): Promise<Result<T, StoreError>> {
  let release = async (): Promise<void> => undefined;
  try {
    await makeFolder(folder);
    await chmod(folder, 0o700);
    release = await lockFolder(folder, now());
    const files = sealedFiles(folder, subkey(key, purpose));
    await checkFormat(folder, files);
    return ok(await open({ folder, files, release }));
  } catch (error) {
    await release();
    return fail(asStoreError(error, folder));
  }
}

/** The folder name of a connection: any id gives a valid one on any system, and it says nothing. */
export function folderNameOf(connectionId: string): string {
  return createHash('sha256').update(connectionId).digest('hex').slice(0, 32);
}

/** One small file tells a wrong key from a damaged file, before anything else is read. */
async function checkFormat(folder: string, files: SealedFiles): Promise<void> {
  const text = await readFormat(folder, files);
  if (text) {
    const { format } = formatSchema.parse(JSON.parse(text.toString('utf8')));
    if (format > FORMAT) throw newerFormatError(folder);
    return;
  }
  const others = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  if (others.length > 0) throw missingError(FORMAT_FILE);
  await files.write(FORMAT_FILE, [JSON.stringify({ format: FORMAT })]);
}

async function readFormat(folder: string, files: SealedFiles): Promise<Buffer | null> {
  try {
    return await files.read(FORMAT_FILE);
  } catch (error) {
    throw error instanceof StoreError && error.code === 'damaged' ? otherKeyError(folder) : error;
  }
}
