/** « Rapprocher avec la paie »: the workbook and the mirror read, everybody compared; then what was decided, written. */
import type { Connection } from '../../../contracts/schemas.ts';
import type { Finding } from '../../../domain/finding.ts';
import { strongKeys, type PersonMatch, type Refusal } from '../../../domain/people/matching/matchable.ts';
import type { Matching } from '../../../domain/people/matching/matchPeople.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { decisionsTable } from '../../../tables/memoryTables.ts';
import { payrollListTable } from '../../../tables/people/payrollListTable.ts';
import { tables } from '../../../tables/tables.ts';
import { applyPlan, type ApplyError, type ApplyPorts, type ApplyReport } from '../../apply.ts';
import { bookState, ownerLines, rowsOf, tableFindings, type BookOwner } from '../../bookState.ts';
import { employeeRows } from '../../comparisons.ts';
import type { FlowOptions } from '../../ports.ts';
import { isOther, type ReviewError, type ReviewPorts } from '../../prepareReview.ts';
import { readMirror } from '../../readMirror.ts';
import { matchingLines } from './matchingLines.ts';
import {
  listRows,
  matchedWith,
  matchingReading,
  noAnswers,
  type MatchAnswers,
  type MatchingReading,
} from './matchingReading.ts';

export interface PayrollMatching {
  /** The account that was compared. */
  readonly owner: BookOwner;
  readonly reading: MatchingReading;
  readonly answers: MatchAnswers;
  readonly matching: Matching;
  readonly findings: readonly Finding[];
}

/** Rows of the list that nothing can be said of, for want of a number of their own. */
function unnumbered(count: number): Finding[] {
  const place = { table: payrollListTable.name };
  return count === 0 ? [] : [{ code: 'listUnnumbered', severity: 'warning', place, facts: { rows: count } }];
}

function doubtfulLinks({ people }: Matching): Finding[] {
  return people.flatMap(({ luccaId, reason, file }): Finding[] =>
    reason === 'linkDoubtful' && file !== null
      ? [
          {
            code: 'linkDoubtful',
            severity: 'warning',
            subject: luccaId,
            place: { table: payrollListTable.name, key: file, column: 'luccaId' },
            facts: { line: file },
          },
        ]
      : [],
  );
}

/** What « Délier » remembers of somebody linked: that the file is not theirs, whatever strong keys they have in common today. */
export function unlinkings({ luccaId, candidates }: PersonMatch): Refusal[] {
  return candidates
    .filter(({ keys }) => keys.includes('link'))
    .map(({ id, keys }) => ({ luccaId, file: id, strong: keys.filter((key) => strongKeys.has(key)) }));
}

/** The same reading under other answers. */
export function answered({ owner, reading, findings }: PayrollMatching, answers: MatchAnswers): PayrollMatching {
  const matching = matchedWith(reading, answers);
  const others = findings.filter(({ code }) => code !== 'linkDoubtful');
  return { owner, reading, answers, matching, findings: [...others, ...doubtfulLinks(matching)] };
}

/** Compares everybody. Writes nothing. Refused as a review is. */
export async function matchPayroll(
  ports: ReviewPorts,
  connection: Connection,
  options: FlowOptions = {},
): Promise<Result<PayrollMatching, ReviewError>> {
  const snapshot = await ports.book.read([...tables, payrollListTable]);
  if (!snapshot.ok) return fail({ from: 'book', error: snapshot.error });
  const own = bookState(snapshot.value);
  const state = { ...own, findings: [...own.findings, ...tableFindings(snapshot.value, [payrollListTable])] };
  if (state.pending) return fail({ from: 'state', code: 'pending', state });
  if (state.findings.some(({ code }) => code === 'tableBroken' || code === 'tableAmbiguous'))
    return fail({ from: 'state', code: 'tables', state });
  if (isOther(state.owner, connection)) return fail({ from: 'state', code: 'otherConnection', state });
  const mirror = await readMirror(ports.service, connection.id, [], options);
  if (!mirror.ok) return fail({ from: 'service', error: mirror.error });
  const reading = matchingReading(snapshot.value, employeeRows(mirror.value));
  const lost = rowsOf(snapshot.value, payrollListTable.name).length - listRows(snapshot.value).length;
  const owner = { connection: connection.id, account: connection.host };
  const first = { owner, reading, answers: noAnswers, matching: { people: [], files: [] }, findings: unnumbered(lost) };
  return ok(answered(first, noAnswers));
}

/** The files of `lines` linked no more, and nothing else: what `passerelle match --unlink` writes. */
export async function unlinkFiles(
  ports: ApplyPorts,
  compared: PayrollMatching,
  lines: ReadonlySet<string>,
  options: FlowOptions = {},
): Promise<Result<ApplyReport, ApplyError>> {
  const refusals = compared.matching.people.flatMap((match) =>
    unlinkings(match).filter(({ file }) => lines.has(file ?? '')),
  );
  const { reading, answers, matching } = answered(compared, { ...noAnswers, refusals });
  const written = matchingLines(reading, answers, matching).filter(
    ({ table, key }) => table === decisionsTable.name || (table === payrollListTable.name && lines.has(key)),
  );
  return applyPlan(ports, written, options, 'matching');
}

/** « Appliquer les rattachements »: sure matches, what was answered, and whose people they are. One plan, undone like any other. */
export async function applyMatching(
  ports: ApplyPorts,
  { owner, reading, answers, matching }: PayrollMatching,
  options: FlowOptions = {},
): Promise<Result<ApplyReport, ApplyError>> {
  const isLinking = matching.people.some(({ file }) => file !== null);
  const known = isLinking ? ownerLines(reading.snapshot, owner) : [];
  return applyPlan(ports, [...matchingLines(reading, answers, matching), ...known], options, 'matching');
}
