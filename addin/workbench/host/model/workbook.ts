import { DEFAULT_NAMES, FEWEST_BODY_ROWS } from '../assumptions.ts';
import { refuse } from '../errors.ts';
import { followedFormula, withSheetRenamed, withTableRenamed } from './formulaText.ts';
import { area, bottomOf, intersect, isInsideSheet, parseAddress, shifted } from './area.ts';
import type { Area, Shift } from './area.ts';
import { Sheet } from './sheet.ts';
import type { Change, SheetOwner, Visibility } from './sheet.ts';
import { Table } from './table.ts';

/** A rectangle that stays on its cells when others come and go; `area` is `undefined` once they are all gone. */
export interface RangeRef {
  readonly sheet: Sheet;
  area: Area | undefined;
}

/** Makes ids no other workbook of this process has: the client keeps event handlers by id across hosts. */
export interface IdMint {
  sheet(): string;
  table(): string;
}

/** Computes the formula cells, through `sheet.cells.put(row, column, result, formula)`. */
export type Evaluator = (workbook: Workbook) => void;

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The whole model: what Excel would hold in memory. No protocol, no DOM, no formula engine of its own. */
export class Workbook implements SheetOwner {
  sheets: Sheet[] = [];
  tables: Table[] = [];
  activeSheet: Sheet;
  evaluator: Evaluator | undefined;
  /** Names refused as already in use, whatever the workbook holds (a fault switch). */
  readonly namesTaken = new Set<string>();
  readonly followed = new Set<RangeRef>();
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #mint: IdMint;
  #lastId = 0;
  #isStale = false;

  constructor(mint: IdMint) {
    this.#mint = mint;
    this.activeSheet = this.addSheet();
  }

