import { toExcelSerial, type PlainDate } from '../../shared/domain/calendar/plainDate.ts';
import type { Cell } from '../../shared/domain/review/cell.ts';
import { requireCell, storable } from '../../shared/tables/writable.ts';

/** What is handed to Excel for one cell. `''` empties it. */
export type Input = string | number;

/** An input, and the number format its cell must have first when the present one would spoil it. */
export interface Laid {
  readonly input: Input;
  readonly format?: string;
}

export const TEXT_FORMAT = '@';
export const GENERAL_FORMAT = 'General';

/** Words and names: letters with what joins them, no digit. Excel never reads a formula, a number or a date in them. */
const plainWords = /^\p{L}[\p{L}\p{M} '’.,()-]*$/u;
const booleanWords = /^(true|false|vrai|faux)$/i;

/**
 * The one door through which text reaches a cell. In a text cell (`@`) it goes as it is; elsewhere whatever Excel could take for a
 * formula, a number, a date or a boolean gets the apostrophe that makes it text: `=1+1` → `'=1+1`, `007` → `'007`.
 * Excel eats one leading apostrophe of a General cell, so text that begins with one gets a second, and a General cell.
 */
export function safeCell(text: string, format: string): Laid {
  requireCell({ text });
  if (text.startsWith("'"))
    return format === TEXT_FORMAT ? { input: `'${text}`, format: GENERAL_FORMAT } : { input: `'${text}` };
  const isHarmless = text === '' || format === TEXT_FORMAT || (plainWords.test(text) && !booleanWords.test(text));
  return { input: isHarmless ? text : `'${text}` };
}

/**
 * What to hand to Excel so that a cell of number format `format` holds `cell`. `declared` is the format of the column, taken when the
 * present one would turn a number into text or show a date as a number. A value that is not a cell is a bug and throws.
 */
export function laid(cell: Cell, declared: string, format: string = declared): Laid {
  requireCell(cell);
  // A column of text, as in a hidden table, holds the ISO form.
  if ('date' in cell && declared === TEXT_FORMAT) return safeCell(cell.date, format);
  const held = storable(cell);
  if ('text' in held) return safeCell(held.text, format);
  if ('number' in held) return laidNumber(held.number, declared, format);
  return 'date' in held ? laidDate(held.date, declared, format) : { input: '' };
}

function laidNumber(number: number, declared: string, format: string): Laid {
  if (format !== TEXT_FORMAT) return { input: number };
  return declared === TEXT_FORMAT ? { input: String(number) } : { input: number, format: declared };
}

function laidDate(date: PlainDate, declared: string, format: string): Laid {
  const isSpoilt = format === TEXT_FORMAT || format === GENERAL_FORMAT;
  return isSpoilt ? { input: toExcelSerial(date), format: declared } : { input: toExcelSerial(date) };
}
