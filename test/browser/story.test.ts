/** The main job as a newcomer lives it: a real Chromium, the page of `npm start`, clicks and keys, and nothing leaving the machine. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { makeFolder, OCTOBER, startTestService, type TestService } from '../http/testService.ts';
import type {} from '../../addin/workbench/page/testDoor.ts';
import { launchBrowser } from '../support/browser.ts';
import { repositoryRoot } from '../support/repository.ts';

const AXE = readFileSync(join(repositoryRoot, 'node_modules/axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let page: Page;
let pane: FrameLocator;
let service: TestService;
let folder: string;
const outside: string[] = [];
const addresses: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  folder = await makeFolder();
  const officeClient = join(repositoryRoot, 'node_modules/@microsoft/office-js/dist/excel-web-16.00.js');
  service = await startTestService(folder, {
    demo: { employees: 60, month: OCTOBER, seed: 1 },
    pages: { dist: join(repositoryRoot, 'dist'), ready: () => true, officeClient },
  });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' });
  page.on('request', (request) => {
    const url = request.url();
    addresses.push(decodeURIComponent(url));
    if (!url.startsWith(service.origin) && !/^(data|blob):/.test(url)) outside.push(url);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(service.origin);
  pane = page.frameLocator('iframe');
}, 120_000);

afterAll(async () => {
  await browser.close();
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

function button(name: string | RegExp) {
  return pane.getByRole('button', { name });
}

async function says(text: string | RegExp): Promise<void> {
  await pane.getByText(text).first().waitFor({ timeout: 60_000 });
}

/** Text the grid paints in a cell. */
function shown(address: string): Promise<string> {
  return page.evaluate((place) => window.passerelleWorkbench?.shown(place) ?? '', address);
}

function sheets(): Promise<string[]> {
  return page.evaluate(
    () =>
      window.passerelleWorkbench
        ?.takeSnapshot()
        .sheets.filter(({ visibility }) => visibility === 'Visible')
        .map(({ name }) => name) ?? [],
  );
}

/** Everything a person sees in the sheets, for before and after. */
function contents(): Promise<string> {
  return page.evaluate(() =>
    JSON.stringify(
      window.passerelleWorkbench
        ?.takeSnapshot()
        .sheets.filter(({ name }) => name === 'Salariés' || name === 'Absences')
        .map(({ name, rows }) => [name, rows.map(({ row, values, formulas }) => [row, values, formulas])]),
    ),
  );
}

async function accessible(): Promise<void> {
  const frame = page.frames().find((each) => each.url().endsWith('/workbench/taskpane.html'));
  if (!frame) throw new Error('no pane');
  await frame.evaluate(AXE);
  const violations = await frame.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(context: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    // The focus sentinels of the component library are hidden from everybody and harmless.
    const { violations: found } = await axe.run({ exclude: [['[data-tabster-dummy]']] });
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ; ')}`);
  });
  expect(violations).toEqual([]);
}

