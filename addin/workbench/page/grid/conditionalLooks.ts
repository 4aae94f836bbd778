/** Conditional formats, computed for the rows that are looked at and kept until a cell changes. */
import { area, intersect } from '../../host/model/area.ts';
import type { Area } from '../../host/model/area.ts';
import { copiedFormula } from '../../host/model/formulaText.ts';
import type { ConditionalFormat } from '../../host/model/rules.ts';
import type { CellValue, Sheet, Workbook } from '../../host/index.ts';
import type { Asked, Calculator } from '../calc/calculator.ts';

export interface Look {
  readonly fill: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean;
}

/** Rows computed at once: about a screen. */
const BLOCK = 64;

interface Question extends Asked {
  readonly key: string;
}

export class ConditionalLooks {
  readonly #book: Workbook;
  readonly #calculator: Calculator;
  readonly #holds = new Map<string, boolean>();
  readonly #blocks = new Set<string>();

  constructor(book: Workbook, calculator: Calculator) {
    this.#book = book;
    this.#calculator = calculator;
  }

  forget(): void {
    this.#holds.clear();
    this.#blocks.clear();
  }

  /** The look that the formats which hold on this cell give; the first to say something wins. */
  at(sheet: Sheet, row: number, column: number): Look | undefined {
    const cell = area(row, column);
    const concerned = sheet.conditionalFormats.filter(({ areas }) => areas.some((each) => intersect(each, cell)));
    if (concerned.length === 0) return undefined;
    this.#computeBlock(sheet, Math.floor(row / BLOCK) * BLOCK);
    const held = concerned.filter((format) => this.#doesHold(format, sheet, row, column));
    if (held.length === 0) return undefined;
    const first = <K extends 'fill' | 'fontColor'>(name: K) =>
      held.find((format) => format[name] !== null)?.[name] ?? null;
    return { fill: first('fill'), fontColor: first('fontColor'), bold: held.some(({ bold }) => bold) };
  }

  #doesHold(format: ConditionalFormat, sheet: Sheet, row: number, column: number): boolean {
    if (format.type === 'Custom') return this.#holds.get(keyOf(format, row, column)) ?? false;
    return containsText(format, sheet.cells.value(row, column));
  }

  #computeBlock(sheet: Sheet, top: number): void {
    const block = `${sheet.id} ${top}`;
    if (this.#blocks.has(block)) return;
    this.#blocks.add(block);
    const lines = sheet.cells.rows.slice(top, top + BLOCK);
    const width = lines.reduce((most, line) => Math.max(most, line?.values.length ?? 0), 1);
    const shown = area(top, 0, BLOCK, width);
    const questions = sheet.conditionalFormats.flatMap((format) => questionsOf(format, sheet, shown));
    if (questions.length === 0) return;
    const answers = this.#calculator.ask(this.#book, questions);
    questions.forEach(({ key }, index) => this.#holds.set(key, isTrue(answers[index] ?? null)));
  }
}

const keyOf = (format: ConditionalFormat, row: number, column: number): string => `${format.id} ${row} ${column}`;
const isTrue = (value: CellValue): boolean => value === true || (typeof value === 'number' && value !== 0);

function questionsOf(format: ConditionalFormat, sheet: Sheet, shown: Area): Question[] {
  const anchor = format.areas[0];
  if (format.type !== 'Custom' || !anchor) return [];
  return format.areas.flatMap((each) => {
    const part = intersect(each, shown);
    if (!part) return [];
    return Array.from({ length: part.height * part.width }, (_, index) => {
      const [row, column] = [part.top + Math.floor(index / part.width), part.left + (index % part.width)];
      const formula = copiedFormula(format.formula, row - anchor.top, column - anchor.left);
      return { sheet, row, column, formula, key: keyOf(format, row, column) };
    });
  });
}

function containsText({ text: { operator, text } }: ConditionalFormat, value: CellValue): boolean {
  const [held, wanted] = [String(value ?? '').toLowerCase(), text.toLowerCase()];
  if (operator === 'BeginsWith') return held.startsWith(wanted);
  if (operator === 'EndsWith') return held.endsWith(wanted);
  return held.includes(wanted) === (operator !== 'NotContains');
}
