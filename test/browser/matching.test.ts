/** « Rapprocher avec la paie » in a real Chromium: from the file to the review, with the keyboard. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PaneDriver } from './paneDriver.ts';

let driver: PaneDriver;

/** What payroll has: somebody sure, somebody to confirm, somebody who left. */
async function payrollFile(): Promise<string> {
  const { people, establishments } = driver.service.demo.company;
  const [sure, other] = [...people.values()];
  if (!sure || !other) throw new RangeError('nobody');
  const place = establishments.find(({ id }) => id === sure.establishmentId)?.name ?? '';
  const rows = [
    'Liste des salariés;;;;;',
    'Matricule;Nom;Prénom;Établissement;E-mail;Ville',
    `${sure.employeeNumber};${sure.lastName};${sure.firstName};${place};;VILLEURBANNE`,
    `;${other.lastName};;;${other.mail};`,
    'A99;ANCIEN;Luc;;;Brest',
  ];
  const path = join(driver.folder, 'payfit.csv');
  await writeFile(path, `${rows.join('\n')}\n`);
  return path;
}

beforeAll(async () => {
  driver = await PaneDriver.opened(12);
}, 180_000);

afterAll(() => driver.close());

test('a list of payroll is brought before anything is created, and matched', async () => {
  await driver.button('Connecter').click({ timeout: 60_000 });
  await driver.button('Actualiser').click();
  await driver.says(/différences à revoir$/);
  await driver.button(/Retour/).click();
  await driver.button('Salariés').click();
  await driver.button('Rapprocher avec la paie').click();
  await driver.says(/export PayFit/);
  await driver.soundAtBoth('list-empty');
  await driver.pane.locator('input[type=file]').setInputFiles(await payrollFile());
  await driver.says(/3\u00a0?\s?salariés/);
  await driver.soundAtBoth('list-given');
  await driver.button('Importer 3 salariés').click();
  await driver.says('Rapprochement avec la paie');
  await driver.says(/une seule clé|Une seule clé/);
  await driver.soundAtBoth('matching-to-confirm');
  await driver.pane.getByRole('listbox').press('Enter');
  await driver.says('Personne à confirmer.');
  await driver.soundAtBoth('matching-answered');
  await driver.pane.getByLabel('Montrer').selectOption('match');
  await driver.soundAtBoth('matching-sure');
  await driver.pane.getByLabel('Montrer').selectOption('payrollOnly');
  await driver.soundAtBoth('matching-payroll-only');
  await driver.button('Appliquer les rattachements').click();
  await driver.says(/différences? à revoir$/);
  await driver.soundAtBoth('matching-review');
  expect(driver.complaints).toEqual([]);
}, 180_000);
