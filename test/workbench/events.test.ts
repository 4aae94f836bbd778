import { beforeEach, expect, test } from '@jest/globals';
import { createHost } from '../../addin/workbench/host/index.ts';
import type { Host } from '../../addin/workbench/host/index.ts';
import { connect } from '../support/excelClient.ts';

let host: Host;
let heard: Excel.WorksheetChangedEventArgs[];
beforeEach(() => {
  host = createHost();
  connect(host);
  heard = [];
});

const listen = (): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Feuil1').onChanged.add((event) => {
      heard.push(event);
      return Promise.resolve();
    });
    await context.sync();
  });

const write = (address: string, values: unknown[][]): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Feuil1').getRange(address).values = values;
    await context.sync();
  });

test('one event a sheet and a request, saying who changed what', async () => {
  await listen();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Feuil1');
    sheet.getRange('B2').values = [[1]];
    sheet.getRange('C4').values = [[2]];
    await context.sync();
  });
  host.person.type('D1', 'Zoé');
  await host.drain();
  host.asOtherAuthor((workbook) => workbook.activeSheet.write({ top: 8, left: 0, height: 1, width: 2 }, 5));
  await host.drain();
  expect(heard.map((event) => [event.address, event.source, event.triggerSource, event.changeType])).toEqual([
    ['B2:C4', 'Local', 'ThisLocalAddin', 'RangeEdited'],
    ['D1', 'Local', 'Unknown', 'RangeEdited'],
    ['A9:B9', 'Remote', 'Unknown', 'RangeEdited'],
  ]);
  expect(heard.map((event) => event.worksheetId)).toEqual(heard.map(() => host.workbook.activeSheet.id));
  expect(heard[1]?.details).toEqual({
    valueBefore: '',
    valueAfter: 'Zoé',
    valueTypeBefore: 'Empty',
    valueTypeAfter: 'String',
  });
});

test('none before the registration, on another sheet, or with events off', async () => {
  await write('A1', [[1]]);
  await listen();
  await Excel.run(async (context) => {
    context.workbook.worksheets.add('Autre').getRange('A1').values = [[1]];
    context.runtime.enableEvents = false;
    await context.sync();
    context.workbook.worksheets.getItem('Feuil1').getRange('A1').values = [[2]];
    await context.sync();
    context.runtime.enableEvents = true;
    await context.sync();
  });
  await host.drain();
  expect(heard).toEqual([]);
  await write('A1', [[3]]);
  await host.drain();
  expect(heard).toHaveLength(1);
});

test('a host does not wake the handlers of another', async () => {
  await listen();
  const other = createHost();
  connect(other);
  await listen();
  other.person.type('A1', 1);
  await other.drain();
  expect(heard.map((event) => event.worksheetId)).toEqual([other.workbook.activeSheet.id]);
});
