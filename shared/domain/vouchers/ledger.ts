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

/** What orders recorded of one date, whichever order and regulation did: `given` and `taken` are 1 or 0, `…In` the last order that wrote. */
export interface Recorded {
  readonly given: number;
  readonly taken: number;
  readonly givenIn: PlainMonth | null;
  readonly takenIn: PlainMonth | null;
  /** What took it, when it is taken. */
  readonly by: 'absence' | 'meal';
}

const nothing: Recorded = { given: 0, taken: 0, givenIn: null, takenIn: null, by: 'absence' };

function after(held: Recorded, { order, fact, change }: LedgerEntry): Recorded {
  if (fact === 'given') return { ...held, given: held.given + change, givenIn: order };
  return { ...held, taken: held.taken + change, takenIn: order, by: change > 0 ? fact : held.by };
}

/** The entries of one person, in order of orders, summed by date. */
export class VoucherRecord {
  readonly #byDate = new Map<PlainDate, Recorded>();

  constructor(entries: readonly LedgerEntry[]) {
    const inOrder = [...entries].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
    for (const entry of inOrder) this.#byDate.set(entry.date, after(this.on(entry.date), entry));
  }

  on(date: PlainDate): Recorded {
    return this.#byDate.get(date) ?? nothing;
  }

  dates(): Iterable<PlainDate> {
    return this.#byDate.keys();
  }
}

/** The regulation of the last order that wrote, whatever the order of the entries. */
export function lastRegulation(entries: readonly LedgerEntry[]): string | undefined {
  const rank = ({ order, date }: LedgerEntry) => `${order} ${date}`;
  let last: LedgerEntry | undefined;
  for (const entry of entries) if (!last || rank(entry) > rank(last)) last = entry;
  return last?.regulation;
}
