/** What people typed in a table, as values a rule can take, with everything that cannot be read said at its cell. */
import { canonical, isBlank, type Cell, type ValueKind } from '../domain/review/cell.ts';
import type { PlainDate } from '../domain/calendar/plainDate.ts';
import { parseFrenchDate } from '../domain/calendar/plainDate.ts';
import type { Finding } from '../domain/finding.ts';
import type { BookRow, FoundTable } from '../flows/book.ts';
import { cellPlace } from './cellPlace.ts';
import { column, type ColumnDeclaration, type TableDeclaration } from './declaration.ts';
import { typedHours } from './typedHours.ts';

/** By kind: text, identifier and choice → string; date → PlainDate; integer and decimal → number; boolean → boolean. Blank → null. */
export type ParsedValue = string | PlainDate | number | boolean | null;

export interface ParsedRow {
  readonly key: string;
  readonly index: number;
  /** By column key. Left out: a column the sheet does not have, a cell that cannot be read. */
  readonly values: Readonly<Record<string, ParsedValue>>;
}

export interface ParsedTable {
  readonly rows: readonly ParsedRow[];
  readonly findings: readonly Finding[];
}

/** Why a cell cannot be read: a code of findings, without the value, which may be anybody's. */
type Problem =
  | 'cellNotDate'
  | 'cellNotNumber'
  | 'cellNotInteger'
  | 'cellNotBoolean'
  | 'cellNotChoice'
  | 'cellNotHours'
  | 'cellHoursOdd'
  | 'cellIsError';

/** `isDoubtful`: read, and it may well stand for something else. */
type Reading = { readonly value: ParsedValue; readonly isDoubtful?: boolean } | { readonly problem: Problem };

const EXCEL_ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|VALEUR!|NOM\?|NOMBRE!|NUL!)$/;

function textOf(cell: Cell): string {
  if ('text' in cell) return cell.text.trim();
  if ('number' in cell) return String(cell.number);
  return 'date' in cell ? cell.date : '';
}

function dateIn(cell: Cell): Reading {
  const date = 'date' in cell ? cell.date : 'text' in cell ? parseFrenchDate(cell.text) : undefined;
  return date === undefined ? { problem: 'cellNotDate' } : { value: date };
}

function numberIn(cell: Cell): Reading {
  if ('number' in cell) return { value: cell.number };
  if (!('text' in cell)) return { problem: 'cellNotNumber' };
  const plain = cell.text.replace(/[\s\u00a0\u202f]/gu, '').replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? { value: Number(plain) } : { problem: 'cellNotNumber' };
}

function decimalIn(cell: Cell, { mostHours }: ColumnDeclaration): Reading {
  if (mostHours === undefined) return numberIn(cell);
  const typed = typedHours(cell, mostHours);
  return 'hours' in typed ? { value: typed.hours, isDoubtful: typed.isDoubtful } : typed;
}

function integerIn(cell: Cell): Reading {
  const read = numberIn(cell);
  return 'value' in read && !Number.isInteger(read.value) ? { problem: 'cellNotInteger' } : read;
}

const spokenBooleans: Readonly<Record<string, boolean>> = { OUI: true, VRAI: true, NON: false, FAUX: false };

function booleanIn(cell: Cell): Reading {
  const value = spokenBooleans[canonical('text', cell)];
  return value === undefined ? { problem: 'cellNotBoolean' } : { value };
}

function choiceIn(cell: Cell, choices: readonly string[] | undefined): Reading {
  const typed = canonical('choice', cell);
  const choice = choices?.find((each) => canonical('choice', { text: each }) === typed);
  return choice === undefined ? { problem: 'cellNotChoice' } : { value: choice };
}

const readings: Readonly<Record<ValueKind, (cell: Cell, column: ColumnDeclaration) => Reading>> = {
  text: (cell) => ({ value: textOf(cell) }),
  identifier: (cell) => ({ value: textOf(cell) }),
  date: dateIn,
  integer: integerIn,
  decimal: decimalIn,
  boolean: booleanIn,
  choice: (cell, { choices }) => choiceIn(cell, choices),
};

function readCell(column: ColumnDeclaration, cell: Cell): Reading {
  if (isBlank(cell)) return { value: null };
  if ('text' in cell && EXCEL_ERROR.test(cell.text.trim())) return { problem: 'cellIsError' };
  return readings[column.kind](cell, column);
}

type CellFinding = (column: ColumnDeclaration, code: string, severity: Finding['severity']) => Finding;

function findingsAt(declaration: TableDeclaration, table: FoundTable, row: BookRow): CellFinding {
  return ({ key, heading, choices }, code, severity) => ({
    code,
    severity,
    ...(row.key === '' ? {} : { subject: row.key }),
    place: cellPlace(declaration, table, row, key),
    facts: {
      heading,
      ...(choices && code === 'cellNotChoice' ? { choices: choices.join(', ') } : {}),
      ...(table.isDocument && code === 'identifierIsNumber' ? { in: 'document' } : {}),
    },
  });
}

/** A number where an identifier belongs may have lost the zeros it began with. */
function lostZeros(column: ColumnDeclaration, cell: Cell): boolean {
  return column.kind === 'identifier' && 'number' in cell;
}

/** In a column of parts of a day, less than an hour is hardly ever meant. */
function doubtOf({ mostHours = 0 }: ColumnDeclaration): Finding['severity'] {
  return mostHours > 24 ? 'info' : 'warning';
}

function parseRow(declaration: TableDeclaration, table: FoundTable, row: BookRow, findings: Finding[]): ParsedRow {
  const at = findingsAt(declaration, table, row);
  const values: Record<string, ParsedValue> = {};
  for (const each of declaration.columns) {
    const cell = row.cells[each.key];
    if (!cell) continue;
    const read = readCell(each, cell);
    if ('value' in read) values[each.key] = read.value;
    else findings.push(at(each, read.problem, 'error'));
    if ('value' in read && read.isDoubtful) findings.push(at(each, 'cellHoursDoubtful', doubtOf(each)));
    if (lostZeros(each, cell)) findings.push(at(each, 'identifierIsNumber', 'warning'));
  }
  const lacksKey = row.key === '' && declaration.keyMayBeBlank !== true;
  if (lacksKey) findings.push(at(column(declaration, declaration.key), 'keyMissing', 'warning'));
  return { key: row.key, index: row.index, values };
}

function duplicates(declaration: TableDeclaration, table: FoundTable): Finding[] {
  const seen = new Set<string>();
  return table.rows.flatMap((row): Finding[] => {
    const again = row.key !== '' && seen.has(row.key);
    seen.add(row.key);
    const place = cellPlace(declaration, table, row, declaration.key);
    return again ? [{ code: 'duplicateKey', severity: 'error', subject: row.key, place, facts: { key: row.key } }] : [];
  });
}

/**
 * The rows of a table as values, and every finding, at its cell. No finding holds what was typed.
 * `3,5` in a column of whole numbers → `cellNotInteger` at `D12`; `5/10/2026` in a column of dates → `2026-10-05`.
 */
export function parseTable(declaration: TableDeclaration, table: FoundTable): ParsedTable {
  const findings: Finding[] = [];
  const rows = table.rows.map((row) => parseRow(declaration, table, row, findings));
  return { rows, findings: [...findings, ...duplicates(declaration, table)] };
}
