/**
 * What IronCalc holds for the screen: a sheet without contents for each sheet that can be seen, with its sizes, its
 * frozen rows and its selection. It scrolls and moves the selection; what is in the cells is read from the store.
 */
import { Model } from '@ironcalc/wasm';
import { MAX_COLUMNS, MAX_ROWS, bottomOf, rightOf } from '../../host/model/area.ts';
import type { Area } from '../../host/model/area.ts';
import { DEFAULT_FONT_SIZE } from '../../host/assumptions.ts';
import type { Sheet, Workbook } from '../../host/index.ts';

/** Pixels of the grid for one point of Excel: its text is a little smaller, its rows a little higher. */
const COLUMN_SCALE = 1.45;
const ROW_SCALE = 25 / 15;
export const columnPoints = (pixels: number): number => Math.round((pixels / COLUMN_SCALE) * 100) / 100;
export const rowPoints = (pixels: number): number => Math.round((pixels / ROW_SCALE) * 100) / 100;
const DEFAULT_COLUMN_PX = 90;
const DEFAULT_ROW_PX = 25;
/** Rows left above a cell that is brought into sight. */
const MARGIN = 3;

interface Shown {
  readonly sheet: Sheet;
  widths: (number | undefined)[];
  heights: (number | undefined)[];
  frozenRows: number;
  hidden: ReadonlySet<number>;
}

export class SheetViews {
  readonly view = new Model('classeur', 'fr', 'Europe/Paris', 'fr');
  readonly #book: Workbook;
  #shown: Shown[] = [];
  #isUsed = false;
  /** True while the store is told of a move the grid has made. */
  isReporting = false;
  /** Pixels of the cells on the screen. */
  size = { width: 800, height: 400 };

  constructor(book: Workbook) {
    this.#book = book;
    this.view.pauseEvaluation();
  }

  /** The sheets a person can see or ask to see, in order: the grid numbers them so. */
  get sheets(): readonly Sheet[] {
    return this.#shown.map(({ sheet }) => sheet);
  }

  sheet(index: number): Sheet {
    const found = this.#shown[index]?.sheet;
    if (!found) throw new RangeError(`no sheet ${index}`);
    return found;
  }

  /** Brings sheets, sizes and selection to what the store says. */
  follow(): void {
    this.#followSheets(this.#book.sheets.filter(({ visibility }) => visibility !== 'VeryHidden'));
    this.#shown.forEach((shown, index) => this.#followSizes(shown, index));
    this.#followSelection();
    this.view.flushSendQueue();
  }

  /** Tells the store what is selected in the grid; answers whether that is news. */
  report(): boolean {
    const { sheet: index, range } = this.view.getSelectedView();
    const [sheet, where] = [this.sheet(index), areaOf(range)];
    if (sheet.visibility !== 'Visible') return false;
    if (sheet === this.#book.activeSheet && isSame(sheet.selection, where)) return false;
    this.isReporting = true;
    try {
      this.#book.select(sheet, where);
    } finally {
      this.isReporting = false;
    }
    return true;
  }

  #followSheets(wanted: readonly Sheet[]): void {
    const { view } = this;
    for (const sheet of wanted) {
      if (this.#shown.some((shown) => shown.sheet === sheet)) continue;
      // The engine is born with a sheet: the first one of the workbook takes it.
      if (this.#shown.length > 0 || this.#isUsed) view.newSheet();
      this.#isUsed = true;
      this.#shown.push({ sheet, widths: [], heights: [], frozenRows: 0, hidden: new Set() });
    }
    for (let index = this.#shown.length - 1; index >= 0; index--) {
      if (wanted.includes(this.sheet(index))) continue;
      view.deleteSheet(index);
      this.#shown.splice(index, 1);
    }
    wanted.forEach((sheet, target) => {
      const index = this.sheets.indexOf(sheet);
      if (index === target) return;
      view.moveSheet(index, target);
      this.#shown.splice(target, 0, ...this.#shown.splice(index, 1));
    });
  }

  #followSizes(shown: Shown, index: number): void {
    const { sheet } = shown;
    shown.widths = eachChange(shown.widths, sheet.columnWidths, (at, points) =>
      this.view.setColumnsWidth(
        index,
        at + 1,
        at + 1,
        points === undefined ? DEFAULT_COLUMN_PX : points * COLUMN_SCALE,
      ),
    );
    shown.heights = eachChange(shown.heights, heightsOf(sheet), (at, points) =>
      this.view.setRowsHeight(index, at + 1, at + 1, points === undefined ? DEFAULT_ROW_PX : points * ROW_SCALE),
    );
    if (shown.frozenRows !== sheet.frozenRows) this.view.setFrozenRowsCount(index, sheet.frozenRows);
    shown.frozenRows = sheet.frozenRows;
    this.#followHiddenRows(shown, index);
  }

  #followHiddenRows(shown: Shown, index: number): void {
    const filtered = this.#book.tables.filter((table) => table.sheet === shown.sheet && table.isFiltered);
    const hidden = new Set(filtered.flatMap((table) => table.hiddenRows()));
    for (const [start, end] of runs([...hidden].filter((row) => !shown.hidden.has(row)))) {
      this.view.setRowsHidden(index, start + 1, end + 1, true);
    }
    for (const [start, end] of runs([...shown.hidden].filter((row) => !hidden.has(row)))) {
      this.view.setRowsHidden(index, start + 1, end + 1, false);
    }
    shown.hidden = hidden;
  }

