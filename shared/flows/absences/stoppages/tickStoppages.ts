/** « Saisi en paie » and « Transmis », ticked or taken off from the pane: one plan, undone like an update. */
import { blank, textCell, type Cell } from '../../../domain/review/cell.ts';
import { isSameStoppage } from '../../../domain/absences/stoppageDates.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { PlanLine, RowCells } from '../../../domain/review/plan.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { readStoppageRows, type StoppageRow } from '../../../tables/absences/readStoppages.ts';
import { readSupportRows, type SupportRow } from '../../../tables/absences/readSupport.ts';
import { stoppageText } from '../../../tables/absences/stoppageText.ts';
import { stoppagesTable, stoppageStates } from '../../../tables/absences/stoppagesTable.ts';
import { supportTable, supportStates } from '../../../tables/absences/supportTable.ts';
import { applyPlan, type ApplyError, type ApplyPorts, type ApplyReport } from '../../apply.ts';
import type { BookRow, BookSnapshot } from '../../book.ts';
import { rowsOf, tableFindings } from '../../bookState.ts';
import type { FlowOptions } from '../../ports.ts';
import { replacing } from '../../replacing.ts';
import { stamp } from '../../stamp.ts';

/** Keys of entries of `readStoppages`. `isTicked` false: the tick is taken off, « non ». */
export interface TickRequest {
  readonly stoppages?: readonly string[];
  readonly support?: readonly string[];
  readonly isTicked: boolean;
}

/** `unsound`: a sheet cannot be read. `unknown`: a row is no longer there, or cannot be read: nothing is written. */
export type TickError =
  | ApplyError
  | { readonly code: 'unsound'; readonly open: false; readonly findings: readonly Finding[] }
  | { readonly code: 'unknown'; readonly open: false };

const tickCell = (isTicked: boolean) => textCell(isTicked ? 'oui' : 'non');

/**
 * Ticked: payroll holds what the line says now; of one that Lucca has no more, what it said. Taken off: payroll holds nothing of it, and one that Lucca
 * has no more goes.
 */
function tickedStoppage({ held }: StoppageRow, { cells }: BookRow, isTicked: boolean, at: Cell): RowCells | undefined {
  const { isInLucca, shown, typedAs } = held;
  const tick = { ...cells, typed: tickCell(isTicked) };
  if (!isTicked)
    return isInLucca
      ? { ...tick, typedAt: blank, typedAs: blank, state: textCell(stoppageStates.toType), remark: blank }
      : undefined;
  const now = isInLucca ? shown : (typedAs ?? shown);
  if (held.tick === 'yes' && typedAs && isSameStoppage(typedAs, now)) return cells;
  const ticked = { ...tick, typedAt: at, typedAs: textCell(stoppageText(now)) };
  return isInLucca ? { ...ticked, state: textCell(stoppageStates.typed), remark: blank } : ticked;
}

function tickedSupport({ isSent }: SupportRow, { cells }: BookRow, isTicked: boolean, at: Cell): RowCells {
  if (isSent && isTicked) return cells;
  const state = textCell(isTicked ? supportStates.sent : supportStates.waiting);
  return { ...cells, sent: tickCell(isTicked), sentAt: isTicked ? at : blank, state };
}

interface Asked {
  readonly stoppages: readonly StoppageRow[];
  readonly support: readonly SupportRow[];
  /** Rows that wait for support and whose line is now settled. */
  readonly settled: ReadonlySet<string>;
}

function askedIn(snapshot: BookSnapshot, request: TickRequest): Asked | undefined {
  const [lines, rows] = [new Set(request.stoppages), new Set(request.support)];
  const read = readStoppageRows(snapshot[stoppagesTable.name]).value.rows;
  const support = readSupportRows(snapshot[supportTable.name]).value;
  const stoppages = read.filter(({ rowKey }) => lines.has(rowKey));
  const own = support.filter(({ rowKey }) => rows.has(rowKey));
  if (stoppages.length < lines.size || own.length < rows.size) return undefined;
  const isSettled = ({ held }: StoppageRow) => held.isInLucca || !request.isTicked;
  const settled = new Set(stoppages.filter(isSettled).map(({ rowKey }) => rowKey));
  const idle = support.filter((row) => !row.isSent && settled.has(row.stoppage));
  return { stoppages, support: own, settled: new Set(idle.map(({ rowKey }) => rowKey)) };
}

function tickLines(snapshot: BookSnapshot, { stoppages, support, settled }: Asked, isTicked: boolean, at: Cell) {
  const [lineRows, supportRows] = [stoppagesTable, supportTable].map(({ name }) => rowsOf(snapshot, name));
  const rowOf = (rows: readonly BookRow[] | undefined, key: string) => rows?.find((row) => row.key === key);
  const lines = stoppages.flatMap((line): RowCells[] => {
    const row = rowOf(lineRows, line.rowKey);
    const cells = row && tickedStoppage(line, row, isTicked, at);
    return cells ? [cells] : [];
  });
  const handed = support.flatMap((each): RowCells[] => {
    const row = rowOf(supportRows, each.rowKey);
    return row ? [tickedSupport(each, row, isTicked, at)] : [];
  });
  const own = new Set(stoppages.map(({ rowKey }) => rowKey));
  return [
    ...replacing(stoppagesTable, lineRows ?? [], lines, ({ key }) => own.has(key)),
    ...replacing(supportTable, supportRows ?? [], handed, ({ key }) => settled.has(key)),
  ];
}

/** Ticks or unticks rows. One that is ticked already, for what it says now, stays as it is. */
export async function tickStoppages(
  ports: ApplyPorts,
  request: TickRequest,
  options: FlowOptions = {},
): Promise<Result<ApplyReport, TickError>> {
  const tables = [stoppagesTable, supportTable];
  const read = await ports.book.read(tables);
  if (!read.ok) return fail({ code: 'book', open: false, error: read.error });
  const findings = tableFindings(read.value, tables);
  if (findings.length > 0) return fail({ code: 'unsound', open: false, findings });
  const asked = askedIn(read.value, request);
  if (!asked) return fail({ code: 'unknown', open: false });
  const lines: PlanLine[] = tickLines(read.value, asked, request.isTicked, stamp(ports.clock.now()));
  if (lines.length === 0) return ok({ added: 0, changed: 0, deleted: 0, refused: [] });
  return applyPlan(ports, lines, options, 'stoppages');
}
