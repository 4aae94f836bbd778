/** Working time as a payroll clerk lives it: a set copied, a month computed, a figure followed to its hours, an export confirmed. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PaneDriver } from './paneDriver.ts';

const BALANCES = 'Passerelle_Temps';
const EXPORTS = 'Passerelle_Temps_Exports';
const REGISTER = 'Passerelle_Temps_Registre';
const ACCOUNTS = 'Passerelle_Temps_Comptes';
const ESTABLISHMENTS = 'Passerelle_Etablissements';

/** Codes of the establishments of the fictional account, by identifier. */
const codes: Readonly<Record<string, string>> = { 11: 'AL_LYON', 12: 'AL_STRASBOURG', 13: 'AL_REUNION' };

let driver: PaneDriver;

beforeAll(async () => {
  driver = await PaneDriver.opened(24, { writesToLucca: true });
  await driver.button('Connecter').click({ timeout: 60_000 });
  await driver.button('Actualiser').click();
  await driver.button(/^Appliquer/).click({ timeout: 60_000 });
  await driver.says(/^C'est écrit/);
}, 120_000);

afterAll(async () => {
  await driver.picture('t99-end');
  await driver.close();
});

const tab = (name: string | RegExp) => driver.pane.getByRole('tab', { name });

describe('working time, in a browser', () => {
  test('its sheets are prepared, and a ready-made set is copied with its regulation', async () => {
    await driver.button('Temps de travail').click();
    await driver.button('Préparer les feuilles').click({ timeout: 60_000 });
    await driver.says(/^Les feuilles sont prêtes/);
    await driver.soundAtBoth('t01-home');
    await driver.button('Copier un jeu prêt à l’emploi…').click();
    await driver.pane.getByRole('heading', { name: 'Jeux prêts à l’emploi' }).waitFor();
    await driver.soundAtBoth('t02-sets');
    await driver.button('Copier').click();
    await driver.says(/^Le jeu « Droit commun » est dans/);
    await driver.pane.getByRole('heading', { name: 'Droit commun' }).waitFor();
    // The first tier is rested, the second one paid.
    await driver.fill(ACCOUNTS, 'Transférable vers', ['repos', 'paie']);
    await driver.fill(ACCOUNTS, 'Compteur Lucca', ['Heures de récupération', '']);
    await driver.fill(ACCOUNTS, 'Unité du compteur', ['heures', '']);
  }, 120_000);

  test('the month is read in Lucca, computed and written', async () => {
    await driver.button('Calculer').click();
    await driver.says(/^C’est calculé et écrit/);
    expect((await driver.column(BALANCES, 'Compte')).length).toBeGreaterThan(0);
    await driver.soundAtBoth('t03-totals');
    await driver.field('Grouper par').selectOption('week');
    await driver.picture('t04-weeks');
    await tab(/^Contrôles/).click();
    await driver.soundAtBoth('t05-controls');
  }, 120_000);

  test('a person is found, and a figure is followed to its hours', async () => {
    await tab(/^Personnes/).click();
    await driver.soundAtBoth('t06-people');
    const [number = ''] = await driver.column(BALANCES, 'Matricule');
    await driver.pane.getByRole('searchbox').fill(number);
    await driver.pane.getByRole('listbox').focus();
    await driver.page.keyboard.press('Enter');
    await driver.pane.getByRole('heading', { name: 'Comptes' }).waitFor();
    await driver.pane
      .getByRole('button', { name: /mouvement/ })
      .first()
      .click();
    await driver.says(/^Règle HS/);
    await driver.soundAtBoth('t07-person');
  }, 60_000);

  test('its weeks are walked with the arrows, and each is told day by day', async () => {
    const weeks = driver.pane.getByRole('tablist', { name: 'Semaines du mois' });
    await weeks.getByRole('tab', { selected: true }).focus();
    const before = await driver.focused();
    await driver.page.keyboard.press('ArrowRight');
    expect(await driver.focused()).not.toBe(before);
    await driver.page.keyboard.press('ArrowLeft');
    expect(await driver.focused()).toBe(before);
    await driver.says(/dont .* au-delà du seuil \(/);
    const days = driver.pane.getByRole('list', { name: 'La semaine, jour par jour' });
    expect(await days.locator('> li').count()).toBe(7);
    await days.locator('> li').last().scrollIntoViewIfNeeded();
    await driver.picture('t08-week');
  }, 60_000);

  test('the export is prepared, asked about twice, and confirmed', async () => {
    await driver.button('Retour').click();
    await tab('Totaux').click();
    await driver.button('Préparer l’export').click();
    await driver.says(/^L’export HT1 est préparé/);
    await driver.soundAtBoth('t09-prepared');
    await driver.button('Fichiers…').click();
    await driver.pane.getByRole('heading', { name: 'Fichiers de HT1' }).waitFor();
    await driver.soundAtBoth('t10-files');
    await driver.button('Retour').click();
    await driver.button('Confirmer').click();
    await driver.pane.getByRole('group', { name: 'La paie a-t-elle pris l’export HT1 ?' }).waitFor();
    await driver.page.keyboard.press('Escape');
    expect(await driver.focused()).toBe('Confirmer');
    expect(await driver.column(EXPORTS, 'État')).toEqual(['préparé']);
    await driver.button('Confirmer').click();
    const asked = driver.pane.getByRole('group', { name: 'La paie a-t-elle pris l’export HT1 ?' });
    await asked.getByRole('button', { name: 'Confirmer' }).click();
    await driver.says(/^L’export HT1 est confirmé/);
    expect(await driver.column(EXPORTS, 'État')).toEqual(['confirmé']);
    expect((await driver.column(REGISTER, 'Export')).length).toBeGreaterThan(0);
  }, 120_000);

  test('its rest is simulated in Lucca, refused where a code is wrong, then seen, confirmed and sent once', async () => {
    const simulate = () => driver.button('Simuler l’envoi à Lucca').click();
    await driver.fill(ESTABLISHMENTS, 'Code', 'AUTRE');
    await simulate();
    await driver.says(/^Lucca signale \d+ erreurs? : rien n'est crédité/);
    await driver.soundAtBoth('t11-credit-refused');
    const ids = await driver.column(ESTABLISHMENTS, 'Identifiant Lucca');
    await driver.fill(
      ESTABLISHMENTS,
      'Code',
      ids.map((id) => codes[id] ?? ''),
    );
    await driver.button('Simuler de nouveau').click();
    await driver.says(/^Lucca créditerait les compteurs/);
    await driver.soundAtBoth('t12-credit-simulated');
    await driver.button('Envoyer à Lucca…').click();
    expect(await driver.focused()).toBe('Envoyer');
    await driver.soundAtBoth('t13-credit-asked');
    await driver.page.keyboard.press('Enter');
    await driver.says(/^Lucca a crédité les compteurs/);
    await driver.says(/^Envoyé à Lucca le \d\d\/\d\d\/\d{4} \d\d:\d\d/);
    await driver.soundAtBoth('t14-credit-sent');
    expect(await driver.column(EXPORTS, 'Envoyé à Lucca le')).toEqual([expect.stringMatching(/^\d\d\/\d\d\/\d{4}/)]);
    expect(await driver.button('Simuler l’envoi à Lucca').count()).toBe(0);
    expect(driver.complaints).toEqual([]);
  }, 120_000);

  test('another set is simulated, beside the one in use: in hours, in euros, then for whom it is not made', async () => {
    const tried = driver.field('Jeu de règles essayé');
    await driver.pane.getByRole('heading', { name: 'Exports d’heures' }).waitFor();
    await driver.button('Retour').click();
    await driver.button('Simuler un autre jeu de règles').click();
    await tried.waitFor();
    expect(await driver.focused()).toBe('Jeu de règles essayé');
    expect(await tried.locator('option:checked').textContent()).toMatch(/^Hôtels/);
    await driver.soundAtBoth('t15-simulate');
    await tried.selectOption('ready nightAndSunday');
    await driver.field('Taux horaire en euros (facultatif)').fill('15,50');
    await driver.page.keyboard.press('Enter');
    await driver.says('Par compte');
    expect(await driver.focused()).toMatch(/^Simulation/);
    await driver.says(/^Le coût est sans la majoration de DIM/);
    await driver.soundAtBoth('t15-simulated');
    await driver.pane.getByRole('listbox').focus();
    await driver.page.keyboard.press('Escape');
    await tried.waitFor();
    expect(await driver.focused()).toBe('Jeu de règles essayé');
    await tried.selectOption('ready partTime');
    await driver.button('Simuler').click();
    await driver.says(/^Le jeu essayé compte des heures complémentaires \(C10, C25\)/);
    await driver.soundAtBoth('t15-simulated-part-time');
    await driver.button('Changer la simulation').click();
    await tried.waitFor();
    expect(await driver.focused()).toBe('Jeu de règles essayé');
    expect(driver.complaints).toEqual([]);
  }, 120_000);
});
