/** Writing the rows of a month in one of its sheets, as one plan with one undo. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { PlanKind, PlanLine, RowCells } from '../../../domain/review/plan.ts';
import { ok, type Result } from '../../../domain/result.ts';
import type { TableDeclaration } from '../../../tables/declaration.ts';
import { applyPlan, type ApplyError, type ApplyPorts, type ApplyReport } from '../../apply.ts';
import type { BookRow, BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { MOST_ROWS, withRoom } from '../../longTable.ts';
import type { FlowOptions } from '../../ports.ts';
import { replacing } from '../../replacing.ts';
import { writable } from '../../vouchers/preparation.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';

/** `isKept`: rows of other months stay. */
interface MonthRows {
  readonly table: TableDeclaration;
  readonly rows: readonly RowCells[];
  readonly isKept: boolean;
}

/** The lines that make the sheet say the month. */
function monthLines(snapshot: BookSnapshot, month: PlainMonth, { table, rows, isKept }: MonthRows): PlanLine[] {
  const held = rowsOf(snapshot, table.name);
  const isOurs = (row: BookRow) => !isKept || textOf(row, 'month') === month;
  return writable(snapshot, replacing(table, held, rows, withRoom(held, isOurs, MOST_ROWS - rows.length)));
}

/** What is written of a month. `snapshot`: what it was computed from, so that what a person typed meanwhile is left. `more`: lines written with it. */
export interface MonthPlan {
  readonly kind: Exclude<PlanKind, 'undo'>;
  readonly month: PlainMonth;
  readonly snapshot: BookSnapshot;
  readonly sheets: readonly MonthRows[];
  readonly more?: readonly PlanLine[];
}

const nothing: ApplyReport = { added: 0, changed: 0, deleted: 0, refused: [] };

/** Makes the sheets say the month. Nothing to change → an empty report. */
export async function writeMonth(
  ports: ApplyPorts,
  { kind, month, snapshot, sheets, more = [] }: MonthPlan,
  options: FlowOptions = {},
): Promise<Result<ApplyReport, ApplyError>> {
  const lines = [...more, ...sheets.flatMap((sheet) => monthLines(snapshot, month, sheet))];
  return lines.length === 0 ? ok(nothing) : applyPlan(ports, lines, options, kind);
}
