/** Where absences stand in the workbook: the open period, its import, what is left to do. Lucca is not asked. */
import type { AbsencePeriod } from '../../../domain/absences/absencePeriod.ts';
import { outcomeOf, type SyncOutcome } from '../../../domain/absences/reconcile.ts';
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { absenceTables } from '../../../tables/absences/absenceTables.ts';
import { absenceImportsTable } from '../../../tables/absences/importsTable.ts';
import type { RecordedImport } from '../../../tables/absences/readImports.ts';
import { formerIdsTable } from '../../../tables/people/formerIdsTable.ts';
import { periodsTable } from '../../../tables/periodsTable.ts';
import type { Book, BookError } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import type { HeldTransfer } from './heldTransfer.ts';
import { importLines, type ImportLine } from './importLines.ts';
import { doneRuns, followerOf } from './laterLines.ts';
import { standingOf, type TransferStanding } from './readTransfer.ts';

/** An import with what payroll did of it. */
export interface ImportView extends RecordedImport {
  readonly lines: readonly ImportLine[];
  readonly deletionsTodo: number;
  readonly deletionsDone: number;
  readonly importsTodo: number;
  readonly importsDone: number;
  readonly refused: number;
  /** True until every deletion is done. */
  readonly isLocked: boolean;
  /** A later import stands, or left deletions done: this one is not cancelled. */
  readonly isFollowed: boolean;
  /** Of what it was prepared with, done or not. */
  readonly outcome: SyncOutcome;
  /** As the sheet tells them; '' for what did not happen. */
  readonly preparedAt: string;
  readonly confirmedAt: string;
  readonly endedAt: string;
}

export interface TransferBoard extends Pick<TransferStanding, 'start' | 'isNew'> {
  readonly period: AbsencePeriod;
  /** The one that waits, else the last one of the open month. */
  readonly current: ImportView | null;
  /** The last first. */
  readonly imports: readonly ImportView[];
  /** The last closed month; null before the first. */
  readonly lastClosed: PlainMonth | null;
}

export type BoardError =
  | { readonly code: 'book'; readonly error: BookError }
  | { readonly code: 'unsound'; readonly findings: readonly Finding[] };

function viewOf(
  own: RecordedImport,
  lines: readonly ImportLine[],
  dates: (key: string) => string,
): Omit<ImportView, 'isFollowed'> {
  const count = (direction: ImportLine['direction'], state?: ImportLine['state']) =>
    lines.filter((line) => line.direction === direction && (state === undefined || line.state === state)).length;
  const deletionsTodo = count('delete', 'todo');
  return {
    ...own,
    lines,
    deletionsTodo,
    deletionsDone: count('delete', 'done'),
    importsTodo: count('import', 'todo'),
    importsDone: count('import', 'done'),
    refused: count('import', 'refused'),
    isLocked: deletionsTodo > 0,
    outcome: outcomeOf(count('import'), count('delete')),
    preparedAt: dates('preparedAt'),
    confirmedAt: dates('confirmedAt'),
    endedAt: dates('endedAt'),
  };
}

function byRun(lines: readonly ImportLine[]): ReadonlyMap<string, readonly ImportLine[]> {
  const groups = new Map<string, ImportLine[]>();
  for (const line of lines) {
    const group = groups.get(line.run);
    if (group) group.push(line);
    else groups.set(line.run, [line]);
  }
  return groups;
}

/** @param month the payroll month to begin with, where « Reprise » says nothing yet. */
export async function readTransferBoard(book: Book, month: PlainMonth): Promise<Result<TransferBoard, BoardError>> {
  const read = await book.read([...absenceTables, periodsTable, formerIdsTable]);
  if (!read.ok) return fail({ code: 'book', error: read.error });
  const standing = standingOf(read.value, month);
  if (!standing.ok) return fail({ code: 'unsound', findings: standing.error });
  const { start, isNew, period, register } = standing.value;
  const held: HeldTransfer = { snapshot: read.value, register, rows: ({ name }) => rowsOf(read.value, name) };
  const lines = byRun(importLines(held));
  const rows = new Map(held.rows(absenceImportsTable).map((row) => [row.key, row]));
  const done = doneRuns(held);
  const imports = register.imports.map((own) => {
    const row = rows.get(own.number);
    const view = viewOf(own, lines.get(own.number) ?? [], (key) => (row ? textOf(row, key) : ''));
    return { ...view, isFollowed: followerOf(held, own.number, done) !== undefined };
  });
  const ofMonth = imports.filter((each) => each.month === period.month);
  const waiting = imports.find(({ state }) => state === 'prepared');
  return ok({
    start,
    isNew,
    period,
    current: waiting ?? ofMonth.filter(({ state }) => state === 'confirmed').at(-1) ?? null,
    imports: imports.reverse(),
    lastClosed: register.closed.at(-1)?.month ?? null,
  });
}
