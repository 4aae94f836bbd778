/** « Préparer les feuilles »: what an accountant fills for working time is made, and brought what Lucca knows. */
import type { LeaveAccount } from '../../contracts/voucherSchemas.ts';
import type { Finding } from '../../domain/finding.ts';
import { blank, canonical, textCell } from '../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../domain/review/plan.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { rowKey, type TableDeclaration } from '../../tables/declaration.ts';
import { sourceTables } from '../../tables/tables.ts';
import { establishmentsTable } from '../../tables/establishmentsTable.ts';
import { planningsTable } from '../../tables/planningsTable.ts';
import { absenceTreatmentsTable } from '../../tables/worktime/absenceTreatmentsTable.ts';
import { assimilationLabels } from '../../tables/worktime/timeRulesTable.ts';
import { typedWorktimeTables } from '../../tables/worktime/worktimeTables.ts';
import { applyPlan, type ApplyError, type ApplyReport } from '../apply.ts';
import type { BookError, BookRow, BookSnapshot } from '../book.ts';
import { bookState, rowsOf, tableFindings } from '../bookState.ts';
import type { MirrorError } from '../mirrorPages.ts';
import { newTables } from '../newTables.ts';
import type { FlowOptions } from '../ports.ts';
import { isOther } from '../prepareReview.ts';
import { readWorktimeFacts } from '../readWorktimeFacts.ts';
import { establishmentLines } from '../vouchers/luccaRows.ts';
import { withLines, writable } from '../vouchers/preparation.ts';
import { proposalOf } from './leaveProposals.ts';
import { stateLines } from './stateLines.ts';
import { worktimeBook } from './worktimeBook.ts';
import type { WorktimePorts, WorktimeRequest } from './worktimeReading.ts';

export interface TimeSheetsReport extends ApplyReport {
  /** Tables that were not there. */
  readonly created: readonly TableDeclaration[];
}

/** `notRead`: nothing was read in Lucca yet. `otherAccount`: the workbook comes from `account`. `tables`: one of them cannot be read as it stands. */
export type TimeSheetsError =
  | { readonly code: 'book'; readonly error: BookError }
  | { readonly code: 'service'; readonly error: MirrorError }
  | { readonly code: 'apply'; readonly error: ApplyError }
  | { readonly code: 'pending' }
  | { readonly code: 'notRead' }
  | { readonly code: 'otherAccount'; readonly account: string }
  | { readonly code: 'tables'; readonly findings: readonly Finding[] };

/** Everything that people fill, with what titres-restaurant share. */
const typedTables: readonly TableDeclaration[] = [establishmentsTable, planningsTable, ...typedWorktimeTables];

function refusal(
  snapshot: BookSnapshot,
  { connection }: Pick<WorktimeRequest, 'connection'>,
): TimeSheetsError | undefined {
  const { pending, owner } = bookState(snapshot);
  if (pending) return { code: 'pending' };
  const findings = tableFindings(snapshot, sourceTables);
  if (findings.length > 0) return { code: 'tables', findings };
  if (isOther(owner, connection)) return { code: 'otherAccount', account: owner?.account ?? '' };
  return connection.mirror ? undefined : { code: 'notRead' };
}

function treatmentRow({ id, name }: LeaveAccount): RowCells {
  const { assimilation, from, counts } = proposalOf(name);
  return {
    id: textCell(id),
    name: textCell(name),
    assimilation: assimilation ? textCell(assimilationLabels[assimilation]) : blank,
    from: from ? { date: from } : blank,
    counts: counts ? blank : textCell('non'),
  };
}

/** The accounts of absence that no row speaks of, by number or by name, how they count proposed from their name. */
function treatmentLines(rows: readonly BookRow[], accounts: readonly LeaveAccount[]): PlanLine[] {
  const text = (row: BookRow, key: string) => canonical('text', row.cells[key] ?? blank);
  const ids = new Set(rows.map((row) => text(row, 'id')));
  const named = new Set(rows.filter((row) => text(row, 'id') === '').map((row) => text(row, 'name')));
  const missing = accounts.filter(
    ({ id, name }) => !ids.has(canonical('text', textCell(id))) && !named.has(canonical('text', textCell(name))),
  );
  return missing.map((account) => {
    const after = treatmentRow(account);
    const { name } = absenceTreatmentsTable;
    return { operation: 'add', table: name, key: rowKey(absenceTreatmentsTable, after), after, reason: 'arrival' };
  });
}

/** Workbook with its sheets, or why they cannot be made. */
export async function withTimeTables(
  ports: WorktimePorts,
  request: Pick<WorktimeRequest, 'connection'>,
  options: FlowOptions,
): Promise<
  Result<{ readonly snapshot: BookSnapshot; readonly created: readonly TableDeclaration[] }, TimeSheetsError>
> {
  const before = await ports.book.read(sourceTables);
  if (!before.ok) return fail({ code: 'book', error: before.error });
  const refused = refusal(before.value, request);
  if (refused) return fail(refused);
  const made = await newTables(ports.book, before.value, typedTables, options);
  return made.ok ? made : fail({ code: 'book', error: made.error });
}

/**
 * Makes the sheets where they are absent, and brings what Lucca knows: establishments, accounts of absence with the way they most often
 * count; « État », « À corriger » and « Lecture » as they are read. What a person typed is never touched; a second call writes nothing. Undone like an
 * update, the empty sheets staying.
 */
export async function prepareTimeSheets(
  ports: WorktimePorts,
  request: Pick<WorktimeRequest, 'connection'>,
  options: FlowOptions = {},
): Promise<Result<TimeSheetsReport, TimeSheetsError>> {
  const tables = await withTimeTables(ports, request, options);
  if (!tables.ok) return tables;
  const { snapshot, created } = tables.value;
  const mirror = await readWorktimeFacts(ports.service, request.connection.id, [], options);
  if (!mirror.ok) return fail({ code: 'service', error: mirror.error });
  const establishments = snapshot[establishmentsTable.name];
  const brought = [
    ...(establishments?.state === 'found' ? establishmentLines(establishments, mirror.value.contracts) : []),
    ...treatmentLines(rowsOf(snapshot, absenceTreatmentsTable.name), mirror.value.accounts),
  ];
  const states = stateLines(snapshot, worktimeBook(withLines(snapshot, brought), mirror.value));
  const lines = writable(snapshot, [...brought, ...states]);
  if (lines.length === 0) return ok({ created, added: 0, changed: 0, deleted: 0, refused: [] });
  const report = await applyPlan(ports, lines, options, 'worktime');
  return report.ok ? ok({ created, ...report.value }) : fail({ code: 'apply', error: report.error });
}
