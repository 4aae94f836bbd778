import { afterEach, describe, expect, test } from '@jest/globals';
import { MINIMUM_EXCEL_API } from '../../addin/workbook/environment.ts';
import { tableOf, valueOf, written } from '../book/reading.ts';
import { change, memory, text, three, trial } from '../book/trialTables.ts';
import { endTrials, startTrial, type Trial } from './trial.ts';

afterEach(endTrials);

const declarations = [trial, memory];

async function begun(maxExcelApi?: string): Promise<Trial> {
  const begun = startTrial(maxExcelApi === undefined ? {} : { maxExcelApi });
  await written(begun.book, [change(...three)]);
  return begun;
}

/** The person goes to a cell of the sheet of the table, or draws a selection from it. */
function goTo({ host }: Trial, top: number, left: number, height = 1, width = 1): void {
  host.workbook.select(host.workbook.table(trial.name)!.sheet, { top, left, height, width });
}

describe.each([undefined, MINIMUM_EXCEL_API])('where the person is, ExcelApi %s', (version) => {
  test('a cell of the body is told with its row and its column', async () => {
    const trialNow = await begun(version);
    goTo(trialNow, 4, 1);
    const selected = valueOf(await trialNow.book.selected(declarations));
    expect(selected).toMatchObject({ table: trial.name, column: 'name', row: { key: '2', index: 1 } });
    expect(selected?.row).toEqual((await tableOf(trialNow.book)).rows[1]);
  });

  test('of a wider selection, the first cell counts', async () => {
    const trialNow = await begun(version);
    goTo(trialNow, 5, 0, 20, 3);
    expect(valueOf(await trialNow.book.selected(declarations))).toMatchObject({ column: 'id', row: { key: '3' } });
  });

  test('a table that a person renamed and moved, a column of their own between ours', async () => {
    const trialNow = await begun(version);
    await trialNow.person.addColumn(trial.name, 'Prime', 1, [1, 2, 3]);
    await trialNow.person.renameTable(trial.name, 'MonTableau');
    const { sheet } = trialNow.host.workbook.table('MonTableau')!;
    trialNow.host.workbook.select(sheet, { top: 3, left: 1, height: 1, width: 1 });
    const selected = valueOf(await trialNow.book.selected(declarations));
    expect(selected).toMatchObject({ table: trial.name, row: { key: '1', others: [{ heading: 'Prime' }] } });
    expect(selected).not.toHaveProperty('column');
  });

  test('nothing is told of headings, of cells under or beside the table, or of another sheet', async () => {
    const trialNow = await begun(version);
    for (const [top, left] of [
      [2, 0],
      [6, 0],
      [4, 8],
      [0, 0],
    ] as const) {
      goTo(trialNow, top, left);
      expect(valueOf(await trialNow.book.selected(declarations))).toBeUndefined();
    }
    const { workbook } = trialNow.host;
    workbook.select(workbook.addSheet('Ailleurs'), { top: 4, left: 1, height: 1, width: 1 });
    expect(valueOf(await trialNow.book.selected(declarations))).toBeUndefined();
  });

  test('a row of totals, a blank row and a table not asked for are nobody', async () => {
    const trialNow = await begun(version);
    const table = trialNow.host.workbook.table(trial.name)!;
    table.setTotals(true);
    goTo(trialNow, 6, 1);
    expect(valueOf(await trialNow.book.selected(declarations))).toBeUndefined();
    goTo(trialNow, 4, 1);
    expect(valueOf(await trialNow.book.selected([memory]))).toBeUndefined();
    for (let column = 0; column < 8; column++) table.sheet.cells.put(4, column, null);
    expect(valueOf(await trialNow.book.selected(declarations))).toBeUndefined();
  });
});

test('a chart is selected: there is no cell', async () => {
  const trialNow = await begun();
  goTo(trialNow, 4, 1);
  trialNow.host.faults.failAtRequest(1, { code: 'InvalidSelection' });
  expect(valueOf(await trialNow.book.selected(declarations))).toBeUndefined();
});

test('an Excel that refuses is told', async () => {
  const trialNow = await begun();
  trialNow.host.faults.failAtRequest(1, { code: 'GeneralException' });
  expect(await trialNow.book.selected(declarations)).toMatchObject({ ok: false, error: { code: 'hostRefused' } });
});

test('nothing is written, and what a person typed as a formula is said', async () => {
  const trialNow = await begun();
  await trialNow.person.setCell(trial.name, '1', 'Nom', { formula: '="Al"&"ice"', result: 'Alice' });
  goTo(trialNow, 3, 1);
  const before = trialNow.host.exchanges.length;
  const selected = valueOf(await trialNow.book.selected(declarations));
  expect(selected?.row).toMatchObject({ formulas: ['name'], cells: { name: text('Alice') } });
  expect(trialNow.host.exchanges.slice(before).some(({ hasWritten }) => hasWritten)).toBe(false);
});