  /** Calls `listener` after every change; answers the function that stops it. */
  listen(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  changed(change: Change): void {
    if (change.what === 'cells') this.#isStale = true;
    for (const listener of this.#listeners) listener(change);
  }

  /** Runs the evaluator once, if a cell changed since the last time. */
  recalculate(): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    this.evaluator?.(this);
  }

  tenantsOn(sheet: Sheet): readonly Table[] {
    return this.tables.filter((table) => table.sheet === sheet);
  }

  shifted(sheet: Sheet, shift: Shift): void {
    this.tables = this.tables.filter((table) => !table.isGone);
    for (const ref of this.followed) if (ref.sheet === sheet && ref.area) ref.area = shifted(ref.area, shift);
    for (const each of this.sheets) each.mapFormulas((text) => followedFormula(text, each.name, sheet.name, shift));
  }

  /** The sheet of this name (whatever its case) or id. */
  sheet(key: unknown): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.id === key || sameName(sheet.name, String(key)));
  }

  table(key: unknown, on?: Sheet): Table | undefined {
    return this.tables.find(
      (table) => (!on || table.sheet === on) && (table.id === String(key) || sameName(table.name, String(key))),
    );
  }

  addSheet(name: string = this.#freeName(DEFAULT_NAMES.sheet, (taken) => this.sheet(taken) !== undefined)): Sheet {
    this.#checkSheetName(name);
    const sheet = new Sheet(this.#mint.sheet(), name, this);
    this.sheets.push(sheet);
    this.changed({ what: 'book' });
    return sheet;
  }

  renameSheet(sheet: Sheet, name: string): void {
    if (sheet.name === name) return;
    this.#checkSheetName(name, sheet);
    for (const each of this.sheets) each.mapFormulas((text) => withSheetRenamed(text, sheet.name, name));
    sheet.name = name;
    this.changed({ what: 'book' });
  }

  removeSheet(sheet: Sheet): void {
    if (sheet.visibility === 'VeryHidden') refuse('hiddenSheet', sheet.name);
    this.#keepOneVisible(sheet);
    this.sheets = this.sheets.filter((other) => other !== sheet);
    for (const table of this.tenantsOn(sheet)) table.isGone = true;
    this.tables = this.tables.filter((table) => !table.isGone);
    for (const ref of this.followed) if (ref.sheet === sheet) ref.area = undefined;
    if (this.activeSheet === sheet) this.#activateVisible();
    this.changed({ what: 'book' });
  }

  setVisibility(sheet: Sheet, visibility: Visibility): void {
    if (visibility !== 'Visible') this.#keepOneVisible(sheet);
    sheet.visibility = visibility;
    if (this.activeSheet.visibility !== 'Visible') this.#activateVisible();
    this.changed({ what: 'book' });
  }

  moveSheet(sheet: Sheet, position: number): void {
    if (!Number.isInteger(position) || position < 0 || position >= this.sheets.length) {
      refuse('invalidArgument', `position ${position}`);
    }
    this.sheets = this.sheets.filter((other) => other !== sheet);
    this.sheets.splice(position, 0, sheet);
    this.changed({ what: 'book' });
  }

  select(sheet: Sheet, where: Area = sheet.selection): void {
    if (sheet.visibility !== 'Visible') refuse('hiddenSheet', sheet.name);
    this.activeSheet = sheet;
    sheet.selection = where;
    this.changed({ what: 'book' });
  }

  /** Makes a table over the rectangle; without headings a row of default ones is inserted above. */
  addTable(sheet: Sheet, where: Area, hasHeaders: boolean, name?: string): Table {
    sheet.guard(where);
    const full = { ...where, height: Math.max(where.height + (hasHeaders ? 0 : 1), 1 + FEWEST_BODY_ROWS) };
    if (this.tenantsOn(sheet).some((table) => intersect(table.area, full))) refuse('tableOverlap', sheet.name);
    const given = name ?? this.#freeName(DEFAULT_NAMES.table, (taken) => this.table(taken) !== undefined);
    this.#checkTableName(given);
    if (!hasHeaders) sheet.insert({ ...where, height: 1 }, 'Down');
    const table = new Table(this.#mint.table(), given, sheet, full);
    this.tables.push(table);
    table.nameHeaders();
    this.changed({ what: 'layout', sheet });
    return table;
  }

  renameTable(table: Table, name: string): void {
    if (table.name === name) return;
    this.#checkTableName(name, table);
    for (const each of this.sheets) each.mapFormulas((text) => withTableRenamed(text, table.name, name));
    table.name = name;
    this.changed({ what: 'layout', sheet: table.sheet });
  }

  /** The sheet and cells of an address, on `sheet` when the address names none. */
  locate(address: string, sheet: Sheet = this.activeSheet): { sheet: Sheet; area: Area } {
    const parsed = parseAddress(address);
    const target =
      parsed?.sheet === undefined ? sheet : this.sheets.find((other) => sameName(other.name, parsed.sheet ?? ''));
    if (!parsed || !target) return refuse('invalidArgument', `address ${address}`);
    return { sheet: target, area: parsed.area };
  }

  /** Id of a conditional format or of a chart. */
  nextId(kind: 'format' | 'chart'): string {
    return `{${kind}-${++this.#lastId}}`;
  }

  #activateVisible(): void {
    const visible = this.sheets.find((sheet) => sheet.visibility === 'Visible');
    if (visible) this.activeSheet = visible;
  }

  #keepOneVisible(sheet: Sheet): void {
    if (!this.sheets.some((other) => other !== sheet && other.visibility === 'Visible')) {
      refuse('lastVisibleSheet', sheet.name);
    }
  }

  #checkSheetName(name: string, self?: Sheet): void {
    if (!name.trim() || name.length > 31 || /[\\/?*[\]:]|^'|'$/.test(name)) refuse('sheetNameInvalid', name);
    const holder = this.sheets.find((sheet) => sameName(sheet.name, name));
    if (this.namesTaken.has(name) || (holder && holder !== self)) refuse('nameTaken', name);
  }

  #checkTableName(name: string, self?: Table): void {
    const isName = /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) && !/^[rc]$/i.test(name) && !parseAddress(name);
    if (!isName) refuse('tableNameInvalid', name);
    const holder = this.tables.find((table) => sameName(table.name, name));
    if (this.namesTaken.has(name) || (holder && holder !== self)) refuse('nameTaken', name);
  }

  #freeName(stem: string, isTaken: (name: string) => boolean): string {
    let n = 1;
    while (isTaken(`${stem}${n}`)) n++;
    return `${stem}${n}`;
  }
}

/** `base` moved and resized, refused when it leaves the sheet. */
export function reshape(base: Area, rows: number, columns: number, height = base.height, width = base.width): Area {
  const next = area(base.top + rows, base.left + columns, height, width);
  if (![rows, columns, height, width].every(Number.isInteger) || !isInsideSheet(next)) {
    refuse('outsideSheet', `${rows}, ${columns}, ${height}, ${width} from row ${bottomOf(base)}`);
  }
  return next;
}
