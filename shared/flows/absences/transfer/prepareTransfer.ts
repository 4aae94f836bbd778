/** « Préparer la paie »: what payroll is to be told of the open period, in lines that a person ticks. Nothing is handed over yet. */
import { outcomeOf, type SyncOutcome } from '../../../domain/absences/reconcile.ts';
import type { Finding } from '../../../domain/finding.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { blank, canonical, displayed, numberCell, textCell, type Cell } from '../../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../../domain/review/plan.ts';
import { absenceSettingsTable } from '../../../tables/absences/absenceRegisterTable.ts';
import { transferTables } from '../../../tables/absences/absenceTables.ts';
import { absenceImportsTable, importLinesTable, importStates } from '../../../tables/absences/importsTable.ts';
import { REGISTER_START, registerStart, type TransferRegister } from '../../../tables/absences/readTransferRegister.ts';
import { startingPointTable } from '../../../tables/absences/startingPointTable.ts';
import { establishmentsTable } from '../../../tables/establishmentsTable.ts';
import { employeesTable } from '../../../tables/employeesTable.ts';
import { periodsTable, periodTopics } from '../../../tables/periodsTable.ts';
import { applyPlan, type ApplyReport } from '../../apply.ts';
import { rowsOf } from '../../bookState.ts';
import { newTables } from '../../newTables.ts';
import { replacing } from '../../replacing.ts';
import { stamp } from '../../stamp.ts';
import { periodLines, writtenPeriod } from './absencePeriods.ts';
import { readStoppages } from '../stoppages/readStoppages.ts';
import { stoppageLines } from '../stoppages/stoppageLines.ts';
import { establishmentLines } from '../../vouchers/luccaRows.ts';
import { withLines } from '../../vouchers/preparation.ts';
import { broughtBy } from './broughtBy.ts';
import { fateRows } from './fateRows.ts';
import { checkKey, isApplied, isDeletion, isOfRun, type TransferError, type TransferOptions } from './heldTransfer.ts';
import { editedFindings } from './lineFindings.ts';
import {
  openTransfer,
  type OpenedTransfer,
  type TransferPorts,
  type TransferReadError,
  type TransferRequest,
} from './readTransfer.ts';
import { countedFates, fatesSetting, type FateCounts } from './preparedFates.ts';
import { adoptTyped } from './typedTicks.ts';
import { stoppageContextOf } from './stoppageContextOf.ts';
import { transferIn, type TransferReading } from './transferReading.ts';
import { settingCells } from './settingCells.ts';
import { lineCells, linesCheck, withCheck, type LineSurroundings } from './transferRows.ts';

export type PrepareError = TransferReadError | { readonly code: 'step'; readonly error: TransferError };

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
function nextNumber({ lastNumber }: TransferRegister): string {
  return `A${lastNumber + 1}`;
}

function surroundings({ snapshot }: OpenedTransfer, { accounts }: TransferReading): LineSurroundings {
  const people = new Map(rowsOf(snapshot, employeesTable.name).map((row) => [row.key, row]));
  const personOf = (id: string) => people.get(canonical('identifier', textCell(id)));
  return { personOf, accounts, broughtBy: broughtBy(snapshot) };
}

interface Draft {
  readonly number: string;
  readonly lines: readonly RowCells[];
  readonly deletions: number;
  readonly imports: number;
}

/** What there is to hand over, as the lines of an import. */
function draftOf(opened: OpenedTransfer, reading: TransferReading): Draft {
  const { register } = opened;
  const number = register.prepared?.number ?? nextNumber(register);
  const around = surroundings(opened, reading);
  const lines = reading.lines.map((line) => lineCells(number, line, around));
  const deletions = reading.lines.filter(({ line }) => line.sign === -1).length;
  return { number, lines, deletions, imports: lines.length - deletions };
}

/** What a line asks, and of which payroll file: somebody who moved while it waits is another content. */
function contentOf(cells: RowCells): string {
  const [id = '', detail = '', number = '', name = ''] = ['id', 'detail', 'establishmentId', 'establishment'].map(
    (key) => displayed(cells[key] ?? blank),
  );
  return JSON.stringify([id, detail, number === '' ? name : number]);
}

/**
 * Whether the import that waits still says what there is to do. Its files may be in payroll's hands: another content is another import, under
 * another number, once somebody said what became of this one.
 */
function isSame(opened: OpenedTransfer, { number, lines }: Draft): boolean {
  const { snapshot, register } = opened;
  const held = rowsOf(snapshot, importLinesTable.name).filter(isOfRun(number));
  const left = held.filter((row) => !(isDeletion(row) && isApplied(register, row)));
  const [before, now] = [
    left.map(({ cells }) => contentOf(cells)),
    lines.map((cells) => contentOf(heldCells(opened, cells))),
  ];
  return before.sort().join('\n') === now.sort().join('\n');
}

function importCells(
  { number, deletions, imports }: Draft,
  { period }: OpenedTransfer,
  by: string,
  at: Cell,
): RowCells {
  return {
    number: textCell(number),
    month: textCell(period.month),
    from: { date: period.from },
    to: { date: period.to },
    state: textCell(importStates.prepared),
    deletions: numberCell(deletions),
    imports: numberCell(imports),
    preparedAt: at,
    preparedBy: textCell(by),
    confirmedAt: blank,
    endedAt: blank,
  };
}

