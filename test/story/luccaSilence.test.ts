/** What the pane says of what Lucca did not give: at home and with the outcome of an update, never « à jour ». */
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createHost, type Host } from '../../addin/workbench/host/index.ts';
import type { Pane } from '../../addin/taskpane/model/pane.ts';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { connect } from '../support/excelClient.ts';
import { makeFolder, OCTOBER, startTestService, type TestService } from '../http/testService.ts';
import { openPane } from './openPane.ts';

let folder: string;
let service: TestService;
let host: Host;
let pane: Pane;

beforeEach(async () => {
  folder = await makeFolder();
  service = await startTestService(folder, { demo: { employees: 30, month: OCTOBER, seed: 1 } });
  host = createHost();
  connect(host);
  pane = openPane(service);
  await pane.start();
  await pane.access.connect({ account: 'demo', apiKey: service.demo.apiKey });
  pane.chooseMonth(OCTOBER);
  await pane.refresh();
  await pane.updates.apply();
});

afterEach(async () => {
  await host.drain();
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

function seen() {
  const { screen, notice } = pane.store.get();
  return { screen: screen.name, ...notice };
}

const NOT_UP_TO_DATE = /^Aucune différence à revoir .* le classeur n'est peut-être pas à jour :$/;

test('a value that cannot be read: home says it, and the outcome of the next update says it again', async () => {
  service.demo.changes.make({ kind: 'unreadable' });
  await pane.refresh();
  const told = expect.stringMatching(/^« Enfants à charge » : dans Lucca, ce n'est pas un nombre entier/);
  expect(seen()).toMatchObject({ screen: 'home', intent: 'warning', text: expect.stringMatching(NOT_UP_TO_DATE) });
  expect(seen().details).toEqual([told]);

  service.demo.changes.make({ kind: 'address' });
  await pane.refresh();
  expect(seen().screen).toBe('review');
  await pane.updates.apply();
  expect(seen()).toMatchObject({ screen: 'home', intent: 'warning', text: expect.stringMatching(/^C'est écrit/) });
  expect(seen().details).toEqual([told]);
});

test('months that were never read are not « à jour »', async () => {
  pane.chooseMonth(plainMonth('2026-12'));
  await pane.updates.review(true);
  expect(seen()).toMatchObject({ screen: 'home', intent: 'warning', text: expect.stringMatching(NOT_UP_TO_DATE) });
  expect(seen().details).toEqual([
    expect.stringMatching(/^Les absences de novembre 2026 n'ont pas encore été lues/),
    expect.stringMatching(/^Les absences de décembre 2026 n'ont pas encore été lues/),
  ]);
});

test('a right taken from the key: the fields are named once', async () => {
  service.demo.keys.deny(service.demo.apiKey, ['extendedData']);
  await pane.refresh();
  expect(seen()).toMatchObject({ screen: 'home', intent: 'warning', text: expect.stringMatching(NOT_UP_TO_DATE) });
  expect(seen().details).toEqual([
    expect.stringMatching(/^Lucca ne donne plus .*IBAN, Nom de naissance et \d+ autres champs :/),
  ]);
  // The quiet list of home leaves those out that are named here.
  const others = pane.store.get().connection?.unreadFields.filter((heading) => !seen().unread?.has(heading));
  expect([others?.includes('IBAN'), others?.includes('BIC')]).toEqual([false, true]);

  service.demo.keys.deny(service.demo.apiKey, []);
  await pane.refresh();
  expect(seen()).toMatchObject({ intent: 'success', text: expect.stringMatching(/^Rien n'a changé/) });
});
