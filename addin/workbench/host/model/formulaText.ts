import { MAX_COLUMNS, MAX_ROWS, area, bounding, columnLetters, parseAddress, shifted } from './area.ts';
import type { Area, Shift } from './area.ts';

/** One reference of a formula: the sheet it names (if any), its cells, and which of its four sides a `$` holds. */
export interface Reference {
  readonly sheet: string | undefined;
  readonly area: Area;
  readonly fixed: { readonly top: boolean; readonly left: boolean; readonly bottom: boolean; readonly right: boolean };
  /** `A1` alone rather than `A1:A1`. */
  readonly isSingle: boolean;
}

/** What to write in the place of each reference, structured reference (`Table[Column]`) and name; absent: unchanged. */
export interface Rewriting {
  readonly reference?: (reference: Reference, text: string) => string;
  readonly structured?: (table: string, specifier: string, text: string) => string;
  /** A name that stands for itself: a table whole, a defined name. */
  readonly name?: (name: string) => string;
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CELLS = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7}`;
const NAME = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\]*`;
const BRACKETS = String.raw`\[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*\])*\]`;
const TOKEN = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?<table>${NAME})?(?<specifier>${BRACKETS})|(?<sheet>${SHEET})?(?<cells>${CELLS})(?![\p{L}\p{N}_.(!\[])|${SHEET}|(?<name>${NAME})(?![\p{L}\p{N}_.\\(!])|${NAME}|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?`,
  'gu',
);

/** The formula with its references rewritten; texts between quotes and names of functions are never touched. */
export function rewriteFormula(formula: string, { reference, structured, name }: Rewriting): string {
  return formula.replace(TOKEN, (text, ...rest) => {
    const { table, specifier, sheet, cells, name: alone } = rest.at(-1) as Record<string, string | undefined>;
    if (alone !== undefined) return name?.(alone) ?? text;
    if (specifier !== undefined) return structured?.(table ?? '', specifier.slice(1, -1), text) ?? text;
    const found = cells === undefined ? undefined : readReference(sheet, cells);
    return found ? (reference?.(found, text) ?? text) : text;
  });
}

/** The references a formula makes, structured ones aside. */
export function referencesOf(formula: string): Reference[] {
  const found: Reference[] = [];
  const note = (reference: Reference, text: string): string => (found.push(reference), text);
  rewriteFormula(formula, { reference: note });
  return found;
}

function readReference(prefix: string | undefined, cells: string): Reference | undefined {
  const parsed = parseAddress(cells);
  if (!parsed) return undefined;
  const [first = '', last = first] = cells.split(':');
  const [row, column] = [/\$\d/, /\$[A-Za-z]/];
  const fixed = { top: row.test(first), left: column.test(first), bottom: row.test(last), right: column.test(last) };
  const sheet = prefix?.slice(0, -1).replace(/^'(.*)'$/, (_, name: string) => name.replaceAll("''", "'"));
  return { sheet, area: parsed.area, fixed, isSingle: !cells.includes(':') };
}

/** `'Feuille 2'!` as a formula names a sheet. */
export const sheetPrefix = (name: string): string => `'${name.replaceAll("'", "''")}'!`;

export function writeReference({ sheet, area: { top, left, height, width }, fixed, isSingle }: Reference): string {
  const [column, row] = [
    (at: number, $: boolean) => ($ ? '$' : '') + columnLetters(at),
    (at: number, $: boolean) => `${$ ? '$' : ''}${at + 1}`,
  ];
  const [bottom, right] = [top + height - 1, left + width - 1];
  const prefix = sheet === undefined ? '' : /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) ? `${sheet}!` : sheetPrefix(sheet);
  if (height === MAX_ROWS) return `${prefix}${column(left, fixed.left)}:${column(right, fixed.right)}`;
  if (width === MAX_COLUMNS) return `${prefix}${row(top, fixed.top)}:${row(bottom, fixed.bottom)}`;
  const start = column(left, fixed.left) + row(top, fixed.top);
  return prefix + (isSingle ? start : `${start}:${column(right, fixed.right)}${row(bottom, fixed.bottom)}`);
}

/** The formula as it reads when copied so many rows down and columns right. */
export function copiedFormula(formula: string, rows: number, columns: number): string {
  const reference = (found: Reference): string => {
    const { top, left, height, width } = found.area;
    const whole = { rows: height === MAX_ROWS, columns: width === MAX_COLUMNS };
    const row = (at: number, isFixed: boolean) => at + (isFixed || whole.rows ? 0 : rows);
    const column = (at: number, isFixed: boolean) => at + (isFixed || whole.columns ? 0 : columns);
    const start = area(row(top, found.fixed.top), column(left, found.fixed.left));
    const end = area(row(top + height - 1, found.fixed.bottom), column(left + width - 1, found.fixed.right));
    const moved = bounding(start, end);
    const isInside = start.top >= 0 && start.left >= 0 && end.top >= 0 && end.left >= 0;
    return isInside && moved.top + moved.height <= MAX_ROWS && moved.left + moved.width <= MAX_COLUMNS
      ? writeReference({ ...found, area: moved })
      : '#REF!';
  };
  return rewriteFormula(formula, { reference });
}

/** The formula of a cell of `own` after cells of `sheet` came or went. */
export function followedFormula(formula: string, own: string, sheet: string, shift: Shift): string {
  const reference = (found: Reference, text: string): string => {
    if ((found.sheet ?? own).toLowerCase() !== sheet.toLowerCase()) return text;
    const moved = shifted(found.area, shift);
    if (moved === found.area) return text;
    return moved ? writeReference({ ...found, area: moved }) : '#REF!';
  };
  return rewriteFormula(formula, { reference });
}

/** The formula of a workbook where a sheet took another name. */
export function withSheetRenamed(formula: string, from: string, to: string): string {
  const reference = (found: Reference, text: string): string =>
    found.sheet?.toLowerCase() === from.toLowerCase() ? writeReference({ ...found, sheet: to }) : text;
  return rewriteFormula(formula, { reference });
}

/** The formula of a workbook where a table took another name. */
export function withTableRenamed(formula: string, from: string, to: string): string {
  const isIt = (name: string): boolean => name.toLowerCase() === from.toLowerCase();
  return rewriteFormula(formula, {
    structured: (table, specifier, text) => (isIt(table) ? `${to}[${specifier}]` : text),
    name: (name) => (isIt(name) ? to : name),
  });
}
