/** Which table of a workbook is ours: by its Excel name, else by its headings. The same answer for every adapter. */
import { canonical, textCell } from '../domain/review/cell.ts';
import type { TableDeclaration } from './declaration.ts';
import { tables } from './tables.ts';

/** A table as a workbook holds it. */
export interface SheetTable {
  readonly name: string;
  readonly sheet: string;
  readonly headings: readonly string[];
}

/** `position` of our columns among the headings, by column key; optional columns may be missing. */
export type Located<T extends SheetTable> =
  | { readonly state: 'found'; readonly table: T; readonly renamed: boolean; readonly positions: Positions }
  | { readonly state: 'absent' }
  | { readonly state: 'broken'; readonly table: T; readonly missingHeadings: readonly string[] }
  | { readonly state: 'ambiguous'; readonly candidates: readonly T[] };

export type Positions = Readonly<Record<string, number>>;

function folded(heading: string): string {
  return canonical('text', textCell(heading));
}

function positionsIn(declaration: TableDeclaration, headings: readonly string[]): Positions {
  const places = new Map(headings.map((heading, index) => [folded(heading), index]));
  return Object.fromEntries(
    declaration.columns.flatMap(({ key, heading }) => {
      const place = places.get(folded(heading));
      return place === undefined ? [] : [[key, place]];
    }),
  );
}

function missingHeadings(declaration: TableDeclaration, positions: Positions): string[] {
  const needed = declaration.columns.filter(({ key, required }) => required || key === declaration.key);
  return needed.filter(({ key }) => positions[key] === undefined).map(({ heading }) => heading);
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function located<T extends SheetTable>(declaration: TableDeclaration, table: T): Located<T> {
  const positions = positionsIn(declaration, table.headings);
  const missing = missingHeadings(declaration, positions);
  if (missing.length > 0) return { state: 'broken', table, missingHeadings: missing };
  return { state: 'found', table, renamed: !sameName(table.name, declaration.name), positions };
}

/**
 * The table of `all` that `declaration` speaks of. The one that bears the name wins, whatever else looks like it.
 * A visible table is otherwise looked for by its required headings, among the tables that are not known to be another of ours.
 */
export function locate<T extends SheetTable>(declaration: TableDeclaration, all: readonly T[]): Located<T> {
  const named = all.find(({ name }) => sameName(name, declaration.name));
  if (named) return located(declaration, named);
  if (declaration.visibility !== 'visible') return { state: 'absent' };
  const candidates = all.filter(
    ({ name, headings }) =>
      !tables.some((other) => sameName(other.name, name)) &&
      missingHeadings(declaration, positionsIn(declaration, headings)).length === 0,
  );
  const [only, ...others] = candidates;
  if (!only) return { state: 'absent' };
  return others.length > 0 ? { state: 'ambiguous', candidates } : located(declaration, only);
}
