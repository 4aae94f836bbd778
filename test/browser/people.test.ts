/** « Salariés » in the pane: what is to be corrected, cell by cell, and files that wait to be complete. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PaneDriver } from './paneDriver.ts';

let driver: PaneDriver;

beforeAll(async () => {
  driver = await PaneDriver.opened(40);
  await driver.button('Connecter').click();
  await driver.button('Actualiser').click();
  await driver.says(/à revoir/);
  await driver.button(/^Appliquer/).click();
  await driver.says(/lignes ajoutées/);
}, 120_000);

afterAll(() => driver.close());

describe('« Salariés », in a browser', () => {
  test('what is wrong is listed, errors first, and a line shows its cell', async () => {
    await driver.button('Salariés').click();
    await driver.button('Vérifier les fiches').waitFor();
    await driver.sound('people-home');
    await driver.button('Vérifier les fiches').click();
    await driver.says(/^\d+ erreurs? et \d+ points? à vérifier/);
    await driver.sound('people-checks');
    const lines = driver.pane.getByRole('listbox').getByRole('option');
    expect(await lines.first().textContent()).toContain('Erreur');
    await lines.first().click();
    const told = /P(\d+)/.exec((await lines.first().textContent()) ?? '');
    const selection = await driver.page.evaluate(() => {
      const sheet = window.passerelleWorkbench?.takeSnapshot().sheets.find(({ name }) => name === 'Salariés');
      return sheet && [sheet.selection.top + 1, sheet.selection.left];
    });
    expect(selection).toEqual([Number(told?.[1]), 'P'.charCodeAt(0) - 'A'.charCodeAt(0)]);
  }, 60_000);

  test('the choice to wait for complete files is kept by the workbook', async () => {
    await driver.button('Retour').click();
    const choice = driver.pane.getByRole('checkbox', { name: /Attendre/ });
    expect(await choice.isChecked()).toBe(false);
    await choice.click();
    await driver.button('Retour').click();
    await driver.button('Salariés').click();
    expect(await choice.isChecked()).toBe(true);
    await driver.narrow(300);
    await driver.sound('people-home-300');
    await driver.button('Vérifier les fiches').click();
    await driver.says(/^\d+ erreurs? et/);
    await driver.sound('people-checks-300');
    expect(driver.complaints).toEqual([]);
  }, 60_000);

  test('what is taken without asking is chosen once, written, listed, and waits beside what is asked', async () => {
    const people = [...driver.demo.company.people.keys()];
    await driver.narrow(350);
    for (let step = 0; step < 2; step += 1) await driver.button('Retour').click();
    await driver.button('Salariés').click();
    await driver.button('Reprise automatique').click();
    const box = driver.pane.getByRole('checkbox', { name: 'Adresse' });
    expect(await box.isChecked()).toBe(false);
    await box.click();
    await driver.soundAtBoth('people-automatic');
    for (let step = 0; step < 2; step += 1) await driver.button('Retour').click();
    for (const personId of people.slice(20, 23))
      driver.demo.changes.make({ kind: 'field', personId, field: 'e_adresse', value: '12 rue Neuve' });
    await driver.button('Actualiser').click();
    await driver.says(/^3 changements repris automatiquement\./);
    await driver.pane.getByText('Voir lesquels').click();
    expect(await driver.pane.getByRole('listitem').filter({ hasText: 'Adresse' }).count()).toBeGreaterThan(0);
    await driver.soundAtBoth('people-automatic-taken');
    driver.demo.changes.make({ kind: 'field', personId: people[24] ?? 0, field: 'e_adresse', value: '3 rue Vieille' });
    driver.demo.changes.make({ kind: 'iban', personId: people[25] ?? 0 });
    await driver.button('Actualiser').click();
    await driver.says(/autres? changements? ser(?:a|ont) repris? automatiquement/);
    await driver.soundAtBoth('people-automatic-review');
    expect(driver.complaints).toEqual([]);
  }, 60_000);

  test('a second undo in a row is asked about, and gives the keyboard back when it is given up', async () => {
    await driver.button('Retour').click();
    const undo = driver.button(/^Annuler la mise à jour du\s/);
    await undo.dblclick();
    await driver.says(/^La dernière mise à jour est annulée/);
    const addresses = await driver.column('Passerelle_Salaries', 'Adresse');
    expect(addresses).not.toContain('12 rue Neuve');
    await undo.click();
    await driver.says('Une écriture vient d’être annulée. Celle-ci est la précédente.');
    await driver.soundAtBoth('people-undo-again');
    await driver.page.keyboard.press('Escape');
    expect(await driver.focused()).toMatch(/^Annuler la mise à jour du/);
    expect(await driver.column('Passerelle_Salaries', 'Adresse')).toEqual(addresses);
    await undo.click();
    await driver.button('Annuler celle-ci aussi').click();
    await driver.says(/^La dernière mise à jour est annulée/);
    expect(await driver.column('Passerelle_Salaries', 'Adresse')).toEqual([]);
    expect(driver.complaints).toEqual([]);
  }, 60_000);
});
