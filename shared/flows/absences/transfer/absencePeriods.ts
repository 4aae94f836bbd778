/** « Périodes » of absences: the one that is open, with the end that payroll may have typed, and the rows that say where each stands. */
import { firstPeriod, nextPeriod, type AbsencePeriod } from '../../../domain/absences/absencePeriod.ts';
import { addDays, type PlainDate, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import { blank, isBlank, textCell, type Cell } from '../../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../../domain/review/plan.ts';
import type { StartingPoint } from '../../../tables/absences/readStartingPoint.ts';
import type { TransferRegister, WrittenPeriod } from '../../../tables/absences/readTransferRegister.ts';
import { cellPlace } from '../../../tables/cellPlace.ts';
import { periodStates, periodsTable, periodTopics, type PeriodState } from '../../../tables/periodsTable.ts';
import type { BookRow, BookSnapshot, FoundTable } from '../../book.ts';
import { isOfTopic } from '../../companyPeriods.ts';
import { replacing, setCells } from '../../replacing.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import { settingCells } from './settingCells.ts';

const isOurs = isOfTopic('absences');

/** Days that a typed end may be away from the one expected: more is a slip of the finger. */
const MOST_SHIFT = 15;

/** Remembers the dates that are written for a month, so that those that a person types are told from them. */
export function writtenPeriod({ month, from }: AbsencePeriod, to: PlainDate): RowCells {
  return settingCells(`${month}/PERIOD`, `${from} ${to}`);
}

export interface OpenPeriod {
  readonly period: AbsencePeriod;
  /** Where it ends by itself. */
  readonly ownEnd: PlainDate;
  readonly findings: readonly Finding[];
}

/** A row of « Périodes » with its table, for the places of its cells. */
interface OpenRow {
  readonly table: FoundTable;
  readonly row: BookRow;
}

function faultAt({ table, row }: OpenRow, column: 'from' | 'to', { month, from }: AbsencePeriod): Finding {
  const code = column === 'from' ? 'absencePeriodStart' : 'absencePeriodEnd';
  return { code, severity: 'error', place: cellPlace(periodsTable, table, row, column), facts: { month, from } };
}

/** The first day is not chosen there. */
function isOtherStart(cell: Cell, { from }: AbsencePeriod, own: WrittenPeriod | undefined): boolean {
  return !isBlank(cell) && !('date' in cell && [from, own?.from].includes(cell.date));
}

/** The last day that a person chose; null for one that is not possible, undefined where nobody chose any. */
function chosenEnd(cell: Cell, { from, to }: AbsencePeriod, own: WrittenPeriod | undefined) {
  if (isBlank(cell)) return undefined;
  if (!('date' in cell)) return null;
  if (cell.date === own?.to) return undefined;
  const [least, most] = [addDays(to, -MOST_SHIFT), addDays(to, MOST_SHIFT)];
  return cell.date >= from && least <= cell.date && cell.date <= most ? cell.date : null;
}

/**
 * The period that is open: the first one, or the one after the last closed. « Au » of its row moves its end; an end before its beginning, or
 * more than half a month away, is an error at its cell, and so is another date under « Du ». Dates that were written here are nobody's choice:
 * « Reprise » may have changed since.
 */
export function openPeriod(
  snapshot: BookSnapshot,
  start: Pick<StartingPoint, 'month' | 'from'>,
  { closed, written }: Pick<TransferRegister, 'closed' | 'written'>,
): OpenPeriod {
  const last = closed.at(-1);
  const period = last ? nextPeriod(last, start) : firstPeriod(start);
  const ownEnd = period.to;
  const table = snapshot[periodsTable.name];
  const row = table?.state === 'found' ? table.rows.find((each) => isOf(each, period.month)) : undefined;
  if (table?.state !== 'found' || !row) return { period, ownEnd, findings: [] };
  const own = written.get(period.month);
  const fault = (column: 'from' | 'to') => [faultAt({ table, row }, column, period)];
  const { from = blank, to = blank } = row.cells;
  if (isOtherStart(from, period, own)) return { period, ownEnd, findings: fault('from') };
  const end = chosenEnd(to, period, own);
  if (end === null) return { period, ownEnd, findings: fault('to') };
  return { period: end === undefined ? period : { ...period, to: end }, ownEnd, findings: [] };
}

function isOf(row: BookRow, month: PlainMonth): boolean {
  return isOurs(row) && textOf(row, 'month') === month;
}

function cellsOf({ month, from, to }: AbsencePeriod, state: PeriodState, by: string, at: Cell): RowCells {
  return {
    topic: textCell(periodTopics.absences),
    scope: blank,
    month: textCell(month),
    from: { date: from },
    to: { date: to },
    state: textCell(periodStates[state]),
    by: by === '' ? blank : textCell(by),
    at,
  };
}

/** The lines that write the state of a month that has its row already. */
export function periodState(
  rows: readonly BookRow[],
  month: PlainMonth,
  state: PeriodState,
  by: string,
  at: Cell,
): PlanLine[] {
  const row = rows.find((each) => isOf(each, month));
  const cells = { state: textCell(periodStates[state]), by: textCell(by), at };
  return row ? setCells(periodsTable, row, cells) : [];
}

/** The lines that write where `period` stands. A closed one opens the next; one that is open again takes the open ones after it away. */
export function periodLines(
  rows: readonly BookRow[],
  period: AbsencePeriod,
  state: PeriodState,
  by: string,
  at: Cell,
  start: Pick<StartingPoint, 'month' | 'from'>,
): PlanLine[] {
  const next = nextPeriod(period, start);
  const isFollowed = rows.some((row) => isOurs(row) && textOf(row, 'month') >= next.month);
  const opened = state === 'closed' && !isFollowed ? [cellsOf(next, 'open', by, at)] : [];
  const isStale = (row: BookRow) =>
    state === 'open' &&
    isOurs(row) &&
    textOf(row, 'month') > period.month &&
    textOf(row, 'state') === periodStates.open;
  return replacing(periodsTable, rows, [cellsOf(period, state, by, at), ...opened], isStale);
}
