/** « Calendrier du mois » as a payroll clerk lives it: narrowed, told, looked at day by day, added up, printed. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pdfPages } from '../support/pdfText.ts';
import { PaneDriver } from './paneDriver.ts';

let driver: PaneDriver;

beforeAll(async () => {
  driver = await PaneDriver.opened(60);
  await driver.button('Connecter').click({ timeout: 60_000 });
  await driver.button('Actualiser').click();
  await driver.button(/^Appliquer/).click({ timeout: 60_000 });
  await driver.says(/^C'est écrit|^C’est écrit/);
  await driver.button('Absences').click();
  await driver.button('Comptes d’absence').click();
  await driver.button('Préparer la feuille').click();
  await driver.says(/^La feuille est prête/);
  await driver.button('Confirmer les propositions').click();
  await driver.button('Confirmer').click();
  await driver.says(/propositions? confirmées?/);
  await driver.button('Retour').click();
}, 180_000);

afterAll(async () => {
  await driver.picture('c99-end');
  await driver.close();
});

const list = () => driver.pane.getByRole('listbox', { name: 'Personnes absentes' });
const options = () => list().getByRole('option');
const table = (name: string) => driver.pane.getByRole('table', { name });
/** Texts of a table, row by row. */
const cells = async (name: string) =>
  (await table(name).locator('tbody tr').all()).length === 0
    ? []
    : Promise.all((await table(name).locator('tbody tr').all()).map((row) => row.locator('td').allTextContents()));
const plain = (text: string) => text.replace(/\s+/g, ' ');

describe('a month of absences, in a browser', () => {
  test('who is away, in words; a week of everybody, in boxes', async () => {
    await driver.soundAtBoth('c00-area');
    await driver.button('Calendrier du mois').click();
    await driver.says(/^Données Lucca du /);
    await driver.pane.getByRole('heading', { name: 'Absences d’octobre 2026' }).waitFor();
    await driver.soundAtBoth('c01-month');
    const all = Number(await options().first().getAttribute('aria-setsize'));
    expect(all).toBeGreaterThan(20);
    await driver.field('Période').selectOption({ label: '12 – 18 octobre' });
    await driver.soundAtBoth('c02-week');
    const inWeek = Number(await options().first().getAttribute('aria-setsize'));
    expect(inWeek).toBeGreaterThan(0);
    expect(inWeek).toBeLessThan(all);
    expect(plain((await options().first().textContent()) ?? '')).toMatch(/1[2-8] octobre : /);
    await driver.field('Période').selectOption({ label: 'Tout le mois' });
  }, 120_000);

  test('a reason of health is not shown until somebody asks for it', async () => {
    const months = async () => plain((await options().allTextContents()).join(' '));
    await driver.field('Équipe').selectOption({ index: 2 });
    expect(await months()).not.toMatch(/\(maladie\)|enfant malade/);
    await driver.pane.getByLabel('Montrer les motifs').check();
    await driver.says(/arrêt \((?:maladie|maternité|accident du travail)\)|enfant malade|hors paie/);
    await driver.soundAtBoth('c03-told');
    await driver.pane.getByLabel('Montrer les motifs').uncheck();
    await driver.field('Équipe').selectOption({ index: 0 });
  }, 120_000);

  test('the month of one person, reached and left with the keyboard', async () => {
    await list().focus();
    await driver.page.keyboard.press('ArrowDown');
    await driver.page.keyboard.press('Enter');
    await driver.pane.getByRole('table', { name: 'octobre 2026' }).waitFor();
    await driver.soundAtBoth('c04-person');
    const heard = plain((await table('octobre 2026').textContent()) ?? '');
    expect(heard).toMatch(
      / octobre : (?:congés payés|RTT|repos|télétravail|arrêt|congé sans solde|compte à rattacher)/,
    );
    await driver.page.keyboard.press('Escape');
    await list().waitFor();
    expect(await driver.focused()).toBe('Personnes absentes');
  }, 120_000);

  test('totals by category and by team: each adds up to the whole', async () => {
    await driver.pane.getByRole('tab', { name: 'Totaux' }).click();
    await driver.soundAtBoth('c05-totals');
    const days = (rows: readonly (readonly string[])[]) =>
      rows.map(([, text = '']) => Number.parseFloat(text.replace(',', '.')) || 0);
    for (const name of ['Totaux par catégorie', 'Totaux par équipe']) {
      const found = days(await cells(name));
      expect(found.length).toBeGreaterThan(2);
      expect(found.slice(0, -1).reduce((sum, each) => sum + each, 0)).toBe(found.at(-1));
    }
  }, 120_000);

  test('printed: what is on the screen, without a reason of health', async () => {
    const context = driver.page.context();
    const download = new Promise<string>((resolve) => {
      const onDownload = (file: { path(): Promise<string> }) => void file.path().then(resolve);
      context.on('page', (opened) => opened.on('download', onDownload));
      driver.page.on('download', onDownload);
    });
    await driver.button(/^Imprimer/).click();
    const { readFileSync } = await import('node:fs');
    const bytes = readFileSync(await download);
    driver.keep('calendar.pdf', bytes);
    const text = pdfPages(bytes).join('\n');
    expect(plain(text)).toContain('Calendrier des absences');
    expect(text).not.toMatch(/maladie|maternité|enfant malade/);
    await driver.says(/calendrier-absences-2026-10\.pdf/);
  }, 120_000);

  test('a month that Lucca was not read for says so, and has it read', async () => {
    await driver.field('Mois').selectOption({ label: 'décembre 2026' });
    await driver.says('Les absences de décembre 2026 n’ont pas encore été lues dans Lucca.');
    await driver.soundAtBoth('c06-not-read');
    await driver.button('Lire Lucca').click();
    await driver.pane.getByRole('heading', { name: 'Absences de décembre 2026' }).waitFor({ timeout: 60_000 });
    await driver.says(/^Données Lucca du |^Aucune absence en décembre 2026/);
    await driver.picture('c07-december');
    await driver.button('Retour').click();
    await driver.pane.getByRole('heading', { name: 'Absences', exact: true }).waitFor();
    expect(driver.complaints).toEqual([]);
  }, 120_000);
});
