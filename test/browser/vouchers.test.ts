/** Titres-restaurant as an accountant lives them: sheets prepared and filled, a month computed, explained, validated and cancelled. */
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { totalsTable } from '../../shared/tables/vouchers/totalsTable.ts';
import { passerelle } from '../cli/commandLine.ts';
import { pdfPages } from '../support/pdfText.ts';
import { PaneDriver } from './paneDriver.ts';

/** Dates as a sheet holds them: 1 January and 1 October 2026. */
const [JANUARY, FIRST_OF_OCTOBER] = [46_023, 46_296];

let driver: PaneDriver;
let page: Page;
let pane: FrameLocator;

beforeAll(async () => {
  driver = await PaneDriver.opened();
  ({ page, pane } = driver);
}, 120_000);

afterAll(async () => {
  await driver.picture('99-end');
  await driver.close();
});

/** Shows « Totaux TR », and answers the titles of its charts. */
function drawn(): Promise<string[]> {
  return page.evaluate((name) => {
    const workbook = window.passerelleWorkbench?.host().workbook;
    const sheet = workbook?.table(name)?.sheet;
    if (!workbook || !sheet) throw new Error(`no table ${name}`);
    workbook.select(sheet);
    return sheet.charts.map(({ title }) => title);
  }, totalsTable.name);
}

/** The same file, made from the workbook as it stands by the command line. */
async function fromCommandLine(kind: string, name: string, ...more: readonly string[]): Promise<Buffer> {
  const workbook = await driver.saved(`${kind}.xlsx`);
  const out = join(driver.folder, kind);
  await mkdir(out);
  const words = ['vouchers', '--workbook', workbook, '--files', 'TR1', '--kind', kind, '--out', out, ...more];
  const said = await passerelle(words);
  expect(said.noted + said.printed).toContain(name);
  return readFileSync(join(out, name));
}

