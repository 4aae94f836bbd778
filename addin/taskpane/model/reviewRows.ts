/** The review as a flat list of lines, in the order in which a person reads it. */
import type { PersonLabel, Review, ReviewEntry } from '../../../shared/flows/prepareReview.ts';
import { byPerson, decisionOf, needsLook, oneByOne, type Decisions } from '../../../shared/flows/reviewEntries.ts';
import { absencesTable } from '../../../shared/tables/absencesTable.ts';
import { employeesTable } from '../../../shared/tables/employeesTable.ts';

export const filters = ['all', 'undecided', 'people', 'absences', 'automatic', 'ignored'] as const;
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
  const isBulk = (entry: ReviewEntry) =>
    filter === 'undecided' ? !oneByOne(entry) && !entry.doubles : !needsLook(entry);
  return shown.filter(isBulk);
}

function isAsked({ item, automatic }: ReviewEntry): boolean {
  return !item.remembered && !automatic;
}

const keepers: Readonly<Record<Filter, (entry: ReviewEntry) => boolean>> = {
  all: isAsked,
  undecided: (entry) => needsLook(entry) && isAsked(entry),
  people: (entry) => entry.item.table === employeesTable.name && isAsked(entry),
  absences: (entry) => entry.item.table === absencesTable.name && isAsked(entry),
  automatic: ({ automatic }) => automatic === true,
  ignored: ({ item }) => item.remembered,
};

/** The entries that a filter shows. « Reprises sans demander » holds those that nobody is asked about; « Ignorés » holds those ignored in an earlier review. */
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

/** The line still to decide that comes after the one of `id`, else the first one. `decisions`: as they are once this one is answered. */
export function nextToDecide(rows: readonly ReviewRow[], decisions: Decisions, id: string): ReviewRow | undefined {
  const at = rows.findIndex((row) => row.id === id);
  const waits = (row: ReviewRow) => row.type === 'entry' && decisionOf(row.entry, decisions) === 'undecided';
  return [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))].find(waits);
}
