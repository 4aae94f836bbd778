/** The workbench page by itself, in a real Chromium: what a person does in the grid and around it, and what the pane does to it. */
import { rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Frame, Page } from 'playwright-core';
import { readXlsx } from 'hucre';
import { makeFolder, startTestService, type TestService } from '../http/testService.ts';
import type {} from '../../addin/workbench/page/testDoor.ts';
import { launchBrowser } from '../support/browser.ts';
import { repositoryRoot } from '../support/repository.ts';

const AXE = readFileSync(join(repositoryRoot, 'node_modules/axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let page: Page;
let service: TestService;
let folder: string;
const outside: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  folder = await makeFolder();
  const officeClient = join(repositoryRoot, 'node_modules/@microsoft/office-js/dist/excel-web-16.00.js');
  service = await startTestService(folder, {
    demo: { employees: 10, month: undefined, seed: 1 },
    pages: { dist: join(repositoryRoot, 'dist'), ready: () => true, officeClient },
  });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'fr-FR', acceptDownloads: true });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(service.origin) && !/^(data|blob):/.test(url)) outside.push(url);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content.Security.Policy/i.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(service.origin);
  await page.frameLocator('iframe').getByRole('heading', { name: 'Connecter un compte Lucca' }).waitFor();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

/** A workbook of its own for each test, whatever the one before left. */
beforeEach(async () => {
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Nouveau classeur' }).click();
  const leave = page.getByRole('button', { name: 'Continuer sans enregistrer' });
  if (await leave.isVisible()) await leave.click();
  await page.frameLocator('iframe').getByRole('heading', { name: 'Connecter un compte Lucca' }).waitFor();
});

function pane(): Frame {
  const frame = page.frames().find((each) => each.url().endsWith('/workbench/taskpane.html'));
  if (!frame) throw new Error('the pane is not there');
  return frame;
}

const shown = (address: string): Promise<string> =>
  page.evaluate((place) => window.passerelleWorkbench?.shown(place) ?? '', address);

/** Clicks a cell of the first screen: rows of 25 pixels and columns of 90, under headings. */
async function click(row: number, column: number, mouse: { button?: 'left' | 'right' } = {}): Promise<void> {
  const box = await page.locator('.ic-worksheet-sheet-canvas').boundingBox();
  await page.mouse.click((box?.x ?? 0) + 30 + column * 90 + 45, (box?.y ?? 0) + 28 + row * 25 + 12, mouse);
}

