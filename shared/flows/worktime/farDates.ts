/** Dates typed so far ahead that a figure of the year must be wrong: what they hold counts in no month that anybody computes. */
import { addMonths, monthOf, type PlainDate, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { timeCorrectionsTable } from '../../tables/worktime/timeCorrectionsTable.ts';
import { timeEntriesTable } from '../../tables/worktime/timeEntriesTable.ts';
import type { WorktimeBook } from './worktimeBook.ts';

/** Months after the computed one in which a correction or typed time may well be. */
const AHEAD = 12;

/** One finding for each person, sheet and date more than a year after the month. */
export function farDates({ corrections, typed }: WorktimeBook, month: PlainMonth): Finding[] {
  const last = addMonths(month, AHEAD);
  const told = (subject: string, date: PlainDate, sheet: string): Finding[] =>
    monthOf(date) > last ? [{ code: 'timeDateFar', severity: 'warning', subject, facts: { date, sheet } }] : [];
  return [
    ...corrections.flatMap(({ employeeId, date }) => told(employeeId, date, timeCorrectionsTable.title)),
    ...[...typed].flatMap(([id, { dates }]) => [...dates].flatMap((date) => told(id, date, timeEntriesTable.title))),
  ];
}
