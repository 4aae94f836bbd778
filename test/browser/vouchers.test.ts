/** Titres-restaurant as an accountant lives them: sheets prepared and filled, a month computed, explained, validated and cancelled. */
import { mkdir, rm } from 'node:fs/promises';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Download, FrameLocator, Page } from 'playwright-core';
import { totalsTable } from '../../shared/tables/vouchers/totalsTable.ts';
import { passerelle } from '../cli/commandLine.ts';
import { makeFolder, OCTOBER, startTestService, type TestService } from '../http/testService.ts';
import type {} from '../../addin/workbench/page/testDoor.ts';
import { launchBrowser } from '../support/browser.ts';
import { repositoryRoot } from '../support/repository.ts';

const AXE = readFileSync(join(repositoryRoot, 'node_modules/axe-core/axe.min.js'), 'utf8');
/** Where pictures of the pane go, for whoever wants to look at them; none are made without it. */
const pictures = process.env['PASSERELLE_PICTURES'];

/** Dates as a sheet holds them: 1 January and 1 October 2026. */
const [JANUARY, FIRST_OF_OCTOBER] = [46_023, 46_296];

let browser: Browser;
let page: Page;
let pane: FrameLocator;
let service: TestService;
let folder: string;
const complaints: string[] = [];

beforeAll(async () => {
  folder = await makeFolder();
  if (pictures !== undefined) await mkdir(pictures, { recursive: true });
  const officeClient = join(repositoryRoot, 'node_modules/@microsoft/office-js/dist/excel-web-16.00.js');
  service = await startTestService(folder, {
    demo: { employees: 60, month: OCTOBER, seed: 1 },
    pages: { dist: join(repositoryRoot, 'dist'), ready: () => true, officeClient },
  });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'fr-FR' });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(service.origin);
  pane = page.frameLocator('iframe');
}, 120_000);

afterAll(async () => {
  await picture('99-end');
  await browser.close();
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

function button(name: string | RegExp) {
  return pane.getByRole('button', { name, exact: true });
}

async function says(text: string | RegExp): Promise<void> {
  await pane.getByText(text).first().waitFor({ timeout: 60_000 });
}

async function picture(name: string): Promise<void> {
  if (pictures === undefined) return;
  await page.waitForTimeout(300);
  await page.locator('iframe').screenshot({ path: join(pictures, `${name}.png`) });
}

function paneFrame() {
  const frame = page.frames().find((each) => each.url().endsWith('/workbench/taskpane.html'));
  if (!frame) throw new Error('no pane');
  return frame;
}

/** No rule broken, nothing smaller than 12 px, nothing wider than the pane. */
async function sound(name: string): Promise<void> {
  await picture(name);
  const frame = paneFrame();
  await frame.evaluate(AXE);
  const violations = await frame.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(context: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations: found } = await axe.run({ exclude: [['[data-tabster-dummy]']] });
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ; ')}`);
  });
  expect(violations).toEqual([]);
  const looks = await frame.evaluate(() => {
    const main = document.querySelector('main');
    const small = [...document.querySelectorAll<HTMLElement>('main *')].filter((each) => {
      const ownText = [...each.childNodes].some(
        (node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '',
      );
      return ownText && Number.parseFloat(getComputedStyle(each).fontSize) < 12;
    });
    return {
      small: small.map(({ outerHTML }) => outerHTML.slice(0, 100)),
      over: main ? main.scrollWidth - main.clientWidth : 0,
    };
  });
  expect(looks).toEqual({ small: [], over: 0 });
}

/** Types the same in every row of a column of a table. */
async function fill(table: string, heading: string, typed: string | number): Promise<void> {
  await page.evaluate(
    ([name, title, value]) => {
      const host = window.passerelleWorkbench?.host();
      const found = host?.workbook.table(name);
      if (!host || !found) throw new Error(`no table ${name}`);
      const column = found.columnArea(found.columnIndex(title), found.bodyArea);
      for (let row = 0; row < column.height; row++) {
        host.person.enter(found.sheet, { ...column, top: column.top + row, height: 1 }, value);
      }
    },
    [table, heading, typed] as const,
  );
}

/** The texts of a column, blanks left out. */
function column(table: string, heading: string): Promise<string[]> {
  return page.evaluate(
    ([name, title]) => {
      const door = window.passerelleWorkbench;
      const found = door?.host().workbook.table(name);
      if (!door || !found) return [];
      const area = found.columnArea(found.columnIndex(title), found.bodyArea);
      const rows = door.takeSnapshot().sheets.find((sheet) => sheet.name === found.sheet.name)?.rows ?? [];
      return rows
        .filter(({ row }) => row >= area.top && row < area.top + area.height)
        .map(({ values }) => String(values[area.left] ?? ''))
        .filter((text) => text !== '');
    },
    [table, heading] as const,
  );
}

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

/** Lets a file of those bytes fall where a model is awaited. */
async function dropped(name: string, bytes: Buffer): Promise<void> {
  const dataTransfer = await paneFrame().evaluateHandle(
    ([file, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(content)], file));
      return transfer;
    },
    [name, [...bytes]] as const,
  );
  await button(/^Déposez ici/).dispatchEvent('drop', { dataTransfer });
}

