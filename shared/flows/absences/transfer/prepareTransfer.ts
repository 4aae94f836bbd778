/** « Préparer la paie »: what payroll is to be told of the open period, in lines that a person ticks. Nothing is handed over yet. */
import { outcomeOf, type SyncOutcome } from '../../../domain/absences/reconcile.ts';
import type { HalfDayFate } from '../../../domain/absences/wantedHalfDays.ts';
import type { Finding } from '../../../domain/finding.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { blank, canonical, isExactly, numberCell, textCell, type Cell } from '../../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../../domain/review/plan.ts';
import { absenceSettingsTable } from '../../../tables/absences/absenceRegisterTable.ts';
import { transferTables } from '../../../tables/absences/absenceTables.ts';
import { absenceImportsTable, importLinesTable, importStates } from '../../../tables/absences/importsTable.ts';
import { lineFor } from '../../../tables/absences/readAccountBindings.ts';
import { importOrder, type TransferRegister } from '../../../tables/absences/readTransferRegister.ts';
import { startingPointTable } from '../../../tables/absences/startingPointTable.ts';
import { rowKey } from '../../../tables/declaration.ts';
import { employeesTable } from '../../../tables/employeesTable.ts';
import { periodsTable, periodTopics } from '../../../tables/periodsTable.ts';
import { applyPlan, type ApplyReport } from '../../apply.ts';
import type { BookRow } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { newTables } from '../../newTables.ts';
import { replacing, setCells } from '../../replacing.ts';
import { stamp } from '../../stamp.ts';
import { periodLines, periodState } from './absencePeriods.ts';
import { readStoppages } from '../stoppages/readStoppages.ts';
import { stoppageLines } from '../stoppages/stoppageLines.ts';
import { fateRows } from './fateRows.ts';
import { checkKey, isApplied, isDeletion, isOfRun, type TransferError, type TransferOptions } from './heldTransfer.ts';
import {
  openTransfer,
  type OpenedTransfer,
  type TransferPorts,
  type TransferReadError,
  type TransferRequest,
} from './readTransfer.ts';
import { adoptTyped } from './tickLines.ts';
import { stoppageContextOf } from './stoppageContextOf.ts';
import { transferIn, type TransferReading } from './transferReading.ts';
import { lineCells, linesCheck, settingCells, type LineSurroundings } from './transferRows.ts';

export type PrepareError = TransferReadError | { readonly code: 'step'; readonly error: TransferError };

/** Half-days that were read, by what becomes of them. */
export type FateCounts = Readonly<Partial<Record<HalfDayFate, number>>>;

export interface PreparedTransfer extends ApplyReport {
  /** Null where there is nothing to hand over: no import is made. */
  readonly number: string | null;
  readonly outcome: SyncOutcome;
  /** Lines that wait: to delete in payroll, then to import. */
  readonly deletions: number;
  readonly imports: number;
  readonly fates: FateCounts;
  /** Half-days that Lucca filed elsewhere under the same payroll code. */
  readonly refiled: number;
  /** Half-days that payroll holds, that Lucca does not show, and that stay: their account or their person waits. */
  readonly kept: number;
  readonly opened: OpenedTransfer;
  readonly findings: readonly Finding[];
}

/** Numbers follow each other through cancellations, so that none is ever used twice. */
function nextNumber({ imports }: TransferRegister): string {
  return `A${Math.max(0, ...imports.map(({ number }) => importOrder(number))) + 1}`;
}

function surroundings({ snapshot, facts }: OpenedTransfer, { sheet }: TransferReading): LineSurroundings {
  const people = new Map(rowsOf(snapshot, employeesTable.name).map((row) => [row.key, row]));
  const accounts = new Map(facts.accounts.map((account) => [account.id, account]));
  return {
    personOf: (id) => people.get(canonical('identifier', textCell(id))),
    accountOf: (id) => accounts.get(id),
    bindingOf: (id) => lineFor(accounts.get(id) ?? { id, name: id }, sheet.lines),
  };
}

/** What payroll refused stands as long as the line is the same. */
function withChoice(cells: RowCells, before: ReadonlyMap<string, BookRow>): RowCells {
  const row = before.get(rowKey(importLinesTable, cells));
  const isSame = row !== undefined && isExactly(row.cells['detail'] ?? blank, cells['detail'] ?? blank);
  return isSame ? { ...cells, done: row.cells['done'] ?? blank } : cells;
}

interface Draft {
  readonly number: string;
  /** Those that wait, then deletions that were done already. */
  readonly lines: readonly RowCells[];
  readonly deletions: number;
  readonly imports: number;
}

/** The import as it is to stand; null where there is nothing in it. */
function draftOf(opened: OpenedTransfer, reading: TransferReading): Draft | null {
  const { snapshot, register } = opened;
  const number = register.prepared?.number ?? nextNumber(register);
  const old = rowsOf(snapshot, importLinesTable.name).filter(isOfRun(number));
  const done = old.filter((row) => isDeletion(row) && isApplied(row)).map(({ cells }) => cells);
  if (reading.lines.length + done.length === 0) return null;
  const around = surroundings(opened, reading);
  const before = new Map(old.map((row) => [row.key, row]));
  const fresh = reading.lines.map((line) => withChoice(lineCells(number, line, around), before));
  const deletions = reading.lines.filter(({ line }) => line.sign === -1).length;
  return { number, lines: [...fresh, ...done], deletions, imports: fresh.length - deletions };
}

