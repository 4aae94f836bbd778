/** Rows that people typed, read one by one: each can say what is wrong at one of its cells. */
import type { PlainDate } from '../domain/calendar/plainDate.ts';
import type { Finding, Severity } from '../domain/finding.ts';
import type { FoundTable, TableState } from '../flows/book.ts';
import { cellPlace, rowNumber } from './cellPlace.ts';
import { column, type TableDeclaration } from './declaration.ts';
import { parseTable, type ParsedRow, type ParsedValue } from './parse.ts';

/** What a reader answers: what could be understood, and all that could not. */
export interface Reading<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

/** What was said of a table, nothing twice. */
class Told {
  readonly findings: Finding[];
  readonly #said = new Set<string>();

  constructor(already: readonly Finding[]) {
    this.findings = [...already];
  }

  put(finding: Finding): void {
    const text = JSON.stringify(finding);
    if (!this.#said.has(text)) this.findings.push(finding);
    this.#said.add(text);
  }
}

export class TypedRow {
  constructor(
    private readonly declaration: TableDeclaration,
    private readonly table: FoundTable,
    private readonly parsed: ParsedRow,
    private readonly told: Told,
  ) {}

  /** Row of the sheet, or line of the document, from 1. */
  get sheetRow(): number {
    return rowNumber(this.table, this.parsed);
  }

  value(key: string): ParsedValue {
    return this.parsed.values[key] ?? null;
  }

  /** '' for a blank cell. */
  text(key: string): string {
    const value = this.value(key);
    return typeof value === 'string' ? value : '';
  }

  date(key: string): PlainDate | null {
    return this.value(key) as PlainDate | null;
  }

  number(key: string): number | null {
    const value = this.value(key);
    return typeof value === 'number' ? value : null;
  }

  /** The key under which `labels` writes the choice of the cell; undefined for a blank one. */
  choice<K extends string>(key: string, labels: Readonly<Record<K, string>>): K | undefined {
    const chosen = this.text(key);
    return (Object.keys(labels) as K[]).find((each) => labels[each] === chosen);
  }

  /** True when something stands in the cell that could not be read: it was said, and its blank means nothing. */
  isUnreadable(key: string): boolean {
    return key in this.table.letters && !(key in this.parsed.values);
  }

  /** Where a cell stands. */
  place(key: string): NonNullable<Finding['place']> {
    return cellPlace(this.declaration, this.table, this.parsed, key);
  }

  /** Says something of a cell, once. */
  say(key: string, code: string, facts: Finding['facts'] = {}, severity: Severity = 'error'): void {
    const { heading } = column(this.declaration, key);
    this.told.put({ code, severity, place: this.place(key), facts: { heading, ...facts } });
  }

  /** Puts a finding of a rule at a cell, once. */
  tell(key: string, finding: Finding): void {
    this.told.put({ ...finding, place: this.place(key) });
  }
}

/**
 * The rows of a table and the list where their findings gather. A table that is not there has none: its absence is told elsewhere. `own`: codes of the
 * findings that the reader tells in its own way.
 */
export function typedRows(
  declaration: TableDeclaration,
  state: TableState | undefined,
  own: readonly string[] = [],
): { readonly rows: readonly TypedRow[]; readonly findings: readonly Finding[] } {
  if (state?.state !== 'found') return { rows: [], findings: [] };
  const parsed = parseTable(declaration, state);
  const told = new Told(parsed.findings.filter(({ code }) => !own.includes(code)));
  return { rows: parsed.rows.map((row) => new TypedRow(declaration, state, row, told)), findings: told.findings };
}
