/** Ctrl + arrow: to the end of the block of filled cells, or to the start of the next one. */
import { MAX_COLUMNS, MAX_ROWS } from '../../host/model/area.ts';
import type { SheetViews } from './sheetViews.ts';

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** The cell to go to from the selected one; rows and columns count from zero. */
export function edge(views: SheetViews, direction: string): { row: number; column: number } {
  const [index, atRow = 1, atColumn = 1] = views.view.getSelectedCell();
  const { cells } = views.sheet(index ?? 0);
  const [down, right] = STEPS[direction] ?? [0, 0];
  const bottom = down > 0 ? Math.max(cells.rows.length, atRow) : 0;
  const [lastRow, lastColumn] = [MAX_ROWS - 1, MAX_COLUMNS - 1];
  let [row, column] = [atRow - 1, atColumn - 1];
  const isInside = (r: number, c: number): boolean => r >= 0 && c >= 0 && r <= lastRow && c <= lastColumn;
  const isFilled = (r: number, c: number): boolean => cells.value(r, c) !== null;
  const startsInBlock =
    isFilled(row, column) && isInside(row + down, column + right) && isFilled(row + down, column + right);
  while (isInside(row + down, column + right)) {
    // Nothing stands below the last row: no need to walk a million of them.
    if (down > 0 && row >= bottom) return { row: lastRow, column };
    if (startsInBlock && !isFilled(row + down, column + right)) break;
    [row, column] = [row + down, column + right];
    if (!startsInBlock && isFilled(row, column)) break;
  }
  return { row, column };
}
