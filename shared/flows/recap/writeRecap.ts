/** « Récapitulatif » and « RIB modifiés » are made the lines of one month; what people added beside their rows stays with them. */
import { wallClock } from '../../domain/calendar/plainDate.ts';
import type { Sensitivity } from '../../domain/people/employeeFields.ts';
import { ok, fail, type Result } from '../../domain/result.ts';
import { bankRows, recapRows } from '../../tables/recap/recapRows.ts';
import { bankChangesTable, recapTable } from '../../tables/recap/recapTables.ts';
import { applyPlan, type ApplyError, type ApplyPorts, type ApplyReport } from '../apply.ts';
import { rowsOf } from '../bookState.ts';
import { newTables } from '../newTables.ts';
import type { FlowOptions } from '../ports.ts';
import { replacing } from '../replacing.ts';
import type { MonthRecap } from './readRecap.ts';
import { bankReport, recapReport } from './recapReports.ts';

const PARIS = 'Europe/Paris';
const nothing: ApplyReport = { added: 0, changed: 0, deleted: 0, refused: [] };
const written = [recapTable, bankChangesTable];

/** Writes the sheets, masked up to `upTo`. Nothing to change → an empty report. */
export async function writeRecap(
  ports: ApplyPorts,
  month: MonthRecap,
  upTo: Sensitivity,
  options: FlowOptions = {},
): Promise<Result<ApplyReport, ApplyError>> {
  const before = await ports.book.read(written);
  if (!before.ok) return fail({ code: 'book', open: false, error: before.error });
  // A month without a line makes its sheets all the same: an empty sheet says so.
  const made = await newTables(ports.book, before.value, written, options);
  if (!made.ok) return fail({ code: 'book', open: false, error: made.error });
  const { date } = wallClock(ports.clock.now(), PARIS);
  const wanted = [
    [recapTable, recapRows(recapReport(month, upTo, date))],
    [bankChangesTable, bankRows(bankReport(month, upTo, date))],
  ] as const;
  const lines = wanted.flatMap(([table, rows]) => replacing(table, rowsOf(before.value, table.name), rows, () => true));
  return lines.length === 0 ? ok(nothing) : applyPlan(ports, lines, options, 'recap');
}
