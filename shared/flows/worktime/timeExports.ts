/**
 * The life of an export of hours: prepared (a file, that payroll has not taken yet), confirmed line by line (frozen in the register, the month closed) or
 * abandoned; a confirmed one may be cancelled with a trace, the last first.
 */
import { addMonths, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import { blank, canonical, displayed, isExactly, numberCell, textCell, type Cell } from '../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../domain/review/plan.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { TimeRegulation } from '../../domain/worktime/population.ts';
import type { RuleSet } from '../../domain/worktime/ruleSet.ts';
import type { TableDeclaration } from '../../tables/declaration.ts';
import { periodsTable, periodTopics } from '../../tables/periodsTable.ts';
import { readTimeRegister, type RecordedExport, type TimeRegister } from '../../tables/worktime/readTimeRegister.ts';
import {
  exportLinesTable,
  exportStates,
  timeExportsTable,
  type ExportState,
} from '../../tables/worktime/timeExportsTable.ts';
import { timeRegisterTable, timeSettingsTable } from '../../tables/worktime/timeRegisterTable.ts';
import { applyPlan, type ApplyError, type ApplyPorts, type ApplyReport } from '../apply.ts';
import type { BookRow, BookSnapshot } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import type { PeriodOptions } from '../vouchers/periods.ts';
import { claimReceipt, releaseReceipt, type ReceiptDesk } from '../receipts.ts';
import { textOf } from '../vouchers/regulationReadings.ts';
import { replacing } from '../replacing.ts';
import { stamp } from '../stamp.ts';
import type { WorktimeComputation } from './computeTimes.ts';
import { exportLines, lineCells, linesCheck, receiptLine, registerLines, settingLines } from './exportLines.ts';
import { memoryLines, refusedLines } from './exportMemory.ts';
import { isTicked } from './preparedLines.ts';
import { periodLines } from './timePeriods.ts';

/**
 * `closed`: the month was confirmed already. `skipped`: an earlier month is still to be closed. `moved`: the register is not the one that was
 * computed on. `unknown`: no such export in that state. `edited`: its lines are not those that were prepared: prepare again. `notLast`: a later month is
 * closed on this one. `incomplete`: somebody could not be computed. `silent`: the service does not answer, so that nobody knows whether another copy of the
 * workbook did it.
 */
export type ExportRefusal = 'closed' | 'skipped' | 'moved' | 'unknown' | 'edited' | 'notLast' | 'empty' | 'silent';

export type ExportError =
  | ApplyError
  | { readonly code: 'taken'; readonly open: false; readonly detail: string }
  | { readonly code: ExportRefusal; readonly open: false };

const refused = (code: ExportRefusal) => fail<ExportError>({ code, open: false });

export interface ExportOptions extends PeriodOptions {
  /** Where the receipt of the export is asked for. */
  readonly receipts?: ReceiptDesk;
}

export interface ExportReport extends ApplyReport {
  readonly number: string;
  /** The receipt that the step was given: whoever loses the workbook gives it back. */
  readonly receipt: string | null;
}

const tables: readonly TableDeclaration[] = [
  timeExportsTable,
  exportLinesTable,
  timeRegisterTable,
  timeSettingsTable,
  periodsTable,
];

interface Held {
  readonly snapshot: BookSnapshot;
  readonly register: TimeRegister;
  readonly rows: (table: TableDeclaration) => readonly BookRow[];
}

async function held({ book }: ApplyPorts): Promise<Result<Held, ExportError>> {
  const snapshot = await book.read(tables);
  if (!snapshot.ok) return fail({ code: 'book', open: false, error: snapshot.error });
  const { value } = snapshot;
  return ok({ snapshot: value, register: readTimeRegister(value), rows: ({ name }) => rowsOf(value, name) });
}

/** Numbers follow each other through cancellations, so that none is ever used twice. */
function nextNumber({ exports }: TimeRegister): string {
  const used = exports.map(({ number }) => Number(/\d+$/.exec(number)?.[0] ?? 0));
  return `HT${Math.max(0, ...used) + 1}`;
}

/** The month that is to be closed next; undefined before the first. */
function nextMonth({ closed }: TimeRegister): PlainMonth | undefined {
  const last = closed.at(-1);
  return last && addMonths(last.month, 1);
}

/** Hours of lines, added up in hundredths. */
function hoursOf(lines: readonly RowCells[]): Cell {
  const hundredths = lines.reduce(
    (sum, { hours: cell }) => sum + (cell && 'number' in cell ? Math.round(cell.number * 100) : 0),
    0,
  );
  return numberCell(hundredths / 100);
}

function exportCells(number: string, month: PlainMonth, lines: readonly RowCells[], at: Cell): RowCells {
  return {
    number: textCell(number),
    month: textCell(month),
    state: textCell(exportStates.prepared),
    lines: numberCell(lines.length),
    hours: hoursOf(lines),
    preparedAt: at,
    confirmedAt: blank,
    endedAt: blank,
  };
}

/** The tick of a line, kept when the export is prepared again. */
function withTick(cells: RowCells, before: readonly BookRow[]): RowCells {
  const same = (row: BookRow) =>
    ['luccaId', 'account', 'origin'].every((key) => isExactly(row.cells[key] ?? blank, cells[key] ?? blank));
  return { ...cells, taken: before.find(same)?.cells['taken'] ?? blank };
}

function computedSets({ sets }: WorktimeComputation['book']): ReadonlyMap<TimeRegulation, RuleSet> {
  return new Map([...sets].flatMap(([regulation, set]) => (set ? [[regulation, set] as const] : [])));
}

/**
 * « Préparer l'export »: the lines of the month, in a sheet where payroll ticks them. Prepared again before it is confirmed, the same export is made the
 * same. Nothing is closed.
 */
export async function prepareExport(
  ports: ApplyPorts,
  computation: WorktimeComputation,
  options: ExportOptions = {},
): Promise<Result<ExportReport, ExportError>> {
  const read = await held(ports);
  if (!read.ok) return read;
  const { register, rows } = read.value;
  const { month, book } = computation;
  if (register.closed.some((each) => each.month >= month)) return refused('closed');
  const next = nextMonth(register);
  if (next !== undefined && month > next) return refused('skipped');
  const isMoved = register.closed.at(-1)?.number !== book.register.closed.at(-1)?.number;
  if (isMoved || register.last.check !== book.register.last.check) return refused('moved');
  const before = register.exports.find((each) => each.state === 'prepared');
  if (before && before.month !== month) return refused('skipped');
  const number = before?.number ?? nextNumber(register);
  const isOurs = (row: BookRow) => textOf(row, 'export') === number;
  const old = rows(exportLinesTable).filter(isOurs);
  const lines = exportLines(computation).map((line) => withTick(lineCells(number, line), old));
  // A month after a closed one is closed with nothing: the next one waits for it.
  if (lines.length === 0 && next === undefined) return refused('empty');
  const at = stamp(ports.clock.now());
  const isSetting = ({ key }: BookRow) => key.startsWith(`${number}/`);
  const settings = [
    ...settingLines(number, computedSets(book), linesCheck(lines.map((cells) => ({ cells })))),
    ...memoryLines(number, computation),
  ];
  const settingRows = settings.flatMap((line) => (line.operation === 'add' ? [line.after] : []));
  const plan = [
    ...replacing(timeExportsTable, rows(timeExportsTable), [exportCells(number, month, lines, at)], () => false),
    ...replacing(exportLinesTable, rows(exportLinesTable), lines, isOurs),
    ...replacing(timeSettingsTable, rows(timeSettingsTable), settingRows, isSetting),
    ...periodLines(rows(periodsTable), month, 'prepared', options.by ?? '', at),
  ];
  const report = await applyPlan(ports, plan, options, 'timeExport');
  return report.ok ? ok({ ...report.value, number, receipt: null }) : report;
}

function exportIn(
  { exports }: TimeRegister,
  number: string,
  states: readonly ExportState[],
): RecordedExport | undefined {
  const asked = canonical('identifier', textCell(number));
  return exports.find(
    (each) => canonical('identifier', textCell(each.number)) === asked && states.includes(each.state),
  );
}

function setLines(row: BookRow, cells: Readonly<Record<string, Cell>>): PlanLine[] {
  return Object.entries(cells).flatMap(([column, after]): PlanLine[] => {
    const before = row.cells[column] ?? blank;
    const line = { table: timeExportsTable.name, key: row.key, column, reason: 'result' as const };
    return isExactly(before, after) ? [] : [{ ...line, operation: 'set', before, after }];
  });
}

function settingOf(rows: readonly BookRow[], key: string): string | undefined {
  const row = rows.find((each) => each.key === key);
  return row && displayed(row.cells['value'] ?? blank);
}

/** The receipt that the workbook keeps of an export. */
function receiptOf(rows: readonly BookRow[], number: string): string | null {
  const own = rows.filter(({ key }) => key.startsWith(`${number}/RECEIPT-`));
  const last = own.at(-1);
  return last ? displayed(last.cells['value'] ?? blank) : null;
}

/** « Confirmer »: the lines that payroll has taken enter the register with the settings they were counted with, and the month is closed. */
export async function confirmExport(
  ports: ApplyPorts,
  number: string,
  options: ExportOptions = {},
): Promise<Result<ExportReport, ExportError>> {
  const read = await held(ports);
  if (!read.ok) return read;
  const { register, rows } = read.value;
  const own = exportIn(register, number, ['prepared']);
  const row = own && rows(timeExportsTable).find(({ key }) => key === own.number);
  if (!own || !row) return refused('unknown');
  const lines = rows(exportLinesTable).filter((each) => textOf(each, 'export') === own.number);
  if (settingOf(rows(timeSettingsTable), `${own.number}/CHECK`) !== linesCheck(lines)) return refused('edited');
  const next = nextMonth(register);
  if (next !== undefined && own.month !== next) return refused(own.month > next ? 'skipped' : 'closed');
  const taken = lines.filter(isTicked);
  const { by = '', receipts } = options;
  // An export that was cancelled without the service still holds the receipt of its month.
  const ofMonth = register.exports.filter(({ month }) => month === own.month);
  const [holds = null] = ofMonth.flatMap((each) => receiptOf(rows(timeSettingsTable), each.number) ?? []).slice(-1);
  const subject = {
    topic: 'time',
    regulation: periodTopics.time,
    month: own.month,
    step: 'confirmed',
    by,
    holds,
  } as const;
  const answer = await claimReceipt(receipts, subject);
  if (answer.is === 'taken') return fail({ code: 'taken', open: false, detail: answer.detail });
  if (answer.is === 'silent' && !receipts?.unguarded) return refused('silent');
  const receipt = answer.is === 'granted' ? answer.id : null;
  const at = stamp(ports.clock.now());
  const plan = [
    ...setLines(row, {
      state: textCell(exportStates.confirmed),
      confirmedAt: at,
      lines: numberCell(taken.length),
      hours: hoursOf(taken.map(({ cells }) => cells)),
    }),
    ...registerLines(own.number, own.month, taken, register.last),
    ...refusedLines(
      own.number,
      lines.filter((each) => !isTicked(each)),
    ),
    ...(receipt === null ? [] : [receiptLine(own.number, receipt)]),
    ...periodLines(rows(periodsTable), own.month, 'closed', by, at),
  ];
  const report = await applyPlan(ports, plan, options, 'timeExport');
  if (report.ok) return ok({ ...report.value, number: own.number, receipt });
  if (!report.error.open) await releaseReceipt(receipts, receipt);
  return report;
}

/** Ends an export: its month is open again. */
async function endExport(
  ports: ApplyPorts,
  number: string,
  from: 'prepared' | 'confirmed',
  options: ExportOptions,
): Promise<Result<ExportReport, ExportError>> {
  const read = await held(ports);
  if (!read.ok) return read;
  const { register, rows } = read.value;
  const own = exportIn(register, number, [from]);
  const row = own && rows(timeExportsTable).find(({ key }) => key === own.number);
  if (!own || !row) return refused('unknown');
  const isCovered = register.exports.some(
    (each) => each.month > own.month && ['prepared', 'confirmed'].includes(each.state),
  );
  if (from === 'confirmed' && isCovered) return refused('notLast');
  const to = from === 'prepared' ? 'abandoned' : 'cancelled';
  const at = stamp(ports.clock.now());
  const isOurs = (each: BookRow) => textOf(each, 'export') === own.number;
  const plan = [
    ...setLines(row, { state: textCell(exportStates[to]), endedAt: at }),
    ...(to === 'abandoned' ? replacing(exportLinesTable, rows(exportLinesTable).filter(isOurs), [], isOurs) : []),
    ...periodLines(rows(periodsTable), own.month, 'open', options.by ?? '', at),
  ];
  const report = await applyPlan(ports, plan, options, 'timeExport');
  if (!report.ok) return report;
  await releaseReceipt(options.receipts, receiptOf(rows(timeSettingsTable), own.number));
  return ok({ ...report.value, number: own.number, receipt: null });
}

/** « Abandonner »: what was prepared leaves no trace but its line. */
export function abandonExport(ports: ApplyPorts, number: string, options: ExportOptions = {}) {
  return endExport(ports, number, 'prepared', options);
}

/** « Annuler »: what a confirmed export handed over counts no more; its lines stay in the register. Refused while a later month is under way. */
export function cancelExport(ports: ApplyPorts, number: string, options: ExportOptions = {}) {
  return endExport(ports, number, 'confirmed', options);
}
