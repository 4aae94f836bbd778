/** How an account of absence most often counts in working time, from its name: proposed on a new row, for a person to look at. */
import type { PlainDate } from '../../domain/calendar/plainDate.ts';
import type { Assimilation } from '../../domain/worktime/ruleSet.ts';

export interface Proposal {
  readonly assimilation: Assimilation | null;
  readonly from: PlainDate | null;
  readonly counts: boolean;
}

/** Paid leave counts for the weekly threshold since Cass. soc. 10/09/2025, n° 23-14.455. */
const RULING = '2025-09-10' as PlainDate;

const nothing: Proposal = { assimilation: null, from: null, counts: true };

const known: readonly (readonly [RegExp, Proposal])[] = [
  [/t[ée]l[ée]travail|home\s*office/i, { ...nothing, counts: false }],
  [/formation|d[ée]l[ée]gation|visite m[ée]dicale|m[ée]decine du travail/i, { ...nothing, assimilation: 'effective' }],
  [/cong[ée]s? pay[ée]s?|^cp\b/i, { ...nothing, assimilation: 'weeklyThreshold', from: RULING }],
];

/** `proposalOf('Télétravail')` → does not count as an absence; a name that says nothing → nothing. */
export function proposalOf(name: string): Proposal {
  return known.find(([pattern]) => pattern.test(name))?.[1] ?? nothing;
}
