/**
 * A workbook with what was read of it, so that nothing is parsed twice, and the changes under way. A change that fails half-way
 * leaves it worthless: it is dropped, and made again from the parts as they were.
 */
import { textCell } from '../../shared/domain/review/cell.ts';
import type { BookError, BookRow } from '../../shared/flows/book.ts';
import { holdsCaption } from '../../shared/tables/appearance.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import { everyTable } from '../../shared/tables/tables.ts';
import { locate, type Located, type LocatedTable } from '../../shared/tables/findTable.ts';
import type { Entry } from '../../shared/tables/tableBody.ts';
import { areaText, parseArea, type Area } from './a1.ts';
import { readCell, sharedStrings, writeCell, type CellReader } from './cellValue.ts';
import { createTable } from './newTable.ts';
import type { PackageParts } from './packageParts.ts';
import { followElsewhere, followInSheet, followTableName } from './references.ts';
import { movesAnything, type RowMove } from './rowMove.ts';
import { cellAt, formulaOf, isFilled, parseSheet, putCell, sheetXml, type SheetXml } from './sheetPart.ts';
import { plainStyles, StylesPart } from './stylesPart.ts';
import { renamed, resized, type TablePart } from './tablePart.ts';
import { bodyOf, fillRows, moveFor, moveRows, readRows, type SheetTableView } from './tableRows.ts';
import { epochOf, recomputeOnOpening, tablesOf, workbookPath } from './workbookPart.ts';
import { attribute, tagsNamed } from './xmlText.ts';

const LAST_ROW = 1_048_576;

function partOf(parts: PackageParts, type: string): string | undefined {
  return parts.relationships(workbookPath(parts)).find((each) => each.type === type)?.target;
}

/** Thrown inside a change to abandon it whole; `XlsxBook` answers its error. */
export class ChangeRefused extends Error {
  readonly error: BookError;

  constructor(error: BookError) {
    super(error.code);
    this.error = error;
  }
}

interface HeldSheet {
  readonly name: string;
  readonly sheet: SheetXml;
  changed: boolean;
}

export class WorkbookEdit {
  readonly parts: PackageParts;
  readonly reader: CellReader;
  readonly #sheets = new Map<string, HeldSheet>();
  /** Rows read, by path of their table. */
  readonly #rows = new Map<string, readonly (BookRow | undefined)[]>();
  #tables: { readonly edition: number; readonly found: readonly TablePart[] } | undefined;
  #changed = false;

  constructor(parts: PackageParts) {
    this.parts = parts;
    const strings = partOf(parts, 'sharedStrings');
    const styles = partOf(parts, 'styles');
    this.reader = {
      strings: strings !== undefined && parts.has(strings) ? sharedStrings(parts.text(strings)) : [],
      styles: new StylesPart(styles === undefined ? plainStyles : parts.text(styles)),
      epoch: epochOf(parts),
    };
  }

  /** Every table, read again when the parts have changed. */
  tables(): readonly TablePart[] {
    const { edition } = this.parts;
    if (this.#tables?.edition !== edition) this.#tables = { edition, found: tablesOf(this.parts) };
    return this.#tables.found;
  }

  locate(declaration: TableDeclaration): Located<TablePart> {
    return locate(declaration, this.tables(), everyTable);
  }

  create(declaration: TableDeclaration): void {
    createTable(this.parts, this.reader, declaration);
    this.#changed = true;
  }

  #held({ sheetPath, sheet: name }: TablePart): HeldSheet {
    const known = this.#sheets.get(sheetPath);
    if (known) return known;
    const held = { name, sheet: parseSheet(this.parts.text(sheetPath)), changed: false };
    this.#sheets.set(sheetPath, held);
    return held;
  }

