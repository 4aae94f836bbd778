import { CELLS_READ_LIMIT } from '../assumptions.ts';
import { refuse } from '../errors.ts';
import { MAX_COLUMNS, MAX_ROWS, WHOLE_SHEET, bottomOf, intersect, rightOf, shifted, subtract } from './area.ts';
import type { Area, Shift } from './area.ts';
import { Cells, splice } from './cells.ts';
import { mapCharts } from './charts.ts';
import type { Chart } from './charts.ts';
import type { CellValue } from './value.ts';
import { readInput } from './input.ts';
import { Validations, changeAreas } from './rules.ts';
import type { ConditionalFormat } from './rules.ts';
import { restyler } from './styles.ts';
import type { Style } from './styles.ts';

export const VISIBILITIES = ['Visible', 'Hidden', 'VeryHidden'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** What changed: cells (an edit), `layout` (looks, sizes, tables of one sheet) or `book` (sheets, names, selection). */
export type Change =
  | { readonly what: 'cells'; readonly sheet: Sheet; readonly area: Area; readonly single?: [CellValue, CellValue] }
  | { readonly what: 'layout'; readonly sheet: Sheet }
  | { readonly what: 'book' };

/** A table, as its sheet knows it. */
export interface Tenant {
  readonly area: Area;
  readonly isFiltered: boolean;
  /** Whether the shift would tear it apart. */
  isCutBy(shift: Shift): boolean;
  follow(shift: Shift): void;
  /** Gives each column a heading that is a text and unique. */
  nameHeaders(written: Area): void;
}

/** The workbook, as a sheet knows it. */
export interface SheetOwner {
  tenantsOn(sheet: Sheet): readonly Tenant[];
  shifted(sheet: Sheet, shift: Shift): void;
  changed(change: Change): void;
}

export interface Protection {
  readonly password: string | null;
  readonly options: Readonly<Record<string, unknown>>;
}

/** One sheet: cells, sizes, rules, protection. Everything that writes goes through the protection. */
export class Sheet {
  readonly id: string;
  readonly owner: SheetOwner;
  name: string;
  visibility: Visibility = 'Visible';
  tabColor = '';
  showGridlines = true;
  frozenRows = 0;
  protection: Protection | undefined;
  selection: Area = { top: 0, left: 0, height: 1, width: 1 };
  cells = new Cells();
  readonly columnWidths: (number | undefined)[] = [];
  readonly rowHeights: (number | undefined)[] = [];
  readonly validations = new Validations();
  conditionalFormats: ConditionalFormat[] = [];
  charts: Chart[] = [];

  constructor(id: string, name: string, owner: SheetOwner) {
    this.id = id;
    this.name = name;
    this.owner = owner;
  }

  /** Refuses when the sheet is protected and a cell of the rectangle is locked. */
  guard(where: Area, permission = ''): void {
    if (!this.protection || this.protection.options[permission] === true) return;
    const held = intersect(where, this.used(WHOLE_SHEET, false) ?? where) ?? where;
    for (let r = held.top; r < bottomOf(held); r++) {
      for (let c = held.left; c < rightOf(held); c++) {
        if (this.cells.style(r, c).locked) refuse('accessDenied', this.name);
      }
    }
  }

  /** Changes the charts of the sheet, unless it is protected. */
  changeCharts(act: () => void): void {
    if (this.protection && this.protection.options['allowEditObjects'] !== true) refuse('accessDenied', this.name);
    act();
    this.owner.changed({ what: 'layout', sheet: this });
  }

  used(within: Area, valuesOnly: boolean): Area | undefined {
    return this.cells.used(within, valuesOnly);
  }

  /** Writes one input everywhere or a grid of the rectangle's size; `null` leaves a cell as it is. */
  write(where: Area, grid: unknown): void {
    this.guard(where);
    const single = where.height * where.width === 1;
    const before = single ? this.cells.value(where.top, where.left) : null;
    eachInput(where, grid, (row, column, input) => {
      const entry = readInput(input, this.cells.style(row, column).numberFormat);
      this.cells.put(row, column, entry.value, entry.formula);
      const numberFormat = entry.numberFormat;
      if (numberFormat) this.cells.setStyle(row, column, restyler({ numberFormat })(this.cells.style(row, column)));
    });
    for (const tenant of this.owner.tenantsOn(this)) tenant.nameHeaders(where);
    const change = { what: 'cells', sheet: this, area: where } as const;
    const after = this.cells.value(where.top, where.left);
    this.owner.changed(single ? { ...change, single: [before, after] } : change);
  }

  /** Writes number formats: one for all, or a grid. */
  writeNumberFormats(where: Area, grid: unknown): void {
    if (typeof grid === 'string') return this.restyle(where, { numberFormat: grid });
    this.guard(where, 'allowFormatCells');
    const changes = new Map<string, (style: Style) => Style>();
    eachInput(where, grid, (row, column, input) => {
      if (typeof input !== 'string') refuse('invalidArgument', 'a number format is a text');
      const change = changes.get(input) ?? restyler({ numberFormat: input });
      changes.set(input, change);
      this.cells.setStyle(row, column, change(this.cells.style(row, column)));
    });
    this.owner.changed({ what: 'layout', sheet: this });
  }

  /** Changes the look of every cell of the rectangle; whole columns keep it for rows to come. */
  restyle(where: Area, change: Partial<Style>): void {
    this.guard(where, 'allowFormatCells');
    const next = restyler(change);
    const whole = where.height === MAX_ROWS;
    for (let r = where.top; r < (whole ? this.cells.rows.length : bottomOf(where)); r++) {
      if (whole && !this.cells.rows[r]) continue;
      for (let c = where.left; c < rightOf(where); c++) this.cells.setStyle(r, c, next(this.cells.style(r, c)));
    }
    for (let c = where.left; whole && c < rightOf(where); c++) {
      this.cells.columnStyles[c] = next(this.cells.style(MAX_ROWS - 1, c));
    }
    this.owner.changed({ what: 'layout', sheet: this });
  }

  /** Excel's `clear`: contents, or looks and rules. */
  clear(where: Area, what: 'Contents' | 'Formats'): void {
    this.guard(where);
    this.cells.wipe(where, what === 'Contents', what === 'Formats');
    if (what === 'Formats') this.clearConditionalFormats(where);
    for (const tenant of this.owner.tenantsOn(this)) tenant.nameHeaders(where);
    this.owner.changed(
      what === 'Formats' ? { what: 'layout', sheet: this } : { what: 'cells', sheet: this, area: where },
    );
  }

  clearConditionalFormats(where: Area): void {
    this.conditionalFormats = changeAreas(this.conditionalFormats, (area) => subtract(area, where));
    this.owner.changed({ what: 'layout', sheet: this });
  }

  /** Rewrites every formula of the sheet: those of cells, of conditional formats, of lists, of charts. */
  mapFormulas(change: (formula: string) => string): void {
    for (const line of this.cells.rows) {
      line?.formulas?.forEach((formula, column, formulas) => {
        if (formula !== undefined) formulas[column] = change(formula);
      });
    }
    for (const format of this.conditionalFormats) format.formula = change(format.formula);
    this.validations.mapSources(change);
    mapCharts(this.charts, change);
  }

  /** Inserts blank cells over the rectangle, pushing what is there. */
  insert(where: Area, direction: 'Down' | 'Right'): void {
    const shift = shiftOf(where, direction === 'Down' ? 'rows' : 'columns', 1);
    if (direction === 'Down' && this.cells.rows.length + where.height > MAX_ROWS) refuse('cellsOffSheet', this.name);
    this.#apply(where, shift);
  }

  /** Removes the cells of the rectangle, pulling what follows. */
  remove(where: Area, direction: 'Up' | 'Left'): void {
    this.#apply(where, shiftOf(where, direction === 'Up' ? 'rows' : 'columns', -1));
  }

  #apply(where: Area, shift: Shift): void {
    this.guard(where);
    const tenants = this.owner.tenantsOn(this);
    if (tenants.some((tenant) => tenant.isCutBy(shift))) refuse('tableCut', this.name);
    this.cells.shift(shift);
    this.validations.shift(shift);
    this.conditionalFormats = changeAreas(this.conditionalFormats, (area) => [shifted(area, shift) ?? []].flat());
    if (shift.axis === 'columns' && shift.span === MAX_ROWS) splice(this.columnWidths, shift);
    if (shift.axis === 'rows' && shift.span === MAX_COLUMNS) splice(this.rowHeights, shift);
    for (const tenant of tenants) tenant.follow(shift);
    this.owner.shifted(this, shift);
    this.owner.changed({ what: 'cells', sheet: this, area: where });
  }
}

function shiftOf(where: Area, axis: 'rows' | 'columns', sign: 1 | -1): Shift {
  return axis === 'rows'
    ? { axis, at: where.top, count: sign * where.height, from: where.left, span: where.width }
    : { axis, at: where.left, count: sign * where.width, from: where.top, span: where.height };
}

/** Calls `visit` for every cell that gets an input; a grid of another size is refused before anything is written. */
function eachInput(where: Area, grid: unknown, visit: (row: number, column: number, input: unknown) => void): void {
  const rows = Array.isArray(grid) ? (grid as unknown[]) : undefined;
  if (where.height * where.width > CELLS_READ_LIMIT) refuse('invalidArgument', 'too many cells at once');
  const fits = (row: unknown): boolean => Array.isArray(row) && row.length === where.width;
  if (rows && (rows.length !== where.height || !rows.every(fits))) {
    refuse('invalidArgument', `the array is not ${where.height} × ${where.width}`);
  }
  for (let r = 0; r < where.height; r++) {
    const line = rows?.[r] as unknown[] | undefined;
    for (let c = 0; c < where.width; c++) {
      const input = line ? line[c] : grid;
      if (input !== null) visit(where.top + r, where.left + c, input);
    }
  }
}
