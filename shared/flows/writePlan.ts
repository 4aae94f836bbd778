/**
 * Writing the lines of an open plan: what people see, block by block, then what remembers it; then the plan is closed.
 * Whatever fails on the way, the plan stays open in the workbook.
 */
import { frenchDate, wallClock, type Instant } from '../domain/calendar/plainDate.ts';
import { ledgerCheck } from '../domain/review/checksum.ts';
import { displayed, numberCell, textCell, type Cell } from '../domain/review/cell.ts';
import type { PlanLine } from '../domain/review/plan.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { dataAsOf, planName, planOutcome } from '../messages/fr/flows.ts';
import { absencesTable } from '../tables/absencesTable.ts';
import type { TableDeclaration } from '../tables/declaration.ts';
import { employeesTable } from '../tables/employeesTable.ts';
import { journalTable, planTable } from '../tables/memoryTables.ts';
import { everyTable, tableNamed } from '../tables/tables.ts';
import type { Book, BookError, BookRow, BookSnapshot, TableChange, WriteReport } from './book.ts';
import { asOfAfter, journalCells, rowsOf } from './bookState.ts';
import { withMemory } from './freshLines.ts';
import { stepsBack, type BareHeader, type PlanHeader, type PlanState } from './planHistory.ts';
import { forgetting, headerChange, headersIn, rowsNotNeeded, rowsOfPlan, type Filters } from './planRecord.ts';
import type { Clock, FlowOptions, Step } from './ports.ts';

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

export interface Writing {
  readonly ports: ApplyPorts;
  readonly options: FlowOptions;
  /** The workbook before anything of this writing. */
  readonly before: BookSnapshot;
  /** Those that the same plan, cut short, may have lost. */
  readonly filters?: Filters;
}

const ZONE = 'Europe/Paris';
const captioned: readonly TableDeclaration[] = [employeesTable, absencesTable];

function asOfCaption(asOf: Instant): string {
  const { date, time } = wallClock(asOf, ZONE);
  return dataAsOf(frenchDate(date), time);
}

function changesOf(
  lines: readonly PlanLine[],
  isMemory: boolean,
  asOf: Instant | null | undefined,
  filters: Filters = {},
): TableChange[] {
  return everyTable.flatMap((table): TableChange[] => {
    if ((table.memoryOf !== undefined || table.visibility === 'veryHidden') !== isMemory) return [];
    const own = lines.filter((line) => line.table === table.name);
    const caption = captioned.includes(table) && asOf !== undefined ? { caption: asOf ? asOfCaption(asOf) : '' } : {};
    const filter = filters[table.name];
    const lost = filter === undefined ? {} : { filter };
    return own.length > 0 || 'caption' in caption ? [{ table, lines: own, ...caption, ...lost }] : [];
  });
}

/** Writes `changes` under the name of a step. */
export async function write(
  writing: Writing,
  step: Step,
  changes: readonly TableChange[],
  signal = writing.options.signal,
) {
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

/** Somebody else changed the memory of the plan meanwhile: what was written there is not what was meant. */
function moved({ refused }: WriteReport): BookError | undefined {
  const isPlan = refused.some(({ table }) => table === planTable.name);
  return isPlan ? { code: 'hostRefused', facts: { reason: 'moving' } } : undefined;
}

/** Writes rows of the hidden journal; those that are sent back are a failure: a plan is remembered whole or not at all. */
export async function writeRecord(
  writing: Writing,
  step: Step,
  changes: readonly TableChange[],
  signal = writing.options.signal,
): Promise<Result<WriteReport, BookError>> {
  const result = await write(writing, step, changes, signal);
  const error = result.ok ? moved(result.value) : undefined;
  return error ? fail(error) : result;
}

/** Plans that are remembered once `done` is: itself, and those before it that can still be taken back. */
function keptWith(done: PlanHeader, rows: readonly BookRow[]): BareHeader[] {
  const others = headersIn(rows).filter((header) => header?.id !== done.id);
  return [done, ...stepsBack([...others, done])];
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
    { table: planTable, lines: headerChange(header, { ...header, state, refused }) },
  ];
  const closed = await writeRecord(writing, 'remember', closing, undefined);
  if (!closed.ok) return closed;
  // Rows left by a fault here belong to no plan that can be found again; the next closing sweeps them.
  const rows = rowsOf(writing.before, planTable.name);
  const forgotten =
    state === 'done'
      ? rowsNotNeeded(rows, keptWith({ ...header, state }, rows))
      : rowsOfPlan(rows, header.id).filter((row) => !row.key.endsWith('/0'));
  if (forgotten.length > 0)
    await write(writing, 'remember', [{ table: planTable, lines: forgetting(forgotten) }], undefined);
  return closed;
}

function count(lines: readonly PlanLine[], refused: readonly PlanLine[]): ApplyReport {
  // Cells that only follow others were not what the person decided.
  const visible = lines.filter((line) => tableNamed(line.table).visibility === 'visible' && line.reason !== 'echo');
  const of = (operation: PlanLine['operation']) => visible.filter((line) => line.operation === operation).length;
  return { added: of('add'), changed: of('set'), deleted: of('delete'), refused };
}

/** Writes the lines of an open plan that are not written yet, and closes it. */
export async function writeThrough(
  writing: Writing,
  header: PlanHeader,
  recorded: readonly PlanLine[],
  lines: readonly PlanLine[],
  state: PlanState,
): Promise<Result<ApplyReport, BookError>> {
  const asOf = asOfAfter(lines);
  const visible = await write(writing, 'write', changesOf(lines, false, asOf, writing.filters));
  if (!visible.ok) return visible;
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
  if (!memory.ok) return memory;
  const all = new Set([...left, ...memory.value.refused]);
  const report = count(
    lines.filter((line) => !all.has(line)),
    visible.value.refused,
  );
  const places = recorded.flatMap((line, index) => (all.has(line) ? [index] : []));
  const closing = await close(writing, header, state, report, [...header.refused, ...places]);
  return closing.ok ? ok(report) : closing;
}
