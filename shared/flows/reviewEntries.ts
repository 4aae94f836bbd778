/** The differences of a review as a person goes through them: what must be looked at, in which order, and what was answered. */
import type { Decision, ItemKind, ReviewItem, Standing } from '../domain/review/review.ts';
import type { Review, ReviewEntry } from './prepareReview.ts';

/** What a person answered, by item id. An item left out keeps what is proposed. */
export type Decisions = ReadonlyMap<string, Decision>;

/** Nobody answered anything. */
export const noDecisions: Decisions = new Map();

/** The decision in force for an entry: the person's, else what is proposed; unless it waits for an arrival that is not accepted, or another answer settles it. */
export function decisionOf({ item, arrival, same }: ReviewEntry, decisions: Decisions): Standing {
  const of = (each: ReviewItem) => decisions.get(each.id) ?? each.decision;
  const own = of(item);
  if (same && own === 'undecided' && of(same) === 'accept') return 'moot';
  return arrival && own !== 'ignore' && of(arrival) !== 'accept' ? 'waiting' : own;
}

/** How many differences of the review stand there. */
export function countOf(review: Review, decisions: Decisions, standing: Standing): number {
  return review.entries.filter((entry) => decisionOf(entry, decisions) === standing).length;
}

/** Something to write: an accepted line, or a choice the person made to ignore. One made in an earlier review waits for company. */
export function hasSomethingToWrite(review: Review, decisions: Decisions): boolean {
  return review.entries.some((entry) => {
    const decision = decisionOf(entry, decisions);
    return (
      decision === 'accept' || (decision === 'ignore' && !entry.item.remembered && entry.item.lines.ignore.length > 0)
    );
  });
}

/** Differences that were not ignored in an earlier review. */
export function freshEntries({ entries }: Review): ReviewEntry[] {
  return entries.filter(({ item }) => !item.remembered);
}

/** Differences that somebody is asked about: neither ignored in an earlier review, nor taken without asking. */
export function askedEntries(review: Review): ReviewEntry[] {
  return freshEntries(review).filter(({ automatic }) => !automatic);
}

/** Differences that are taken without asking, unless somebody answered otherwise. */
export function automaticEntries({ entries }: Review, decisions: Decisions = noDecisions): ReviewEntry[] {
  return entries.filter((entry) => entry.automatic && decisionOf(entry, decisions) === 'accept');
}

/** What is never accepted in bulk: conflicts, changed bank details. */
export function oneByOne({ item }: ReviewEntry): boolean {
  return item.kind === 'conflict' || item.gated;
}

/** What a person must look at: nothing is proposed for it. */
export function needsLook(entry: ReviewEntry): boolean {
  return oneByOne(entry) || entry.item.decision === 'undecided';
}

const kindOrder: readonly ItemKind[] = ['conflict', 'gone', 'changed', 'added', 'removed', 'deletedHere'];

function rank(entry: ReviewEntry): number {
  return (needsLook(entry) ? 0 : 10) + kindOrder.indexOf(entry.item.kind);
}

/** Entries person by person: people in doubt first, then by name; for each, what must be looked at first. */
export function byPerson(entries: readonly ReviewEntry[]): ReviewEntry[][] {
  const groups = new Map<string, ReviewEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.person.luccaId);
    if (group) group.push(entry);
    else groups.set(entry.person.luccaId, [entry]);
  }
  const sorted = [...groups.values()].map((group) => group.sort((a, b) => rank(a) - rank(b)));
  const { compare } = new Intl.Collator('fr');
  const nameOf = (group: readonly ReviewEntry[]) => group[0]?.person.name ?? '';
  const doubtful = (group: readonly ReviewEntry[]) => (group[0] && needsLook(group[0]) ? 0 : 1);
  return sorted.sort((a, b) => doubtful(a) - doubtful(b) || compare(nameOf(a), nameOf(b)));
}
