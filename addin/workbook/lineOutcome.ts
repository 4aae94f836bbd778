/**
 * What the lines of a change do to a table, before any cell is touched: which are to do, already done or sent back, and the net effect of
 * those to do. Lines are followed in order, each on what the ones before made. Pure.
 */
import {
  blank,
  canonical,
  isBlank,
  packCell,
  sameValue,
  textCell,
  type Cell,
} from '../../shared/domain/review/cell.ts';
import type { AddLine, DeleteLine, KeptCell, PlanLine, RowCells, SetLine } from '../../shared/domain/review/plan.ts';
import type { BookRow } from '../../shared/flows/book.ts';
import { column, keyColumn, type TableDeclaration } from '../../shared/tables/declaration.ts';

/** A row as the lines make it. `index`: the body row it stands on, absent while it has none of its own. */
export interface Entry {
  readonly index?: number;
  /** Undefined: a blank body row. */
  row: EntryRow | undefined;
}

export interface EntryRow {
  readonly key: string;
  /** The row of the sheet; absent for one that a line adds. */
  readonly held?: BookRow;
  cells: Readonly<Record<string, Cell>>;
  /** What is still to be put beside it. */
  kept: readonly KeptCell[];
  /** The lines that made it what it is. */
  readonly lines: PlanLine[];
}

export interface Outcome {
  /** The body from top to bottom once every line is written. */
  readonly entries: readonly Entry[];
  /** Body row of the sheet → the lines that delete it. */
  readonly deletions: ReadonlyMap<number, readonly PlanLine[]>;
  readonly todo: readonly PlanLine[];
  readonly already: readonly PlanLine[];
  readonly refused: readonly PlanLine[];
}

type Verdict = 'todo' | 'already' | 'refused';

/** The columns a table holds: keys of ours, headings of the person's own. */
export interface Columns {
  readonly ours: ReadonlySet<string>;
  readonly beside: ReadonlySet<string>;
}

/** Follows `lines` over the body `rows` of a table that holds `columns`. */
export function outcomeOf(
  declaration: TableDeclaration,
  columns: Columns,
  rows: readonly (BookRow | undefined)[],
  lines: readonly PlanLine[],
): Outcome {
  const body = new Body(declaration, columns, rows);
  const sorted: Record<Verdict, PlanLine[]> = { todo: [], already: [], refused: [] };
  for (const line of lines) sorted[body.follow(line)].push(line);
  return { entries: body.entries, deletions: body.deletions, ...sorted };
}

class Body {
  readonly entries: Entry[];
  readonly deletions = new Map<number, readonly PlanLine[]>();
  readonly #declaration: TableDeclaration;
  readonly #columns: Columns;
  /** Undefined for a key that several rows bear: which one is meant cannot be known. */
  readonly #byKey = new Map<string, Entry | undefined>();

  constructor(declaration: TableDeclaration, columns: Columns, rows: readonly (BookRow | undefined)[]) {
    this.#declaration = declaration;
    this.#columns = columns;
    this.entries = rows.map((held, index) => ({ index, row: held && entryRow(held) }));
    for (const entry of this.entries) {
      const key = entry.row?.key;
      if (key) this.#byKey.set(key, this.#byKey.has(key) ? undefined : entry);
    }
  }

