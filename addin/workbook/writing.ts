import type { LiveTable } from './survey.ts';
import { formatOf } from '../../shared/tables/appearance.ts';
import { column } from '../../shared/tables/declaration.ts';
import type { Where } from './failure.ts';
import { KEEP, toExcel, type Kept } from './bytes.ts';
import { runsOf, type Run } from './rectangles.ts';

/** Bytes that one rectangle adds to a request beside its cells. */
export const RECTANGLE_BYTES = 1_500;

export function whereIs({ declaration, sheet }: LiveTable): Where {
  return { table: declaration.name, sheet };
}

/** Our columns that stand in the table, in runs of neighbours. */
export function ourRuns({ places }: LiveTable): Run[] {
  return runsOf(Object.values(places));
}

/** Position → key of our columns. */
export function keysByPosition({ places }: LiveTable): ReadonlyMap<number, string> {
  return new Map(Object.entries(places).map(([key, position]) => [position, key]));
}

/** Number format declared for a column of ours. */
export function declaredFormat({ declaration }: LiveTable, key: string): string {
  return formatOf(declaration, column(declaration, key));
}

/** Formats first, then values: a format set after them would not undo what Excel made of a text. */
export function write(
  range: Excel.Range,
  inputs: readonly (readonly Kept[])[],
  formats: readonly (readonly (string | typeof KEEP)[])[],
): void {
  if (formats.some((row) => row.some((format) => format !== KEEP))) range.numberFormat = toExcel(formats);
  range.values = toExcel(inputs);
}
