/** What a person does to the workbook behind a `Book`, and sees in it: the other side of the contract tests. */

/** What is typed in a cell. Text stays the text it is; `result` is what the formula shows in a host that computes nothing. */
export type Typed =
  | string
  | number
  | boolean
  | null
  | { readonly date: string }
  | { readonly formula: string; readonly result: string | number };

/** What a cell holds: dates as serial numbers, formulas in en-US with their equals sign. */
export interface SeenCell {
  readonly value: string | number | boolean | null;
  readonly formula?: string;
}

export interface SeenTable {
  readonly name: string;
  readonly sheet: string;
  /** A1 address without the sheet. */
  readonly address: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly SeenCell[])[];
}

export interface SeenSheet {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly frozenRows: number;
}

/** How a column of a table is dressed: format of its first body cell, input message of its heading, list of its body. */
export interface SeenColumn {
  readonly format: string;
  readonly prompt?: string;
  readonly choices?: readonly string[];
  /** What Excel says of a value outside the list, which it does not take. */
  readonly refusal?: { readonly title: string; readonly message: string };
}

/** Tables are named by their Excel name, rows by the text of their first key cell equal to `key` in the column `keyHeading`. */
export interface WorkbookPerson {
  /** Undefined when no table bears that name. */
  readAll(table: string): Promise<SeenTable | undefined>;
  sheets(): Promise<readonly SeenSheet[]>;
  cell(sheet: string, address: string): Promise<SeenCell>;
  column(table: string, heading: string): Promise<SeenColumn>;
  /** Sets one cell of the row whose cell under « Identifiant » holds `key`. */
  setCell(table: string, key: string, heading: string, typed: Typed): Promise<void>;
  /** Writes outside every table. */
  setSheetCell(sheet: string, address: string, typed: Typed): Promise<void>;
  /** Types a row at the end of the table; headings left out stay empty. */
  addRow(table: string, cells: Readonly<Record<string, Typed>>): Promise<void>;
  deleteRow(table: string, key: string): Promise<void>;
  /** Inserts a column of the table at `position` (0-based), one cell per row. */
  addColumn(table: string, heading: string, position: number, cells: readonly Typed[]): Promise<void>;
  deleteColumn(table: string, heading: string): Promise<void>;
  renameHeading(table: string, heading: string, to: string): Promise<void>;
  renameTable(table: string, to: string): Promise<void>;
  renameSheet(sheet: string, to: string): Promise<void>;
  /** Puts the rows in ascending or descending order of the texts under `heading`; whole rows move. */
  sortBy(table: string, heading: string, order: 'ascending' | 'descending'): Promise<void>;
  /** Copies the table, cells and headings, on a new sheet under another name. */
  copyTable(table: string, name: string, sheet: string): Promise<void>;
  protectSheet(sheet: string): Promise<void>;
}

/** A workbook just made and empty (one blank sheet), seen from both sides. */
export interface BookUnderTest {
  readonly book: import('../../shared/flows/book.ts').Book;
  readonly person: WorkbookPerson;
}

export type MakeBook = () => Promise<BookUnderTest>;
