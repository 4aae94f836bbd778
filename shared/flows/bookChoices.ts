/** What is remembered of a workbook beside where its data come from: what a person chose once. Not journalled: it changes no figure. */
import type { FieldGroup } from '../domain/people/employeeFields.ts';
import { textCell } from '../domain/review/cell.ts';
import type { PlanLine } from '../domain/review/plan.ts';
import { ok, type Result } from '../domain/result.ts';
import { stateTable } from '../tables/memoryTables.ts';
import type { Book, BookError } from './book.ts';
import { AUTOMATIC, INCOMPLETE, rowsOf, UNDECIDED, WAITS } from './bookState.ts';

async function remember(book: Book, name: string, value: string): Promise<Result<void, BookError>> {
  const snapshot = await book.read([stateTable]);
  if (!snapshot.ok) return snapshot;
  const key = name.toUpperCase();
  const before = rowsOf(snapshot.value, stateTable.name).find((row) => row.key === key)?.cells['value'];
  const same = { table: stateTable.name, key, reason: 'decision' as const };
  const after = textCell(value);
  const line: PlanLine = before
    ? { ...same, operation: 'set', column: 'value', before, after }
    : { ...same, operation: 'add', after: { key: textCell(name), value: after } };
  const written = await book.write([{ table: stateTable, lines: [line] }]);
  return written.ok ? ok(undefined) : written;
}

/** Whether files that lack something wait to be created. */
export function setIncompleteWaits(book: Book, waits: boolean): Promise<Result<void, BookError>> {
  return remember(book, INCOMPLETE, waits ? WAITS : 'create');
}

/** The groups of fields whose changes are taken from Lucca without asking. */
export function setAutomatic(book: Book, groups: readonly FieldGroup[]): Promise<Result<void, BookError>> {
  return remember(book, AUTOMATIC, groups.length === 0 ? 'none' : groups.join(' '));
}

/** Nothing is left to decide any more: what waited is gone from Lucca, or from the workbook. */
export function forgetUndecided(book: Book): Promise<Result<void, BookError>> {
  return remember(book, UNDECIDED, '0');
}
