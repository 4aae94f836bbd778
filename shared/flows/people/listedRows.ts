/** Which row of « Liste de la paie » somebody of a file is: found again by what the file says, never against what is known of the person. */
import { differencesOf, isSameBirth } from '../../domain/people/matching/hits.ts';
import type { Difference, Matchable } from '../../domain/people/matching/matchable.ts';
import { firstNamesAgree, namedAlike, nameKeys, surnamesAgree } from '../../domain/people/matching/names.ts';
import { matchableOf } from '../../domain/people/matching/matchableOf.ts';
import { blank, canonical } from '../../domain/review/cell.ts';
import type { RowCells } from '../../domain/review/plan.ts';
import { column } from '../../tables/declaration.ts';
import { listFields, payrollListTable as table } from '../../tables/people/payrollListTable.ts';
import type { BookRow } from '../book.ts';

/** `other`: a row has the same identifier or matricule, and is another person's. `several`: rows that cannot be told apart. */
export type FoundRow =
  | { readonly state: 'new' }
  | { readonly state: 'found' | 'other'; readonly row: BookRow }
  | { readonly state: 'several'; readonly rows: readonly BookRow[] };

/** A row, or somebody of a file, with the keys of the person. */
interface Known {
  readonly cells: RowCells;
  readonly who: Matchable;
}

/** `bare`: a matricule that no establishment goes with, and that several people may have. */
type Way = 'id' | 'number' | 'bare' | 'nir' | 'person' | 'all';

interface Identity {
  readonly way: Way;
  readonly value: string;
}

function text(cells: RowCells, key: string): string {
  return canonical(column(table, key).kind, cells[key] ?? blank);
}

function identity(way: Way, ...parts: readonly string[]): Identity {
  return { way, value: JSON.stringify([way, ...parts]) };
}

function certain({ cells }: Known): Identity[] {
  const [id, number, establishment] = ['payrollId', 'employeeNumber', 'establishment'].map((key) => text(cells, key));
  const way = establishment ? 'number' : 'bare';
  return [...(id ? [identity('id', id)] : []), ...(number ? [identity(way, establishment ?? '', number)] : [])];
}

/** The same person, whatever became of the numbers; all that is said, of somebody whom nothing names. */
function personal(known: Known): Identity[] {
  const { nir, birthDate } = known.who;
  const names = birthDate === null ? [] : nameKeys(known.who).map((each) => identity('person', birthDate, each));
  const found = [...(nir === null ? [] : [identity('nir', nir)]), ...names];
  if (found.length > 0 || certain(known).length > 0) return found;
  return [identity('all', ...listFields.map((key) => text(known.cells, key)))];
}

/** The same number, the same birth date and the same names: a NIR that nobody else of the list has was corrected. */
function isCorrected(way: Way, given: Matchable, held: Matchable, differences: readonly Difference[]): boolean {
  const isNamed = [given, held].every(({ surnames, firstNames }) => surnames.length > 0 && firstNames.length > 0);
  const isNumbered = way === 'id' || way === 'number';
  return isNumbered && isNamed && isSameBirth(given, held) && differences.every((each) => each === 'nir');
}

/** True when neither says a first name and the words are not the same: « DURAND MICHEL » is not « DURAND MICHÈLE », nor « DURAND ». */
function areOtherWords(a: Matchable, b: Matchable): boolean {
  const words = ({ surnames }: Matchable) => surnames.map((each) => [...each].sort().join(' '));
  const isKnown = a.surnames.length > 0 && b.surnames.length > 0;
  return isKnown && !words(a).some((each) => words(b).includes(each));
}

/**
 * True when the names are those of somebody else. A first name is corrected under the number and the NIR that it has; a surname changes by
 * marriage, which the NIR, or the birth date and the first name, confirm.
 */
function areOtherNames(way: Way, given: Matchable, held: Matchable): boolean {
  const [one, other] = namedAlike(given, held);
  const [isGivenNamed, isHeldNamed] = [one, other].map(({ firstNames }) => firstNames.length > 0);
  const isSameNir = given.nir !== null && given.nir === held.nir;
  const isSameFirstName = firstNamesAgree(one, other);
  if (!isGivenNamed && !isHeldNamed) return !isSameNir && areOtherWords(one, other);
  if (surnamesAgree(one, other)) return !isSameFirstName && !(isSameNir && (way === 'id' || way === 'number'));
  const isConfirmed = isSameNir || (isSameBirth(one, other) && isGivenNamed && isHeldNamed);
  return !isSameFirstName || !isConfirmed;
}