  view(declaration: TableDeclaration, located: LocatedTable<TablePart>): SheetTableView {
    const { table: part, positions } = located;
    return { declaration, part, positions, sheet: this.#held(part).sheet };
  }

  /** The body of the table, row by row. */
  rows(view: SheetTableView): readonly (BookRow | undefined)[] {
    const rows = this.#rows.get(view.part.path) ?? readRows(this.reader, view);
    this.#rows.set(view.part.path, rows);
    return rows;
  }

  /** True when somebody protected the sheet of the table against changes. */
  isProtected(part: TablePart): boolean {
    const tag = tagsNamed(this.#held(part).sheet.tail, 'sheetProtection')[0];
    return tag !== undefined && ['1', 'true'].includes(attribute(tag, 'sheet') ?? '');
  }

  #touch(path: string): void {
    const held = this.#sheets.get(path);
    if (held) held.changed = true;
    this.#changed = true;
  }

  #touchAll(): void {
    for (const held of this.#sheets.values()) held.changed = true;
    this.#rows.clear();
    this.#changed = true;
  }

  /** Gives a table back the name of its declaration, in the table and in every formula. */
  rename({ declaration, part }: SheetTableView): void {
    followTableName(this.parts, part.name, declaration.name, this.#sheets);
    this.parts.set(part.path, renamed(this.parts.text(part.path), declaration.name));
    this.#touchAll();
  }

  /** Writes the caption above the headings, unless something else is written there. '' clears an older caption. */
  caption({ part, sheet }: SheetTableView, caption: string): void {
    const [row, column] = [part.area.top - 1, part.area.left];
    const cell = cellAt(sheet, row, column);
    const present = readCell(this.reader, cell);
    const text = 'text' in present ? present.text : '';
    const free = !isFilled(cell) || ('text' in present && holdsCaption(text));
    if (row < 1 || !free || text === caption || (cell && formulaOf(cell) !== undefined)) return;
    putCell(sheet, row, column, writeCell(this.reader, cell, textCell(caption)));
    this.#touch(part.sheetPath);
  }

  /** Puts the rows of a table as they were settled; what stands under it moves down when there is no other room. */
  put(view: SheetTableView, rows: readonly Entry[]): void {
    const { part, sheet } = view;
    const neighbours = this.tables().filter((each) => each.sheetPath === part.sheetPath && each.path !== part.path);
    const alone = !neighbours.some(({ area }) => area.top <= part.area.bottom && area.bottom >= part.area.top);
    const move = this.#withRoom(view, moveFor(view, rows, alone), neighbours);
    const name = part.sheet;
    if (movesAnything(move)) {
      moveRows(sheet, move);
      followInSheet(sheet, name, move);
      followElsewhere(this.parts, { name, path: part.sheetPath }, move, this.#sheets);
      this.#resize(part, move, neighbours);
      this.#touchAll();
    }
    fillRows(this.reader, view, rows, move);
    this.#rows.delete(part.path);
    this.#touch(part.sheetPath);
  }

  #resize(part: TablePart, move: RowMove, neighbours: readonly TablePart[]): void {
    const area: Area = { ...part.area, bottom: move.newLast + part.totalRows };
    this.parts.set(part.path, resized(this.parts.text(part.path), part, area));
    for (const other of neighbours) {
      if (move.below === 0 || other.area.top <= part.area.bottom || !this.#isUnder(part, other.area)) continue;
      const { top, bottom } = other.area;
      const down = { ...other.area, top: top + move.below, bottom: bottom + move.below };
      this.parts.set(other.path, resized(this.parts.text(other.path), other, down));
    }
  }

  #isUnder({ area }: TablePart, other: Area): boolean {
    return other.left >= area.left && other.right <= area.right;
  }

  /** The move with what stands below going down just enough, or a refusal that names what is in the way. */
  #withRoom(view: SheetTableView, move: RowMove, neighbours: readonly TablePart[]): RowMove {
    const { part, sheet } = view;
    const grown = move.newLast - bodyOf(part).last;
    const newBottom = part.area.bottom + grown;
    if (grown <= 0) return move;
    let obstacle: number | undefined;
    for (let row = part.area.bottom + 1; row <= newBottom && obstacle === undefined; row += 1) {
      for (let column = part.area.left; column <= part.area.right; column += 1) {
        if (isFilled(cellAt(sheet, row, column))) obstacle = row;
      }
    }
    if (obstacle === undefined && newBottom <= LAST_ROW) return move;
    const below = newBottom - (obstacle ?? newBottom) + 1;
    const used = Math.max(0, ...sheet.rows.keys());
    const torn = neighbours.find(
      ({ area }) =>
        area.bottom > part.area.bottom &&
        area.left <= part.area.right &&
        area.right >= part.area.left &&
        !this.#isUnder(part, area),
    );
    const merged = /<mergeCell\s/.test(sheet.tail) && this.#tearsMerged(view);
    if (torn || merged || used + below > LAST_ROW || newBottom > LAST_ROW) {
      const range = areaText({ ...part.area, top: part.area.bottom + 1, bottom: Math.min(newBottom, LAST_ROW) });
      throw new ChangeRefused({ code: 'noRoom', facts: { table: view.declaration.name, sheet: part.sheet, range } });
    }
    return { ...move, below };
  }

  /** True when a merged area under the table also stands beside its columns: half of it cannot go down. */
  #tearsMerged({ part, sheet }: SheetTableView): boolean {
    return tagsNamed(sheet.tail, 'mergeCell').some((tag) => {
      const area = parseArea(attribute(tag, 'ref') ?? '');
      if (!area || area.bottom <= part.area.bottom) return false;
      return area.left <= part.area.right && area.right >= part.area.left && !this.#isUnder(part, area);
    });
  }

  /** Writes what was edited since the last time into the parts, and answers whether there was anything. */
  finish(): boolean {
    if (!this.#changed) return false;
    for (const [path, held] of this.#sheets) {
      if (held.changed) this.parts.set(path, sheetXml(held.sheet));
      held.changed = false;
    }
    const styles = partOf(this.parts, 'styles');
    if (styles === undefined) {
      const book = workbookPath(this.parts);
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
      this.parts.add('xl/styles.xml', type, this.reader.styles.xml);
      this.parts.relate(book, 'styles', 'xl/styles.xml');
    } else {
      this.parts.set(styles, this.reader.styles.xml);
    }
    recomputeOnOpening(this.parts);
    this.#changed = false;
    return true;
  }
}
