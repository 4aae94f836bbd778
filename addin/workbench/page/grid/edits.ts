/** What a person does in the grid, done to the store instead: the engine's own cells are never edited. */
import { subtract } from '../../host/model/area.ts';
import type { Area } from '../../host/model/area.ts';
import { copiedFormula } from '../../host/model/formulaText.ts';
import { HostError } from '../../host/errors.ts';
import type { Host, Sheet } from '../../host/index.ts';
import * as say from '../messages.ts';
import { filled } from './filling.ts';
import type { FormulaTranslator } from './french.ts';
import { History } from './history.ts';
import type { Grid } from './history.ts';
import { heldInput, inputOf } from './inputs.ts';
import type { Input } from './inputs.ts';
import { listOf } from './validationList.ts';

export class PersonEdits {
  readonly history = new History();
  readonly #host: Host;
  readonly #translator: FormulaTranslator;
  readonly #say: (sentence: string) => void;
  #isActing = false;

  constructor(host: Host, translator: FormulaTranslator, tell: (sentence: string) => void) {
    this.#host = host;
    this.#translator = translator;
    this.#say = tell;
    host.workbook.listen(({ what }) => {
      if (!this.#isActing && what !== 'book') this.history.forget();
    });
  }

  /** Does it, or says in French why the workbook refused. Answers whether it was done. */
  attempt(act: () => void): boolean {
    const wasActing = this.#isActing;
    this.#isActing = true;
    try {
      act();
      return true;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      this.#say(say.refused(error.code));
      return false;
    } finally {
      this.#isActing = wasActing;
    }
  }

  /** Types in one cell, in French. A value out of the list of the cell is refused, as Excel does. */
  type(sheet: Sheet, row: number, column: number, typed: string): void {
    const input = inputOf(typed, sheet.cells.style(row, column).numberFormat, this.#translator);
    if (!input) return this.#say(say.notAFormula(typed));
    const { list, isStrict, alert } = listOf(this.#host.workbook, sheet, row, column) ?? {};
    const text = String(input.input).replace(/^'/, '');
    if (isStrict && typed !== '' && !text.startsWith('=') && !list?.includes(text)) {
      return this.#say(alert === '' || alert === undefined ? say.notInList : alert);
    }
    this.#write(sheet, { top: row, left: column, height: 1, width: 1 }, [[input]]);
  }

  /** Pastes texts as a person reads them. */
  pasteTexts(sheet: Sheet, where: Area, texts: readonly (readonly string[])[]): void {
    const inputs = texts.map((line, r) =>
      line.map((text, c): Input => {
        const { numberFormat } = sheet.cells.style(where.top + r, where.left + c);
        return inputOf(text, numberFormat, this.#translator) ?? { input: `'${text}` };
      }),
    );
    this.#write(sheet, where, inputs);
  }

  /** Pastes cells of this workbook, values and formulas; `isCut` blanks where they come from. */
  pasteCells(source: Sheet, from: Area, sheet: Sheet, where: Area, isCut: boolean): void {
    const inputs = Array.from({ length: where.height }, (_, r) =>
      Array.from({ length: where.width }, (__, c): Input => {
        const [row, column] = [from.top + (r % from.height), from.left + (c % from.width)];
        const formula = source.cells.formula(row, column);
        if (formula === undefined) return withFormat(source, row, column);
        if (isCut) return { input: formula };
        return { input: copiedFormula(formula, where.top + r - row, where.left + c - column) };
      }),
    );
    if (this.#write(sheet, where, inputs) && isCut) this.clear(source, outside(source, from, sheet, where));
  }

  fill(sheet: Sheet, source: Area, target: Area): void {
    this.#write(
      sheet,
      target,
      filled(sheet, source, target).map((line) => line.map((input) => ({ input }))),
    );
  }

  /** Blanks rectangles, keeping their looks. */
  clear(sheet: Sheet, where: readonly Area[]): void {
    for (const each of where) {
      const height = Math.max(1, Math.min(each.height, sheet.cells.rows.length - each.top));
      const widest = sheet.cells.rows.reduce((most, line) => Math.max(most, line?.values.length ?? 0), 1);
      const width = Math.max(1, Math.min(each.width, widest - each.left));
      const line = new Array<Input>(width).fill({ input: '' });
      this.#write(sheet, { ...each, height, width }, new Array<Input[]>(height).fill(line));
    }
  }

  undo(): void {
    const edit = this.history.undo();
    if (edit) this.#enter(edit.sheet, edit.where, edit.before);
  }

  redo(): void {
    const edit = this.history.redo();
    if (edit) this.#enter(edit.sheet, edit.where, edit.after);
  }

  #write(sheet: Sheet, where: Area, inputs: readonly (readonly Input[])[]): boolean {
    const before = Array.from({ length: where.height }, (_, r) =>
      Array.from({ length: where.width }, (__, c) => heldInput(sheet, where.top + r, where.left + c)),
    );
    const after = inputs.map((line) => line.map(({ input }) => input));
    const formats = inputs.map((line) => line.map(({ numberFormat }) => numberFormat ?? null));
    return this.attempt(() => {
      this.#host.person.enter(sheet, where, where.height * where.width === 1 ? after[0]?.[0] : after);
      if (formats.some((line) => line.some((format) => format !== null))) sheet.writeNumberFormats(where, formats);
      this.history.note({ sheet, where, before, after });
    });
  }

  #enter(sheet: Sheet, where: Area, grid: Grid): void {
    this.attempt(() => {
      sheet.write(where, grid);
      this.#host.workbook.recalculate();
      if (sheet.visibility === 'Visible') this.#host.workbook.select(sheet, where);
    });
  }
}

/** A value taken with its number format, for a target that has none: a date pasted in a blank cell stays a date. */
function withFormat(source: Sheet, row: number, column: number): Input {
  const { numberFormat } = source.cells.style(row, column);
  const input = heldInput(source, row, column);
  return numberFormat === 'General' || numberFormat === '@' ? { input } : { input, numberFormat };
}

/** What of `from` was not pasted over. */
function outside(source: Sheet, from: Area, sheet: Sheet, where: Area): Area[] {
  return source === sheet ? subtract(from, where) : [from];
}
