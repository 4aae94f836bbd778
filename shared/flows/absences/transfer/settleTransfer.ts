/** What becomes of a prepared import of absences: confirmed, whole or line by line, or abandoned; a confirmed one may be cancelled, the last first. */
import type { Finding } from '../../../domain/finding.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { numberCell, textCell } from '../../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../../domain/review/plan.ts';
import { absenceSettingsTable, registerSigns } from '../../../tables/absences/absenceRegisterTable.ts';
import {
  absenceImportsTable,
  importLinesTable,
  importStates,
  type ImportState,
} from '../../../tables/absences/importsTable.ts';
import { readStartingPoint } from '../../../tables/absences/readStartingPoint.ts';
import type { RecordedImport } from '../../../tables/absences/readImports.ts';
import { REGISTER_START, registerStart } from '../../../tables/absences/readTransferRegister.ts';
import { startingPointTable } from '../../../tables/absences/startingPointTable.ts';
import { periodsTable } from '../../../tables/periodsTable.ts';
import { applyPlan, type ApplyPorts } from '../../apply.ts';
import type { BookRow } from '../../book.ts';
import { releaseReceipt } from '../../receipts.ts';
import { replacing, setCells } from '../../replacing.ts';
import { stamp } from '../../stamp.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import { periodState } from './absencePeriods.ts';
import { linesOf, spoken, type HeldImport, type HeldLine } from './heldLines.ts';
import {
  heldTransfer,
  importIn,
  isApplied,
  isClosed,
  isDeletion,
  isRefused,
  refused,
  type HeldTransfer,
  type TransferError,
  type TransferOptions,
  type TransferReport,
} from './heldTransfer.ts';
import { followerOf, isStanding } from './laterLines.ts';
import { editedFindings } from './lineFindings.ts';
import { claimMonth, receiptOf, type MonthReceipt } from './monthReceipt.ts';
import { startMoved } from './readTransfer.ts';
import { appliedRows } from './registeredLines.ts';
import { appliedLines, tickCells, type TickedBy } from './tickLines.ts';
import { settingCells } from './settingCells.ts';
import { inverseMove, registerLines } from './transferRows.ts';
import { adoptTyped, adoptWhatCan, takenFindings, takenLines } from './typedTicks.ts';

interface Found extends HeldImport {
  readonly held: HeldTransfer;
  readonly own: RecordedImport;
  /** Its row of « Imports d'absences ». */
  readonly row: BookRow;
}

async function found(ports: ApplyPorts, number: string, state: ImportState): Promise<Result<Found, TransferError>> {
  const read = await heldTransfer(ports);
  if (!read.ok) return read;
  const held = read.value;
  const own = importIn(held.register, number, [state]);
  const row = own && held.rows(absenceImportsTable).find(({ key }) => key === own.number);
  if (!own || !row) return refused('unknown');
  if (isClosed(held.register, own.month)) return refused('closed');
  return ok({ held, own, row, ...linesOf(held, own.number) });
}

/** « Reprise » moved beyond a line that waits: once confirmed, nothing would ever take it back. */
function beforeStart({ held, own, lines }: Found): Finding | undefined {
  const start = readStartingPoint(held.snapshot[startingPointTable.name]).value;
  const dates = lines.map(spoken).flatMap(({ cells: { from } }) => (from && 'date' in from ? [from.date] : []));
  const [first] = dates.sort();
  if (!start || first === undefined || first >= start.from) return undefined;
  const facts = { run: own.number, date: first };
  return { code: 'absenceLineBeforeStart', severity: 'error', place: { ...start.place, column: 'from' }, facts };
}

/** The starting point that the register is begun with; it stands once payroll holds something. */
function startCells({ snapshot, register }: HeldTransfer): RowCells[] {
  if (register.start !== null) return [];
  const start = readStartingPoint(snapshot[startingPointTable.name]).value;
  return start ? [settingCells(REGISTER_START, registerStart(start))] : [];
}

const KIND = 'absenceTransfer';

/** The import with what was typed taken up, or why it cannot be confirmed. */
async function confirmable(
  ports: ApplyPorts,
  number: string,
  options: TransferOptions,
): Promise<Result<Found, TransferError>> {
  const typed = await adoptTyped(ports, options);
  if (!typed.ok) return typed;
  const read = await found(ports, number, 'prepared');
  if (!read.ok) return read;
  const { held, own, lines } = read.value;
  const edited = editedFindings(held, own.number, read.value);
  if (edited.length > 0) return fail({ code: 'unsound', open: false, findings: edited });
  const moved = startMoved(held.snapshot, held.register) ?? beforeStart(read.value);
  if (moved) return fail({ code: 'unsound', open: false, findings: [moved] });
  const isLeft = lines.map(spoken).some((line) => isDeletion(line) && !isApplied(held.register, line));
  return isLeft ? refused('deletionsLeft') : read;
}

/** What a confirmation writes: the absences that payroll took, the receipt, the starting point. */
function confirming(
  { held, own, row, lines }: Found,
  receipt: MonthReceipt,
  { by = '' }: TransferOptions,
  { clock }: ApplyPorts,
): PlanLine[] {
  const at = stamp(clock.now());
  const taken = lines.filter((line) => !isDeletion(spoken(line)) && !isRefused(spoken(line)));
  const cells = { state: textCell(importStates.confirmed), confirmedAt: at, imports: numberCell(taken.length) };
  const kept = [...receipt.cells, ...startCells(held)];
  return [
    ...setCells(absenceImportsTable, row, cells),
    ...appliedLines(
      held,
      taken.map((line) => ({ line, own, isDone: true })),
      { by, at },
    ),
    ...replacing(absenceSettingsTable, held.rows(absenceSettingsTable), kept, () => false),
  ];
}

