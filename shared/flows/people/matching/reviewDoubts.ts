/** People whom Lucca brings and payroll may have already: never created without a person's word. */
import type { Finding } from '../../../domain/finding.ts';
import type { PersonMatch } from '../../../domain/people/matching/matchable.ts';
import type { RowDouble } from '../../../domain/people/matching/rowDouble.ts';
import type { ReviewItem, TheirsRow } from '../../../domain/review/review.ts';
import { employeesTable } from '../../../tables/employeesTable.ts';
import { payrollListTable } from '../../../tables/people/payrollListTable.ts';
import type { BookSnapshot } from '../../book.ts';
import { everyListRow, matchedWith, matchingReading, noAnswers } from './matchingReading.ts';
import { withDoubles } from './rowDoubles.ts';
import { withStrangers } from './strangers.ts';

/** True of somebody whom the list does not leave free: a sure match that nobody applied yet is one of them. */
function isDoubtful({ state, reason }: PersonMatch): boolean {
  return state !== 'create' || reason === 'homonym';
}

interface Entry {
  readonly item: ReviewItem;
  readonly match?: PersonMatch;
  readonly doubles?: readonly RowDouble[];
}

function asked<E extends Entry>(entry: E, match: PersonMatch | undefined): E {
  const isArrival = entry.item.table === employeesTable.name && entry.item.kind === 'added';
  if (!isArrival || !match || !isDoubtful(match)) return entry;
  const { item } = entry;
  return { ...entry, match, item: item.decision === 'accept' ? { ...item, decision: 'undecided' } : item };
}

export interface DoubtedEntries<E> {
  readonly entries: readonly E[];
  readonly findings: readonly Finding[];
}

/** The entries as they are in a workbook without a list; otherwise arrivals whom payroll may have already wait to be matched. */
function withListDoubts<E extends Entry>(
  entries: readonly E[],
  snapshot: BookSnapshot,
  theirs: readonly TheirsRow[],
): DoubtedEntries<E> {
  const rows = everyListRow(snapshot);
  if (rows.length === 0) return { entries, findings: [] };
  const { people } = matchedWith(matchingReading(snapshot, theirs, rows), noAnswers);
  const matches = new Map(people.map((each) => [each.luccaId, each]));
  const doubted = entries.map((entry) => asked(entry, matches.get(entry.item.key)));
  const count = doubted.filter(({ match, item }) => match && !item.remembered).length;
  if (count === 0) return { entries: doubted, findings: [] };
  const place = { table: payrollListTable.name };
  return {
    entries: doubted,
    findings: [{ code: 'matchFirst', severity: 'warning', place, facts: { people: count } }],
  };
}

/** Arrivals that may be somebody's second row, of « Salariés » or of the list of payroll, and changes of a row that is somebody else's. */
export function withDoubts<E extends Entry>(
  entries: readonly E[],
  snapshot: BookSnapshot,
  theirs: readonly TheirsRow[],
): DoubtedEntries<E> {
  const doubled = withDoubles(entries, snapshot, theirs);
  const listed = withListDoubts(doubled.entries, snapshot, theirs);
  const known = withStrangers(listed.entries, snapshot, theirs);
  return { entries: known.entries, findings: [...doubled.findings, ...listed.findings, ...known.findings] };
}
