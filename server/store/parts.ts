/** The snapshots of one connection: written once, read many times, parsed once while in use. */
import { join } from 'node:path';
import { namesIn } from '../sealed/durableFile.ts';
import type { SealedFiles } from '../sealed/sealedFile.ts';
import { missingError } from '../sealed/storeError.ts';
import { rowsFromText, rowsToText } from './rows.ts';

export interface Parts {
  read<T>(name: string): Promise<readonly T[]>;
  write(name: string, rows: readonly unknown[]): Promise<void>;
  /** Removes every file of the folder but these, half-written ones of a killed process included. */
  keepOnly(names: ReadonlySet<string>): Promise<void>;
}

/** People, a year of absences, a quarter of planned days, meals and declared time, the lists and the log: what is asked for again and again. */
const PARSED_AT_MOST = 32;

/** `path` is the folder of the parts, relative to `root`. Throws `StoreError`: `missing`, `damaged`, `unwritable`. */
export function openParts(root: string, files: SealedFiles, path: string): Parts {
  const parsed = new Map<string, Promise<readonly unknown[]>>();

  async function parse<T>(name: string): Promise<readonly T[]> {
    const text = await files.read(`${path}/${name}`);
    if (!text) throw missingError(`${path}/${name}`);
    return rowsFromText<T>(text);
  }

  /** Readers that ask together share one parse; a failed one is forgotten, the next may succeed. */
  function remember<T>(name: string): Promise<readonly T[]> {
    const known = parsed.get(name) as Promise<readonly T[]> | undefined;
    const rows = known ?? parse<T>(name);
    parsed.delete(name);
    parsed.set(name, rows);
    if (!known) rows.catch(() => parsed.delete(name));
    const [oldest] = parsed.keys();
    if (oldest !== undefined && parsed.size > PARSED_AT_MOST) parsed.delete(oldest);
    return rows;
  }

  return {
    read: remember,
    async write(name, rows) {
      // The name may have been used by a commit that failed half-way.
      parsed.delete(name);
      await files.write(`${path}/${name}`, rowsToText(rows));
    },
    async keepOnly(names) {
      for (const name of await namesIn(join(root, ...path.split('/')))) {
        if (names.has(name)) continue;
        parsed.delete(name);
        await files.remove(`${path}/${name}`);
      }
    },
  };
}
