import { CELL_TEXT_LIMIT, typedText } from '../assumptions.ts';
import { refuse } from '../errors.ts';
import type { CellValue } from './value.ts';

/** What a cell becomes when something is written in it. */
export interface Entry {
  readonly value: CellValue;
  readonly formula?: string;
  /** A look the input brings by itself (`10%`). */
  readonly numberFormat?: string;
}

/**
 * Reads one written value as Excel does, given the cell's number format: `''` blanks, an apostrophe or the format
 * `@` makes text, `= + -` begin a formula, text that looks like a number becomes one.
 */
export function readInput(input: unknown, numberFormat: string): Entry {
  if (typeof input === 'string') return readText(input, numberFormat);
  if (typeof input === 'number' || typeof input === 'boolean') {
    return { value: numberFormat === '@' ? String(input) : input };
  }
  return refuse('invalidArgument', 'a cell takes a text, a number or a boolean');
}

function readText(text: string, numberFormat: string): Entry {
  if (text === '') return { value: null };
  if (text.length > CELL_TEXT_LIMIT) refuse('invalidArgument', `a cell holds ${CELL_TEXT_LIMIT} characters`);
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (numberFormat === '@') return { value: text };
  const typed = typedText(text);
  if (typed) return typed;
  // Without an engine a formula shows 0; the evaluator hook writes its result later.
  if (text.length > 1 && text.startsWith('=')) return { value: 0, formula: text };
  if (text.length > 1 && /^[+-]/.test(text)) return { value: 0, formula: `=${text}` };
  return { value: text };
}