/** A line as the sheet will hold it: a column that somebody took away holds nothing. */
function heldCells({ snapshot }: OpenedTransfer, cells: RowCells): RowCells {
  const table = snapshot[importLinesTable.name];
  const isHeld = ([key]: readonly [string, Cell]) => table?.state !== 'found' || key in table.letters;
  return Object.fromEntries(Object.entries(cells).filter(isHeld));
}

/** A new import; one that waits already stays as it is. */
function draftLines(draft: Draft, opened: OpenedTransfer, by: string, at: Cell): PlanLine[] {
  const { snapshot, period, ownEnd, start, register } = opened;
  if (draft.lines.length === 0 || register.prepared) return [];
  const rows = (table: { readonly name: string }) => rowsOf(snapshot, table.name);
  const { number } = draft;
  const lines = draft.lines.map((cells) => withCheck(heldCells(opened, cells)));
  const settings = [
    settingCells(`${number}/RUN`, period.month),
    settingCells(checkKey(number), linesCheck(lines.map((cells) => ({ cells })))),
    writtenPeriod(period, ownEnd),
    settingCells(REGISTER_START, registerStart(start)),
  ];
  return [
    ...replacing(absenceImportsTable, rows(absenceImportsTable), [importCells(draft, opened, by, at)], () => false),
    ...replacing(importLinesTable, rows(importLinesTable), lines, () => false),
    ...replacing(absenceSettingsTable, rows(absenceSettingsTable), settings, () => false),
    ...periodLines(rows(periodsTable), period, 'prepared', by, at, start),
  ];
}

/** « Reprise » says from now on where this began. */
function startLines({ snapshot, start, isNew }: OpenedTransfer): PlanLine[] {
  if (!isNew) return [];
  const cells = { topic: textCell(periodTopics.absences), month: textCell(start.month), from: { date: start.from } };
  return replacing(startingPointTable, rowsOf(snapshot, startingPointTable.name), [cells], () => false);
}

/** « Établissements » says which payroll file takes each: those that it lacks come with the first import. */
function placeLines({ snapshot, facts }: Pick<OpenedTransfer, 'snapshot' | 'facts'>): PlanLine[] {
  const table = snapshot[establishmentsTable.name];
  return table?.state === 'found' ? establishmentLines(table, facts.contracts) : [];
}

/** What was left out, and why, is told until the next preparation. */
function fateSettings({ snapshot, period }: OpenedTransfer, counts: FateCounts): PlanLine[] {
  const rows = rowsOf(snapshot, absenceSettingsTable.name);
  return replacing(absenceSettingsTable, rows, [fatesSetting(period, counts)], () => false);
}

/** Lines of the import that waits that are not those that were prepared. */
function editedPrepared({ snapshot, register }: OpenedTransfer): Finding[] {
  const held = { snapshot, register, rows: ({ name }: { readonly name: string }) => rowsOf(snapshot, name) };
  return register.prepared ? editedFindings(held, register.prepared.number) : [];
}

interface Prepared {
  /** With `places` written already. */
  readonly opened: OpenedTransfer;
  readonly places: readonly PlanLine[];
  readonly reading: TransferReading;
  readonly draft: Draft;
  readonly fates: FateCounts;
}

/** What a preparation writes, whatever the outcome. */
function planOf({ opened, places, reading, draft, fates }: Prepared, by: string, at: Cell): PlanLine[] {
  return [
    ...startLines(opened),
    ...places,
    ...fateSettings(opened, fates),
    ...draftLines(draft, opened, by, at),
    ...fateRows(opened, reading),
    ...stoppageLines(opened.snapshot, stoppageContextOf(opened, reading, at)),
  ];
}

/**
 * Compares what payroll holds with Lucca, and puts what is left to do in « Lignes d'import ». Prepared again before it is confirmed, the same import
 * stays the same; `changed` once Lucca says something else: it is to be confirmed or abandoned first.
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
  const edited = editedPrepared(read.value);
  if (edited.length > 0) return fail({ code: 'unsound', findings: edited });
  const made = await newTables(
    ports.book,
    read.value.snapshot,
    [...transferTables, periodsTable, establishmentsTable],
    options,
  );
  if (!made.ok) return fail({ code: 'book', error: made.error });
  const places = placeLines({ ...read.value, snapshot: made.value.snapshot });
  // What is about to be written is read too: a second preparation would find it there.
  const opened = { ...read.value, snapshot: withLines(made.value.snapshot, places) };
  const reading = transferIn(opened);
  const draft = draftOf(opened, reading);
  const { prepared } = opened.register;
  if (prepared && !isSame(opened, draft)) {
    const silence = reading.findings.filter(({ code }) => code === 'transferNoAbsence');
    if (silence.length > 0) return fail({ code: 'unsound', findings: silence });
    return fail({ code: 'step', error: { code: 'changed', open: false } });
  }
  const fates = countedFates(reading.fates, opened.period);
  const plan = planOf({ opened, places, reading, draft, fates }, options.by ?? '', stamp(ports.clock.now()));
  const nothing: ApplyReport = { added: 0, changed: 0, deleted: 0, refused: [] };
  const report = plan.length === 0 ? ok(nothing) : await applyPlan(ports, plan, options, 'absenceTransfer');
  if (!report.ok) return fail({ code: 'step', error: report.error });
  const { deletions, imports } = draft;
  return ok({
    ...report.value,
    number: prepared || draft.lines.length > 0 ? draft.number : null,
    outcome: outcomeOf(imports, deletions),
    deletions,
    imports,
    fates,
    refiled: reading.difference.refiled.length,
    kept: reading.difference.kept.length,
    opened,
    findings: [...reading.findings, ...readStoppages(opened.snapshot).findings],
  });
}
