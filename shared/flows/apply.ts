/**
 * « Appliquer », « Annuler la dernière mise à jour », « Reprendre » and « Annuler » after a fault: one way of writing a plan.
 * The plan is journalled as open, its lines are written block by block, what was accepted is remembered, and it is closed.
 * Whatever fails on the way, the plan stays open in the workbook: both ways out go through the same lines, which skip what is done.
 */
import { inverse, type PlanKind, type PlanLine } from '../domain/review/plan.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { journalTable, planTable } from '../tables/memoryTables.ts';
import type { TableDeclaration } from '../tables/declaration.ts';
import { tableNamed, tables } from '../tables/tables.ts';
import { acceptanceLines } from './acceptedAccounts.ts';
import type { BookError, BookSnapshot } from './book.ts';
import { isForOther, withOwner } from './bookOwner.ts';
import { bookState, rowsOf, undecidedLines } from './bookState.ts';
import { abandoning, freshLines } from './freshLines.ts';
import type { PlanHeader } from './planHistory.ts';
import { freshId, openingLines, type Filters } from './planRecord.ts';
import type { FlowOptions } from './ports.ts';
import type { Review } from './prepareReview.ts';
import { countOf, decisionOf, type Decisions } from './reviewEntries.ts';
import { writeRecord, writeThrough, type ApplyPorts, type ApplyReport, type Writing } from './writePlan.ts';

export type { ApplyPorts, ApplyReport } from './writePlan.ts';

/**
 * `open` true: part of the plan may be written, the workbook remembers it, and `resume` or `abandon` must follow.
 * `nothing`: there is no plan to write, to resume or to undo. `otherAccount`: the workbook became another account's since the review.
 */
export interface ApplyError {
  readonly code: 'book' | 'pending' | 'nothing' | 'damaged' | 'otherAccount';
  readonly open: boolean;
  readonly error?: BookError;
}

/** What the decisions make of a review: the lines to write, in no choice left open, and how many choices are. */
export function planLines(review: Review, decisions: Decisions): PlanLine[] {
  const chosen = review.entries.flatMap((entry) => {
    const decision = decisionOf(entry, decisions);
    return decision === 'accept' || decision === 'ignore' ? entry.item.lines[decision] : [];
  });
  const lines = [...review.silent, ...chosen];
  if (lines.length === 0) return [];
  return [...lines, ...undecidedLines(review.undecidedHeld, countOf(review, decisions, 'undecided'))];
}

function fromBook(open: boolean, error: BookError): Result<never, ApplyError> {
  return fail({ code: 'book', open, error });
}

/** Ids of the plans that the workbook remembers. */
function knownIds(snapshot: BookSnapshot): string[] {
  return [planTable, journalTable].flatMap(({ name }) => rowsOf(snapshot, name).map(({ key }) => key));
}

function filtersOf(snapshot: BookSnapshot): Filters {
  const filters = Object.entries(snapshot).flatMap(([name, state]) =>
    state.state === 'found' && state.filter !== undefined ? [[name, state.filter] as const] : [],
  );
  return Object.fromEntries(filters);
}

async function begin(
  writing: Writing,
  kind: PlanKind,
  lines: readonly PlanLine[],
  undoes?: string,
): Promise<Result<ApplyReport, ApplyError>> {
  const { before, ports } = writing;
  const { lines: todo, stale } = freshLines(before, lines);
  const held = withOwner(before, todo);
  const at = ports.clock.now();
  const fresh = kind === 'refresh' ? [...held, ...acceptanceLines(before, held, at)] : held;
  const { header, lines: opening } = openingLines(freshId(at, knownIds(before)), kind, at, fresh, {
    filters: filtersOf(before),
    ...(undoes === undefined ? {} : { undoes }),
  });
  const opened = await writeRecord(writing, 'journal', [{ table: planTable, lines: opening }]);
  if (!opened.ok) return fromBook(false, opened.error);
  const written = await writeThrough(writing, header, fresh, fresh, 'done');
  if (!written.ok) return fromBook(true, written.error);
  return ok({ ...written.value, refused: [...stale, ...written.value.refused] });
}

/** The tables of an update, and those that `lines` speak of besides. */
function tablesWith(lines: readonly PlanLine[]): TableDeclaration[] {
  return [...new Set([...tables, ...lines.map(({ table }) => tableNamed(table))])];
}