async function type(row: number, column: number, text: string): Promise<void> {
  await click(row, column);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** How many dark points the grid has drawn in a cell. */
function ink(row: number, column: number): Promise<number> {
  return page.evaluate(
    ([x, y]) => {
      const canvas = document.querySelector<HTMLCanvasElement>('.ic-worksheet-sheet-canvas');
      const scale = window.devicePixelRatio;
      const drawn = canvas?.getContext('2d')?.getImageData(x * scale, y * scale, 80 * scale, 18 * scale).data ?? [];
      let dark = 0;
      for (let at = 0; at < drawn.length; at += 4) if ((drawn[at] ?? 255) < 128) dark++;
      return dark;
    },
    [30 + column * 90 + 5, 28 + row * 25 + 4] as const,
  );
}

/** Reads every second what is awaited, without anything a strict page would refuse. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('never happened');
}

describe('the grid', () => {
  test('is typed in, computes in French, and is painted', async () => {
    await type(0, 0, '12,5');
    await type(1, 0, '=A1*2');
    await type(0, 1, '12/10/2026');
    expect([await shown('A1'), await shown('A2'), await shown('B1')]).toEqual(['12,5', '25', '12/10/2026']);
    expect(await ink(1, 0)).toBeGreaterThan(10);
    expect(await ink(5, 0)).toBe(0);
    await click(1, 0);
    await expect(page.locator('.ic-formula-bar-editor-wrapper').innerText()).resolves.toContain('=A1*2');
  });

  test('is taken back with Ctrl Z, filled with Suppr, walked with arrows', async () => {
    await type(0, 0, 'un');
    await type(1, 0, 'deux');
    await page.keyboard.press('Control+z');
    expect([await shown('A1'), await shown('A2')]).toEqual(['un', '']);
    await click(0, 0);
    await page.keyboard.press('Delete');
    expect(await shown('A1')).toBe('');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('.wb-strip').innerText()).toContain('B2');
  });

  test('is coloured from its tool bar, with any colour', async () => {
    await click(0, 0);
    await page.getByRole('button', { name: 'Couleur de remplissage' }).click();
    const picker = page.getByRole('dialog', { name: 'Ajouter une nouvelle couleur' });
    await picker.getByRole('button', { name: '#4472C4' }).click();
    const fill = () =>
      page.evaluate(() => window.passerelleWorkbench?.host().workbook.activeSheet.cells.style(0, 0).fill ?? '');
    await until(async () => (await fill()) === '#4472C4');
    await page.getByRole('button', { name: 'Couleur de remplissage' }).click();
    await picker.getByRole('button', { name: 'Ajouter une nouvelle couleur' }).click();
    await page.locator('.react-colorful__saturation').click({ position: { x: 150, y: 20 } });
    await page.getByRole('button', { name: 'Ajouter la couleur' }).click();
    await until(async () => /^#(?!4472C4)[0-9A-F]{6}$/.test(await fill()));
  });

  test('is left and reached with F6, though Tab moves in it', async () => {
    await click(0, 0);
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest('.wb-grid, .wb-pane, .wb-top')?.className);
    await page.keyboard.press('Tab');
    const places = [await focused()];
    for (const key of ['F6', 'F6', 'F6', 'Shift+F6']) {
      await page.keyboard.press(key);
      places.push(await focused());
    }
    expect(places).toEqual(['wb-grid', 'wb-pane', 'wb-top', 'wb-grid', 'wb-top']);
  });

  test('offers rows, columns and sheets, and nothing it cannot keep', async () => {
    await type(0, 0, 'haut');
    await click(0, 0, { button: 'right' });
    await page.getByRole('menuitem', { name: 'Insérer' }).click();
    await page.getByRole('menuitem', { name: 'Ligne au-dessus' }).click();
    await until(async () => (await shown('A2')) === 'haut');
    await page.mouse.click(200, 250);
    const tab = page.getByRole('tab', { name: 'Feuil1' });
    await tab.click({ button: 'right' });
    await expect(page.getByRole('menuitem').allInnerTexts()).resolves.toEqual(
      expect.arrayContaining(['Renommer', 'Masquer la feuille', 'Supprimer']),
    );
    await expect(page.getByRole('menuitem', { name: 'Dupliquer' }).isVisible()).resolves.toBe(false);
    await page.getByRole('menuitem', { name: 'Renommer' }).click();
    await page.keyboard.type('Paie');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Paie' }).waitFor();
    await expect(page.getByRole('button', { name: 'Bordures' }).isVisible()).resolves.toBe(false);
  });
});

describe('the pane', () => {
  test('writes through Microsoft’s own client; the grid paints it and takes nothing of its keyboard', async () => {
    const field = page.frameLocator('iframe').getByLabel('Adresse de votre Lucca');
    await field.click();
    const read = await pane().evaluate(async () =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Feuil1');
        const range = sheet.getRange('A1:B2');
        range.values = [
          ['Nom', 'Heures'],
          ['Ana', 7.5],
        ];
        sheet.tables.add('A1:B2', true).name = 'Temps';
        sheet.getRange('D1').formulas = [['=SUM(Temps[Heures])*2']];
        await context.sync();
        const result = sheet.getRange('D1').load('values');
        await context.sync();
        return result.values as unknown[][];
      }),
    );
    expect(read).toEqual([[15]]);
    await until(async () => (await ink(0, 0)) > 10);
    expect([await shown('B2'), await shown('D1')]).toEqual(['7,5', '15']);
    await page.keyboard.type('x');
    await expect(field.inputValue()).resolves.toContain('x');
    expect(await shown('A1')).toBe('Nom');
  });

  test('waits, or is refused, while a cell is being typed in', async () => {
    await click(4, 1);
    await page.keyboard.type('en cours');
    const write = (delayForCellEdit: boolean) =>
      pane().evaluate(
        async (delay) =>
          Excel.run({ delayForCellEdit: delay }, async (context) => {
            context.workbook.worksheets.getItem('Feuil1').getRange('A1').values = [['écrit']];
            await context.sync();
            return 'done';
          }).catch((error: unknown) => (error as { code: string }).code),
        delayForCellEdit,
      );
    expect(await write(false)).toBe('InvalidOperationInCellEditMode');
    const held = write(true);
    expect(await shown('A1')).toBe('');
    await page.keyboard.press('Enter');
    expect(await held).toBe('done');
    await until(async () => (await shown('A1')) === 'écrit' && (await shown('B5')) === 'en cours');
  });

  test('gets ten thousand rows of thirty-one columns painted while they are written', async () => {
    const started = performance.now();
    await pane().evaluate(async () =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Feuil1');
        for (let block = 0; block < 20; block++) {
          const rows = Array.from({ length: 500 }, (_, row) =>
            Array.from({ length: 31 }, (__, column) => (column % 3 ? `t ${block * 500 + row}` : column)),
          );
          sheet.getRangeByIndexes(block * 500, 0, 500, 31).values = rows;
          await context.sync();
        }
      }),
    );
    await until(async () => (await ink(0, 1)) > 10);
    // Tens of seconds would mean that cells go into the engine one by one.
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(await shown('B10000')).toBe('t 9999');
  });
});

describe('around the grid', () => {
  test('the workbook is saved as a real .xlsx, and opened again', async () => {
    await type(0, 0, '12/10/2026');
    await type(1, 0, '=A1+1');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Enregistrer (.xlsx)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Classeur.xlsx');
    const path = join(folder, 'enregistré.xlsx');
    await download.saveAs(path);
    const { sheets } = await readXlsx(readFileSync(path), { readStyles: true });
    expect(sheets[0]?.cells?.get('0,0')?.value).toEqual(new Date('2026-10-12T00:00:00Z'));
    await type(0, 0, 'perdu');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      (async () => {
        await page.getByRole('button', { name: 'Ouvrir un .xlsx' }).click();
        await page.getByRole('alertdialog', { name: 'Enregistrer ce classeur ?' }).waitFor();
        await page.getByRole('button', { name: 'Continuer sans enregistrer' }).click();
      })(),
    ]);
    await chooser.setFiles(path);
    await page.getByText('« enregistré.xlsx » est ouvert.').waitFor();
    expect([await shown('A1'), await shown('A2')]).toEqual(['12/10/2026', '46308']);
  });

  test('a file that is no workbook changes nothing and is said', async () => {
    await type(0, 0, 'gardé');
    const opened = await page.evaluate(() => window.passerelleWorkbench?.open(new Uint8Array([1, 2, 3]), 'photo.xlsx'));
    expect(opened).toBe(false);
    await page.getByText('« photo.xlsx » n’est pas un classeur .xlsx lisible', { exact: false }).waitFor();
    expect(await shown('A1')).toBe('gardé');
  });

  test('the strip tells the note, the list and the table of the cell, and writes what is chosen', async () => {
    await pane().evaluate(async () =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Feuil1');
        sheet.getRange('A1:A2').values = [['Présent'], ['']];
        sheet.tables.add('A1:A2', true).name = 'Pointage';
        sheet.getRange('A1').dataValidation.prompt = { title: 'Présent', message: 'oui ou non', showPrompt: true };
        sheet.getRange('A2').dataValidation.rule = { list: { inCellDropDown: true, source: 'oui,non' } };
        await context.sync();
      }),
    );
    await click(0, 0);
    const strip = page.locator('.wb-strip');
    expect(await strip.innerText()).toMatch(/Tableau\s+Pointage[\s\S]*Présent\s+oui ou non/);
    await click(1, 0);
    await strip.getByLabel('Liste').selectOption('non');
    await until(async () => (await shown('A2')) === 'non');
    await type(1, 0, 'peut-être');
    await page.getByText('La valeur n’est pas dans la liste de cette cellule.').waitFor();
    expect(await shown('A2')).toBe('non');
  });

  test('accidents are switched on and off', async () => {
    const write = () =>
      pane().evaluate(async () =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem('Feuil1').getRange('C3').values = [['écrit']];
          await context.sync();
          return 'done';
        }).catch((error: unknown) => (error as { code: string }).code),
      );
    await page.getByRole('button', { name: 'Pannes' }).click();
    await page.getByRole('switch', { name: 'Feuille active protégée' }).click();
    expect(await write()).toBe('AccessDenied');
    await page.getByRole('switch', { name: 'Feuille active protégée' }).click();
    await page.getByRole('spinbutton', { name: 'Numéro du bloc' }).fill('1');
    await page.getByRole('button', { name: 'Armer : Échec au bloc' }).click();
    expect(await write()).toBe('GeneralException');
    expect(await write()).toBe('done');
    await page.getByRole('button', { name: 'Faire : Modification d’un autre auteur' }).click();
    await until(async () => (await shown('A1')) === 'modifié par un autre auteur');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Pannes' }).waitFor({ state: 'hidden' });
  });

  test('the fictional account opens beside, at the address the service gives', async () => {
    const link = page.getByRole('link', { name: 'Compte Lucca fictif' });
    expect(await link.getAttribute('href')).toBe(`${service.demo.origin}/demo/`);
    expect(await link.getAttribute('target')).toBe('_blank');
  });

  test('no text is smaller than 12 pixels, and nothing spills out of the page', async () => {
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('body *')]
        .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
        .filter((element) => element.checkVisibility() && Number.parseFloat(getComputedStyle(element).fontSize) < 12)
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(small).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });

  test('what the page itself adds has names and roles', async () => {
    await page.evaluate(AXE);
    const violations = await page.evaluate(async () => {
      interface Axe {
        run(context: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      }
      const { axe } = window as unknown as { axe: Axe };
      // Inside of the grid is IronCalc's; the pane has its own test.
      const found = await axe.run({ include: ['body'], exclude: ['.ic-widget', 'iframe', '[data-tabster-dummy]'] });
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    });
    expect(violations).toEqual([]);
  });
});

test('nothing left the machine and the page refused nothing', () => {
  expect({ outside, complaints }).toEqual({ outside: [], complaints: [] });
});
