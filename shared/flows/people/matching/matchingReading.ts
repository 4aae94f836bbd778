/** What « Rapprochement » compares: the people whom the service knows, the rows of « Liste de la paie », and what was answered before. */
import { matchableOf } from '../../../domain/people/matching/matchableOf.ts';
import {
  strongKeys,
  type Matchable,
  type MatchKey,
  type PayrollFile,
  type Refusal,
} from '../../../domain/people/matching/matchable.ts';
import { matchPeople, type Matching } from '../../../domain/people/matching/matchPeople.ts';
import { blank, canonical, displayed, isBlank } from '../../../domain/review/cell.ts';
import type { RowCells } from '../../../domain/review/plan.ts';
import { itemId, itemPlace, type TheirsRow } from '../../../domain/review/review.ts';
import { decisionsTable } from '../../../tables/memoryTables.ts';
import { payrollListTable as table } from '../../../tables/people/payrollListTable.ts';
import type { BookRow, BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';

export interface MatchingReading {
  readonly snapshot: BookSnapshot;
  readonly people: readonly Matchable[];
  readonly files: readonly PayrollFile[];
  readonly refusals: readonly Refusal[];
  /** Lucca's cells of each person, by identifier. */
  readonly lucca: ReadonlyMap<string, RowCells>;
  /** Rows of the list, by key. */
  readonly rows: ReadonlyMap<string, BookRow>;
}

/** What a person answered and nobody wrote yet. */
export interface MatchAnswers {
  /** « C'est la même personne »: Lucca's identifier → row of the list. */
  readonly links: ReadonlyMap<string, string>;
  /** « Ce n'est pas elle »; of somebody linked, « Délier ». */
  readonly refusals: readonly Refusal[];
}

export const noAnswers: MatchAnswers = { links: new Map(), refusals: [] };

const REFUSED = 'APART';
/** Of a refusal that holds for all files of a shared key. */
const NO_FILE = '-';

/** How a refusal is remembered: the key and the value of a row of `_decisions`. */
export function refusalMemory({ luccaId, file, strong }: Refusal): { readonly id: string; readonly value: string } {
  const keys = strong.filter((key) => strongKeys.has(key));
  return { id: itemId(table.name, file ?? NO_FILE, luccaId), value: [REFUSED, ...keys].join(' ') };
}

function refusalIn(id: string, value: string): Refusal[] {
  const place = itemPlace(id);
  const [word, ...keys] = value.split(' ');
  if (place?.table !== table.name || place.column === null || word !== REFUSED) return [];
  const strong = keys.filter((key): key is MatchKey => strongKeys.has(key as MatchKey));
  return [{ luccaId: place.column, file: place.key === NO_FILE ? null : place.key, strong }];
}

/** What a row of `_decisions` says was refused; nothing of the others. */
export function refusalsOf({ cells }: BookRow): Refusal[] {
  const [id, value] = [cells['key'], cells['value']].map((cell) => displayed(cell ?? blank));
  return refusalIn(id ?? '', value ?? '');
}

export function refusalsIn(snapshot: BookSnapshot): Refusal[] {
  return rowsOf(snapshot, decisionsTable.name).flatMap(refusalsOf);
}

/** Rows that can be spoken of: with a number that no other row bears. */
export function listRows(snapshot: BookSnapshot): readonly BookRow[] {
  const rows = rowsOf(snapshot, table.name);
  const counts = new Map<string, number>();
  for (const { key } of rows) counts.set(key, (counts.get(key) ?? 0) + 1);
  return rows.filter(({ key }) => key !== '' && counts.get(key) === 1);
}

function linkOf({ cells }: BookRow): string | null {
  const link = cells['luccaId'] ?? blank;
  return isBlank(link) ? null : canonical('identifier', link);
}

/** Every row of the list, those without a number of their own under their place: they can be compared, and not written. */
export function everyListRow(snapshot: BookSnapshot): readonly BookRow[] {
  const numbered = new Set(listRows(snapshot));
  return rowsOf(snapshot, table.name).map((row) => (numbered.has(row) ? row : { ...row, key: `#${row.index + 1}` }));
}

/** `theirs`: the rows that Lucca would have in « Salariés ». */
export function matchingReading(
  snapshot: BookSnapshot,
  theirs: readonly TheirsRow[],
  rows: readonly BookRow[] = listRows(snapshot),
): MatchingReading {
  return {
    snapshot,
    people: theirs.map(({ key, cells }) => matchableOf(key, cells)),
    files: rows.map((row) => ({ ...matchableOf(row.key, row.cells), link: linkOf(row) })),
    refusals: refusalsIn(snapshot),
    lucca: new Map(theirs.map(({ key, cells }) => [key, cells])),
    rows: new Map(rows.map((row) => [row.key, row])),
  };
}

/**
 * The answers taken into account: a link said now stands like one that was stored, and takes the file from whoever had it; a file refused
 * now is linked to that person no more.
 */
export function matchedWith({ people, files, refusals }: MatchingReading, answers: MatchAnswers): Matching {
  const owners = new Map([...answers.links].map(([luccaId, file]) => [file, luccaId]));
  const isRefused = ({ id, link }: PayrollFile) =>
    answers.refusals.some(({ luccaId, file }) => luccaId === link && file === id);
  const linked = files.map((file): PayrollFile => {
    const owner = owners.get(file.id);
    if (owner !== undefined) return { ...file, link: owner };
    if (isRefused(file)) return { ...file, link: null };
    return file.link !== null && answers.links.has(file.link) ? { ...file, link: null } : file;
  });
  return matchPeople(people, linked, [...refusals, ...answers.refusals]);
}
