/**
 * « Appliquer », « Annuler la dernière mise à jour », « Reprendre » and « Annuler » after a fault: one way of writing a plan.
 * The plan is journalled as open, its lines are written block by block, what was accepted is remembered, and it is closed.
 * Whatever fails on the way, the plan stays open in the workbook: both ways out go through the same lines, which skip what is done.
 */
import { frenchDate, wallClock, type Instant } from '../domain/calendar/plainDate.ts';
import { ledgerCheck } from '../domain/review/checksum.ts';
import { displayed, numberCell, sameValue, textCell, type Cell } from '../domain/review/cell.ts';
import { inverse, type PlanKind, type PlanLine } from '../domain/review/plan.ts';
import type { Decision } from '../domain/review/review.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { dataAsOf, planName, planOutcome } from '../messages/fr/flows.ts';
import { absencesTable } from '../tables/absencesTable.ts';
import { column, type TableDeclaration } from '../tables/declaration.ts';
import { employeesTable } from '../tables/employeesTable.ts';
import { journalTable, planTable } from '../tables/memoryTables.ts';
import { tableNamed, tables } from '../tables/tables.ts';
import type { Book, BookError, BookRow, BookSnapshot, TableChange } from './book.ts';
import { asOfAfter, bookState, journalCells, rowsOf } from './bookState.ts';
import type { Clock, FlowOptions, Step } from './ports.ts';
import {
  forgetting,
  headerChange,
  openingLines,
  rowsOfOtherPlans,
  rowsOfPlan,
  type PlanHeader,
  type PlanState,
} from './planRecord.ts';
import type { Review } from './prepareReview.ts';

export interface ApplyPorts {
  readonly book: Book;
  readonly clock: Clock;
}

export interface ApplyReport {
  readonly added: number;
  readonly changed: number;
  readonly deleted: number;
  /** Lines whose row or cell changed since the review: left as they are. */
  readonly refused: readonly PlanLine[];
}

/**
 * `open` true: part of the plan may be written, the workbook remembers it, and `resume` or `abandon` must follow.
 * `nothing`: there is no plan to write, to resume or to undo.
 */
export interface ApplyError {
  readonly code: 'book' | 'pending' | 'nothing' | 'damaged';
  readonly open: boolean;
  readonly error?: BookError;
}

const ZONE = 'Europe/Paris';
const captioned: readonly TableDeclaration[] = [employeesTable, absencesTable];

/** What the decisions make of a review: the lines to write, in no choice left open. */
export function planLines(review: Review, decisions: ReadonlyMap<string, Decision>): PlanLine[] {
  const chosen = review.entries.flatMap(({ item }) => {
    const decision = decisions.get(item.id) ?? item.decision;
    return decision === 'undecided' ? [] : item.lines[decision];
  });
  return [...review.silent, ...chosen];
}

function asOfCaption(asOf: Instant): string {
  const { date, time } = wallClock(asOf, ZONE);
  return dataAsOf(frenchDate(date), time);
}

function holds(table: TableDeclaration, row: BookRow, cells: Readonly<Record<string, Cell>>): boolean {
  return table.columns.every(({ key, kind }) => {
    const [mine, theirs] = [row.cells[key], cells[key]];
    return !mine || !theirs || sameValue(kind, mine, theirs);
  });
}

/** True when the workbook no longer is what the line was made from. */
function isStale(line: PlanLine, rows: ReadonlyMap<string, BookRow>): boolean {
  const table = tableNamed(line.table);
  const row = rows.get(line.key);
  if (line.operation === 'add') return row !== undefined && !holds(table, row, line.after);
  if (line.operation === 'delete') return row !== undefined && !holds(table, row, line.before);
  const cell = row?.cells[line.column];
  if (!cell) return true;
  const { kind } = column(table, line.column);
  return !sameValue(kind, cell, line.before) && !sameValue(kind, cell, line.after);
}

function placeOf(table: string, line: PlanLine): string {
  return JSON.stringify([table, line.key, line.operation === 'set' ? line.column : '']);
}

/** Lines to leave out because their cell changed, with what would have remembered them. */
function withMemory(refused: readonly PlanLine[], lines: readonly PlanLine[]): Set<PlanLine> {
  const places = new Set(refused.map((line) => placeOf(line.table, line)));
  const out = new Set(refused);
  for (const line of lines) {
    const source = tableNamed(line.table).memoryOf;
    if (source && places.has(placeOf(source, line))) out.add(line);
  }
  return out;
}

