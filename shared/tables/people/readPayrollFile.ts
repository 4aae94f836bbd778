/**
 * The people of a file of payroll. Nothing is repaired and nothing is lost: a cell that is no value of its column stays as it is, and is
 * told at its place in the file.
 */
import { isFormulaLike } from '../../domain/files/delimited.ts';
import type { Finding, Severity } from '../../domain/finding.ts';
import { formatProblems } from '../../domain/people/checks/formats.ts';
import { employeeField, type EmployeeField } from '../../domain/people/employeeFields.ts';
import type { ColumnMapping, MappedColumn } from '../../domain/people/payrollList/columnMapping.ts';
import { splitFullName } from '../../domain/people/payrollList/fullName.ts';
import type { Grid, GridRow } from '../../domain/people/payrollList/grid.ts';
import { headingText, isUntitled } from '../../domain/people/payrollList/headless.ts';
import type { ListField } from '../../domain/people/payrollList/listHeadings.ts';
import { whoIs } from '../../domain/people/payrollList/somebody.ts';
import { typedDate } from '../../domain/people/payrollList/typedDate.ts';
import { blank, canonical, displayed, isBlank, textCell, type Cell } from '../../domain/review/cell.ts';
import type { RowCells } from '../../domain/review/plan.ts';
import { letters } from '../letters.ts';

/** Somebody in a file. `at`: row of the sheet, or line of the text. */
export interface GivenPerson {
  readonly at: number;
  readonly cells: RowCells;
}

export interface GivenList {
  readonly people: readonly GivenPerson[];
  readonly findings: readonly Finding[];
}

/** What is wrong with a cell of a file: its sentence is chosen by it. */
export type ListProblem =
  | 'mangled'
  | 'zeros'
  | 'date'
  | 'dateZone'
  | 'dateNumber'
  | 'boolean'
  | 'integer'
  | 'nir'
  | 'iban'
  | 'other'
  | 'formula'
  | 'fullName';

const severities: Readonly<Record<ListProblem, Severity>> = {
  mangled: 'error',
  zeros: 'warning',
  date: 'error',
  dateZone: 'error',
  dateNumber: 'warning',
  boolean: 'warning',
  integer: 'warning',
  nir: 'error',
  iban: 'error',
  other: 'warning',
  formula: 'warning',
  fullName: 'warning',
};

function fieldOf(field: ListField): Pick<EmployeeField, 'kind' | 'format'> {
  if (field === 'payrollId' || field === 'nirKey') return { kind: 'identifier' };
  return field === 'fullName' ? { kind: 'text' } : employeeField(field);
}

/** Where a cell of the file stands, as a person finds it: facts of a finding. */
export function placeFacts({ sheet }: Grid, at: number, index?: number): Finding['facts'] {
  if (sheet === null) return { sheet: '', at: index === undefined ? `${at}` : `${at}:${index + 1}` };
  return { sheet, at: index === undefined ? `${at}` : `${letters(index + 1)}${at}` };
}

const SCIENTIFIC = /^\d([.,]\d+)?E\+?\d+$/i;
const LONGEST_EXACT = 15;

/** A number where an identifier is expected: its digits as text, unless some are lost. */
function identifier(cell: Cell): readonly [Cell, ListProblem?] {
  if ('number' in cell) {
    const digits = String(cell.number);
    const isExact = Number.isSafeInteger(cell.number) && digits.length <= LONGEST_EXACT;
    return isExact ? [textCell(digits)] : [textCell(digits), 'mangled'];
  }
  if ('date' in cell) return [textCell(displayed(cell)), 'other'];
  return 'text' in cell && SCIENTIFIC.test(cell.text.trim()) ? [cell, 'mangled'] : [cell];
}

function date(cell: Cell): readonly [Cell, ListProblem?] {
  if ('number' in cell) return [cell, 'dateNumber'];
  if (!('text' in cell)) return [cell];
  const read = typedDate(cell.text);
  if (read === 'zone') return [cell, 'dateZone'];
  return read ? [{ date: read }] : [cell, 'date'];
}

const words: Readonly<Record<string, string>> = {
  OUI: 'oui',
  O: 'oui',
  '1': 'oui',
  Y: 'oui',
  YES: 'oui',
  NON: 'non',
  N: 'non',
  '0': 'non',
  NO: 'non',
};

/** The cell as the list will hold it, and what is wrong with it. Blank cells are right. */
function read(field: ListField, cell: Cell): readonly [Cell, ListProblem?] {
  const { kind, format } = fieldOf(field);
  if (isBlank(cell)) return [blank];
  if (kind === 'date') return date(cell);
  if (kind === 'boolean') {
    const word = words[canonical('boolean', cell)];
    return word === undefined ? [cell, 'boolean'] : [textCell(word)];
  }
  if (kind === 'integer') return /^\d+$/.test(canonical('integer', cell)) ? [cell] : [cell, 'integer'];
  const [held, problem] = kind === 'identifier' ? identifier(cell) : [textCell(displayed(cell).trim())];
  if (problem) return [held, problem];
  const text = displayed(held);
  if (format && formatProblems(format, text).some((each) => each !== 'nirTemporary' && each !== 'nirMonthOdd'))
    return [held, format === 'nir' ? 'nir' : format === 'iban' ? 'iban' : 'other'];
  return isFormulaLike(text) && !/^[+-][\d\s().]+$/.test(text) ? [held, 'formula'] : [held];
}

/** False for what is no value of its column: digits lost by a spreadsheet, a text that is no date, a NIR or an IBAN with a wrong key. */
export function isSound(field: ListField, cell: Cell): boolean {
  const [, problem] = read(field, cell);
  return problem === undefined || problem === 'formula';
}