  follow(line: PlanLine): Verdict {
    const key = canonical(keyColumn(this.#declaration).kind, textCell(line.key));
    const entry = this.#byKey.get(key);
    if (this.#byKey.has(key) && !entry?.row) return 'refused';
    const verdict = this.#followOne(key, line, entry, entry?.row);
    if (verdict === 'todo') this.#byKey.get(key)?.row?.lines.push(line);
    return verdict;
  }

  #followOne(key: string, line: PlanLine, entry: Entry | undefined, row: EntryRow | undefined): Verdict {
    if (line.operation === 'add') return row ? this.#complete(line, row) : this.#add(key, line);
    if (line.operation === 'delete') return entry && row ? this.#delete(key, line, entry, row) : 'already';
    return row ? this.#set(line, row) : 'refused';
  }

  #set(line: SetLine, row: EntryRow): Verdict {
    if (!this.#columns.ours.has(line.column)) return 'refused';
    const { kind } = column(this.#declaration, line.column);
    const now = row.cells[line.column] ?? blank;
    if (isExactly(now, line.after)) return 'already';
    if (!sameValue(kind, now, line.before)) return sameValue(kind, now, line.after) ? 'already' : 'refused';
    row.cells = { ...row.cells, [line.column]: line.after };
    return 'todo';
  }

  #add(key: string, line: AddLine): Verdict {
    const row: EntryRow = { key, cells: this.#ofTable(line.after), kept: line.kept ?? [], lines: [] };
    const place = this.#placeFor(line.at);
    const there = this.entries[place];
    // A blank row that stands there is taken: one that a fault left behind would otherwise stay for ever.
    const entry: Entry = there && !there.row ? Object.assign(there, { row }) : { row };
    if (entry !== there) this.entries.splice(place, 0, entry);
    this.#byKey.set(key, entry);
    return 'todo';
  }

  /** A row cut short by a fault is completed: what it holds is right, what is missing is blank. */
  #complete(line: AddLine, row: EntryRow): Verdict {
    const wanted = Object.entries(this.#ofTable(line.after));
    const differing = wanted.filter(([key, cell]) => !sameValue(this.#kind(key), row.cells[key] ?? blank, cell));
    const lacking = (line.kept ?? []).filter(({ heading }) => this.#lacks(row, heading));
    if (differing.length === 0 && lacking.length === 0) return 'already';
    if (differing.some(([key]) => !isBlank(row.cells[key] ?? blank))) return 'refused';
    row.cells = { ...row.cells, ...Object.fromEntries(differing) };
    row.kept = lacking;
    return 'todo';
  }

  /** True when the person's column is there and empty on this row. */
  #lacks({ held }: EntryRow, heading: string): boolean {
    return this.#columns.beside.has(heading) && held?.others.every((other) => other.heading !== heading) === true;
  }

  #delete(key: string, line: DeleteLine, entry: Entry, row: EntryRow): Verdict {
    const before = Object.entries(this.#ofTable(line.before));
    if (!before.every(([key, cell]) => sameValue(this.#kind(key), row.cells[key] ?? blank, cell))) return 'refused';
    if (line.kept && !isSameKept(line.kept, row.held?.others ?? [])) return 'refused';
    // A row that a line above put on a blank one leaves the blank one behind.
    if (entry.index !== undefined && !row.held) entry.row = undefined;
    else this.entries.splice(this.entries.indexOf(entry), 1);
    if (entry.index !== undefined && row.held) this.deletions.set(entry.index, [...row.lines, line]);
    this.#byKey.delete(key);
    return 'todo';
  }

  #ofTable(cells: RowCells): RowCells {
    return Object.fromEntries(Object.entries(cells).filter(([key]) => this.#columns.ours.has(key)));
  }

  #kind(key: string) {
    return column(this.#declaration, key).kind;
  }

  #placeFor(at: number | undefined): number {
    let end = this.entries.length;
    while (end > 0 && this.entries[end - 1]?.row === undefined) end--;
    return Math.min(at ?? end, end);
  }
}

function entryRow(held: BookRow): EntryRow {
  return { key: held.key, held, cells: held.cells, kept: [], lines: [] };
}

/** True when both hold the same thing to the letter. */
export function isExactly(a: Cell, b: Cell): boolean {
  return JSON.stringify(packCell(a)) === JSON.stringify(packCell(b));
}

/** What a person typed beside a row, formulas left out: Excel fills those down by itself. */
function isSameKept(a: readonly KeptCell[], b: readonly KeptCell[]): boolean {
  const typed = (cells: readonly KeptCell[]): string =>
    JSON.stringify(
      cells.filter(({ formula }) => formula === undefined).map(({ heading, cell }) => [heading, packCell(cell)]),
    );
  return typed(a) === typed(b);
}
