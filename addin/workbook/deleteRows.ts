/** Rows that go, from the bottom, in runs: those above keep their place until their turn. */
import { displayed } from '../../shared/domain/review/cell.ts';
import type { PlanLine } from '../../shared/domain/review/plan.ts';
import type { BookRow } from '../../shared/flows/book.ts';
import type { Block } from './blocks.ts';
import { cellsAt } from './body.ts';
import { SET_BLOCK_BYTES, bytesOf, halves, stretches } from './bytes.ts';
import type { Conversation } from './conversation.ts';
import type { NetEffect } from './netEffect.ts';
import type { Raw } from './readCell.ts';
import { rowReader, type Rows } from './readTables.ts';
import { runsOf } from './rectangles.ts';
import type { LiveTable } from './survey.ts';
import { RECTANGLE_BYTES, whereIs } from './writing.ts';

interface Gone {
  readonly row: number;
  readonly count: number;
}

interface Deleting {
  readonly talk: Conversation;
  readonly table: LiveTable;
  readonly rows: Rows;
  readonly deletions: ReadonlyMap<number, readonly PlanLine[]>;
}

/** Blocks that delete rows and empty the last one. Each is looked at first: the row must still be the one that was judged. */
export function deleteBlocks(deleting: Deleting, { deletes, emptied }: NetEffect): Block[] {
  const fromBottom = [...deletes].reverse();
  // A row is read before it goes: what it holds decides how many go at once. Neighbours go in one rectangle.
  const sizes = fromBottom.map(
    (row, index) => (fromBottom[index - 1] === row + 1 ? 0 : RECTANGLE_BYTES) + bytesOfRow(deleting.rows[row]),
  );
  const blocks = stretches(sizes, SET_BLOCK_BYTES).map(({ from, to }) =>
    deleteBlock(deleting, fromBottom.slice(from, to)),
  );
  return emptied === undefined ? blocks : [...blocks, emptyBlock(deleting, emptied)];
}

function bytesOfRow(held: BookRow | undefined): number {
  return Object.values(held?.cells ?? {}).reduce((sum, cell) => sum + bytesOf(displayed(cell)), 0);
}

function deleteBlock(deleting: Deleting, gone: readonly number[]): Block {
  const { talk, table } = deleting;
  const runs = runsOf(gone)
    .map((run): Gone => ({ row: run[0] ?? 0, count: run.length }))
    .reverse();
  return {
    ...lookedAt(deleting, runs),
    act: () => runs.forEach((run) => cellsAt(talk.context, table, boxOf(table, run)).delete('Up')),
    smaller: () =>
      halves({ from: 0, to: gone.length }).map(({ from, to }) => ({
        ...deleteBlock(deleting, gone.slice(from, to)),
        smaller: () => [],
      })),
  };
}

function emptyBlock(deleting: Deleting, row: number): Block {
  const { talk, table, rows } = deleting;
  return {
    ...lookedAt(deleting, [{ row, count: 1 }]),
    act: () => {
      for (const run of runsOf(positionsToEmpty(table, rows[row]))) {
        cellsAt(talk.context, table, { row, column: run[0] ?? 0, height: 1, width: run.length }).clear('Contents');
      }
    },
  };
}

/** Every column but those where the person has a formula, which stays for the rows to come. */
function positionsToEmpty({ headings }: LiveTable, held: BookRow | undefined): number[] {
  const computed = new Set(
    (held?.others ?? []).flatMap(({ heading, formula }) => (formula === undefined ? [] : heading)),
  );
  return headings.flatMap((heading, position) => (computed.has(heading) ? [] : position));
}

function boxOf({ width }: LiveTable, { row, count }: Gone) {
  return { row, column: 0, height: count, width };
}

function lookedAt({ talk, table, rows, deletions }: Deleting, runs: readonly Gone[]): Omit<Block, 'act'> {
  return {
    where: whereIs(table),
    lines: runs.flatMap(({ row, count }) =>
      rows.slice(row, row + count).flatMap((_, index) => deletions.get(row + index) ?? []),
    ),
    look: () => {
      const seen = runs.map((run) => cellsAt(talk.context, table, boxOf(table, run)).load('values'));
      return () => runs.every((run, index) => isUnchanged(table, rows, run, (seen[index]?.values ?? []) as Raw[][]));
    },
  };
}

/** Our columns only: a formula of the person beside them may show something else after each deletion. */
function isUnchanged(table: LiveTable, rows: Rows, { row, count }: Gone, values: readonly Raw[][]): boolean {
  const read = rowReader(table);
  return rows.slice(row, row + count).every((held, index) => {
    const raws = values[index] ?? [];
    return JSON.stringify(read(row + index, raws, raws)?.cells) === JSON.stringify(held?.cells);
  });
}
