import { frenchDate, fromExcelSerial, parseFrenchDate, parsePlainDate, type PlainDate } from '../calendar/plainDate.ts';

/** `identifier` is text that must never become a number (NIR, matricule, postcode); `boolean` is « oui » or « non ». */
export type ValueKind = 'text' | 'identifier' | 'date' | 'integer' | 'decimal' | 'boolean' | 'choice';

/**
 * What a cell holds, whatever holds the workbook. Serial numbers, the `@` format and the apostrophe belong to the adapters.
 * A blank is a cell with nothing in it, or with an empty text.
 */
export type Cell =
  { readonly text: string } | { readonly number: number } | { readonly date: PlainDate } | { readonly blank: true };

export const blank: Cell = { blank: true };

/** Characters of the longest text that a cell holds. */
export const LONGEST_TEXT = 32_767;

/** A text cell; an empty text is a blank. */
export function textCell(text: string): Cell {
  return text === '' ? blank : { text };
}

/** A number cell; a number that is not finite is a bug and throws: Excel would silently keep the old figure. */
export function numberCell(number: number): Cell {
  if (!Number.isFinite(number)) throw new RangeError('a cell cannot hold a number that is not finite');
  return { number };
}

export function isBlank(cell: Cell): boolean {
  return 'blank' in cell || ('text' in cell && cell.text.trim() === '');
}

/** Composed again at the end: capitals of some letters (`ΐ`) come apart. */
function folded(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim().toUpperCase().normalize('NFC');
}

function numberText(number: number): string {
  return String(number).toUpperCase();
}

function numberIn(text: string): string {
  const plain = text.replace(/[\s\u00a0\u202f]/gu, '').replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? numberText(Number(plain)) : folded(text);
}

function dateIn(cell: Cell): string {
  if ('date' in cell) return cell.date;
  if ('number' in cell) return fromExcelSerial(cell.number) ?? numberText(cell.number);
  return 'text' in cell ? (parseFrenchDate(cell.text) ?? folded(cell.text)) : '';
}

/** Excel's own booleans, which a person gets by typing VRAI or TRUE. */
const booleanWords: Readonly<Record<string, string>> = { VRAI: 'OUI', TRUE: 'OUI', FAUX: 'NON', FALSE: 'NON' };

/**
 * The value of a cell as text that two spellings of one thing share: spaces, capitals, the format of a date or of a number never
 * make a difference; accents and leading zeros do. `canonical('identifier', {text: 'fr76 3000'})` → `'FR763000'`.
 */
export function canonical(kind: ValueKind, cell: Cell): string {
  if (isBlank(cell)) return '';
  if (kind === 'date') return dateIn(cell);
  if ('date' in cell) return cell.date;
  if ('number' in cell) return numberText(cell.number);
  if (!('text' in cell)) return '';
  if (kind === 'identifier') return folded(cell.text).replace(/ /g, '');
  if (kind === 'integer' || kind === 'decimal') return numberIn(cell.text);
  const text = folded(cell.text);
  return kind === 'boolean' ? (booleanWords[text] ?? text) : text;
}

/** True when both hold the same value for a column of this kind. */
export function sameValue(kind: ValueKind, a: Cell, b: Cell): boolean {
  return canonical(kind, a) === canonical(kind, b);
}

/** True when both hold the same thing to the letter: capitals and spaces count. */
export function isExactly(a: Cell, b: Cell): boolean {
  const [x, y] = [packCell(a), packCell(b)];
  return typeof x === 'object' && typeof y === 'object' ? x?.d === y?.d : x === y;
}

/** A cell as a French reader sees it: `05/10/2026`, `3,5`. */
export function displayed(cell: Cell): string {
  if ('date' in cell) return frenchDate(cell.date);
  if ('number' in cell) return String(cell.number).replace('.', ',');
  return 'text' in cell ? cell.text : '';
}

/** Compact JSON form of a cell for the journal: text as text, number as number, blank as null, date as `{d}`. */
export type PackedCell = string | number | null | { readonly d: string };

export function packCell(cell: Cell): PackedCell {
  if ('date' in cell) return { d: cell.date };
  if ('number' in cell) return cell.number;
  return 'text' in cell ? cell.text : null;
}

/** Inverse of {@link packCell}; anything it did not write throws. */
export function unpackCell(packed: unknown): Cell {
  if (packed === null) return blank;
  if (typeof packed === 'string') return textCell(packed);
  if (typeof packed === 'number') return numberCell(packed);
  const date =
    typeof packed === 'object' && 'd' in packed && typeof packed.d === 'string' ? parsePlainDate(packed.d) : undefined;
  if (!date) throw new RangeError('not a packed cell');
  return { date };
}
