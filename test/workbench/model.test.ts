import { describe, expect, test } from '@jest/globals';
import { createHost, restoreSnapshot, takeSnapshot } from '../../addin/workbench/host/index.ts';
import type { Host, Table } from '../../addin/workbench/host/index.ts';
import { addressOf, parseAddress, shifted, subtract } from '../../addin/workbench/host/model/area.ts';

const at = (address: string) => parseAddress(address)?.area ?? { top: -1, left: -1, height: 0, width: 0 };

describe('addresses', () => {
  test.each(['A1', 'Z9', 'AA10:AB12', 'XFD1048576', 'C:F', '3:9'])('%s reads and writes the same', (address) => {
    expect(addressOf(at(address))).toBe(address);
  });

  test('dollars, case, order and sheet names', () => {
    expect(parseAddress("'L''année'!$c$3:a1")).toEqual({ sheet: "L'année", area: at('A1:C3') });
    expect(parseAddress('Feuil1!B2')?.sheet).toBe('Feuil1');
    expect(['', 'A0', 'A1:', 'ABCD1', 'A1:B', 'x!y!A1'].map(parseAddress)).toEqual(Array(6).fill(undefined));
  });

  test('what is left without a hole, and after a shift', () => {
    expect(subtract(at('A1:C3'), at('B2')).map(addressOf)).toEqual(['A1:C1', 'A3:C3', 'A2', 'C2']);
    const band = { axis: 'rows', at: 2, from: 0, span: 16_384 } as const;
    const after = (address: string, count: number) => {
      const area = shifted(at(address), { ...band, count });
      return area && addressOf(area);
    };
    expect(['A1:A2', 'A3', 'A2:A5'].map((address) => after(address, 2))).toEqual(['A1:A2', 'A5', 'A2:A7']);
    expect(['A1:A2', 'A3:A4', 'A2:A5', 'A6'].map((address) => after(address, -2))).toEqual([
      'A1:A2',
      undefined,
      'A2:A3',
      'A4',
    ]);
  });
});

function people(): { host: Host; table: Table } {
  const host = createHost();
  const sheet = host.workbook.activeSheet;
  sheet.write(at('A1:C4'), [
    ['Nom', 'Entrée', 'Salaire'],
    ['Zoé', 46_300, 2100],
    ['Ana', 46_000, 1900],
    ['Élie', '', 2500],
  ]);
  sheet.writeNumberFormats(at('B2:B4'), 'dd/mm/yyyy');
  return { host, table: host.workbook.addTable(sheet, at('A1:C4'), true, 'Gens') };
}

const column = ({ sheet, bodyArea, area }: Table, index: number): unknown[] =>
  Array.from({ length: bodyArea.height }, (_, row) => sheet.cells.value(bodyArea.top + row, area.left + index));

describe('a person', () => {
  test('inserts a column in the middle: the columns after keep their ids', () => {
    const { host, table } = people();
    host.workbook.activeSheet.write(at('F1'), 'à côté');
    host.person.insertColumn(table, 'Salaire', 'Prime');
    expect(table.headings()).toEqual(['Nom', 'Entrée', 'Prime', 'Salaire']);
    expect(table.columnIds).toEqual([1, 2, 4, 3]);
    expect(column(table, 3)).toEqual([2100, 1900, 2500]);
    expect(table.sheet.cells.value(0, 6)).toBe('à côté');
  });

  test('sorts rows with their formats, in French order', () => {
    const { host, table } = people();
    host.person.sort(table, 'Nom');
    expect(column(table, 0)).toEqual(['Ana', 'Élie', 'Zoé']);
    host.person.sort(table, 'Entrée', false);
    expect(column(table, 0)).toEqual(['Zoé', 'Ana', 'Élie']);
    expect(table.sheet.cells.style(3, 1).numberFormat).toBe('dd/mm/yyyy');
    expect(table.sheet.used(at('A1:Z99'), false)).toEqual(at('A1:C4'));
  });

  test('inserts and deletes rows: what is below moves, what is beside does not', () => {
    const { host, table } = people();
    const { cells } = table.sheet;
    table.sheet.write(at('A6'), 'dessous');
    table.sheet.write(at('E3'), 'à côté');
    host.person.insertRow(table, 1, ['Bob', 46_200, 1]);
    expect([addressOf(table.area), cells.value(6, 0), cells.value(2, 4)]).toEqual(['A1:C5', 'dessous', 'à côté']);
    expect(cells.style(2, 1).numberFormat).toBe('dd/mm/yyyy');
    for (let left = 4; left > 0; left--) host.person.deleteRow(table, 0);
    expect([addressOf(table.area), column(table, 0)]).toEqual(['A1:C2', [null]]);
    table.addRows(undefined, [['Eve', '', 5]]);
    expect([addressOf(table.area), column(table, 0)]).toEqual(['A1:C2', ['Eve']]);
  });

  test('types under a table: it grows; types a heading twice: it is numbered; empties it: it gets a name', () => {
    const { host, table } = people();
    host.person.type('A5', 'Léa');
    expect(addressOf(table.area)).toBe('A1:C5');
    host.person.renameHeading(table, 'Salaire', 'nom');
    host.person.type('B1', '');
    expect(table.headings()).toEqual(['Nom', 'Colonne2', 'nom2']);
  });

  test('filters on what is shown', () => {
    const { host, table } = people();
    host.person.filter(table, 'Entrée', ['05/10/2026', '']);
    expect(table.hiddenRows()).toEqual([2]);
    host.person.filter(table, 'Entrée');
    expect(table.hiddenRows()).toEqual([]);
  });
});