/** What the browser really downloads at a click, in whichever window. */
async function downloaded(): Promise<[name: string, bytes: Buffer]> {
  const context = page.context();
  const download = new Promise<Download>((resolve) => {
    context.on('page', (opened) => opened.on('download', resolve));
    page.on('download', resolve);
  });
  await pane
    .getByRole('button', { name: /^Télécharger/ })
    .first()
    .click();
  const file = await download;
  return [file.suggestedFilename(), readFileSync(await file.path())];
}

/** The same file, made from the workbook as it stands by the command line. */
async function fromCommandLine(kind: string, name: string, ...more: readonly string[]): Promise<Buffer> {
  const saved = await page.evaluate(() => [...(window.passerelleWorkbench?.save() ?? [])]);
  const [workbook, out] = [join(folder, `${kind}.xlsx`), join(folder, kind)];
  await mkdir(out);
  writeFileSync(workbook, Uint8Array.from(saved));
  const words = ['vouchers', '--workbook', workbook, '--files', 'TR1', '--kind', kind, '--out', out, ...more];
  const said = await passerelle(words);
  expect(said.noted + said.printed).toContain(name);
  return readFileSync(join(out, name));
}

describe('titres-restaurant, in a browser', () => {
  test('the sheets are prepared with what Lucca knows', async () => {
    await button('Connecter').click({ timeout: 60_000 });
    await button('Actualiser').click();
    await button(/^Appliquer/).click({ timeout: 60_000 });
    await says(/^C'est écrit/);
    await picture('00-home');
    await button('Titres-restaurant').click();
    await button('Préparer les feuilles').waitFor({ timeout: 60_000 });
    await sound('01-absent');
    await button('Préparer les feuilles').click();
    await says(/^Les feuilles sont prêtes/);
    await sound('02-prepared');
    expect(await column('Passerelle_Etablissements', 'Nom')).toContain('Atelier Lumière Lyon');
  }, 180_000);

  test('an unfinished regulation says what it lacks, at its cell', async () => {
    const establishments = await column('Passerelle_Etablissements', 'Nom');
    const table = 'Passerelle_TR_Reglementaires';
    await fill(table, 'Réglementaire', 'TR Siège');
    await fill(table, 'À partir du', JANUARY);
    await fill(table, 'Établissements', establishments.join('; '));
    await fill(table, 'Émetteur', 'Swile');
    await fill(table, 'Part patronale (%)', 60);
    await fill(table, 'Premier mois géré ici', FIRST_OF_OCTOBER);
    await fill(table, 'Mois précédent', 'commandé ailleurs');
    await button('Vérifier les feuilles').click();
    await says('non valide');
    await sound('03-invalid');
    await button('Calculer').click();
    await says(/^Aucun réglementaire ne peut être calculé/);
    await pane.getByRole('button', { name: 'Voir dans la feuille' }).first().click();
    await fill(table, 'Valeur faciale', 9);
    await fill('Passerelle_TR_Impacts_Absences', 'Impact', 'déduit');
    await fill('Passerelle_TR_Impacts_Frais', 'Impact', 'déduit');
    await button('Vérifier les feuilles').click();
    await pane.getByText('valide', { exact: true }).waitFor({ timeout: 60_000 });
    await sound('04-valid');
  }, 180_000);

  test('the month is computed, written, and told in totals', async () => {
    await button('Calculer').click();
    await says(/^C’est calculé et écrit/);
    await sound('05-totals');
    await button('Valider la commande').waitFor();
    expect((await column('Passerelle_TR', 'Nom')).length).toBeGreaterThan(40);
    expect(await drawn()).toEqual([totalsTable.chart.title]);
    await page.getByText(/^Graphique de cette feuille, dessiné dans Excel/).waitFor();
    await pane.getByRole('tab', { name: /^Remarques/ }).click();
    await sound('06-findings');
  }, 180_000);

  test('a click on a row of the sheet, and « Pourquoi ? » explains its person; elsewhere says what to do', async () => {
    await page.evaluate(() => {
      const workbook = window.passerelleWorkbench?.host().workbook;
      const table = workbook?.table('Passerelle_TR');
      if (!workbook || !table) throw new Error('no result');
      workbook.select(table.sheet, { ...table.area, height: 1, width: 1 });
    });
    await page.waitForTimeout(500);
    await button('Pourquoi ?').click();
    await says(/^Choisissez dans une feuille la ligne d’une personne/);
    await sound('06-why-nobody');
    const box = await page.locator('.ic-worksheet-sheet-canvas').boundingBox();
    await page.mouse.click((box?.x ?? 0) + 250, (box?.y ?? 0) + 28 + 12 * 25);
    const row = await page.evaluate(() => {
      const workbook = window.passerelleWorkbench?.host().workbook;
      const table = workbook?.table('Passerelle_TR');
      return workbook && table ? workbook.activeSheet.selection.top - table.bodyArea.top : -1;
    });
    expect(row).toBeGreaterThan(0);
    await button('Pourquoi ?').click();
    const [lastNames, firstNames] = [await column('Passerelle_TR', 'Nom'), await column('Passerelle_TR', 'Prénom')];
    await pane.getByRole('heading', { name: `${lastNames[row] ?? ''} ${firstNames[row] ?? ''}` }).waitFor();
    await sound('06-why');
    await button('Retour').click();
    await pane.getByRole('listbox').waitFor();
  }, 120_000);

  test('« Détail TR » adds up to what is to be ordered, person by person', async () => {
    const [people, effects] = [
      await column('Passerelle_TR_Detail', 'Identifiant Lucca'),
      await column('Passerelle_TR_Detail', 'Effet'),
    ];
    const [ids, ordered, carried, settled] = [
      await column('Passerelle_TR', 'Identifiant Lucca'),
      await column('Passerelle_TR', 'À commander'),
      await column('Passerelle_TR', 'Report laissé'),
      await column('Passerelle_TR', 'Solde de tout compte'),
    ];
    const sums = ids.map((id) => people.reduce((sum, each, at) => sum + (each === id ? Number(effects[at]) : 0), 0));
    expect(sums).toEqual(ids.map((_, at) => Number(ordered[at]) + Number(carried[at]) + Number(settled[at])));
    expect(await column('Passerelle_Periodes', 'État')).toEqual(['ouverte']);
  });

  test('somebody is found with the keyboard and explained day by day', async () => {
    await pane.getByRole('tab', { name: /^Personnes/ }).click();
    await sound('07-people');
    await pane.getByLabel('Afficher').selectOption('attention');
    await picture('08-attention');
    await pane.getByLabel('Afficher').selectOption('all');
    const [lastNames, firstNames, absences] = await Promise.all([
      column('Passerelle_TR', 'Nom'),
      column('Passerelle_TR', 'Prénom'),
      column('Passerelle_TR', 'Absences'),
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
    await sound('09-person');
    const months = await pane.getByRole('table').allInnerTexts();
    expect(months.join()).toMatch(/\d septembre : .+, titre retiré/);
    expect(months.join()).toContain('octobre : jour travaillé, un titre');
    await says(/ jours − \d+ absences?.* = \d+/);
    await pane.locator('main').evaluate((main) => main.scrollTo(0, main.scrollHeight));
    await picture('09-person-end');
    await button('Voir dans la feuille').last().click();
    await button('Retour').click();
    await pane.getByRole('listbox').waitFor();
  }, 120_000);

  test('the order is validated with what that means said', async () => {
    await pane.getByRole('tab', { name: 'Totaux' }).click();
    await button('Valider la commande').click();
    await says(/^Sont figés/);
    await sound('10-validate');
    await button('Valider').click();
    await says(/est validée et inscrite/);
    await sound('11-orders');
  }, 180_000);

  test('its files are seen, held to the sheet, and downloaded: the bytes of the command line', async () => {
    await button('Fichiers…').click();
    await pane.getByRole('heading', { name: 'Fichiers de TR1' }).waitFor();
    await pane.getByLabel('Fichier', { exact: true }).selectOption('order');
    await says(/« Code du point de rattachement » : la valeur manque/);
    await pane
      .getByRole('button', { name: /^Télécharger/ })
      .first()
      .waitFor();
    expect(
      await pane
        .getByRole('button', { name: /^Télécharger/ })
        .first()
        .isDisabled(),
    ).toBe(true);
    await sound('14-refused');
    await button('Retour').click();
    await fill('Passerelle_Etablissements', 'Dossier de paie', 'D7');
    await fill('Passerelle_TR_Reglementaires', 'Code de rubrique', '4210');
    await fill('Passerelle_TR_Reglementaires', 'Nature Poplee Rémunération', '17');
    await button('Fichiers…').click();
    const kind = pane.getByLabel('Fichier', { exact: true });
    for (const [chosen, asked] of [
      ['payroll', 'paie'],
      ['variables', 'variables'],
      ['remuneration', 'remuneration'],
    ] as const) {
      await kind.selectOption(chosen);
      await says('Les fichiers et la feuille disent la même chose.');
      await sound(`15-${chosen}`);
      const [name, bytes] = await downloaded();
      expect([name, bytes.equals(await fromCommandLine(asked, name))]).toEqual([
        expect.stringMatching(/-d7\.csv$|^remuneration-.*\.json$/),
        true,
      ]);
      await says(`${name} est téléchargé par votre navigateur.`);
    }
    await button('Retour').click();
  }, 180_000);

  test('a model is dropped, bound column by column, tried on people, saved, and the order is written by it', async () => {
    await button('Fichiers…').click();
    await pane.getByLabel('Fichier', { exact: true }).selectOption('order');
    await button('Ajouter un modèle…').click();
    await sound('16-source');
    const headings = 'Code client;N° salarié;Nom;Prénom;Né le (AAAAMMJJ);Nb titres;NIR';
    await dropped('Émetteur Lyon.csv', Buffer.from(headings, 'latin1'));
    await says(/^7 colonnes lues\. Séparateur : point-virgule\. Encodage : Windows-1252\.$/);
    await says(/« N° salarié » : son titre ne dit pas sûrement/);
    await sound('17-model');
    await pane.getByLabel('Contenu de 2. N° salarié').selectOption('Matricule');
    await pane.getByLabel('Contenu de 7. NIR').selectOption('Valeur fixe…');
    await pane.getByLabel('Valeur fixe', { exact: true }).fill('A1');
    const nameColumn = pane.getByRole('listitem').filter({ hasText: '3. Nom' });
    await nameColumn.getByText('Règles').click();
    await nameColumn.getByLabel('En capitales').check();
    const preview = pane.getByRole('region', { name: 'Aperçu sur les premières personnes' });
    await preview.getByText('A1', { exact: true }).first().waitFor();
    expect((await preview.boundingBox())?.height).toBeGreaterThan(100);
    await sound('18-bound');
    await pane.locator('main').evaluate((main) => main.scrollTo(0, main.scrollHeight));
    await picture('19-preview');
    await button('Enregistrer le modèle').click();
    await says('Le modèle « Émetteur Lyon » est enregistré dans « Modèles de commande TR ».');
    expect(await column('Passerelle_TR_Modeles_Commande', 'Champ')).toContain('Matricule');
    await sound('20-saved');
    const [name, bytes] = await downloaded();
    expect(bytes.equals(await fromCommandLine('commande', name, '--template', 'Émetteur Lyon'))).toBe(true);
    expect(bytes.toString('latin1').split('\r\n')[0]).toBe(headings);
    await button('Retour').click();
  }, 180_000);

  test('it is marked ordered, and cancelled with its consequences said', async () => {
    await button('Marquer commandée').click();
    await says(/est marquée commandée/);
    await button('Annuler la commande').click();
    await says(/ne comptera plus/);
    await sound('12-cancel');
    await pane.getByRole('group').getByRole('button', { name: 'Annuler la commande' }).click();
    await says(/est annulée/);
    expect(await column('Passerelle_TR_Commandes', 'État')).toEqual(['annulée']);
    await picture('13-cancelled');
  }, 180_000);

  test('a cancelled month is computed again; « Retour » leads home', async () => {
    await button('Retour').click();
    await button('Calculer').click();
    await says(/^C’est calculé/);
    expect(await drawn()).toEqual([totalsTable.chart.title]);
    await button('Retour').click();
    await button('Retour').click();
    await button('Actualiser').waitFor();
  }, 120_000);

  test('no page complained', () => {
    expect(complaints).toEqual([]);
  });
});
