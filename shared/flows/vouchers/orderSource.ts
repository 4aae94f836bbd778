/** What an order is computed from, wherever it came from: a workbook and the mirror of Lucca, or one document. Pure. */
import { monthOf, type PlainDate, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { withLaterImpacts } from '../../domain/vouchers/laterImpacts.ts';
import { orderContext, type OrderContext } from '../../domain/vouchers/orderContext.ts';
import type { VoucherRegulation } from '../../domain/vouchers/regulation.ts';
import type { BookRow, BookSnapshot } from '../book.ts';
import { absenceFindings } from '../luccaFindings.ts';
import { factsOf, type PlacedPerson } from './personFacts.ts';
import { voucherBook, type VoucherBook } from './voucherBook.ts';
import type { VoucherFacts } from './voucherFacts.ts';

/** `lucca` holds `months` and no other. */
export interface OrderSource {
  readonly snapshot: BookSnapshot;
  readonly lucca: VoucherFacts;
  readonly months: readonly PlainMonth[];
}

export interface VoucherReading {
  readonly source: OrderSource;
  readonly book: VoucherBook;
  readonly facts: (row: BookRow) => PlacedPerson;
  /** What Lucca says nothing of in the months that are looked at. */
  readonly silence: readonly Finding[];
}

const BLOCKING = new Set([
  'voucherOrderUnreadable',
  'voucherSettingsLost',
  'voucherRegisterUnreadable',
  'voucherRegisterEdited',
  'voucherRegisterCut',
  'voucherOrderLost',
  'voucherRegulationGone',
]);

function monthsIn(dates: Iterable<PlainDate>): PlainMonth[] {
  return [...new Set([...dates].map(monthOf))].sort();
}

/** The regulations that may be computed with today. */
export function validRegulations({ states }: VoucherBook): VoucherRegulation[] {
  return states.flatMap(({ regulation }) => regulation ?? []);
}

/** The context of the order of `month` under `regulations`, beside the orders that the workbook holds. */
export function contextOf(
  { register }: VoucherBook,
  month: PlainMonth,
  regulations: readonly VoucherRegulation[],
): OrderContext {
  return orderContext(month, regulations, withLaterImpacts(register.closed, regulations));
}

type Variant = (regulation: VoucherRegulation) => VoucherRegulation;

/** Months that the order of `month` looks at. `lucca`: what is known before any month is read. */
export function monthsNeeded(
  snapshot: BookSnapshot,
  lucca: VoucherFacts,
  month: PlainMonth,
  variants: readonly Variant[] = [],
): PlainMonth[] {
  const early = voucherBook(snapshot, lucca, month);
  const all = validRegulations(early);
  const sides = [all, ...variants.map((variant) => all.map(variant))];
  return monthsIn(sides.flatMap((side) => contextOf(early, month, side).dates));
}

/** Reads everything; or what says that the register cannot be trusted, and that nothing sound can be computed on it. */
export function readingOf(source: OrderSource, month: PlainMonth): Result<VoucherReading, readonly Finding[]> {
  const { snapshot, lucca, months } = source;
  const book = voucherBook(snapshot, lucca, month);
  const blocking = book.findings.filter(({ code }) => BLOCKING.has(code));
  if (blocking.length > 0) return fail(blocking);
  const silence = absenceFindings(lucca, months).map((each) => ({ ...each, code: 'voucherNoAbsence' }));
  return ok({ source, book, facts: factsOf(book, lucca, months), silence });
}