/** A column of matricules that the file holds as numbers has lost its zeros, or never had any: told once. */
function lostZeros(grid: Grid, { headingsAt }: ColumnMapping, { index, field, heading }: MappedColumn): Finding[] {
  if (field !== 'employeeNumber' && field !== 'postalCode') return [];
  const first = grid.rows.find((row) => row.at > headingsAt && 'number' in (row.cells[index] ?? blank));
  return first ? [problem('zeros', { ...placeFacts(grid, first.at, index), heading })] : [];
}

function problem(code: ListProblem, facts: Finding['facts']): Finding {
  return { code: `list.${code}`, severity: severities[code], facts };
}

/** The headings again, on each page of an export. */
function isHeadings({ cells }: GridRow, { columns }: ColumnMapping): boolean {
  const named = columns.filter(({ heading }) => heading !== '');
  return named.length > 1 && named.every(({ index, heading }) => headingText(cells[index] ?? blank) === heading);
}

type Filled = Partial<Record<ListField, Cell>>;

/** The cells of a row by field: a NIR of 13 with the key that stands beside it. */
function filledIn({ cells }: GridRow, mapped: readonly MappedColumn[]): Filled {
  const filled: Filled = {};
  for (const { index, field } of mapped) if (field !== null) filled[field] = cells[index] ?? blank;
  const [number, key] = [filled.nir ?? blank, filled.nirKey ?? blank].map((cell) =>
    displayed(cell).replace(/[\s.-]/gu, ''),
  );
  if (number?.length === 13 && key && /^\d{1,2}$/.test(key)) filled.nir = textCell(`${number}${key.padStart(2, '0')}`);
  return filled;
}

/** Surname and first name of a cell that holds both, where nothing else gives them. False when nothing tells one from the other. */
function withNames(cells: Record<string, Cell>, fullName: string): boolean {
  const isKnown = ['lastName', 'firstName'].some((key) => !isBlank(cells[key] ?? blank));
  if (fullName === '' || isKnown) return true;
  const names = splitFullName(fullName);
  cells['lastName'] = textCell(names?.lastName ?? fullName);
  if (names) cells['firstName'] = textCell(names.firstName);
  return names !== undefined;
}

function person(grid: Grid, row: GridRow, mapped: readonly MappedColumn[], findings: Finding[]): RowCells {
  const cells: Record<string, Cell> = {};
  const filled = filledIn(row, mapped);
  const say = (wrong: ListProblem, { index, heading }: MappedColumn) =>
    findings.push(problem(wrong, { ...placeFacts(grid, row.at, index), heading }));
  for (const column of mapped) {
    const { field } = column;
    if (field === null || field === 'fullName' || field === 'nirKey') continue;
    const [cell, wrong] = read(field, filled[field] ?? blank);
    cells[field] = cell;
    if (wrong) say(wrong, column);
  }
  const named = mapped.find(({ field }) => field === 'fullName');
  const isTold = withNames(cells, displayed(filled.fullName ?? blank).trim());
  if (named && !isTold) say('fullName', named);
  return cells;
}

/** Rows that say they are the same file. The second is told; both are kept. */
function twice(grid: Grid, people: readonly GivenPerson[]): Finding[] {
  const first = new Map<string, number>();
  return people.flatMap(({ at, cells }): Finding[] => {
    const of = (key: string) => canonical('identifier', cells[key] ?? blank);
    const id = of('payrollId');
    const key =
      id !== '' ? `id ${id}` : of('employeeNumber') !== '' ? `${of('establishment')} ${of('employeeNumber')}` : '';
    const other = first.get(key);
    if (key === '') return [];
    if (other === undefined) first.set(key, at);
    else return [{ code: 'list.twice', severity: 'warning', facts: { ...placeFacts(grid, at), other } }];
    return [];
  });
}

function merged(grid: Grid): Finding[] {
  const { sheet } = grid;
  return grid.merged.map((at) => ({ code: 'list.merged', severity: 'warning', facts: { sheet: sheet ?? '', at } }));
}

function untitled(grid: Grid): Finding[] {
  return isUntitled(grid) ? [{ code: 'list.noHeadings', severity: 'warning', facts: {} }] : [];
}

/** Everybody whom the file holds under its headings, by the columns that are mapped. */
export function readPayrollFile(grid: Grid, mapping: ColumnMapping): GivenList {
  const findings: Finding[] = [...untitled(grid), ...merged(grid), ...(grid.odd ?? [])];
  const mapped = mapping.columns.filter(({ field }) => field !== null);
  if (mapped.length === 0) return { people: [], findings };
  findings.push(...mapped.flatMap((column) => lostZeros(grid, mapping, column)));
  const people = grid.rows
    .filter(({ at }) => at > mapping.headingsAt)
    .flatMap((row): GivenPerson[] => {
      if (row.cells.every(isBlank)) return [];
      if (isHeadings(row, mapping)) {
        findings.push({ code: 'list.headings', severity: 'info', facts: placeFacts(grid, row.at) });
        return [];
      }
      const own: Finding[] = [];
      const cells = person(grid, row, mapped, own);
      const is = whoIs(cells);
      const facts = placeFacts(grid, row.at);
      if (is === 'total') findings.push({ code: 'list.likeTotal', severity: 'warning', facts });
      findings.push(...(is === 'nobody' ? [{ code: 'list.nobody', severity: 'warning' as const, facts }] : own));
      return is === 'nobody' ? [] : [{ at: row.at, cells }];
    });
  return { people, findings: [...findings, ...twice(grid, people)] };
}
