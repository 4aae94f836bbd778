import { frenchDate } from '../domain/calendar/plainDate.ts';
import type { Cell } from '../domain/review/cell.ts';
import type { PlanLine } from '../domain/review/plan.ts';

/** Characters of the longest text that a cell holds. */
const LONGEST_TEXT = 32_767;

/** Throws on what no cell can hold: Excel would keep the old figure, or cut the text, without a word. */
export function requireCell(cell: Cell): void {
  if ('text' in cell && cell.text.length > LONGEST_TEXT) throw new RangeError('a cell cannot hold so long a text');
  if ('number' in cell && !Number.isFinite(cell.number))
    throw new RangeError('a cell cannot hold a number that is not finite');
  // From data that no compiler saw.
  if (!('text' in cell || 'number' in cell || 'date' in cell || 'blank' in cell)) throw new RangeError('not a cell');
}

/** Excel counts no earlier day right. */
const FIRST_DAY = '1900-03-01';

/** The cell as a sheet can hold it: a day that Excel does not know becomes the text a French reader expects. */
export function storable(cell: Cell): Cell {
  return 'date' in cell && cell.date < FIRST_DAY ? { text: frenchDate(cell.date) } : cell;
}

/** Throws when a line holds what no cell can. To be called before anything is written. */
export function requireWritable(lines: readonly PlanLine[]): void {
  for (const line of lines) {
    if (line.operation === 'delete') continue;
    const cells = line.operation === 'set' ? [line.after] : Object.values(line.after);
    cells.forEach(requireCell);
    if (line.operation === 'add') line.kept?.forEach(({ cell }) => requireCell(cell));
  }
}
