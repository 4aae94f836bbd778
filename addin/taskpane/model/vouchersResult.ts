/** A computation summed up: totals by regulation and establishment, people as the list shows them. */
import { displayed, textCell } from '../../../shared/domain/review/cell.ts';
import { amountsOf, type VoucherAmounts } from '../../../shared/domain/vouchers/amounts.ts';
import type { VoucherOutcome } from '../../../shared/domain/vouchers/outcome.ts';
import type { PersonVouchers, VoucherComputation } from '../../../shared/flows/vouchers/computeVouchers.ts';
import type { BookRow } from '../../../shared/flows/book.ts';
import { holdsWords } from './search.ts';
import type { PersonId } from './vouchersState.ts';

export interface EstablishmentTotal {
  /** '' for people without one. */
  readonly name: string;
  readonly vouchers: number;
  /** In cents; null when the regulation gives no amount. */
  readonly amount: number | null;
}

export interface RegulationTotal {
  readonly name: string;
  /** People for whom something is ordered. */
  readonly people: number;
  readonly vouchers: number;
  /** Of the whole order; null when no amount can be given. */
  readonly amounts: VoucherAmounts | null;
  /** People whose outcome the order would freeze. */
  readonly computed: number;
  /** People left to a later order. */
  readonly incomplete: number;
  readonly establishments: readonly EstablishmentTotal[];
}

export const attentions = ['incomplete', 'corrections', 'carry', 'settlement', 'returned', 'finding'] as const;
export type Attention = (typeof attentions)[number];

export interface PersonLine {
  readonly id: PersonId;
  readonly name: string;
  readonly employeeNumber: string;
  readonly establishment: string;
  readonly outcome: VoucherOutcome;
  /** Why somebody should look at it; empty for an ordinary month. */
  readonly attention: readonly Attention[];
}

const french = new Intl.Collator('fr');

function cellOf({ cells }: BookRow, key: string): string {
  return displayed(cells[key] ?? textCell(''));
}

function orderedIn(people: readonly PersonVouchers[]): number {
  return people.reduce((sum, { outcome }) => sum + outcome.count.ordered, 0);
}

function establishmentsOf(people: readonly PersonVouchers[], unit: VoucherAmounts | null): EstablishmentTotal[] {
  const groups = new Map<string, PersonVouchers[]>();
  for (const person of people) {
    const name = cellOf(person.row, 'establishment');
    groups.set(name, [...(groups.get(name) ?? []), person]);
  }
  const totals = [...groups].map(([name, group]): EstablishmentTotal => {
    const vouchers = orderedIn(group);
    return { name, vouchers, amount: unit ? amountsOf(unit, vouchers).face : null };
  });
  return totals.sort((a, b) => french.compare(a.name, b.name));
}

/** One total per regulation of the computation, in its order. */
export function regulationTotals({ regulations, people }: VoucherComputation): RegulationTotal[] {
  return [...regulations].map(([name, { unit }]) => {
    const own = people.filter(({ outcome }) => outcome.regulation === name);
    const vouchers = orderedIn(own);
    return {
      name,
      people: own.filter(({ outcome }) => outcome.count.ordered > 0).length,
      vouchers,
      amounts: unit && amountsOf(unit, vouchers),
      computed: own.filter(({ outcome }) => outcome.state === 'computed').length,
      incomplete: own.filter(({ outcome }) => outcome.state === 'incomplete').length,
      establishments: establishmentsOf(own, unit),
    };
  });
}

function attentionOf({ state, count, findings }: VoucherOutcome): Attention[] {
  const is: Readonly<Record<Attention, boolean>> = {
    incomplete: state === 'incomplete',
    corrections: count.corrections !== 0,
    carry: count.carriedIn !== 0 || count.carriedOut !== 0,
    settlement: count.settlement !== 0,
    returned: count.returned !== 0,
    finding: state === 'computed' && findings.length > 0,
  };
  return attentions.filter((each) => is[each]);
}

/** Everybody, by name. */
export function personLines({ people }: VoucherComputation): PersonLine[] {
  const lines = people.map(({ row, outcome }): PersonLine => ({
    id: { employeeId: outcome.employeeId, regulation: outcome.regulation },
    name: [cellOf(row, 'lastName'), cellOf(row, 'firstName')].join(' ').trim(),
    employeeNumber: cellOf(row, 'employeeNumber'),
    establishment: cellOf(row, 'establishment'),
    outcome,
    attention: attentionOf(outcome),
  }));
  return lines.sort((a, b) => french.compare(a.name, b.name) || french.compare(a.id.employeeId, b.id.employeeId));
}

export function isSame(a: PersonId, b: PersonId): boolean {
  return a.employeeId === b.employeeId && a.regulation === b.regulation;
}

/** Lines whose name or number holds every word of `search`. */
export function foundLines(lines: readonly PersonLine[], search: string, onlyAttention: boolean): PersonLine[] {
  return lines.filter(
    ({ name, employeeNumber, attention }) =>
      (!onlyAttention || attention.length > 0) && holdsWords(`${name} ${employeeNumber}`, search),
  );
}
