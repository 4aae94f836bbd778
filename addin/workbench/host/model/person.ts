import { refuse } from '../errors.ts';
import { intersect } from './area.ts';
import type { Area } from './area.ts';
import type { FilterCriteria } from './filters.ts';
import type { Sheet } from './sheet.ts';
import type { Table } from './table.ts';
import type { Workbook } from './workbook.ts';

/** What a person does by hand, with what Excel then does by itself (recalculation, tables that grow when typed under). */
export class Person {
  readonly #book: Workbook;
  constructor(book: Workbook) {
    this.#book = book;
  }

  /** Types in a cell (`"Salariés!B3"`), as in the formula bar of an en-US Excel. */
  type(address: string, input: string | number | boolean): void {
    const { sheet, area } = this.#book.locate(address);
    this.enter(sheet, area, input);
  }

  /** Types or pastes in a rectangle: one input for all its cells, or a grid. A table grows over what comes just under it. */
  enter(sheet: Sheet, where: Area, input: unknown): void {
    const above = { ...where, top: where.top - 1, height: 1 };
    sheet.write(where, input);
    for (const table of this.#book.tenantsOn(sheet)) {
      const isUnder = intersect(table.area, above) !== undefined && !intersect(table.area, where);
      if (isUnder && input !== '' && !table.hasTotals) {
        table.resize({ ...table.area, height: table.area.height + where.height });
      }
    }
    this.#book.recalculate();
  }

  /** Inserts a column of the person's own before the column headed `before`. */
  insertColumn(table: Table, before: string, heading: string): void {
    const index = this.#column(table, before);
    table.addColumn(index);
    table.sheet.write(table.columnArea(index, table.headerArea), heading);
  }

  renameHeading(table: Table, from: string, to: string): void {
    table.sheet.write(table.columnArea(this.#column(table, from), table.headerArea), to);
  }

  /** Inserts a row of values before body row `index`. */
  insertRow(table: Table, index: number, values: readonly unknown[]): void {
    table.addRows(index, [values]);
    this.#book.recalculate();
  }

  deleteRow(table: Table, index: number): void {
    table.deleteRow(index);
    this.#book.recalculate();
  }

  sort(table: Table, heading: string, ascending = true): void {
    table.sort(this.#column(table, heading), ascending);
    this.#book.recalculate();
  }

  /** Shows only the rows whose text in this column is one of `values`; all of them again without `values`. */
  filter(table: Table, heading: string, values?: readonly string[]): void {
    const id = table.columnIds[this.#column(table, heading)] ?? 0;
    const criteria: FilterCriteria | undefined = values && { filterOn: 'Values', values };
    if (criteria) table.filters.set(id, criteria);
    else table.filters.delete(id);
    this.#book.changed({ what: 'layout', sheet: table.sheet });
  }

  /** Protects a sheet with everything forbidden, or takes the protection off. */
  protect(sheetName: string, isProtected = true): void {
    const sheet = this.#book.sheet(sheetName) ?? refuse('itemNotFound', sheetName);
    sheet.protection = isProtected ? { password: null, options: {} } : undefined;
    this.#book.changed({ what: 'layout', sheet });
  }

  #column(table: Table, heading: string): number {
    const index = table.columnIndex(heading);
    return index < 0 ? refuse('itemNotFound', heading) : index;
  }
}
