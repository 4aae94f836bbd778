/** From the body as the lines make it to what must be done to the sheet. Pure. */
import { blank, type Cell } from '../../shared/domain/review/cell.ts';
import type { PlanLine } from '../../shared/domain/review/plan.ts';
import type { BookRow } from '../../shared/flows/book.ts';
import { isExactly, type Entry, type EntryRow } from './lineOutcome.ts';

/** A cell of a row that stays. */
export interface CellSet {
  /** Body row, counted before anything is added or deleted. */
  readonly row: number;
  readonly column: string;
  readonly before: Cell;
  readonly after: Cell;
  readonly held: BookRow;
  readonly lines: readonly PlanLine[];
}

/** Consecutive new rows. */
export interface NewRows {
  /** Body row of the first, counted once deletions are done and the groups before are in. */
  readonly at: number;
  readonly rows: readonly EntryRow[];
}

/** Done in this order: cells set, rows deleted (from the bottom), a last row emptied, rows inserted (from the top), rows at the end. */
export interface NetEffect {
  readonly sets: readonly CellSet[];
  /** Body rows to delete, ascending. */
  readonly deletes: readonly number[];
  /** The one row left when all of them go: a table is never without a row. */
  readonly emptied: number | undefined;
  readonly inserts: readonly NewRows[];
  /** Rows at the end; the first `over` of them take blank rows that stand there. */
  readonly tail: NewRows & { readonly over: number };
  /** Body rows once the deletions are done. */
  readonly heightBetween: number;
}

/** What makes a body of `height` rows into `entries`. */
export function netEffect(entries: readonly Entry[], height: number): NetEffect {
  const staying = new Set(entries.flatMap(({ index }) => index ?? []));
  const gone = Array.from({ length: height }, (_, index) => index).filter((index) => !staying.has(index));
  const isAll = gone.length === height;
  const news = groupsOf(entries);
  const last = news.at(-1);
  const isTail = last !== undefined && last.at + last.rows.length === lastFilled(entries);
  const over = isTail ? entries.slice(last.at).filter((entry) => entry.index !== undefined && entry.row).length : 0;
  return {
    sets: entries.flatMap(setsOf),
    deletes: isAll ? gone.slice(1) : gone,
    emptied: isAll ? 0 : undefined,
    inserts: isTail ? news.slice(0, -1) : news,
    tail: { ...(isTail ? last : { at: entries.length, rows: [] }), over: isAll && isTail ? 1 : over },
    heightBetween: height - gone.length + (isAll ? 1 : 0),
  };
}

function lastFilled(entries: readonly Entry[]): number {
  let end = entries.length;
  while (end > 0 && !entries[end - 1]?.row) end--;
  return end;
}

function groupsOf(entries: readonly Entry[]): NewRows[] {
  const groups: { at: number; rows: EntryRow[] }[] = [];
  entries.forEach(({ row }, at) => {
    if (!row || row.held) return;
    const group = groups.at(-1);
    if (group && group.at + group.rows.length === at) group.rows.push(row);
    else groups.push({ at, rows: [row] });
  });
  return groups;
}

function setsOf({ index, row }: Entry): CellSet[] {
  const held = row?.held;
  if (index === undefined || !held) return [];
  return Object.entries(row.cells).flatMap(([key, after]) => {
    const before = held.cells[key] ?? blank;
    if (isExactly(before, after)) return [];
    const lines = row.lines.filter((line) => line.operation !== 'set' || line.column === key);
    return [{ row: index, column: key, before, after, held, lines }];
  });
}