function importCells({ number, lines, imports }: Draft, { period }: OpenedTransfer, by: string, at: Cell): RowCells {
  return {
    number: textCell(number),
    month: textCell(period.month),
    from: { date: period.from },
    to: { date: period.to },
    state: textCell(importStates.prepared),
    deletions: numberCell(lines.length - imports),
    imports: numberCell(imports),
    preparedAt: at,
    preparedBy: textCell(by),
    confirmedAt: blank,
    endedAt: blank,
  };
}

/** A prepared import of which nothing is left is abandoned by itself. */
function emptied({ snapshot, register, period }: OpenedTransfer, by: string, at: Cell): PlanLine[] {
  const number = register.prepared?.number;
  const row = rowsOf(snapshot, absenceImportsTable.name).find(({ key }) => key === number);
  if (number === undefined || !row) return [];
  const cells = { state: textCell(importStates.abandoned), endedAt: at };
  const rows = rowsOf(snapshot, importLinesTable.name);
  return [
    ...setCells(absenceImportsTable, row, cells),
    ...replacing(importLinesTable, rows, [], isOfRun(number)),
    ...periodState(rowsOf(snapshot, periodsTable.name), period.month, 'open', by, at),
  ];
}

function draftLines(draft: Draft, opened: OpenedTransfer, by: string, at: Cell): PlanLine[] {
  const { snapshot, period } = opened;
  const rows = (table: { readonly name: string }) => rowsOf(snapshot, table.name);
  const { number, lines } = draft;
  const settings = [settingCells(checkKey(number), linesCheck(lines.map((cells) => ({ cells }))))];
  return [
    ...replacing(absenceImportsTable, rows(absenceImportsTable), [importCells(draft, opened, by, at)], () => false),
    ...replacing(importLinesTable, rows(importLinesTable), lines, isOfRun(number)),
    ...replacing(absenceSettingsTable, rows(absenceSettingsTable), settings, () => false),
    ...periodLines(rows(periodsTable), period, 'prepared', by, at),
  ];
}

/** « Reprise » says from now on where this began. */
function startLines({ snapshot, start, isNew }: OpenedTransfer): PlanLine[] {
  if (!isNew) return [];
  const cells = { topic: textCell(periodTopics.absences), month: textCell(start.month), from: { date: start.from } };
  return replacing(startingPointTable, rowsOf(snapshot, startingPointTable.name), [cells], () => false);
}

function countsOf({ fates }: TransferReading): FateCounts {
  const counts: Partial<Record<HalfDayFate, number>> = {};
  for (const { fate } of fates) counts[fate] = (counts[fate] ?? 0) + 1;
  return counts;
}

/** What a preparation writes, whatever the outcome. */
function planOf(opened: OpenedTransfer, reading: TransferReading, draft: Draft | null, by: string, at: Cell) {
  return [
    ...startLines(opened),
    ...(draft ? draftLines(draft, opened, by, at) : emptied(opened, by, at)),
    ...fateRows(opened.snapshot, reading.fates),
    ...stoppageLines(opened.snapshot, stoppageContextOf(opened, reading, at)),
  ];
}

/**
 * Compares what payroll holds with Lucca, and puts what is left to do in « Lignes d'import ». Prepared again before it is confirmed, the same import
 * is made the same; deletions that were ticked stay done.
 */
export async function prepareTransfer(
  ports: TransferPorts,
  request: TransferRequest,
  options: TransferOptions = {},
): Promise<Result<PreparedTransfer, PrepareError>> {
  const typed = await adoptTyped(ports, options);
  if (!typed.ok) return fail({ code: 'step', error: typed.error });
  const read = await openTransfer(ports, request, options);
  if (!read.ok) return read;
  const made = await newTables(ports.book, read.value.snapshot, [...transferTables, periodsTable], options);
  if (!made.ok) return fail({ code: 'book', error: made.error });
  const opened = { ...read.value, snapshot: made.value.snapshot };
  const reading = transferIn(opened);
  const draft = draftOf(opened, reading);
  const plan = planOf(opened, reading, draft, options.by ?? '', stamp(ports.clock.now()));
  const nothing: ApplyReport = { added: 0, changed: 0, deleted: 0, refused: [] };
  const report = plan.length === 0 ? ok(nothing) : await applyPlan(ports, plan, options, 'absenceTransfer');
  if (!report.ok) return fail({ code: 'step', error: report.error });
  const { deletions = 0, imports = 0 } = draft ?? {};
  return ok({
    ...report.value,
    number: draft?.number ?? null,
    outcome: outcomeOf(imports, deletions),
    deletions,
    imports,
    fates: countsOf(reading),
    refiled: reading.difference.refiled.length,
    kept: reading.difference.kept.length,
    opened,
    findings: [...reading.findings, ...readStoppages(opened.snapshot).findings],
  });
}
