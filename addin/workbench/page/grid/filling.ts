/** The fill handle: formulas keep their distance to what they read, numbers and dates go on, the rest is repeated. */
import type { Area } from '../../host/model/area.ts';
import { copiedFormula } from '../../host/model/formulaText.ts';
import type { CellValue, Sheet } from '../../host/index.ts';

/** A line of cells to continue: the cells given, in the direction of the fill. */
interface Line {
  readonly cells: readonly { readonly row: number; readonly column: number }[];
  readonly step: { readonly rows: number; readonly columns: number };
}

type Filled = string | number | boolean;

/** What to write in `target`, which prolongs `source` downwards, upwards, to the right or to the left. */
export function filled(sheet: Sheet, source: Area, target: Area): Filled[][] {
  const isVertical = target.left === source.left && target.width === source.width;
  const isForward = isVertical ? target.top > source.top : target.left > source.left;
  const [lines, length] = isVertical ? [target.width, target.height] : [target.height, target.width];
  const grid = Array.from({ length: target.height }, (): Filled[] => new Array<Filled>(target.width).fill(''));
  for (let line = 0; line < lines; line++) {
    const found = lineOf(source, line, isVertical, isForward);
    for (let n = 0; n < length; n++) {
      const place = isForward ? n : length - 1 - n;
      const [row, column] = isVertical ? [place, line] : [line, place];
      const cells = grid[row];
      if (cells) cells[column] = continued(sheet, found, n);
    }
  }
  return grid;
}

function lineOf(source: Area, index: number, isVertical: boolean, isForward: boolean): Line {
  const length = isVertical ? source.height : source.width;
  const order = Array.from({ length }, (_, n) => (isForward ? n : length - 1 - n));
  const cells = order.map((n) =>
    isVertical
      ? { row: source.top + n, column: source.left + index }
      : { row: source.top + index, column: source.left + n },
  );
  const sign = isForward ? 1 : -1;
  return { cells, step: isVertical ? { rows: sign, columns: 0 } : { rows: 0, columns: sign } };
}

/** The n-th cell after the line. */
function continued({ cells: store }: Sheet, { cells, step }: Line, n: number): Filled {
  const model = cells[n % cells.length];
  if (!model) return '';
  const formula = store.formula(model.row, model.column);
  const turns = Math.floor(n / cells.length) + 1;
  if (formula !== undefined) {
    const distance = turns * cells.length;
    return copiedFormula(formula, step.rows * distance, step.columns * distance);
  }
  const values = cells.map(({ row, column }) => store.value(row, column));
  const isDate = /[dy]/i.test(store.style(model.row, model.column).numberFormat);
  return nextOf(values, n, isDate) ?? inputFor(values[n % values.length] ?? null);
}

/** Two numbers or more make a series; a single date goes on day by day, a single number is repeated. */
function nextOf(values: readonly CellValue[], n: number, isDate: boolean): number | undefined {
  const numbers = values.filter((value) => typeof value === 'number');
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (numbers.length !== values.length || first === undefined || last === undefined) return undefined;
  if (numbers.length === 1) return isDate ? last + n + 1 : last;
  const step = (last - first) / (numbers.length - 1);
  const isSeries = numbers.every((value, index) => Math.abs(first + step * index - value) < 1e-9);
  return isSeries ? last + step * (n + 1) : undefined;
}

const inputFor = (value: CellValue): Filled => (typeof value === 'string' ? `'${value}` : (value ?? ''));
