/** A file of payroll as rows of cells: a text with separators, or a sheet of a workbook. Nothing is understood yet. */
import { textCell, type Cell } from '../../review/cell.ts';
import { separators, type Separator } from '../../files/delimited.ts';
import { delimitedRows } from '../../files/delimitedRows.ts';
import { decodedText } from '../../vouchers/files/decoding.ts';

export interface GridRow {
  /** Row of the sheet, or line of the text, from 1. */
  readonly at: number;
  readonly cells: readonly Cell[];
}

export interface Grid {
  /** Name of the sheet; null for a text. */
  readonly sheet: string | null;
  readonly rows: readonly GridRow[];
  /** Merged cells, in A1 form: only the first of each holds something. */
  readonly merged: readonly string[];
}

/** Longer than any list of people: 20,000 lines of 400 characters. */
export const LARGEST_TEXT_BYTES = 8_000_000;
/** Rows on which the separator is tried. */
const TRIED = 10;

const BEFORE_ROWS = /^\ufeff?(?:sep=.\r?\n)?/i;

/** The separator that makes the most cells of the first rows; the first of the list when they are equal. */
function separatorOf(text: string): Separator {
  const head = text.split('\n', TRIED).join('\n');
  const widths = separators.map((each) => delimitedRows(head, each).reduce((sum, { cells }) => sum + cells.length, 0));
  return separators[widths.indexOf(Math.max(...widths))] ?? ';';
}

/** The rows of a text file, whatever its encoding and its separator; undefined for what is no text. */
export function textGrid(file: Uint8Array): Grid | undefined {
  const text = decodedText(file, LARGEST_TEXT_BYTES)?.text;
  if (text === undefined) return undefined;
  const skipped = BEFORE_ROWS.exec(text)?.[0] ?? '';
  const above = skipped.split('\n').length - 1;
  const rows = delimitedRows(text.slice(skipped.length), separatorOf(text.slice(skipped.length)));
  return {
    sheet: null,
    rows: rows.map(({ line, cells }) => ({ at: line + above, cells: cells.map((each) => textCell(each.trim())) })),
    merged: [],
  };
}
