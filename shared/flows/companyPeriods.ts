/** « Périodes » of a topic that the whole company closes at once: one row per month, of which one only is open. */
import { addMonths, firstDay, lastDay, type PlainMonth } from '../domain/calendar/plainDate.ts';
import { blank, textCell, type Cell } from '../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../domain/review/plan.ts';
import { periodStates, periodsTable, periodTopics, type PeriodState } from '../tables/periodsTable.ts';
import type { BookRow } from './book.ts';
import { replacing } from './replacing.ts';
import { textOf } from './vouchers/regulationReadings.ts';

export type CompanyTopic = 'time' | 'people';
type WholeTopic = CompanyTopic | 'absences';

export const isOfTopic = (topic: WholeTopic) => (row: BookRow) => textOf(row, 'topic') === periodTopics[topic];

/** Where a month comes to. `by`: where it was done, '' when nobody knows; `at`: as a sheet tells it. */
export interface CompanyPeriod {
  readonly topic: CompanyTopic;
  readonly month: PlainMonth;
  readonly state: PeriodState;
  readonly by: string;
  readonly at: Cell;
}

function cellsOf({ topic, month, state, by, at }: CompanyPeriod): RowCells {
  return {
    topic: textCell(periodTopics[topic]),
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
 * The lines that write a period. A month that is closed opens the next one; one that is open again takes the open months after it away.
 */
export function companyPeriodLines(rows: readonly BookRow[], period: CompanyPeriod): PlanLine[] {
  const { topic, month, state } = period;
  const isOurs = isOfTopic(topic);
  const next = addMonths(month, 1);
  const isFollowed = rows.some((row) => isOurs(row) && textOf(row, 'month') >= next);
  const opened = state === 'closed' && !isFollowed ? [cellsOf({ ...period, month: next, state: 'open' })] : [];
  const isStale = (row: BookRow) =>
    state === 'open' && isOurs(row) && textOf(row, 'month') > month && textOf(row, 'state') === periodStates.open;
  return replacing(periodsTable, rows, [cellsOf(period), ...opened], isStale);
}
