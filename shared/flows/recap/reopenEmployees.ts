/** « Rouvrir le mois des salariés »: the last close is taken back, its copy with it, in one plan that can be undone. */
import type { PlainMonth } from '../../domain/calendar/plainDate.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { periodsTable } from '../../tables/periodsTable.ts';
import { closingsTable } from '../../tables/recap/recapTables.ts';
import { applyPlan, type ApplyError, type ApplyReport } from '../apply.ts';
import { rowsOf } from '../bookState.ts';
import { companyPeriodLines } from '../companyPeriods.ts';
import type { FlowOptions } from '../ports.ts';
import { replacing } from '../replacing.ts';
import { stamp } from '../stamp.ts';
import { textOf } from '../vouchers/regulationReadings.ts';
import { readRecapBook, type RecapError } from './recapBook.ts';
import type { RecapPorts, RecapRequest } from './readRecap.ts';

/** `notClosed`: there is nothing to reopen. `later`: `month` is closed after it, and is reopened first. */
export type ReopenError =
  | RecapError
  | { readonly code: 'apply'; readonly error: ApplyError }
  | { readonly code: 'notClosed' }
  | { readonly code: 'later'; readonly month: PlainMonth };

export interface ReopenOptions extends FlowOptions {
  /** Where it is done. */
  readonly by?: string;
}

/** Opens the last closed month again; it is then compared with the close before, whose copy is kept until the next close. */
export async function reopenEmployees(
  ports: Pick<RecapPorts, 'book' | 'clock'>,
  { connection, month }: RecapRequest,
  options: ReopenOptions = {},
): Promise<Result<ApplyReport, ReopenError>> {
  const book = await readRecapBook(ports.book, connection);
  if (!book.ok) return book;
  const { snapshot, closed } = book.value;
  const last = closed.at(-1)?.month;
  if (!closed.some((each) => each.month === month)) return fail({ code: 'notClosed' });
  if (last !== undefined && last > month) return fail({ code: 'later', month: last });
  const at = stamp(ports.clock.now());
  const period = { topic: 'people', month, state: 'open', by: options.by ?? '', at } as const;
  const lines = [
    ...companyPeriodLines(rowsOf(snapshot, periodsTable.name), period),
    ...replacing(closingsTable, rowsOf(snapshot, closingsTable.name), [], (row) => textOf(row, 'month') === month),
  ];
  const report = await applyPlan(ports, lines, options, 'peopleReopen');
  return report.ok ? ok(report.value) : fail({ code: 'apply', error: report.error });
}
