/** « Récapitulatif » and « RIB modifiés » are made the lines of one month; what people added beside their rows stays with them. */
import { wallClock } from '../../domain/calendar/plainDate.ts';
import { blank, displayed } from '../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../domain/review/plan.ts';
import type { Sensitivity } from '../../domain/people/employeeFields.ts';
import { ok, fail, type Result } from '../../domain/result.ts';
import type { TableDeclaration } from '../../tables/declaration.ts';
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

/** The same account of the same person, whatever became of it. */
const accountOf = (row: RowCells) =>
  JSON.stringify(['luccaId', 'ibanAfter', 'bicAfter'].map((key) => displayed(row[key] ?? blank)));

/** An account that waited and is accepted has another row: what people noted beside the first one goes with it. */
function withNotes(lines: readonly PlanLine[]): PlanLine[] {
  const notes = new Map(
    lines.flatMap((line) =>
      line.operation === 'delete' && line.kept ? [[accountOf(line.before), line.kept] as const] : [],
    ),
  );
  return lines.map((line) => {
    const kept = line.operation === 'add' ? notes.get(accountOf(line.after)) : undefined;
    return line.operation === 'add' && kept ? { ...line, kept } : line;
  });
}

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
  const of = (table: TableDeclaration, rows: readonly RowCells[]) =>
    replacing(table, rowsOf(before.value, table.name), rows, () => true);
  const lines = [
    ...of(recapTable, recapRows(recapReport(month, upTo, date))),
    ...withNotes(of(bankChangesTable, bankRows(bankReport(month, upTo, date)))),
  ];
  return lines.length === 0 ? ok(nothing) : applyPlan(ports, lines, options, 'recap');
}
