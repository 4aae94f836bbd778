/** « Rapprochement » as lists of lines: who is to be confirmed first. */
import { plainCandidate } from '../../../../../shared/domain/people/matching/hits.ts';
import { bestFirst, proposedOf } from '../../../../../shared/domain/people/matching/rank.ts';
import type { Candidate, PersonMatch } from '../../../../../shared/domain/people/matching/matchable.ts';
import type { FileMatch } from '../../../../../shared/domain/people/matching/matchPeople.ts';
import { displayed } from '../../../../../shared/domain/review/cell.ts';
import type { RowCells } from '../../../../../shared/domain/review/plan.ts';
import type { PayrollMatching } from '../../../../../shared/flows/people/matching/matchPayroll.ts';

export const matchFilters = ['toConfirm', 'conflict', 'match', 'linked', 'luccaOnly', 'payrollOnly', 'second'] as const;
export type MatchFilter = (typeof matchFilters)[number];

export interface MatchLine {
  readonly id: string;
  readonly name: string;
  readonly employeeNumber: string;
  readonly establishment: string;
  /** Null for a file that is nobody's in Lucca. */
  readonly match: PersonMatch | null;
  /** Files to look at beside the person: homonyms too, which no key names. */
  readonly candidates: readonly Candidate[];
  /** The file that is confirmed by one gesture; absent where a person must choose it first. */
  readonly proposed?: string;
  /** Of a second file: whose it is, and the row of their first. */
  readonly second?: { readonly luccaId: string; readonly line: string };
}

function labels(cells: RowCells) {
  const text = (key: string) => displayed(cells[key] ?? { blank: true });
  return {
    name: [text('lastName'), text('firstName')].filter((each) => each !== '').join(' '),
    employeeNumber: text('employeeNumber'),
    establishment: text('establishment'),
  };
}

function homonymsOf({ luccaId, suggestions }: PersonMatch, { reading }: PayrollMatching): Candidate[] {
  if (suggestions.length === 0) return [];
  const person = reading.people.find(({ id }) => id === luccaId);
  const files = reading.files.filter(({ id }) => suggestions.includes(id));
  return person ? files.map((file) => plainCandidate(person, file)).sort(bestFirst) : [];
}

function personLine(match: PersonMatch, compared: PayrollMatching): MatchLine {
  const candidates = [...match.candidates, ...homonymsOf(match, compared)];
  const proposed = match.state === 'linked' ? candidates[0] : proposedOf(candidates);
  const line = { id: match.luccaId, ...labels(compared.reading.lucca.get(match.luccaId) ?? {}), match, candidates };
  return proposed ? { ...line, proposed: proposed.id } : line;
}

const isPayrollOnly = ({ state }: FileMatch) => state === 'onlyInPayroll' || state === 'gone';
const isSecond = ({ state }: FileMatch) => state === 'second';

/** A file that is nobody's, or the second of somebody. */
function fileLine({ id, luccaId }: FileMatch, { matching, reading }: PayrollMatching): MatchLine {
  const line = { id, ...labels(reading.rows.get(id)?.cells ?? {}), match: null, candidates: [] };
  const first = matching.people.find((person) => person.luccaId === luccaId)?.file ?? '';
  return luccaId === null ? line : { ...line, second: { luccaId, line: first } };
}

const ofState: Readonly<Partial<Record<MatchFilter, PersonMatch['state']>>> = {
  toConfirm: 'toConfirm',
  conflict: 'conflict',
  match: 'match',
  linked: 'linked',
  luccaOnly: 'create',
};

function byName(a: MatchLine, b: MatchLine): number {
  return a.name.localeCompare(b.name, 'fr') || a.id.localeCompare(b.id);
}

/** The lines that a filter shows, by name; homonyms of somebody in payroll before the others. */
export function matchLines(compared: PayrollMatching, filter: MatchFilter): MatchLine[] {
  const { matching } = compared;
  if (filter === 'payrollOnly' || filter === 'second')
    return matching.files
      .filter(filter === 'second' ? isSecond : isPayrollOnly)
      .map((file) => fileLine(file, compared))
      .sort(byName);
  const lines = matching.people
    .filter(({ state }) => state === ofState[filter])
    .map((match) => personLine(match, compared));
  return lines.sort((a, b) => Number(b.candidates.length > 0) - Number(a.candidates.length > 0) || byName(a, b));
}

export function matchCounts({ matching }: PayrollMatching): Readonly<Record<MatchFilter, number>> {
  const people = (state: PersonMatch['state']) => matching.people.filter((each) => each.state === state).length;
  return {
    toConfirm: people('toConfirm'),
    conflict: people('conflict'),
    match: people('match'),
    linked: people('linked'),
    luccaOnly: people('create'),
    payrollOnly: matching.files.filter(isPayrollOnly).length,
    second: matching.files.filter(isSecond).length,
  };
}

/** Links that the answers undo. */
export function unlinkedCount({ reading, answers }: PayrollMatching): number {
  const links = new Set(reading.files.map(({ id, link }) => `${id} ${link ?? ''}`));
  return answers.refusals.filter(({ luccaId, file }) => links.has(`${file ?? ''} ${luccaId}`)).length;
}

/** What is shown first: what waits for an answer. */
export function firstFilter(compared: PayrollMatching): MatchFilter {
  const counts = matchCounts(compared);
  return matchFilters.find((each) => counts[each] > 0) ?? 'toConfirm';
}
