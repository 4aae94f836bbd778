/** « Registre TR »: what closed orders gave and took, fact by fact. */
import type { PlainDate, PlainMonth } from '../calendar/plainDate.ts';
import type { VoucherRegulation } from './regulation.ts';

/** Given by the days of an order, or taken by an absence or a meal: two independent facts of one person and date. */
export type LedgerFact = 'given' | 'absence' | 'meal';

/** `change` is 1 where an order recorded the fact, −1 where a later one took it back. */
export interface LedgerEntry {
  readonly order: PlainMonth;
  readonly regulation: string;
  readonly date: PlainDate;
  readonly fact: LedgerFact;
  readonly change: 1 | -1;
}

/** An order that was validated, with the settings it was made with. */
export interface ClosedOrder {
  readonly month: PlainMonth;
  readonly regulation: VoucherRegulation;
}
