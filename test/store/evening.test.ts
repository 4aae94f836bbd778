import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { plainDate } from '../../shared/domain/calendar/plainDate.ts';
import type { Store } from '../../server/store/store.ts';
import { bytesBelow, makeTestFolder, opened, removeTestFolder } from './folder.ts';
import { connection, runOf } from './sample.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await makeTestFolder();
  store = await opened(folder);
  await store.addConnection(connection('a'));
});
afterEach(async () => {
  await store.close();
  await removeTestFolder(folder);
});

const FIRST = {
  settings: { enabled: true, time: '20:00', recipients: [], onlyChanges: true },
  lastDay: null,
  retry: null,
  mailed: null,
};

test('an evening is 20:00 until it is changed; a change outlives the process, sealed', async () => {
  expect(await store.evening('a')).toEqual(FIRST);
  const changed = await store.changeEvening('a', (held) => ({
    ...held,
    settings: { ...held.settings, recipients: ['canary@acme.example'] },
    lastDay: plainDate('2026-11-20'),
  }));
  await store.close();
  for (const [file, bytes] of await bytesBelow(folder)) expect([file, bytes.includes('canary')]).toEqual([file, false]);
  store = await opened(folder);
  expect(await store.evening('a')).toEqual(changed);
});

test('changes made together all count, and a connection that is gone has no evening', async () => {
  const next = (time: string) =>
    store.changeEvening('a', (held) => ({
      ...held,
      settings: { ...held.settings, time, recipients: [...held.settings.recipients, `${time}@acme.example`] },
    }));
  await Promise.all(['20:00', '21:00', '22:00'].map(next));
  expect((await store.evening('a')).settings.recipients).toHaveLength(3);
  await store.removeConnection('a');
  await expect(store.evening('a')).rejects.toMatchObject({ code: 'unknownConnection' });
  await expect(next('23:00')).rejects.toMatchObject({ code: 'unknownConnection' });
  await store.addConnection(connection('a'));
  expect(await store.evening('a')).toEqual(FIRST);
});

test('a run keeps why it started and what became of its mail', async () => {
  const run = {
    ...runOf('r', 'a'),
    trigger: 'catchUp' as const,
    evenings: 3,
    mail: { state: 'failed' as const, tries: 3, reason: 'Parce que.' },
  };
  await store.saveRun(run);
  await store.close();
  store = await opened(folder);
  expect(await store.runs('a', 5)).toEqual([run]);
});
