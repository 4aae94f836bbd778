/** Tables of a JSON document as the readers of sheets take them, and the other way round: plain values by column key. */
import type { PlainDate } from '../domain/calendar/plainDate.ts';
import type { Finding } from '../domain/finding.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { blank, isBlank, numberCell, textCell, type Cell, type ValueKind } from '../domain/review/cell.ts';
import type { BookRow, FoundTable, UserCell } from '../flows/book.ts';
import { bookRow } from './bookRow.ts';
import { column, type TableDeclaration } from './declaration.ts';
import { parseTable, type ParsedValue } from './parse.ts';

/** Text, number, `2026-10-05`, true for « oui »; null for a blank cell. */
export type DocumentValue = string | number | boolean | null;
/** What stands under headings: columns that a person added, and those of ours that a rule speaks of by their heading. */
export type DocumentFields = Readonly<Record<string, DocumentValue>>;
/** Values by column key, and `fields`. */
export type DocumentRow = Readonly<Record<string, DocumentValue | DocumentFields>>;

/** A table as a document holds it: the columns of `declaration`, and fields where it may have them. */
export interface DocumentTable {
  readonly declaration: TableDeclaration;
  readonly hasFields: boolean;
}

/** `declaration` with the columns `keys` alone. */
export function documentTable(
  declaration: TableDeclaration,
  keys: readonly string[],
  hasFields = false,
): DocumentTable {
  return { declaration: { ...declaration, columns: keys.map((key) => column(declaration, key)) }, hasFields };
}

/** `declaration` whole, but for the columns `keys`. */
export function documentTableWithout(declaration: TableDeclaration, ...keys: readonly string[]): DocumentTable {
  const kept = declaration.columns.map(({ key }) => key).filter((key) => !keys.includes(key));
  return documentTable(declaration, kept);
}

function cellOf(value: DocumentValue, kind?: ValueKind): Cell {
  if (value === null) return blank;
  if (typeof value === 'number') return numberCell(value);
  if (typeof value === 'boolean') return textCell(value ? 'oui' : 'non');
  return kind === 'date' ? { date: value as PlainDate } : textCell(value);
}

function bookRowOf(declaration: TableDeclaration, row: DocumentRow, given: ReadonlySet<string>, index: number) {
  const own = declaration.columns.filter(({ key }) => given.has(key));
  const cells = own.map(({ key, kind }) => [key, cellOf(row[key] as DocumentValue, kind)] as const);
  const fields = Object.entries((row['fields'] ?? {}) as DocumentFields);
  const others = fields.map(([heading, value]): UserCell => ({ heading, cell: cellOf(value) }));
  return bookRow(declaration, { index, cells: Object.fromEntries(cells), formulas: [], others });
}

/** The table that `rows` make. A column is given by all of them, or the table does not have it. */
export function tableOfRows({ declaration }: DocumentTable, rows: readonly DocumentRow[]): FoundTable {
  const [first] = rows;
  const keys = first ? Object.keys(first).filter((key) => key !== 'fields') : declaration.columns.map(({ key }) => key);
  const given = new Set(keys);
  return {
    state: 'found',
    isDocument: true,
    sheet: declaration.title,
    address: '',
    letters: Object.fromEntries(keys.map((key) => [key, ''])),
    firstRow: 1,
    rows: rows.flatMap((row, index) => bookRowOf(declaration, row, given, index) ?? []),
  };
}

/** A cell as plain JSON. */
export function plainValue(cell: Cell): DocumentValue {
  if (isBlank(cell)) return null;
  if ('number' in cell) return cell.number;
  return 'date' in cell ? cell.date : 'text' in cell ? cell.text : null;
}

/** Texts stay as they were typed; a number where an identifier belongs stays a number, so that it is told again. */
function valueOf(kind: ValueKind, cell: Cell, read: ParsedValue): DocumentValue {
  if (kind !== 'text' && kind !== 'identifier') return read;
  const value = plainValue(cell);
  return kind === 'text' && typeof value === 'number' ? String(value) : value;
}

/** The rows of a sheet, columns that it does not have left out; or its cells that cannot be read, for which no value stands. */
export function rowsOfTable(
  { declaration, hasFields }: DocumentTable,
  found: FoundTable,
  fieldsOf: (row: BookRow) => DocumentFields = () => ({}),
): Result<DocumentRow[], readonly Finding[]> {
  const { rows, findings } = parseTable(declaration, found);
  const unreadable = findings.filter(({ code, severity }) => severity === 'error' && code !== 'duplicateKey');
  if (unreadable.length > 0) return fail(unreadable);
  const own = declaration.columns.filter(({ key }) => key in found.letters);
  return ok(
    found.rows.map((row, at): DocumentRow => {
      const values = own.map(({ key, kind }) => {
        return [key, valueOf(kind, row.cells[key] ?? blank, rows[at]?.values[key] ?? null)] as const;
      });
      return { ...Object.fromEntries(values), ...(hasFields ? { fields: fieldsOf(row) } : {}) };
    }),
  );
}
