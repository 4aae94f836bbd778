/**
 * People whose file lacks something in Lucca: created all the same and completed later, as payroll software does, or made to wait. The
 * workbook remembers the choice.
 */
import { displayed } from '../domain/review/cell.ts';
import type { ReviewItem, TableReview } from '../domain/review/review.ts';
import { employeesTable } from '../tables/employeesTable.ts';

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
