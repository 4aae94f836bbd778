/** How the rows of a sheet move when a table gains or loses rows, and what becomes of addresses. */
import { areaText, parseArea, type Area } from './a1.ts';

export interface RowMove {
  /** Columns whose cells move with the rows of the table. */
  readonly left: number;
  readonly right: number;
  /** Body of the table before; a total row counts after `last`. */
  readonly first: number;
  readonly last: number;
  /** Last row of the body after. */
  readonly newLast: number;
  /** New row of each row from `first` on, the total row included; undefined when it goes. */
  readonly places: readonly (number | undefined)[];
  /** What stands below goes down by so many rows, in the columns of the table alone. */
  readonly below: number;
  readonly tableLeft: number;
  readonly tableRight: number;
}

/** True when an address may have another meaning after the move. */
export function movesAnything(move: RowMove): boolean {
  return (
    move.below > 0 || move.newLast !== move.last || move.places.some((place, index) => place !== move.first + index)
  );
}

function within(left: number, right: number, area: Area): boolean {
  return area.left >= left && area.right <= right;
}

/** Where one row goes, for cells of these columns. */
export function movedRow(move: RowMove, row: number, left: number, right = left): number | undefined {
  const index = row - move.first;
  if (index < 0) return row;
  if (index < move.places.length) return left >= move.left && right <= move.right ? move.places[index] : row;
  return left >= move.tableLeft && right <= move.tableRight ? row + move.below : row;
}

function nearest(move: RowMove, area: Area, from: number, step: 1 | -1): number | undefined {
  for (let row = from; row >= area.top && row <= area.bottom; row += step) {
    const place = movedRow(move, row, area.left, area.right);
    if (place !== undefined) return place;
    // Rows that all go lie in the body: outside of it the answer is never undefined.
  }
  return undefined;
}

/**
 * Where an area goes: it keeps the rows that stay, loses those that go, and grows with the table when it covered its whole height.
 * Undefined when every row of it goes. With `single`, one cell grows too (the format of a table of one row).
 */
export function movedArea(move: RowMove, area: Area, single: boolean): Area | undefined {
  const top = nearest(move, area, area.top, 1);
  const bottom = nearest(move, area, area.bottom, -1);
  if (top === undefined || bottom === undefined) return undefined;
  const whole = area.top <= move.first && area.bottom === move.last && within(move.tableLeft, move.tableRight, area);
  const grows = whole && (single || area.top !== area.bottom || area.left !== area.right);
  return { ...area, top: grows ? Math.min(area.top, move.first) : top, bottom: grows ? move.newLast : bottom };
}

/** A list of areas as formats and validations hold it; '' when nothing is left. */
export function movedList(move: RowMove, sqref: string): string {
  const areas = sqref.split(/\s+/).flatMap((text) => {
    const area = parseArea(text);
    if (!area) return [text];
    const moved = movedArea(move, area, true);
    return moved ? [areaText(moved)] : [];
  });
  return areas.join(' ');
}
