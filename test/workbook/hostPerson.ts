/** What a person does to the workbook of the fake host: the other side of the contract tests of `Book`. */
import type { Area, Host, Sheet, Table } from '../../addin/workbench/host/index.ts';
import { NO_VALIDATION } from '../../addin/workbench/host/model/rules.ts';
import { plainDate, toExcelSerial } from '../../shared/domain/calendar/plainDate.ts';
import { letters } from '../../shared/tables/letters.ts';
import type { SeenCell, SeenColumn, SeenSheet, SeenTable, Typed, WorkbookPerson } from '../book/workbookPerson.ts';

const visibilities = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

/** A person at the keyboard of `host`. */
export function hostPerson({ workbook, person }: Host): WorkbookPerson {
  const tableNamed = (name: string): Table => workbook.table(name) ?? missing(name);
  const sheetNamed = (name: string): Sheet => workbook.sheet(name) ?? missing(name);
  const placeOf = (table: Table, key: string, heading: string): [row: number, column: number] => {
    const keys = columnOf(table, 'Identifiant');
    const { top, height } = table.bodyArea;
    const offset = Array.from({ length: height }, (_, index) => index).find(
      (index) => String(table.sheet.cells.value(top + index, keys) ?? '') === key,
    );
    return offset === undefined ? missing(key) : [top + offset, columnOf(table, heading)];
  };
  return {
    readAll: async (name) => {
      const table = workbook.table(name);
      return table && seenTable(table);
    },
    sheets: async () =>
      workbook.sheets.map(({ name, visibility, frozenRows }): SeenSheet => ({
        name,
        visibility: visibilities[visibility],
        frozenRows,
      })),
    cell: async (sheet, address) => {
      const { area } = workbook.locate(address, sheetNamed(sheet));
      return seenCell(sheetNamed(sheet), area.top, area.left);
    },
    column: async (name, heading) => seenColumn(tableNamed(name), heading),
    setCell: async (name, key, heading, typed) => {
      const table = tableNamed(name);
      type(table.sheet, ...placeOf(table, key, heading), typed);
    },
    setSheetCell: async (sheet, address, typed) => {
      const { area } = workbook.locate(address, sheetNamed(sheet));
      type(sheetNamed(sheet), area.top, area.left, typed);
    },
    addRow: async (name, cells) => {
      const table = tableNamed(name);
      table.resize({ ...table.area, height: table.area.height + 1 });
      const row = table.area.top + table.area.height - 1;
      for (const [heading, typed] of Object.entries(cells)) type(table.sheet, row, columnOf(table, heading), typed);
    },
    deleteRow: async (name, key) => {
      const table = tableNamed(name);
      const [row] = placeOf(table, key, 'Identifiant');
      person.deleteRow(table, row - table.bodyArea.top);
    },
    addColumn: async (name, heading, position, cells) => {
      const table = tableNamed(name);
      table.addColumn(position);
      type(table.sheet, table.area.top, table.area.left + position, heading);
      table.nameHeaders();
      cells.forEach((typed, index) => type(table.sheet, table.bodyArea.top + index, table.area.left + position, typed));
    },
    deleteColumn: async (name, heading) => {
      const table = tableNamed(name);
      table.sheet.remove(table.columnArea(table.columnIndex(heading)), 'Left');
    },
    renameHeading: async (name, heading, to) => person.renameHeading(tableNamed(name), heading, to),
    renameTable: async (name, to) => workbook.renameTable(tableNamed(name), to),
    renameSheet: async (name, to) => workbook.renameSheet(sheetNamed(name), to),
    sortBy: async (name, heading, order) => person.sort(tableNamed(name), heading, order === 'ascending'),
    copyTable: async (name, to, sheetName) => {
      const { sheet, area } = tableNamed(name);
      const target = workbook.addSheet(sheetName);
      eachCell(area, (row, column) => {
        const value = sheet.cells.value(row, column);
        target.cells.put(row, column, value, sheet.cells.formula(row, column));
        target.cells.setStyle(row, column, sheet.cells.style(row, column));
      });
      workbook.addTable(target, area, true, to);
    },
    protectSheet: async (name) => person.protect(name),
  };
}

function missing(name: string): never {
  throw new Error(`the person does not find ${name}`);
}

function columnOf(table: Table, heading: string): number {
  const index = table.columnIndex(heading);
  return index < 0 ? missing(heading) : table.area.left + index;
}

/** Puts in a cell what the keyboard would: text stays text whatever it looks like. */
function type(sheet: Sheet, row: number, column: number, typed: Typed): void {
  if (typed !== null && typeof typed === 'object') {
    if ('date' in typed) sheet.cells.put(row, column, toExcelSerial(plainDate(typed.date)));
    else sheet.cells.put(row, column, typed.result, typed.formula);
  } else sheet.cells.put(row, column, typed === '' ? null : typed);
}

function seenCell(sheet: Sheet, row: number, column: number): SeenCell {
  const formula = sheet.cells.formula(row, column);
  const value = sheet.cells.value(row, column);
  return formula === undefined ? { value } : { value, formula };
}

function seenTable(table: Table): SeenTable {
  const { sheet, area, bodyArea } = table;
  const last = `${letters(area.left + area.width)}${area.top + area.height}`;
  return {
    name: table.name,
    sheet: sheet.name,
    address: `${letters(area.left + 1)}${area.top + 1}:${last}`,
    headings: table.headings(),
    rows: Array.from({ length: bodyArea.height }, (_, row) =>
      Array.from({ length: bodyArea.width }, (_, column) =>
        seenCell(sheet, bodyArea.top + row, bodyArea.left + column),
      ),
    ),
  };
}

function seenColumn(table: Table, heading: string): SeenColumn {
  const { sheet, area } = table;
  const column = columnOf(table, heading);
  const prompt = sheet.validations.at(area.top, column)?.prompt.message;
  const { rule, errorAlert } = sheet.validations.at(area.top + 1, column) ?? NO_VALIDATION;
  const { list } = rule as { list?: { source: string } };
  const { title, message, showAlert, style } = errorAlert;
  const isRefused = list !== undefined && showAlert && style === 'Stop';
  return {
    format: sheet.cells.style(area.top + 1, column).numberFormat,
    ...(prompt ? { prompt } : {}),
    ...(list ? { choices: list.source.split(',') } : {}),
    ...(isRefused ? { refusal: { title, message } } : {}),
  };
}

function eachCell({ top, left, height, width }: Area, visit: (row: number, column: number) => void): void {
  for (let row = top; row < top + height; row++)
    for (let column = left; column < left + width; column++) visit(row, column);
}
