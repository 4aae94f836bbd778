/** A file of payroll as rows of cells: a text with separators, or a sheet of a workbook. Nothing is understood yet. */
import type { Finding } from '../../finding.ts';
import { textCell, type Cell } from '../../review/cell.ts';
import { delimitedRows, type DelimitedRow } from '../../files/delimitedRows.ts';
import { decodedText } from '../../vouchers/files/decoding.ts';
import { commonWidth, separatorOf, type KnowsHeading } from './separator.ts';

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
  /** What could not be taken as it was written: quotes that do not close, cells that hold lines of the file, formulas without a result. */
  readonly odd?: readonly Finding[];
}

/** Longer than any list of people: 20,000 lines of 400 characters. */
export const LARGEST_TEXT_BYTES = 8_000_000;

const BEFORE_ROWS = /^\ufeff?(?:sep=(.)\r?\n)?/i;

/** `="001"`, by which Excel is kept from making a number of a text. */
const PROTECTED = /^="((?:[^"]|"")*)"$/;
/** An apostrophe before a sign, by which it is kept from computing one, or before a number, from taking its zeros away; not that of « '70s ». */
const HELD_BACK = /^'(?=[=+\-@]|\d\P{Ll}*$)/u;

function plainText(text: string): string {
  const inner = PROTECTED.exec(text)?.[1];
  return (inner === undefined ? text.replace(HELD_BACK, '') : inner.replaceAll('""', '"')).trim();
}

function told(code: 'list.quote' | 'list.swallowed', at: number, more: Finding['facts'] = {}): Finding {
  return { code, severity: 'warning', facts: { sheet: '', at: String(at), ...more } };
}

/** A cell of several lines that holds as many separators as a line of the file: two quotes that went astray took lines with them. */
function swallowed({ line, cells }: DelimitedRow, separator: string, width: number, above: number): Finding[] {
  const lost = cells.find((cell) => cell.includes('\n') && cell.split(separator).length >= width);
  if (lost === undefined || width < 2) return [];
  const last = line + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  return [told('list.swallowed', line + above, { last: last + above })];
}

function oddities(rows: readonly DelimitedRow[], separator: string, above: number): Finding[] {
  const [width] = commonWidth(rows);
  return rows.flatMap((row) => [
    ...(row.oddQuote === undefined ? [] : [told('list.quote', row.oddQuote + above)]),
    ...swallowed(row, separator, width, above),
  ]);
}

/** The rows of a text file, whatever its encoding; its separator is the one under which `knows` most headings. Undefined for what is no text. */
export function textGrid(file: Uint8Array, knows: KnowsHeading): Grid | undefined {
  const text = decodedText(file, LARGEST_TEXT_BYTES)?.text;
  if (text === undefined) return undefined;
  const [skipped = '', said] = BEFORE_ROWS.exec(text) ?? [];
  const above = skipped.split('\n').length - 1;
  const body = text.slice(skipped.length);
  const separator = separatorOf(body, knows, said);
  const rows = delimitedRows(body, separator);
  return {
    sheet: null,
    rows: rows.map(({ line, cells }) => ({
      at: line + above,
      cells: cells.map((each) => textCell(plainText(each.trim()))),
    })),
    merged: [],
    odd: oddities(rows, separator, above),
  };
}
