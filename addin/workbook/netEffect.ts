/** From the body as the lines make it to what must be done to the sheet. Pure. */
import { blank, type Cell } from '../../shared/domain/review/cell.ts';
import type { PlanLine } from '../../shared/domain/review/plan.ts';
import type { BookRow } from '../../shared/flows/book.ts';
import { cellsToWrite, type Entry, type EntryRow } from '../../shared/tables/tableBody.ts';

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
  /** They take blank rows that stand there already. */
  readonly isOver: boolean;
}

/** What a person had beside a row that stays, put back. */
export interface Beside {
  readonly row: number;
  readonly entry: EntryRow;
}

/** Done in this order: cells set, cells put back beside, rows deleted (from the bottom), a last row emptied, rows inserted (from the top), rows at the end. */
export interface NetEffect {
  readonly sets: readonly CellSet[];
  readonly besides: readonly Beside[];
  /** Body rows to delete, ascending. */
  readonly deletes: readonly number[];
  /** The one row left when all of them go: a table is never without a row. */
  readonly emptied: number | undefined;
  readonly inserts: readonly NewRows[];
  /** Rows at the end, some of them perhaps over blank rows that stand there. */
  readonly tail: Pick<NewRows, 'at' | 'rows'>;
  /** Body rows once the deletions are done. */
  readonly heightBetween: number;
}

/** What makes a body of `height` rows into `entries`. */
export function netEffect(entries: readonly Entry[], height: number): NetEffect {
  const staying = new Set(entries.flatMap(({ index }) => index ?? []));
  const gone = Array.from({ length: height }, (_, index) => index).filter((index) => !staying.has(index));
  const isAll = gone.length === height;
  const end = lastFilled(entries);
  const start = tailStart(entries, end);
  return {
    sets: entries.flatMap(setsOf),
    besides: entries.flatMap(({ index, row }) =>
      index !== undefined && row?.held && row.kept.length > 0 ? [{ row: index, entry: row }] : [],
    ),
    deletes: isAll ? gone.slice(1) : gone,
    emptied: isAll ? 0 : undefined,
    inserts: groupsOf(entries.slice(0, start)),
    tail: { at: start, rows: entries.slice(start, end).flatMap(({ row }) => row ?? []) },
    heightBetween: height - gone.length + (isAll ? 1 : 0),
  };
}

function lastFilled(entries: readonly Entry[]): number {
  let end = entries.length;
  while (end > 0 && !entries[end - 1]?.row) end--;
  return end;
}

function isNew({ row }: Entry): boolean {
  return row !== undefined && row.held === undefined;
}

/** Where the new rows before `end` begin. */
function tailStart(entries: readonly Entry[], end: number): number {
  let start = end;
  for (let entry = entries[start - 1]; entry && isNew(entry); entry = entries[start - 1]) start--;
  return start;
}

function groupsOf(entries: readonly Entry[]): NewRows[] {
  const groups: { at: number; rows: EntryRow[]; isOver: boolean }[] = [];
  entries.forEach((entry, at) => {
    if (!entry.row || !isNew(entry)) return;
    const isOver = entry.index !== undefined;
    const group = groups.at(-1);
    if (group && group.isOver === isOver && group.at + group.rows.length === at) group.rows.push(entry.row);
    else groups.push({ at, rows: [entry.row], isOver });
  });
  return groups;
}

function setsOf({ index, row }: Entry): CellSet[] {
  const held = row?.held;
  if (index === undefined || !held) return [];
  return Object.entries(cellsToWrite(row)).map(([key, after]) => {
    const before = held.cells[key] ?? blank;
    const lines = row.lines.filter((line) => line.operation !== 'set' || line.column === key);
    return { row: index, column: key, before, after, held, lines };
  });
}
