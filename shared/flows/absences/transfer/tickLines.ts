/** What payroll did of an import, line by line: each deletion made, each absence it refuses. The register follows at once. */
import { blank, textCell, type Cell } from '../../../domain/review/cell.ts';
import type { PlanLine } from '../../../domain/review/plan.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { absenceSettingsTable } from '../../../tables/absences/absenceRegisterTable.ts';
import { importLinesTable } from '../../../tables/absences/importsTable.ts';
import type { RecordedImport } from '../../../tables/absences/readImports.ts';
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
  isRefused,
  isTicked,
  refused,
  tickFindings,
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

/** A line that payroll does, or undoes. */
export interface LineChange {
  readonly row: BookRow;
  readonly isDone: boolean;
}

/** The lines that write `changes`: ticks, and the register. */
export function appliedLines(
  held: HeldTransfer,
  own: RecordedImport,
  changes: readonly LineChange[],
  { by, at }: { readonly by: string; readonly at: Cell },
): PlanLine[] {
  const fresh = changes.filter(({ row, isDone }) => isApplied(held.register, row) !== isDone);
  const moves = fresh.map(({ row, isDone }) => moveOf(held, own, row, isDone));
  return [
    ...fresh.flatMap(({ row, isDone }) => setCells(importLinesTable, row, tickCells(row, isDone, by, at))),
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
  if (rows.length < asked.size) return refused('unknown');
  const waits = (row: BookRow) => own.state === 'prepared' && !isDeletion(row);
  const about = { by: options.by ?? '', at: stamp(ports.clock.now()) };
  const settled = rows.filter((row) => !waits(row)).map((row) => ({ row, isDone }));
  const plan = [...choiceLines(rows.filter(waits), isDone), ...appliedLines(held, own, settled, about)];
  return written(ports, own, plan, options);
}

/** What « Fait en paie » asks against what the register holds. */
function typedChanges({ register }: HeldTransfer, own: RecordedImport, rows: readonly BookRow[]): LineChange[] {
  return rows.flatMap((row): LineChange[] => {
    const isDone = isApplied(register, row);
    const isSettled = isDeletion(row) || own.state === 'confirmed';
    if (!isDone && isSettled && isTicked(row)) return [{ row, isDone: true }];
    const isUndone = isDone && (isDeletion(row) ? !isTicked(row) : isRefused(row));
    return isUndone ? [{ row, isDone: false }] : [];
  });
}

/** The import whose ticks may still be typed: the one that waits, else the last confirmed one of the open month, unless something stands on it. */
function settledImport(held: HeldTransfer): RecordedImport | undefined {
  const { register } = held;
  const open = register.imports.filter(({ month }) => !isClosed(register, month));
  const last = register.prepared ?? open.filter(({ state }) => state === 'confirmed').at(-1);
  return last && !isFollowed(held, last.number) ? last : undefined;
}

/** Ticks that a person typed in the sheet itself, or took away there: the register follows as if the pane had done it. */
export async function adoptTyped(
  ports: ApplyPorts,
  options: TransferOptions = {},
): Promise<Result<TransferReport | null, TransferError>> {
  const read = await heldTransfer(ports);
  if (!read.ok) return read;
  const held = read.value;
  const own = settledImport(held);
  if (!own) return ok(null);
  const rows = held.rows(importLinesTable).filter(isOfRun(own.number));
  const findings = tickFindings(held, rows);
  if (findings.length > 0) return fail({ code: 'unsound', open: false, findings });
  const changes = typedChanges(held, own, rows);
  if (changes.length === 0) return ok(null);
  if (!isAsPrepared(held, own.number)) return refused('edited');
  const about = { by: options.by ?? '', at: stamp(ports.clock.now()) };
  return written(ports, own, appliedLines(held, own, changes, about), options);
}
