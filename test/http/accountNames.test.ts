/** The key of an account goes where it was tested: never where its name has come to lead since. */
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openLuccaDoor } from '../../server/composition/accounts.ts';
import {
  demoAccount,
  endOf,
  makeFolder,
  OCTOBER,
  problemOf,
  QUICK,
  startTestService,
  value,
  withService,
  type TestService,
} from './testService.ts';

let folder: string;
const open: TestService[] = [];
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((service) => service.close()));
  await rm(folder, { recursive: true, force: true });
});

/** A network on which nothing is there, and where each request is noted. */
function noNetwork() {
  const asked: string[] = [];
  const fetchNothing: typeof fetch = (address) => {
    asked.push(address as string);
    return Promise.reject(new TypeError('no network'));
  };
  return { asked, connector: { ...QUICK, fetch: fetchNothing } };
}

describe('« demo », where the fictional account was not started', () => {
  test('is no account at Lucca: nothing leaves', async () => {
    const { asked, connector } = noNetwork();
    await withService(
      async ({ api }) => {
        for (const account of ['demo', ' DEMO ']) {
          const refused = problemOf(await api.connect({ account, apiKey: 'a-real-key' }));
          expect(refused).toMatchObject({ status: 422, code: 'address.noDemo' });
        }
      },
      { demo: null, connector },
    );
    expect(asked).toEqual([]);
  });

  test('a connection to it, kept from before, fails with the same words', async () => {
    const before = await startTestService(folder);
    open.push(before);
    const { id } = value(await before.api.connect(demoAccount(before)));
    await open.splice(0)[0]?.close();
    const { asked, connector } = noNetwork();
    const after = await startTestService(folder, { demo: null, connector });
    open.push(after);
    const started = value(await after.api.startRun(id, { months: [OCTOBER], startedBy: 'Awa' }));
    const run = await endOf(after.api, started.id);
    expect([run.state, run.problem?.code, asked]).toEqual(['failed', 'address.noDemo', []]);
  });
});

test('a name that has come to mean another place is refused; the address itself still serves', () => {
  const elsewhere = { origin: 'http://127.0.0.1:9', tokenUrl: 'http://127.0.0.1:9/token' };
  const before = openLuccaDoor(new Map());
  const after = openLuccaDoor(new Map([['acme', elsewhere]]));
  const connected = before.open('acme');
  if (!connected.ok) throw new Error('refused');
  const { host } = connected.value;
  expect(host).toBe('acme.ilucca.net');
  expect(before.reopen({ account: 'acme', host }).ok).toBe(true);
  const moved = after.reopen({ account: 'acme', host });
  expect(moved).toMatchObject({ ok: false, error: { status: 409, code: 'accountMoved' } });
  expect(after.reopen({ account: 'acme.ilucca.net', host }).ok).toBe(true);
});
