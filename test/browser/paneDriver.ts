/** The workbench in a browser, and the pane in it: what a person does there, and whether what they see is sound. */
import { mkdir, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { makeFolder, OCTOBER, startTestService, type TestService } from '../http/testService.ts';
import type {} from '../../addin/workbench/page/testDoor.ts';
import { launchBrowser } from '../support/browser.ts';
import { repositoryRoot } from '../support/repository.ts';

const AXE = readFileSync(join(repositoryRoot, 'node_modules/axe-core/axe.min.js'), 'utf8');
/** Where pictures of the pane go, for whoever wants to look at them; none are made without it. */
const pictures = process.env['PASSERELLE_PICTURES'];

export class PaneDriver {
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    readonly pane: FrameLocator,
    private readonly browser: Browser,
    private readonly service: TestService,
    private readonly folder: string,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  /** A new workbook beside a fictional account of sixty people. */
  static async opened(): Promise<PaneDriver> {
    const folder = await makeFolder();
    if (pictures !== undefined) await mkdir(pictures, { recursive: true });
    const officeClient = join(repositoryRoot, 'node_modules/@microsoft/office-js/dist/excel-web-16.00.js');
    const service = await startTestService(folder, {
      demo: { employees: 60, month: OCTOBER, seed: 1 },
      pages: { dist: join(repositoryRoot, 'dist'), ready: () => true, officeClient },
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
    await this.picture(name);
    const frame = this.frame();
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
}
