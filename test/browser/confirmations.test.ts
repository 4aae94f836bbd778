/** A month where many bank accounts changed, confirmed one by one with the keyboard, in a real Chromium. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { makeFolder, OCTOBER, startTestService, type TestService } from '../http/testService.ts';
import type {} from '../../addin/workbench/page/testDoor.ts';
import { launchBrowser } from '../support/browser.ts';
import { repositoryRoot } from '../support/repository.ts';

/** Enough to go on to the next several times, and to come to the end. */
const PEOPLE = 8;

let browser: Browser;
let page: Page;
let pane: FrameLocator;
let service: TestService;
let folder: string;

beforeAll(async () => {
  folder = await makeFolder();
  const officeClient = join(repositoryRoot, 'node_modules/@microsoft/office-js/dist/excel-web-16.00.js');
  service = await startTestService(folder, {
    demo: { employees: PEOPLE, month: OCTOBER, seed: 1 },
    pages: { dist: join(repositoryRoot, 'dist'), ready: () => true, officeClient },
  });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' });
  await page.goto(service.origin);
  pane = page.frameLocator('iframe');
  await button('Connecter').click({ timeout: 60_000 });
  await button('Actualiser').click();
  await button(/^Appliquer/).click({ timeout: 60_000 });
  await says(/^C'est écrit/);
  for (const personId of service.demo.company.people.keys()) service.demo.changes.make({ kind: 'iban', personId });
  await button('Actualiser').click();
  await says(/différences à revoir$/);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

const button = (name: string | RegExp) => pane.getByRole('button', { name });
const list = () => pane.getByRole('listbox');
const detail = () => pane.locator('section[aria-label]');
const heard = () => pane.getByRole('status').last().innerText();

async function says(text: string | RegExp): Promise<void> {
  await pane.getByText(text).first().waitFor({ timeout: 60_000 });
}

async function active(): Promise<string> {
  const id = await list().getAttribute('aria-activedescendant');
  return pane.locator(`#${id ?? 'none'}`).innerText();
}

async function awaited(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await condition()) return;
    await page.waitForTimeout(20);
  }
  throw new Error('never happened');
}

async function left(): Promise<number> {
  const told = pane.getByText(/attend(ent)? votre décision/);
  return (await told.count()) === 0 ? 0 : Number.parseInt(await told.innerText(), 10);
}

test('Espace held down, or pressed once, accepts nothing: it shows both values, the countries, and what comes next', async () => {
  expect(await left()).toBe(PEOPLE);
  await button('Tout accepter').click();
  expect(await left()).toBe(PEOPLE);
  await list().focus();
  await page.keyboard.press('ArrowDown');
  const line = await active();
  expect(line).toMatch(/À confirmer[\s\S]*IBAN : •+ → •+, BIC : •+ → •+/);
  expect(await detail().innerText()).toContain('affichez la valeur entière (Espace)');
  await page.keyboard.down(' ');
  for (let held = 0; held < 5; held += 1) await page.keyboard.down(' ');
  await page.keyboard.up(' ');
  await awaited(async () => (await detail().innerText()).includes('Pays de la banque'));
  expect(await detail().innerText()).toMatch(/IBAN[\s\S]*[A-Z]{2}\d{2}[\s\S]*BIC[\s\S]*Espace accepte/);
  expect(await detail().innerText()).not.toContain('••');
  expect(await heard()).toMatch(
    /^IBAN : [A-Z]{2}\d{2}\S+ → [A-Z]{2}\d{2}\S+, BIC : .+\. Pays de la banque : .+ Espace accepte/,
  );
  expect([await active(), await left()]).toEqual([line, PEOPLE]);
}, 60_000);

test('the whole values and the answers are seen without scrolling', async () => {
  const hidden = await detail().evaluate((section) => {
    const box = section.getBoundingClientRect();
    return [...section.querySelectorAll('dd, button')].filter(
      (value) => value.getBoundingClientRect().bottom > box.bottom,
    ).length;
  });
  expect(hidden).toBe(0);
}, 60_000);

test('in a low window the list keeps its lines, and the button that writes is in sight', async () => {
  await page.setViewportSize({ width: 1280, height: 520 });
  const pane = await list().evaluate(() => window.innerHeight);
  expect((await list().boundingBox())?.height).toBeGreaterThanOrEqual(192);
  const bottom = await button(/^Appliquer/).evaluate((element) => element.getBoundingClientRect().bottom);
  expect(bottom).toBeLessThanOrEqual(pane);
  await page.setViewportSize({ width: 1280, height: 800 });
}, 60_000);

test('Espace again accepts and goes on to the next to decide; Suppr ignores; each takes two keys', async () => {
  const place = () => list().getAttribute('aria-activedescendant');
  const first = await place();
  await page.keyboard.press(' ');
  await awaited(async () => (await left()) === PEOPLE - 1);
  expect(await place()).not.toBe(first);
  expect(await heard()).toMatch(/^accepté\. 7 différences restent à décider\. \S+ \S+.*\.$/);
  expect(await detail().innerText()).toContain('••');
  await page.keyboard.press('Delete');
  await awaited(async () => (await left()) === PEOPLE - 2);
  for (let rest = PEOPLE - 2; rest > 0; rest -= 1) {
    await page.keyboard.press(' ');
    await page.keyboard.press(' ');
  }
  await awaited(async () => (await left()) === 0);
  expect(await heard()).toBe('accepté. Tout est décidé.');
  expect(await list().evaluate((element) => element === document.activeElement)).toBe(true);
  await button(`Appliquer (${PEOPLE - 1})`).click();
  await says(/^C'est écrit : \d\d cellules modifiées/);
}, 60_000);
