/** One process per folder. The lock is a file that names its holder; a dead holder's lock is taken over. */
import { randomBytes } from 'node:crypto';
import { link, readFile, rename } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { instantSchema } from '../../shared/contracts/schemas.ts';
import type { Instant } from '../../shared/domain/calendar/plainDate.ts';
import { createFile, reasonOf, removeFile } from './durableFile.ts';
import { isRunning, startMark } from './processMark.ts';
import { lockedError, unwritableError } from './storeError.ts';

const holderSchema = z.object({
  pid: z.int(),
  host: z.string(),
  mark: z.string().nullable(),
  since: instantSchema,
  token: z.string(),
});
type Holder = z.infer<typeof holderSchema>;

const ATTEMPTS = 5;

/** Takes the folder and answers how to give it back; throws `StoreError` `locked`, which says since when, while another holds it. */
export async function lockFolder(folder: string, since: Instant): Promise<() => Promise<void>> {
  const path = join(folder, 'lock');
  const own = JSON.stringify(await ownHolder(since));
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await createFile(path, own)) return () => release(path, own);
    const text = await textOf(path);
    if (text === null) continue;
    const holder = holderOf(text);
    if (holder && (await holds(holder))) throw lockedError(holder, path);
    await takeAway(path, text);
  }
  throw unwritableError('lock', 'EAGAIN');
}

async function ownHolder(since: Instant): Promise<Holder> {
  const token = randomBytes(8).toString('hex');
  return { pid: process.pid, host: hostname(), mark: await startMark(process.pid), since, token };
}

/** On another machine (a shared folder), nothing can be known: the lock counts. */
async function holds(holder: Holder): Promise<boolean> {
  return holder.host !== hostname() || (await isRunning(holder.pid, holder.mark));
}

async function release(path: string, own: string): Promise<void> {
  if ((await textOf(path)) === own) await removeFile(path);
}

/**
 * Removes the lock at `path` if it is still `text`, found stale. Two processes may both have found it so, and the other may have
 * its own lock there by now: what was taken away is looked at again, and put back when it is not `text`.
 */
export async function takeAway(path: string, text: string): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await rename(path, aside);
    if ((await textOf(aside)) !== text) await link(aside, path);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason !== 'ENOENT' && reason !== 'EEXIST') throw error;
  } finally {
    await removeFile(aside);
  }
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Undefined for what no Passerelle wrote: locks appear whole, so it cannot be one half written. */
function holderOf(text: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