describe('from a Lucca account to reviewed sheets, in a browser', () => {
  test('the form offers the fictional account; a wrong key is said and nothing typed is lost', async () => {
    await button('Connecter').waitFor({ timeout: 60_000 });
    await accessible();
    const key = pane.getByLabel('Clé API');
    const offered = await key.inputValue();
    await key.fill('11111111-1111-1111-1111-111111111111');
    await button('Connecter').click();
    await says(/Lucca refuse la clé/);
    expect(await pane.getByLabel('Adresse de votre Lucca').inputValue()).toBe('demo');
    expect(await key.inputValue()).toBe('11111111-1111-1111-1111-111111111111');
    await key.fill(offered);
    await button('Connecter').click();
    await button('Actualiser').waitFor();
    await accessible();
  }, 120_000);

  test('the first update is reviewed, then written in two formatted tables', async () => {
    await button('Actualiser').click();
    await button(/^Appliquer/).waitFor({ timeout: 60_000 });
    await accessible();
    await button(/^Appliquer/).click();
    await says(/^C'est écrit/);
    expect(await sheets()).toEqual(expect.arrayContaining(['Salariés', 'Absences', 'Journal']));
    expect(await shown('Salariés!A2')).toMatch(/^Données Lucca du \d\d\/\d\d\/\d{4} à \d\d:\d\d$/);
    expect(await shown('Salariés!A3')).toBe('Identifiant Lucca');
    expect(await shown('Salariés!B4')).toMatch(/^\d{5}$/);
    await accessible();
  }, 120_000);

  test('a second update says that nothing changed', async () => {
    await button('Actualiser').click();
    await says(/^Rien n'a changé/);
  }, 120_000);

  test('a change made in the fictional account is the only one shown, written with the keyboard, and undone', async () => {
    const before = await contents();
    const person = [...service.demo.company.people.keys()][3] ?? 0;
    service.demo.changes.make({ kind: 'field', personId: person, field: 'lastName', value: 'NOUVEAUNOM' });
    await button('Actualiser').click();
    await says('1 différence à revoir');
    await page.keyboard.press('ArrowDown');
    await says(/Nom : .+ → NOUVEAUNOM/);
    await page.keyboard.press(' ');
    await button('Appliquer').and(pane.locator(':enabled')).waitFor();
    await page.keyboard.press(' ');
    await button('Appliquer (1)').click();
    await says("C'est écrit : 1 cellule modifiée.");
    expect(await contents()).toContain('NOUVEAUNOM');
    await button(/^Annuler la mise à jour du/).click();
    await says(/^La dernière mise à jour est annulée/);
    expect(await contents()).toBe(before);
  }, 120_000);

  test('a fault while writing offers « Reprendre » and « Annuler », whatever happened in between', async () => {
    const before = await contents();
    service.demo.changes.make({ kind: 'hire', startsOn: '2026-10-15' });
    for (const way of ['Annuler la mise à jour inachevée', 'Reprendre']) {
      await button('Actualiser').click();
      await button(/^Appliquer/).waitFor({ timeout: 60_000 });
      await page.evaluate(() => window.passerelleWorkbench?.host().faults.failAtWrite(2, { code: 'GeneralException' }));
      await button(/^Appliquer/).click();
      await says('Une mise à jour est restée inachevée');
      await accessible();
      await button(way).click();
      await button('Actualiser').waitFor();
      if (way !== 'Reprendre') expect(await contents()).toBe(before);
    }
    await button('Actualiser').click();
    await says(/^Rien n'a changé/);
  }, 120_000);

  test("the person's own column and formula survive saving, reopening and the next update", async () => {
    await page.evaluate(() => {
      const host = window.passerelleWorkbench?.host();
      const table = host?.workbook.table('Passerelle_Salaries');
      if (!host || !table) throw new Error('no table');
      host.person.insertColumn(table, 'Prénom', 'Note de paie');
      host.person.type('Salariés!E4', 'à voir');
    });
    // Kept in the page: bytes take seconds to come and go.
    const [start, opened] = await page.evaluate(() => {
      const door = window.passerelleWorkbench;
      const saved = door?.save() ?? new Uint8Array();
      return [[...saved.slice(0, 2)], door?.open(saved)];
    });
    expect(start).toEqual([0x50, 0x4b]);
    expect(opened).toBe(true);
    await button('Actualiser').waitFor({ timeout: 60_000 });
    await button('Actualiser').click();
    await says(/^Rien n'a changé/);
    expect(await contents()).toContain('à voir');
  }, 120_000);

  test('nothing was asked of another machine, and no page complained', () => {
    expect(outside).toEqual([]);
    // A key refused by the service is told by the browser as well: that one was asked for.
    expect(complaints.filter((text) => !text.includes('422'))).toEqual([]);
  });

  test('the browser keeps the pairing token and nothing else, and no address held a key, an account or a number', async () => {
    const frame = page.frames().find((each) => each.url().endsWith('/workbench/taskpane.html'));
    const kept = await frame?.evaluate(async () => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: await caches.keys(),
      cookies: document.cookie,
    }));
    expect(kept).toEqual({ local: ['passerelle.token'], session: [], databases: [], caches: [], cookies: '' });
    const { people } = service.demo.company;
    const secrets = [...people.values()].flatMap(({ extended: { e_nir: nir, e_iban: iban } }) => [nir, iban]);
    const known = secrets.filter((each): each is string => typeof each === 'string' && each.length > 10);
    expect(known.length).toBeGreaterThan(100);
    for (const hidden of [...known, service.demo.apiKey]) expect(addresses.join('\n')).not.toContain(hidden);
  });
});
