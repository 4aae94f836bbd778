/** A review in a few lines: how many of each kind, and what a person must look at. No value of a cell is ever printed. */
import type { Decision, ItemKind } from '../../shared/domain/review/review.ts';
import type { Review, ReviewEntry } from '../../shared/flows/prepareReview.ts';
import * as say from '../../shared/messages/fr/cli.ts';
import { column } from '../../shared/tables/declaration.ts';
import { tableNamed } from '../../shared/tables/tables.ts';

const kinds = Object.keys(say.kinds) as ItemKind[];
const SHOWN = 20;

/** Entries that the person has not set aside already. */
function fresh({ entries }: Review): ReviewEntry[] {
  return entries.filter(({ item }) => !item.remembered);
}

/** How many differences are proposed with this decision. */
export function countOf(review: Review, decision: Decision): number {
  return review.entries.filter(({ item }) => item.decision === decision).length;
}

function byKind(review: Review): [ItemKind, number][] {
  const entries = fresh(review);
  return kinds.flatMap((kind): [ItemKind, number][] => {
    const count = entries.filter(({ item }) => item.kind === kind).length;
    return count === 0 ? [] : [[kind, count]];
  });
}

function decisionLine({ item, person }: ReviewEntry): string {
  const table = tableNamed(item.table);
  const headings = item.changes.map(({ column: key }) => column(table, key).heading).join(', ');
  return say.toDecide(item.gated ? say.bankToConfirm : say.conflictToDecide, person.name, headings);
}

/** What waits for a decision, first ones first. */
export function decisionLines(review: Review): string[] {
  const waiting = review.entries.filter(({ item }) => item.decision === 'undecided');
  const more = waiting.length - SHOWN;
  return [...waiting.slice(0, SHOWN).map(decisionLine), ...(more > 0 ? [say.andMore(more)] : [])];
}

/** What the review holds, for a person. */
export function reviewLines(review: Review): string[] {
  const counts = byKind(review).map(([kind, count]) => say.kindCount(say.kinds[kind], count));
  return [say.differences(fresh(review).length), ...counts, ...decisionLines(review)];
}

/** What the review holds, for a machine: places and counts. */
export function reviewFacts(review: Review): Readonly<Record<string, unknown>> {
  return {
    differences: fresh(review).length,
    proposed: countOf(review, 'accept'),
    undecided: countOf(review, 'undecided'),
    ignored: review.entries.filter(({ item }) => item.remembered).length,
    unchanged: review.unchanged,
    kept: review.kept.length,
    byKind: Object.fromEntries(byKind(review)),
    findings: review.findings.map(({ code, severity, place }) => ({ code, severity, place })),
  };
}
