/** The workbench in a browser, and the pane in it: what a person does there, and whether what they see is sound. */
import { mkdir, rm } from 'node:fs/promises';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Browser, Download, FrameLocator, Page } from 'playwright-core';
import { makeFolder, OCTOBER, startTestService, type TestOptions, type TestService } from '../http/testService.ts';
import type {} from '../../addin/workbench/page/testDoor.ts';
import { launchBrowser } from '../support/browser.ts';
import { repositoryRoot } from '../support/repository.ts';
import { isFullRun } from '../support/seeds.ts';
import { looks, violations } from './soundness.ts';

/** Where pictures of the pane go, for whoever wants to look at them; none are made without it. */
const pictures = process.env['PASSERELLE_PICTURES'];

/** Pixels that the pane has. */
const [USUAL, NARROWEST] = [350, 300];

export class PaneDriver {
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    readonly pane: FrameLocator,
    private readonly browser: Browser,
    readonly service: TestService,
    readonly folder: string,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  /** A new workbook beside a fictional account. */
  static async opened(employees = 60, over: TestOptions = {}): Promise<PaneDriver> {
    const folder = await makeFolder();
    if (pictures !== undefined) await mkdir(pictures, { recursive: true });
    const officeClient = join(repositoryRoot, 'node_modules/@microsoft/office-js/dist/excel-web-16.00.js');
    const service = await startTestService(folder, {
      demo: { employees, month: OCTOBER, seed: 1 },
      pages: { dist: join(repositoryRoot, 'dist'), ready: () => true, officeClient },
      ...over,
    });
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'fr-FR' });
    page.setDefaultTimeout(15_000);
    const driver = new PaneDriver(page, page.frameLocator('iframe'), browser, service, folder);
    await page.goto(service.origin);
    return driver;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.service.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  button(name: string | RegExp) {
    return this.pane.getByRole('button', { name, exact: true });
  }

  /** The field of that very label, with or without the star of what must be answered. */
  field(label: string) {
    const escaped = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return this.pane.getByLabel(new RegExp(`^${escaped}\\s*\\*?$`));
  }

  async says(text: string | RegExp): Promise<void> {
    await this.pane.getByText(text).first().waitFor({ timeout: 60_000 });
  }

  /** The label, or the text, of what holds the focus in the pane. */
  focused(): Promise<string> {
    return this.frame().evaluate(() => {
      const held = document.activeElement;
      const labels = held instanceof HTMLInputElement || held instanceof HTMLSelectElement ? held.labels : null;
      return (labels?.[0]?.textContent ?? held?.getAttribute('aria-label') ?? held?.textContent ?? '').trim();
    });
  }

  async picture(name: string): Promise<void> {
    if (pictures === undefined) return;
    await this.page.waitForTimeout(300);
    await this.page.locator('iframe').screenshot({ path: join(pictures, `${name}.png`) });
  }

  /** The same, of a page that was opened beside the workbench. */
  async pictureOf(page: Page, name: string): Promise<void> {
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  }

  /** The fictional account. */
  get demo(): TestService['demo'] {
    return this.service.demo;
  }

  /** Keeps a file beside the pictures, for whoever wants to look at it. */
  keep(name: string, bytes: Buffer): void {
    if (pictures !== undefined) writeFileSync(join(pictures, name), bytes);
  }

  private frame() {
    const frame = this.page.frames().find((each) => each.url().endsWith('/workbench/taskpane.html'));
    if (!frame) throw new Error('no pane');
    return frame;
  }

  /** Gives the pane another width, in pixels. */
  async narrow(width: number): Promise<void> {
    await this.page.locator('iframe').evaluate((frame, pixels) => {
      frame.style.width = `${pixels}px`;
      frame.style.minWidth = `${pixels}px`;
    }, width);
  }

  /** No rule of accessibility broken, nothing smaller than 12 px, nothing wider than the pane. */
  async sound(name: string): Promise<void> {
    await this.fits(name);
    expect(await violations(this.frame())).toEqual([]);
  }

  private async fits(name: string): Promise<void> {
    await this.picture(name);
    expect(await looks(this.frame())).toEqual({ small: [], over: 0 });
  }

  /** Sound at the usual width, and at the narrowest: accessibility once more there in a full run, for nothing but places changes. */
  async soundAtBoth(name: string): Promise<void> {
    for (const width of [USUAL, NARROWEST]) {
      await this.narrow(width);
      if (width === USUAL || isFullRun) await this.sound(`${name}-${width}`);
      else await this.fits(`${name}-${width}`);
    }
  }

  /** The texts of a column of a table, blanks left out; none when there is no such table. */
  column(table: string, heading: string): Promise<string[]> {
    return this.page.evaluate(
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

  /** Types in a column of a table: the same in every row, or what stands for each. */
  async fill(table: string, heading: string, typed: string | number | readonly string[]): Promise<void> {
    await this.page.evaluate(
      ([name, title, value]) => {
        const host = window.passerelleWorkbench?.host();
        const found = host?.workbook.table(name);
        if (!host || !found) throw new Error(`no table ${name}`);
        const column = found.columnArea(found.columnIndex(title), found.bodyArea);
        for (let row = 0; row < column.height; row++) {
          const own = typeof value === 'object' ? (value[row] ?? '') : value;
          host.person.enter(found.sheet, { ...column, top: column.top + row, height: 1 }, own);
        }
      },
      [table, heading, typed] as const,
    );
  }

  /** Types another heading over that of a column. */
  async rename(table: string, heading: string, typed: string): Promise<void> {
    await this.page.evaluate(
      ([name, title, text]) => {
        const host = window.passerelleWorkbench?.host();
        const found = host?.workbook.table(name);
        if (!host || !found) throw new Error(`no table ${name}`);
        const column = found.columnArea(found.columnIndex(title), found.bodyArea);
        host.person.enter(found.sheet, { ...column, top: column.top - 1, height: 1 }, text);
      },
      [table, heading, typed] as const,
    );
  }

  /** The workbook as it stands, saved in a file of that name. */
  async saved(name: string): Promise<string> {
    // One text: a list of numbers takes seconds to come.
    const binary = await this.page.evaluate(() =>
      [...(window.passerelleWorkbench?.save() ?? [])].map((byte) => String.fromCharCode(byte)).join(''),
    );
    const path = join(this.folder, name);
    writeFileSync(path, binary, 'latin1');
    return path;
  }

  /** What the browser really downloads at a click on the first button « Télécharger », in whichever window. */
  async downloaded(): Promise<[name: string, bytes: Buffer]> {
    const context = this.page.context();
    const download = new Promise<Download>((resolve) => {
      context.on('page', (opened) => opened.on('download', resolve));
      this.page.on('download', resolve);
    });
    await this.downloadButton().click();
    const file = await download;
    return [file.suggestedFilename(), readFileSync(await file.path())];
  }

  downloadButton() {
    return this.pane.getByRole('button', { name: /^Télécharger/ }).first();
  }

  /** Lets a file of those bytes fall on a button of the pane. */
  async dropped(onto: RegExp, name: string, bytes: Buffer): Promise<void> {
    const dataTransfer = await this.frame().evaluateHandle(
      ([file, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(content)], file));
        return transfer;
      },
      [name, [...bytes]] as const,
    );
    await this.button(onto).dispatchEvent('drop', { dataTransfer });
  }
}
