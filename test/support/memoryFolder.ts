/** Throw-away folders in memory, where Linux has room for them: a command or a reading waits for the disk many times, a run thousands of times. */
import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';

const MEMORY = '/dev/shm';
const PREFIX = `${MEMORY}/passerelle-tests-`;
/** Far more than a whole run needs, profiles of browsers included. */
const ENOUGH_BYTES = 2 * 1024 ** 3;

/** From now on `tmpdir()` is in memory, here and in the workers; a `TMPDIR` already chosen stays. */
export function openMemoryFolder(): void {
  if (process.env['TMPDIR'] === undefined && hasRoom()) process.env['TMPDIR'] = mkdtempSync(PREFIX);
}

/** Forgets what {@link openMemoryFolder} made. */
export function closeMemoryFolder(): void {
  const folder = process.env['TMPDIR'];
  if (folder?.startsWith(PREFIX)) rmSync(folder, { recursive: true, force: true });
}

function hasRoom(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ENOUGH_BYTES;
  } catch {
    return false;
  }
}
