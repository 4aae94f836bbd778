import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from '../../server/sealed/folderLock.ts';
import { startMark } from '../../server/sealed/processMark.ts';
import { isFullRun } from '../support/seeds.ts';
import { instant } from '../../shared/domain/calendar/plainDate.ts';

const EVENING = instant('2026-11-20T19:04:00.000Z');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Where a lock that somebody left stands. */
const leftLock = () => join(folder, 'lock-0123456789abcdef');

interface Holder {
  pid: number;
  host: string;
  mark: string | null;
}

/** A lock as a process would have left it. */
async function leaveLock(holder: Partial<Holder>): Promise<void> {
  const full = { pid: process.pid, host: hostname(), mark: await startMark(process.pid), ...holder };
  await writeFile(leftLock(), JSON.stringify({ ...full, since: EVENING }));
}

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

/** Takes the lock and gives it back; throws when it is held. */
async function takeOnce(): Promise<void> {
  const release = await lockFolder(folder, EVENING);
  await release();
}

describe('the lock of a folder', () => {
  test('is refused to a second, with a French sentence that says since when, and free once given back', async () => {
    const release = await lockFolder(folder, EVENING);
    const second = lockFolder(folder, instant('2026-11-21T08:00:00.000Z'));
    await expect(second).rejects.toMatchObject({ code: 'locked', since: EVENING });
    await expect(second).rejects.toThrow(/depuis le 20\/11\/2026 à 20:04 .*Ctrl\+C dans la fenêtre où elle tourne\.$/);
    await release();
    await takeOnce();
    expect(await readdir(folder)).toEqual([]);
  });

  test('of a dead process is taken over', async () => {
    await leaveLock({ pid: await deadPid() });
    await takeOnce();
    expect(await readdir(folder)).toEqual([]);
  });

  test('of a process whose number serves another one today is taken over', async () => {
    await leaveLock({ mark: 'another-boot 42' });
    await takeOnce();
  });

  test('of a process that runs and whose start nobody can tell counts', async () => {
    await leaveLock({ mark: null });
    await expect(takeOnce()).rejects.toMatchObject({ code: 'locked' });
    // Nobody can tell whether it is the one: only then is its file named.
    await expect(takeOnce()).rejects.toThrow(/supprimez « .*lock-/);
  });

  test('of another machine counts, and the sentence names the machine and the file', async () => {
    await leaveLock({ host: 'serveur-paie', pid: await deadPid() });
    await expect(takeOnce()).rejects.toThrow('serveur-paie');
    await expect(takeOnce()).rejects.toThrow(leftLock());
  });

  test('that no Passerelle wrote is taken over', async () => {
    await writeFile(leftLock(), 'what is this');
    await takeOnce();
    expect(await readdir(folder)).toEqual([]);
  });

  test('wanted by many at once, beside a stale one, never goes to two', async () => {
    let taken = 0;
    for (let round = 0; round < (isFullRun ? 15 : 5); round += 1) {
      await leaveLock({ mark: 'another-boot 42' });
      const tries = await Promise.allSettled(Array.from({ length: 5 }, () => lockFolder(folder, EVENING)));
      const holders = tries.filter((each) => each.status === 'fulfilled');
      expect(holders.length).toBeLessThanOrEqual(1);
      taken += holders.length;
      await holders[0]?.value();
      expect(await readdir(folder)).toEqual([]);
    }
    expect(taken).toBeGreaterThan(0);
  });
});
