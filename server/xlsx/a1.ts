/** Addresses in A1 form. Rows and columns are 1-based, as a person counts them. */
import { letters } from '../../shared/tables/letters.ts';

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `columnOf('AB')` → 28. */
export function columnOf(text: string): number {
  let column = 0;
  for (let i = 0; i < text.length; i += 1) column = column * 26 + text.charCodeAt(i) - 64;
  return column;
}

export function address(row: number, column: number): string {
  return `${letters(column)}${row}`;
}

/** `'A3:F6'`, `'$A$3'` → the area, or undefined for anything else. */
export function parseArea(text: string): Area | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(text);
  if (!match) return undefined;
  const [left, top] = [columnOf(match[1] ?? ''), Number(match[2])];
  return { top, left, bottom: match[4] ? Number(match[4]) : top, right: match[3] ? columnOf(match[3]) : left };
}

/** `'A3:F6'`; a single cell is written alone. */
export function areaText({ top, left, bottom, right }: Area): string {
  const first = address(top, left);
  return top === bottom && left === right ? first : `${first}:${address(bottom, right)}`;
}
