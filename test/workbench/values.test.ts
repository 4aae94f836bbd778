import { beforeAll, expect, test } from '@jest/globals';
import { createHost } from '../../addin/workbench/host/index.ts';
import { connect } from '../support/excelClient.ts';

beforeAll(() => connect(createHost()));

/** Writes in one fresh column and reads what the cells became. */
async function writeColumn(
  values: unknown[],
  numberFormat = 'General',
): Promise<{ values: unknown[]; formulas: unknown[] }> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.add().getRange('A1').getAbsoluteResizedRange(values.length, 1);
    range.numberFormat = values.map(() => [numberFormat]);
    range.values = values.map((value) => [value]);
    range.load('values,formulas');
    await context.sync();
    return { values: range.values.flat(), formulas: range.formulas.flat() };
  });
}

test('text that begins like a formula becomes one', async () => {
  const { values, formulas } = await writeColumn(['=1+1', '+33 6 12', '-A1', '=', '+']);
  expect(formulas).toEqual(['=1+1', '=+33 6 12', '=-A1', '=', '+']);
  expect(values).toEqual([0, 0, 0, '=', '+']);
});

test('an apostrophe keeps the text a text and is not read back', async () => {
  const { values, formulas } = await writeColumn(["'=1+1", "'0012", "'+33612345678", "''x"]);
  expect(values).toEqual(['=1+1', '0012', '+33612345678', "'x"]);
  expect(formulas).toEqual(values);
});

test('in a cell of format @ everything is text', async () => {
  const { values } = await writeColumn(['=1+1', '0012', "'0013", 14, true], '@');
  expect(values).toEqual(['=1+1', '0012', '0013', '14', 'true']);
});

test('text that looks like a value becomes it, as if it were typed: leading zeros are lost', async () => {
  const { values } = await writeColumn(['0012', '-5', '12.5', '12,5', '10%', 'TRUE', '2026-10-05', '05/10/2026', '']);
  expect(values).toEqual([12, -5, 12.5, '12,5', 0.1, true, 46_300, '05/10/2026', '']);
});

test('null keeps the cell, and NaN, Infinity and undefined arrive as null', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.add().getRange('A1:E1');
    range.values = [[1, 2, 3, 4, 5]];
    range.values = [[null, NaN, Infinity, undefined, 50]];
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([[1, 2, 3, 4, 50]]);
  });
});

test('one value fills the range', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.add().getRange('A1:B2');
    range.values = 7 as unknown as number[][];
    range.numberFormat = '0.00' as unknown as string[][];
    range.load('values,numberFormat');
    await context.sync();
    const twice = (cell: unknown) => [
      [cell, cell],
      [cell, cell],
    ];
    expect([range.values, range.numberFormat]).toEqual([twice(7), twice('0.00')]);
  });
});

test('a text longer than a cell, or a value no cell holds, is refused', async () => {
  await expect(writeColumn(["'".padEnd(32_768, 'x')])).rejects.toMatchObject({ code: 'InvalidArgument' });
  await expect(writeColumn([{ basicValue: 1 }])).rejects.toMatchObject({ code: 'InvalidArgument' });
});

test('formulas are computed by the evaluator, once for each request', async () => {
  const host = createHost();
  connect(host);
  let runs = 0;
  host.workbook.evaluator = ({ activeSheet: { cells } }) => {
    runs++;
    cells.put(0, 2, Number(cells.value(0, 0)) + Number(cells.value(0, 1)), cells.formula(0, 2));
  };
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Feuil1');
    sheet.getRange('A1:B1').values = [[1, 2]];
    sheet.getRange('C1').formulas = [['=A1+B1']];
    await context.sync();
    const sum = sheet.getRange('C1').load('values,formulas');
    await context.sync();
    expect([sum.values, sum.formulas, runs]).toEqual([[[3]], [['=A1+B1']], 1]);
    host.person.type('A1', 10);
    sum.load('values');
    await context.sync();
    expect([sum.values, runs]).toEqual([[[12]], 2]);
  });
});
