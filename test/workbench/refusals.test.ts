import { beforeAll, describe, expect, test } from '@jest/globals';
import { createHost } from '../../addin/workbench/host/index.ts';
import type { Host } from '../../addin/workbench/host/index.ts';
import { connect } from '../support/excelClient.ts';
import { makePeople } from './tableOperations.ts';

let host: Host;
beforeAll(async () => {
  host = createHost();
  connect(host);
  await makePeople();
});

/** The error of one request that does this. */
async function refusal(
  act: (workbook: Excel.Workbook, sheet: Excel.Worksheet) => unknown,
): Promise<OfficeExtension.Error> {
  const error: unknown = await Excel.run((context) => {
    act(context.workbook, context.workbook.worksheets.getItem('Personnes'));
    return context.sync();
  }).then(
    () => undefined,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(OfficeExtension.Error);
  return error as OfficeExtension.Error;
}

describe('the client refuses by itself', () => {
  test('a property read before it is loaded', async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Personnes').getRange('A1');
      expect(codeThrown(() => range.values)).toBe('PropertyNotLoaded');
      await context.sync();
      expect(codeThrown(() => range.values)).toBe('PropertyNotLoaded');
    });
  });

  test('a range used after its run', async () => {
    const range = await Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem('Personnes').getRange('A1');
      await context.sync();
      return cell;
    });
    expect(codeThrown(() => range.load('values'))).toBe('InvalidObjectPath');
  });
});

describe('the host refuses', () => {
  test.each<[string, string, (workbook: Excel.Workbook, sheet: Excel.Worksheet) => unknown]>([
    ['a sheet that does not exist', 'ItemNotFound', (workbook) => workbook.worksheets.getItem('Absente').load('name')],
    ['a table that does not exist', 'ItemNotFound', (workbook) => workbook.tables.getItem('Absente').load('name')],
    ['a column that does not exist', 'ItemNotFound', (_, sheet) => people(sheet).columns.getItem('Prime').load('name')],
    ['an array of another size', 'InvalidArgument', (_, sheet) => (sheet.getRange('A1:B2').values = [[1, 2]])],
    ['a ragged array', 'InvalidArgument', (_, sheet) => (sheet.getRange('A1:B2').values = [[1, 2], [3]])],
    ['an address that is not one', 'InvalidArgument', (_, sheet) => sheet.getRange('Salaire!!').load('values')],
    ['an address beyond the sheet', 'InvalidArgument', (_, sheet) => sheet.getRange('A1048577').load('values')],
    [
      'cells beyond the sheet',
      'InvalidArgument',
      (_, sheet) => sheet.getRange('A1').getOffsetRange(-1, 0).load('values'),
    ],
    ['a load without names', 'InvalidArgument', (_, sheet) => sheet.getRange('A1').load()],
    ['a load of everything', 'ApiNotFound', (_, sheet) => sheet.getRange('A1').load({ $all: true })],
    [
      'a load of the first items',
      'UnsupportedOperation',
      (workbook) => workbook.tables.load({ select: 'name', top: 2 } as never),
    ],
    ['a load of a name that is not one', 'ApiNotFound', (_, sheet) => sheet.getRange('A1').load('value')],
    ['a load of a member it has not', 'ApiNotFound', (_, sheet) => sheet.getRange('A1').load('hyperlink')],
    ['a method it has not', 'ApiNotFound', (_, sheet) => sheet.getRange('A1').merge()],
    ['a property it has not', 'ApiNotFound', (_, sheet) => (sheet.enableCalculation = false)],
    ['a property it only lets be set', 'ApiNotFound', (_, sheet) => people(sheet).load('style')],
    ['a property it only lets be read', 'InvalidArgument', (_, sheet) => (people(sheet).showTotals = true)],
    ['a class it has not', 'ApiNotFound', (_, sheet) => sheet.charts.load('items/name')],
    ['a word that is not one', 'InvalidArgument', (_, sheet) => (sheet.visibility = 'Invisible' as 'Hidden')],
    ['a colour that is not one', 'InvalidArgument', (_, sheet) => (sheet.getRange('A1').format.font.color = 'rouge')],
    ['a sheet name taken, whatever its case', 'ItemAlreadyExists', (workbook) => workbook.worksheets.add('PERSONNES')],
    ['a sheet name with a colon', 'InvalidArgument', (workbook) => workbook.worksheets.add('10:30')],
    ['a sheet name of 32 letters', 'InvalidArgument', (workbook) => workbook.worksheets.add('x'.repeat(32))],
    [
      'a table name taken',
      'ItemAlreadyExists',
      (_, sheet) => rename(sheet.tables.add('F1:G2', true), 'passerelle_personnes'),
    ],
    ['a table name with a space', 'InvalidArgument', (_, sheet) => rename(people(sheet), 'Mes gens')],
    ['a table name like an address', 'InvalidArgument', (_, sheet) => rename(people(sheet), 'TR26')],
    ['a table over another', 'MergedRangeConflict', (_, sheet) => sheet.tables.add('C3:D9', true)],
    [
      'a table grown over another',
      'MergedRangeConflict',
      (_, sheet) => {
        sheet.tables.add('A6:C8', true);
        people(sheet).resize('A1:C7');
      },
    ],
    ['a table moved from its heading row', 'InvalidArgument', (_, sheet) => people(sheet).resize('A2:C4')],
    ['half a table pushed down', 'InsertDeleteConflict', (_, sheet) => sheet.getRange('A2:B2').insert('Down')],
    ['the heading row deleted alone', 'InsertDeleteConflict', (_, sheet) => sheet.getRange('A1:C1').delete('Up')],
    [
      'criteria with a null',
      'InvalidArgument',
      (_, sheet) => {
        const criteria = { filterOn: 'Values', values: null } as unknown as Excel.FilterCriteria;
        people(sheet).columns.getItem('Nom').filter.apply(criteria);
      },
    ],
    [
      'rows of a filtered table pulled up',
      'FilteredRangeConflict',
      (_, sheet) => {
        people(sheet)
          .columns.getItem('Nom')
          .filter.apply({ filterOn: 'Values', values: ['Zoé'] });
        sheet.getRange('A3:C3').delete('Up');
      },
    ],
    [
      'a list longer than 255 characters',
      'InvalidArgument',
      (_, sheet) => {
        sheet.getRange('H1').dataValidation.rule = { list: { inCellDropDown: true, source: 'x,'.repeat(200) } };
      },
    ],
    [
      'a message title longer than 32',
      'InvalidArgument',
      (_, sheet) => {
        sheet.getRange('H1').dataValidation.prompt = { title: 'x'.repeat(33), message: '', showPrompt: true };
      },
    ],
    [
      'an alert longer than 225 characters',
      'InvalidArgument',
      (_, sheet) => {
        const errorAlert = { title: '', message: 'x'.repeat(226), showAlert: true, style: 'Stop' as const };
        sheet.getRange('H1').dataValidation.errorAlert = errorAlert;
      },
    ],
    [
      'an alert of no known style',
      'InvalidArgument',
      (_, sheet) => {
        const errorAlert = { title: '', message: '', showAlert: true, style: 'Halt' };
        sheet.getRange('H1').dataValidation.errorAlert = errorAlert as unknown as Excel.DataValidationErrorAlert;
      },
    ],
    [
      'a validation that is not a list',
      'UnsupportedOperation',
      (_, sheet) => {
        sheet.getRange('H1').dataValidation.rule = { custom: { formula: '=TRUE' } };
      },
    ],
    [
      'a conditional format other than a formula',
      'InvalidArgument',
      (_, sheet) => sheet.getRange('H1').conditionalFormats.add('ContainsText'),
    ],
    [
      'the last visible sheet hidden',
      'InvalidOperation',
      (workbook, sheet) => {
        workbook.worksheets.getItem('Feuil1').visibility = 'Hidden';
        sheet.visibility = 'Hidden';
      },
    ],
  ])('%s', async (_, code, act) => {
    expect((await refusal(act)).code).toBe(code);
  });

  test('by naming the class and the member', async () => {
    const error = await refusal((_, sheet) => sheet.getRange('A1').merge());
    expect(error.message).toContain('Range.Merge');
  });
});

