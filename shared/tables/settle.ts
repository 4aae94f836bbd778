/**
 * What the lines of a plan make of the body of a table, before any cell is touched: the same answer for every adapter, which only has to
 * write it. Lines are taken in their order, each on what the ones before left. Pure.
 *
 * The rules, held by the contract suite of `Book`:
 * - a key that two rows bear is nobody's: its lines are sent back;
 * - a row that is added and already there is already done, completed where it is blank, sent back where it holds something else;
 * - a row without a key takes the one of a set of its key column that says where it stands;
 * - a set of its key column, or of one of them, gives a row another key, which the lines after it find; sent back when another row bears it, already done when
 *   that row alone is there;
 * - a set is already done when the cell holds the value to the letter; sent back when it holds neither `before` nor `after`;
 * - a deletion is sent back when the row holds anything of ours that the line does not know, or, when it notes what the person typed
 *   beside, anything else there;
 * - lines that only take away leave an absent table absent;
 * - a new row takes a blank row that stands at its place, and never goes after blank rows.
 */
import { blank, isBlank, isExactly, sameValue, type Cell } from '../domain/review/cell.ts';
import type { AddLine, DeleteLine, KeptCell, PlanLine, RowCells, SetLine } from '../domain/review/plan.ts';
import type { BookRow, UserCell } from '../flows/book.ts';
import { canonicalKey, column, keyCells, keyColumns, rowKey } from './declaration.ts';
import type { Entry, EntryRow, StandingBody } from './tableBody.ts';

export type Settling = 'todo' | 'already' | 'refused';

export interface Settled {
  /** The body from top to bottom once every line is written. */
  readonly entries: readonly Entry[];
  /** Body row before → the lines that delete it. */
  readonly deletions: ReadonlyMap<number, readonly PlanLine[]>;
  readonly todo: readonly PlanLine[];
  readonly already: readonly PlanLine[];
  readonly refused: readonly PlanLine[];
}

/** Settles all of `lines` on `table`. */
export function settle(table: StandingBody, lines: readonly PlanLine[]): Settled {
  const body = new Settlement(table);
  const sorted: Record<Settling, PlanLine[]> = { todo: [], already: [], refused: [] };
  for (const line of lines) sorted[body.take(line)].push(line);
  return { entries: body.entries, deletions: body.deletions, ...sorted };
}

interface Renaming {
  readonly from: string;
  readonly to: string;
}

/** A body to which lines are given one by one. */
export class Settlement {
  readonly entries: Entry[];
  readonly deletions = new Map<number, readonly PlanLine[]>();
  readonly #table: StandingBody;
  /** Undefined for a key that several rows bear: which one is meant cannot be known. */
  readonly #byKey = new Map<string, Entry | undefined>();

  constructor(table: StandingBody) {
    this.#table = table;
    this.entries = table.rows.map((held, index) => ({ index, row: held && entryRow(held) }));
    for (const entry of this.entries) {
      const key = entry.row?.key;
      if (key) this.#byKey.set(key, this.#byKey.has(key) ? undefined : entry);
    }
  }

  /** What becomes of `line`. */
  take(line: PlanLine): Settling {
    const renaming = this.#renaming(line);
    if (renaming && this.#byKey.has(renaming.to)) return this.#byKey.has(renaming.from) ? 'refused' : 'already';
    const key = renaming?.from ?? canonicalKey(this.#table.declaration, line.key);
    const entry = this.#byKey.get(key) ?? this.#keyed(key, line);
    if (this.#byKey.has(key) && !entry?.row) return 'refused';
    const settling = this.#takeOne(key, line, entry, entry?.row);
    if (settling === 'todo') this.#byKey.get(key)?.row?.lines.push(line);
    if (settling === 'todo' && renaming) this.#rename(renaming);
    return settling;
  }

  /** The keys before and after a line that gives a row another one. The inverse of a line bears its key: the values say which row it is. */
  #renaming(line: PlanLine): Renaming | undefined {
    const { declaration } = this.#table;
    if (line.operation !== 'set' || !keyColumns(declaration).some(({ key }) => key === line.column)) return undefined;
    const others = keyCells(declaration, line.key);
    const [from, to] = [line.before, line.after].map((cell) => rowKey(declaration, { ...others, [line.column]: cell }));
    return from && to && from !== to ? { from, to } : undefined;
  }

  #rename({ from, to }: Renaming): void {
    const entry = this.#byKey.get(from);
    this.#byKey.delete(from);
    this.#byKey.set(to, entry);
    if (entry?.row) entry.row = { ...entry.row, key: to };
  }

  /** The row that has no key and that `line` gives one. */
  #keyed(key: string, line: PlanLine): Entry | undefined {
    const isKey = line.operation === 'set' && line.at !== undefined && line.column === this.#table.declaration.key;
    if (!isKey || this.#byKey.has(key)) return undefined;
    const entry = this.entries.find(({ row }) => row?.key === '' && row.held?.index === line.at);
    if (!entry?.row) return undefined;
    entry.row = { ...entry.row, key };
    this.#byKey.set(key, entry);
    return entry;
  }

  #takeOne(key: string, line: PlanLine, entry: Entry | undefined, row: EntryRow | undefined): Settling {
    if (line.operation === 'add') return row ? this.#complete(line, row) : this.#add(key, line);
    if (line.operation === 'delete') return entry && row ? this.#delete(key, line, entry, row) : 'already';
    return row ? this.#set(line, row) : 'refused';
  }

