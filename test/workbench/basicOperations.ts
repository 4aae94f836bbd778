import { beforeAll, describe, expect, test } from '@jest/globals';
import { createHost } from '../../addin/workbench/host/index.ts';
import type { Host } from '../../addin/workbench/host/index.ts';
import { addressOf } from '../../addin/workbench/host/model/area.ts';
import { connect } from '../support/excelClient.ts';
import { lookOperations } from './lookOperations.ts';
import { tableOperations } from './tableOperations.ts';

/** What the add-in does every day, to be run at any requirement set. */
export function describeBasicOperations(maxExcelApi: string): void {
  describe(`ExcelApi ${maxExcelApi}`, () => {
    let host: Host;
    beforeAll(() => {
      host = createHost({ maxExcelApi });
      connect(host);
    });

    test('makes, hides and lists sheets, and keeps their objects when they are renamed', async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('Réglages');
        await context.sync();
        const held = host.workbook.sheet('Réglages') ?? host.workbook.activeSheet;
        host.workbook.renameSheet(held, 'Paramètres');
        sheet.visibility = 'VeryHidden';
        sheet.load('name');
        const all = context.workbook.worksheets.load('items/name');
        await context.sync();
        expect([sheet.name, held.visibility]).toEqual(['Paramètres', 'VeryHidden']);
        expect(all.items.map(({ name }) => name)).toEqual(['Feuil1', 'Paramètres']);
      });
    });

    test('reads back values, formulas, formats and addresses', async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('Bulletin mars');
        const range = sheet.getRangeByIndexes(1, 1, 2, 2);
        const numberFormat = [
          ['General', 'dd/mm/yyyy'],
          ['#,##0.00', 'General'],
        ];
        const values = [
          ['Nom', 46_300],
          [1234.5, true],
        ];
        range.numberFormat = numberFormat;
        range.values = values;
        const blank = range.getOffsetRange(5, 0).getCell(0, 0);
        await context.sync();
        range.load('values,formulas,address,rowIndex,columnIndex,rowCount,columnCount,numberFormat');
        blank.load({ values: true });
        await context.sync();
        expect([range.values, range.formulas, range.numberFormat]).toEqual([values, values, numberFormat]);
        expect(range.address).toBe("'Bulletin mars'!B2:C3");
        expect([range.rowIndex, range.columnIndex, range.rowCount, range.columnCount]).toEqual([1, 1, 2, 2]);
        expect(blank.values).toEqual([['']]);
      });
    });

    test('moves among ranges', async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('Plages');
        sheet.getRange('C3:D4').values = [
          [1, 2],
          [3, ''],
        ];
        const block = sheet.getRange('B2:D5');
        const ranges = [
          block.getRow(1),
          block.getAbsoluteResizedRange(1, 2),
          block.getBoundingRect(sheet.getRange('F9')),
          block.getUsedRangeOrNullObject(true),
          sheet.getUsedRangeOrNullObject(true),
          sheet.getRange('C:D'),
        ];
        for (const range of ranges) range.load('address');
        const empty = sheet.getRange('H1:J9').getUsedRangeOrNullObject(true);
        await context.sync();
        expect(ranges.map((range) => range.address.split('!')[1])).toEqual([
          'B3:D3',
          'B2:C2',
          'B2:F9',
          'C3:D4',
          'C3:D4',
          'C:D',
        ]);
        expect(empty.isNullObject).toBe(true);
      });
    });

    test('a range follows the cells inserted and deleted around it', async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('Suivi');
        const range = sheet.getRange('B5:C6');
        range.values = [
          [1, 2],
          [3, 4],
        ];
        await context.sync();
        const inserted = sheet.getRange('A2:Z3').insert('Down').load('address');
        sheet.getRange('A1:A20').delete('Left');
        range.load('address,values');
        await context.sync();
        expect([inserted.address, range.address]).toEqual(['Suivi!A2:Z3', 'Suivi!A7:B8']);
        expect(range.values).toEqual([
          [1, 2],
          [3, 4],
        ]);
      });
    });

    test('activates a sheet and selects in it', async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('Choix');
        sheet.activate();
        sheet.getRange('C3:D9').select();
        await context.sync();
        const { name, selection } = host.workbook.activeSheet;
        expect([name, addressOf(selection)]).toEqual(['Choix', 'C3:D9']);
      });
    });

    test('clears contents, and leaves the look', async () => {
      await Excel.run(async (context) => {
        const cell = context.workbook.worksheets.add('Effacer').getRange('A1');
        cell.values = [[0.5]];
        cell.numberFormat = [['0%']];
        cell.clear('Contents');
        cell.load('values,numberFormat');
        await context.sync();
        expect([cell.values, cell.numberFormat]).toEqual([[['']], [['0%']]]);
      });
    });

    test('accepts the suspensions', async () => {
      await Excel.run(async (context) => {
        context.application.suspendApiCalculationUntilNextSync();
        context.application.suspendScreenUpdatingUntilNextSync();
        await context.sync();
      });
      await host.drain();
      expect(host.exchanges.at(-1)?.error).toBeUndefined();
    });

    tableOperations(() => host);
    lookOperations(() => host);
  });
}
