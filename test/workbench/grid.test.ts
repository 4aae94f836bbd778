import { beforeEach, describe, expect, test } from '@jest/globals';
import { Model } from '@ironcalc/wasm';
import { createHost } from '../../addin/workbench/host/index.ts';
import type { Host } from '../../addin/workbench/host/index.ts';
import { NO_VALIDATION } from '../../addin/workbench/host/model/rules.ts';
import * as say from '../../addin/workbench/page/messages.ts';
import { GridModel } from '../../addin/workbench/page/grid/gridModel.ts';
import { withEngine } from './engine.ts';

withEngine();

let host: Host;
let grid: GridModel;
let said: string[];

beforeEach(() => {
  host = createHost();
  said = [];
  grid = new GridModel(
    host,
    (sentence) => said.push(sentence),
    () => undefined,
  );
});

const held = (address: string) => {
  const { sheet, area } = host.workbook.locate(address);
  return sheet.cells.formula(area.top, area.left) ?? sheet.cells.value(area.top, area.left);
};
/** The text painted in a cell of the active sheet. */
const shown = (address: string) => {
  const { sheet, area } = host.workbook.locate(address);
  return grid.model.getFormattedCellValue(grid.views.sheets.indexOf(sheet), area.top + 1, area.left + 1);
};
const type = (address: string, input: string) => {
  const { area } = host.workbook.locate(address);
  grid.model.setUserInput(0, area.top + 1, area.left + 1, input);
};
const select = (address: string) => {
  const { area } = host.workbook.locate(address);
  grid.model.setSelectedCell(area.top + 1, area.left + 1);
  grid.model.setSelectedRange(area.top + 1, area.left + 1, area.top + area.height, area.left + area.width);
};
const fillOf = (address: string) => {
  const { area } = host.workbook.locate(address);
  return grid.model.getCellStyle(0, area.top + 1, area.left + 1).style.fill.color;
};

/** « Temps » over A1:B3 of the first sheet. */
function withTable() {
  host.workbook.activeSheet.write({ top: 0, left: 0, height: 3, width: 2 }, [
    ['Nom', 'Heures'],
    ['Ana', 7],
    ['Bo', 8],
  ]);
  const table = host.workbook.addTable(
    host.workbook.activeSheet,
    { top: 0, left: 0, height: 3, width: 2 },
    true,
    'Temps',
  );
  grid.follow();
  return table;
}

describe('typing', () => {
  test('is French, and reaches the store as Excel would hold it', () => {
    type('A1', '12,5');
    type('A2', '12/10/2026');
    type('A3', '=SOMME(A1;A2)');
    type('A4', '12.5 %');
    type('A5', "'0123");
    expect(['A1', 'A2', 'A3', 'A4', 'A5'].map(held)).toEqual([12.5, 46_307, '=SUM(A1,A2)', '12.5 %', '0123']);
    expect(['A1', 'A2', 'A3', 'A4', 'A5'].map(shown)).toEqual(['12,5', '12/10/2026', '46319,5', '12.5 %', '0123']);
    expect(grid.model.getCellContent(0, 3, 1)).toBe('=SOMME(A1;A2)');
    expect(grid.model.getCellContent(0, 2, 1)).toBe('12/10/2026');
  });

  test('a formula nobody can read changes nothing and is said', () => {
    type('A1', '5');
    type('A1', '=1+');
    expect(held('A1')).toBe(5);
    expect(said).toEqual([say.notAFormula('=1+')]);
  });

  test('a text cell takes everything as text', () => {
    host.workbook.activeSheet.restyle({ top: 0, left: 0, height: 1, width: 1 }, { numberFormat: '@' });
    type('A1', '00042');
    expect(held('A1')).toBe('00042');
    type('A1', '=1+1');
    expect(held('A1')).toBe('=1+1');
    expect(host.workbook.activeSheet.cells.formula(0, 0)).toBeUndefined();
  });

  test('under a table makes it grow; the format of a column stays', () => {
    const table = withTable();
    type('A4', 'Cy');
    expect(table.area.height).toBe(4);
  });

  test('a value out of the list is refused with the sentence of the cell', () => {
    const rule = { list: { inCellDropDown: true, source: 'oui,non' } };
    const area = { top: 0, left: 0, height: 2, width: 1 };
    const errorAlert = { title: '', message: 'oui ou non', showAlert: true, style: 'Stop' };
    host.workbook.activeSheet.validations.entries = [{ area, validation: { ...NO_VALIDATION, rule, errorAlert } }];
    type('A1', 'peut-être');
    type('A2', 'oui');
    expect([held('A1'), held('A2'), ...said]).toEqual([null, 'oui', 'oui ou non']);
  });

  test('a protected sheet says so', () => {
    host.person.protect('Feuil1');
    type('A1', 'x');
    expect([held('A1'), ...said]).toEqual([null, say.refused('AccessDenied')]);
  });

  test('is taken back and done again, until something else happens', () => {
    type('A1', '1');
    type('A1', '2');
    grid.model.undo();
    expect(held('A1')).toBe(1);
    grid.model.undo();
    expect([held('A1'), grid.model.canUndo()]).toEqual([null, false]);
    grid.model.redo();
    expect(held('A1')).toBe(1);
    host.asOtherAuthor((book) => book.activeSheet.write({ top: 5, left: 5, height: 1, width: 1 }, 'x'));
    expect([grid.model.canUndo(), grid.model.canRedo()]).toEqual([false, false]);
  });
});