test('what came before the refusal stays done', async () => {
  await refusal((workbook, sheet) => {
    sheet.getRange('K1').values = [['fait']];
    workbook.worksheets.getItem('Absente').load('name');
    sheet.getRange('K2').values = [['pas fait']];
  });
  const cells = host.workbook.sheet('Personnes')?.cells;
  expect([cells?.value(0, 10), cells?.value(1, 10)]).toEqual(['fait', null]);
});

test('a null object: says so after a sync, reads nothing, ignores methods, refuses to be set', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('Absente').load('name');
    const inner = sheet.tables.getItemOrNullObject('x');
    await context.sync();
    expect([sheet.isNullObject, sheet.name, inner.isNullObject]).toEqual([true, undefined, true]);
    sheet.activate();
    await context.sync();
  });
  const error = await refusal((workbook) => (workbook.tables.getItemOrNullObject('Absente').name = 'Nom'));
  expect(error.code).toBe('InvalidOperation');
});

test('a range whose cells were deleted is an invalid reference', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.add('Vide').getRange('M5:M6');
    await context.sync();
    host.asOtherAuthor((workbook) =>
      workbook.sheet('Vide')?.remove({ top: 3, left: 0, height: 5, width: 16_384 }, 'Up'),
    );
    range.load('values');
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidReference' });
  });
});

function codeThrown(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return (error as OfficeExtension.Error).code;
  }
  return undefined;
}

function people(sheet: Excel.Worksheet): Excel.Table {
  return sheet.tables.getItem('Passerelle_Personnes');
}

function rename(table: Excel.Table, name: string): void {
  table.name = name;
}
