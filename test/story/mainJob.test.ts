/** The whole main job without a screen: the pane's own actions, the genuine client over the fake host, the service, the fictional account. */
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHost, type Host } from '../../addin/workbench/host/index.ts';
import type { Pane } from '../../addin/taskpane/model/pane.ts';
import { reviewRows } from '../../addin/taskpane/model/reviewRows.ts';
import { entryText } from '../../shared/flows/entryText.ts';
import type { Review } from '../../shared/flows/prepareReview.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { connect } from '../support/excelClient.ts';
import { makeFolder, OCTOBER, startTestService, type TestService } from '../http/testService.ts';
import { hostPerson } from '../workbook/hostPerson.ts';
import { openPane } from './openPane.ts';

let folder: string;
let service: TestService;
let host: Host;
let pane: Pane;

beforeEach(async () => {
  folder = await makeFolder();
  service = await startTestService(folder, { demo: { employees: 60, month: OCTOBER, seed: 1 } });
  host = createHost();
  connect(host);
  pane = openPane(service);
  await pane.start();
  await pane.access.connect({ account: 'demo', apiKey: service.demo.apiKey });
  pane.chooseMonth(OCTOBER);
});

afterEach(async () => {
  await host.drain();
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

/** Identifier of a person of the fictional account, by place. */
function personId(place: number): number {
  const id = [...service.demo.company.people.values()][place]?.id;
  if (id === undefined) throw new Error('no such person');
  return id;
}

function screen() {
  return pane.store.get().screen.name;
}

function notice() {
  return pane.store.get().notice?.text ?? '';
}

function review(): Review {
  const { screen: shown } = pane.store.get();
  if (shown.name !== 'review') throw new Error(`no review but ${shown.name}: ${notice()}`);
  return shown.review;
}

/** Lines of the review as a person reads them. */
function lines(): string[] {
  return reviewRows(review().entries).flatMap((row) =>
    row.type === 'entry' ? [`${row.entry.person.name} : ${entryText(row.entry, 'personal')}`] : [],
  );
}

async function update(): Promise<void> {
  await pane.refresh();
  await pane.updates.apply();
}

async function table(name: string) {
  const seen = await hostPerson(host).readAll(name);
  if (!seen) throw new Error(`no table ${name}`);
  return seen;
}

/** What a person sees in the two tables. */
async function seen() {
  return JSON.stringify([await table(employeesTable.name), await table(absencesTable.name)]);
}

describe('from a Lucca account to reviewed sheets', () => {
  test('connect, update, nothing changed, one change, undo', async () => {
    expect(screen()).toBe('home');
    await pane.refresh();
    expect(review().entries.length).toBeGreaterThan(100);
    await pane.updates.apply();
    expect([screen(), notice()]).toEqual(['home', expect.stringMatching(/^C'est écrit : \d+ lignes ajoutées\.$/)]);
    expect((await table(employeesTable.name)).rows).toHaveLength(60);
    expect(host.workbook.activeSheet.name).toBe(employeesTable.title);

    await pane.refresh();
    expect([screen(), notice()]).toEqual(['home', expect.stringMatching(/^Rien n'a changé/)]);

    const before = await seen();
    service.demo.changes.make({ kind: 'field', personId: personId(0), field: 'lastName', value: 'NOUVEAUNOM' });
    await pane.refresh();
    expect(lines()).toEqual([expect.stringMatching(/NOUVEAUNOM .* : Nom : .+ → NOUVEAUNOM$/)]);
    await pane.updates.apply();
    expect(await seen()).not.toBe(before);
    expect(pane.store.get().book?.undoable).not.toBeNull();

    await pane.updates.undo();
    expect([screen(), notice()]).toEqual(['home', expect.stringMatching(/^La dernière mise à jour est annulée/)]);
    expect(await seen()).toBe(before);
  });

  test('hire, cancel a leave, remove a person: exactly these three', async () => {
    await update();
    service.demo.changes.make({ kind: 'hire', startsOn: '2026-10-15' });
    service.demo.changes.make({ kind: 'cancelLeave' });
    service.demo.changes.make({ kind: 'remove', personId: personId(7) });
    await pane.refresh();
    const kinds = new Set(review().entries.map(({ item }) => `${item.table} ${item.kind}`));
    expect(kinds).toContain('Passerelle_Salaries added');
    expect(kinds).toContain('Passerelle_Salaries gone');
    expect(kinds).toContain('Passerelle_Absences removed');
    expect(kinds).not.toContain('Passerelle_Salaries conflict');
    expect(review().entries.filter(({ item }) => item.table === employeesTable.name)).toHaveLength(2);
  });

  test("the person's own column, formula, order and format survive", async () => {
    await update();
    const person = hostPerson(host);
    await person.addColumn(employeesTable.name, 'Note de paie', 3, ['à voir', '=1+1']);
    const before = await table(employeesTable.name);
    service.demo.changes.make({ kind: 'field', personId: personId(4), field: 'lastName', value: 'AUTRE' });
    await update();
    const after = await table(employeesTable.name);
    expect(after.headings).toEqual(before.headings);
    const changed = after.rows.flatMap((row, index) =>
      row.flatMap((cell, column) =>
        JSON.stringify(cell) === JSON.stringify(before.rows[index]?.[column]) ? [] : [after.headings[column]],
      ),
    );
    expect(changed).toEqual(['Nom']);
  });

  test.each([['resume' as const], ['abandon' as const]])(
    'a fault while writing leaves a plan that %s ends',
    async (way) => {
      await update();
      const before = await seen();
      service.demo.changes.make({ kind: 'hire', startsOn: '2026-10-15' });
      service.demo.changes.make({ kind: 'address' });
      await pane.refresh();
      host.faults.failAtWrite(2, { code: 'GeneralException' });
      await pane.updates.apply();
      expect(screen()).toBe('pending');
      expect(notice()).toMatch(/^Excel a refusé/);
      await (way === 'resume' ? pane.updates.resume() : pane.updates.abandon());
      expect(screen()).toBe('home');
      if (way === 'abandon') expect(await seen()).toBe(before);
      await pane.refresh();
      expect(screen()).toBe(way === 'resume' ? 'home' : 'review');
    },
  );
});