/** Writes a plan. Lines whose cell changed since the review are sent back and left. */
export async function applyPlan(
  ports: ApplyPorts,
  lines: readonly PlanLine[],
  options: FlowOptions = {},
  kind: Exclude<PlanKind, 'undo'> = 'refresh',
): Promise<Result<ApplyReport, ApplyError>> {
  if (lines.length === 0) return fail({ code: 'nothing', open: false });
  const before = await ports.book.read(tablesWith(lines));
  if (!before.ok) return fromBook(false, before.error);
  if (bookState(before.value).pending) return fail({ code: 'pending', open: true });
  if (isForOther(before.value, lines)) return fail({ code: 'otherAccount', open: false });
  return begin({ ports, options, before: before.value }, kind, lines);
}

interface Recorded {
  readonly header: PlanHeader;
  readonly lines: readonly PlanLine[];
  /** Those of `lines` that were not sent back. */
  readonly written: readonly PlanLine[];
  readonly before: BookSnapshot;
  readonly filters: Filters;
}

/** The snapshot of an update, with the other tables that a plan turns out to speak of. */
async function withTables(ports: ApplyPorts, snapshot: BookSnapshot, lines: readonly PlanLine[]) {
  const others = tablesWith(lines).filter((table) => !tables.includes(table));
  if (others.length === 0) return ok(snapshot);
  const read = await ports.book.read(others);
  return read.ok ? ok({ ...snapshot, ...read.value }) : read;
}

async function recorded(ports: ApplyPorts, which: 'pending' | 'undoable'): Promise<Result<Recorded, ApplyError>> {
  const before = await ports.book.read(tables);
  if (!before.ok) return fromBook(false, before.error);
  const state = bookState(before.value);
  const isDamaged = state.findings.some(({ code }) => code === 'planDamaged' || code === 'openPlanDamaged');
  if (isDamaged) return fail({ code: 'damaged', open: false });
  const plan = state[which];
  if (!plan) return fail({ code: state.pending ? 'pending' : 'nothing', open: state.pending !== null });
  const { header } = plan;
  const [lines, refused] = [plan.lines(), new Set(header.refused)];
  const written = lines.filter((_, index) => !refused.has(index));
  const snapshot = await withTables(ports, before.value, lines);
  if (!snapshot.ok) return fromBook(false, snapshot.error);
  return ok({ header, lines, written, before: snapshot.value, filters: plan.filters() });
}

/** `kind`: of the plan that was taken back. */
export interface UndoReport extends ApplyReport {
  readonly kind: PlanKind;
}

/** Takes the last plan that stands back, by its inverse; again, the one before it. Cells changed since are sent back and left. */
export async function undoLastPlan(
  ports: ApplyPorts,
  options: FlowOptions = {},
): Promise<Result<UndoReport, ApplyError>> {
  const plan = await recorded(ports, 'undoable');
  if (!plan.ok) return plan;
  const { header, written, before } = plan.value;
  const undone = await begin({ ports, options, before }, 'undo', inverse(written), header.id);
  return undone.ok ? ok({ ...undone.value, kind: header.kind }) : undone;
}

/** « Reprendre »: writes what an open plan has not written yet. May be repeated. */
export async function resumePlan(
  ports: ApplyPorts,
  options: FlowOptions = {},
): Promise<Result<ApplyReport, ApplyError>> {
  const plan = await recorded(ports, 'pending');
  if (!plan.ok) return plan;
  const { header, lines, written, before, filters } = plan.value;
  const resumed = await writeThrough({ ports, options, before, filters }, header, lines, written, 'done');
  return resumed.ok ? resumed : fromBook(true, resumed.error);
}

/** « Annuler » after a fault: takes back what an open plan has written. May be repeated. */
export async function abandonPlan(
  ports: ApplyPorts,
  options: FlowOptions = {},
): Promise<Result<ApplyReport, ApplyError>> {
  const plan = await recorded(ports, 'pending');
  if (!plan.ok) return plan;
  const { header, written, before, filters } = plan.value;
  const taken = abandoning(before, inverse(written));
  const lines = withOwner(before, taken, freshLines(before, taken).lines);
  const abandoned = await writeThrough({ ports, options, before, filters }, header, [], lines, 'abandoned');
  return abandoned.ok ? abandoned : fromBook(true, abandoned.error);
}
