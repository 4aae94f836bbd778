/** What payroll did of an import, line by line: each deletion made, each absence it refuses. The register follows at once. */
import { fail, ok, type Result } from '../../../domain/result.ts';
import { blank, textCell, type Cell } from '../../../domain/review/cell.ts';
import type { PlanLine } from '../../../domain/review/plan.ts';
import { absenceSettingsTable } from '../../../tables/absences/absenceRegisterTable.ts';
import { importLinesTable } from '../../../tables/absences/importsTable.ts';
import type { RecordedImport } from '../../../tables/absences/readImports.ts';
import { applyPlan, type ApplyPorts } from '../../apply.ts';
import type { BookRow } from '../../book.ts';
import { setCells } from '../../replacing.ts';
import { stamp } from '../../stamp.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import { heldLines, spoken, type HeldLine } from './heldLines.ts';
import {
  heldTransfer,
  importIn,
  isApplied,
  isClosed,
  isDeletion,
  isOfRun,
  refused,
  type HeldTransfer,
  type TransferError,
  type TransferOptions,
  type TransferReport,
} from './heldTransfer.ts';
import { laterOn } from './laterLines.ts';
import { editedFinding } from './lineFindings.ts';
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
function moveOf(held: HeldTransfer, { line, own, isDone }: LineChange): RegisterMove {
  const row = spoken(line);
  const sign = isDeletion(row) === isDone ? 'takenBack' : 'taken';
  return { row, sign, run: own.number, month: own.month, origin: originOf(held, own, row) };
}

/** By whom, and when. */
export interface TickedBy {
  readonly by: string;
  readonly at: Cell;
}

export function tickCells(row: BookRow, isDone: boolean, { by, at }: TickedBy): Readonly<Record<string, Cell>> {
  if (isDone) return { done: YES, doneAt: at, doneBy: textCell(by) };
  return { done: isDeletion(row) ? blank : NO, doneAt: blank, doneBy: blank };
}

/** A line that payroll does, or undoes. */
export interface LineChange {
  readonly line: HeldLine;
  readonly own: RecordedImport;
  readonly isDone: boolean;
}

/** The lines that write `changes`: ticks, and the register. */
export function appliedLines(held: HeldTransfer, changes: readonly LineChange[], about: TickedBy): PlanLine[] {
  const fresh = changes.filter(({ line, isDone }) => isApplied(held.register, spoken(line)) !== isDone);
  const moves = fresh.map((change) => moveOf(held, change));
  return [
    ...fresh.flatMap(({ line, isDone }) =>
      setCells(importLinesTable, line.row, tickCells(spoken(line), isDone, about)),
    ),
    ...registerLines(moves, held.register.last, held.rows(absenceSettingsTable)),
  ];
}

/** Lines to import of a run that waits: refused, or taken when it is confirmed. Nothing is in the register yet. */
function choiceLines(lines: readonly HeldLine[], isTaken: boolean): PlanLine[] {
  return lines.flatMap(({ row }) => setCells(importLinesTable, row, { done: isTaken ? blank : NO }));
}

export async function written(
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

/** Of an import that ended, only what was done may be taken back. */
function importToTick(held: HeldTransfer, { run, isDone }: TickRequest): Result<RecordedImport, TransferError> {
  const states = isDone
    ? (['prepared', 'confirmed'] as const)
    : (['prepared', 'confirmed', 'abandoned', 'cancelled'] as const);
  const own = importIn(held.register, run, states);
  if (!own) return refused('unknown');
  return isClosed(held.register, own.month) ? refused('closed') : ok(own);
}

/** Rows that bear one identifier, which the pane cannot tell apart: those that were edited, else all of them. */
function doublesIn(lines: readonly HeldLine[], asked: ReadonlySet<string>): HeldLine[] {
  const counts = new Map<string, number>();
  for (const { row } of lines) counts.set(row.key, (counts.get(row.key) ?? 0) + 1);
  const doubles = lines.filter(({ row }) => asked.has(row.key) && (counts.get(row.key) ?? 0) > 1);
  const edited = doubles.filter(({ isIntact }) => !isIntact);
  return edited.length > 0 ? edited : doubles;
}

/** The lines that are asked for, none of them edited, under the identifier of another, nor under a later one. */
function linesToTick(
  held: HeldTransfer,
  own: RecordedImport,
  asked: ReadonlySet<string>,
): Result<HeldLine[], TransferError> {
  const lines = heldLines(held);
  const found = lines.filter((line) => asked.has(line.row.key) && isOfRun(own.number)(spoken(line)));
  if (found.length < asked.size) return refused('unknown');
  const unclear = [...doublesIn(lines, asked), ...found.filter(({ prepared }) => prepared === null)];
  const findings = [...new Set(unclear)].map((line) => editedFinding(held, line));
  if (findings.length > 0) return fail({ code: 'unsound', open: false, findings });
  const laterThan = laterOn(held, lines);
  const later = found.map((line) => laterThan(spoken(line))).find((each) => each !== undefined);
  return later ? fail({ code: 'stoodOn', open: false, later }) : ok(found);
}

/**
 * Ticks lines, or takes their ticks back, until the month is closed and as long as no later line stands on their half-days. A deletion leaves the
 * register at once; an absence to import only says, before its import is confirmed, whether payroll takes it.
 */
export async function tickLines(
  ports: ApplyPorts,
  request: TickRequest,
  options: TransferOptions = {},
): Promise<Result<TransferReport, TransferError>> {
  const read = await heldTransfer(ports);
  if (!read.ok) return read;
  const held = read.value;
  const own = importToTick(held, request);
  if (!own.ok) return own;
  const found = linesToTick(held, own.value, new Set(request.lines));
  if (!found.ok) return found;
  const { isDone } = request;
  const waits = (line: HeldLine) => own.value.state === 'prepared' && !isDeletion(spoken(line));
  const about = { by: options.by ?? '', at: stamp(ports.clock.now()) };
  const settled = found.value.filter((line) => !waits(line)).map((line) => ({ line, own: own.value, isDone }));
  const plan = [...choiceLines(found.value.filter(waits), isDone), ...appliedLines(held, settled, about)];
  return written(ports, own.value, plan, options);
}
