/** What the grid asks about cells, answered from the store: nothing of the contents is copied into the engine. */
import type { Model, WorksheetProperties } from '@ironcalc/wasm';
import type { CellValue, Sheet, Workbook } from '../../host/index.ts';
import { CellTexts, editedText } from './cellText.ts';
import type { ConditionalLooks } from './conditionalLooks.ts';
import type { FormulaTranslator } from './french.ts';
import { PaintedStyles, tableLook } from './looks.ts';
import type { SheetViews } from './sheetViews.ts';

const KINDS = { number: 1, text: 2, logical: 4, error: 16 } as const;

export interface ReadingPorts {
  readonly book: Workbook;
  readonly views: SheetViews;
  readonly conditions: ConditionalLooks;
  readonly translator: FormulaTranslator;
}

export type Reading = Pick<
  Model,
  | 'getCellContent'
  | 'getFormattedCellValue'
  | 'getCellType'
  | 'getCellStyle'
  | 'getWorksheetsProperties'
  | 'getFirstNonEmptyInRowAfterColumn'
  | 'getLastNonEmptyInRowBeforeColumn'
  | 'getRowsWithData'
  | 'getColumnsWithData'
  | 'getShowGridLines'
>;

export function reading({ book, views, conditions, translator }: ReadingPorts): Reading {
  const texts = new CellTexts();
  const styles = new PaintedStyles();
  const valueAt = (sheet: Sheet, row: number, column: number): CellValue => sheet.cells.value(row - 1, column - 1);
  const isFilled = (line: readonly unknown[] | undefined, index: number): boolean => (line?.[index] ?? null) !== null;
  const lineOf = (index: number, row: number) => views.sheet(index).cells.rows[row - 1]?.values;
  return {
    getCellContent: (index, row, column) => contentOf(views.sheet(index), row - 1, column - 1, translator),
    getFormattedCellValue: (index, row, column) => {
      const { cells } = views.sheet(index);
      return texts.shown(cells.value(row - 1, column - 1), cells.style(row - 1, column - 1).numberFormat);
    },
    getCellType: (index, row, column) => typeOf(valueAt(views.sheet(index), row, column)),
    getCellStyle: (index, row, column) => {
      const sheet = views.sheet(index);
      const [r, c] = [row - 1, column - 1];
      return styles.of(sheet.cells.style(r, c), tableLook(sheet, book.tables, r, c), conditions.at(sheet, r, c));
    },
    getWorksheetsProperties: () => views.sheets.map(propertiesOf),
    getFirstNonEmptyInRowAfterColumn: (index, row, column) => {
      const line = lineOf(index, row);
      for (let at = column; at < (line?.length ?? 0); at++) if (isFilled(line, at)) return at + 1;
      return undefined;
    },
    getLastNonEmptyInRowBeforeColumn: (index, row, column) => {
      const line = lineOf(index, row);
      for (let at = column - 2; at >= 0; at--) if (isFilled(line, at)) return at + 1;
      return undefined;
    },
    getRowsWithData: (index, column) =>
      Int32Array.from(
        views.sheet(index).cells.rows.flatMap((line, row) => (isFilled(line?.values, column - 1) ? [row + 1] : [])),
      ),
    getColumnsWithData: (index, row) =>
      Int32Array.from((lineOf(index, row) ?? []).flatMap((value, column) => (value === null ? [] : [column + 1]))),
    getShowGridLines: (index) => views.sheet(index).showGridlines,
  };
}

/** What the formula bar shows of a cell, counted from zero. */
export function contentOf({ cells }: Sheet, row: number, column: number, translator: FormulaTranslator): string {
  const formula = cells.formula(row, column);
  if (formula !== undefined) return translator.toFrench(formula);
  return editedText(cells.value(row, column), cells.style(row, column).numberFormat);
}

function typeOf(value: CellValue): number {
  if (typeof value === 'string') return /^#[A-Z0-9/]+[!?A]$/.test(value) ? KINDS.error : KINDS.text;
  if (typeof value === 'boolean') return KINDS.logical;
  return value === null ? KINDS.text : KINDS.number;
}

function propertiesOf(sheet: Sheet): WorksheetProperties {
  const { id, name, visibility, tabColor } = sheet;
  const state = visibility === 'Visible' ? 'visible' : 'hidden';
  const properties = { name, state, sheet_id: numberOf(id) };
  return tabColor === '' ? properties : { ...properties, color: tabColor };
}

const numbers = new Map<string, number>();

/** The grid tells sheets apart by a number of their own. */
function numberOf(id: string): number {
  const known = numbers.get(id) ?? numbers.size + 1;
  numbers.set(id, known);
  return known;
}
