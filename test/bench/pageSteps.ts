/** The main job in the page itself: a real Chromium, the pane beside the grid, everybody of an account. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { destination, pino } from 'pino';
import type { CDPSession, FrameLocator, Page } from 'playwright-core';
import type {} from '../../addin/workbench/page/testDoor.ts';
import { startService, type RunningService } from '../../server/composition/service.ts';
import { launchBrowser, prepareBrowser } from '../support/browser.ts';
import { repositoryRoot } from '../support/repository.ts';
import type { AccountDoor } from './account.ts';
import { MONTH } from './month.ts';

/** One step of the job as the page lives it. */
export interface PageStep {
  readonly name: string;
  readonly seconds: number;
  /** What the page's own thread was busy for. */
  readonly busySeconds: number;
  /** JavaScript heap of the page once garbage is collected, grid, host, client and pane together. */
  readonly heapMb: number;
  /** The same work in its plainest form, in the same page. */
  readonly plain?: { readonly what: string; readonly busySeconds: number };
}

export interface PageMeasure {
  readonly people: number;
  readonly steps: readonly PageStep[];
}

const ACCOUNT = 'bench';
const LONGEST_MS = 1_200_000;
const MEGABYTE = 1024 * 1024;

function serve(folder: string, { origin, tokenUrl }: AccountDoor): Promise<RunningService> {
  return startService({
    port: 0,
    folder: join(folder, 'kept'),
    key: { environmentKey: undefined, keyFile: join(folder, 'key') },
    version: '0',
    https: null,
    // The workbench comes with a fictional account; the large one is served under a name of its own.
    demo: { employees: 1, month: MONTH, seed: 1 },
    accounts: new Map([[ACCOUNT, { origin, tokenUrl }]]),
    connector: { limits: { requestsPerWindow: 1_000_000 } },
    pages: {
      dist: join(repositoryRoot, 'dist'),
      ready: () => true,
      officeClient: join(repositoryRoot, 'node_modules/@microsoft/office-js/dist/excel-web-16.00.js'),
    },
    log: pino({ level: 'error', base: null }, destination(2)),
  });
}

/** Clicks through the job and measures what each step asks of the page. */
class PageJob {
  readonly steps: PageStep[] = [];

  constructor(
    private readonly page: Page,
    private readonly metrics: CDPSession,
    private readonly pane: FrameLocator,
  ) {}

  private button(name: string | RegExp) {
    return this.pane.getByRole('button', { name });
  }

  private async metric(name: string): Promise<number> {
    const { metrics } = await this.metrics.send('Performance.getMetrics');
    return metrics.find((each) => each.name === name)?.value ?? 0;
  }

  private async busy(job: () => Promise<unknown>): Promise<number> {
    const before = await this.metric('TaskDuration');
    await job();
    return (await this.metric('TaskDuration')) - before;
  }

  private async step(name: string, job: () => Promise<unknown>): Promise<void> {
    const start = performance.now();
    const busySeconds = await this.busy(job);
    const seconds = (performance.now() - start) / 1_000;
    await this.metrics.send('HeapProfiler.collectGarbage');
    this.steps.push({ name, seconds, busySeconds, heapMb: (await this.metric('JSHeapUsedSize')) / MEGABYTE });
  }

  private async plain(what: string, job: () => Promise<unknown>): Promise<void> {
    const busySeconds = await this.busy(job);
    const last = this.steps.pop();
    if (last) this.steps.push({ ...last, plain: { what, busySeconds } });
  }

  async connect(origin: string, apiKey: string): Promise<void> {
    await this.page.goto(origin);
    await this.button('Connecter').waitFor({ timeout: 60_000 });
    await this.pane.getByLabel('Adresse de votre Lucca').fill(ACCOUNT);
    await this.pane.getByLabel('Clé API').fill(apiKey);
    await this.button('Connecter').click();
    await this.button('Actualiser').waitFor({ timeout: 60_000 });
  }

  async run(people: number): Promise<void> {
    const longest = { timeout: LONGEST_MS };
    const apply = this.button(/^Appliquer/);
    await this.step('« Actualiser », until the review is shown', async () => {
      await this.button('Actualiser').click();
      await apply.waitFor(longest);
    });
    await this.step('« Appliquer », until it is written', async () => {
      await apply.click();
      await this.pane
        .getByText(/^C'est écrit/)
        .first()
        .waitFor(longest);
    });
    const rows = await this.page.evaluate(rowsWritten);
    if (rows < people) throw new Error(`${rows} rows written for ${people} people`);
    await this.plain('the same cells in arrays', () => this.page.evaluate(writeArrays));
    await this.step('« Actualiser », nothing changed', async () => {
      await this.button('Actualiser').click();
      await this.pane
        .getByText(/^Rien n'a changé/)
        .first()
        .waitFor(longest);
    });
  }
}

function rowsWritten(): number {
  return window.passerelleWorkbench?.host().workbook.table('Passerelle_Salaries')?.bodyArea.height ?? 0;
}

/** Runs in the page: every table as arrays on a sheet of its own, through the client of the pane, in requests of its size limit. */
async function writeArrays(): Promise<void> {
  const client = (window.frames[0] as unknown as { Excel: typeof Excel }).Excel;
  const tables = window.passerelleWorkbench?.host().workbook.tables ?? [];
  const grids = tables.map(({ sheet, area }) =>
    Array.from({ length: area.height }, (_, row) =>
      Array.from({ length: area.width }, (__, column) => sheet.cells.value(area.top + row, area.left + column) ?? ''),
    ),
  );
  await client.run(async (context) => {
    for (const [nth, cells] of grids.entries()) {
      const sheet = context.workbook.worksheets.add(`Banc ${nth}`);
      const width = cells[0]?.length ?? 0;
      const rows = Math.max(1, Math.floor(100_000 / Math.max(1, width)));
      for (let from = 0; from < cells.length; from += rows) {
        const part = cells.slice(from, from + rows);
        sheet.getRangeByIndexes(from, 0, part.length, width).values = part;
        await context.sync();
      }
    }
  });
}

/** Measures the job of `people` in a page of its own. The account is another process's, or this one's. */
export async function measurePage(people: number, door: AccountDoor): Promise<PageMeasure> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-page-'));
  prepareBrowser();
  const browser = await launchBrowser();
  const service = await serve(folder, door);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' });
    const metrics = await page.context().newCDPSession(page);
    await metrics.send('Performance.enable');
    const job = new PageJob(page, metrics, page.frameLocator('iframe'));
    await job.connect(service.origin, door.credentials.apiKey);
    await job.run(people);
    return { people, steps: job.steps };
  } finally {
    await browser.close();
    await service.close();
    await rm(folder, { recursive: true, force: true });
  }
}
