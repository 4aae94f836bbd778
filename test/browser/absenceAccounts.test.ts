/** « Comptes d'absence » as a payroll clerk lives it: told at home, prepared, confirmed at once, the rest chosen one by one, taken back. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PaneDriver } from './paneDriver.ts';

const ACCOUNTS = 'Passerelle_Comptes_Absence';
const WAITING = /comptes? d’absence à rattacher, \d+ demi-journées? en attente/;

let driver: PaneDriver;

beforeAll(async () => {
  driver = await PaneDriver.opened(24);
  await driver.button('Connecter').click({ timeout: 60_000 });
  await driver.button('Actualiser').click();
  await driver.button(/^Appliquer/).click({ timeout: 60_000 });
  await driver.says(/^C'est écrit/);
}, 120_000);

afterAll(async () => {
  await driver.picture('a99-end');
  await driver.close();
});

const states = () => driver.column(ACCOUNTS, 'État');
const list = () => driver.pane.getByRole('listbox', { name: 'Comptes d’absence de Lucca' });
const options = () => list().getByRole('option');
const heading = (name: string | RegExp) => driver.pane.getByRole('heading', { name });
/** Options of the list that hold those words, as they are read. */
const shown = async () => (await options().allTextContents()).map((text) => text.replace(/\s+/g, ' '));

describe('leave accounts, in a browser', () => {
  test('home tells in one line what waits, and leads there', async () => {
    await driver.says(WAITING);
    await driver.soundAtBoth('a01-home');
    await driver.button('Absences').click();
    await heading('Absences').waitFor();
    await driver.soundAtBoth('a02-area');
    await driver.button('Retour').click();
    await driver.button(WAITING).click();
    await heading('Comptes d’absence').waitFor();
    await driver.says(/Préparez d’abord la feuille/);
    await driver.soundAtBoth('a03-before');
  }, 120_000);

  test('the sheet is prepared, and every proposal confirmed once it was said how many', async () => {
    await driver.button('Préparer la feuille').click();
    await driver.says(/^La feuille est prête/);
    const proposed = (await states()).filter((state) => state === 'proposée').length;
    expect(proposed).toBeGreaterThan(0);
    await driver.soundAtBoth('a04-prepared');
    await driver.button('Confirmer les propositions').click();
    await driver.says(new RegExp(`^Confirmer les ${proposed} propositions`));
    await driver.soundAtBoth('a05-asked');
    await driver.page.keyboard.press('Escape');
    expect(await driver.focused()).toBe('Confirmer les propositions');
    await driver.button('Confirmer les propositions').click();
    await driver.button('Confirmer').click();
    await driver.says(`${proposed} propositions confirmées.`);
    expect(new Set(await states())).toEqual(new Set(['confirmée', 'à choisir']));
    await driver.soundAtBoth('a06-confirmed');
  }, 120_000);

  test('what no name says is chosen in the pane, with the keyboard alone', async () => {
    const before = (await states()).filter((state) => state === 'à choisir').length;
    const [first = ''] = await shown();
    expect(first).toContain('à choisir');
    await list().focus();
    await driver.page.keyboard.press('Enter');
    await driver.page.keyboard.press('Tab');
    await driver.page.keyboard.type('hors paie');
    expect(await driver.pane.getByLabel('En paie').inputValue()).toBe('outside');
    await driver.soundAtBoth('a07-chosen');
    await driver.button('Rattacher').focus();
    await driver.page.keyboard.press('Enter');
    await driver.says(/est rattaché\s: hors paie/);
    expect((await states()).filter((state) => state === 'à choisir')).toHaveLength(before - 1);
    expect(await driver.focused()).toBe('Comptes d’absence de Lucca');
    await driver.soundAtBoth('a08-bound');
  }, 120_000);

  test('one account of a year leaves the pattern of the others; searched, filtered, then taken back', async () => {
    await driver.pane.getByRole('searchbox').fill('conges payes');
    await options().first().click();
    await driver.pane.getByRole('radio', { name: 'ce compte seulement' }).check();
    await driver.pane.getByLabel('En paie').selectOption('arrêt de travail (maladie)');
    await driver.soundAtBoth('a09-year');
    await driver.button('Changer').click();
    await driver.says(/est rattaché\s: arrêt de travail \(maladie\)/);
    expect((await shown()).filter((text) => text.includes('arrêt, à saisir'))).toHaveLength(1);
    await driver.pane.getByLabel('Afficher').selectOption({ index: 0 });
    await driver.soundAtBoth('a10-one');
    await driver.button('Annuler la dernière écriture').click();
    await driver.says(/^L’écriture de «\sCorrespondance comptes d’absence\s» est annulée/);
    expect((await shown()).filter((text) => text.includes('arrêt, à saisir'))).toEqual([]);
  }, 120_000);

  test('what is wrong in a row is told beside it, and leads to its cell', async () => {
    await driver.fill(ACCOUNTS, 'Nature de l’arrêt', '');
    await driver.button('Relire').click();
    await driver.says(/La ligne est un arrêt de travail sans sa nature/);
    await driver.soundAtBoth('a11-wrong');
    await driver.button('Voir dans la feuille').first().click();
    await driver.picture('a12-cell');
  }, 120_000);

  test('a sheet that cannot be read is told by its heading, where one can go on', async () => {
    await driver.rename(ACCOUNTS, 'En paie', 'Autre chose');
    await driver.button('Relire').click();
    await heading('Absences').waitFor();
    await driver.says(/a perdu la colonne\sEn paie/);
    await driver.soundAtBoth('a13-broken');
    await driver.rename(ACCOUNTS, 'Autre chose', 'En paie');
    await driver.button('Comptes d’absence').click();
    await heading('Comptes d’absence').waitFor();
    expect(driver.complaints).toEqual([]);
  }, 120_000);
});
