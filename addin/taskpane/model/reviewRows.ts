/** The review as a flat list of lines, in the order in which a person reads it. */
import { displayed, type Cell } from '../../../shared/domain/review/cell.ts';
import type { PersonLabel, Review, ReviewEntry } from '../../../shared/flows/prepareReview.ts';
import { byPerson, decisionOf, needsLook, oneByOne, type Decisions } from '../../../shared/flows/reviewEntries.ts';
import { absencesTable } from '../../../shared/tables/absencesTable.ts';
import { column } from '../../../shared/tables/declaration.ts';
import { employeesTable } from '../../../shared/tables/employeesTable.ts';
import { tableNamed } from '../../../shared/tables/tables.ts';
import * as text from '../../../shared/messages/fr/pane.ts';

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

/** What « Tout accepter » and « Tout ignorer » act upon. What was left to decide is reached from its own view only. */
export function bulkEntries(shown: readonly ReviewEntry[], filter: Filter): ReviewEntry[] {
  return shown.filter((entry) => (filter === 'undecided' ? !oneByOne(entry) : !needsLook(entry)));
}

const keepers: Readonly<Record<Filter, (entry: ReviewEntry) => boolean>> = {
  all: ({ item }) => !item.remembered,
  undecided: (entry) => needsLook(entry) && !entry.item.remembered,
  people: ({ item }) => item.table === employeesTable.name && !item.remembered,
  absences: ({ item }) => item.table === absencesTable.name && !item.remembered,
  ignored: ({ item }) => item.remembered,
};

/** The entries that a filter shows. « Ignorés » holds those ignored in an earlier review. */
export function shownEntries({ entries }: Review, filter: Filter): ReviewEntry[] {
  return entries.filter(keepers[filter]);
}

/** Lines of the list: a header for each person, then what concerns them. */
export function reviewRows(entries: readonly ReviewEntry[]): ReviewRow[] {
  return byPerson(entries).flatMap((group): ReviewRow[] => {
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

/** Something to write: an accepted line, or a choice the person made to ignore. */
export function hasSomethingToWrite(review: Review, decisions: Decisions): boolean {
  return review.entries.some((entry) => {
    const decision = decisionOf(entry, decisions);
    return decision === 'accept' || (decision === 'ignore' && entry.item.lines.ignore.length > 0);
  });
}
