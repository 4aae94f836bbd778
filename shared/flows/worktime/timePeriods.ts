/** « Périodes » of working time: one row per month for the whole company, of which one only is open. */
import { addMonths, firstDay, lastDay, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import { blank, textCell, type Cell } from '../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../domain/review/plan.ts';
import { periodStates, periodsTable, periodTopics, type PeriodState } from '../../tables/periodsTable.ts';
import type { BookRow } from '../book.ts';
import { replacing } from '../replacing.ts';
import { textOf } from '../vouchers/regulationReadings.ts';

const isTime = (row: BookRow) => textOf(row, 'topic') === periodTopics.time;

function cellsOf(month: PlainMonth, state: PeriodState, by: string, at: Cell): RowCells {
  return {
    topic: textCell(periodTopics.time),
    scope: blank,
    month: textCell(month),
    from: { date: firstDay(month) },
    to: { date: lastDay(month) },
    state: textCell(periodStates[state]),
    by: by === '' ? blank : textCell(by),
    at,
  };
}

/**
 * The lines that write where a month comes to. A month that is closed opens the next one; one that is open again takes the open months after it
 * away. `by`: where it was done, '' when nobody knows; `at`: as a sheet tells it.
 */
export function periodLines(
  rows: readonly BookRow[],
  month: PlainMonth,
  state: PeriodState,
  by: string,
  at: Cell,
): PlanLine[] {
  const next = addMonths(month, 1);
  const isFollowed = rows.some((row) => isTime(row) && textOf(row, 'month') >= next);
  const opened = state === 'closed' && !isFollowed ? [cellsOf(next, 'open', by, at)] : [];
  const isStale = (row: BookRow) =>
    state === 'open' && isTime(row) && textOf(row, 'month') > month && textOf(row, 'state') === periodStates.open;
  return replacing(periodsTable, rows, [cellsOf(month, state, by, at), ...opened], isStale);
}
