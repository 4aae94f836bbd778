/** What the sheets say of working time before anything is computed: regulations, what is missing, exports. */
import type { Connection } from '../../../../shared/contracts/schemas.ts';
import type { Service } from '../../../../shared/contracts/service.ts';
import { firstDay, lastDay, type PlainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import { fail, ok, type Result } from '../../../../shared/domain/result.ts';
import type { Book, BookSnapshot } from '../../../../shared/flows/book.ts';
import { bookState, rowsOf, tableFindings } from '../../../../shared/flows/bookState.ts';
import { textOf } from '../../../../shared/flows/vouchers/regulationReadings.ts';
import { leftOutIn } from '../../../../shared/flows/worktime/leftOut.ts';
import { preparedLines } from '../../../../shared/flows/worktime/preparedLines.ts';
import { regulationStates, type TimeRegulationState } from '../../../../shared/flows/worktime/stateLines.ts';
import { worktimeBook, type WorktimeBook } from '../../../../shared/flows/worktime/worktimeBook.ts';
import { sourceTables } from '../../../../shared/tables/tables.ts';
import { timeExportsTable, type ExportState } from '../../../../shared/tables/worktime/timeExportsTable.ts';
import { timeSettingsTable } from '../../../../shared/tables/worktime/timeRegisterTable.ts';
import { typedWorktimeTables } from '../../../../shared/tables/worktime/worktimeTables.ts';
import type { Unanswered } from '../serviceWays.ts';
import type { TimeBoard, TimeExportLine, TimeRegulationLine } from './timeState.ts';

const stamps: Readonly<Record<ExportState, string>> = {
  prepared: 'preparedAt',
  confirmed: 'confirmedAt',
  abandoned: 'endedAt',
  cancelled: 'endedAt',
};

/** The exports, the last one first; those that cannot be read are told elsewhere. */
function exportLinesOf(snapshot: BookSnapshot, { register }: WorktimeBook): TimeExportLine[] {
  const rows = new Map(rowsOf(snapshot, timeExportsTable.name).map((row) => [row.key, row]));
  const lines = preparedLines(snapshot);
  const settings = rowsOf(snapshot, timeSettingsTable.name);
  const exports = register.exports.map(({ number, month, state }): TimeExportLine => {
    const row = rows.get(number);
    const since = row ? textOf(row, stamps[state]) : '';
    const sentAt = row ? textOf(row, 'sentAt') : '';
    const own = lines.filter((each) => each.export === number);
    return { number, month, state, since, sentAt, lines: own, leftOut: leftOutIn(settings, number) };
  });
  return exports.reverse();
}

function regulationLine(
  { row, isValid, findings }: TimeRegulationState,
  { regulations }: WorktimeBook,
  month: PlainMonth,
): TimeRegulationLine {
  const own = regulations.find((each) => each.row === row)?.regulation;
  const holds = !own || (own.from <= lastDay(month) && (own.to === null || own.to >= firstDay(month)));
  const state = !isValid ? 'invalid' : holds ? 'valid' : 'other';
  return { name: row.text('name'), set: row.text('set'), state, place: row.place('name'), findings };
}

/** Reads the sheets, and the names that Lucca gives to accounts of absence. Nothing is computed, nothing is written. */
export async function readTimeBoard(
  { book, service }: { readonly book: Book; readonly service: Service },
  { id }: Connection,
  month: PlainMonth,
): Promise<Result<TimeBoard, Unanswered>> {
  const snapshot = await book.read(sourceTables);
  if (!snapshot.ok) return fail({ code: 'book', error: snapshot.error });
  const state = bookState(snapshot.value);
  if (state.pending) return fail({ code: 'pending' });
  const accounts = await service.leaveAccounts(id);
  if (!accounts.ok) return fail({ code: 'service', error: accounts.error });
  const read = worktimeBook(snapshot.value, { accounts: accounts.value.items });
  const states = regulationStates(read);
  const own = new Set(states.flatMap((each) => each.findings));
  const missing = typedWorktimeTables.filter(({ name }) => snapshot.value[name]?.state === 'absent');
  return ok({
    month,
    missing: missing.map(({ title }) => title),
    regulations: states.map((each) => regulationLine(each, read, month)),
    sets: [...new Set(read.rules.rules.map(({ set }) => set))],
    findings: [...tableFindings(snapshot.value, sourceTables), ...read.findings.filter((each) => !own.has(each))],
    exports: exportLinesOf(snapshot.value, read),
    canUndo: state.undoable?.header.kind === 'worktime',
  });
}
