/**
 * How a sheet table is declared: once. The Excel table, its notes, lists and formats, the .xlsx template, the parsing of what people
 * typed, the CSV and the documentation page all come from the declaration.
 */

import type { ValueKind } from '../domain/review/cell.ts';

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
  /** Closed list of values, for `choice`. */
  readonly choices?: readonly string[];
  /** Column width in characters. */
  readonly width: number;
  /** Characters a cell may hold, when that is far more than usual: fewer rows are then read at once. */
  readonly longest?: number;
}

export interface TableDeclaration {
  /** Excel name of the table, ASCII, never translated. */
  readonly name: string;
  /** Title of the sheet it is created on. People may rename the sheet. */
  readonly title: string;
  readonly description: string;
  readonly visibility: 'visible' | 'veryHidden';
  /** Key of the column that identifies a row. */
  readonly key: string;
  readonly columns: readonly ColumnDeclaration[];
  /** Name of the table whose accepted values this one remembers: a line refused there is not written here either. */
  readonly memoryOf?: string;
}

/** The column of that key; an unknown key is a bug and throws. */
export function column(table: TableDeclaration, key: string): ColumnDeclaration {
  const found = table.columns.find((each) => each.key === key);
  if (!found) throw new RangeError(`${table.name} has no column ${key}`);
  return found;
}

/** The column that identifies a row. */
export function keyColumn(table: TableDeclaration): ColumnDeclaration {
  return column(table, table.key);
}

/** Column of a hidden table: plain text nobody reads in Excel. */
export function hiddenColumn(key: string, kind: ValueKind = 'text'): ColumnDeclaration {
  return { key, heading: key, kind, note: '', required: true, sensitivity: 'personal', width: 12 };
}