test('a table without headings gets a row of them, and one without rows gets a blank one', () => {
  const { workbook } = createHost();
  workbook.activeSheet.write(at('A1:B1'), [[1, 2]]);
  const table = workbook.addTable(workbook.activeSheet, at('A1:B1'), false);
  expect([table.name, table.headings(), column(table, 1)]).toEqual(['Tableau1', ['Colonne1', 'Colonne2'], [2]]);
  expect(addressOf(workbook.addTable(workbook.activeSheet, at('D1:E1'), true).area)).toBe('D1:E2');
});

test('validations and conditional formats follow their cells', () => {
  const { host, table } = people();
  const { sheet } = table;
  const rule = { list: { inCellDropDown: true, source: 'Oui,Non' } };
  sheet.validations.patch(at('C2:C4'), { rule });
  host.person.insertRow(table, 1, ['Bob', '', 1]);
  host.person.insertColumn(table, 'Entrée', 'Mienne');
  expect(sheet.validations.entries.map((entry) => addressOf(entry.area))).toEqual(['D2:D5']);
  expect(sheet.validations.at(2, 3)?.rule).toEqual(rule);
});

test('changes are told: cells with their place, the rest by kind', () => {
  const { host, table } = people();
  const told: string[] = [];
  const stop = host.workbook.listen((change) =>
    told.push(change.what === 'cells' ? addressOf(change.area) : change.what),
  );
  host.person.type('B2', 1);
  host.workbook.renameTable(table, 'Equipe');
  host.workbook.renameSheet(table.sheet, 'Equipe');
  stop();
  host.person.type('B3', 1);
  expect(told).toEqual(['B2', 'layout', 'book']);
});

test('a snapshot is plain JSON and gives the same workbook back', () => {
  const { host, table } = people();
  const { workbook } = host;
  const { sheet } = table;
  sheet.restyle(at('B:B'), { bold: true });
  sheet.write(at('E2'), '=SUM(C2:C4)');
  sheet.validations.patch(at('C2:C4'), { prompt: { title: 'Salaire', message: 'Brut', showPrompt: true } });
  sheet.columnWidths[2] = 90;
  sheet.frozenRows = 1;
  host.person.filter(table, 'Nom', ['Ana']);
  host.person.protect(sheet.name);
  workbook.setVisibility(workbook.addSheet('_etat'), 'VeryHidden');
  const saved = takeSnapshot(workbook);
  const other = createHost().workbook;
  restoreSnapshot(other, JSON.parse(JSON.stringify(saved)) as typeof saved);
  expect(takeSnapshot(other)).toEqual(saved);
  expect(other.table('Gens')?.hiddenRows()).toEqual([1, 3]);
  expect(other.activeSheet.cells.formula(1, 4)).toBe('=SUM(C2:C4)');
  expect(other.activeSheet.cells.style(500, 1).bold).toBe(true);
  expect(() => other.activeSheet.write(at('A1'), 'x')).toThrow('protected');
});
