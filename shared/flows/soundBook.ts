/** Whether a workbook can be computed on. */
import type { Connection } from '../contracts/schemas.ts';
import type { Finding } from '../domain/finding.ts';
import { sourceTables } from '../tables/tables.ts';
import type { BookSnapshot } from './book.ts';
import { bookState, tableFindings } from './bookState.ts';
import { isOther } from './prepareReview.ts';

export type UnsoundBook =
  { readonly code: 'pending' } | { readonly code: 'unsound'; readonly findings: readonly Finding[] };

/**
 * Why it cannot be, undefined when it can. A table that cannot be read would be one without rows: what it ordered, or handed over, would be
 * counted again. `snapshot` holds every source table.
 */
export function unsoundBook(snapshot: BookSnapshot, connection: Connection): UnsoundBook | undefined {
  const { pending, owner } = bookState(snapshot);
  if (pending) return { code: 'pending' };
  const findings = tableFindings(snapshot, sourceTables);
  if (findings.length > 0) return { code: 'unsound', findings };
  if (!isOther(owner, connection)) return undefined;
  const facts = { account: owner?.account ?? '' };
  return { code: 'unsound', findings: [{ code: 'voucherOtherAccount', severity: 'error', facts }] };
}
