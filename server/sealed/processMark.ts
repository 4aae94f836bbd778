/** Is that process still the one that wrote its number down? Numbers are used again, within minutes in a container. */
import { readFile } from 'node:fs/promises';
import { reasonOf } from './durableFile.ts';

/** Boot and start time of a process, where the system tells (Linux); null elsewhere. */
export async function startMark(pid: number): Promise<string | null> {
  return (await look(pid))?.mark ?? null;
}

/** True while the process `pid` that had `mark` runs. Where there are no marks, a process of that number is enough. */
export async function isRunning(pid: number, mark: string | null): Promise<boolean> {
  if (!exists(pid)) return false;
  const seen = await look(pid);
  if (seen === null || mark === null) return exists(pid);
  // A killed process that its parent has not buried yet still has a number.
  return seen.mark === mark && seen.state !== 'Z';
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return reasonOf(error) === 'EPERM';
  }
}

/** Fields 3 (state) and 22 (start time) of /proc/PID/stat, proc(5). The name before them may hold spaces and parentheses. */
async function look(pid: number): Promise<{ mark: string; state: string } | null> {
  try {
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
    const line = await readFile(`/proc/${String(pid)}/stat`, 'utf8');
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return { mark: `${boot} ${fields[19] ?? ''}`, state: fields[0] ?? '' };
  } catch {
    return null;
  }
}
