/** Choices that outlive a review: what was ignored, as rows of the decisions table. */
import { textCell } from './cell.ts';
import type { PlanLine, RowCells } from './plan.ts';
import type { Decision, ItemChange, Remembered, ReviewColumn, ReviewItem } from './review.ts';
import { canonical } from './cell.ts';

function row(id: string, fingerprint: string): RowCells {
  return { key: textCell(id), value: textCell(fingerprint) };
}

/** The rows of the decisions table that record « ignoré », and those that forget it. */
export function decisionLines(
  table: string,
  id: string,
  fingerprint: string,
  remembered: Remembered,
): { readonly accept: readonly PlanLine[]; readonly ignore: readonly PlanLine[] } {
  const same = { table, key: canonical('text', textCell(id)), reason: 'decision' as const };
  const known = remembered.get(id);
  if (known === undefined) return { accept: [], ignore: [{ ...same, operation: 'add', after: row(id, fingerprint) }] };
  const forget: PlanLine = { ...same, operation: 'delete', before: row(id, known) };
  const update: PlanLine = {
    ...same,
    operation: 'set',
    column: 'value',
    before: textCell(known),
    after: textCell(fingerprint),
  };
  return { accept: [forget], ignore: known === fingerprint ? [] : [update] };
}

/** What identifies the change that is proposed: the values that Lucca would write. */
export function fingerprint(
  kind: ReviewItem['kind'],
  columns: readonly ReviewColumn[],
  changes: readonly ItemChange[],
): string {
  if (kind === 'added' || kind === 'removed' || kind === 'gone') return kind;
  const kinds = new Map(columns.map((each) => [each.key, each.kind]));
  return changes.map(({ column, after }) => `${column}=${canonical(kinds.get(column) ?? 'text', after)}`).join('|');
}

/** What is proposed for an item: nothing by itself where a person must look, « ignorer » where the same was ignored before. */
export function proposed(kind: ReviewItem['kind'], gated: boolean, remembered: boolean): Decision {
  if (remembered || kind === 'deletedHere') return 'ignore';
  return gated || kind === 'conflict' ? 'undecided' : 'accept';
}
