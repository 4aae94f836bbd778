/** On which dates a person benefits from which regulation: contract, establishment, exclusions and personal start put together. */
import { addDays, type PlainDate } from '../calendar/plainDate.ts';
import type { BenefitSpan } from './facts.ts';

/** Dates, both included; null: from ever, without end. */
export interface Period {
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/** A stretch of contract in one establishment. */
export interface EstablishmentSpan extends Period {
  readonly establishmentId: string;
}

/** A regulation that holds in an establishment. */
export interface Coverage extends EstablishmentSpan {
  readonly regulation: string;
}

const FIRST = '' as PlainDate;
const LAST = '9999-12-31' as PlainDate;

interface Closed {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

function closed({ from, to }: Period): Closed {
  return { from: from ?? FIRST, to: to ?? LAST };
}

function common(a: Closed, b: Closed): Closed[] {
  const both = { from: a.from > b.from ? a.from : b.from, to: a.to < b.to ? a.to : b.to };
  return both.from <= both.to ? [both] : [];
}

/** What stays of `span` outside `hole`. */
function without(span: Closed, hole: Closed): Closed[] {
  if (hole.to < span.from || hole.from > span.to) return [span];
  const pieces: Closed[] = [];
  if (span.from < hole.from) pieces.push({ from: span.from, to: addDays(hole.from, -1) });
  if (span.to > hole.to) pieces.push({ from: addDays(hole.to, 1), to: span.to });
  return pieces;
}

function textOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface Placed extends Period {
  readonly establishmentId: string | null;
}

/** By first day; contracts that begin together by last day then by establishment, so that the order of rows decides nothing. */
export function compared(a: Placed, b: Placed): number {
  const [first, second] = [closed(a), closed(b)];
  return (
    textOrder(first.from, second.from) ||
    textOrder(first.to, second.to) ||
    textOrder(a.establishmentId ?? '', b.establishmentId ?? '')
  );
}

/**
 * The spans of one person, in order of date, never two on one date: where contracts overlap, the one that began last counts.
 * In Lyon until 15 October then in Lille, excluded in September → Lyon's regulation to 31 August and from 1 to 15 October, then Lille's.
 */
export function benefitSpans(
  contracts: readonly EstablishmentSpan[],
  coverages: readonly Coverage[],
  exclusions: readonly Period[],
  start: PlainDate | null = null,
): BenefitSpan[] {
  const holes = [...exclusions, ...(start === null ? [] : [{ from: null, to: addDays(start, -1) }])].map(closed);
  const latestFirst = [...contracts].sort((a, b) => compared(b, a));
  const taken: Closed[] = [];
  const spans: (Closed & { readonly regulation: string })[] = [];
  for (const contract of latestFirst) {
    const own = [...taken, ...holes].reduce<Closed[]>(
      (pieces, hole) => pieces.flatMap((piece) => without(piece, hole)),
      [closed(contract)],
    );
    taken.push(closed(contract));
    for (const coverage of coverages) {
      if (coverage.establishmentId !== contract.establishmentId) continue;
      const both = own.flatMap((piece) => common(piece, closed(coverage)));
      spans.push(...both.map((piece) => ({ ...piece, regulation: coverage.regulation })));
    }
  }
  return joined(spans).map(({ regulation, from, to }) => ({ regulation, from, to: to === LAST ? null : to }));
}

/** Neighbours of one regulation made one: a change of contract or of value is no departure. */
function joined<T extends Closed & { readonly regulation: string }>(spans: readonly T[]): T[] {
  const inOrder = [...spans].sort((a, b) => textOrder(a.from, b.from));
  const result: T[] = [];
  for (const span of inOrder) {
    const last = result.at(-1);
    const follows = last?.regulation === span.regulation && last.to !== LAST && addDays(last.to, 1) >= span.from;
    if (last && follows) result[result.length - 1] = { ...last, to: span.to > last.to ? span.to : last.to };
    else result.push(span);
  }
  return result;
}
