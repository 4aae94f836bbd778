/** Where each person is ordered for: it decides to whom their vouchers are delivered, and which payroll is told. */
import { firstDay, lastDay } from '../../domain/calendar/plainDate.ts';
import type { EstablishmentSpan } from '../../domain/vouchers/benefitSpans.ts';
import type { VoucherOutcome } from '../../domain/vouchers/outcome.ts';
import { establishmentNamed } from '../../tables/readEstablishments.ts';
import { versionOn } from '../../tables/vouchers/readRegulations.ts';
import type { BookRow } from '../book.ts';
import { textOf, type VoucherBook } from './voucherBook.ts';

/**
 * Identifier of the establishment of an outcome: the one of « Salariés », unless the regulation does not hold there; then the last one of
 * the contracts where it does. Moved from Lyon to Lille, which has another regulation → the last days in Lyon are ordered for Lyon.
 */
export function orderedPlace(
  { regulations, establishments }: Pick<VoucherBook, 'regulations' | 'establishments'>,
  row: BookRow,
  places: readonly EstablishmentSpan[],
  { regulation, month }: Pick<VoucherOutcome, 'regulation' | 'month'>,
): string {
  const typed = regulations.find(({ name }) => name === regulation);
  const own = new Set((typed && versionOn(typed, firstDay(month)))?.establishments.map(({ id }) => id));
  const today = establishmentNamed(establishments, textOf(row, 'establishment'))?.id ?? '';
  if (own.has(today)) return today;
  const begun = places.filter(({ from }) => from === null || from <= lastDay(month));
  return begun.filter(({ establishmentId }) => own.has(establishmentId)).at(-1)?.establishmentId ?? today;
}