  #followSelection(): void {
    const { view } = this;
    const { activeSheet } = this.#book;
    const index = this.sheets.indexOf(activeSheet);
    if (index < 0) return;
    if (view.getSelectedSheet() !== index) view.setSelectedSheet(index);
    const { range } = view.getSelectedView();
    const { selection } = activeSheet;
    if (isSame(areaOf(range), selection)) return;
    view.setSelectedCell(selection.top + 1, selection.left + 1);
    view.setSelectedRange(selection.top + 1, selection.left + 1, bottomOf(selection), rightOf(selection));
    this.bringIntoSight(selection.top, selection.left);
  }

  /** Scrolls, when need be, so that the cell is seen. */
  bringIntoSight(row: number, column: number): void {
    const { view } = this;
    const index = view.getSelectedSheet();
    const { top_row: top, left_column: left } = view.getSelectedView();
    const [rows, columns] = this.#room(index, top, left);
    const isRowSeen = row < view.getFrozenRowsCount(index) || (row + 1 >= top && row + 1 < top + rows);
    const isColumnSeen = column + 1 >= left && column + 1 < left + columns;
    if (isRowSeen && isColumnSeen) return;
    const nextTop = isRowSeen ? top : Math.max(view.getFrozenRowsCount(index) + 1, row + 1 - MARGIN);
    view.setTopLeftVisibleCell(nextTop, isColumnSeen ? left : column + 1);
  }

  /** How many rows and columns are seen whole. */
  #room(index: number, top: number, left: number): [number, number] {
    const { view } = this;
    let height = this.size.height;
    for (let row = 1; row <= view.getFrozenRowsCount(index); row++) height -= view.getRowHeight(index, row);
    const count = (room: number, sizeOf: (step: number) => number): number => {
      let seen = 0;
      for (let rest = room - sizeOf(0); rest >= 0; rest -= sizeOf(seen)) seen++;
      return seen;
    };
    return [
      count(height, (step) => Math.max(1, view.getRowHeight(index, Math.min(top + step, MAX_ROWS)))),
      count(this.size.width, (step) => Math.max(1, view.getColumnWidth(index, Math.min(left + step, MAX_COLUMNS)))),
    ];
  }
}

/** A range of the grid (rows and columns from one, corners in any order) as a rectangle of the store. */
export function areaOf([row, column, lastRow, lastColumn]: readonly [number, number, number, number]): Area {
  const [top, left] = [Math.min(row, lastRow), Math.min(column, lastColumn)];
  return {
    top: top - 1,
    left: left - 1,
    height: Math.abs(lastRow - row) + 1,
    width: Math.abs(lastColumn - column) + 1,
  };
}

function isSame(a: Area, b: Area): boolean {
  return a.top === b.top && a.left === b.left && a.height === b.height && a.width === b.width;
}

/** Rows that hold letters larger than usual grow by themselves, as in Excel. Titles stand at the top: no further. */
const ROWS_THAT_GROW = 50;
const LEADING = 1.35;

function heightsOf({ rowHeights, cells }: Sheet): (number | undefined)[] {
  const heights = [...rowHeights];
  for (let row = 0; row < Math.min(ROWS_THAT_GROW, cells.rows.length); row++) {
    const largest = (cells.rows[row]?.styles ?? []).reduce((most, style) => Math.max(most, style?.fontSize ?? 0), 0);
    if (largest > DEFAULT_FONT_SIZE) heights[row] ??= largest * LEADING;
  }
  return heights;
}

function eachChange(
  before: readonly (number | undefined)[],
  after: readonly (number | undefined)[],
  apply: (at: number, size: number | undefined) => void,
): (number | undefined)[] {
  for (let at = 0; at < Math.max(before.length, after.length); at++) {
    if (before[at] !== after[at]) apply(at, after[at]);
  }
  return [...after];
}

/** Numbers in order as [first, last] of each stretch without a hole. */
function runs(numbers: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}
