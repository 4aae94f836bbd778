/** « Préparer la paie » as a payroll clerk lives it: from an empty workbook to the four outcomes, a tick after the other, then the close. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PaneDriver } from './paneDriver.ts';

const LINES = 'Passerelle_Absences_Lignes';
const IMPORTS = 'Passerelle_Absences_Imports';
const REGISTER = 'Passerelle_Absences_Registre';
const START = 'Passerelle_Reprise';
const SUPPORT = 'Passerelle_Absences_Support';
const PERIODS = 'Passerelle_Periodes';

/** Of the fictional account. */
const SICKNESS = 41;

let driver: PaneDriver;
/** Requests of leave that the story cancels. */
let first: number;
let second: number;
let sickness: number;

function leave(from: string, more: { readonly halves?: number; readonly accountId?: number } = {}): number {
  const { periodId } = driver.demo.changes.make({ kind: 'addLeave', from, ...more });
  if (periodId === undefined) throw new Error('no leave');
  return periodId;
}

const cancelled = (periodId: number) => driver.demo.changes.make({ kind: 'cancelLeave', periodId });

beforeAll(async () => {
  driver = await PaneDriver.opened(24);
  first = leave('2026-10-12');
  second = leave('2026-10-20');
  sickness = leave('2026-10-13', { halves: 6, accountId: SICKNESS });
  await driver.button('Connecter').click({ timeout: 60_000 });
  await driver.button('Actualiser').click();
  await driver.button(/^Appliquer/).click({ timeout: 60_000 });
  await driver.says(/^C'est écrit/);
}, 120_000);

afterAll(async () => {
  await driver.picture('i99-end');
  await driver.close();
});

const heading = (name: string) => driver.pane.getByRole('heading', { name, exact: true }).waitFor({ timeout: 60_000 });
const list = (name: string) => driver.pane.getByRole('listbox', { name });
const toDelete = () => list('Absences à supprimer dans la paie');
const toImport = () => list('Absences à importer');
const asked = (name: string | RegExp) => driver.pane.getByRole('group', { name });
const register = () => driver.column(REGISTER, 'Sens');

/** What payroll is told to do, line by line, of one import. */
async function directions(number: string): Promise<string[]> {
  const [runs, told] = [await driver.column(LINES, 'Import'), await driver.column(LINES, 'Sens')];
  return told.filter((_, at) => runs[at] === number);
}

async function confirmed(action: string, question: string, sentence: RegExp): Promise<void> {
  await driver.button(action).click();
  await asked(question).getByRole('button', { name: action }).click();
  await driver.says(sentence);
}

describe('absences handed over to payroll, in a browser', () => {
  test('the accounts are confirmed, and the card says from when absences are handled', async () => {
    await driver.button('Absences').click();
    await heading('Préparer la paie d’octobre 2026');
    await driver.says(/^Première préparation dans ce classeur/);
    await driver.soundAtBoth('i01-card');
    await driver.button('Comptes d’absence').click();
    await driver.button('Préparer la feuille').click();
    await driver.says(/^La feuille est prête/);
    await driver.button('Confirmer les propositions').click();
    await driver.button('Confirmer').click();
    await driver.says(/propositions? confirmées?/);
    await driver.button('Retour').click();
  }, 120_000);

  test('2: Lucca is read and compared, what waits is told with why, and lines are refused and taken again', async () => {
    await driver.button('Préparer').click();
    await driver.says(/^L’import A1 est préparé/);
    await heading('À importer');
    await driver.says(/^Première préparation\s: les absences sont transmises à partir du 01\/10\/2026/);
    expect(await driver.column(START, 'Premier mois')).toEqual(['2026-10']);
    expect(new Set(await directions('A1'))).toEqual(new Set(['à importer']));
    await driver.soundAtBoth('i02-import');
    await toImport().focus();
    await driver.page.keyboard.press(' ');
    await driver.says(/^1 absence refusée par la paie/);
    expect(await driver.column(LINES, 'Fait en paie')).toEqual(['non']);
    expect(
      await toImport()
        .getByRole('option', { name: /Refusée par la paie/ })
        .count(),
    ).toBe(1);
    expect(await toImport().getAttribute('aria-multiselectable')).not.toBe('true');
    const hint = await toImport().getAttribute('aria-describedby');
    expect(await driver.pane.locator(`#${hint ?? ''}`).textContent()).toContain(
      'refusée par la paie, ou de nouveau prise',
    );
    await driver.picture('i03-refused');
    await driver.page.keyboard.press(' ');
    await driver.pane.getByText(/^1 absence refusée par la paie/).waitFor({ state: 'detached' });
    expect(await driver.column(LINES, 'Fait en paie')).toEqual([]);
    await driver.page.keyboard.press('End');
    await driver.page.keyboard.press('Enter');
    await driver.picture('i03-row');
  }, 120_000);

  test('its files are seen before they are downloaded, with what they add up to', async () => {
    await driver.button('Fichiers à importer…').click();
    await heading('Fichiers de A1');
    await driver.soundAtBoth('i04-files');
    await driver.field('Fichier').selectOption('controle');
    await driver.picture('i04-check');
    await driver.field('Fichier').selectOption('import');
    await driver.field('Encodage du texte').selectOption('windows1252');
    const [name, bytes] = await driver.downloaded();
    expect(name).toMatch(/\.csv$/);
    expect(bytes.length).toBeGreaterThan(100);
    await driver.button('Télécharger en .xlsx').click();
    await driver.says(/^absences-import.*\.xlsx est téléchargé/);
    await driver.field('Fichier').selectOption('payfit');
    expect(await driver.button('Télécharger en .xlsx').count()).toBe(0);
    expect(await driver.field('Encodage du texte').count()).toBe(0);
    await driver.picture('i05-payfit');
    await driver.button('Retour').click();
    await heading('À importer');
  }, 120_000);

  test('asked with what it does, Échap is no; confirmed, its lines are in the register', async () => {
    await driver.button('Confirmer l’import').click();
    await asked('La paie a-t-elle pris l’import A1 ?').waitFor();
    await driver.soundAtBoth('i06-asked');
    await driver.page.keyboard.press('Escape');
    expect(await driver.focused()).toBe('Confirmer l’import');
    expect(await driver.column(IMPORTS, 'État')).toEqual(['préparé']);
    await confirmed('Confirmer l’import', 'La paie a-t-elle pris l’import A1 ?', /^L’import A1 est confirmé/);
    expect(await driver.column(IMPORTS, 'État')).toEqual(['confirmé']);
    expect(new Set(await register())).toEqual(new Set(['prise']));
    await driver.soundAtBoth('i07-confirmed');
    await driver.button('Retour').click();
    await driver.soundAtBoth('i08-card');
  }, 120_000);

  test('3: a leave that Lucca cancelled is taken back by hand: ticked, unticked, ticked, it leaves the register', async () => {
    cancelled(first);
    await driver.button('Préparer').click();
    await heading('À régulariser');
    expect(await directions('A2')).toEqual(['à supprimer']);
    expect(await driver.button('Confirmer la régularisation').getAttribute('aria-disabled')).toBe('true');
    await driver.soundAtBoth('i09-regularise');
    await toDelete().locator('[data-ticked]').first().click();
    await driver.says('1 sur 1 faite');
    expect((await register()).at(-1)).toBe('reprise');
    await driver.picture('i10-ticked');
    await toDelete().focus();
    await driver.page.keyboard.press(' ');
    await driver.says('0 sur 1 faite');
    expect((await register()).at(-1)).toBe('prise');
    await driver.page.keyboard.press(' ');
    await driver.says('1 sur 1 faite');
    await confirmed(
      'Confirmer la régularisation',
      'La régularisation A2 est-elle faite dans la paie ?',
      /^L’import A2 est confirmé/,
    );
    await driver.button('Retour').click();
  }, 120_000);

  test('4: what is to import stays locked until everything is deleted', async () => {
    cancelled(second);
    leave('2026-10-26');
    await driver.button('Préparer').click();
    await heading('Régulariser, puis importer');
    expect(await driver.button('Fichiers à importer…').getAttribute('aria-disabled')).toBe('true');
    expect(await driver.button('Confirmer l’import').getAttribute('aria-disabled')).toBe('true');
    await driver.says(/^Verrouillé\s: 1 suppression reste à cocher/);
    await driver.soundAtBoth('i11-locked');
    await driver.button('Tout cocher…').click();
    await asked('L’absence est-elle supprimée dans la paie ?').getByRole('button', { name: 'Tout cocher' }).click();
    await driver.says('La suppression est cochée.');
    expect(await driver.button('Fichiers à importer…').getAttribute('aria-disabled')).toBeNull();
    await driver.soundAtBoth('i12-unlocked');
    await confirmed('Confirmer l’import', 'La paie a-t-elle pris l’import A3 ?', /^L’import A3 est confirmé/);
    await driver.button('Retour').click();
  }, 120_000);

  test('1: nothing is left, and every import is found again', async () => {
    await driver.button('Préparer').click();
    await heading('Rien à faire');
    await driver.soundAtBoth('i13-nothing');
    await driver.button('Retour').click();
    await driver.button('Imports d’absences (3)').click();
    await heading('Imports d’absences');
    await driver.soundAtBoth('i14-journal');
    await driver.button('Ouvrir A1').click();
    await heading('Importé');
    await driver.soundAtBoth('i15-former');
    await driver.button('Retour').click();
  }, 120_000);

  test('stoppages are listed with what is to be done, and ticked as they are typed', async () => {
    await driver.button(/^Arrêts à saisir/).click();
    await heading('Arrêts à saisir');
    await driver.soundAtBoth('i16-stoppages');
    await list('Arrêts de travail').focus();
    await driver.page.keyboard.press(' ');
    await driver.says(/^Saisi en paie le /);
    await driver.picture('i17-typed');
    await driver.button('Retour').click();
  }, 120_000);

  test('the month is closed with what is left told, then opened again', async () => {
    await driver.button('Clôturer octobre 2026').click();
    await heading('Clôturer les absences d’octobre 2026');
    await driver.soundAtBoth('i18-close');
    await driver.button('Clôturer').click();
    await driver.says(/11 demi-journées/);
    await driver.soundAtBoth('i18-left');
    await driver.button('Clôturer quand même').click();
    await driver.says(/^Absences d’octobre 2026 closes/);
    expect(await driver.column(PERIODS, 'État')).toEqual(['close', 'ouverte']);
    await heading('Préparer la paie de novembre 2026');
    await driver.soundAtBoth('i19-closed');
    await driver.button('Rouvrir octobre 2026').click();
    await asked('Rouvrir les absences d’octobre 2026 ?').getByRole('button', { name: 'Rouvrir' }).click();
    await driver.says(/^Absences d’octobre 2026 rouvertes/);
    await heading('Préparer la paie d’octobre 2026');
  }, 120_000);

  test('a stoppage that Lucca takes out of a closed month is handed over to support, its facts copied', async () => {
    await driver.button('Clôturer octobre 2026').click();
    await driver.button('Clôturer').click();
    await driver.button('Clôturer quand même').click();
    await driver.says(/^Absences d’octobre 2026 closes/);
    cancelled(sickness);
    await driver.button('Préparer').click();
    await heading('Paie de novembre 2026');
    await driver.button('Retour').click();
    await driver.button('Arrêts à saisir (1)').click();
    await heading('À transmettre au support');
    await driver.soundAtBoth('i20-support');
    await driver.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await driver.button(/^Copier les informations sur /).click();
    await driver.says('Copié. Collez-le dans votre message au support.');
    const copied = await driver.page.evaluate(() => navigator.clipboard.readText());
    expect(copied.replace(/\s+/g, ' ')).toMatch(
      /^Salarié : .* Dans la paie : du 13\/10\/2026 .* À corriger en : supprimé/,
    );
    await driver.pane.getByRole('checkbox', { name: 'Transmis' }).click();
    await driver.pane.getByRole('checkbox', { name: /^Transmis le / }).waitFor();
    expect(await driver.column(SUPPORT, 'Transmis')).toEqual(['oui']);
    await driver.soundAtBoth('i21-sent');
    expect(driver.complaints).toEqual([]);
  }, 120_000);
});