describe('several cells', () => {
  test('copied formulas keep their distance, values their format', () => {
    type('A1', '5');
    type('B1', '=A1*2');
    type('C1', '12/10/2026');
    select('A1:C1');
    const { data, range, csv } = grid.model.copyToClipboard();
    expect(csv).toBe('5\t=A1*2\t12/10/2026');
    select('A3');
    grid.model.pasteFromClipboard(0, range, data, false);
    expect(['A3', 'B3', 'C3'].map(held)).toEqual([5, '=A3*2', 46_307]);
    expect(shown('C3')).toBe('12/10/2026');
    select('A1:C1');
    grid.model.pasteFromClipboard(0, [3, 1, 3, 3], data, true);
    expect(['A3', 'B3', 'C3', 'B1'].map(held)).toEqual([null, null, null, '=A3*2']);
  });

  test('one cell is pasted over a whole selection', () => {
    type('A1', '7');
    select('A1');
    const { data, range } = grid.model.copyToClipboard();
    select('B1:C2');
    grid.model.pasteFromClipboard(0, range, data, false);
    expect(['B1', 'C1', 'B2', 'C2'].map(held)).toEqual([7, 7, 7, 7]);
  });

  test('what comes from another program is read in French', () => {
    select('A1');
    grid.model.pasteCsvText({ sheet: 0, row: 1, column: 1, width: 1, height: 1 }, 'Nom\tPrix\nAna\t1 234,5\n');
    expect(['A1', 'B1', 'A2', 'B2'].map(held)).toEqual(['Nom', 'Prix', 'Ana', 1234.5]);
    expect(host.workbook.activeSheet.selection).toEqual({ top: 0, left: 0, height: 2, width: 2 });
  });

  test('are cleared with Suppr, looks kept', () => {
    const table = withTable();
    select('A2:B3');
    grid.model.rangeClearContents(0, 2, 1, 3, 2);
    expect(table.headings()).toEqual(['Nom', 'Heures']);
    expect(['A2', 'B2', 'A3', 'B3'].map(held)).toEqual([null, null, null, null]);
    grid.model.undo();
    expect(['A2', 'B3'].map(held)).toEqual(['Ana', 8]);
  });

  test('whole columns are cleared without visiting a million rows', () => {
    withTable();
    grid.model.rangeClearContents(0, 1, 2, 1_048_576, 2);
    expect(['B1', 'B2', 'A2'].map(held)).toEqual(['Colonne2', null, 'Ana']);
  });

  test.each([
    ['a series', ['1', '3'], [5, 7, 9]],
    ['one number', ['4'], [4, 4, 4]],
    ['a date', ['12/10/2026'], [46_308, 46_309, 46_310]],
    ['texts', ['a', 'b'], ['a', 'b', 'a']],
    ['a formula', ['=B1+$B$1'], ['=B2+$B$1', '=B3+$B$1', '=B4+$B$1']],
  ])('%s is filled down', (_, source, result) => {
    source.forEach((input, row) => type(`A${row + 1}`, input));
    const height = source.length;
    grid.model.autoFillRows({ sheet: 0, row: 1, column: 1, width: 1, height }, height + 3);
    expect([1, 2, 3].map((n) => held(`A${height + n}`))).toEqual(result);
  });

  test('a series goes up and to the left as well', () => {
    type('C5', '10');
    type('C6', '12');
    grid.model.autoFillRows({ sheet: 0, row: 5, column: 3, width: 1, height: 2 }, 3);
    expect(['C3', 'C4'].map(held)).toEqual([6, 8]);
    grid.model.autoFillColumns({ sheet: 0, row: 3, column: 3, width: 1, height: 2 }, 2);
    expect(['B3', 'B4'].map(held)).toEqual([6, 8]);
  });
});

