/** « Rapprocher avec la paie » in a real Chromium: from the file to the review, with the keyboard. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { extendedText } from '../../server/demo/company/people.ts';
import { sheetsWorkbook, textXml } from '../support/smallWorkbook.ts';
import { PaneDriver } from './paneDriver.ts';

let driver: PaneDriver;

const LIST = 'Passerelle_Liste_Paie';

/** A workbook of two sheets that may be the list, and one that is none. */
function workbook(): Buffer {
  const row = (at: number, ...texts: readonly string[]) => ({
    [at]: texts.map((text, index) => textXml(`${'ABC'.charAt(index)}${at}`, text)),
  });
  const bytes = sheetsWorkbook([
    { name: 'Lisez-moi', rows: row(1, 'Exporté le 01/10/2026') },
    {
      name: 'Présents',
      rows: { ...row(1, 'Matricule', 'Nom et prénom', 'Ville'), ...row(2, '1', 'DUPONT LUC', 'Lyon') },
    },
    { name: 'Partis', rows: { ...row(1, 'Matricule', 'Nom'), ...row(2, '9', 'ANCIEN') } },
  ]);
  return Buffer.from(bytes);
}

/** What payroll has: somebody sure, whose second file it also has, somebody to confirm, somebody who left. */
async function payrollFile(): Promise<string> {
  const { people, establishments } = driver.service.demo.company;
  const [sure, other] = [...people.values()];
  if (!sure || !other) throw new RangeError('nobody');
  const place = establishments.find(({ id }) => id === sure.establishmentId)?.name ?? '';
  const nir = extendedText(sure.extended, 'e_nir');
  const rows = [
    'Liste des salariés;;;;;;',
    'Matricule;Nom;Prénom;Établissement;E-mail;Ville;NIR',
    `${sure.employeeNumber};${sure.lastName};${sure.firstName};${place};;VILLEURBANNE;${nir}`,
    `;${other.lastName};;;${other.mail};;`,
    'A99;"ANCIEN;Luc;;;Brest;',
    `B12;${sure.lastName};${sure.firstName};;;;${nir}`,
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
  await driver.button('Préparer la feuille').click();
  await driver.says(/^La feuille «\sListe de la paie\s» est prête/);
  await driver.button('Lire la feuille').click();
  await driver.says(/n’a encore aucune ligne/);
  await driver.soundAtBoth('list-prepared');
  await driver.dropped(/^Choisir ou déposer/, 'export.xlsx', workbook());
  await driver.says(/^export\.xlsx, feuille «\sPrésents\s»\s: 1 salarié/);
  await driver.says(/^Feuilles pas lues\s: Partis, Lisez-moi\./);
  await driver.says(/rien ne sépare le nom du prénom/);
  await driver.soundAtBoth('list-sheets');
  await driver.field('Feuille du fichier').selectOption('Partis');
  await driver.says(/^export\.xlsx, feuille «\sPartis\s»/);
  await driver.dropped(/^Importer un autre fichier/, 'note.csv', Buffer.from('Bonjour'));
  await driver.says(/^Aucune ligne de titres/);
  await driver.soundAtBoth('list-refused');
  await driver.pane.locator('input[type=file]').setInputFiles(await payrollFile());
  await driver.says(/4\u00a0?\s?salariés/);
  await driver.says(/un guillemet s’ouvre et ne se referme pas/);
  await driver.soundAtBoth('list-given');
  await driver.button('Importer 4 salariés').click();
  await driver.says('Rapprocher avec la paie');
  await driver.says(/une seule clé|Une seule clé/);
  await driver.soundAtBoth('matching-to-confirm');
  await driver.pane.getByRole('listbox').press('Enter');
  await driver.says('Personne à confirmer.');
  await driver.soundAtBoth('matching-answered');
  await driver.pane.getByLabel('Montrer').selectOption('match');
  await driver.soundAtBoth('matching-sure');
  await driver.pane.getByLabel('Montrer').selectOption('payrollOnly');
  await driver.soundAtBoth('matching-payroll-only');
  await driver.pane.getByLabel('Montrer').selectOption({ label: 'Deuxièmes dossiers (1)' });
  await driver.says(/un deuxième dossier de la même personne/);
  await driver.soundAtBoth('matching-second');
  await driver.button('Appliquer les rattachements').click();
  await driver.says(/différences? à revoir$/);
  await driver.soundAtBoth('matching-review');
  expect(driver.complaints).toEqual([]);
}, 180_000);

test('somebody linked is unlinked, once it was confirmed, and applied; rows pasted without a number get one', async () => {
  const links = async () => (await driver.column(LIST, 'Identifiant Lucca')).length;
  const before = await links();
  await driver.button(/Retour/).click();
  await driver.button('Salariés').click();
  const lines = await driver.column(LIST, 'Ligne');
  await driver.fill(LIST, 'Ligne', ['', ...lines.slice(1)]);
  await driver.button('Rapprocher avec la paie').click();
  await driver.says(/^1 ligne collée sans numéro en a reçu un/);
  expect(await driver.column(LIST, 'Ligne')).toEqual(['P0005', ...lines.slice(1)]);
  await driver.pane.getByLabel('Montrer').selectOption('linked');
  await driver.button('Délier').click();
  await driver.says(/^Délier .+ de la ligne P000\d\s\?$/);
  await driver.soundAtBoth('matching-unlink');
  await driver.page.keyboard.press('Escape');
  expect(await driver.focused()).toBe('Délier');
  await driver.button('Délier').click();
  await driver.page.keyboard.press('Enter');
  await driver.says(/délié, à appliquer\.$/);
  await driver.says('0 rattachement à écrire. 1 lien à défaire.');
  expect(await links()).toBe(before);
  await driver.soundAtBoth('matching-unlinked');
  await driver.button('Appliquer les rattachements').click();
  await driver.says(/différences? à revoir$|^Aucune différence/);
  expect(await links()).toBe(before - 1);
  expect(driver.complaints).toEqual([]);
}, 180_000);

test('a row that everything known contradicts is not confirmed by Enter until it is chosen', async () => {
  const path = join(driver.folder, 'autre.csv');
  const numbers = [...driver.service.demo.company.people.values()].map(({ employeeNumber }) => employeeNumber);
  const shared = numbers.find((each, at) => numbers.indexOf(each) < at);
  await writeFile(path, `Matricule;Nom;Prénom;Né le\n${shared};ZWEIG;Zoé;01/01/1950\n`);
  await driver.button(/Retour/).click();
  await driver.button('Salariés').click();
  await driver.button('Rapprocher avec la paie').click();
  await driver.button('Importer un autre fichier').click();
  await driver.pane.locator('input[type=file]').setInputFiles(path);
  await driver.button('Importer 1 salarié').click();
  const filter = driver.pane.getByLabel('Montrer');
  await filter.selectOption('toConfirm');
  await driver.says(/^Aucune ligne ne s’impose\s: choisissez-en une/);
  await driver.soundAtBoth('matching-none-chosen');
  const lines = () => driver.pane.getByRole('listbox').getByRole('option').count();
  const before = await lines();
  await driver.pane.getByRole('listbox').press('Enter');
  await driver.says('0 rattachement à écrire.');
  expect(await lines()).toBe(before);
  await driver.pane.getByLabel('Ligne de la paie').selectOption({ index: 1 });
  await driver.says(/^Différent\s: la date de naissance, le nom, le prénom\.$/);
  await driver.pane.getByRole('listbox').press('Enter');
  await driver.says(/^1 rattachement à écrire/);
  expect(driver.complaints).toEqual([]);
}, 180_000);
