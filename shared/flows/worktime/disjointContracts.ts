/** Contracts that Lucca lets lie on each other: on each date, the one that began last holds, as for titres-restaurant. */
import { addDays, type PlainDate } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import type { DateSpan } from '../../domain/worktime/person.ts';
import type { HeldSpan } from './heldContracts.ts';

type Span = Pick<HeldSpan, 'from' | 'to'>;

const LAST = '9999-12-31' as PlainDate;

const endOf = ({ to }: Span) => to ?? LAST;

/** What of `span` lies on neither side of `other`. */
function without<T extends Span>(span: T, other: Span): T[] {
  if (other.from > endOf(span) || endOf(other) < span.from) return [span];
  const before = span.from < other.from ? [{ ...span, to: addDays(other.from, -1) }] : [];
  const after = other.to !== null && other.to < endOf(span) ? [{ ...span, from: addDays(other.to, 1) }] : [];
  return [...before, ...after];
}

/** `claimed` in order of their first day → never two on one date, in order. */
export function disjoint<T extends Span>(claimed: readonly T[]): T[] {
  const pieces = claimed.flatMap((span, at) =>
    claimed.slice(at + 1).reduce<T[]>((own, later) => own.flatMap((each) => without(each, later)), [span]),
  );
  return pieces.sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Contracts of two establishments, or of two arrangements of working time, on the same dates of `asked`. */
export function overlapFindings(claimed: readonly HeldSpan[], asked: DateSpan): Omit<Finding, 'subject'>[] {
  return claimed.flatMap((span, at) => {
    const last = endOf(span) < asked.to ? endOf(span) : asked.to;
    const other = claimed.slice(at + 1).find((later) => {
      const isSame = later.establishment === span.establishment && later.workingTimeId === span.workingTimeId;
      return !isSame && later.from <= last && endOf(later) >= span.from && endOf(later) >= asked.from;
    });
    if (!other || last < asked.from) return [];
    const to = endOf(other) < last ? endOf(other) : last;
    const from = other.from > asked.from ? other.from : asked.from;
    return [{ code: 'timeContractsOverlap', severity: 'warning', facts: { from, to } }] as const;
  });
}
