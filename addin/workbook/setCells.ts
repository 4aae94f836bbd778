/** Cells of rows that stay, in rectangles; what lies between them is kept. */
import { isExactly } from '../../shared/domain/review/cell.ts';
import { column, keyColumns } from '../../shared/tables/declaration.ts';
import type { Block } from './blocks.ts';
import { cellsAt } from './body.ts';
import { SET_BLOCK_BYTES, KEEP, bytesOf, stretches, type Kept } from './bytes.ts';
import type { Conversation } from './conversation.ts';
import type { CellSet } from './netEffect.ts';
import { readCell, type Raw } from './readCell.ts';
import { rectanglesOf, type Rectangle } from './rectangles.ts';
import { laid } from './safeCell.ts';
import type { LiveTable } from './survey.ts';
import { RECTANGLE_BYTES, declaredFormat, ourRuns, whereIs, write } from './writing.ts';

type Target = CellSet & { readonly position: number; readonly bytes: number };
type Area = Rectangle<Target>;

/** Blocks that set `sets`. Each is looked at first: its cells must still hold what the lines were judged on. */
export function setBlocks(talk: Conversation, table: LiveTable, sets: readonly CellSet[]): Block[] {
  const targets = sets.map((set): Target => {
    const { input } = laid(set.after, declaredFormat(table, set.column));
    return { ...set, position: table.places[set.column] ?? 0, bytes: bytesOf(input) };
  });
  const areas = rectanglesOf(targets, ourRuns(table), ({ bytes }) => bytes);
  return stretches(areas.map(bytesOfArea), SET_BLOCK_BYTES).map(({ from, to }) =>
    setBlock(talk, table, areas.slice(from, to)),
  );
}

function bytesOfArea({ height, width, targets }: Area): number {
  const keeps = (height * width - targets.length) * bytesOf(KEEP);
  return RECTANGLE_BYTES + keeps + targets.reduce((sum, { bytes }) => sum + bytes, 0);
}

interface Seen {
  readonly cells: Excel.Range;
  /** One column of cells for each column of the key. */
  readonly keys: readonly Excel.Range[];
}

function setBlock(talk: Conversation, table: LiveTable, areas: readonly Area[]): Block {
  let seen: readonly Seen[] = [];
  return {
    where: whereIs(table),
    lines: areas.flatMap(({ targets }) => targets.flatMap(({ lines }) => lines)),
    look: () => {
      const now = areas.map((area) => lookAt(talk.context, table, area));
      return () => {
        seen = now;
        return areas.every((area, index) => isUnchanged(table, area, now[index]));
      };
    },
    act: () => areas.forEach((area, index) => writeArea(talk.context, table, area, seen[index])),
    smaller: () => {
      const middle = Math.ceil(areas.length / 2);
      const parts = areas.length > 1 ? [areas.slice(0, middle), areas.slice(middle)] : [];
      return parts.map((part) => ({ ...setBlock(talk, table, part), smaller: () => [] }));
    },
  };
}

function lookAt(context: Excel.RequestContext, table: LiveTable, area: Area): Seen {
  const positions = keyColumns(table.declaration).map(({ key }) => table.places[key] ?? 0);
  return {
    cells: cellsAt(context, table, area).load('values,numberFormat'),
    keys: positions.map((position) => cellsAt(context, table, { ...area, column: position, width: 1 }).load('values')),
  };
}

function isUnchanged(table: LiveTable, area: Area, seen: Seen | undefined): boolean {
  const values = seen?.cells.values as Raw[][] | undefined;
  const keys = seen?.keys.map((cells) => cells.values as Raw[][]);
  const { declaration } = table;
  return area.targets.every((target) => {
    const [row, place] = [target.row - area.row, target.position - area.column];
    const now = readCell(values?.[row]?.[place] ?? '', column(declaration, target.column).kind);
    const isSameRow = keyColumns(declaration).every(({ key, kind }, index) => {
      const cell = readCell(keys?.[index]?.[row]?.[0] ?? '', kind);
      return isExactly(cell, target.held.cells[key] ?? cell);
    });
    return isExactly(now, target.before) && isSameRow;
  });
}

function writeArea(context: Excel.RequestContext, table: LiveTable, area: Area, seen: Seen | undefined): void {
  const present = (seen?.cells.numberFormat ?? []) as string[][];
  const grid = <T>(): (T | typeof KEEP)[][] =>
    Array.from({ length: area.height }, () => Array<T | typeof KEEP>(area.width).fill(KEEP));
  const [inputs, formats] = [grid<Exclude<Kept, typeof KEEP>>(), grid<string>()];
  for (const target of area.targets) {
    const [row, place] = [target.row - area.row, target.position - area.column];
    const declared = declaredFormat(table, target.column);
    const { input, format } = laid(target.after, declared, present[row]?.[place] ?? declared);
    inputs[row]?.splice(place, 1, input);
    if (format !== undefined) formats[row]?.splice(place, 1, format);
  }
  write(cellsAt(context, table, area), inputs, formats);
}
