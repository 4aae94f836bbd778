/** The body of a table: as it stands before the lines of a plan, and as they make it. */
import { blank, isExactly } from '../domain/review/cell.ts';
import type { KeptCell, PlanLine, RowCells } from '../domain/review/plan.ts';
import type { BookRow } from '../flows/book.ts';
import type { TableDeclaration } from './declaration.ts';
import type { Positions } from './findTable.ts';

/** The columns a table holds: keys of ours, headings of the person's own. */
export interface Columns {
  readonly ours: ReadonlySet<string>;
  readonly beside: ReadonlySet<string>;
}

/** A table as it stands, before the lines. */
export interface StandingBody {
  readonly declaration: TableDeclaration;
  readonly columns: Columns;
  /** Row by row of the body; undefined where nobody typed anything: an empty Excel table has one such row. */
  readonly rows: readonly (BookRow | undefined)[];
}

/** A row of the body as the lines make it. */
export interface Entry {
  /** The body row it stands on before anything is written; undefined while it has none of its own. */
  readonly index: number | undefined;
  /** Undefined: a blank body row. */
  row: EntryRow | undefined;
}

export interface EntryRow {
  readonly key: string;
  /** The row of the sheet; undefined for one that a line adds. */
  readonly held: BookRow | undefined;
  /** Cells of ours by column key: every one the table has, for a new row. */
  cells: RowCells;
  /** Cells of the person still to be put beside it. */
  kept: readonly KeptCell[];
  /** The lines that made it what it is. */
  readonly lines: PlanLine[];
}

/** The columns of a table with these headings. */
export function columnsOf(positions: Positions, headings: readonly string[]): Columns {
  const places = new Set(Object.values(positions));
  return {
    ours: new Set(Object.keys(positions)),
    beside: new Set(headings.filter((_, position) => !places.has(position))),
  };
}

/** The body of a table that is not in the workbook yet: every column of ours, and the one blank row that Excel gives it. */
export function bodyToCome(declaration: TableDeclaration): StandingBody {
  const ours = new Set(declaration.columns.map(({ key }) => key));
  return { declaration, columns: { ours, beside: new Set() }, rows: [undefined] };
}

/** Cells of ours to write in a row: those that changed, or every one of a new row. */
export function cellsToWrite({ held, cells }: EntryRow): RowCells {
  if (!held) return cells;
  return Object.fromEntries(Object.entries(cells).filter(([key, cell]) => !isExactly(held.cells[key] ?? blank, cell)));
}
