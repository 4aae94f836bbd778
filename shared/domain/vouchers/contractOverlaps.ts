/** Dates that two contracts claim for two establishments. */
import type { PlainDate } from '../calendar/plainDate.ts';
import type { EstablishmentSpan } from './benefitSpans.ts';

export interface ContractOverlap {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Dates between both that are claimed twice. */
  readonly count: number;
}

/**
 * First and last of `dates` on which contracts of two establishments hold; undefined when none is. One establishment twice changes nothing.
 * In Lyon until 15 October, in Lille from 10 October, for the dates of October → from 10 to 15 October, 6 dates.
 */
export function contractOverlap(
  contracts: readonly EstablishmentSpan[],
  dates: readonly PlainDate[],
): ContractOverlap | undefined {
  if (contracts.length < 2) return undefined;
  const twice = dates.filter((date) => {
    const held = contracts.filter(({ from, to }) => (from === null || from <= date) && (to === null || to >= date));
    return new Set(held.map(({ establishmentId }) => establishmentId)).size > 1;
  });
  const [from, to] = [twice[0], twice.at(-1)];
  return from === undefined || to === undefined ? undefined : { from, to, count: twice.length };
}
