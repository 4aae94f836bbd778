/** Which of the files that a person may be is the best, and whether it is good enough to be proposed. */
import type { Candidate, Matchable } from './matchable.ts';

export function byId(a: Pick<Matchable, 'id'>, b: Pick<Matchable, 'id'>): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** Keys that agree, less what is known and differs. A key that others hold too proves nothing: it is not counted. */
function weightOf({ keys, differences }: Candidate): number {
  return keys.length - differences.length;
}

function compared(a: Candidate, b: Candidate): number {
  return weightOf(b) - weightOf(a) || b.keys.length - a.keys.length || b.shared.length - a.shared.length;
}

/** The best first, whatever the order given. */
export function bestFirst(a: Candidate, b: Candidate): number {
  return compared(a, b) || byId(a, b);
}

/**
 * The one candidate that one gesture may confirm, undefined where a person must choose: more contradicts the best than agrees with it, or
 * another is as good. A matricule in common, birth date and names that differ → undefined.
 */
export function proposedOf(candidates: readonly Candidate[]): Candidate | undefined {
  const [best, other] = [...candidates].sort(bestFirst);
  if (!best || weightOf(best) < 0) return undefined;
  return other && compared(best, other) === 0 ? undefined : best;
}
