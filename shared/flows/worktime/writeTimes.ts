/** Writing a computation: the rows of its month are made the same in every sheet of results, the others are left. */
import type { PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { PlanLine, RowCells } from '../../domain/review/plan.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { TableDeclaration } from '../../tables/declaration.ts';
import { controlsTable } from '../../tables/worktime/controlsTable.ts';
import { countersTable } from '../../tables/worktime/countersTable.ts';
import { movementsTable } from '../../tables/worktime/movementsTable.ts';
import { timeBalancesTable } from '../../tables/worktime/timeBalancesTable.ts';
import { timeRegulationsTable } from '../../tables/worktime/timeRegulationsTable.ts';
import { timeRulesTable } from '../../tables/worktime/timeRulesTable.ts';
import { applyPlan, type ApplyError, type ApplyPorts, type ApplyReport } from '../apply.ts';
import type { BookRow, BookSnapshot } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import { MOST_ROWS, withRoom } from '../longTable.ts';
import type { FlowOptions } from '../ports.ts';
import { writable } from '../vouchers/preparation.ts';
import { replacing } from '../replacing.ts';
import { textOf } from '../vouchers/regulationReadings.ts';
import type { WorktimeComputation } from './computeTimes.ts';
import { balanceRows, controlRows, counterRows, movementRows } from './resultRows.ts';
import { stateLines } from './stateLines.ts';
import { luccaIdOf, type WorktimeBook } from './worktimeBook.ts';

export interface WrittenTimes extends ApplyReport {
  /** Rows that no sheet has room for, by table. */
  readonly leftOut: number;
}

const nothing: ApplyReport = { added: 0, changed: 0, deleted: 0, refused: [] };
const ofMonth = (month: PlainMonth) => (row: BookRow) => textOf(row, 'month') === month;

/** Writes « État », « À corriger » and « Lecture » as they were read: also when nothing could be computed with them. */
export async function writeTimeStates(
  ports: ApplyPorts,
  book: WorktimeBook,
  options: FlowOptions = {},
): Promise<Result<ApplyReport, ApplyError>> {
  const snapshot = await ports.book.read([timeRegulationsTable, timeRulesTable]);
  if (!snapshot.ok) return fail({ code: 'book', open: false, error: snapshot.error });
  const lines = writable(snapshot.value, stateLines(snapshot.value, book));
  return lines.length === 0 ? ok(nothing) : applyPlan(ports, lines, options, 'worktime');
}

/** The lines that make a sheet of results say a month; a month that has no room there leaves none of its rows. */
function resultLines(snapshot: BookSnapshot, table: TableDeclaration, rows: readonly RowCells[], month: PlainMonth) {
  const held = rowsOf(snapshot, table.name);
  const kept = rows.length <= MOST_ROWS ? rows : [];
  const lines: PlanLine[] = replacing(table, held, kept, withRoom(held, ofMonth(month), MOST_ROWS - kept.length));
  return { lines, left: rows.length - kept.length };
}

/** Writes the computation and the states of its regulations. Nothing to change → an empty report. */
export async function writeTimes(
  ports: ApplyPorts,
  computation: WorktimeComputation,
  options: FlowOptions = {},
): Promise<Result<WrittenTimes, ApplyError>> {
  const results = [
    [timeBalancesTable, balanceRows(computation)],
    [countersTable, counterRows(computation)],
    [movementsTable, movementRows(computation)],
    [controlsTable, controlRows(computation, luccaIdOf)],
  ] as const;
  const snapshot = await ports.book.read([timeRegulationsTable, timeRulesTable, ...results.map(([table]) => table)]);
  if (!snapshot.ok) return fail({ code: 'book', open: false, error: snapshot.error });
  const parts = results.map(([table, rows]) => resultLines(snapshot.value, table, rows, computation.month));
  const lines = [
    ...writable(snapshot.value, stateLines(snapshot.value, computation.book)),
    ...parts.flatMap((part) => part.lines),
  ];
  const leftOut = parts.reduce((total, { left }) => total + left, 0);
  const report = lines.length === 0 ? ok(nothing) : await applyPlan(ports, lines, options, 'worktime');
  return report.ok ? ok({ ...report.value, leftOut }) : report;
}
