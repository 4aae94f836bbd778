/**
 * One process per folder. Whoever wants it puts down a lock file of its own name, then looks for others: of two that come
 * together, at least one sees the other. A dead process's file can be removed by anybody, since no other ever bears its name.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { instantSchema } from '../../shared/contracts/scalars.ts';
import type { Instant } from '../../shared/domain/calendar/plainDate.ts';
import { namesIn, reasonOf, removeFile, replaceFile } from './durableFile.ts';
import { isRunning, startMark } from './processMark.ts';
import { lockedError } from './storeError.ts';

const holderSchema = z.object({ pid: z.int(), host: z.string(), mark: z.string().nullable(), since: instantSchema });
type Holder = z.infer<typeof holderSchema>;

const LOCK_NAME = /^lock-[0-9a-f]{16}$/;
/** Two that saw each other both step back, and come again at another moment. */
const ATTEMPTS = 4;
const LONGEST_FIRST_WAIT_MS = 40;

/** Takes the folder and answers how to give it back; throws `StoreError` `locked`, which says since when, while another holds it. */
export async function lockFolder(folder: string, since: Instant): Promise<() => Promise<void>> {
  const own = join(folder, `lock-${randomBytes(8).toString('hex')}`);
  const holder: Holder = { pid: process.pid, host: hostname(), mark: await startMark(process.pid), since };
  for (let attempt = 1; ; attempt += 1) {
    const other = await putDown(folder, own, holder);
    if (!other) return () => removeFile(own);
    if (attempt === ATTEMPTS) throw lockedError(other.holder, other.path);
    await wait(randomInt(LONGEST_FIRST_WAIT_MS * 2 ** attempt));
  }
}

/** Leaves the lock only when it is alone; otherwise answers one of the others. */
async function putDown(folder: string, own: string, holder: Holder): Promise<{ holder: Holder; path: string } | null> {
  await replaceFile(own, Buffer.from(JSON.stringify(holder)));
  let alone = false;
  try {
    for (const name of await namesIn(folder)) {
      const path = join(folder, name);
      const other = LOCK_NAME.test(name) && path !== own ? await livingHolder(path) : null;
      if (other) return { holder: other, path };
    }
    alone = true;
    return null;
  } finally {
    if (!alone) await removeFile(own);
  }
}

/** Null when nobody holds it any more; the file of a dead process is removed. */
async function livingHolder(path: string): Promise<Holder | null> {
  const text = await textOf(path);
  const holder = text === null ? undefined : holderOf(text);
  if (holder && (await holds(holder))) return holder;
  await removeFile(path);
  return null;
}

/** On another machine (a shared folder), nothing can be known: the lock counts. */
async function holds(holder: Holder): Promise<boolean> {
  return holder.host !== hostname() || (await isRunning(holder.pid, holder.mark));
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
