/**
 * People whose file lacks something in Lucca: created all the same and completed later, as payroll software does, or made to wait. The
 * workbook remembers the choice.
 */
import { displayed, textCell } from '../domain/review/cell.ts';
import type { PlanLine } from '../domain/review/plan.ts';
import type { ReviewItem, TableReview } from '../domain/review/review.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { employeesTable } from '../tables/employeesTable.ts';
import { stateTable } from '../tables/memoryTables.ts';
import type { Book, BookError, BookSnapshot } from './book.ts';
import { INCOMPLETE, rowsOf, WAITS } from './bookState.ts';

function held(snapshot: BookSnapshot) {
  return rowsOf(snapshot, stateTable.name).find(({ key }) => key === INCOMPLETE.toUpperCase())?.cells['value'];
}

/** Remembers the choice in the workbook. */
export async function setIncompleteWaits(book: Book, waits: boolean): Promise<Result<void, BookError>> {
  const snapshot = await book.read([stateTable]);
  if (!snapshot.ok) return snapshot;
  const after = textCell(waits ? WAITS : 'create');
  const before = held(snapshot.value);
  const same = { table: stateTable.name, key: INCOMPLETE.toUpperCase(), reason: 'decision' as const };
  const line: PlanLine = before
    ? { ...same, operation: 'set', column: 'value', before, after }
    : { ...same, operation: 'add', after: { key: textCell(INCOMPLETE), value: after } };
  const written = await book.write([{ table: stateTable, lines: [line] }]);
  return written.ok ? ok(undefined) : fail(written.error);
}

function isIncompleteArrival({ kind, changes }: ReviewItem): boolean {
  return kind === 'added' && changes.some(({ column, after }) => column === 'missing' && displayed(after) !== '');
}

/** The review with incomplete arrivals left to decide, and a finding that counts them. */
export function withoutIncomplete(review: TableReview, waits: boolean): TableReview {
  if (!waits) return review;
  const waiting = new Set(review.items.filter((item) => item.decision === 'accept' && isIncompleteArrival(item)));
  if (waiting.size === 0) return review;
  const items = review.items.map((item) => (waiting.has(item) ? { ...item, decision: 'undecided' as const } : item));
  const place = { table: employeesTable.name };
  const facts = { people: waiting.size };
  return {
    ...review,
    items,
    findings: [...review.findings, { code: 'incompleteWait', severity: 'info', place, facts }],
  };
}
