/** Which table of a workbook is ours: by its Excel name, else by its headings. The same answer for every adapter. Pure. */
import { canonical, textCell } from '../domain/review/cell.ts';
import { keyColumns, type TableDeclaration } from './declaration.ts';

/** A table as a workbook holds it. */
export interface SheetTable {
  readonly name: string;
  readonly sheet: string;
  readonly headings: readonly string[];
}

/** Column key → position among the headings, from 0; columns missing from the sheet are left out. */
export type Positions = Readonly<Record<string, number>>;

export interface LocatedTable<T extends SheetTable> {
  readonly state: 'found';
  readonly table: T;
  /** It bears another name than its declaration: a person changed it, or its creation was cut short. */
  readonly renamed: boolean;
  readonly positions: Positions;
}

export type Located<T extends SheetTable> =
  | LocatedTable<T>
  | { readonly state: 'absent' }
  | { readonly state: 'broken'; readonly table: T; readonly missingHeadings: readonly string[] }
  | { readonly state: 'ambiguous'; readonly candidates: readonly T[] };

/** A heading as it is compared: spaces around and capitals make no difference. */
function folded(heading: string): string {
  return canonical('text', textCell(heading));
}

/** Where the columns of `declaration` stand among `headings`. */
export function positionsIn(declaration: TableDeclaration, headings: readonly string[]): Positions {
  const places = new Map(headings.map((heading, index) => [folded(heading), index]));
  return Object.fromEntries(
    declaration.columns.flatMap(({ key, heading }) => {
      const place = places.get(folded(heading));
      return place === undefined ? [] : [[key, place]];
    }),
  );
}

function missingHeadings(declaration: TableDeclaration, positions: Positions): string[] {
  const keys = keyColumns(declaration);
  const needed = declaration.columns.filter((each) => each.required || keys.includes(each));
  return needed.filter(({ key }) => positions[key] === undefined).map(({ heading }) => heading);
}

/** Number of headings of the declaration that a table holds, 0 when one it needs is missing. */
function likeness(declaration: TableDeclaration, { headings }: SheetTable): number {
  const positions = positionsIn(declaration, headings);
  return missingHeadings(declaration, positions).length > 0 ? 0 : Object.keys(positions).length;
}

/** Excel names: capitals make no difference. */
function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The one of `all` that bears the name. */
export function tableOfName<T extends { readonly name: string }>(
  { name }: { readonly name: string },
  all: readonly T[],
): T | undefined {
  return all.find((table) => sameName(table.name, name));
}

function located<T extends SheetTable>(declaration: TableDeclaration, table: T): Located<T> {
  const positions = positionsIn(declaration, table.headings);
  const missing = missingHeadings(declaration, positions);
  if (missing.length > 0) return { state: 'broken', table, missingHeadings: missing };
  return { state: 'found', table, renamed: !sameName(table.name, declaration.name), positions };
}

/** True when a table that bears the name of no declaration may be the one of `declaration`. */
function mayBe(declaration: TableDeclaration, table: SheetTable, others: readonly TableDeclaration[]): boolean {
  // Nobody could move or rename what is very hidden; a creation cut short leaves it unnamed on its own sheet.
  if (declaration.visibility === 'veryHidden' && !table.sheet.startsWith(declaration.title)) return false;
  const score = likeness(declaration, table);
  return score > 0 && !others.some((other) => likeness(other, table) > score);
}

/**
 * The table of `all` that `declaration` speaks of. The one that bears the name wins, whatever else looks like it. It is otherwise looked
 * for by its required headings, among the tables that neither bear the name of another declaration nor look more like another one:
 * « Absences » renamed holds the only required heading of « Salariés », and must never be taken for it. A very hidden table is looked
 * for on the sheet that bears its title only. Two candidates: nobody chooses for the person. `known`: every declaration there is.
 */
export function locate<T extends SheetTable>(
  declaration: TableDeclaration,
  all: readonly T[],
  known: readonly TableDeclaration[],
): Located<T> {
  const named = tableOfName(declaration, all);
  if (named) return located(declaration, named);
  const names = new Set(known.map(({ name }) => name.toLowerCase()));
  const nameless = all.filter(({ name }) => !names.has(name.toLowerCase()));
  const others = known.filter(({ name }) => !sameName(name, declaration.name));
  const candidates = nameless.filter((table) => mayBe(declaration, table, others));
  const [only, another] = candidates;
  if (!only) return { state: 'absent' };
  return another ? { state: 'ambiguous', candidates } : located(declaration, only);
}
