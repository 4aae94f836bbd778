/** Which cells a set of formulas reads, without visiting a cell twice however many formulas read it. */
import { MAX_COLUMNS, MAX_ROWS, bottomOf, rightOf } from '../../host/model/area.ts';
import type { Area } from '../../host/model/area.ts';
import type { Sheet } from '../../host/index.ts';

export class CellsNeeded {
  readonly #columns = new Map<Sheet, Map<number, [number, number][]>>();

  add(sheet: Sheet, { top, left, height, width }: Area): void {
    let columns = this.#columns.get(sheet);
    if (!columns) this.#columns.set(sheet, (columns = new Map<number, [number, number][]>()));
    for (let column = left; column < left + width; column++) {
      const spans = columns.get(column);
      const last = spans?.at(-1);
      // Formulas that follow one another read neighbours: most spans are extended, not added.
      if (last && top >= last[0] && top <= last[1]) last[1] = Math.max(last[1], top + height);
      else if (spans) spans.push([top, top + height]);
      else columns.set(column, [[top, top + height]]);
    }
  }

  each(visit: (sheet: Sheet, row: number, column: number) => void): void {
    for (const [sheet, columns] of this.#columns) {
      for (const [column, spans] of columns) {
        let reached = 0;
        for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
          for (let row = Math.max(start, reached); row < end; row++) visit(sheet, row, column);
          reached = Math.max(reached, end);
        }
      }
    }
  }
}

/** The rectangle cut to what its sheet holds: a whole column is a million cells, of which few say anything. */
export function heldPart({ cells: { rows } }: Sheet, where: Area): Area {
  if (where.height === MAX_ROWS) return { ...where, height: Math.max(1, rows.length) };
  if (where.width !== MAX_COLUMNS) return where;
  return { ...where, width: rows.reduce((most, line) => Math.max(most, line?.values.length ?? 0), 1) };
}

/** What of the rectangle can hold something. */
export function clamped(sheet: Sheet, where: Area): Area | undefined {
  const height = Math.min(bottomOf(where), sheet.cells.rows.length) - where.top;
  const width = Math.min(rightOf(where), MAX_COLUMNS) - where.left;
  return height > 0 && width > 0 ? { ...where, height, width } : undefined;
}