describe('titres-restaurant, in a browser', () => {
  test('the sheets are prepared with what Lucca knows', async () => {
    await driver.button('Connecter').click({ timeout: 60_000 });
    await driver.button('Actualiser').click();
    await driver.button(/^Appliquer/).click({ timeout: 60_000 });
    await driver.says(/^C'est écrit/);
    await driver.picture('00-home');
    await driver.button('Titres-restaurant').click();
    await driver.button('Préparer les feuilles').waitFor({ timeout: 60_000 });
    await driver.sound('01-absent');
    await driver.button('Préparer les feuilles').click();
    await driver.says(/^Les feuilles sont prêtes/);
    await driver.sound('02-prepared');
    expect(await driver.column('Passerelle_Etablissements', 'Nom')).toContain('Atelier Lumière Lyon');
  }, 180_000);

  test('an unfinished regulation says what it lacks, at its cell', async () => {
    const establishments = await driver.column('Passerelle_Etablissements', 'Nom');
    const table = 'Passerelle_TR_Reglementaires';
    await driver.fill(table, 'Réglementaire', 'TR Siège');
    await driver.fill(table, 'À partir du', JANUARY);
    await driver.fill(table, 'Établissements', establishments.join('; '));
    await driver.fill(table, 'Émetteur', 'Swile');
    await driver.fill(table, 'Part patronale (%)', 60);
    await driver.fill(table, 'Premier mois géré ici', FIRST_OF_OCTOBER);
    await driver.fill(table, 'Mois précédent', 'commandé ailleurs');
    await driver.fill(table, 'Règles complémentaires', 'Un titre par jour.\nRien en télétravail.');
    await driver.button('Vérifier les feuilles').click();
    await driver.says('non valide');
    await driver.sound('03-invalid');
    await driver.button('Calculer').click();
    await driver.says(/^Aucun réglementaire ne peut être calculé/);
    await pane.getByRole('button', { name: 'Voir dans la feuille' }).first().click();
    await driver.fill(table, 'Valeur faciale', 9);
    await driver.fill('Passerelle_TR_Impacts_Absences', 'Impact', 'déduit');
    await driver.fill('Passerelle_TR_Impacts_Frais', 'Impact', 'déduit');
    await driver.button('Vérifier les feuilles').click();
    await pane.getByText('valide', { exact: true }).waitFor({ timeout: 60_000 });
    await driver.sound('04-valid');
  }, 180_000);

  test('the month is computed, written, and told in totals', async () => {
    await driver.button('Calculer').click();
    await driver.says(/^C’est calculé et écrit/);
    expect(await driver.focused()).toMatch(/^C’est calculé et écrit/);
    await driver.sound('05-totals');
    await driver.button('Valider la commande').waitFor();
    expect((await driver.column('Passerelle_TR', 'Nom')).length).toBeGreaterThan(40);
    expect(await drawn()).toEqual([totalsTable.chart.title]);
    await page.getByText(/^Graphique de cette feuille, dessiné dans Excel/).waitFor();
    await pane.getByRole('tab', { name: /^Remarques/ }).click();
    await driver.sound('06-findings');
  }, 180_000);

  test('a click on a row of the sheet, and « Pourquoi ? » explains its person; elsewhere says what to do', async () => {
    await page.evaluate(() => {
      const workbook = window.passerelleWorkbench?.host().workbook;
      const table = workbook?.table('Passerelle_TR');
      if (!workbook || !table) throw new Error('no result');
      workbook.select(table.sheet, { ...table.area, height: 1, width: 1 });
    });
    await page.waitForTimeout(500);
    await driver.button('Pourquoi ?').click();
    await driver.says(/^Choisissez dans une feuille la ligne d’une personne/);
    await driver.sound('06-why-nobody');
    const box = await page.locator('.ic-worksheet-sheet-canvas').boundingBox();
    await page.mouse.click((box?.x ?? 0) + 250, (box?.y ?? 0) + 28 + 12 * 25);
    const row = await page.evaluate(() => {
      const workbook = window.passerelleWorkbench?.host().workbook;
      const table = workbook?.table('Passerelle_TR');
      return workbook && table ? workbook.activeSheet.selection.top - table.bodyArea.top : -1;
    });
    expect(row).toBeGreaterThan(0);
    await driver.button('Pourquoi ?').click();
    const [lastNames, firstNames] = [
      await driver.column('Passerelle_TR', 'Nom'),
      await driver.column('Passerelle_TR', 'Prénom'),
    ];
    await pane.getByRole('heading', { name: `${lastNames[row] ?? ''} ${firstNames[row] ?? ''}` }).waitFor();
    await driver.sound('06-why');
    await driver.button('Retour').click();
    await pane.getByRole('listbox').waitFor();
  }, 120_000);

  test('« Détail TR » adds up to what is to be ordered, person by person', async () => {
    const [people, effects] = [
      await driver.column('Passerelle_TR_Detail', 'Identifiant Lucca'),
      await driver.column('Passerelle_TR_Detail', 'Effet'),
    ];
    const [ids, ordered, carried, settled] = [
      await driver.column('Passerelle_TR', 'Identifiant Lucca'),
      await driver.column('Passerelle_TR', 'À commander'),
      await driver.column('Passerelle_TR', 'Report laissé'),
      await driver.column('Passerelle_TR', 'Solde de tout compte'),
    ];
    const sums = ids.map((id) => people.reduce((sum, each, at) => sum + (each === id ? Number(effects[at]) : 0), 0));
    expect(sums).toEqual(ids.map((_, at) => Number(ordered[at]) + Number(carried[at]) + Number(settled[at])));
    expect(await driver.column('Passerelle_Periodes', 'État')).toEqual(['ouverte']);
  });

  test('somebody is found with the keyboard and explained day by day', async () => {
    await pane.getByRole('tab', { name: /^Personnes/ }).click();
    await driver.sound('07-people');
    await pane.getByLabel('Afficher').selectOption('look');
    await driver.picture('08-attention');
    await pane.getByLabel('Afficher').selectOption('all');
    const [lastNames, firstNames, absences] = await Promise.all([
      driver.column('Passerelle_TR', 'Nom'),
      driver.column('Passerelle_TR', 'Prénom'),
      driver.column('Passerelle_TR', 'Absences'),
    ]);
    const most = Math.max(...absences.map(Number));
    expect(most).toBeGreaterThan(0);
    const row = absences.indexOf(String(most));
    await pane.getByLabel('Chercher un nom ou un matricule').fill(`${lastNames[row] ?? ''} ${firstNames[row] ?? ''}`);
    await pane.getByRole('listbox').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await pane.getByRole('table').first().waitFor();
    await driver.sound('09-person');
    const months = await pane.getByRole('table').allInnerTexts();
    expect(months.join()).toMatch(/\d septembre : .+, titre retiré/);
    expect(months.join()).toContain('octobre : jour travaillé, un titre');
    await driver.says(/ jours − \d+ absences?.* = \d+/);
    await driver.says('Rien en télétravail.');
    await pane.locator('main').evaluate((main) => main.scrollTo(0, main.scrollHeight));
    await driver.picture('09-person-end');
    await driver.button('Voir dans la feuille').last().click();
    await driver.button('Retour').click();
    await pane.getByRole('listbox').waitFor();
  }, 120_000);

  test('the order is validated with what that means said', async () => {
    await pane.getByRole('tab', { name: 'Totaux' }).click();
    await driver.button('Valider la commande').click();
    await driver.says(/^Sont figés/);
    await driver.sound('10-validate');
    await page.keyboard.press('Escape');
    expect(await driver.focused()).toBe('Valider la commande');
    await page.keyboard.press('Enter');
    await driver.says(/^Sont figés/);
    await driver.button('Valider').click();
    await driver.says(/est validée et inscrite/);
    await driver.sound('11-orders');
  }, 180_000);

  test('its files are seen, held to the sheet, and downloaded: the bytes of the command line', async () => {
    await driver.button('Fichiers…').click();
    await pane.getByRole('heading', { name: 'Fichiers de TR1' }).waitFor();
    await pane.getByLabel('Fichier', { exact: true }).selectOption('order');
    await driver.says(/« Code du point de rattachement » : la valeur manque/);
    await driver.downloadButton().waitFor();
    expect(await driver.downloadButton().isDisabled()).toBe(true);
    await driver.sound('14-refused');
    await driver.button('Retour').click();
    await driver.fill('Passerelle_Etablissements', 'Dossier de paie', 'D7');
    await driver.fill('Passerelle_TR_Reglementaires', 'Code de rubrique', '4210');
    await driver.fill('Passerelle_TR_Reglementaires', 'Nature Poplee Rémunération', '17');
    await driver.button('Fichiers…').click();
    const kind = pane.getByLabel('Fichier', { exact: true });
    for (const [chosen, asked] of [
      ['payroll', 'paie'],
      ['variables', 'variables'],
      ['remuneration', 'remuneration'],
    ] as const) {
      await kind.selectOption(chosen);
      await driver.says('Les fichiers et la feuille disent la même chose.');
      if (chosen === 'payroll') await driver.sound('15-files');
      const [name, bytes] = await driver.downloaded();
      expect([name, bytes.equals(await fromCommandLine(asked, name))]).toEqual([
        expect.stringMatching(/-d7\.csv$|^remuneration-.*\.json$/),
        true,
      ]);
      await driver.says(`${name} est téléchargé par votre navigateur.`);
    }
    await driver.button('Retour').click();
  }, 180_000);

  test('a model is dropped, bound column by column, tried on people, saved, and the order is written by it', async () => {
    await driver.button('Fichiers…').click();
    await pane.getByLabel('Fichier', { exact: true }).selectOption('order');
    await driver.button('Ajouter un modèle…').click();
    await driver.sound('16-source');
    const headings = 'Code client;N° salarié;Nom;Prénom;Né le (AAAAMMJJ);Nb titres;NIR';
    await driver.dropped(/^Déposez ici/, 'Émetteur Lyon.csv', Buffer.from(headings, 'latin1'));
    await driver.says(/^7 colonnes lues\. Séparateur : point-virgule\. Encodage : Windows-1252\.$/);
    await driver.says(/« N° salarié » : son titre ne dit pas sûrement/);
    await driver.sound('17-model');
    await pane.getByLabel('Contenu de 2. N° salarié').selectOption('Matricule');
    await pane.getByLabel('Contenu de 7. NIR').selectOption('Valeur fixe…');
    await pane.getByLabel('Valeur fixe', { exact: true }).fill('A1');
    const nameColumn = pane.getByRole('listitem').filter({ hasText: '3. Nom' });
    await nameColumn.getByText('Règles').click();
    await nameColumn.getByLabel('En capitales').check();
    const preview = pane.getByRole('region', { name: 'Aperçu sur les premières personnes' });
    await preview.getByText('A1', { exact: true }).first().waitFor();
    expect((await preview.boundingBox())?.height).toBeGreaterThan(100);
    await driver.sound('18-bound');
    await pane.locator('main').evaluate((main) => main.scrollTo(0, main.scrollHeight));
    await driver.picture('19-preview');
    await driver.button('Enregistrer le modèle').click();
    await driver.says('Le modèle « Émetteur Lyon » est enregistré dans « Modèles de commande TR ».');
    expect(await driver.column('Passerelle_TR_Modeles_Commande', 'Champ')).toContain('Matricule');
    await driver.sound('20-saved');
    const [name, bytes] = await driver.downloaded();
    expect(bytes.equals(await fromCommandLine('commande', name, '--template', 'Émetteur Lyon'))).toBe(true);
    expect(bytes.toString('latin1').split('\r\n')[0]).toBe(headings);
    await driver.button('Retour').click();
  }, 180_000);

  test('it is marked ordered, and cancelled with its consequences said', async () => {
    await driver.button('Marquer commandée').click();
    await driver.says(/est marquée commandée/);
    await driver.button('Annuler la commande').click();
    await driver.says(/ne comptera plus/);
    await driver.sound('12-cancel');
    await pane.getByRole('group').getByRole('button', { name: 'Annuler la commande' }).click();
    await driver.says(/est annulée/);
    expect(await driver.column('Passerelle_TR_Commandes', 'État')).toEqual(['annulée']);
    await driver.picture('13-cancelled');
  }, 180_000);

  test('on paper, the sheet to sign is printed: everybody, the totals of the order, the complementary rules', async () => {
    await driver.button('Retour').click();
    await driver.fill('Passerelle_TR_Reglementaires', 'Émetteur', 'Edenred');
    await driver.fill('Passerelle_TR_Reglementaires', 'Support par défaut', 'papier');
    await driver.button('Calculer').click();
    await driver.says(/^C’est calculé/);
    await driver.button('Valider la commande').click();
    await driver.button('Valider').click();
    await driver.says(/est validée et inscrite/);
    await driver.button('Fichiers…').click();
    await pane.getByLabel('Fichier', { exact: true }).selectOption('attendance');
    await driver.says('Les fichiers et la feuille disent la même chose.');
    await driver.sound('21-attendance');
    const [name, bytes] = await driver.downloaded();
    expect([name, bytes.subarray(0, 5).toString()]).toEqual(['emargement-tr-siege-2026-10.pdf', '%PDF-']);
    driver.keep(name, bytes);
    const text = pdfPages(bytes).join('\n').replaceAll('\u00a0', ' ');
    const [people, vouchers] = await Promise.all([
      driver.column('Passerelle_TR_Commandes', 'Salariés'),
      driver.column('Passerelle_TR_Commandes', 'Titres'),
    ]);
    expect(Number(people[1])).toBeGreaterThan(40);
    expect(text).toContain(`Tous les établissements : ${people[1] ?? ''} personnes, `);
    expect(text.replace(/(\d) (?=\d{3} titres)/, '$1')).toContain(` personnes, ${vouchers[1] ?? ''} titres, `);
    expect(text).toContain('Un titre par jour.\nRien en télétravail.');
    const ordered = await driver.column('Passerelle_TR', 'À commander');
    const [lastNames, firstNames] = [
      await driver.column('Passerelle_TR', 'Nom'),
      await driver.column('Passerelle_TR', 'Prénom'),
    ];
    const named = lastNames.map((last, at) => `${last.toUpperCase()} ${firstNames[at] ?? ''}\n${ordered[at] ?? ''}\n`);
    expect(named.filter((line) => text.includes(line))).toHaveLength(Number(people[1]));
  }, 180_000);

  test('a cancelled month is computed again; « Retour » leads home', async () => {
    await driver.button('Retour').click();
    await driver.button('Annuler la commande').click();
    await pane.getByRole('group').getByRole('button', { name: 'Annuler la commande' }).click();
    await driver.says(/est annulée/);
    await driver.button('Retour').click();
    await driver.button('Calculer').click();
    await driver.says(/^C’est calculé/);
    expect(await drawn()).toEqual([totalsTable.chart.title]);
    await driver.button('Retour').click();
    await driver.button('Retour').click();
    await driver.button('Actualiser').waitFor();
  }, 120_000);

  test('no page complained', () => {
    expect(driver.complaints).toEqual([]);
  });
});
