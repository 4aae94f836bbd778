/** A review in a few lines: how many of each kind, and what a person must look at. No value of a cell is ever printed. */
import type { ItemKind } from '../../shared/domain/review/review.ts';
import type { Review, ReviewEntry } from '../../shared/flows/prepareReview.ts';
import { byPerson, countOf, freshEntries, noDecisions } from '../../shared/flows/reviewEntries.ts';
import * as say from '../../shared/messages/fr/cli.ts';
import { column } from '../../shared/tables/declaration.ts';
import { tableNamed } from '../../shared/tables/tables.ts';

const kinds = Object.keys(say.kinds) as ItemKind[];
const SHOWN = 20;

function byKind(review: Review): [ItemKind, number][] {
  const entries = freshEntries(review);
  return kinds.flatMap((kind): [ItemKind, number][] => {
    const count = entries.filter(({ item }) => item.kind === kind).length;
    return count === 0 ? [] : [[kind, count]];
  });
}

function decisionLine({ item, person }: ReviewEntry): string {
  const table = tableNamed(item.table);
  const headings = item.changes.map(({ column: key }) => column(table, key).heading).join(', ');
  const why = item.gated ? say.bankToConfirm : item.kind === 'conflict' ? say.conflictToDecide : say.leftToDecide;
  return say.toDecide(why, person.name, headings);
}

/** What waits for a decision, in the order of the pane, first ones only. */
export function decisionLines(review: Review): string[] {
  const waiting = byPerson(review.entries.filter(({ item }) => item.decision === 'undecided')).flat();
  const more = waiting.length - SHOWN;
  return [...waiting.slice(0, SHOWN).map(decisionLine), ...(more > 0 ? [say.andMore(more)] : [])];
}

/** What the review holds, for a person. */
export function reviewLines(review: Review): string[] {
  const counts = byKind(review).map(([kind, count]) => say.kindCount(say.kinds[kind], count));
  return [say.differences(freshEntries(review).length), ...counts, ...decisionLines(review)];
}

/** What the review holds, for a machine: places and counts. */
export function reviewFacts(review: Review): Readonly<Record<string, unknown>> {
  return {
    differences: freshEntries(review).length,
    proposed: countOf(review, noDecisions, 'accept'),
    undecided: countOf(review, noDecisions, 'undecided'),
    ignored: review.entries.length - freshEntries(review).length,
    unchanged: review.unchanged,
    kept: review.kept.length,
    byKind: Object.fromEntries(byKind(review)),
    findings: review.findings.map(({ code, severity, place }) => ({ code, severity, place })),
  };
}
