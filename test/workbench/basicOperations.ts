import { beforeAll, describe, expect, test } from '@jest/globals';
import { createHost } from '../../addin/workbench/host/index.ts';
import type { Host } from '../../addin/workbench/host/index.ts';
import { connect } from '../support/excelClient.ts';

/** A table of two people on a sheet of its own, made through the genuine client. */
export async function makePeople(name = 'Personnes'): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(name);
    const range = sheet.getRange('A1:C3');
    range.values = [
      ['Matricule', 'Nom', 'Salaire'],
      ["'0012", 'Zoé', 2100],
      ["'0013", 'Élie', 1900],
    ];
    const table = sheet.tables.add(range, true);
    table.name = `Passerelle_${name}`;
    await context.sync();
  });
}

/** What the add-in does every day, to be run at any requirement set. */
export function describeBasicOperations(maxExcelApi: string): void {
  describe(`ExcelApi ${maxExcelApi}`, () => {
    let host: Host;
    beforeAll(() => {
      host = createHost({ maxExcelApi });
      connect(host);
    });

    test('makes, orders, hides and renames sheets, and keeps their objects through it', async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('Réglages');
        await context.sync();
        sheet.name = 'Paramètres';
        sheet.tabColor = '#0f0';
        sheet.showGridlines = false;
        sheet.position = 0;
        await context.sync();
        sheet.load('name,tabColor,showGridlines,position,visibility');
        await context.sync();
        expect(sheet.toJSON()).toMatchObject({ name: 'Paramètres', tabColor: '#00FF00', showGridlines: false });
        expect([sheet.position, sheet.visibility]).toEqual([0, 'Visible']);
        sheet.visibility = 'VeryHidden';
        const all = context.workbook.worksheets.load('items/name,items/visibility');
        const visible = context.workbook.worksheets.getCount(true);
        await context.sync();
        expect(all.items.map((item) => [item.name, item.visibility])).toEqual([
          ['Paramètres', 'VeryHidden'],
          ['Feuil1', 'Visible'],
        ]);
        expect(visible.value).toBe(1);
      });
    });

    test('reads back values, formulas, types, texts and addresses', async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('Bulletin mars');
        const range = sheet.getRangeByIndexes(1, 1, 2, 2);
        range.numberFormat = [
          ['General', 'dd/mm/yyyy'],
          ['#,##0.00', 'General'],
        ];
        range.values = [
          ['Nom', 46_300],
          [1234.5, true],
        ];
        const blank = range.getOffsetRange(5, 0).getCell(0, 0);
        await context.sync();
        range.load('values,formulas,valueTypes,text,address,rowIndex,columnIndex,rowCount,columnCount,numberFormat');
        blank.load({ values: true, valueTypes: true, worksheet: { name: true } });
        await context.sync();
        expect(range.values).toEqual([
          ['Nom', 46_300],
          [1234.5, true],
        ]);
        expect(range.formulas).toEqual(range.values);
        expect(range.text).toEqual([
          ['Nom', '05/10/2026'],
          ['1\u202f234,50', 'VRAI'],
        ]);
        expect(range.valueTypes).toEqual([
          ['String', 'Double'],
          ['Double', 'Boolean'],
        ]);
        expect(range.address).toBe("'Bulletin mars'!B2:C3");
        expect([range.rowIndex, range.columnIndex, range.rowCount, range.columnCount]).toEqual([1, 1, 2, 2]);
        expect([blank.values, blank.valueTypes, blank.worksheet.name]).toEqual([[['']], [['Empty']], 'Bulletin mars']);
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
          block.getColumn(2),
          block.getResizedRange(1, -1),
          block.getAbsoluteResizedRange(1, 2),
          block.getBoundingRect(sheet.getRange('F9')),
          block.getIntersectionOrNullObject(sheet.getRange('A4:B9')),
          block.getUsedRangeOrNullObject(true),
          sheet.getUsedRangeOrNullObject(true),
          sheet.getRange('C:D'),
        ];
        for (const range of ranges) range.load('address');
        const apart = block.getIntersectionOrNullObject(sheet.getRange('H1'));
        const empty = sheet.getRange('H1:J9').getUsedRangeOrNullObject(true);
        await context.sync();
        expect(ranges.map((range) => range.address.split('!')[1])).toEqual([
          'B3:D3',
          'D2:D5',
          'B2:C6',
          'B2:C2',
          'B2:F9',
          'B4:B5',
          'C3:D4',
          'C3:D4',
          'C:D',
        ]);
        expect([apart.isNullObject, empty.isNullObject]).toEqual([true, true]);
      });
    });

    test('makes a table, finds its columns by name and its rows by number', async () => {
      await makePeople('Salariés');
      await Excel.run(async (context) => {
        const table = context.workbook.tables.getItem('Passerelle_Salariés');
        const columns = table.columns.load('items/name,items/index,items/id,count');
        const salary = table.columns.getItem('Salaire').getDataBodyRange().load('values');
        const missing = table.columns.getItemOrNullObject('Prime');
        const second = table.columns.getItemAt(1).load('name');
        const parts = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange()];
        for (const part of parts) part.load('address');
        table.load('name,style,showTotals,showFilterButton,showBandedRows,worksheet/name');
        await context.sync();
        expect(columns.items.map((item) => [item.name, item.index])).toEqual([
          ['Matricule', 0],
          ['Nom', 1],
          ['Salaire', 2],
        ]);
        expect([columns.count, second.name, missing.isNullObject]).toEqual([3, 'Nom', true]);
        expect(salary.values).toEqual([[2100], [1900]]);
        expect(parts.map((part) => part.address)).toEqual(['Salariés!A1:C3', 'Salariés!A1:C1', 'Salariés!A2:C3']);
        expect([table.worksheet.name, table.showTotals, table.showFilterButton]).toEqual(['Salariés', false, true]);
        table.rows.add(undefined, [["'0014", 'Ana', 2500]]);
        table.rows.add(0, [["'0011", 'Bob', 2000]]);
        const count = table.rows.getCount();
        await context.sync();
        table.rows.getItemAt(1).delete();
        const body = table.getDataBodyRange().load('values');
        await context.sync();
        expect(count.value).toBe(4);
        expect(body.values.map((row) => row[1] as string)).toEqual(['Bob', 'Élie', 'Ana']);
      });
    });

    test('resizes a table, adds a column inside it, renames it and goes on with the same object', async () => {
      await makePeople('Tailles');
      await Excel.run(async (context) => {
        const table = context.workbook.tables.getItem('Passerelle_Tailles');
        const salary = table.columns.getItem('Salaire');
        await context.sync();
        table.columns.add(1, [['Prénom'], ['a'], ['b']]);
        table.resize('A1:D6');
        table.name = 'Passerelle_Gabarits';
        await context.sync();
        salary.load('index,name');
        const range = table.getRange().load('address');
        const headings = table.getHeaderRowRange().load('values');
        table.load('name');
        await context.sync();
        expect([range.address, table.name]).toEqual(['Tailles!A1:D6', 'Passerelle_Gabarits']);
        expect(headings.values).toEqual([['Matricule', 'Prénom', 'Nom', 'Salaire']]);
        expect([salary.index, salary.name]).toEqual([3, 'Salaire']);
      });
    });

    test('a totals row counts in the table, not in its body, and rows go in above it', async () => {
      await makePeople('Totaux');
      await Excel.run(async (context) => {
        const table = context.workbook.tables.getItem('Passerelle_Totaux');
        table.showTotals = true;
        await context.sync();
        table.rows.add(undefined, [["'0014", 'Ana', 2500]]);
        table.load('showTotals');
        const [whole, body] = [table.getRange(), table.getDataBodyRange()].map((range) => range.load('address,values'));
        await context.sync();
        expect([table.showTotals, whole?.address, body?.address]).toEqual([true, 'Totaux!A1:C5', 'Totaux!A2:C4']);
        expect(whole?.values.at(-1)).toEqual(['Total', '', '']);
        table.showTotals = false;
        const left = table.getRange().load('address');
        await context.sync();
        expect(left.address).toBe('Totaux!A1:C4');
      });
    });

    test('lists what is inside its collections in one request', async () => {
      await makePeople('Listage');
      await Excel.run(async (context) => {
        const { tables, worksheets } = context.workbook;
        tables.load('items/name,items/worksheet/name,items/columns/items/name');
        worksheets.load('items/name,items/tables/items/name');
        await context.sync();
        const table = tables.items.find((item) => item.name === 'Passerelle_Listage');
        expect([table?.worksheet.name, table?.columns.items.map((column) => column.name)]).toEqual([
          'Listage',
          ['Matricule', 'Nom', 'Salaire'],
        ]);
        const sheet = worksheets.items.find((item) => item.name === 'Listage');
        expect(sheet?.tables.items.map((item) => item.name)).toEqual(['Passerelle_Listage']);
      });
    });

    test('a table can be turned back into cells, or deleted with them', async () => {
      await makePeople('Départ');
      await makePeople('Arrivée');
      await Excel.run(async (context) => {
        context.workbook.tables.getItem('Passerelle_Départ').convertToRange();
        context.workbook.tables.getItem('Passerelle_Arrivée').delete();
        const sheets = ['Départ', 'Arrivée'].map((name) => context.workbook.worksheets.getItem(name));
        const [kept, gone] = sheets.map((sheet) => sheet.getUsedRangeOrNullObject(true).load('address'));
        const tables = sheets.map((sheet) => sheet.tables.getCount());
        await context.sync();
        expect([kept?.address, gone?.isNullObject]).toEqual(['Départ!A1:C3', true]);
        expect(tables.map((count) => count.value)).toEqual([0, 0]);
      });
    });

    test('shows and clears the filters a person set', async () => {
      await makePeople('Filtres');
      const people = host.workbook.table('Passerelle_Filtres');
      if (!people) throw new Error('no table');
      host.person.filter(people, 'Nom', ['Zoé']);
      expect(people.hiddenRows()).toEqual([2]);
      await Excel.run(async (context) => {
        const table = context.workbook.tables.getItem('Passerelle_Filtres');
        const filter = table.autoFilter.load('enabled,isDataFiltered,criteria');
        await context.sync();
        expect([filter.enabled, filter.isDataFiltered]).toEqual([true, true]);
        const [, criteria] = filter.criteria;
        expect([filter.criteria.length, criteria?.filterOn, criteria?.values]).toEqual([3, 'Values', ['Zoé']]);
        filter.clearCriteria();
        await context.sync();
        expect(people.hiddenRows()).toEqual([]);
        table.columns.getItem('Nom').filter.apply({ filterOn: 'Values', values: ['Élie'] });
        await context.sync();
        expect(people.hiddenRows()).toEqual([1]);
        table.clearFilters();
        await context.sync();
      });
      expect(people.hiddenRows()).toEqual([]);
    });

    test('freezes rows', async () => {
      await Excel.run(async (context) => {
        const panes = context.workbook.worksheets.add('Figée').freezePanes;
        const before = panes.getLocationOrNullObject();
        panes.freezeRows(1);
        const after = panes.getLocationOrNullObject().load('address');
        await context.sync();
        panes.unfreeze();
        const last = panes.getLocationOrNullObject();
        await context.sync();
        expect([before.isNullObject, after.address, last.isNullObject]).toEqual([true, 'Figée!1:1', true]);
      });
    });

    test('formats cells, and says null where they differ', async () => {
      await Excel.run(async (context) => {
        const range = context.workbook.worksheets.add('Formats').getRange('A1:B2');
        range.values = [
          ['Un long intitulé de colonne', 'b'],
          [1, 2],
        ];
        range.format.fill.color = 'red';
        range.format.font.bold = true;
        range.format.wrapText = true;
        range.format.horizontalAlignment = 'Center';
        range.format.verticalAlignment = 'Top';
        range.format.protection.locked = false;
        const first = range.getCell(0, 0);
        first.format.font.color = '#123456';
        first.format.font.italic = true;
        first.format.font.size = 14;
        first.format.fill.clear();
        range.format.rowHeight = 30;
        await context.sync();
        const wanted = { fill: { color: true }, font: { bold: true, color: true, italic: true, size: true } };
        range.format.load({ ...wanted, wrapText: true, horizontalAlignment: true, rowHeight: true });
        first.format.load({ ...wanted, columnWidth: true, protection: { locked: true } });
        range.format.autofitColumns();
        const wide = range.getColumn(0).load('format/columnWidth');
        await context.sync();
        expect(range.format.toJSON()).toMatchObject({ wrapText: true, horizontalAlignment: 'Center', rowHeight: 30 });
        expect([range.format.fill.color, range.format.font.bold, range.format.font.color]).toEqual([null, true, null]);
        expect([
          first.format.fill.color,
          first.format.font.color,
          first.format.font.italic,
          first.format.font.size,
        ]).toEqual(['#FFFFFF', '#123456', true, 14]);
        expect(first.format.protection.locked).toBe(false);
        expect(wide.format.columnWidth).toBeGreaterThan(first.format.columnWidth);
      });
    });

    test('a look given to whole columns holds for rows written later', async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('Colonnes');
        sheet.getRange('B:B').numberFormat = '@' as unknown as string[][];
        sheet.getRange('B:B').format.columnWidth = 80;
        sheet.getRange('A9:B9').values = [['0012', '0012']];
        const cells = sheet.getRange('A9:B9').load('values');
        await context.sync();
        expect(cells.values).toEqual([[12, '0012']]);
      });
    });

    test('gives lists, messages and alerts to cells', async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('Listes');
        const range = sheet.getRange('B2:B10');
        const rule = { list: { inCellDropDown: true, source: 'Oui,Non' } };
        const prompt = { title: 'Cadre', message: 'Oui ou Non', showPrompt: true };
        const alert = { title: 'Cadre', message: 'Oui ou Non', showAlert: true, style: 'Stop' } as const;
        range.dataValidation.rule = rule;
        range.dataValidation.prompt = prompt;
        range.dataValidation.errorAlert = alert;
        range.dataValidation.ignoreBlanks = false;
        sheet.getRange('C2').dataValidation.rule = { list: { inCellDropDown: true, source: sheet.getRange('H1:H3') } };
        await context.sync();
        const inside = sheet.getRange('B5').dataValidation.load('rule,type,prompt,errorAlert,ignoreBlanks');
        const across = sheet.getRange('B9:B12').dataValidation.load('type,rule');
        const named = sheet.getRange('C2').dataValidation.load('rule');
        await context.sync();
        expect([inside.rule, inside.type, inside.prompt, inside.errorAlert, inside.ignoreBlanks]).toEqual([
          rule,
          'List',
          prompt,
          alert,
          false,
        ]);
        expect([across.type, across.rule]).toEqual(['MixedCriteria', null]);
        expect(named.rule.list?.source).toBe("='Listes'!$H$1:$H$3");
        range.dataValidation.clear();
        inside.load('type');
        await context.sync();
        expect(inside.type).toBe('None');
      });
    });

    test('adds conditional formats and counts them', async () => {
      await Excel.run(async (context) => {
        const range = context.workbook.worksheets.add('Alertes').getRange('A2:D9');
        const custom = range.conditionalFormats.add('Custom');
        await context.sync();
        custom.custom.rule.formula = '=$D2=""';
        custom.custom.format.fill.color = '#FFC7CE';
        custom.custom.format.font.color = '#9C0006';
        const text = range.conditionalFormats.add('ContainsText');
        text.textComparison.format.font.bold = true;
        text.textComparison.rule = { operator: 'Contains', text: 'à vérifier' };
        custom.custom.rule.load('formula');
        const count = range.conditionalFormats.getCount();
        await context.sync();
        expect([custom.custom.rule.formula, count.value]).toEqual(['=$D2=""', 2]);
        range.getCell(0, 0).conditionalFormats.clearAll();
        const left = [range.getCell(0, 0), range].map((cells) => cells.conditionalFormats.getCount());
        await context.sync();
        expect(left.map((value) => value.value)).toEqual([0, 2]);
        range.conditionalFormats.clearAll();
        const none = range.conditionalFormats.getCount();
        await context.sync();
        expect(none.value).toBe(0);
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

    test('protects a sheet, and lets unlocked cells be written', async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('Scellée');
        sheet.getRange('B1').format.protection.locked = false;
        sheet.protection.protect({ allowFormatCells: false }, 'clé');
        await context.sync();
        sheet.getRange('B1').values = [[1]];
        sheet.protection.load('protected,options');
        await context.sync();
        expect([sheet.protection.protected, sheet.protection.options]).toEqual([true, { allowFormatCells: false }]);
        sheet.getRange('A1').values = [[1]];
        await expect(context.sync()).rejects.toMatchObject({ code: 'AccessDenied' });
        sheet.protection.unprotect('autre');
        await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
        sheet.protection.unprotect('clé');
        sheet.getRange('A1').values = [[1]];
        await context.sync();
      });
    });

    test('selects, activates, and knows where the person is', async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('Choix');
        sheet.activate();
        sheet.getRange('C3:D9').select();
        await context.sync();
        const selected = context.workbook.getSelectedRange().load('address');
        const active = context.workbook.getActiveCell().load('address');
        const current = context.workbook.worksheets.getActiveWorksheet().load('name');
        await context.sync();
        expect([selected.address, active.address, current.name]).toEqual(['Choix!C3:D9', 'Choix!C3', 'Choix']);
      });
    });

    test('clears contents, formats or both', async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('Effacer');
        const cells = ['A1', 'A2', 'A3'].map((address) => sheet.getRange(address));
        for (const cell of cells) {
          cell.values = [[0.5]];
          cell.numberFormat = [['0%']];
        }
        cells[0]?.clear('Contents');
        cells[1]?.clear('Formats');
        cells[2]?.clear();
        const all = sheet.getRange('A1:A3').load('values,numberFormat');
        await context.sync();
        expect([all.values, all.numberFormat]).toEqual([
          [[''], [0.5], ['']],
          [['0%'], ['General'], ['General']],
        ]);
      });
    });

    test('accepts the suspensions and the event switch', async () => {
      await Excel.run(async (context) => {
        context.application.suspendApiCalculationUntilNextSync();
        context.application.suspendScreenUpdatingUntilNextSync();
        context.application.calculate('Full');
        context.runtime.enableEvents = false;
        context.runtime.load('enableEvents');
        await context.sync();
        expect(context.runtime.enableEvents).toBe(false);
        context.runtime.enableEvents = true;
        await context.sync();
      });
    });
  });
}
