/**
 * What the lines of a plan make of the rows of a table: the same answer for every adapter, which only has to write it.
 * Lines are taken in their order, each on what the one before left.
 */
import { blank, canonical, sameValue, textCell, type Cell } from '../domain/review/cell.ts';
import type { AddLine, DeleteLine, KeptCell, PlanLine, SetLine } from '../domain/review/plan.ts';
import type { BookRow, UserCell } from '../flows/book.ts';
import { column, keyColumn, type TableDeclaration } from './declaration.ts';

/** A row of the table as it must become. */
export interface SettledRow {
  /** Its place in the body before; undefined for a new row. */
  readonly from: number | undefined;
  /** Cells of ours to write, by column key; every one the table has, for a new row. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** Cells of the person to give back, in a new row. */
  readonly kept: readonly KeptCell[];
}

export type Settling = 'written' | 'already' | 'refused';

export interface Settlement {
  /** Takes one line and answers what becomes of it. */
  readonly take: (line: PlanLine) => Settling;
  /** The rows of the body, blank rows of the table included, as the lines taken so far leave them. */
  readonly rows: () => readonly SettledRow[];
}

interface Row {
  from: number | undefined;
  key: string;
  now: Record<string, Cell>;
  changed: Record<string, Cell>;
  others: readonly UserCell[];
  kept: readonly KeptCell[];
}

export interface SettledTable {
  readonly declaration: TableDeclaration;
  /** Column keys that the sheet has. */
  readonly present: ReadonlySet<string>;
  readonly rows: readonly BookRow[];
  /** Rows of the body in the sheet, blank ones included: an empty Excel table has one. */
  readonly bodyLength: number;
}

function bodyOf({ rows, bodyLength }: SettledTable): Row[] {
  const body = Array.from({ length: bodyLength }, (_, from): Row => {
    return { from, key: '', now: {}, changed: {}, others: [], kept: [] };
  });
  for (const { key, index, cells, others } of rows) {
    body[index] = { from: index, key, now: { ...cells }, changed: {}, others, kept: [] };
  }
  return body;
}

/** Nothing beside our columns was typed since `kept` was noted. */
function holdsKept(others: readonly UserCell[], kept: readonly KeptCell[] | undefined): boolean {
  if (!kept) return true;
  return others.every(({ heading, cell, formula }) => {
    const noted = kept.find((each) => each.heading === heading);
    if (!noted) return false;
    return formula === undefined ? sameValue('text', noted.cell, cell) : formula === noted.formula;
  });
}

/** The settlement of one table. `rows` are those a `Book` reads. */
export function settlement(table: SettledTable): Settlement {
  const { declaration, present } = table;
  const keyKind = keyColumn(declaration).kind;
  const isEmpty = table.bodyLength === 1 && table.rows.length === 0;
  const body = bodyOf(table);
  let spare = isEmpty ? body.pop() : undefined;
  // The first of two rows that share a key: the review speaks of neither.
  const byKey = new Map([...body].reverse().flatMap((row) => (row.key === '' ? [] : [[row.key, row]])));

  const keyOf = (line: PlanLine) => canonical(keyKind, textCell(line.key));
  const holds = (row: Row, cells: Readonly<Record<string, Cell>>) =>
    Object.entries(cells).every(
      ([key, cell]) => !present.has(key) || sameValue(column(declaration, key).kind, row.now[key] ?? blank, cell),
    );

  function add(line: AddLine): Settling {
    const same = byKey.get(keyOf(line));
    if (same) return holds(same, line.after) ? 'already' : 'refused';
    const given: Readonly<Record<string, Cell>> = { [declaration.key]: textCell(line.key), ...line.after };
    const cells = Object.fromEntries([...present].map((key) => [key, given[key] ?? blank]));
    const others = (line.kept ?? []).map(({ heading, cell, formula }) => ({
      heading,
      cell,
      ...(formula === undefined ? {} : { formula }),
    }));
    const row: Row = { from: spare?.from, key: keyOf(line), now: cells, changed: cells, others, kept: line.kept ?? [] };
    spare = undefined;
    body.splice(line.at ?? body.length, 0, row);
    byKey.set(row.key, row);
    return 'written';
  }

  function set(line: SetLine): Settling {
    const row = byKey.get(keyOf(line));
    if (!row || !present.has(line.column)) return 'refused';
    const { kind } = column(declaration, line.column);
    const now = row.now[line.column] ?? blank;
    if (sameValue(kind, now, line.after)) return 'already';
    if (!sameValue(kind, now, line.before)) return 'refused';
    row.now = { ...row.now, [line.column]: line.after };
    row.changed = { ...row.changed, [line.column]: line.after };
    return 'written';
  }

  function remove(line: DeleteLine): Settling {
    const row = byKey.get(keyOf(line));
    if (!row) return 'already';
    if (!holds(row, line.before) || !holdsKept(row.others, line.kept)) return 'refused';
    body.splice(body.indexOf(row), 1);
    byKey.delete(row.key);
    return 'written';
  }

  return {
    take: (line) => (line.operation === 'add' ? add(line) : line.operation === 'set' ? set(line) : remove(line)),
    rows: () => [...body, ...(spare ? [spare] : [])].map(({ from, changed, kept }) => ({ from, cells: changed, kept })),
  };
}

const LONGEST_TEXT = 32_767;

function requireCell(cell: Cell): void {
  if ('number' in cell && !Number.isFinite(cell.number))
    throw new RangeError('a cell cannot hold a number that is not finite');
  if ('text' in cell && cell.text.length > LONGEST_TEXT) throw new RangeError('a text longer than a cell holds');
}

/** Throws when a line holds what no cell can: a number that is not finite, a text too long. To be called before anything is written. */
export function requireWritable(lines: readonly PlanLine[]): void {
  for (const line of lines) {
    if (line.operation === 'delete') continue;
    const cells = line.operation === 'set' ? [line.after] : Object.values(line.after);
    cells.forEach(requireCell);
    if (line.operation === 'add') line.kept?.forEach(({ cell }) => requireCell(cell));
  }
}
