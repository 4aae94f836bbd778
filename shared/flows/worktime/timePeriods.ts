/** « Périodes » of working time. */
import type { PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Cell } from '../../domain/review/cell.ts';
import type { PlanLine } from '../../domain/review/plan.ts';
import type { PeriodState } from '../../tables/periodsTable.ts';
import type { BookRow } from '../book.ts';
import { companyPeriodLines } from '../companyPeriods.ts';

/** The lines that write where a month comes to: see `companyPeriodLines`. */
export function periodLines(
  rows: readonly BookRow[],
  month: PlainMonth,
  state: PeriodState,
  by: string,
  at: Cell,
): PlanLine[] {
  return companyPeriodLines(rows, { topic: 'time', month, state, by, at });
}
