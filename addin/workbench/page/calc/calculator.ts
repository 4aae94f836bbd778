/**
 * Computes formulas with IronCalc. The host's store is the truth: the engine is given the formulas and the cells they
 * read, nothing else, and only what changed since the last time; results go back into the store.
 */
import { Model } from '@ironcalc/wasm';
import { MAX_COLUMNS } from '../../host/model/area.ts';
import { rewriteFormula, sheetPrefix, writeReference } from '../../host/model/formulaText.ts';
import type { Reference } from '../../host/model/formulaText.ts';
import type { CellValue, Sheet, Workbook } from '../../host/index.ts';
import { CellsNeeded, clamped, heldPart } from './cellsNeeded.ts';
import { engineInput } from './engineInput.ts';
import { withAddresses } from './structured.ts';
import type { Place } from './structured.ts';

/** A formula to compute, in en-US, as it reads at its place. */
export interface Asked extends Place {
  readonly formula: string;
}

/** Sheets of the engine that are nobody's: results in full precision, formulas of no cell. */
const RESULTS = 0;
const ASIDE = 1;
const FIRST_OWN_SHEET = 2;
const [RESULTS_NAME, ASIDE_NAME] = ['·résultats·', '·à part·'];

const NUMBER = 1;
const LOGICAL = 4;

type Inputs = Map<number, string>;
const keyOf = (row: number, column: number): number => row * MAX_COLUMNS + column;

export class Calculator {
  #engine = newEngine();
  #sheets: Sheet[] = [];
  #names = '';
  /** What the engine holds, by engine sheet. */
  #held: Inputs[] = [];

  /** Computes every formula of the workbook and writes the results in its cells. */
  readonly recalculate = (book: Workbook): void => {
    const asked = formulasOf(book);
    if (asked.length === 0) return;
    this.#compute(book, asked, []).forEach((result, index) => {
      const cell = asked[index];
      if (cell) cell.sheet.cells.put(cell.row, cell.column, result, cell.formula);
    });
  };

  /** The results of formulas that stand in no cell (conditional formats), over the values the cells have. */
  ask(book: Workbook, asked: readonly Asked[]): CellValue[] {
    return this.#compute(book, [], asked);
  }

  #compute(book: Workbook, own: readonly Asked[], aside: readonly Asked[]): CellValue[] {
    this.#matchSheets(book);
    const wanted: Inputs[] = Array.from(
      { length: this.#sheets.length + FIRST_OWN_SHEET },
      () => new Map<number, string>(),
    );
    const needed = new CellsNeeded();
    const places = own.map((cell) => ({ cell, sheet: this.#index(cell.sheet), row: cell.row, column: cell.column }));
    places.push(...aside.map((cell, index) => ({ cell, sheet: ASIDE, row: index, column: 0 })));
    // Inputs of cells first: a cell that holds a formula is then given its formula.
    const formulas = places.map(({ cell }) => this.#prepared(cell, book, needed));
    needed.each((sheet, row, column) => {
      const value = sheet.cells.value(row, column);
      if (value !== null) wanted[this.#index(sheet)]?.set(keyOf(row, column), engineInput(value));
    });
    places.forEach(({ sheet, row, column }, index) => {
      wanted[sheet]?.set(keyOf(row, column), formulas[index] ?? '');
      const name = sheetPrefix(sheet === ASIDE ? ASIDE_NAME : (this.#sheets[sheet - FIRST_OWN_SHEET]?.name ?? ''));
      wanted[RESULTS]?.set(keyOf(index, 0), `=${name}${writeReference(cellReference(row, column))}&""`);
    });
    this.#push(wanted);
    return places.map(({ sheet, row, column }, index) => this.#result(sheet, row, column, index));
  }

  /** The formula as the engine reads it; the cells it reads are noted. */
  #prepared(cell: Asked, book: Workbook, needed: CellsNeeded): string {
    const reference = (found: Reference): string => {
      const sheet = found.sheet === undefined ? cell.sheet : book.sheet(found.sheet);
      if (!sheet) return '#REF!';
      const held = heldPart(sheet, found.area);
      const read = clamped(sheet, held);
      if (read) needed.add(sheet, read);
      return sheetPrefix(sheet.name) + writeReference({ ...found, sheet: undefined, area: held });
    };
    return rewriteFormula(withAddresses(cell.formula, cell, book), { reference });
  }

  #index(sheet: Sheet): number {
    return this.#sheets.indexOf(sheet) + FIRST_OWN_SHEET;
  }

  /** Another set of sheets or of names is another engine: rare, and simpler than following each move. */
  #matchSheets(book: Workbook): void {
    const names = JSON.stringify(book.sheets.map(({ id, name }) => [id, name]));
    if (names === this.#names) return;
    this.#engine.free();
    this.#engine = newEngine();
    this.#names = names;
    this.#sheets = [...book.sheets];
    this.#held = [new Map<number, string>(), new Map<number, string>()];
    this.#sheets.forEach(({ name }, index) => {
      this.#engine.newSheet();
      this.#engine.renameSheet(index + FIRST_OWN_SHEET, name);
      this.#held.push(new Map<number, string>());
    });
  }

  #push(wanted: readonly Inputs[]): void {
    const engine = this.#engine;
    engine.pauseEvaluation();
    let changes = 0;
    const set = (sheet: number, key: number, input: string): void => {
      engine.setUserInput(sheet, Math.floor(key / MAX_COLUMNS) + 1, (key % MAX_COLUMNS) + 1, input);
      changes++;
    };
    wanted.forEach((inputs, sheet) => {
      const held = this.#held[sheet];
      for (const key of held?.keys() ?? []) if (!inputs.has(key)) set(sheet, key, '');
      for (const [key, input] of inputs) if (held?.get(key) !== input) set(sheet, key, input);
    });
    this.#held = [...wanted];
    engine.resumeEvaluation();
    if (changes > 0) engine.evaluate();
    // What the engine keeps to send to other authors would grow for ever.
    engine.flushSendQueue();
  }

  #result(sheet: number, row: number, column: number, index: number): CellValue {
    const type = this.#engine.getCellType(sheet, row + 1, column + 1);
    const text = this.#engine.getFormattedCellValue(RESULTS, index + 1, 1);
    if (type === NUMBER) return Number(text);
    if (type === LOGICAL) return text === 'TRUE';
    return this.#engine.getFormattedCellValue(sheet, row + 1, column + 1);
  }
}

function newEngine(): Model {
  const engine = new Model('calcul', 'en', 'Europe/Paris', 'en');
  engine.renameSheet(RESULTS, RESULTS_NAME);
  engine.newSheet();
  engine.renameSheet(ASIDE, ASIDE_NAME);
  return engine;
}

function formulasOf(book: Workbook): Asked[] {
  return book.sheets.flatMap((sheet) =>
    sheet.cells.rows.flatMap((line, row) =>
      (line?.formulas ?? []).flatMap((formula, column) =>
        formula === undefined ? [] : [{ sheet, row, column, formula }],
      ),
    ),
  );
}

function cellReference(row: number, column: number): Reference {
  const fixed = { top: false, left: false, bottom: false, right: false };
  return { sheet: undefined, area: { top: row, left: column, height: 1, width: 1 }, fixed, isSingle: true };
}
