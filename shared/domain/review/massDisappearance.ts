/**
 * Guard against a source that goes silent: a right taken from the key, a filter changed, a file emptied by mistake.
 * When more than a tenth of the rows, and more than five, disappear at once, nothing of it is proposed: a person decides.
 */
import type { Finding } from '../finding.ts';
import type { ItemKind, TableReview } from './review.ts';

const TENTH = 10;
const FEW = 5;

/** True beyond both limits: 6 of 50 is, 6 of 60 is not, 5 of 5 is not. */
export function isMassDisappearance(disappeared: number, rows: number): boolean {
  return disappeared > FEW && disappeared * TENTH > rows;
}

/** The review as it is, or with its disappearances left to decide and a finding that says why. `rows`: how many there were to compare. */
export function guarded(review: TableReview, table: string, kind: ItemKind, rows: number): TableReview {
  const disappeared = review.items.filter((item) => item.kind === kind && !item.remembered).length;
  if (!isMassDisappearance(disappeared, rows)) return review;
  const facts = { disappeared, rows };
  const finding: Finding = { code: 'massDisappearance', severity: 'warning', place: { table }, facts };
  const items = review.items.map((item) =>
    item.kind === kind && !item.remembered ? { ...item, decision: 'undecided' as const } : item,
  );
  // Nor is it remembered that people left, whose return would then be news.
  const silent = review.silent.filter(({ reason }) => reason !== 'departure');
  return { ...review, items, silent, findings: [...review.findings, finding] };
}
