/** Which of the tables of a workbook is ours: by its Excel name, else by its headings. Pure. */
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import { tables as productTables } from '../../shared/tables/tables.ts';

/** A table of the workbook, as far as finding needs. */
export interface Listed {
  readonly name: string;
  readonly sheet: string;
  readonly headings: readonly string[];
}

export type Found<T extends Listed> =
  | { readonly state: 'found'; readonly table: T }
  | { readonly state: 'absent' }
  | { readonly state: 'broken'; readonly table: T; readonly missingHeadings: readonly string[] }
  | { readonly state: 'ambiguous'; readonly candidates: readonly T[] };

/** A heading as it is compared: spaces around and capitals make no difference. */
function folded(heading: string): string {
  return heading.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** Column key → position in the table, for the columns whose heading is there. */
export function placesOf(declaration: TableDeclaration, headings: readonly string[]): Readonly<Record<string, number>> {
  const positions = new Map(headings.map((heading, index) => [folded(heading), index]));
  return Object.fromEntries(
    declaration.columns.flatMap(({ key, heading }) => {
      const position = positions.get(folded(heading));
      return position === undefined ? [] : [[key, position]];
    }),
  );
}

function missingFrom(declaration: TableDeclaration, { headings }: Listed): string[] {
  const places = placesOf(declaration, headings);
  const needed = declaration.columns.filter(({ key, required }) => required || key === declaration.key);
  return needed.filter(({ key }) => places[key] === undefined).map(({ heading }) => heading);
}

/** Number of headings of the declaration a table holds, 0 when one it needs is missing. */
function likeness(declaration: TableDeclaration, table: Listed): number {
  return missingFrom(declaration, table).length > 0 ? 0 : Object.keys(placesOf(declaration, table.headings)).length;
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * The table of `declaration` among those of the workbook. By headings, a table that bears the name of another declaration, or that looks
 * more like another one, does not count: « Absences » renamed must never be taken for « Salariés », whose only required heading it has.
 * A very hidden table nobody could rename is looked for by headings on its own sheet only (a creation cut short leaves it unnamed there).
 */
export function findTable<T extends Listed>(
  declaration: TableDeclaration,
  listed: readonly T[],
  asked: readonly TableDeclaration[],
): Found<T> {
  const named = listed.find(({ name }) => sameName(name, declaration.name));
  if (named) {
    const missingHeadings = missingFrom(declaration, named);
    return missingHeadings.length > 0
      ? { state: 'broken', table: named, missingHeadings }
      : { state: 'found', table: named };
  }
  const others = [...asked, ...productTables].filter(({ name }) => !sameName(name, declaration.name));
  const candidates = listed.filter((table) => {
    const score = likeness(declaration, table);
    const isTaken = others.some((other) => sameName(other.name, table.name) || likeness(other, table) > score);
    const isElsewhere = declaration.visibility === 'veryHidden' && !table.sheet.startsWith(declaration.title);
    return score > 0 && !isTaken && !isElsewhere;
  });
  const [only] = candidates;
  if (!only) return { state: 'absent' };
  return candidates.length > 1 ? { state: 'ambiguous', candidates } : { state: 'found', table: only };
}