function staleLines(snapshot: BookSnapshot, lines: readonly PlanLine[]): PlanLine[] {
  const rows = new Map(tables.map(({ name }) => [name, new Map(rowsOf(snapshot, name).map((row) => [row.key, row]))]));
  return lines.filter((line) => isStale(line, rows.get(line.table) ?? new Map<string, BookRow>()));
}

function changesOf(lines: readonly PlanLine[], isMemory: boolean, asOf: Instant | null | undefined): TableChange[] {
  return tables.flatMap((table): TableChange[] => {
    if ((table.memoryOf !== undefined || table.visibility === 'veryHidden') !== isMemory) return [];
    const own = lines.filter((line) => line.table === table.name);
    const caption = captioned.includes(table) && asOf !== undefined ? { caption: asOf ? asOfCaption(asOf) : '' } : {};
    return own.length > 0 || 'caption' in caption ? [{ table, lines: own, ...caption }] : [];
  });
}

interface Writing {
  readonly ports: ApplyPorts;
  readonly options: FlowOptions;
  /** The workbook before anything of this writing. */
  readonly before: BookSnapshot;
}

async function write(writing: Writing, step: Step, changes: readonly TableChange[], signal = writing.options.signal) {
  const { onProgress } = writing.options;
  return writing.ports.book.write(changes, {
    ...(signal ? { signal } : {}),
    ...(onProgress ? { onProgress: ({ done, total }) => onProgress({ step, done, total }) } : {}),
  });
}

function journalLine(
  snapshot: BookSnapshot,
  header: PlanHeader,
  state: PlanState,
  report: ApplyReport,
  at: Instant,
): PlanLine {
  const { date, time } = wallClock(at, ZONE);
  const id = state === 'abandoned' ? `${header.id}-A` : header.id;
  const cells: Record<string, Cell> = {
    plan: textCell(id),
    at: textCell(`${frenchDate(date)} ${time}`),
    what: textCell(planName(header.kind)),
    outcome: textCell(planOutcome(state)),
    added: numberCell(report.added),
    changed: numberCell(report.changed),
    deleted: numberCell(report.deleted),
  };
  const last = rowsOf(snapshot, journalTable.name).at(-1);
  const row: BookRow = { key: id, index: 0, cells, formulas: [], others: [] };
  const check = ledgerCheck(displayed(last?.cells['check'] ?? textCell('')), journalCells(row));
  return {
    operation: 'add',
    table: journalTable.name,
    key: id.toUpperCase(),
    after: { ...cells, check: textCell(check) },
    reason: 'memory',
  };
}

/**
 * Closes a plan: its line in « Journal », its header, then the rows that nothing needs any more: older plans, or itself when abandoned.
 * Those stood there before: the lines of this plan, which may be millions of characters, are not read back.
 */
async function close(
  writing: Writing,
  header: PlanHeader,
  state: PlanState,
  report: ApplyReport,
  refused: readonly number[],
) {
  const snapshot = await writing.ports.book.read([journalTable]);
  if (!snapshot.ok) return snapshot;
  const closing = [
    { table: journalTable, lines: [journalLine(snapshot.value, header, state, report, writing.ports.clock.now())] },
    { table: planTable, lines: [headerChange(header, { ...header, state, refused })] },
  ];
  const closed = await write(writing, 'remember', closing, undefined);
  if (!closed.ok) return closed;
  // Rows left by a fault here belong to no plan that can be found again; the next closing sweeps them.
  const rows = rowsOf(writing.before, planTable.name);
  const forgotten =
    state === 'done'
      ? rowsOfOtherPlans(rows, header.id)
      : rowsOfPlan(rows, header.id).filter((row) => !row.key.endsWith('/0'));
  if (forgotten.length > 0)
    await write(writing, 'remember', [{ table: planTable, lines: forgetting(forgotten) }], undefined);
  return closed;
}

function count(lines: readonly PlanLine[], refused: readonly PlanLine[]): ApplyReport {
  const visible = lines.filter((line) => tableNamed(line.table).visibility === 'visible');
  const of = (operation: PlanLine['operation']) => visible.filter((line) => line.operation === operation).length;
  return { added: of('add'), changed: of('set'), deleted: of('delete'), refused };
}

