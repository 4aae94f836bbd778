/** « Reprise automatique » in the pane: the choice, what is written without a review, and what is told of it. */
import { expect, test } from '@jest/globals';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { fieldGroups, type FieldGroup } from '../../shared/domain/people/employeeFields.ts';
import { ok } from '../../shared/domain/result.ts';
import { readBookState } from '../../shared/flows/bookState.ts';
import * as text from '../../shared/messages/fr/employees/automatic.ts';
import { Pane } from '../../addin/taskpane/model/pane.ts';
import { shownEntries } from '../../addin/taskpane/model/reviewRows.ts';
import { OTHER_IBAN, person, SmallCompany, sound } from '../support/smallCompany.ts';

async function paneOf(company: SmallCompany, readOnly = () => false): Promise<Pane> {
  const health = { status: 'ok' as const, version: '1', demo: null, month: plainMonth('2026-10') };
  const pane = new Pane({
    service: { ...company.account.service(), health: () => Promise.resolve(ok(health)) },
    book: company.book,
    clock: company.clock,
    token: { get: () => 'token', set: () => undefined, clear: () => undefined },
    offeredCode: null,
    readOnly,
    download: () => undefined,
  });
  await pane.start();
  return pane;
}

/** A workbook up to date that takes addresses by itself, and Lucca as `values` say of person 1. */
async function begun(values: Parameters<typeof person>[1], groups: readonly FieldGroup[] = ['address']) {
  const company = new SmallCompany();
  company.months = [plainMonth('2026-09'), plainMonth('2026-10')];
  company.account.months = company.months;
  company.account.employees = [person('1'), person('2')];
  await company.apply(() => 'accept');
  const pane = await paneOf(company);
  const people = await pane.people();
  for (const group of groups) await people.takeAutomatically(group, true);
  company.account.employees = [person('1', values), person('2')];
  return { company, pane };
}

test('each box is kept by the workbook, and shown at once', async () => {
  const { company, pane } = await begun({}, ['address', 'civil']);
  expect(pane.store.get().book?.automatic).toEqual(['address', 'civil']);
  const people = await pane.people();
  await people.takeAutomatically('address', false);
  expect(pane.store.get().book?.automatic).toEqual(['civil']);
  expect(sound(await readBookState(company.book)).automatic).toEqual(['civil']);
  people.automatic();
  expect(pane.store.get().screen).toEqual({ name: 'peopleAutomatic' });
  await pane.back();
  expect(pane.store.get().screen).toEqual({ name: 'people' });
});

test('every box says which fields it stands for, and a workbook opened for reading only keeps its choice', async () => {
  expect(fieldGroups.map(text.fieldsOfGroup)).toEqual([
    'Téléphone professionnel, Téléphone personnel, E-mail professionnel, E-mail personnel',
    "Adresse, Complément d'adresse, Code postal, Ville, Code pays",
    'Étudiant, Personne handicapée, Début de reconnaissance BOETH, Enfants à charge, Enfants handicapés',
    'Titre civil, Ville de naissance, Pays de naissance, Nationalité',
  ]);
  const { company } = await begun({});
  const pane = await paneOf(company, () => true);
  await (await pane.people()).takeAutomatically('civil', true);
  expect(sound(await readBookState(company.book)).automatic).toEqual(['address']);
});

test('where nothing else waits, no review is shown: what was taken is told, listed, and undone', async () => {
  const { company, pane } = await begun({ city: 'Brest', postalCode: '29200' });
  await pane.updates.review();
  const { screen, notice, book } = pane.store.get();
  expect(screen).toEqual({ name: 'home' });
  expect(notice).toEqual({
    intent: 'success',
    text: '2 changements repris automatiquement.',
    more: { label: 'Voir lesquels', lines: ['Nom1 P1 (0001)\u00a0: Code postal, Ville'] },
  });
  expect(company.cell('1', 'city')).toBe('Brest');
  expect(book?.undoable?.header.kind).toBe('refresh');
  await pane.updates.undo();
  expect(company.cell('1', 'city')).toBe('Lyon');
});

test('with something to decide, they wait with it in one plan, apart from what is asked', async () => {
  const { company, pane } = await begun({ city: 'Brest', student: true, iban: OTHER_IBAN });
  await pane.updates.review();
  const { screen } = pane.store.get();
  if (screen.name !== 'review') throw new Error(screen.name);
  const columns = (filter: Parameters<typeof shownEntries>[1]) =>
    shownEntries(screen.review, filter).map(({ item }) => item.changes[0]?.column);
  expect([columns('all'), columns('people'), columns('automatic')]).toEqual([
    ['student', 'iban'],
    ['student', 'iban'],
    ['city'],
  ]);
  expect(company.cell('1', 'city')).toBe('Lyon');
  await pane.updates.apply();
  expect([company.cell('1', 'city'), company.cell('1', 'student')]).toEqual(['Brest', 'oui']);
  expect(pane.store.get().notice).toMatchObject({
    text: expect.stringContaining('Parmi ce qui est écrit, 1 changement a été repris sans demander.'),
    more: { lines: ['Nom1 P1 (0001)\u00a0: Ville'] },
  });
});

test('one of them can be ignored, and is then not taken', async () => {
  const { company, pane } = await begun({ city: 'Brest', student: true });
  await pane.updates.review();
  const { screen } = pane.store.get();
  if (screen.name !== 'review') throw new Error(screen.name);
  pane.updates.decide(
    shownEntries(screen.review, 'automatic').map(({ item }) => item.id),
    'ignore',
  );
  await pane.updates.apply();
  expect([company.cell('1', 'city'), company.cell('1', 'student')]).toEqual(['Lyon', 'oui']);
  expect(pane.store.get().notice?.more).toBeUndefined();
});

test('a workbook opened for reading only shows them instead of writing', async () => {
  const { company } = await begun({ city: 'Brest' });
  const pane = await paneOf(company, () => true);
  await pane.updates.review();
  expect(pane.store.get().screen.name).toBe('review');
  expect(company.cell('1', 'city')).toBe('Lyon');
});

test('home knows what was left to decide, until a review finds nothing of it', async () => {
  const { company, pane } = await begun({ city: 'Brest', iban: OTHER_IBAN });
  await pane.updates.review();
  await pane.updates.apply();
  expect([company.cell('1', 'city'), pane.store.get().book?.undecided]).toEqual(['Brest', 1]);
  company.account.employees = [person('1', { city: 'Brest' }), person('2')];
  await pane.updates.review();
  expect([pane.store.get().screen.name, pane.store.get().book?.undecided]).toEqual(['home', 0]);
});