describe('rows, columns, sheets', () => {
  test('a row inserted in a table is one more row of it; its sizes follow', () => {
    const table = withTable();
    grid.model.insertRows(0, 3, 1);
    expect([table.area.height, held('A4')]).toEqual([4, 'Bo']);
    grid.model.setColumnsWidth(0, 2, 2, 145);
    expect(host.workbook.activeSheet.columnWidths[1]).toBe(100);
    grid.model.insertColumns(0, 2, 1);
    expect([table.headings(), grid.model.getColumnWidth(0, 3)]).toEqual([['Nom', 'Colonne2', 'Heures'], 145]);
    grid.model.deleteColumns(0, 2, 1);
    expect(table.headings()).toEqual(['Nom', 'Heures']);
  });

  test('formulas follow the cells they read', () => {
    type('A1', '5');
    type('B5', '=A1*2');
    grid.model.insertRows(0, 1, 2);
    expect([held('B7'), shown('B7')]).toEqual(['=A3*2', '10']);
    grid.model.renameSheet(0, 'Paie 2026');
    grid.model.newSheet();
    grid.model.setUserInput(1, 1, 1, "='Paie 2026'!B7+1");
    grid.model.renameSheet(0, 'Paie');
    expect([held('Feuil1!A1'), shown('Feuil1!A1')]).toEqual(['=Paie!B7+1', '11']);
  });

  test('the heading of a table is not deleted alone', () => {
    withTable();
    grid.model.deleteRows(0, 1, 1);
    expect([held('A1'), ...said]).toEqual(['Nom', say.refused('InsertDeleteConflict')]);
  });

  test('sheets are added, named, moved, hidden and shown; the last one stays', () => {
    const names = () => grid.model.getWorksheetsProperties().map(({ name, state }) => `${name} ${state}`);
    grid.model.newSheet();
    expect(host.workbook.activeSheet.name).toBe('Feuil2');
    grid.model.renameSheet(1, 'Totaux');
    grid.model.moveSheet(1, 0);
    expect(names()).toEqual(['Totaux visible', 'Feuil1 visible']);
    expect(grid.model.getSelectedSheet()).toBe(0);
    grid.model.hideSheet(0);
    expect([names(), host.workbook.activeSheet.name]).toEqual([['Totaux hidden', 'Feuil1 visible'], 'Feuil1']);
    grid.model.deleteSheet(1);
    expect(said).toEqual([say.refused('InvalidOperation')]);
    grid.model.unhideSheet(0);
    grid.model.renameSheet(0, 'Feuil1');
    expect(said.at(-1)).toBe(say.refused('ItemAlreadyExists'));
    grid.model.deleteSheet(1);
    expect(names()).toEqual(['Totaux visible']);
  });

  test('a very hidden sheet is never among them', () => {
    const { workbook } = host;
    workbook.setVisibility(workbook.addSheet('_etat'), 'VeryHidden');
    workbook.addSheet('Salariés');
    grid.follow();
    expect(grid.model.getWorksheetsProperties().map(({ name }) => name)).toEqual(['Feuil1', 'Salariés']);
    workbook.select(workbook.sheet('Salariés')!);
    grid.follow();
    expect(grid.model.getSelectedSheet()).toBe(1);
  });

  test('a filter hides rows, and shows them again', () => {
    const table = withTable();
    host.person.filter(table, 'Nom', ['Bo']);
    grid.follow();
    expect([grid.model.getRowHeight(0, 2), grid.model.getRowHeight(0, 3)]).toEqual([0, 25]);
    host.person.filter(table, 'Nom');
    grid.follow();
    expect(grid.model.getRowHeight(0, 2)).toBe(25);
  });
});

