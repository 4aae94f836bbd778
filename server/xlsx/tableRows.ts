/** The rows of a table read from its sheet, and the rows a plan wants put in their place. */
import type { Cell } from '../../shared/domain/review/cell.ts';
import type { BookRow, UserCell } from '../../shared/flows/book.ts';
import { bookRow, userCell } from '../../shared/tables/bookRow.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import type { Positions } from '../../shared/tables/findTable.ts';
import { cellsToWrite, type Entry, type EntryRow } from '../../shared/tables/tableBody.ts';
import { readCell, writeCell, writeFormula, type CellReader } from './cellValue.ts';
import type { RowMove } from './rowMove.ts';
import { cellAt, formulaOf, isFilled, putCell, type CellXml, type RowXml, type SheetXml } from './sheetPart.ts';
import type { TablePart } from './tablePart.ts';

/** A table found in a sheet, ready to be read or changed. */
export interface SheetTableView {
  readonly declaration: TableDeclaration;
  readonly part: TablePart;
  readonly positions: Positions;
  readonly sheet: SheetXml;
}

/** First and last row of the body of a table. */
export function bodyOf({ area, totalRows }: TablePart): { readonly first: number; readonly last: number } {
  return { first: area.top + 1, last: area.bottom - totalRows };
}

function othersIn(reader: CellReader, view: SheetTableView, row: number): UserCell[] {
  const { part, positions, sheet } = view;
  const ours = new Set(Object.values(positions));
  return part.headings.flatMap((heading, position): UserCell[] => {
    const cell = cellAt(sheet, row, part.area.left + position);
    if (ours.has(position) || !cell || !isFilled(cell)) return [];
    const formula = formulaOf(cell);
    return userCell(heading, readCell(reader, cell), formula === undefined ? undefined : `=${formula}`);
  });
}

/** The body of a table, row by row; undefined where there is no row for the port. */
export function readRows(reader: CellReader, view: SheetTableView): (BookRow | undefined)[] {
  const { declaration, part, positions, sheet } = view;
  const { first, last } = bodyOf(part);
  const columns = declaration.columns.flatMap(({ key, kind }) => {
    const position = positions[key];
    return position === undefined ? [] : [{ key, kind, at: part.area.left + position }];
  });
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const row = first + index;
    const cells: Record<string, Cell> = {};
    const formulas: string[] = [];
    for (const { key, kind, at } of columns) {
      const cell = cellAt(sheet, row, at);
      cells[key] = readCell(reader, cell, kind);
      if (cell && formulaOf(cell) !== undefined) formulas.push(key);
    }
    return bookRow(declaration, { index, cells, formulas, others: othersIn(reader, view, row) });
  });
}

/** Cells of a row outside the table that would be lost or torn from it: what is typed, not computed. */
function typedBeside(sheet: SheetXml, row: number, { area }: TablePart): boolean {
  return [...(sheet.rows.get(row)?.cells ?? [])].some(
    ([column, cell]) => (column < area.left || column > area.right) && isFilled(cell) && formulaOf(cell) === undefined,
  );
}

function filledBeside(sheet: SheetXml, row: number, { area }: TablePart): boolean {
  return [...(sheet.rows.get(row)?.cells ?? [])].some(
    ([column, cell]) => (column < area.left || column > area.right) && isFilled(cell),
  );
}

const LAST_COLUMN = 16_384;

/**
 * Formulas written beside a table follow their row, unless the rows that go hold something typed there, or rows that come would
 * cover something: what stands beside then stays where it is, as Excel does.
 */
function columnsThatMove(view: SheetTableView, places: readonly (number | undefined)[], grown: number, alone: boolean) {
  const { part, sheet } = view;
  const { first, last } = bodyOf(part);
  const gone = places.flatMap((place, index) => (place === undefined ? [first + index] : []));
  const coming = Array.from({ length: Math.max(0, grown) }, (_, index) => last + part.totalRows + 1 + index);
  const stays =
    !alone || gone.some((row) => typedBeside(sheet, row, part)) || coming.some((row) => filledBeside(sheet, row, part));
  return stays ? { left: part.area.left, right: part.area.right } : { left: 1, right: LAST_COLUMN };
}

/**
 * How the sheet moves when the body becomes `rows`; `below` is left to the caller, who knows what stands there.
 * `alone`: no other table stands beside this one.
 */
export function moveFor(view: SheetTableView, rows: readonly Entry[], alone: boolean): RowMove {
  const { part } = view;
  const { first, last } = bodyOf(part);
  const length = Math.max(1, rows.length);
  const newLast = first + length - 1;
  const bodyPlaces = Array.from({ length: last - first + 1 }, (): number | undefined => undefined);
  rows.forEach((entry, index) => {
    if (entry.index !== undefined) bodyPlaces[entry.index] = first + index;
  });
  // An Excel table keeps one row when all are taken away.
  if (rows.length === 0) bodyPlaces[0] = first;
  const totals = Array.from({ length: part.totalRows }, (_, index) => newLast + 1 + index);
  const places = [...bodyPlaces, ...totals];
  const grown = newLast - last;
  const below = { below: 0, tableLeft: part.area.left, tableRight: part.area.right };
  return { ...columnsThatMove(view, places, grown, alone), first, last, newLast, places, ...below };
}

