/** The month looked over as a payroll clerk does: who moved, what changed, what payroll counted. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PaneDriver } from './paneDriver.ts';

const MOVEMENTS = 'Passerelle_Mouvements';
const CONTROL = 'Passerelle_Controle_Mois';
const CHECK = 'Passerelle_Pointage';

let driver: PaneDriver;

beforeAll(async () => {
  driver = await PaneDriver.opened(60);
  await driver.button('Connecter').click({ timeout: 60_000 });
  await driver.button('Actualiser').click();
  await driver.button(/^Appliquer/).click({ timeout: 60_000 });
  await driver.says(/^C'est écrit|^C’est écrit/);
}, 120_000);

afterAll(async () => {
  await driver.picture('m99-end');
  await driver.close();
});

const filter = () => driver.pane.getByRole('combobox', { name: 'Afficher' });

describe('a month looked over, in a browser', () => {
  test('movements: written, narrowed, ticked in the sheet, kept', async () => {
    await driver.button('Salariés').click();
    await driver.button('Mouvements du mois').click();
    await driver.says(/^«\sMouvements du mois\s» est à jour/);
    await driver.soundAtBoth('m01-movements');
    await driver.button('Relire Lucca').click();
    await driver.says(/^«\sMouvements du mois\s» est à jour/);
    await filter().selectOption({ label: await optionStarting('Sorties') });
    await driver.soundAtBoth('m02-exits');
    expect(await driver.column(MOVEMENTS, 'Mouvement')).toContain('sortie');
    await driver.pane.getByRole('listbox').focus();
    await driver.page.keyboard.press('Enter');
    await driver.fill(MOVEMENTS, 'Fait dans la paie', 'oui');
    await driver.button('Retour').click();
    await driver.button('Mouvements du mois').click();
    await driver.says(/^«\sMouvements du mois\s» est à jour/);
    expect(new Set(await driver.column(MOVEMENTS, 'Fait dans la paie'))).toEqual(new Set(['oui']));
    await driver.button('Retour').click();
  }, 120_000);

  test('control: what could not be compared is said, and gaps are narrowed by topic', async () => {
    await driver.button('Contrôle avec le mois d’avant').click();
    await driver.says(/^«\sContrôle\s» est à jour/);
    await driver.says(/Aucune commande de titres en septembre 2026 et octobre 2026/);
    await driver.soundAtBoth('m03-control');
    await filter().selectOption({ label: await optionStarting('absences') });
    await driver.picture('m04-absences');
    expect((await driver.column(CONTROL, 'Rang')).length).toBeGreaterThan(0);
    await driver.button('Retour').click();
  }, 60_000);

  test('payroll check: an empty journal, a file whose columns are bound, then a difference to explain', async () => {
    await driver.button('Pointage de la paie').click();
    await driver.says(/n’a aucune ligne pour octobre 2026/);
    await driver.soundAtBoth('m05-check-empty');
    const [number = ''] = await driver.column('Passerelle_Salaries', 'Matricule');
    const bytes = Buffer.from(`Mat. paie;Rub.;Nombre\r\n${number};4210;18\r\n`, 'latin1');
    await driver.dropped(/^Déposer ou choisir le journal/, 'journal.csv', bytes);
    await driver.pane.getByRole('heading', { name: 'Colonnes du journal' }).waitFor();
    await driver.soundAtBoth('m06-check-columns');
    await driver.field('Matricule').selectOption('Mat. paie');
    await driver.field('Code').selectOption('Rub.');
    await driver.button('Lire et pointer').click();
    await driver.says(/^«\sPointage de la paie\s»\s: rien à comparer/);
    await driver.soundAtBoth('m07-checked');
    expect(await driver.column('Passerelle_Journal_Paie', 'Code')).toEqual(['4210']);
    expect(await driver.column(CHECK, 'État')).toEqual([]);
    expect(driver.complaints).toEqual([]);
  }, 60_000);
});

/** The label of the option that begins so: its count follows. */
async function optionStarting(name: string): Promise<string> {
  const labels = await filter().locator('option').allTextContents();
  return labels.find((label) => label.startsWith(name)) ?? name;
}
