import { expect, test } from '@jest/globals';
import type { Host } from '../../addin/workbench/host/index.ts';
import { addressOf, area } from '../../addin/workbench/host/model/area.ts';

/** How the add-in dresses cells, and what protects them. */
export function lookOperations(current: () => Host): void {
  const sheetNamed = (name: string) => current().workbook.sheet(name) ?? current().workbook.activeSheet;

  test('freezes rows, and gives cells their look', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Formats');
      sheet.freezePanes.freezeRows(3);
      const { format } = sheet.getRange('A1:B2');
      format.font.bold = true;
      format.font.italic = true;
      format.font.size = 14;
      format.font.color = '#12ab56';
      format.columnWidth = 80;
      await context.sync();
      const { cells, columnWidths, frozenRows } = sheetNamed('Formats');
      const look = { bold: true, italic: true, fontSize: 14, fontColor: '#12AB56' };
      expect(cells.style(1, 1)).toMatchObject(look);
      expect([cells.style(2, 0).bold, columnWidths, frozenRows]).toEqual([false, [80, 80], 3]);
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

  test('gives lists and messages to cells', async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.add('Listes').getRange('B2:B10');
      const rule = { list: { inCellDropDown: true, source: 'Oui,Non' } };
      const prompt = { title: 'Cadre', message: 'Oui ou Non', showPrompt: true };
      range.dataValidation.rule = rule;
      range.getCell(3, 0).dataValidation.prompt = prompt;
      const errorAlert = { title: 'Cadre', message: 'Oui ou Non', showAlert: true, style: 'Stop' as const };
      range.getCell(4, 0).dataValidation.errorAlert = errorAlert;
      await context.sync();
      const { validations } = sheetNamed('Listes');
      expect(validations.at(1, 1)).toMatchObject({ rule, prompt: { message: '' } });
      expect(validations.at(4, 1)).toMatchObject({ rule, prompt, errorAlert: { message: '' } });
      expect(validations.at(5, 1)).toMatchObject({ rule, errorAlert });
      expect(validations.at(10, 1)).toBeUndefined();
    });
  });

  test('adds conditional formats and clears them', async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.add('Alertes').getRange('A2:D9');
      const { custom } = range.conditionalFormats.add('Custom');
      custom.rule.formula = '=$D2=""';
      custom.format.fill.color = '#FFC7CE';
      custom.format.font.color = '#9C0006';
      range.getCell(0, 0).conditionalFormats.clearAll();
      await context.sync();
      const sheet = sheetNamed('Alertes');
      const look = { formula: '=$D2=""', fill: '#FFC7CE', fontColor: '#9C0006' };
      expect(sheet.conditionalFormats).toMatchObject([look]);
      expect(sheet.conditionalFormats[0]?.areas.map(addressOf)).toEqual(['A3:D9', 'B2:D2']);
      range.conditionalFormats.clearAll();
      await context.sync();
      expect(sheet.conditionalFormats).toEqual([]);
    });
  });

  test('on a protected sheet, unlocked cells are written and the others are not', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Scellée');
      await context.sync();
      sheetNamed('Scellée').restyle(area(0, 1, 1, 1), { locked: false });
      current().person.protect('Scellée');
      sheet.getRange('B1').values = [[1]];
      await context.sync();
      sheet.getRange('A1').values = [[1]];
      await expect(context.sync()).rejects.toMatchObject({ code: 'AccessDenied' });
    });
  });
}
