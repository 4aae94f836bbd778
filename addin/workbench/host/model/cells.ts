import { MAX_COLUMNS, bottomOf, intersect, rightOf } from './area.ts';
import type { Area, Shift } from './area.ts';
import { PLAIN } from './styles.ts';
import type { Style } from './styles.ts';
import type { CellValue } from './value.ts';

/** One row, as three lists by column: far cheaper than an object per cell. */
export interface Row {
  values: CellValue[];
  formulas?: (string | undefined)[];
  styles?: (Style | undefined)[];
}

/** The cells of one sheet: rows that hold something, columns by position. */
export class Cells {
  readonly rows: (Row | undefined)[] = [];
  /** Looks set on whole columns, for cells that have none of their own. */
  readonly columnStyles: (Style | undefined)[] = [];

  value(row: number, column: number): CellValue {
    return this.rows[row]?.values[column] ?? null;
  }

  formula(row: number, column: number): string | undefined {
    return this.rows[row]?.formulas?.[column];
  }

  style(row: number, column: number): Style {
    return this.rows[row]?.styles?.[column] ?? this.columnStyles[column] ?? PLAIN;
  }

  row(row: number): Row {
    return (this.rows[row] ??= { values: [] });
  }

  put(row: number, column: number, value: CellValue, formula?: string): void {
    const line = this.row(row);
    while (line.values.length < column) line.values.push(null);
    line.values[column] = value;
    if (formula !== undefined) (line.formulas ??= [])[column] = formula;
    else if (line.formulas) line.formulas[column] = undefined;
  }

  setStyle(row: number, column: number, style: Style): void {
    (this.row(row).styles ??= [])[column] = style;
  }

  /** Copies one cell whole: value, formula and look. */
  copy(row: number, column: number, toRow: number, toColumn: number): void {
    const line = this.rows[row];
    if (!line && !this.rows[toRow]) return;
    this.put(toRow, toColumn, line?.values[column] ?? null, line?.formulas?.[column]);
    const style = line?.styles?.[column];
    const target = this.row(toRow);
    if (style || target.styles) (target.styles ??= [])[toColumn] = style;
  }

  /** The smallest rectangle of `within` that holds something; looks count unless `valuesOnly`. */
  used(within: Area, valuesOnly: boolean): Area | undefined {
    let [top, bottom, left, right] = [-1, -1, MAX_COLUMNS, -1];
    const end = Math.min(this.rows.length, bottomOf(within));
    for (let r = within.top; r < end; r++) {
      const line = this.rows[r];
      if (!line) continue;
      const isUsed = (c: number): boolean =>
        (line.values[c] ?? null) !== null || (!valuesOnly && (line.styles?.[c] ?? PLAIN) !== PLAIN);
      const last = Math.min(rightOf(within), Math.max(line.values.length, valuesOnly ? 0 : (line.styles?.length ?? 0)));
      let first = within.left;
      while (first < last && !isUsed(first)) first++;
      if (first >= last) continue;
      let final = last - 1;
      while (!isUsed(final)) final--;
      if (top < 0) top = r;
      [bottom, left, right] = [r, Math.min(left, first), Math.max(right, final)];
    }
    return top < 0 ? undefined : { top, left, height: bottom - top + 1, width: right - left + 1 };
  }

  /** Moves the cells of the band, leaving blanks where cells came in. */
  shift(shift: Shift): void {
    if (shift.axis === 'columns') this.#shiftColumns(shift);
    else if (shift.from === 0 && shift.span === MAX_COLUMNS) splice(this.rows, shift);
    else this.#shiftRows(shift);
  }

  #shiftColumns({ at, count, from, span }: Shift): void {
    for (let r = from; r < Math.min(from + span, this.rows.length); r++) {
      const line = this.rows[r];
      for (const list of [line?.values, line?.formulas, line?.styles]) if (list) splice(list, { at, count });
    }
    if (from === 0 && span >= this.rows.length) splice(this.columnStyles, { at, count });
  }

  #shiftRows({ at, count, from, span }: Shift): void {
    const [length, width] = [this.rows.length, this.#width(from, span)];
    const copyRow = (source: number, target: number): void => {
      for (let c = from; c < width; c++) this.copy(source, c, target, c);
    };
    if (count > 0) {
      for (let r = length - 1; r >= at; r--) copyRow(r, r + count);
      for (let r = at; r < Math.min(at + count, length); r++) this.wipe({ top: r, left: from, height: 1, width: span });
    } else for (let r = at; r < length; r++) copyRow(r - count, r);
  }

  #width(from: number, span: number): number {
    const longest = this.rows.reduce(
      (most, line) => Math.max(most, line?.values.length ?? 0, line?.styles?.length ?? 0),
      0,
    );
    return Math.min(from + span, longest);
  }

  /** Blanks the cells; keeps their look when asked for contents alone, and the reverse. */
  wipe(where: Area, contents = true, looks = true): void {
    const held = intersect(where, { top: 0, left: 0, height: Math.max(this.rows.length, 1), width: MAX_COLUMNS });
    if (!held) return;
    for (let r = held.top; r < bottomOf(held); r++) {
      const line = this.rows[r];
      if (!line) continue;
      const lists = [...(contents ? [line.values, line.formulas] : []), looks ? line.styles : undefined];
      for (const list of lists) list?.fill(undefined as never, held.left, rightOf(held));
    }
    if (looks && where.height >= this.rows.length && where.top === 0)
      this.columnStyles.fill(undefined, where.left, rightOf(where));
  }
}

/** Inserts holes into a list, or removes items, in place. */
export function splice(list: unknown[], { at, count }: { at: number; count: number }): void {
  if (count < 0) list.splice(at, -count);
  else if (at < list.length) list.splice(at, 0, ...new Array<undefined>(count));
}
