/** Files that a command makes where there was none: nothing is covered that nobody asked to. */
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname } from 'node:path';
import * as say from '../../shared/messages/fr/cli.ts';
import { Stop } from './outcome.ts';

async function kindOf(path: string): Promise<'folder' | 'file' | undefined> {
  return stat(path).then(
    (found) => (found.isDirectory() ? 'folder' : 'file'),
    () => undefined,
  );
}

export async function isThere(path: string): Promise<boolean> {
  return (await kindOf(path)) !== undefined;
}

/** Refuses a path where the file of `option` cannot be made: a folder, another extension, or in a folder that is not there. */
export async function requirePlace(option: string, path: string, extension: '.xlsx' | '.csv' | '.json'): Promise<void> {
  if ((await kindOf(path)) === 'folder')
    throw new Stop('workbook', say.isFolder(path, extension), { code: 'isFolder' });
  if (extname(path).toLowerCase() !== extension) {
    throw new Stop('usage', say.wrongOption(option, say.aFile(extension)), { code: 'usage' });
  }
  const folder = dirname(path);
  if ((await kindOf(folder)) !== 'folder') throw new Stop('workbook', say.noFolder(folder), { code: 'noFolder' });
}

/** Writes a file that is not there yet, for its owner alone; half of one is taken away. */
export async function writeNew(path: string, content: Uint8Array | string): Promise<void> {
  let isOurs = false;
  try {
    const file = await open(path, 'wx', 0o600);
    isOurs = true;
    try {
      await file.writeFile(content);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isOurs) await rm(path, { force: true });
    const taken = (error as { code?: string }).code === 'EEXIST';
    throw new Stop('workbook', taken ? say.alreadyThere(basename(path)) : say.notWritable(basename(path)), {
      code: taken ? 'alreadyThere' : 'notWritable',
    });
  }
}

/** Writes a file, over the one that is there if any: it is the old one or the new one, never half of one. */
export async function writeOver(path: string, content: Uint8Array | string): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  await writeNew(beside, content);
  try {
    await rename(beside, path);
  } catch {
    await rm(beside, { force: true });
    throw new Stop('workbook', say.notWritable(basename(path)), { code: 'notWritable' });
  }
}
