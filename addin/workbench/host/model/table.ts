import { DEFAULT_NAMES, DEFAULT_TABLE_STYLE, FEWEST_BODY_ROWS, TOTALS_LABEL } from '../assumptions.ts';
import { refuse } from '../errors.ts';
import { area, bottomOf, intersect, rightOf, shifted } from './area.ts';
import type { Area, Shift } from './area.ts';
import { displayText } from './display.ts';
import type { FilterCriteria } from './filters.ts';
import type { Sheet, Tenant } from './sheet.ts';

/** A table: a heading row and at least one body row. Headings are the texts of its first row; columns keep their ids. */
export class Table implements Tenant {
  readonly id: string;
  readonly sheet: Sheet;
  name: string;
  area: Area;
  columnIds: number[];
  style = DEFAULT_TABLE_STYLE;
  showFilterButton = true;
  showBandedRows = true;
  /** Whether its last row is a totals row. */
  hasTotals = false;
  /** By column id. */
  readonly filters = new Map<number, FilterCriteria>();
  /** Set when its cells or its sheet went: nothing answers by its id any more. */
  isGone = false;
  #lastColumnId: number;

  constructor(id: string, name: string, sheet: Sheet, where: Area, columnIds?: number[]) {
    this.id = id;
    this.name = name;
    this.sheet = sheet;
    this.area = where;
    this.columnIds = columnIds ?? Array.from({ length: where.width }, (_, index) => index + 1);
    this.#lastColumnId = Math.max(...this.columnIds);
  }

  get headerArea(): Area {
    return { ...this.area, height: 1 };
  }

  get bodyArea(): Area {
    return { ...this.area, top: this.area.top + 1, height: this.area.height - (this.hasTotals ? 2 : 1) };
  }

  get isFiltered(): boolean {
    return this.filters.size > 0;
  }

  headings(): string[] {
    return this.columnIds.map((_, index) =>
      String(this.sheet.cells.value(this.area.top, this.area.left + index) ?? ''),
    );
  }

  /** The position of a column given its heading (whatever its case) or its id, -1 when there is none. */
  columnIndex(key: unknown): number {
    if (typeof key === 'number') return this.columnIds.indexOf(key);
    const wanted = String(key).toLowerCase();
    return this.headings().findIndex((heading) => heading.toLowerCase() === wanted);
  }

  /** One column of the table: all of it, its heading or its body. */
  columnArea(index: number, part: Area = this.area): Area {
    return { ...part, left: this.area.left + index, width: 1 };
  }

