/** The one primitive under store and vault: compressed, sealed with its own path, written whole. */
import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip, gunzip } from 'node:zlib';
import { makeFolder, reasonOf, removeFile, replaceFile } from './durableFile.ts';
import { seal, unseal } from './seal.ts';
import { asStoreError, damagedError, unreadableError } from './storeError.ts';

/** Text in pieces, so that a large file never has to be made, or compressed, in one go. */
export type Pieces = Iterable<string> | AsyncIterable<string>;

/** Paths are relative to one folder, with `/`. A file opens only at the path it was written at. Everything throws `StoreError`. */
export interface SealedFiles {
  /** Null when there is no such file; `damaged` when it is not, to the last bit, what was written there. */
  read(path: string): Promise<Buffer | null>;
  /** Old content or new content, whatever happens meanwhile. Creates folders on the way. */
  write(path: string, pieces: Pieces): Promise<void>;
  remove(path: string): Promise<void>;
}

const unzip = promisify(gunzip);

export function sealedFiles(root: string, key: KeyObject): SealedFiles {
  const at = (path: string) => join(root, ...path.split('/'));
  return {
    async read(path) {
      const sealed = await bytesOf(at(path), path);
      if (!sealed) return null;
      const opened = unseal(key, sealed, path);
      if (!opened.ok) throw damagedError(path);
      return unzip(opened.value);
    },
    async write(path, pieces) {
      const sealed = seal(key, await compressed(pieces), path);
      await writing(path, async () => {
        await makeFolder(dirname(at(path)));
        await replaceFile(at(path), sealed);
      });
    },
    async remove(path) {
      await writing(path, () => removeFile(at(path)));
    },
  };
}

async function bytesOf(file: string, path: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === 'ENOENT') return null;
    throw reason === undefined ? error : unreadableError(path, reason);
  }
}

async function writing(path: string, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    throw asStoreError(error, path);
  }
}

/** The stream works in zlib's own threads; a one-call gzip would too, but only once the whole text exists. */
async function compressed(pieces: Pieces): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await pipeline(Readable.from(pieces), createGzip(), async (zipped: AsyncIterable<Buffer>) => {
    for await (const chunk of zipped) chunks.push(chunk);
  });
  return Buffer.concat(chunks);
}