/**
 * « Confirmer »: the absences that payroll took enter the register. Locked until every deletion is done; those marked « non » are proposed again.
 */
export async function confirmTransfer(
  ports: ApplyPorts,
  number: string,
  options: TransferOptions = {},
): Promise<Result<TransferReport, TransferError>> {
  const first = await confirmable(ports, number, options);
  if (!first.ok) return first;
  const { held, own } = first.value;
  const receipt = await claimMonth(held, own.month, options);
  if (!receipt.ok) return receipt;
  // The service took its time: somebody may have typed meanwhile.
  const read = await confirmable(ports, number, options);
  const report = read.ok
    ? await applyPlan(ports, confirming(read.value, receipt.value, options, ports), options, KIND)
    : read;
  const { id, giveBack } = receipt.value;
  if (report.ok) return ok({ ...report.value, number: own.number, receipt: id, giveBack });
  if (!report.error.open) await giveBack();
  return report;
}

/** Lines to import that stay done once their import is abandoned: those that payroll took of one that was spoilt, and cannot be confirmed. */
function keptLines(read: Found): Result<readonly HeldLine[], TransferError> {
  const findings = takenFindings(read.held, read);
  if (findings.length > 0) return fail({ code: 'unsound', open: false, findings });
  const taken = takenLines(read.lines);
  const moved =
    taken.length === 0 ? undefined : (startMoved(read.held.snapshot, read.held.register) ?? beforeStart(read));
  return moved ? fail({ code: 'unsound', open: false, findings: [moved] }) : ok(taken);
}

/**
 * « Abandonner »: its lines stay to be read, and nothing of what was not done counts; deletions that payroll made stay made. Refused where a cell
 * says more than can be kept: what payroll did would be forgotten.
 */
export async function abandonTransfer(
  ports: ApplyPorts,
  number: string,
  options: TransferOptions = {},
): Promise<Result<TransferReport, TransferError>> {
  const asked = await found(ports, number, 'prepared');
  if (!asked.ok) return asked;
  const typed = await adoptTyped(ports, options, asked.value.own.number);
  if (!typed.ok) return typed;
  const read = await found(ports, number, 'prepared');
  if (!read.ok) return read;
  const { held, own, row } = read.value;
  const taken = keptLines(read.value);
  if (!taken.ok) return taken;
  const at = stamp(ports.clock.now());
  const done = taken.value.map((line) => ({ line, own, isDone: true }));
  const begun = done.length === 0 ? [] : startCells(held);
  const plan = [
    ...setCells(absenceImportsTable, row, { state: textCell(importStates.abandoned), endedAt: at }),
    ...appliedLines(held, done, { by: options.by ?? '', at }),
    ...replacing(absenceSettingsTable, held.rows(absenceSettingsTable), begun, () => false),
    ...periodState(held.rows(periodsTable), own.month, 'open', options.by ?? '', at),
  ];
  return ended(ports, own, plan, options);
}

/** What takes back all that an import brought, as the register says it, whatever became of its lines in the sheet. */
function takingBack({ held, own, lines }: Found, about: TickedBy): PlanLine[] {
  const isBrought = ([, row]: readonly [string, BookRow]) =>
    textOf(row, 'run') === own.number && textOf(row, 'sign') === registerSigns.taken;
  const brought = appliedRows(held).filter(isBrought);
  const keys = new Set(brought.map(([key]) => key));
  const rows = lines.filter((line) => keys.has(spoken(line).key));
  return [
    ...rows.flatMap((line) => setCells(importLinesTable, line.row, tickCells(spoken(line), false, about))),
    ...registerLines(
      brought.map(([, row]) => inverseMove(row, own)),
      held.register.last,
      held.rows(absenceSettingsTable),
    ),
  ];
}

/** « Annuler »: payroll did not keep what it took. What it deleted stays deleted, until its ticks are taken back. Refused under a later import. */
export async function cancelTransfer(
  ports: ApplyPorts,
  number: string,
  options: TransferOptions = {},
): Promise<Result<TransferReport, TransferError>> {
  const asked = await found(ports, number, 'confirmed');
  if (!asked.ok) return asked;
  const typed = await adoptWhatCan(ports, options);
  if (!typed.ok) return typed;
  const read = await found(ports, number, 'confirmed');
  if (!read.ok) return read;
  const { held, own, row } = read.value;
  const later = followerOf(held, own.number);
  if (later && isStanding(later)) return refused('notLast');
  if (later) return fail({ code: 'laterDone', open: false, later });
  const at = stamp(ports.clock.now());
  const plan = [
    ...setCells(absenceImportsTable, row, { state: textCell(importStates.cancelled), endedAt: at }),
    ...takingBack(read.value, { by: options.by ?? '', at }),
    ...periodState(held.rows(periodsTable), own.month, 'open', options.by ?? '', at),
  ];
  const report = await ended(ports, own, plan, options);
  const others = held.register.imports.filter(({ month, state }) => month === own.month && state === 'confirmed');
  if (report.ok && others.length === 1) await releaseReceipt(options.receipts, receiptOf(held.snapshot, own.month));
  return report;
}

async function ended(
  ports: ApplyPorts,
  { number }: RecordedImport,
  plan: readonly PlanLine[],
  options: TransferOptions,
): Promise<Result<TransferReport, TransferError>> {
  const report = await applyPlan(ports, plan, options, KIND);
  return report.ok ? ok({ ...report.value, number, receipt: null }) : report;
}
