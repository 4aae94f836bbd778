/** What the grid asks to change, handed to the store. Rows and columns of the grid count from one. */
import type { Area as GridArea, Clipboard, ClipboardCell, Model } from '@ironcalc/wasm';
import { MAX_COLUMNS, MAX_ROWS, bottomOf, rightOf } from '../../host/model/area.ts';
import type { Area } from '../../host/model/area.ts';
import type { Sheet, Workbook } from '../../host/index.ts';
import type { FormulaTranslator } from './french.ts';
import type { PersonEdits } from './edits.ts';
import { contentOf } from './reading.ts';
import { areaOf, columnPoints, rowPoints } from './sheetViews.ts';
import type { SheetViews } from './sheetViews.ts';
import { stylesOf } from './styleChanges.ts';
import { tabSeparated } from './tabSeparated.ts';

export interface EditingPorts {
  readonly book: Workbook;
  readonly views: SheetViews;
  readonly edits: PersonEdits;
  readonly translator: FormulaTranslator;
  /** After each change, so that what the grid reads next is there. */
  readonly follow: () => void;
}

const whole = (top: number, left: number, height: number, width: number): Area => ({ top, left, height, width });
const rowsFrom = (row: number, count: number): Area => whole(row - 1, 0, count, MAX_COLUMNS);
const columnsFrom = (column: number, count: number): Area => whole(0, column - 1, MAX_ROWS, count);
const cellsOf = ({ row, column, height, width }: GridArea): Area => whole(row - 1, column - 1, height, width);

export function editing(ports: EditingPorts): Partial<Model> {
  return { ...contents(ports), ...clipboard(ports), ...structure(ports), ...sheets(ports) };
}

function contents({ views, edits, follow }: EditingPorts): Partial<Model> {
  const then = (act: () => void): void => (act(), follow());
  return {
    setUserInput: (index, row, column, input) => then(() => edits.type(views.sheet(index), row - 1, column - 1, input)),
    rangeClearContents: (index, ...range) => then(() => edits.clear(views.sheet(index), [areaOf(range)])),
    rangeClearFormatting: (index, ...range) =>
      then(() => edits.attempt(() => views.sheet(index).clear(areaOf(range), 'Formats'))),
    autoFillRows: (source, toRow) => {
      const from = cellsOf(source);
      const below = toRow - bottomOf(from);
      const target =
        below > 0
          ? { ...from, top: bottomOf(from), height: below }
          : { ...from, top: toRow - 1, height: from.top - toRow + 1 };
      if (target.height > 0) then(() => edits.fill(views.sheet(source.sheet), from, target));
    },
    autoFillColumns: (source, toColumn) => {
      const from = cellsOf(source);
      const beyond = toColumn - rightOf(from);
      const target =
        beyond > 0
          ? { ...from, left: rightOf(from), width: beyond }
          : { ...from, left: toColumn - 1, width: from.left - toColumn + 1 };
      if (target.width > 0) then(() => edits.fill(views.sheet(source.sheet), from, target));
    },
    updateRangeStyle: (range, path, value) => {
      const sheet = views.sheet(range.sheet);
      then(() =>
        edits.attempt(() => stylesOf(sheet, cellsOf(range), path, value, (color) => views.view.resolveColor(color))),
      );
    },
    undo: () => then(() => edits.undo()),
    redo: () => then(() => edits.redo()),
    canUndo: () => edits.history.canUndo,
    canRedo: () => edits.history.canRedo,
  };
}

function clipboard({ book, views, edits, translator, follow }: EditingPorts): Partial<Model> {
  /** Where a block of this size goes: the selection when it is a whole number of times the block, else from its corner. */
  const target = (height: number, width: number): Area => {
    const { selection } = book.activeSheet;
    const repeats = selection.height % height === 0 && selection.width % width === 0;
    return repeats ? selection : { ...selection, height, width };
  };
  const pasted = (where: Area): void => {
    book.select(book.activeSheet, where);
    follow();
  };
  return {
    copyToClipboard: () => copied(book.activeSheet, views, translator),
    pasteCsvText: (_area, text) => {
      const lines = tabSeparated(text);
      const where = { ...target(1, 1), height: lines.length, width: lines[0]?.length ?? 1 };
      edits.pasteTexts(book.activeSheet, where, lines);
      pasted(where);
    },
    pasteFromClipboard: (sourceSheet, range, _cells, isCut) => {
      const from = areaOf(range);
      const where = target(from.height, from.width);
      edits.pasteCells(views.sheet(sourceSheet), from, book.activeSheet, where, isCut);
      pasted(where);
    },
  };
}

