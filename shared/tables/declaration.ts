/**
 * How a sheet table is declared: once. The Excel table, its notes, lists and formats, the .xlsx template, the parsing of what people
 * typed, the CSV and the documentation page all come from the declaration.
 */

import { blank, canonical, textCell, type ValueKind } from '../domain/review/cell.ts';
import type { RowCells } from '../domain/review/plan.ts';

export interface ColumnDeclaration {
  /** Technical name, ASCII, unique in the table. */
  readonly key: string;
  /** What stands in the header row. Columns are found by it. */
  readonly heading: string;
  readonly kind: ValueKind;
  /** Shown by Excel when the heading is selected. */
  readonly note: string;
  /** A table without this heading cannot be used. */
  readonly required: boolean;
  readonly sensitivity: 'open' | 'personal' | 'secret';
  /** Of a `decimal` that is a duration in hours, typed 7,5 or 7h30: the most that a cell may well hold. */
  readonly mostHours?: number;
  /** Worked out from other sheets: a sheet without it loses nothing of Lucca's. */
  readonly isDerived?: boolean;
  /** Closed list of values, for `choice`. */
  readonly choices?: readonly string[];
  /** Number format in en-US codes, where the one of the kind says too little. */
  readonly format?: string;
  /** Column width in characters. */
  readonly width: number;
  /** Characters a cell may hold, when that is far more than usual: fewer rows are then read at once. */
  readonly longest?: number;
}

/** A chart beside its table, where the workbook can draw: stacked columns, one series for each column of `series`. */
export interface ChartDeclaration {
  /** Name of the chart in its sheet, ASCII, never translated: it is found again by it. */
  readonly name: string;
  readonly title: string;
  /** Key of the column that says what stands under each bar; it is required, as those of `series` are. */
  readonly category: string;
  readonly series: readonly [string, ...string[]];
}

export interface TableDeclaration {
  /** Excel name of the table, ASCII, never translated. */
  readonly name: string;
  /** Title of the sheet it is created on. People may rename the sheet. */
  readonly title: string;
  readonly description: string;
  readonly visibility: 'visible' | 'veryHidden';
  /** Key of the column that identifies a row, or of the first of those that do together. */
  readonly key: string;
  /** The other columns that identify a row together with `key`: a regulation *and* the day from which it holds. */
  readonly alsoKey?: readonly string[];
  /** True where a person types rows of their own, which nothing identifies and no update touches: a blank key is then no fault. */
  readonly keyMayBeBlank?: boolean;
  readonly columns: readonly ColumnDeclaration[];
  /** Name of the table whose accepted values this one remembers: a line refused there is not written here either. */
  readonly memoryOf?: string;
  readonly chart?: ChartDeclaration;
}

export type ChartedTable = TableDeclaration & { readonly chart: ChartDeclaration };

/** The column of that key; an unknown key is a bug and throws. */
export function column(table: TableDeclaration, key: string): ColumnDeclaration {
  const found = table.columns.find((each) => each.key === key);
  if (!found) throw new RangeError(`${table.name} has no column ${key}`);
  return found;
}

/** The columns that identify a row together. */
export function keyColumns(table: TableDeclaration): readonly ColumnDeclaration[] {
  return [table.key, ...(table.alsoKey ?? [])].map((key) => column(table, key));
}

/** Thin spaces: the canonical text of a cell never holds one, so that no two rows of several cells share a key. */
const KEY_JOINT = '\u2009·\u2009';

/** What identifies a row: the canonical text of its key cells, joined; '' when the first is blank, whatever the others hold. */
export function rowKey(table: TableDeclaration, cells: RowCells): string {
  const parts = keyColumns(table).map(({ key, kind }) => canonical(kind, cells[key] ?? blank));
  return parts[0] === '' ? '' : parts.join(KEY_JOINT);
}

/** The cells that a key says: the inverse of `rowKey`, but for the spelling. */
export function keyCells(table: TableDeclaration, key: string): RowCells {
  const columns = keyColumns(table);
  const parts = columns.length > 1 ? key.split(KEY_JOINT) : [key];
  return Object.fromEntries(columns.map((each, index) => [each.key, textCell(parts[index] ?? '')]));
}

/** `key` as `rowKey` writes it, whatever its spaces and capitals. */
export function canonicalKey(table: TableDeclaration, key: string): string {
  return rowKey(table, keyCells(table, key));
}

/** Column of a hidden table: plain text nobody reads in Excel. */
export function hiddenColumn(key: string, kind: ValueKind = 'text'): ColumnDeclaration {
  return { key, heading: key, kind, note: '', required: true, sensitivity: 'personal', width: 12 };
}