/** True when the person of the row is another one. `taken`: the NIR of the list. */
function contradicts(way: Way, given: Known, held: Known, taken: ReadonlySet<string>): boolean {
  const differences = differencesOf(given.who, held.who);
  const isFree = given.who.nir !== null && !taken.has(given.who.nir);
  if (differences.includes('nir') && !(isFree && isCorrected(way, given.who, held.who, differences))) return true;
  return differences.includes('birthDate') || areOtherNames(way, given.who, held.who);
}

const withoutZeros = (number: string) => number.replace(/^0+(?=.)/, '');

/** True when both have a number and only zeros in front of it differ: a spreadsheet took them away. */
export function isSameNumber(a: RowCells, b: RowCells): boolean {
  return withoutZeros(text(a, 'employeeNumber')) === withoutZeros(text(b, 'employeeNumber'));
}

/** Two files of one person, hired again, have two numbers. */
function isOtherFile(a: RowCells, b: RowCells): boolean {
  const differ = (key: string) => text(a, key) !== '' && text(b, key) !== '' && text(a, key) !== text(b, key);
  return differ('payrollId') || (differ('employeeNumber') && !isSameNumber(a, b));
}

interface Held extends Known {
  readonly row: BookRow;
}

type Index = ReadonlyMap<string, readonly Held[]>;

function indexBy(held: readonly Held[], identities: (known: Known) => readonly Identity[]): Index {
  const index = new Map<string, Held[]>();
  for (const each of held)
    for (const { value } of identities(each)) index.set(value, [...(index.get(value) ?? []), each]);
  return index;
}

interface Search {
  readonly index: Index;
  readonly identities: (known: Known) => readonly Identity[];
  readonly isPersonal: boolean;
  readonly nirs: ReadonlySet<string>;
}

/** Looks among the rows that nobody of the file has yet. `isSame`: the row says what the file says. */
function lookUp(
  given: Known,
  search: Search,
  taken: ReadonlySet<BookRow>,
  isSame: (row: BookRow) => boolean,
): FoundRow {
  let other: BookRow | undefined;
  for (const { way, value } of search.identities(given)) {
    const held = (search.index.get(value) ?? []).filter(
      (each) => !taken.has(each.row) && !(search.isPersonal && isOtherFile(given.cells, each.cells)),
    );
    const fitting = held.filter((each) => !contradicts(way, given, each, search.nirs)).map(({ row }) => row);
    const [first, second] = fitting;
    const row = second ? fitting.find(isSame) : first;
    if (row) return { state: 'found', row };
    if (second) return { state: 'several', rows: fitting };
    other ??= held[0]?.row;
  }
  return other ? { state: 'other', row: other } : { state: 'new' };
}

/**
 * One answer for each of `people`: by identifier, by establishment and matricule, then by NIR, then by birth date and names. A row is
 * found once, and by whom it is surest.
 */
export function foundRows(
  rows: readonly BookRow[],
  people: readonly RowCells[],
  isSame: (row: BookRow, cells: RowCells) => boolean,
): FoundRow[] {
  const held = rows.map((row): Held => ({ row, cells: row.cells, who: matchableOf(row.key, row.cells) }));
  const nirs = new Set(held.flatMap(({ who }) => who.nir ?? []));
  const searches: readonly Search[] = [
    { index: indexBy(held, certain), identities: certain, isPersonal: false, nirs },
    { index: indexBy(held, personal), identities: personal, isPersonal: true, nirs },
  ];
  const taken = new Set<BookRow>();
  const found = people.map((): FoundRow => ({ state: 'new' }));
  for (const search of searches)
    people.forEach((cells, at) => {
      const before = found[at]?.state;
      if (before === 'found' || before === 'several') return;
      const here = lookUp({ cells, who: matchableOf('', cells) }, search, taken, (row) => isSame(row, cells));
      if (here.state !== 'new') found[at] = here;
      if (here.state === 'found') taken.add(here.row);
    });
  return found;
}