function copied(sheet: Sheet, { view }: SheetViews, translator: FormulaTranslator): Clipboard {
  const { top, left, height, width } = clippedTo(sheet);
  const data = new Map<number, Map<number, ClipboardCell>>();
  const lines: string[] = [];
  const style = view.getCellStyle(0, 1, 1).style;
  for (let r = top; r < top + height; r++) {
    const cells = new Map<number, ClipboardCell>();
    for (let c = left; c < left + width; c++) cells.set(c + 1, { text: contentOf(sheet, r, c, translator), style });
    data.set(r + 1, cells);
    lines.push([...cells.values()].map(({ text }) => quoted(text)).join('\t'));
  }
  return { csv: lines.join('\n'), data, range: [top + 1, left + 1, top + height, left + width] };
}

/** Whole columns are copied down to the last row that holds something. */
function clippedTo({ selection, cells }: Sheet): Area {
  const width = cells.rows.reduce((most, line) => Math.max(most, line?.values.length ?? 0), 1);
  return {
    ...selection,
    height: Math.max(1, Math.min(selection.height, cells.rows.length - selection.top)),
    width: Math.max(1, Math.min(selection.width, Math.max(width - selection.left, 1))),
  };
}

const quoted = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function structure({ book, views, edits, follow }: EditingPorts): Partial<Model> {
  const change = (act: () => void): void => {
    edits.attempt(() => {
      act();
      book.recalculate();
    });
    follow();
  };
  const dress = (index: number, act: (sheet: Sheet) => void): void => {
    const sheet = views.sheet(index);
    change(() => {
      act(sheet);
      book.changed({ what: 'layout', sheet });
    });
  };
  return {
    insertRows: (index, row, count) => change(() => views.sheet(index).insert(rowsFrom(row, count), 'Down')),
    deleteRows: (index, row, count) => change(() => views.sheet(index).remove(rowsFrom(row, count), 'Up')),
    insertColumns: (index, column, count) =>
      change(() => views.sheet(index).insert(columnsFrom(column, count), 'Right')),
    deleteColumns: (index, column, count) =>
      change(() => views.sheet(index).remove(columnsFrom(column, count), 'Left')),
    setColumnsWidth: (index, first, last, pixels) =>
      dress(index, ({ columnWidths }) => {
        for (let column = first; column <= last; column++) columnWidths[column - 1] = columnPoints(pixels);
      }),
    setRowsHeight: (index, first, last, pixels) =>
      dress(index, ({ rowHeights }) => {
        for (let row = first; row <= last; row++) rowHeights[row - 1] = rowPoints(pixels);
      }),
    setShowGridLines: (index, isShown) => dress(index, (sheet) => (sheet.showGridlines = isShown)),
    setFrozenRowsCount: (index, count) => dress(index, (sheet) => (sheet.frozenRows = count)),
  };
}

function sheets({ book, views, edits, follow }: EditingPorts): Partial<Model> {
  const change = (act: () => void): void => {
    edits.attempt(act);
    follow();
  };
  return {
    newSheet: () => change(() => book.select(book.addSheet())),
    renameSheet: (index, name) => change(() => book.renameSheet(views.sheet(index), name)),
    deleteSheet: (index) => change(() => book.removeSheet(views.sheet(index))),
    hideSheet: (index) => change(() => book.setVisibility(views.sheet(index), 'Hidden')),
    unhideSheet: (index) => change(() => book.setVisibility(views.sheet(index), 'Visible')),
    moveSheet: (index, place) =>
      change(() => book.moveSheet(views.sheet(index), book.sheets.indexOf(views.sheet(place)))),
    setSheetColor: (index, color) =>
      change(() => {
        const sheet = views.sheet(index);
        sheet.tabColor = views.view.resolveColor(color);
        book.changed({ what: 'layout', sheet });
      }),
    setSelectedSheet: (index) =>
      change(() => {
        const sheet = views.sheet(index);
        if (sheet.visibility === 'Visible') book.select(sheet, sheet.selection);
      }),
  };
}
