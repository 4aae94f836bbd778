/** What payroll did of an import, line by line: each deletion made, each absence it refuses. The register follows at once. */
import { blank, textCell, type Cell } from '../../../domain/review/cell.ts';
import type { PlanLine } from '../../../domain/review/plan.ts';
import { ok, type Result } from '../../../domain/result.ts';
import { absenceSettingsTable } from '../../../tables/absences/absenceRegisterTable.ts';
import { importLinesTable } from '../../../tables/absences/importsTable.ts';
import type { RecordedImport } from '../../../tables/absences/readTransferRegister.ts';
import { applyPlan, type ApplyPorts } from '../../apply.ts';
import type { BookRow } from '../../book.ts';
import { setCells } from '../../replacing.ts';
import { stamp } from '../../stamp.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import {
  heldTransfer,
  importIn,
  isApplied,
  isAsPrepared,
  isClosed,
  isDeletion,
  isFollowed,
  isOfRun,
  isTicked,
  refused,
  type HeldTransfer,
  type TransferError,
  type TransferOptions,
  type TransferReport,
} from './heldTransfer.ts';
import { registerLines, type RegisterMove } from './transferRows.ts';

const YES = textCell('oui');
const NO = textCell('non');

/** The run that brought what a line takes back, with its payroll month; a line to import brings it itself. */
function originOf({ register }: HeldTransfer, own: RecordedImport, row: BookRow): RegisterMove['origin'] {
  const run = textOf(row, 'corrects');
  if (run === '') return { run: own.number, month: own.month };
  const month = register.imports.find(({ number }) => number === run)?.month;
  return { run, month: month ?? own.month };
}

/** What applying a line, or taking it back, does to the register. */
export function moveOf(held: HeldTransfer, own: RecordedImport, row: BookRow, isDone: boolean): RegisterMove {
  const sign = isDeletion(row) === isDone ? 'takenBack' : 'taken';
  return { row, sign, run: own.number, month: own.month, origin: originOf(held, own, row) };
}

function tickCells(row: BookRow, isDone: boolean, by: string, at: Cell): Readonly<Record<string, Cell>> {
  if (isDone) return { done: YES, doneAt: at, doneBy: textCell(by) };
  return { done: isDeletion(row) ? blank : NO, doneAt: blank, doneBy: blank };
}

/** The lines that apply `rows`, or take them back: their ticks, and the register. */
export function appliedLines(
  held: HeldTransfer,
  own: RecordedImport,
  rows: readonly BookRow[],
  { isDone, by, at }: { readonly isDone: boolean; readonly by: string; readonly at: Cell },
): PlanLine[] {
  const changed = rows.filter((row) => isApplied(row) !== isDone);
  const moves = changed.map((row) => moveOf(held, own, row, isDone));
  return [
    ...changed.flatMap((row) => setCells(importLinesTable, row, tickCells(row, isDone, by, at))),
    ...registerLines(moves, held.register.last, held.rows(absenceSettingsTable)),
  ];
}

/** Lines to import of a run that waits: refused, or taken when it is confirmed. Nothing is in the register yet. */
function choiceLines(rows: readonly BookRow[], isTaken: boolean): PlanLine[] {
  return rows.flatMap((row) => setCells(importLinesTable, row, { done: isTaken ? blank : NO }));
}

async function written(
  ports: ApplyPorts,
  own: RecordedImport,
  plan: readonly PlanLine[],
  options: TransferOptions,
): Promise<Result<TransferReport, TransferError>> {
  const nothing = { added: 0, changed: 0, deleted: 0, refused: [] };
  if (plan.length === 0) return ok({ ...nothing, number: own.number, receipt: null });
  const report = await applyPlan(ports, plan, options, 'absenceTransfer');
  return report.ok ? ok({ ...report.value, number: own.number, receipt: null }) : report;
}

export interface TickRequest {
  /** Number of the import. */
  readonly run: string;
  /** Identifiers of lines. */
  readonly lines: readonly string[];
  readonly isDone: boolean;
}

/**
 * Ticks lines, or takes their ticks back, until the month is closed and as long as no later import stands on them. A deletion leaves the register
 * at once; an absence to import only says, before its import is confirmed, whether payroll takes it.
 */
export async function tickLines(
  ports: ApplyPorts,
  { run, lines, isDone }: TickRequest,
  options: TransferOptions = {},
): Promise<Result<TransferReport, TransferError>> {
  const read = await heldTransfer(ports);
  if (!read.ok) return read;
  const held = read.value;
  const states = isDone
    ? (['prepared', 'confirmed'] as const)
    : (['prepared', 'confirmed', 'abandoned', 'cancelled'] as const);
  const own = importIn(held.register, run, states);
  if (!own) return refused('unknown');
  if (isClosed(held.register, own.month)) return refused('closed');
  if (isFollowed(held, own.number)) return refused('notLast');
  if (!isAsPrepared(held, own.number)) return refused('edited');
  const asked = new Set(lines);
  const rows = held.rows(importLinesTable).filter((row) => isOfRun(own.number)(row) && asked.has(row.key));
  const waits = (row: BookRow) => own.state === 'prepared' && !isDeletion(row);
  const about = { isDone, by: options.by ?? '', at: stamp(ports.clock.now()) };
  const plan = [
    ...choiceLines(rows.filter(waits), isDone),
    ...appliedLines(
      held,
      own,
      rows.filter((row) => !waits(row)),
      about,
    ),
  ];
  return written(ports, own, plan, options);
}

/** Deletions that a person ticked in the sheet itself: they leave the register as those ticked in the pane. */
export async function adoptTyped(
  ports: ApplyPorts,
  options: TransferOptions = {},
): Promise<Result<TransferReport | null, TransferError>> {
  const read = await heldTransfer(ports);
  if (!read.ok) return read;
  const held = read.value;
  const own = held.register.prepared;
  if (!own) return ok(null);
  const isTyped = (row: BookRow) => isOfRun(own.number)(row) && isDeletion(row) && isTicked(row) && !isApplied(row);
  const rows = held.rows(importLinesTable).filter(isTyped);
  if (rows.length === 0) return ok(null);
  if (!isAsPrepared(held, own.number)) return refused('edited');
  const about = { isDone: true, by: options.by ?? '', at: stamp(ports.clock.now()) };
  return written(ports, own, appliedLines(held, own, rows, about), options);
}
