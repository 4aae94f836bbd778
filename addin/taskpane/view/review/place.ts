import type { Place } from '../../../../shared/domain/finding.ts';
import type { ReviewEntry } from '../../../../shared/flows/prepareReview.ts';

/** Where an entry stands in the workbook; undefined for what is not there yet. */
export function placeOf({ item }: ReviewEntry): Place | undefined {
  if (item.kind === 'added' || item.kind === 'deletedHere') return undefined;
  const [change] = item.changes;
  const place = { table: item.table, key: item.key };
  return change && item.kind !== 'removed' ? { ...place, column: change.column } : place;
}
