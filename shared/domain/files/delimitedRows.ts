/** A text with separators as rows of cells, with the line of the text where each begins. */
import type { Separator } from './delimited.ts';

export interface DelimitedRow {
  /** From 1. A cell may hold line ends: the next row then begins further down. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Line of a quote that opens a cell and does not close it: it is read as a letter like any other. */
  readonly oddQuote?: number;
}

/** Where the reading stands. */
interface Reading {
  readonly rows: DelimitedRow[];
  cells: string[];
  cell: string;
  line: number;
  start: number;
  oddQuote: number | undefined;
}

function endRow(reading: Reading): void {
  const { start: line, oddQuote } = reading;
  reading.rows.push({
    line,
    cells: [...reading.cells, reading.cell],
    ...(oddQuote === undefined ? {} : { oddQuote }),
  });
  reading.cells = [];
  reading.cell = '';
  reading.oddQuote = undefined;
}

/** The quote that closes the cell begun before `at`. Undefined when none does: what follows it must be the end of a cell. */
function closingQuote(text: string, at: number, separator: Separator): number | undefined {
  let end = text.indexOf('"', at);
  while (end >= 0 && text.charAt(end + 1) === '"') end = text.indexOf('"', end + 2);
  const after = text.charAt(end + 1);
  const isClosing = end >= 0 && (after === '' || after === separator || after === '\n' || after === '\r');
  return isClosing ? end : undefined;
}

function quotedCell(reading: Reading, text: string, at: number, separator: Separator): number {
  const end = closingQuote(text, at + 1, separator);
  if (end === undefined) {
    reading.cell += '"';
    reading.oddQuote ??= reading.line;
    return at + 1;
  }
  const inner = text.slice(at + 1, end);
  reading.cell += inner.replaceAll('""', '"');
  reading.line += inner.split('\n').length - 1;
  return end + 1;
}

/**
 * Every row, quotes opened. A quote that does not close its cell takes nothing with it: it stays in the cell, and its row says so. `delimitedRows('a;"b\nc"\nd', ';')` →
 * `[{line: 1, cells: ['a', 'b\nc']}, {line: 3, cells: ['d']}]`.
 */
export function delimitedRows(text: string, separator: Separator): DelimitedRow[] {
  const reading: Reading = { rows: [], cells: [], cell: '', line: 1, start: 1, oddQuote: undefined };
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at);
    if (character === '"' && reading.cell === '') {
      at = quotedCell(reading, text, at, separator);
      continue;
    }
    at += 1;
    if (character === separator) {
      reading.cells.push(reading.cell);
      reading.cell = '';
    } else if (character === '\n' || (character === '\r' && text.charAt(at) !== '\n')) {
      endRow(reading);
      reading.line += 1;
      reading.start = reading.line;
    } else if (character !== '\r') reading.cell += character;
  }
  if (reading.cell !== '' || reading.cells.length > 0) endRow(reading);
  return reading.rows;
}
