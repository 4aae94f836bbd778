/** The review as a flat list of lines, in the order in which a person reads it. */
import type { Decision, ItemKind } from '../../../shared/domain/review/review.ts';
import { displayed, type Cell } from '../../../shared/domain/review/cell.ts';
import type { PersonLabel, Review, ReviewEntry } from '../../../shared/flows/prepareReview.ts';
import { absencesTable } from '../../../shared/tables/absencesTable.ts';
import { column } from '../../../shared/tables/declaration.ts';
import { employeesTable } from '../../../shared/tables/employeesTable.ts';
import { tableNamed } from '../../../shared/tables/tables.ts';
import * as text from '../../../shared/messages/fr/pane.ts';

export type Decisions = ReadonlyMap<string, Decision>;
export const filters = ['all', 'undecided', 'people', 'absences', 'ignored'] as const;
export type Filter = (typeof filters)[number];

export type ReviewRow =
  | {
      readonly type: 'person';
      readonly id: string;
      readonly person: PersonLabel;
      readonly entries: readonly ReviewEntry[];
    }
  | { readonly type: 'entry'; readonly id: string; readonly entry: ReviewEntry };

/** The decision in force for an entry: the person's, else what is proposed. */
export function decisionOf({ item }: ReviewEntry, decisions: Decisions): Decision {
  return decisions.get(item.id) ?? item.decision;
}

/** What is never accepted in bulk: conflicts, IBAN changes. */
export function oneByOne({ item }: ReviewEntry): boolean {
  return item.kind === 'conflict' || item.gated;
}

/** What a person must look at: nothing is proposed for it. */
export function needsLook(entry: ReviewEntry): boolean {
  return oneByOne(entry) || entry.item.decision === 'undecided';
}

/** What « Tout accepter » and « Tout ignorer » act upon. What was left to decide is reached from its own view only. */
export function bulkEntries(shown: readonly ReviewEntry[], filter: Filter): ReviewEntry[] {
  return shown.filter((entry) => (filter === 'undecided' ? !oneByOne(entry) : !needsLook(entry)));
}

const kindOrder: readonly ItemKind[] = ['conflict', 'gone', 'changed', 'added', 'removed', 'deletedHere'];

function rank(entry: ReviewEntry): number {
  return (needsLook(entry) ? 0 : 10) + kindOrder.indexOf(entry.item.kind);
}

const keepers: Readonly<Record<Filter, (entry: ReviewEntry, decisions: Decisions) => boolean>> = {
  all: ({ item }) => !item.remembered,
  undecided: (entry) => needsLook(entry) && !entry.item.remembered,
  people: ({ item }) => item.table === employeesTable.name && !item.remembered,
  absences: ({ item }) => item.table === absencesTable.name && !item.remembered,
  ignored: ({ item }) => item.remembered,
};

/** The entries that a filter shows. « Ignorés » holds those ignored in an earlier review. */
export function shownEntries(review: Review, filter: Filter, decisions: Decisions): ReviewEntry[] {
  return review.entries.filter((entry) => keepers[filter](entry, decisions));
}

function byPerson(entries: readonly ReviewEntry[]): ReviewEntry[][] {
  const groups = new Map<string, ReviewEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.person.luccaId);
    if (group) group.push(entry);
    else groups.set(entry.person.luccaId, [entry]);
  }
  return [...groups.values()];
}

/** Lines of the list: people in doubt first, then by name; under each, what must be looked at first. */
export function reviewRows(entries: readonly ReviewEntry[]): ReviewRow[] {
  const collator = new Intl.Collator('fr');
  const groups = byPerson(entries).map((group) => group.sort((a, b) => rank(a) - rank(b)));
  const nameOf = (group: readonly ReviewEntry[]) => group[0]?.person.name ?? '';
  const doubtful = (group: readonly ReviewEntry[]) => (group[0] && needsLook(group[0]) ? 0 : 1);
  groups.sort((a, b) => doubtful(a) - doubtful(b) || collator.compare(nameOf(a), nameOf(b)));
  return groups.flatMap((group): ReviewRow[] => {
    const [first] = group;
    if (!first) return [];
    const header: ReviewRow = {
      type: 'person',
      id: `person ${first.person.luccaId}`,
      person: first.person,
      entries: group,
    };
    return [header, ...group.map((entry): ReviewRow => ({ type: 'entry', id: entry.item.id, entry }))];
  });
}

/** A value as the list shows it: secrets masked, an empty cell named. */
export function shownValue(table: string, key: string, cell: Cell, revealed: boolean): string {
  const value = displayed(cell);
  if (value === '') return text.emptyValue;
  const { sensitivity } = column(tableNamed(table), key);
  return sensitivity === 'secret' && !revealed ? text.masked : value;
}

function absenceText(entry: ReviewEntry): string {
  const of = (key: string) => displayed(entry.about[key] ?? { blank: true });
  return text.absenceSpan(of('account'), of('from'), of('fromHalf'), of('to'), of('toHalf'));
}

/** One line that says what an entry is about. */
export function entryText(entry: ReviewEntry): string {
  const { item, about } = entry;
  const isAbsence = item.table === absencesTable.name;
  if (item.kind === 'added' || item.kind === 'removed' || item.kind === 'deletedHere') {
    return isAbsence
      ? absenceText(entry)
      : text.arrival(
          displayed(about['establishment'] ?? { blank: true }),
          displayed(about['contractStart'] ?? { blank: true }),
        );
  }
  if (item.kind === 'gone') return text.goneHint;
  const changes = item.changes.map(({ column: key, before, after }) =>
    text.valueChange(
      column(tableNamed(item.table), key).heading,
      shownValue(item.table, key, before, false),
      shownValue(item.table, key, after, false),
    ),
  );
  return isAbsence ? `${absenceText(entry)}. ${changes.join(', ')}` : changes.join(', ');
}

/** How many differences « Appliquer » writes, and how many stay without an answer. */
export function counts(
  review: Review,
  decisions: Decisions,
): { readonly accepted: number; readonly undecided: number } {
  const of = (decision: Decision) => review.entries.filter((entry) => decisionOf(entry, decisions) === decision).length;
  return { accepted: of('accept'), undecided: of('undecided') };
}

/** Something to write: an accepted line, or a choice the person made to ignore. */
export function hasSomethingToWrite(review: Review, decisions: Decisions): boolean {
  return review.entries.some((entry) => {
    const decision = decisionOf(entry, decisions);
    return decision === 'accept' || (decision === 'ignore' && entry.item.lines.ignore.length > 0);
  });
}