/** Writes the lines of an open plan that are not written yet, and closes it. */
async function writeThrough(
  writing: Writing,
  header: PlanHeader,
  recorded: readonly PlanLine[],
  lines: readonly PlanLine[],
  state: PlanState,
): Promise<Result<ApplyReport, ApplyError>> {
  const failed = (error: BookError): Result<ApplyReport, ApplyError> => fail({ code: 'book', open: true, error });
  const asOf = asOfAfter(lines);
  const visible = await write(writing, 'write', changesOf(lines, false, asOf));
  if (!visible.ok) return failed(visible.error);
  const left = withMemory(visible.value.refused, lines);
  const memory = await write(
    writing,
    'remember',
    changesOf(
      lines.filter((line) => !left.has(line)),
      true,
      asOf,
    ),
  );
  if (!memory.ok) return failed(memory.error);
  const all = new Set([...left, ...memory.value.refused]);
  const report = count(
    lines.filter((line) => !all.has(line)),
    visible.value.refused,
  );
  const places = recorded.flatMap((line, index) => (all.has(line) ? [index] : []));
  const closing = await close(writing, header, state, report, [...header.refused, ...places]);
  return closing.ok ? ok(report) : failed(closing.error);
}

async function begin(
  writing: Writing,
  kind: PlanKind,
  lines: readonly PlanLine[],
): Promise<Result<ApplyReport, ApplyError>> {
  const stale = withMemory(staleLines(writing.before, lines), lines);
  const fresh = lines.filter((line) => !stale.has(line));
  const at = writing.ports.clock.now();
  const { header, lines: opening } = openingLines(`P${at.replace(/\D/g, '')}`, kind, at, fresh);
  const opened = await write(writing, 'journal', [{ table: planTable, lines: opening }]);
  if (!opened.ok) return fail({ code: 'book', open: false, error: opened.error });

  const written = await writeThrough(writing, header, fresh, fresh, 'done');
  if (!written.ok) return written;
  const refused = [...stale].filter((line) => tableNamed(line.table).visibility === 'visible');
  return ok({ ...written.value, refused: [...refused, ...written.value.refused] });
}

/** Writes a plan. Lines whose cell changed since the review are sent back and left. */
export async function applyPlan(
  ports: ApplyPorts,
  lines: readonly PlanLine[],
  options: FlowOptions = {},
): Promise<Result<ApplyReport, ApplyError>> {
  if (lines.length === 0) return fail({ code: 'nothing', open: false });
  const before = await ports.book.read(tables);
  if (!before.ok) return fail({ code: 'book', open: false, error: before.error });
  if (bookState(before.value).pending) return fail({ code: 'pending', open: true });
  return begin({ ports, options, before: before.value }, 'refresh', lines);
}

interface Recorded {
  readonly header: PlanHeader;
  readonly lines: readonly PlanLine[];
  /** Those of `lines` that were not sent back. */
  readonly written: readonly PlanLine[];
  readonly before: BookSnapshot;
}

async function recorded(ports: ApplyPorts, which: 'pending' | 'undoable'): Promise<Result<Recorded, ApplyError>> {
  const before = await ports.book.read(tables);
  if (!before.ok) return fail({ code: 'book', open: false, error: before.error });
  const state = bookState(before.value);
  if (state.findings.some(({ code }) => code === 'planDamaged')) return fail({ code: 'damaged', open: false });
  const plan = state[which];
  if (!plan) return fail({ code: state.pending ? 'pending' : 'nothing', open: state.pending !== null });
  const { header } = plan;
  const [lines, refused] = [plan.lines(), new Set(header.refused)];
  return ok({ header, lines, written: lines.filter((_, index) => !refused.has(index)), before: before.value });
}

/** Takes the last plan back, by its inverse. Cells changed since are sent back and left. */
export async function undoLastPlan(
  ports: ApplyPorts,
  options: FlowOptions = {},
): Promise<Result<ApplyReport, ApplyError>> {
  const plan = await recorded(ports, 'undoable');
  if (!plan.ok) return plan;
  const { written, before } = plan.value;
  return begin({ ports, options, before }, 'undo', inverse(written));
}

/** « Reprendre »: writes what an open plan has not written yet. May be repeated. */
export async function resumePlan(
  ports: ApplyPorts,
  options: FlowOptions = {},
): Promise<Result<ApplyReport, ApplyError>> {
  const plan = await recorded(ports, 'pending');
  if (!plan.ok) return plan;
  const { header, lines, written, before } = plan.value;
  return writeThrough({ ports, options, before }, header, lines, written, 'done');
}

/** « Annuler » after a fault: takes back what an open plan has written. May be repeated. */
export async function abandonPlan(
  ports: ApplyPorts,
  options: FlowOptions = {},
): Promise<Result<ApplyReport, ApplyError>> {
  const plan = await recorded(ports, 'pending');
  if (!plan.ok) return plan;
  const { header, written, before } = plan.value;
  return writeThrough({ ports, options, before }, header, [], inverse(written), 'abandoned');
}
