/**
 * What becomes of a prepared export of hours: confirmed line by line (frozen in the register, the month closed) or abandoned; a confirmed one may be
 * cancelled with a trace, the last first.
 */
import { blank, displayed, isExactly, numberCell, textCell, type Cell } from '../../domain/review/cell.ts';
import type { PlanLine } from '../../domain/review/plan.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { periodsTable, periodTopics } from '../../tables/periodsTable.ts';
import { exportLinesTable, exportStates, timeExportsTable } from '../../tables/worktime/timeExportsTable.ts';
import { timeSettingsTable } from '../../tables/worktime/timeRegisterTable.ts';
import { applyPlan, type ApplyPorts } from '../apply.ts';
import type { BookRow } from '../book.ts';
import { claimReceipt, releaseReceipt } from '../receipts.ts';
import { replacing } from '../replacing.ts';
import { stamp } from '../stamp.ts';
import { textOf } from '../vouchers/regulationReadings.ts';
import { linesCheck, receiptLine, registerLines } from './exportLines.ts';
import { refusedLines } from './exportMemory.ts';
import {
  exportIn,
  held,
  hoursOf,
  nextMonth,
  receiptOf,
  refused,
  type ExportError,
  type ExportOptions,
  type ExportReport,
} from './heldExports.ts';
import { leftOutIn } from './leftOut.ts';
import { isTicked } from './preparedLines.ts';
import { periodLines } from './timePeriods.ts';

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
  if (register.findings.length > 0) return refused('moved');
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
  const leftOut = leftOutIn(rows(timeSettingsTable), own.number);
  if (report.ok) return ok({ ...report.value, number: own.number, receipt, leftOut });
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
  return ok({ ...report.value, number: own.number, receipt: null, leftOut: null });
}

/** « Abandonner »: what was prepared leaves no trace but its line. */
export function abandonExport(ports: ApplyPorts, number: string, options: ExportOptions = {}) {
  return endExport(ports, number, 'prepared', options);
}

/** « Annuler »: what a confirmed export handed over counts no more; its lines stay in the register. Refused while a later month is under way. */
export function cancelExport(ports: ApplyPorts, number: string, options: ExportOptions = {}) {
  return endExport(ports, number, 'confirmed', options);
}
