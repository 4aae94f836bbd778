/** People whom Lucca brings and « Salariés » may have already under another identifier: deleted in Lucca and created again, or there twice. */
import type { Finding } from '../../../domain/finding.ts';
import { heldKeys } from '../../../domain/people/matching/keyIndex.ts';
import {
  strongKeys,
  type Matchable,
  type MatchKey,
  type PayrollFile,
  type PersonMatch,
} from '../../../domain/people/matching/matchable.ts';
import { matchableOf } from '../../../domain/people/matching/matchableOf.ts';
import { matchPeople } from '../../../domain/people/matching/matchPeople.ts';
import type { RowDouble } from '../../../domain/people/matching/rowDouble.ts';
import { blank, displayed } from '../../../domain/review/cell.ts';
import type { ReviewItem, TheirsRow } from '../../../domain/review/review.ts';
import { employeesTable } from '../../../tables/employeesTable.ts';
import type { BookRow, BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { samePersonItem } from './samePerson.ts';

interface Entry {
  readonly item: ReviewItem;
  readonly doubles?: readonly RowDouble[];
  readonly same?: ReviewItem;
}

export interface DoubledEntries<E> {
  readonly entries: readonly E[];
  readonly findings: readonly Finding[];
}

function isArrival({ item }: Entry): boolean {
  return item.table === employeesTable.name && item.kind === 'added';
}

function doubleOf({ key, cells }: BookRow, isGone: boolean, keys: readonly MatchKey[]): RowDouble {
  const names = ['lastName', 'firstName'].map((each) => displayed(cells[each] ?? blank));
  return { luccaId: key, name: names.filter((each) => each !== '').join(' '), isGone, keys };
}

/** Rows are files of payroll here: linked to their person while Lucca has them, free once it has not. */
class Rows {
  readonly files: readonly PayrollFile[];
  private readonly gone: ReadonlySet<string>;
  private readonly held: ReadonlyMap<string, BookRow>;
  private readonly strong = new Map<string, { readonly id: string; readonly key: MatchKey }[]>();

  constructor(snapshot: BookSnapshot, theirs: readonly TheirsRow[]) {
    const rows = rowsOf(snapshot, employeesTable.name);
    const known = new Set(theirs.map(({ key }) => key));
    this.held = new Map(rows.map((row) => [String(row.index), row]));
    this.files = rows.map(({ key, index, cells }) => ({
      ...matchableOf(String(index), cells),
      link: known.has(key) ? key : null,
    }));
    this.gone = new Set(this.files.flatMap(({ id, link }) => (link === null ? id : [])));
    for (const file of this.files)
      for (const { key, value } of heldKeys(file))
        if (strongKeys.has(key)) this.strong.set(value, [...(this.strong.get(value) ?? []), { id: file.id, key }]);
  }

  /** Rows, of people whom Lucca still has as well, by the keys that name one person alone. */
  private shared(person: Matchable): ReadonlyMap<string, readonly MatchKey[]> {
    const found = new Map<string, MatchKey[]>();
    for (const { value } of heldKeys(person))
      for (const { id, key } of this.strong.get(value) ?? []) found.set(id, [...(found.get(id) ?? []), key]);
    return found;
  }

  /** Every row that somebody who arrives may be, those that the rules of « Rapprochement » name first. */
  doublesOf(person: Matchable, match: PersonMatch | undefined): RowDouble[] {
    const named = match?.candidates.map(({ id, keys, shared }): [string, MatchKey[]] => [id, [...keys, ...shared]]);
    const alike = match?.suggestions.map((id): [string, MatchKey[]] => [id, []]);
    const found = new Map([...(alike ?? []), ...this.shared(person), ...(named ?? [])]);
    const order = [...(named ?? []), ...found].map(([id]) => id);
    return [...new Set(order)].flatMap((id) => {
      const row = this.held.get(id);
      return row ? [doubleOf(row, this.gone.has(id), found.get(id) ?? [])] : [];
    });
  }
}

function undecided(item: ReviewItem): ReviewItem {
  return item.decision === 'accept' ? { ...item, decision: 'undecided' } : item;
}

/** The one row that Lucca no longer has and that nobody else who arrives may be: whether it is the same person is the whole question. */
function rowAsked({ item }: Entry, doubles: readonly RowDouble[], claims: ReadonlyMap<string, number>) {
  const [free, other] = doubles.filter(({ isGone, keys }) => isGone && keys.length > 0);
  const isOne = free !== undefined && other === undefined && free.luccaId !== '' && claims.get(free.luccaId) === 1;
  return isOne && !item.remembered && !item.gated ? free.luccaId : undefined;
}

interface Found<E> {
  readonly entry: E;
  readonly doubles: readonly RowDouble[];
}

/** Questions come last: what else is written on a row finds it under the identifier it had. */
function questions<E extends Entry>(found: readonly Found<E>[], snapshot: BookSnapshot): DoubledEntries<E> {
  const claims = new Map<string, number>();
  for (const { doubles } of found)
    for (const { luccaId, keys } of doubles) if (keys.length > 0) claims.set(luccaId, (claims.get(luccaId) ?? 0) + 1);
  const isWaiting = ({ item }: Entry) =>
    item.table === employeesTable.name && item.kind === 'gone' && claims.has(item.key);
  const [plain, same]: [E[], E[]] = [[], []];
  for (const { entry, doubles } of found) {
    const row = rowAsked(entry, doubles, claims);
    const item = row === undefined ? undefined : samePersonItem(entry.item, row, snapshot);
    if (item) same.push({ ...entry, doubles, item });
    else if (doubles.length > 0) plain.push({ ...entry, doubles, item: undecided(entry.item) });
    else plain.push(isWaiting(entry) ? { ...entry, item: undecided(entry.item) } : entry);
  }
  const askedOf = new Map(same.map(({ item }) => [item.key, item]));
  const departures = plain.map((entry): E => {
    const question = isWaiting(entry) ? askedOf.get(entry.item.key) : undefined;
    return question ? { ...entry, same: question } : entry;
  });
  const entries = [...departures, ...same];
  const people = entries.filter(({ doubles, item }) => doubles && !item.remembered).length;
  const place = { table: employeesTable.name };
  const told: Finding = { code: 'rowDoubles', severity: 'warning', place, facts: { people } };
  return { entries, findings: people === 0 ? [] : [told] };
}

/** Arrivals compared with the rows of « Salariés »: one that may be somebody's second row is a question, never an addition by default. */
export function withDoubles<E extends Entry>(
  entries: readonly E[],
  snapshot: BookSnapshot,
  theirs: readonly TheirsRow[],
): DoubledEntries<E> {
  if (rowsOf(snapshot, employeesTable.name).length === 0 || !entries.some(isArrival)) return { entries, findings: [] };
  const rows = new Rows(snapshot, theirs);
  const people = theirs.map(({ key, cells }) => matchableOf(key, cells));
  const matches = new Map(matchPeople(people, rows.files).people.map((each) => [each.luccaId, each]));
  const byId = new Map(people.map((person) => [person.id, person]));
  const found = entries.map((entry) => {
    const person = isArrival(entry) ? byId.get(entry.item.key) : undefined;
    return { entry, doubles: person ? rows.doublesOf(person, matches.get(person.id)) : [] };
  });
  return questions(found, snapshot);
}