  #set(line: SetLine, row: EntryRow): Settling {
    if (!this.#table.columns.ours.has(line.column)) return 'refused';
    const kind = this.#kind(line.column);
    const now = row.cells[line.column] ?? blank;
    if (isExactly(now, line.after)) return 'already';
    if (!sameValue(kind, now, line.before)) return sameValue(kind, now, line.after) ? 'already' : 'refused';
    row.cells = { ...row.cells, [line.column]: line.after };
    return 'todo';
  }

  #add(key: string, line: AddLine): Settling {
    const given: RowCells = { ...keyCells(this.#table.declaration, line.key), ...line.after };
    const cells = Object.fromEntries([...this.#table.columns.ours].map((each) => [each, given[each] ?? blank]));
    const row: EntryRow = { key, held: undefined, cells, kept: line.kept ?? [], lines: [] };
    const place = this.#placeFor(line.at);
    const there = this.entries[place];
    // A blank row that stands there is taken: one that a fault left behind would otherwise stay for ever.
    const entry: Entry = there && !there.row ? Object.assign(there, { row }) : { index: undefined, row };
    if (entry !== there) this.entries.splice(place, 0, entry);
    this.#byKey.set(key, entry);
    return 'todo';
  }

  /** A row cut short by a fault is completed: what it holds is right, what is missing is blank. */
  #complete(line: AddLine, row: EntryRow): Settling {
    const wanted = Object.entries(line.after).filter(([key]) => this.#table.columns.ours.has(key));
    const differing = wanted.filter(([key, cell]) => !this.#holds(row, key, cell));
    const lacking = (line.kept ?? []).filter(({ heading }) => this.#lacks(row, heading));
    if (differing.length === 0 && lacking.length === 0) return 'already';
    if (differing.some(([key]) => !isBlank(row.cells[key] ?? blank))) return 'refused';
    row.cells = { ...row.cells, ...Object.fromEntries(differing) };
    row.kept = lacking;
    return 'todo';
  }

  /** True when the person's column is there and empty on this row. */
  #lacks({ held }: EntryRow, heading: string): boolean {
    return this.#table.columns.beside.has(heading) && held?.others.every((other) => other.heading !== heading) === true;
  }

  #delete(key: string, line: DeleteLine, entry: Entry, row: EntryRow): Settling {
    const before: RowCells = { ...keyCells(this.#table.declaration, line.key), ...line.before };
    const known = [...this.#table.columns.ours].every((each) => this.#holds(row, each, before[each] ?? blank));
    if (!known || (line.kept && !isKept(row.held?.others ?? [], line.kept))) return 'refused';
    // A row that a line above put on a blank one leaves the blank one behind.
    if (entry.index !== undefined && !row.held) entry.row = undefined;
    // From the end: an undo takes the last rows first.
    else this.entries.splice(this.entries.lastIndexOf(entry), 1);
    if (entry.index !== undefined && row.held) this.deletions.set(entry.index, [...row.lines, line]);
    this.#byKey.delete(key);
    return 'todo';
  }

  #holds(row: EntryRow, key: string, cell: Cell): boolean {
    return sameValue(this.#kind(key), row.cells[key] ?? blank, cell);
  }

  #kind(key: string) {
    return column(this.#table.declaration, key).kind;
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

/**
 * True when what a person typed beside a row is what was noted of it, wherever the columns went. Formulas are left out: Excel fills
 * them down by itself.
 */
function isKept(others: readonly UserCell[], kept: readonly KeptCell[]): boolean {
  const typed = others.filter(({ formula }) => formula === undefined);
  const noted = kept.filter(({ formula }) => formula === undefined);
  const was = new Map(noted.map(({ heading, cell }) => [heading, cell]));
  return (
    typed.length === noted.length && typed.every(({ heading, cell }) => isExactly(was.get(heading) ?? blank, cell))
  );
}