function takeBand(sheet: SheetXml, move: RowMove): (RowXml | undefined)[] {
  return move.places.map((_, index) => {
    const row = sheet.rows.get(move.first + index);
    if (!row) return undefined;
    const inside = [...row.cells].filter(([column]) => column >= move.left && column <= move.right);
    for (const [column] of inside) row.cells.delete(column);
    const taken = { attributes: row.attributes, cells: new Map(inside) };
    sheet.rows.set(move.first + index, { attributes: '', cells: row.cells });
    return taken;
  });
}

function putBand(sheet: SheetXml, number: number, band: RowXml): void {
  const cells = new Map([...(sheet.rows.get(number)?.cells ?? []), ...band.cells]);
  sheet.rows.set(number, { attributes: band.attributes, cells });
}

/** Moves what stands under the table down, within its columns. */
function moveBelow(sheet: SheetXml, move: RowMove): void {
  if (move.below === 0) return;
  const under = move.first + move.places.length;
  const numbers = [...sheet.rows.keys()].filter((number) => number >= under).sort((a, b) => b - a);
  for (const number of numbers) {
    for (const [column, cell] of [...(sheet.rows.get(number)?.cells ?? [])]) {
      if (column < move.tableLeft || column > move.tableRight) continue;
      putCell(sheet, number, column, undefined);
      putCell(sheet, number + move.below, column, cell);
    }
  }
}

/** Moves the cells of a sheet. Row heights and what a filter hides follow their row. */
export function moveRows(sheet: SheetXml, move: RowMove): void {
  const band = takeBand(sheet, move);
  moveBelow(sheet, move);
  move.places.forEach((place, index) => {
    const row = band[index];
    if (place !== undefined && row) putBand(sheet, place, row);
  });
}

/** The cell a new row takes after: its style, and the formula that Excel fills down. */
function modelCells(view: SheetTableView, model: number): Map<number, CellXml> {
  const { part, sheet } = view;
  return new Map(
    part.headings.flatMap((_, position): [number, CellXml][] => {
      const column = part.area.left + position;
      const like = cellAt(sheet, model, column);
      const style = /\ss="\d+"/.exec(like?.attributes ?? '')?.[0] ?? '';
      const formula = part.calculated[position];
      if (formula !== undefined) return [[column, writeFormula({ attributes: style, inner: '' }, formula)]];
      return style === '' ? [] : [[column, { attributes: style, inner: '' }]];
    }),
  );
}

function fillRow(reader: CellReader, view: SheetTableView, number: number, row: EntryRow): void {
  const { part, positions, sheet } = view;
  for (const [key, value] of Object.entries(cellsToWrite(row))) {
    const position = positions[key];
    if (position === undefined) continue;
    const column = part.area.left + position;
    putCell(sheet, number, column, writeCell(reader, cellAt(sheet, number, column), value));
  }
  const ours = new Set(Object.values(positions));
  for (const { heading, cell, formula } of row.kept) {
    const position = part.headings.indexOf(heading);
    if (position < 0 || ours.has(position)) continue;
    const column = part.area.left + position;
    const present = cellAt(sheet, number, column);
    const value = formula === undefined ? writeCell(reader, present, cell) : writeFormula(present, formula);
    putCell(sheet, number, column, value);
  }
}

function clearRow(reader: CellReader, view: SheetTableView, number: number): void {
  const { part, sheet } = view;
  part.headings.forEach((_, position) => {
    const column = part.area.left + position;
    if (part.calculated[position] !== undefined) return;
    putCell(sheet, number, column, writeCell(reader, cellAt(sheet, number, column), { blank: true }));
  });
}

/** Writes the settled rows in a sheet whose rows have moved already. New rows look like the row that was last. */
export function fillRows(reader: CellReader, view: SheetTableView, rows: readonly Entry[], move: RowMove): void {
  const { first } = move;
  if (rows.length === 0) clearRow(reader, view, first);
  const oldRows = rows.flatMap((entry, index) => (entry.index === undefined ? [] : [index]));
  const model = first + (oldRows.at(-1) ?? 0);
  const like = oldRows.length > 0 ? modelCells(view, model) : new Map<number, CellXml>();
  rows.forEach((entry, index) => {
    const number = first + index;
    if (entry.index === undefined) like.forEach((cell, column) => putCell(view.sheet, number, column, cell));
    if (entry.row) fillRow(reader, view, number, entry.row);
  });
}