  nameHeaders(written: Area = this.headerArea): void {
    if (!intersect(written, this.headerArea)) return;
    const taken = new Set<string>();
    this.headings().forEach((heading, index) => {
      let name = heading === '' ? `${DEFAULT_NAMES.column}${index + 1}` : heading;
      for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${heading || DEFAULT_NAMES.column}${n}`;
      taken.add(name.toLowerCase());
      this.sheet.cells.put(this.area.top, this.area.left + index, name);
    });
  }

  isCutBy(shift: Shift): boolean {
    const rows = shift.axis === 'rows';
    const [from, span] = rows ? [this.area.left, this.area.width] : [this.area.top, this.area.height];
    const [start, end] = rows ? [this.area.top, bottomOf(this.area)] : [this.area.left, rightOf(this.area)];
    if (end <= shift.at || from >= shift.from + shift.span || from + span <= shift.from) return false;
    const covered = shift.from <= from && from + span <= shift.from + shift.span;
    const losesHeading = rows && shift.count < 0 && start >= shift.at && start < shift.at - shift.count;
    return !covered || (losesHeading && end > shift.at - shift.count);
  }

  follow(shift: Shift): void {
    const before = this.area;
    const after = shifted(before, shift);
    if (!after) {
      this.isGone = true;
      return;
    }
    if (after.width > before.width) {
      const added = Array.from({ length: after.width - before.width }, () => ++this.#lastColumnId);
      this.columnIds.splice(shift.at - before.left, 0, ...added);
    } else if (after.width < before.width) {
      this.columnIds.splice(Math.max(0, shift.at - before.left), before.width - after.width);
    }
    this.area = { ...after, height: Math.max(after.height, this.#fewestRows) };
    if (after.width !== before.width) this.nameHeaders();
  }

  /** Adds a column before position `index` (at the end when absent), pushing the cells on its right. */
  addColumn(index: number = this.area.width): number {
    if (index < 0 || index > this.area.width) refuse('invalidArgument', `column ${index}`);
    this.sheet.insert(this.columnArea(index), 'Right');
    if (index === 0 || index === this.area.width) {
      const left = index === 0 ? this.area.left - 1 : this.area.left;
      this.area = { ...this.area, left, width: this.area.width + 1 };
      this.columnIds.splice(index, 0, ++this.#lastColumnId);
      this.nameHeaders();
    }
    return index;
  }

  /** Adds rows before position `index` (at the end when absent) and answers where the first one is. */
  addRows(index: number | undefined, rows: unknown[]): number {
    const body = this.bodyArea;
    const at = index ?? body.height;
    if (at < 0 || at > body.height || rows.length === 0) refuse('invalidArgument', `row ${at}`);
    const takesBlankRow = body.height === 1 && !this.sheet.used(body, true);
    const added = takesBlankRow ? rows.length - 1 : rows.length;
    const first = takesBlankRow ? 0 : at;
    if (added > 0) this.#insertRows(takesBlankRow ? 1 : at, added);
    this.sheet.write({ ...body, top: body.top + first, height: rows.length }, rows);
    return first;
  }

  #insertRows(at: number, count: number): void {
    const { top, left, width, height } = this.bodyArea;
    this.sheet.insert(area(top + at, left, count, width), 'Down');
    if (at === height && !this.hasTotals) this.area = { ...this.area, height: this.area.height + count };
    const model = at === 0 ? top + count : top + at - 1;
    for (let r = top + at; r < top + at + count; r++) {
      for (let c = left; c < left + width; c++) this.sheet.cells.setStyle(r, c, this.sheet.cells.style(model, c));
    }
  }

  /** Deletes one body row; the last one is blanked, a table never being without a row. */
  deleteRow(index: number): void {
    const { top, left, width, height } = this.bodyArea;
    if (index < 0 || index >= height) refuse('itemNotFound', `row ${index}`);
    const row = area(top + index, left, 1, width);
    if (height > FEWEST_BODY_ROWS) this.sheet.remove(row, 'Up');
    else this.sheet.clear(row, 'Contents');
  }

  /** Adds a totals row under the body, or takes it away. */
  setTotals(shown: boolean): void {
    if (shown === this.hasTotals) return;
    const { top, left, width, height } = this.bodyArea;
    const totals = area(top + height, left, 1, width);
    if (!shown) {
      this.sheet.remove(totals, 'Up');
      this.hasTotals = false;
      return;
    }
    this.sheet.insert(totals, 'Down');
    this.area = { ...this.area, height: this.area.height + 1 };
    this.hasTotals = true;
    this.sheet.write({ ...totals, width: 1 }, TOTALS_LABEL);
  }

  get #fewestRows(): number {
    return 1 + FEWEST_BODY_ROWS + (this.hasTotals ? 1 : 0);
  }

  /** Gives the table another rectangle, with the same heading row and at least one body row. */
  resize(next: Area): void {
    if (next.top !== this.area.top || !intersect(next, this.area) || next.height < this.#fewestRows) {
      refuse('invalidArgument', 'the new range keeps the heading row and a body row');
    }
    this.sheet.guard(next);
    const ids = Array.from({ length: next.width }, (_, i) => this.columnIds[next.left + i - this.area.left]);
    this.columnIds = ids.map((id) => id ?? ++this.#lastColumnId);
    this.area = next;
    this.nameHeaders();
    this.sheet.owner.changed({ what: 'layout', sheet: this.sheet });
  }

  /** Sorts the body on one column: numbers, then texts in French order, blanks last. */
  sort(index: number, ascending = true): void {
    const { top, left, width, height } = this.bodyArea;
    const { cells } = this.sheet;
    const key = (row: number): [number, number | string] => {
      const value = cells.value(row, left + index);
      return value === null ? [2, ''] : typeof value === 'number' ? [0, value] : [1, String(value)];
    };
    const order = Array.from({ length: height }, (_, r) => top + r).sort((a, b) => {
      const [[rankA, valueA], [rankB, valueB]] = [key(a), key(b)];
      if (rankA !== rankB)
        return rankA === 2 || rankB === 2 ? rankA - rankB : ascending ? rankA - rankB : rankB - rankA;
      const compared =
        rankA === 0 ? Number(valueA) - Number(valueB) : String(valueA).localeCompare(String(valueB), 'fr');
      return ascending ? compared : -compared;
    });
    const scratch = Math.max(top + height, cells.rows.length);
    order.forEach((row, r) => {
      for (let c = left; c < left + width; c++) cells.copy(row, c, scratch + r, c);
    });
    for (let r = 0; r < height; r++) for (let c = left; c < left + width; c++) cells.copy(scratch + r, c, top + r, c);
    cells.rows.length = scratch;
    this.sheet.owner.changed({ what: 'cells', sheet: this.sheet, area: this.bodyArea });
  }

  /** The sheet rows its filters hide. */
  hiddenRows(): number[] {
    const { top, height } = this.bodyArea;
    const tests = [...this.filters].map(([id, { values }]) => {
      const column = this.area.left + this.columnIds.indexOf(id);
      const { cells } = this.sheet;
      return (row: number) =>
        values?.includes(displayText(cells.value(row, column), cells.style(row, column).numberFormat)) ?? true;
    });
    return Array.from({ length: height }, (_, r) => top + r).filter((row) => !tests.every((test) => test(row)));
  }
}
