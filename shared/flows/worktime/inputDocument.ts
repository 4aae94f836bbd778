/** One document that holds what a month of working time is computed from, and the other way round. Pure. */
import type { ContractSpan } from '../../contracts/voucherSchemas.ts';
import { WORKTIME_INPUT_VERSION, type WorktimeInput } from '../../contracts/worktimeInput.ts';
import { monthOf, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { ok, type Result } from '../../domain/result.ts';
import { isIn, monthsOfWeeks, spanOfMonth } from '../../domain/worktime/weeks.ts';
import { inputTables } from '../../tables/worktime/inputTables.ts';
import type { WorktimeFacts } from '../readWorktimeFacts.ts';
import { documentTables, snapshotOf } from '../tableDocuments.ts';
import { luccaIdOf, worktimeBook } from './worktimeBook.ts';
import { monthsRead, readingOf, type WorktimeError, type WorktimeReading } from './worktimeReading.ts';

function withoutCode(contract: ContractSpan): WorktimeInput['lucca']['contracts'][number] {
  const { establishmentCode: _, ...others } = contract;
  return others;
}

/** Nothing of people that payroll has not accepted: they are not computed. */
function luccaOf({ book, mirror, months, hasSheets }: WorktimeReading): WorktimeInput['lucca'] {
  const accepted = new Set(book.people.map(luccaIdOf));
  const own = <T extends { readonly employeeId: string }>(rows: readonly T[]) =>
    rows.filter(({ employeeId }) => accepted.has(employeeId));
  return {
    months: [...months],
    hasSheets,
    contracts: own(mirror.contracts).map(withoutCode),
    workingTimes: [...mirror.workingTimes],
    planning: own(mirror.planning),
    halfDays: own(mirror.halfDays).map(({ employeeId, accountId, date, half, minutes }) => {
      return { employeeId, accountId, date, half, minutes };
    }),
    entries: own(mirror.entries),
    sheets: own(mirror.sheets),
    accounts: [...mirror.accounts],
  };
}

/** The document of what `month` was computed from; or cells that cannot be read. */
export function inputOf(reading: WorktimeReading, month: PlainMonth): Result<WorktimeInput, readonly Finding[]> {
  const tables = documentTables(inputTables, reading.snapshot, () => ({}));
  if (!tables.ok) return tables;
  return ok({ version: WORKTIME_INPUT_VERSION, month, tables: tables.value, lucca: luccaOf(reading) });
}

/** The facts as they are read for these months. */
function within(lucca: WorktimeInput['lucca'], months: readonly PlainMonth[]): WorktimeFacts {
  const around = new Set(monthsOfWeeks(months));
  const spans = months.map(spanOfMonth);
  return {
    ...lucca,
    planning: lucca.planning.filter(({ month }) => around.has(month)),
    halfDays: lucca.halfDays.filter(({ date }) => around.has(monthOf(date))),
    entries: lucca.entries.filter(({ month }) => months.includes(month)),
    sheets: lucca.sheets.filter(({ from, to }) => spans.some((span) => isIn(from, span) || isIn(to, span))),
  };
}

/** What `month` is computed from; or why it cannot be, months that the document lacks among it. */
export function readingIn(
  { tables, lucca }: WorktimeInput,
  month: PlainMonth,
): Result<WorktimeReading, Extract<WorktimeError, { code: 'unsound' | 'notRead' }>> {
  const snapshot = snapshotOf(inputTables, tables);
  const months = monthsRead(worktimeBook(snapshot, lucca), month, (each) => lucca.months.includes(each));
  if (!months.ok) return months;
  return ok(readingOf(snapshot, within(lucca, months.value), months.value, lucca.hasSheets));
}
