/** A text with separators as rows of cells, with the line of the text where each begins. */
import type { Separator } from './delimited.ts';

export interface DelimitedRow {
  /** From 1. A cell may hold line ends: the next row then begins further down. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Where the reading stands. */
interface Reading {
  readonly rows: DelimitedRow[];
  cells: string[];
  cell: string;
  line: number;
  start: number;
}

function endRow(reading: Reading): void {
  reading.rows.push({ line: reading.start, cells: [...reading.cells, reading.cell] });
  reading.cells = [];
  reading.cell = '';
}

/** Where the quoted text that begins at `at` ends: the place of its closing quote, or the end of the text. */
function closingQuote(text: string, at: number): number {
  let end = text.indexOf('"', at);
  while (end >= 0 && text.charAt(end + 1) === '"') end = text.indexOf('"', end + 2);
  return end < 0 ? text.length : end;
}

function quotedCell(reading: Reading, text: string, at: number): number {
  const end = closingQuote(text, at + 1);
  const inner = text.slice(at + 1, end);
  reading.cell += inner.replaceAll('""', '"');
  reading.line += inner.split('\n').length - 1;
  return end + 1;
}

/**
 * Every row, quotes opened; a quote that is never closed takes the rest. `delimitedRows('a;"b\nc"\nd', ';')` →
 * `[{line: 1, cells: ['a', 'b\nc']}, {line: 3, cells: ['d']}]`.
 */
export function delimitedRows(text: string, separator: Separator): DelimitedRow[] {
  const reading: Reading = { rows: [], cells: [], cell: '', line: 1, start: 1 };
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at);
    if (character === '"' && reading.cell === '') {
      at = quotedCell(reading, text, at);
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
