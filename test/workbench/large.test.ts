import { beforeEach, expect, test } from '@jest/globals';
import { createHost } from '../../addin/workbench/host/index.ts';
import type { Host } from '../../addin/workbench/host/index.ts';
import { connect } from '../support/excelClient.ts';

let host: Host;
beforeEach(() => {
  host = createHost();
  connect(host);
});

const block = (rows: number, columns: number, cell: (row: number, column: number) => unknown): unknown[][] =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => cell(row, column)));

test('10,000 rows of 30 columns go in one request, in slices', async () => {
  const values = block(10_000, 30, (row, column) => (column % 3 ? row * 30 + column : `Salarié ${row}`));
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Feuil1');
    sheet.getRangeByIndexes(0, 0, 10_000, 30).values = values;
    await context.sync();
    const corner = sheet.getRange('A10000:AD10000').load('values');
    const used = sheet.getUsedRangeOrNullObject(true).load('address');
    await context.sync();
    expect(corner.values).toEqual([values[9_999]]);
    expect(used.address).toBe('Feuil1!A1:AD10000');
  });
  expect(host.exchanges[0]?.actions).toBeGreaterThan(1_000);
});

test('a request above 5 MB is refused and writes nothing', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Feuil1');
    sheet.getRangeByIndexes(0, 0, 5_200, 1).values = block(5_200, 1, () => 'x'.repeat(1_024));
    await expect(context.sync()).rejects.toMatchObject({ code: 'RequestPayloadSizeLimitExceeded' });
    const used = sheet.getUsedRangeOrNullObject(true);
    await context.sync();
    expect(used.isNullObject).toBe(true);
  });
});

test('so is an answer above 5 MB', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Feuil1');
    for (const top of [0, 3_000]) {
      sheet.getRangeByIndexes(top, 0, 3_000, 1).values = block(3_000, 1, () => 'é'.repeat(512));
      await context.sync();
    }
    const all = sheet.getRange('A1:A6000').load('values');
    await expect(context.sync()).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
    expect(() => all.values).toThrow();
    const half = sheet.getRange('A1:A2000').load('values');
    await context.sync();
    expect(half.values).toHaveLength(2_000);
  });
});

test('above five million cells a read answers null without a word', async () => {
  await Excel.run(async (context) => {
    const columns = context.workbook.worksheets.getItem('Feuil1').getRange('A:E').load('values,rowCount');
    await context.sync();
    expect([columns.values, columns.rowCount]).toEqual([null, 1_048_576]);
  });
});
