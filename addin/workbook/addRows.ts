/** Rows inserted at their place, and rows at the end of the table: the table grows first, then they are written in it. */
import type { Block, Check } from './blocks.ts';
import { cellsAt, type Box } from './body.ts';
import { BLOCK_BYTES, halves, stretches, type Stretch } from './bytes.ts';
import type { Conversation } from './conversation.ts';
import type { NetEffect, NewRows } from './netEffect.ts';
import type { Raw } from './readCell.ts';
import { rowReader } from './readTables.ts';
import { bytesOfRow, writeKept, writeRows } from './newRows.ts';
import { withoutSheet, type LiveTable } from './survey.ts';
import { RECTANGLE_BYTES, whereIs } from './writing.ts';

/** The block that puts back what a person had beside rows whose return was cut short; none when there is nothing to put back. */
export function besideBlocks(talk: Conversation, table: LiveTable, { besides }: NetEffect): Block[] {
  if (besides.length === 0) return [];
  return [
    {
      ...standingStill(talk, table, table.height),
      lines: besides.flatMap(({ entry }) => entry.lines),
      act: () => besides.forEach(({ row, entry }) => writeKept(talk.context, table, row, entry)),
    },
  ];
}

/** Blocks that insert rows between those that stay, from the top. */
export function insertBlocks(talk: Conversation, table: LiveTable, { inserts, heightBetween }: NetEffect): Block[] {
  const sizes = inserts.map(({ rows }) => RECTANGLE_BYTES + rows.reduce((sum, row) => sum + bytesOfRow(table, row), 0));
  let height = heightBetween;
  return stretches(sizes, BLOCK_BYTES).map(({ from, to }) => {
    const groups = inserts.slice(from, to);
    const block = insertBlock(talk, table, groups, height);
    height += growthOf(groups);
    return block;
  });
}

function insertBlock(talk: Conversation, table: LiveTable, groups: readonly NewRows[], height: number): Block {
  const { context } = talk;
  const over = groups.filter(({ isOver }) => isOver).map(({ at, rows }) => ({ row: at, count: rows.length }));
  return {
    ...standingStill(talk, table, height, over),
    lines: groups.flatMap(({ rows }) => rows.flatMap(({ lines }) => lines)),
    act: () => {
      for (const { at, rows, isOver } of groups) {
        if (!isOver)
          cellsAt(context, table, { row: at, column: 0, height: rows.length, width: table.width }).insert('Down');
        writeRows(context, table, at, rows);
      }
    },
  };
}

/** Body rows that inserting `groups` adds. */
function growthOf(groups: readonly NewRows[]): number {
  return groups.reduce((sum, { rows, isOver }) => sum + (isOver ? 0 : rows.length), 0);
}

/** Blocks that add rows at the end. `height`: body rows before the first of them. */
export function tailBlocks(talk: Conversation, table: LiveTable, { tail, inserts, heightBetween }: NetEffect): Block[] {
  const height = heightBetween + growthOf(inserts);
  const sizes = tail.rows.map((row) => bytesOfRow(table, row));
  return stretches(sizes, BLOCK_BYTES).map((stretch) => tailBlock({ talk, table, tail, start: height }, stretch));
}

interface Tail {
  readonly talk: Conversation;
  readonly table: LiveTable;
  readonly tail: NetEffect['tail'];
  /** Body rows before the first row at the end. */
  readonly start: number;
}

function tailBlock(whole: Tail, stretch: Stretch): Block {
  const { talk, table, tail, start } = whole;
  const rows = tail.rows.slice(stretch.from, stretch.to);
  const height = Math.max(start, tail.at + stretch.from);
  const growth = Math.max(0, tail.at + stretch.to - height);
  const under = { row: height, column: 0, height: growth, width: table.width };
  const first = tail.at + stretch.from;
  const still = standingStill(talk, table, height, [{ row: first, count: Math.min(rows.length, height - first) }]);
  let inTheWay: string | undefined;
  return {
    ...still,
    lines: rows.flatMap(({ lines }) => lines),
    look: () => {
      const holds = still.look();
      const used = growth > 0 ? cellsAt(talk.context, table, under).getUsedRangeOrNullObject(true) : undefined;
      used?.load('address');
      return () => {
        inTheWay = used && !used.isNullObject ? withoutSheet(used.address) : undefined;
        return holds();
      };
    },
    act: () => {
      if (inTheWay !== undefined) talk.where = { ...still.where, range: inTheWay };
      if (growth > 0) grow(talk.context, table, under, inTheWay !== undefined);
      writeRows(talk.context, table, first, rows);
    },
    smaller: () => halves(stretch).map((half) => ({ ...tailBlock(whole, half), smaller: () => [] })),
  };
}

/** Makes the table larger by the rows of `under`. What stands there, a totals row included, is moved down, never covered. */
function grow(context: Excel.RequestContext, table: LiveTable, under: Box, isTaken: boolean): void {
  if (isTaken || table.hasTotals) cellsAt(context, table, under).insert('Down');
  // Rows inserted above the totals are in the table already.
  if (table.hasTotals) return;
  const proxy = context.workbook.tables.getItem(table.id);
  proxy.resize(proxy.getRange().getAbsoluteResizedRange(1 + under.row + under.height, table.width));
}

interface Taken {
  readonly row: number;
  readonly count: number;
}

/** A block holds while the table has as many body rows as when its place was computed, and the blank rows it takes are blank. */
function standingStill(talk: Conversation, table: LiveTable, height: number, taken: readonly Taken[] = []) {
  const rowCount = height + (table.hasTotals ? 2 : 1);
  const over = taken.filter(({ count }) => count > 0);
  const read = rowReader(table);
  const isBlank = ({ values, formulas }: Excel.Range): boolean =>
    (values as Raw[][]).every((raws, index) => read(index, raws, (formulas as Raw[][])[index] ?? raws) === undefined);
  return {
    where: whereIs(table),
    look: (): Check => {
      const range = talk.context.workbook.tables.getItem(table.id).getRange().load('rowCount');
      const rows = over.map(({ row, count }) =>
        cellsAt(talk.context, table, { row, column: 0, height: count, width: table.width }).load('values,formulas'),
      );
      return () => range.rowCount === rowCount && rows.every(isBlank);
    },
  };
}
