/**
 * The model the grid is given: IronCalc's own for moving and scrolling, with every question about cells answered by
 * the store and every change made to the store. What belongs to none of these is refused, never half done.
 */
import { Model } from '@ironcalc/wasm';
import type { Host } from '../../host/index.ts';
import { Calculator } from '../calc/calculator.ts';
import { notHere } from '../messages.ts';
import { ConditionalLooks } from './conditionalLooks.ts';
import { editing } from './editing.ts';
import { edge } from './edge.ts';
import { PersonEdits } from './edits.ts';
import { FormulaTranslator } from './french.ts';
import { reading } from './reading.ts';
import { SheetViews } from './sheetViews.ts';

/** Questions without cells in them: the engine knows. */
const FROM_ENGINE = [
  'cycleReference',
  'getBuiltinNamedStyles',
  'getCellArrayStructure',
  'getColumnWidth',
  'getConditionalFormattingList',
  'getDefinedNameList',
  'getFmtSettings',
  'getFormulaCompletion',
  'getFrozenColumnsCount',
  'getFrozenRowsCount',
  'getLanguage',
  'getLocale',
  'getNamedStyleList',
  'getRowHeight',
  'getScrollX',
  'getScrollY',
  'getSelectedCell',
  'getSelectedSheet',
  'getSelectedView',
  'getTheme',
  'getTimezone',
  'resolveColor',
  'setTopLeftVisibleCell',
] as const satisfies readonly (keyof Model)[];

/** Movements of the selection: the engine makes them, the store is told. */
const MOVES = [
  'onAreaSelecting',
  'onArrowDown',
  'onArrowLeft',
  'onArrowRight',
  'onArrowUp',
  'onExpandSelectedRange',
  'onPageDown',
  'onPageUp',
  'setSelectedCell',
  'setSelectedRange',
] as const satisfies readonly (keyof Model)[];

export class GridModel {
  /** For the grid's component. */
  readonly model: Model;
  readonly views: SheetViews;
  readonly edits: PersonEdits;
  readonly #conditions: ConditionalLooks;

  /** `onSelect` runs after each move of the selection, `tell` with a sentence for the person. */
  constructor(host: Host, tell: (sentence: string) => void, onSelect: () => void) {
    const { workbook: book } = host;
    const translator = new FormulaTranslator();
    const calculator = new Calculator();
    book.evaluator = calculator.recalculate;
    this.views = new SheetViews(book);
    this.edits = new PersonEdits(host, translator, tell);
    this.#conditions = new ConditionalLooks(book, new Calculator());
    const follow = (): void => this.follow();
    const told = (): void => {
      if (this.views.report()) onSelect();
    };
    const ports = { book, views: this.views, edits: this.edits, conditions: this.#conditions, translator, follow };
    this.model = facade(this.views.view, told, () => tell(notHere), {
      ...reading(ports),
      ...editing(ports),
      onNavigateToEdgeInDirection: (direction) => {
        const { row, column } = edge(this.views, direction);
        this.views.view.setSelectedCell(row + 1, column + 1);
        this.views.bringIntoSight(row, column);
        told();
      },
      setWindowWidth: () => this.views.view.setWindowWidth(this.views.size.width),
      setWindowHeight: () => this.views.view.setWindowHeight(this.views.size.height),
      setLanguage: () => undefined,
    });
    book.recalculate();
    this.follow();
  }

  /** Brings the grid's own state to what the store says. To be called after the store changed. */
  follow(): void {
    this.#conditions.forget();
    this.views.follow();
  }
}

function facade(view: Model, told: () => void, refuse: () => void, answers: Partial<Model>): Model {
  const own: Record<string, unknown> = {};
  for (const name of Object.getOwnPropertyNames(Model.prototype)) own[name] = refuse;
  for (const name of FROM_ENGINE) own[name] = (view[name] as () => unknown).bind(view);
  for (const name of MOVES) {
    const move = (view[name] as (...details: unknown[]) => unknown).bind(view);
    own[name] = (...details: unknown[]) => {
      move(...details);
      told();
    };
  }
  return Object.assign(Object.create(null) as object, own, answers) as Model;
}
