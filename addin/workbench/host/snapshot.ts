import type { Area } from './model/area.ts';
import type { CellValue } from './model/value.ts';
import type { Chart } from './model/charts.ts';
import type { ConditionalFormat, Validation } from './model/rules.ts';
import { Sheet } from './model/sheet.ts';
import type { Protection, Visibility } from './model/sheet.ts';
import { PLAIN, shareStyle } from './model/styles.ts';
import type { Style } from './model/styles.ts';
import { Table } from './model/table.ts';
import type { FilterCriteria } from './model/filters.ts';
import type { Workbook } from './model/workbook.ts';

/** One row that holds something: its number, its values, and by column its formulas and its styles (by number). */
export interface RowSnapshot {
  readonly row: number;
  readonly values: readonly CellValue[];
  readonly formulas?: Readonly<Record<string, string>>;
  readonly styles?: Readonly<Record<string, number>>;
}

export interface SheetSnapshot {
  readonly id: string;
  readonly name: string;
  readonly visibility: Visibility;
  readonly tabColor: string;
  readonly showGridlines: boolean;
  readonly frozenRows: number;
  readonly protection: Protection | null;
  readonly selection: Area;
  readonly columnWidths: Readonly<Record<string, number>>;
  readonly rowHeights: Readonly<Record<string, number>>;
  readonly columnStyles: Readonly<Record<string, number>>;
  readonly rows: readonly RowSnapshot[];
  readonly validations: readonly { area: Area; validation: Validation }[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly charts: readonly Chart[];
}

export interface TableSnapshot {
  readonly id: string;
  readonly name: string;
  readonly sheetId: string;
  readonly area: Area;
  readonly columnIds: readonly number[];
  readonly style: string;
  readonly showFilterButton: boolean;
  readonly showBandedRows: boolean;
  readonly hasTotals: boolean;
  readonly filters: readonly (readonly [number, FilterCriteria])[];
}

/** The whole workbook as plain JSON. Two workbooks alike give equal snapshots. */
export interface Snapshot {
  readonly activeSheetId: string;
  readonly styles: readonly Style[];
  readonly sheets: readonly SheetSnapshot[];
  readonly tables: readonly TableSnapshot[];
}

/** The items a list holds, by position: holes and `undefined` are left out. */
function held<T>(list: readonly (T | undefined)[] | undefined): Record<string, T> {
  const found: Record<string, T> = {};
  list?.forEach((item, index) => {
    if (item !== undefined) found[index] = item;
  });
  return found;
}

function fill<T>(list: (T | undefined)[], items: Readonly<Record<string, T>> | undefined): void {
  for (const [index, item] of Object.entries(items ?? {})) list[Number(index)] = item;
}

export function takeSnapshot(book: Workbook): Snapshot {
  const styles = new Map<Style, number>();
  const number = (style: Style): number => styles.get(style) ?? (styles.set(style, styles.size), styles.size - 1);
  const numbers = (list: readonly (Style | undefined)[] | undefined): Record<string, number> =>
    Object.fromEntries(
      Object.entries(held(list)).flatMap(([column, style]) => (style === PLAIN ? [] : [[column, number(style)]])),
    );
  const sheets = book.sheets.map((sheet) => ({
    ...header(sheet),
    columnStyles: numbers(sheet.cells.columnStyles),
    rows: rowsOf(sheet, numbers),
  }));
  const tables = book.tables.map(
    ({ id, name, sheet, area, columnIds, style, showFilterButton, showBandedRows, hasTotals, filters }) => {
      const look = { style, showFilterButton, showBandedRows, hasTotals, filters: [...filters] };
      return { id, name, sheetId: sheet.id, area, columnIds, ...look };
    },
  );
  return structuredClone({ activeSheetId: book.activeSheet.id, styles: [...styles.keys()], sheets, tables });
}

function header(sheet: Sheet): Omit<SheetSnapshot, 'rows' | 'columnStyles'> {
  const { id, name, visibility, tabColor, showGridlines, frozenRows, selection, conditionalFormats, charts } = sheet;
  return {
    ...{ id, name, visibility, tabColor, showGridlines, frozenRows, selection, conditionalFormats, charts },
    protection: sheet.protection ?? null,
    columnWidths: held(sheet.columnWidths),
    rowHeights: held(sheet.rowHeights),
    validations: sheet.validations.entries,
  };
}

function rowsOf(sheet: Sheet, numbers: (list?: (Style | undefined)[]) => Record<string, number>): RowSnapshot[] {
  return sheet.cells.rows.flatMap((line, row) => {
    if (!line) return [];
    const values = Array.from(line.values, (value) => value ?? null);
    while (values.length > 0 && values.at(-1) === null) values.pop();
    const [formulas, styles] = [held(line.formulas), numbers(line.styles)];
    const isEmpty = values.length + Object.keys(styles).length === 0;
    return isEmpty ? [] : [{ row, values, formulas, styles }];
  });
}

/** Makes the workbook what the snapshot says, ids included; what it held before is gone. */
export function restoreSnapshot(book: Workbook, snapshot: Snapshot): void {
  const styles = snapshot.styles.map(shareStyle);
  book.sheets = structuredClone(snapshot.sheets).map((saved) => restoreSheet(book, saved, styles));
  const sheetById = new Map(book.sheets.map((sheet) => [sheet.id, sheet]));
  book.tables = structuredClone(snapshot.tables).flatMap(({ id, name, sheetId, area, columnIds, filters, ...look }) => {
    const sheet = sheetById.get(sheetId);
    if (!sheet) return [];
    const table = Object.assign(new Table(id, name, sheet, area, [...columnIds]), look);
    for (const [column, criteria] of filters) table.filters.set(column, criteria);
    return [table];
  });
  for (const ref of book.followed) ref.area = undefined;
  book.activeSheet = sheetById.get(snapshot.activeSheetId) ?? book.activeSheet;
  book.changed({ what: 'book' });
}

function restoreSheet(book: Workbook, saved: SheetSnapshot, styles: readonly Style[]): Sheet {
  const { id, name, columnWidths, rowHeights, columnStyles, rows, validations, protection, ...plain } = saved;
  const sheet = Object.assign(new Sheet(id, name, book), plain, { protection: protection ?? undefined });
  const named = (items: Readonly<Record<string, number>> | undefined): Record<string, Style> =>
    Object.fromEntries(Object.entries(items ?? {}).map(([column, style]) => [column, styles[style] ?? PLAIN]));
  fill(sheet.columnWidths, columnWidths);
  fill(sheet.rowHeights, rowHeights);
  fill(sheet.cells.columnStyles, named(columnStyles));
  sheet.validations.entries = [...validations];
  for (const { row, values, formulas, styles: looks } of rows) {
    const line = sheet.cells.row(row);
    line.values = [...values];
    if (formulas) fill<string>((line.formulas = []), formulas);
    if (looks) fill<Style>((line.styles = []), named(looks));
  }
  return sheet;
}
