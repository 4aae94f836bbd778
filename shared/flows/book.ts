/**
 * The workbook as the flows see it: a port with two adapters, `addin/workbook` over Office.js and `server/xlsx` over a file.
 * Nothing is parsed here: cells come typed with their address, and what they mean is the business of `shared/tables`.
 */
import type { PlanLine } from '../domain/review/plan.ts';
import type { Place } from '../domain/finding.ts';
import type { Result } from '../domain/result.ts';
import type { Cell } from '../domain/review/cell.ts';
import type { ChartedTable, TableDeclaration } from '../tables/declaration.ts';
import type { Signal } from './ports.ts';

/** A cell of a column that is not ours. */
export interface UserCell {
  readonly heading: string;
  readonly cell: Cell;
  /** en-US formula text, `=B2*2`, when the cell holds one. */
  readonly formula?: string;
}

export interface BookRow {
  /** Canonical value of the key column; '' when the person left it empty. */
  readonly key: string;
  /** 0-based position in the body of the table. */
  readonly index: number;
  /** By column key; a column missing from the sheet is absent. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** Keys of our columns where the person typed a formula. */
  readonly formulas: readonly string[];
  /** What the person added beside our columns, in the order of the sheet; blanks left out. */
  readonly others: readonly UserCell[];
}

export interface FoundTable {
  readonly state: 'found';
  readonly sheet: string;
  /** A1 address of the whole table without the sheet: `A3:AF64`. */
  readonly address: string;
  /** The Excel name it bears today, when a person renamed it. */
  readonly renamedFrom?: string;
  /** Column key → A1 letter. */
  readonly letters: Readonly<Record<string, string>>;
  /** 1-based sheet row of the first body row. */
  readonly firstRow: number;
  readonly rows: readonly BookRow[];
  /** True for a table of a JSON document: rows are lines, numbered from `firstRow`, in no sheet; letters are empty, their keys are its columns. */
  readonly isDocument?: boolean;
  /** What the filter that hides some of its rows asks for, in the adapter's own words; absent without one. */
  readonly filter?: string;
}

export type TableState =
  | FoundTable
  | { readonly state: 'absent' }
  | { readonly state: 'broken'; readonly sheet: string; readonly missingHeadings: readonly string[] }
  | { readonly state: 'ambiguous'; readonly candidates: readonly { readonly name: string; readonly sheet: string }[] };

/** One state per table asked for, by Excel name. */
export type BookSnapshot = Readonly<Record<string, TableState>>;

/** The cell that the person is on, in the body of a table. */
export interface SelectedCell {
  readonly table: string;
  /** The whole row, read as `read` does. */
  readonly row: BookRow;
  /** Key of its column; absent in a column of the person's own. */
  readonly column?: string;
}

/** Lines for one table; the table is created when it is absent. */
export interface TableChange {
  readonly table: TableDeclaration;
  readonly lines: readonly PlanLine[];
  /** Sentence written above the table, « Données Lucca du … ». Absent: left as it is. */
  readonly caption?: string;
  /** A filter that a write cut short may have lost, as `read` told it: put back after the lines, unless the table has one. */
  readonly filter?: string;
}

/** `onProgress` counts lines. The signal is looked at between two blocks: a cancelled write answers `cancelled`. */
export interface WriteOptions {
  readonly signal?: Signal;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

/** What became of each line: written, found already done, or sent back because the cell no longer holds its `before`. */
export interface WriteReport {
  readonly written: number;
  readonly already: number;
  readonly refused: readonly PlanLine[];
}

export type BookErrorCode =
  | 'cancelled'
  | 'readOnly'
  | 'protectedSheet'
  | 'cellEdit'
  | 'tableBroken'
  | 'tableAmbiguous'
  | 'tableGone'
  | 'noRoom'
  | 'hostTimeout'
  | 'fileLocked'
  | 'fileUnreadable'
  | 'hostRefused';

/** Why the workbook could not be read or written. `facts` name the sheet, the table, the headings: never a value of a cell. */
export interface BookError {
  readonly code: BookErrorCode;
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * What became of the chart of a table. `drawn`: made now. `kept`: it was there, and reads every row of the table. `absent`: it is not there,
 * and was not asked for, or its table is not there. `notHere`: this workbook draws no chart.
 */
export type ChartOutcome = 'drawn' | 'kept' | 'absent' | 'notHere';

export interface Book {
  /** State and rows of each table. Reads only. */
  read(tables: readonly TableDeclaration[]): Promise<Result<BookSnapshot, BookError>>;
  /**
   * Creates the tables that are absent, then sets, appends and deletes, in the order given, block by block.
   * Never touches a column that is not declared. Lines whose row or cell changed since are sent back untouched; lines already done are skipped,
   * so that the same change may be written again after a fault.
   */
  write(changes: readonly TableChange[], options?: WriteOptions): Promise<Result<WriteReport, BookError>>;
  /** Selects the cell, or the row, or the table, of `place`. */
  show(place: Place): Promise<Result<void, BookError>>;
  /** Where the person is, among `tables`; undefined elsewhere: on headings, totals or a blank row, and where nobody selects. Reads only. */
  selected(tables: readonly TableDeclaration[]): Promise<Result<SelectedCell | undefined, BookError>>;
  /**
   * Has the chart of `table` read all its rows; with `draw`, makes it when it is not there. Nothing else of a chart that is there is
   * touched: its place, its size and its looks are the person's. A file keeps the charts that Excel drew in it and draws none.
   */
  chart(table: ChartedTable, wish: 'draw' | 'keep'): Promise<Result<ChartOutcome, BookError>>;
}