describe('the selection', () => {
  test('goes from the grid to the store', () => {
    select('B2');
    grid.model.onArrowDown();
    grid.model.onExpandSelectedRange('ArrowRight');
    expect(host.workbook.activeSheet.selection).toEqual({ top: 2, left: 1, height: 1, width: 2 });
  });

  test('and from the store to the grid, which scrolls to it', () => {
    host.workbook.select(host.workbook.activeSheet, { top: 499, left: 40, height: 2, width: 1 });
    grid.follow();
    const { row, column, range, top_row, left_column } = grid.model.getSelectedView();
    expect([row, column, range]).toEqual([500, 41, [500, 41, 501, 41]]);
    expect([top_row <= 500 && top_row > 480, left_column <= 41 && left_column > 20]).toEqual([true, true]);
  });

  test('Ctrl and an arrow go to the end of the block, then of the sheet', () => {
    withTable();
    select('A1');
    const edges = ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'].map((key) => {
      grid.model.onNavigateToEdgeInDirection(key);
      return [...grid.model.getSelectedCell()].slice(1);
    });
    expect(edges).toEqual([
      [3, 1],
      [3, 2],
      [3, 16_384],
      [3, 2],
      [1_048_576, 2],
      [3, 2],
    ]);
  });
});

describe('what is painted', () => {
  test('tables in bands, cells in their own colours, formats that depend on cells', () => {
    withTable();
    const sheet = host.workbook.activeSheet;
    sheet.restyle({ top: 1, left: 1, height: 1, width: 1 }, { fill: '#FFF4CE' });
    const rule = { text: { operator: 'Contains', text: '' }, fill: '#FDE7E9', fontColor: '#A4262C', bold: true };
    const areas = [{ top: 1, left: 0, height: 1_048_575, width: 1 }];
    sheet.conditionalFormats = [{ id: 'f', type: 'Custom', areas, formula: '=AND(LEN($A2)>0,$B2=8)', ...rule }];
    grid.follow();
    expect(['A1', 'A2', 'B2', 'A3', 'B3', 'A4'].map(fillOf)).toEqual([
      '#4472C4',
      '#D9E1F2',
      '#FFF4CE',
      '#FDE7E9',
      undefined,
      undefined,
    ]);
    type('B2', '8');
    type('B3', '7');
    expect(['A2', 'A3'].map(fillOf)).toEqual(['#FDE7E9', undefined]);
  });

  test('a screen of ten thousand rows of thirty-one columns is drawn at once', () => {
    const sheet = host.workbook.activeSheet;
    const line = (row: number) =>
      Array.from({ length: 31 }, (_, column) => (column % 3 ? `t ${row} ${column}` : row * column));
    sheet.write(
      { top: 0, left: 0, height: 10_000, width: 31 },
      Array.from({ length: 10_000 }, (_, row) => line(row)),
    );
    host.workbook.addTable(sheet, { top: 0, left: 0, height: 10_000, width: 31 }, true);
    const start = performance.now();
    grid.follow();
    for (let row = 9_900; row < 9_940; row++) {
      for (let column = 1; column <= 15; column++) {
        grid.model.getCellStyle(0, row, column);
        grid.model.getFormattedCellValue(0, row, column);
      }
    }
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(shown('B10000')).toBe('t 9999 1');
  });
});

test('what the store has no place for is refused aloud, and nothing else answers', () => {
  const refused = [
    'setAreaWithBorder',
    'setTheme',
    'newDefinedName',
    'addConditionalFormatting',
    'moveColumns',
    'setFrozenColumnsCount',
    'setRowsHidden',
    'duplicateSheet',
    'setLocale',
  ] as const;
  for (const name of refused) (grid.model[name] as () => void)();
  expect(said).toEqual(refused.map(() => say.notHere));
  const handled = Object.keys(grid.model).sort();
  expect(handled).toEqual(Object.getOwnPropertyNames(Model.prototype).sort());
});
