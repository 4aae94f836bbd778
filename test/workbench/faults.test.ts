import { beforeEach, expect, test } from '@jest/globals';
import { createHost } from '../../addin/workbench/host/index.ts';
import type { Host } from '../../addin/workbench/host/index.ts';
import { connect } from '../support/excelClient.ts';
import { makePeople } from './tableOperations.ts';

let host: Host;
beforeEach(async () => {
  host = createHost();
  connect(host);
  await makePeople();
  await host.drain();
});

const people = (): unknown[][] => {
  const { cells } = host.workbook.sheet('Personnes') ?? host.workbook.activeSheet;
  return [1, 2].map((row) => [0, 1, 2].map((column) => cells.value(row, column)));
};

/** Writes a salary in three requests of one write each. */
const raise = (options: Excel.RunOptions = {}): Promise<void> =>
  Excel.run(options, async (context) => {
    const sheet = context.workbook.worksheets.getItem('Personnes');
    for (const [index, salary] of [3000, 3001, 3002].entries()) {
      sheet.getRange(`C${2 + index}`).values = [[salary]];
      await context.sync();
    }
  });

const outcome = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: unknown) => (error as OfficeExtension.Error).code,
  );

/** Whether the work is still waiting after the host had time to answer. */
const isWaiting = (work: Promise<unknown>): Promise<boolean> =>
  Promise.race([work.then(() => false), new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 60))]);

test('a protected sheet refuses the add-in and the person', async () => {
  host.person.protect('Personnes');
  expect(await outcome(raise())).toBe('AccessDenied');
  expect(() => host.person.type('Personnes!C2', 1)).toThrow('protected');
  host.person.protect('Personnes', false);
  expect(await outcome(raise())).toBe('done');
});

test('while a cell is edited, a request is refused, or held until it is left when asked to wait', async () => {
  host.faults.cellEdit = true;
  expect(await outcome(raise())).toBe('InvalidOperationInCellEditMode');
  const work = outcome(raise({ delayForCellEdit: true }));
  expect(await isWaiting(work)).toBe(true);
  host.faults.cellEdit = false;
  expect(await work).toBe('done');
});

test('the n-th request fails before anything of it is done', async () => {
  host.faults.failAtRequest(2, { code: 'GeneralException' });
  expect(await outcome(raise())).toBe('GeneralException');
  expect(people().map((row) => row[2])).toEqual([3000, 1900]);
  expect(await outcome(raise())).toBe('done');
});

test('the n-th writing request fails at its first write, reads not being counted', async () => {
  host.faults.failAtWrite(2, { code: 'RequestAborted' });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Personnes').load('name');
    await context.sync();
    expect(sheet.name).toBe('Personnes');
  });
  expect(await outcome(raise())).toBe('RequestAborted');
  expect(people().map((row) => row[2])).toEqual([3000, 1900]);
});

test('a writing request may fail half-way: the writes it was spared stay', async () => {
  host.faults.failAtWrite(1, { code: 'GeneralException' }, 1);
  const work = Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Personnes');
    for (const row of [2, 3]) sheet.getRange(`B${row}`).values = [['écrit']];
    await context.sync();
  });
  expect(await outcome(work)).toBe('GeneralException');
  expect(people().map((row) => row[1])).toEqual(['écrit', 'Élie']);
});

test('at action n, the actions before it stay', async () => {
  await Excel.run(async (context) => {
    const cells = context.workbook.worksheets.getItem('Personnes').getRange('A2:C2');
    await context.sync();
    cells.values = [['a', 'b', 1]];
    cells.values = [['c', 'd', 2]];
    host.faults.failAtAction(2, { code: 'GeneralException' });
    await expect(context.sync()).rejects.toMatchObject({ code: 'GeneralException' });
  });
  expect(people()[0]).toEqual(['a', 'b', 1]);
});

test('an HTTP failure arrives with its inner code', async () => {
  host.faults.failAtRequest(1, { code: 'ServiceNotAvailable', status: 503 });
  expect(await outcome(raise())).toBe('ServiceNotAvailable');
});

test('a slow host takes its time over each request', async () => {
  host.faults.slowMs = 30;
  const started = performance.now();
  expect(await outcome(raise())).toBe('done');
  expect(performance.now() - started).toBeGreaterThan(85);
});

test('a host that never answers leaves the client waiting, its work done or not', async () => {
  host.faults.neverAnswers = 'unapplied';
  expect(await isWaiting(raise())).toBe(true);
  expect(people()[0]?.[2]).toBe(2100);
  host.faults.neverAnswers = 'applied';
  expect(await isWaiting(raise())).toBe(true);
  expect(people()[0]?.[2]).toBe(3000);
});

test('a pane that dies leaves the workbook to the next one', async () => {
  const dead = host;
  const work = raise();
  dead.faults.betweenRequests = (_, n) => n === 3 && dead.close();
  expect(await isWaiting(work)).toBe(true);
  host = createHost({ workbook: dead.workbook });
  connect(host);
  expect(people().map((row) => row[2])).toEqual([3000, 1900]);
  expect(await outcome(raise())).toBe('done');
});

test('another author edits between two requests', async () => {
  let at = 0;
  host.faults.betweenRequests = (workbook) => {
    at++;
    if (at === 2) workbook.sheet('Personnes')?.write({ top: 1, left: 2, height: 1, width: 1 }, 9999);
  };
  expect(await outcome(raise())).toBe('done');
  expect(people().map((row) => row[2])).toEqual([9999, 3001]);
});

test('a sheet renamed between two requests is still the same, a deleted one is gone', async () => {
  let at = 0;
  host.faults.betweenRequests = (workbook) => {
    const sheet = workbook.sheet('Personnes') ?? workbook.sheet('Gens');
    at++;
    if (at === 2 && sheet) workbook.renameSheet(sheet, 'Gens');
    if (at === 3 && sheet) workbook.removeSheet(sheet);
  };
  expect(await outcome(raise())).toBe('ItemNotFound');
  expect(host.exchanges.slice(-3).map((exchange) => exchange.error)).toContain('ItemNotFound');
  expect(host.workbook.tables).toEqual([]);
});

test('a table renamed between two requests is found by its id', async () => {
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('Passerelle_Personnes');
    await context.sync();
    const held = host.workbook.table('Passerelle_Personnes');
    if (held) host.asOtherAuthor((workbook) => workbook.renameTable(held, 'Gens'));
    table.load('name');
    await context.sync();
    expect(table.name).toBe('Gens');
  });
});

test('a name may be taken by something nobody sees', async () => {
  host.workbook.namesTaken.add('Passerelle_Absences');
  const work = Excel.run(async (context) => {
    context.workbook.worksheets.add().tables.add('A1:B2', true).name = 'Passerelle_Absences';
    await context.sync();
  });
  expect(await outcome(work)).toBe('ItemAlreadyExists');
});
