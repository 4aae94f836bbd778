/** New absences of people who are not in « Salariés »: they wait until the person is there, and block nobody. */
import type { Finding } from '../domain/finding.ts';
import type { ReviewItem } from '../domain/review/review.ts';
import { absencesTable } from '../tables/absencesTable.ts';
import { employeesTable } from '../tables/employeesTable.ts';
import type { BookSnapshot } from './book.ts';
import { rowsOf } from './bookState.ts';
import type { Review, ReviewEntry } from './reviewShape.ts';

function bringsPerson({ table, kind, remembered }: ReviewItem): boolean {
  return table === employeesTable.name && (kind === 'added' || kind === 'deletedHere') && !remembered;
}

function waitFinding(waiting: readonly ReviewEntry[]): Finding[] {
  if (waiting.length === 0) return [];
  const people = new Set(waiting.map(({ person }) => person.luccaId)).size;
  const facts = { absences: waiting.length, people };
  return [{ code: 'absencesWait', severity: 'info', place: { table: absencesTable.name }, facts }];
}

/**
 * Absences that the same review can bring with their person are bound to that arrival; those of a person whom it does not ask about, ignored
 * before or not in Lucca any more, are left out and counted.
 */
export function withArrivals(review: Review, snapshot: BookSnapshot): Review {
  const present = new Set(rowsOf(snapshot, employeesTable.name).map(({ key }) => key));
  const arrivals = new Map(review.entries.flatMap(({ item }) => (bringsPerson(item) ? [[item.key, item]] : [])));
  const isAhead = ({ item, person }: ReviewEntry) =>
    item.table === absencesTable.name && item.kind === 'added' && !item.remembered && !present.has(person.luccaId);
  const waiting = review.entries.filter((entry) => isAhead(entry) && !arrivals.has(entry.person.luccaId));
  const left = new Set(waiting);
  const entries = review.entries.flatMap((entry): ReviewEntry[] => {
    if (left.has(entry)) return [];
    const arrival = isAhead(entry) ? arrivals.get(entry.person.luccaId) : undefined;
    return [arrival ? { ...entry, arrival } : entry];
  });
  return { ...review, entries, findings: [...review.findings, ...waitFinding(waiting)] };
}
