import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Store } from '../../server/store/store.ts';
import { filesBelow, makeTestFolder, opened, openIn, removeTestFolder } from './folder.ts';
import {
  absences,
  connection,
  lists,
  meals,
  NOVEMBER,
  OCTOBER,
  people,
  planning,
  timeEntries,
  timesheets,
} from './sample.ts';
import { isFullRun } from '../support/seeds.ts';

const KILLS = isFullRun ? 15 : 4;
const TYPESCRIPT = fileURLToPath(new URL('../../scripts/typescript.mjs', import.meta.url));
const COMMITTER = fileURLToPath(new URL('./committer.ts', import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await makeTestFolder();
  const store = await opened(folder);
  await store.addConnection(connection('a'));
  await store.close();
});
afterEach(() => removeTestFolder(folder));

function startCommitter() {
  const child = spawn(process.execPath, ['--import', TYPESCRIPT, COMMITTER, folder]);
  let said = '';
  let failed = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (failed += text.toString()));
  const ended = once(child, 'exit');
  return {
    firstCommit: () => Promise.race([once(child.stdout, 'data'), ended.then(() => Promise.reject(new Error(failed)))]),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    lastSaid: () => Number(said.trim().split('\n').at(-1)),
  };
}

/** Lets a committer work, kills it `delay` milliseconds after a commit, and answers the last commit it said was done. */
async function killAfter(delay: number): Promise<number> {
  const committer = startCommitter();
  try {
    await committer.firstCommit();
    await new Promise((resolve) => setTimeout(resolve, delay));
  } finally {
    await committer.kill();
  }
  return committer.lastSaid();
}

/** Everything the mirror holds is of commit `number`, to the row. */
async function expectWhole(store: Store, number: number): Promise<void> {
  const mark = String(number);
  expect(await store.employees('a')).toEqual(people(600, mark));
  for (const month of [OCTOBER, NOVEMBER]) expect(await store.absences('a', month)).toEqual(absences(600, mark));
  await store.withMirror('a', async (mirror) => {
    expect(await mirror.planning(OCTOBER)).toEqual(planning(600, mark));
    expect(await mirror.meals(OCTOBER)).toEqual(meals(600, mark));
    expect(await mirror.timeEntries(OCTOBER)).toEqual(timeEntries(600, mark));
    expect(await mirror.timesheets(OCTOBER)).toEqual(timesheets(600, mark));
    expect(await mirror.contracts()).toEqual(lists(mark).contracts);
    expect(await mirror.lastGiven()).toEqual(lists(mark).lastGiven);
    expect(mirror.head.missingRights).toEqual([mark]);
  });
  const changes = await store.changes('a', 0);
  expect(changes.map((change) => change.runId)).toEqual(
    Array.from({ length: number }, (_, index) => String(index + 1)),
  );
  expect(changes.map((change) => change.sequence)).toEqual(changes.map((_, index) => index + 1));
}

describe('kill -9 during a commit', () => {
  test(
    'leaves the mirror before it or after it, whole, at whatever moment',
    async () => {
      for (let kill = 0; kill < KILLS; kill += 1) {
        const said = await killAfter((kill * 13) % 120);
        const store = await opened(folder);
        const number = (await store.mirror('a'))?.snapshot ?? 0;
        expect([said, said + 1]).toContain(number);
        await expectWhole(store, number);
        expect(new Set((await store.runs('a', 500)).map((run) => run.state))).toEqual(new Set(['interrupted']));
        await store.close();
      }
    },
    KILLS * 12_000,
  );

  test('leaves no file behind once the store was opened again', async () => {
    await killAfter(30);
    const store = await opened(folder);
    await store.close();
    const names = (await filesBelow(folder))
      .map((file) => file.split('/').slice(2).join('/'))
      .filter((name) => name !== '');
    const number = String((await mirrorNumber()) ?? 0);
    expect(names.sort()).toEqual([
      'head',
      `mirror/absences-2026-10.${number}`,
      `mirror/absences-2026-11.${number}`,
      `mirror/changes-2026-11.${number}`,
      `mirror/contracts.${number}`,
      `mirror/expenseNatures.${number}`,
      `mirror/lastGiven.${number}`,
      `mirror/leaveAccounts.${number}`,
      `mirror/meals-2026-10.${number}`,
      `mirror/people.${number}`,
      `mirror/planning-2026-10.${number}`,
      `mirror/timeEntries-2026-10.${number}`,
      `mirror/timesheets-2026-10.${number}`,
      `mirror/workingTimes.${number}`,
      'runs',
    ]);
  });

  test('while it lives, the folder is its own; once it is dead, anybody may have it', async () => {
    const committer = startCommitter();
    try {
      await committer.firstCommit();
      const second = await openIn(folder);
      expect(second).toMatchObject({ ok: false, error: { code: 'locked' } });
    } finally {
      await committer.kill();
    }
    const third = await openIn(folder);
    expect(third.ok).toBe(true);
    if (third.ok) await third.value.close();
  });

  async function mirrorNumber(): Promise<number | undefined> {
    const store = await opened(folder);
    const head = await store.mirror('a');
    await store.close();
    return head?.snapshot;
  }
});
