/** What the base remembers of a row: canonical texts. */
import { blank, canonical, textCell, type Cell } from './cell.ts';
import { memoryText } from './memory.ts';
import type { RowCells } from './plan.ts';
import type { MineRow, ReviewColumn } from './review.ts';

/** Canonical texts of a row of Lucca, as the base keeps them. */
export function baseCells(columns: readonly ReviewColumn[], theirs: RowCells): RowCells {
  const entries = columns.flatMap((column): [string, Cell][] => {
    const cell = theirs[column.key];
    return cell ? [[column.key, textCell(memoryText(column.kind, cell))]] : [];
  });
  return Object.fromEntries(entries);
}

/** What was last accepted in a column; '' without a base. */
export function baseText(base: MineRow | undefined, column: string): string {
  return canonical('text', base?.cells[column] ?? blank);
}
