/** « Préparer l'export »: a file that payroll has not taken yet. */
import type { PlainMonth } from '../../domain/calendar/plainDate.ts';
import { blank, isExactly, numberCell, textCell, type Cell } from '../../domain/review/cell.ts';
import type { RowCells } from '../../domain/review/plan.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { TimeRegulation } from '../../domain/worktime/population.ts';
import type { RuleSet } from '../../domain/worktime/ruleSet.ts';
import { periodsTable } from '../../tables/periodsTable.ts';
import type { TimeRegister } from '../../tables/worktime/readTimeRegister.ts';
import { exportLinesTable, exportStates, timeExportsTable } from '../../tables/worktime/timeExportsTable.ts';
import { timeSettingsTable } from '../../tables/worktime/timeRegisterTable.ts';
import { applyPlan, type ApplyPorts } from '../apply.ts';
import type { BookRow } from '../book.ts';
import { replacing } from '../replacing.ts';
import { stamp } from '../stamp.ts';
import { textOf } from '../vouchers/regulationReadings.ts';
import type { WorktimeComputation } from './computeTimes.ts';
import { exportLines, lineCells, linesCheck, settingLines } from './exportLines.ts';
import { memoryLines } from './exportMemory.ts';
import {
  held,
  hoursOf,
  nextMonth,
  refused,
  type ExportError,
  type ExportOptions,
  type ExportReport,
} from './heldExports.ts';
import { leftOutOf, leftOutRows } from './leftOut.ts';
import { periodLines } from './timePeriods.ts';

/** Numbers follow each other through cancellations, so that none is ever used twice. */
function nextNumber({ exports }: TimeRegister): string {
  const used = exports.map(({ number }) => Number(/\d+$/.exec(number)?.[0] ?? 0));
  return `HT${Math.max(0, ...used) + 1}`;
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
  const handed = exportLines(computation);
  if (handed.some(({ account }) => account.isFaulty)) return refused('account');
  const lines = handed.map((line) => withTick(lineCells(number, line), old));
  // A month after a closed one is closed with nothing: the next one waits for it.
  if (lines.length === 0 && next === undefined) return refused('empty');
  const at = stamp(ports.clock.now());
  const isSetting = ({ key }: BookRow) => key.startsWith(`${number}/`);
  const settings = [
    ...settingLines(number, computedSets(book), linesCheck(lines.map((cells) => ({ cells })))),
    ...memoryLines(number, computation),
  ];
  const leftOut = leftOutOf(computation);
  const settingRows = [
    ...settings.flatMap((line) => (line.operation === 'add' ? [line.after] : [])),
    ...leftOutRows(number, leftOut),
  ];
  const plan = [
    ...replacing(timeExportsTable, rows(timeExportsTable), [exportCells(number, month, lines, at)], () => false),
    ...replacing(exportLinesTable, rows(exportLinesTable), lines, isOurs),
    ...replacing(timeSettingsTable, rows(timeSettingsTable), settingRows, isSetting),
    ...periodLines(rows(periodsTable), month, 'prepared', options.by ?? '', at),
  ];
  const report = await applyPlan(ports, plan, options, 'timeExport');
  return report.ok ? ok({ ...report.value, number, receipt: null, leftOut }) : report;
}
