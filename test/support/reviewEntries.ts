/** Differences made by hand, for what is shown of a review. */
import { instant, plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { textCell } from '../../shared/domain/review/cell.ts';
import type { ReviewItem } from '../../shared/domain/review/review.ts';
import type { Review, ReviewEntry } from '../../shared/flows/prepareReview.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';

let serial = 0;

/** A difference about the person of that name: her town changed, unless `more` says otherwise. */
export function entry(name: string, more: Partial<ReviewItem>): ReviewEntry {
  const id = `item ${++serial}`;
  const item: ReviewItem = {
    id,
    table: employeesTable.name,
    key: name,
    kind: 'changed',
    changes: [{ column: 'city', before: textCell('Lyon'), after: textCell('Paris') }],
    gated: false,
    remembered: false,
    decision: 'accept',
    lines: { accept: [], ignore: [] },
    ...more,
  };
  return { item, person: { luccaId: name, name, employeeNumber: '00057', establishment: 'Lyon' }, about: {} };
}

export function reviewOf(entries: readonly ReviewEntry[]): Review {
  const origin = {
    connection: 'c',
    account: 'acme',
    asOf: instant('2026-10-26T19:04:00Z'),
    lastChange: 0,
    months: [plainMonth('2026-10')],
  };
  return { origin, entries, silent: [], kept: [], unchanged: 0, findings: [] };
}
