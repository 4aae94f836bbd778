/** A small lowdb document in a sealed file, changed by one task at a time. */
import { Low, type Adapter } from 'lowdb';
import { mutationQueue, type MutationQueue } from '../sealed/mutationQueue.ts';
import type { SealedFiles } from '../sealed/sealedFile.ts';
import { missingError } from '../sealed/storeError.ts';

export interface SealedDocument<T> {
  /** What the disk holds. Never changed in place: keep it as long as you like. */
  value(): T;
  /** Replaces it by what `next` makes of it; nobody sees the new value before it is on the disk. */
  change<N extends T>(next: (current: T) => N | Promise<N>): Promise<N>;
  /** The queue of its changes, for work that must not meet one. */
  readonly queue: MutationQueue;
}

/**
 * Reads the document at `path`, or starts from `initial` when there is none; without `initial`, throws `StoreError` `missing`.
 * `completed` makes of what an older version wrote what this one reads.
 */
export async function openDocument<T>(
  files: SealedFiles,
  path: string,
  initial?: T,
  completed: (found: T) => T = (found) => found,
): Promise<SealedDocument<T>> {
  const adapter = sealedAdapter<T>(files, path, completed);
  const found: T | undefined = (await adapter.read()) ?? initial;
  if (found === undefined) throw missingError(path);
  const low = new Low<T>(adapter, found);
  let current: T = found;
  const queue = mutationQueue();

  async function replace<N extends T>(next: N): Promise<N> {
    low.data = next;
    try {
      await low.write();
    } catch (error) {
      // The rename may have happened before the failure (the folder's fsync): believe the disk, not the plan.
      low.data = current;
      await low.read().catch(() => undefined);
      current = low.data;
      throw error;
    }
    current = next;
    return next;
  }

  return {
    value: () => current,
    change: (next) => queue.run(async () => replace(await next(current))),
    queue,
  };
}

function sealedAdapter<T>(files: SealedFiles, path: string, completed: (found: T) => T): Adapter<T> {
  return {
    async read() {
      const text = await files.read(path);
      return text && completed(JSON.parse(text.toString('utf8')) as T);
    },
    write: (value) => files.write(path, [JSON.stringify(value)]),
  };
}
