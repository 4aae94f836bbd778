/** Rows of « Salariés » under the identifier of somebody whom all that is known contradicts: nothing of theirs is taken by default. */
import type { Finding } from '../../../domain/finding.ts';
import { plainCandidate } from '../../../domain/people/matching/hits.ts';
import type { Candidate, Difference } from '../../../domain/people/matching/matchable.ts';
import { matchableOf } from '../../../domain/people/matching/matchableOf.ts';
import type { ReviewItem, TheirsRow } from '../../../domain/review/review.ts';
import { employeesTable } from '../../../tables/employeesTable.ts';
import type { BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';

const names: readonly Difference[] = ['surname', 'firstName'];

/** Both names, and the NIR or the birth date: neither marriage nor a slip changes them all. */
function isStranger({ keys, differences }: Candidate): boolean {
  const isProven = keys.includes('nir') || keys.includes('birthDate');
  const isDenied = differences.includes('nir') || differences.includes('birthDate');
  return isDenied && !isProven && names.every((each) => differences.includes(each));
}

interface Entry {
  readonly item: ReviewItem;
}

const isProposed = ({ item }: Entry) => item.table === employeesTable.name && item.decision === 'accept';

function strangersIn(snapshot: BookSnapshot, theirs: readonly TheirsRow[], proposed: ReadonlySet<string>) {
  const people = new Map(theirs.map(({ key, cells }) => [key, cells]));
  const rows = rowsOf(snapshot, employeesTable.name).filter(({ key }) => proposed.has(key));
  const strangers = rows.filter(({ key, cells }) => {
    const lucca = people.get(key);
    return lucca && isStranger(plainCandidate(matchableOf(key, lucca), { ...matchableOf(key, cells), link: key }));
  });
  return new Set(strangers.map(({ key }) => key));
}

/** The entries, those of such rows left undecided, and how many rows they are. */
export function withStrangers<E extends Entry>(
  entries: readonly E[],
  snapshot: BookSnapshot,
  theirs: readonly TheirsRow[],
): { readonly entries: readonly E[]; readonly findings: readonly Finding[] } {
  const proposed = new Set(entries.filter(isProposed).map(({ item }) => item.key));
  const strangers = strangersIn(snapshot, theirs, proposed);
  if (strangers.size === 0) return { entries, findings: [] };
  const place = { table: employeesTable.name };
  const told: Finding = { code: 'rowStrangers', severity: 'warning', place, facts: { rows: strangers.size } };
  const asked = entries.map((entry): E => {
    const isTheirs = isProposed(entry) && strangers.has(entry.item.key);
    return isTheirs ? { ...entry, item: { ...entry.item, decision: 'undecided' } } : entry;
  });
  return { entries: asked, findings: [told] };
}
