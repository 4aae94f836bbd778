/** A person's French turned into what the store is given, and a cell turned into the input that makes it again. */
import type { Sheet } from '../../host/index.ts';
import type { FormulaTranslator } from './french.ts';
import { readTyped } from './typedFrench.ts';

/** One cell to write: as in an en-US formula bar, with the number format that what was typed brings. */
export interface Input {
  readonly input: string | number | boolean;
  readonly numberFormat?: string;
}

/** `undefined` when a formula was typed that nobody can read. */
export function inputOf(typed: string, numberFormat: string, translator: FormulaTranslator): Input | undefined {
  // In a text cell everything is text, a formula too.
  if (numberFormat === '@') return { input: typed === '' ? '' : `'${typed.replace(/^'/, '')}` };
  if (isFormula(typed)) {
    const english = translator.toEnglish(typed.startsWith('=') ? typed : `=${typed}`);
    return english === undefined ? undefined : { input: english };
  }
  const { value, numberFormat: brought } = readTyped(typed, new Date().getFullYear());
  const input = typeof value === 'string' ? `'${value}` : (value ?? '');
  return brought === undefined || !/^general$/i.test(numberFormat) ? { input } : { input, numberFormat: brought };
}

function isFormula(typed: string): boolean {
  return /^=./s.test(typed) || (/^[+-]./s.test(typed) && typeof readTyped(typed, 2000).value === 'string');
}

/** The input that gives the cell what it holds now. */
export function heldInput({ cells }: Sheet, row: number, column: number): string | number | boolean {
  const formula = cells.formula(row, column);
  const value = cells.value(row, column);
  return formula ?? (typeof value === 'string' ? `'${value}` : (value ?? ''));
}
