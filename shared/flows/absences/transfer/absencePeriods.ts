/** « Périodes » of absences: the one that is open, with the end that payroll may have typed, and the rows that say where each stands. */
import { firstPeriod, nextPeriod, type AbsencePeriod } from '../../../domain/absences/absencePeriod.ts';
import { addDays, type PlainDate, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import { blank, textCell, type Cell } from '../../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../../domain/review/plan.ts';
import type { StartingPoint } from '../../../tables/absences/readStartingPoint.ts';
import type { TransferRegister } from '../../../tables/absences/readTransferRegister.ts';
import { cellPlace } from '../../../tables/cellPlace.ts';
import { periodStates, periodsTable, periodTopics, type PeriodState } from '../../../tables/periodsTable.ts';
import type { BookRow, BookSnapshot } from '../../book.ts';
import { isOfTopic } from '../../companyPeriods.ts';
import { replacing, setCells } from '../../replacing.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';

const isOurs = isOfTopic('absences');

/** Days that a typed end may be away from the one expected: more is a slip of the finger. */
const MOST_SHIFT = 15;

/** Key of the end that was written for a month, so that one that a person types is told from it. */
export const endKey = (month: PlainMonth) => `${month}/END`;

export interface OpenPeriod {
  readonly period: AbsencePeriod;
  /** Where it ends by itself. */
  readonly ownEnd: PlainDate;
  readonly findings: readonly Finding[];
}

/**
 * The period that is open: the first one, or the one after the last closed. « Au » of its row moves its end; an end before its beginning, or
 * more than a month away, is an error at its cell.
 */
export function openPeriod(
  snapshot: BookSnapshot,
  start: Pick<StartingPoint, 'month' | 'from'>,
  { closed, ends }: Pick<TransferRegister, 'closed' | 'ends'>,
): OpenPeriod {
  const last = closed.at(-1);
  const period = last ? nextPeriod(last, start) : firstPeriod(start);
  const ownEnd = period.to;
  const table = snapshot[periodsTable.name];
  const row = table?.state === 'found' ? table.rows.find((each) => isOf(each, period.month)) : undefined;
  const typed = row?.cells['to'];
  if (table?.state !== 'found' || !row || !typed || 'blank' in typed) return { period, ownEnd, findings: [] };
  const to = 'date' in typed ? typed.date : undefined;
  // What was written here is no choice of anybody's: « Reprise » may have changed since.
  if (to === ends.get(period.month)) return { period, ownEnd, findings: [] };
  const [least, most] = [addDays(ownEnd, -MOST_SHIFT), addDays(ownEnd, MOST_SHIFT)];
  const isRight = to !== undefined && to >= period.from && least <= to && to <= most;
  if (isRight) return { period: { ...period, to }, ownEnd, findings: [] };
  const place = cellPlace(periodsTable, table, row, 'to');
  return {
    period,
    ownEnd,
    findings: [{ code: 'absencePeriodEnd', severity: 'error', place, facts: { from: period.from } }],
  };
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
