/** A rectangle of cells: rows and columns count from zero. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
export const WHOLE_SHEET: Area = { top: 0, left: 0, height: MAX_ROWS, width: MAX_COLUMNS };

/** Cells inserted (`count` > 0) or removed (`count` < 0) at `at`, in the band [`from`, `from + span`) of the other axis. */
export interface Shift {
  readonly axis: 'rows' | 'columns';
  readonly at: number;
  readonly count: number;
  readonly from: number;
  readonly span: number;
}

export function area(top: number, left: number, height = 1, width = 1): Area {
  return { top, left, height, width };
}

export const bottomOf = (a: Area): number => a.top + a.height;
export const rightOf = (a: Area): number => a.left + a.width;
export const isInsideSheet = (a: Area): boolean =>
  a.top >= 0 && a.left >= 0 && a.height > 0 && a.width > 0 && bottomOf(a) <= MAX_ROWS && rightOf(a) <= MAX_COLUMNS;

export function intersect(a: Area, b: Area): Area | undefined {
  const top = Math.max(a.top, b.top);
  const left = Math.max(a.left, b.left);
  const height = Math.min(bottomOf(a), bottomOf(b)) - top;
  const width = Math.min(rightOf(a), rightOf(b)) - left;
  return height > 0 && width > 0 ? { top, left, height, width } : undefined;
}

export function bounding(a: Area, b: Area): Area {
  const top = Math.min(a.top, b.top);
  const left = Math.min(a.left, b.left);
  return area(top, left, Math.max(bottomOf(a), bottomOf(b)) - top, Math.max(rightOf(a), rightOf(b)) - left);
}

/** What remains of `a` without `hole`: up to four rectangles. */
export function subtract(a: Area, hole: Area): Area[] {
  const cut = intersect(a, hole);
  if (!cut) return [a];
  return [
    area(a.top, a.left, cut.top - a.top, a.width),
    area(bottomOf(cut), a.left, bottomOf(a) - bottomOf(cut), a.width),
    area(cut.top, a.left, cut.height, cut.left - a.left),
    area(cut.top, rightOf(cut), cut.height, rightOf(a) - rightOf(cut)),
  ].filter((piece) => piece.height > 0 && piece.width > 0);
}

const transpose = (a: Area): Area => area(a.left, a.top, a.width, a.height);

/** Where the rectangle is after the shift: moved, grown, shrunk, untouched, or `undefined` when all its cells went. */
export function shifted(a: Area, shift: Shift): Area | undefined {
  if (shift.axis === 'columns') {
    const moved = shifted(transpose(a), { ...shift, axis: 'rows' });
    return moved && transpose(moved);
  }
  if (a.height === MAX_ROWS || a.left < shift.from || rightOf(a) > shift.from + shift.span) return a;
  const follow = (row: number): number => {
    if (shift.count < 0) return row <= shift.at ? row : Math.max(shift.at, row + shift.count);
    return row < shift.at ? row : row + shift.count;
  };
  const top = follow(a.top);
  const end = shift.count < 0 ? follow(bottomOf(a)) : follow(bottomOf(a) - 1) + 1;
  return end > top ? area(top, a.left, Math.min(end, MAX_ROWS) - top, a.width) : undefined;
}

/** `0` → `A`, `27` → `AB`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** `A1` or `A1:C3`; whole columns and rows as `A:C`, `1:3`. */
export function addressOf(a: Area): string {
  const [first, last] = [columnLetters(a.left), columnLetters(rightOf(a) - 1)];
  if (a.height === MAX_ROWS) return `${first}:${last}`;
  if (a.width === MAX_COLUMNS) return `${a.top + 1}:${bottomOf(a)}`;
  const start = `${first}${a.top + 1}`;
  return a.height === 1 && a.width === 1 ? start : `${start}:${last}${bottomOf(a)}`;
}

/** The sheet name (when written) and the rectangle of an A1 address, `undefined` when it is not one. */
export function parseAddress(text: string): { sheet?: string; area: Area } | undefined {
  const [, quoted, plain, cells = ''] = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/.exec(text.trim()) ?? [];
  const found = parseCells(cells.replaceAll('$', ''));
  if (!found || !isInsideSheet(found)) return undefined;
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  return sheet === undefined ? { area: found } : { sheet, area: found };
}

function parseCells(cells: string): Area | undefined {
  const block = /^([a-z]{1,3})(\d+)(?::([a-z]{1,3})(\d+))?$/i.exec(cells);
  if (block) {
    const [, left = '', top, right = left, bottom = top] = block;
    return corners(Number(top) - 1, columnNumber(left), Number(bottom) - 1, columnNumber(right));
  }
  const [, firstColumn, lastColumn] = /^([a-z]{1,3}):([a-z]{1,3})$/i.exec(cells) ?? [];
  if (firstColumn && lastColumn) return corners(0, columnNumber(firstColumn), MAX_ROWS - 1, columnNumber(lastColumn));
  const [, firstRow, lastRow] = /^(\d+):(\d+)$/.exec(cells) ?? [];
  return firstRow ? corners(Number(firstRow) - 1, 0, Number(lastRow) - 1, MAX_COLUMNS - 1) : undefined;
}

function corners(top: number, left: number, bottom: number, right: number): Area {
  return bounding(
    area(Math.min(top, bottom), Math.min(left, right)),
    area(Math.max(top, bottom), Math.max(left, right)),
  );
}
