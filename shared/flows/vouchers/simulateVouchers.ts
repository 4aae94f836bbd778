/** « Simuler »: the order of a month as it is set, and as it would be with other settings, person by person and in euros. Writes nothing. */
import { cents, type Cents } from '../../domain/money/money.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { amountsOf } from '../../domain/vouchers/amounts.ts';
import type { VoucherRegulation } from '../../domain/vouchers/regulation.ts';
import type { BookRow } from '../book.ts';
import type { FlowOptions } from '../ports.ts';
import { computeReading, type VoucherComputation } from './computeVouchers.ts';
import {
  readForVouchers,
  validRegulations,
  type VoucherError,
  type VoucherPorts,
  type VoucherRequest,
} from './voucherReading.ts';

/** A regulation as it would be. */
export type Variant = (regulation: VoucherRegulation) => VoucherRegulation;

/** What one side of a simulation orders for somebody, in numbers and cents. */
export interface SimulatedOrder {
  readonly ordered: number;
  readonly face: Cents;
  readonly employer: Cents;
  readonly employee: Cents;
}

export interface SimulatedPerson {
  readonly row: BookRow;
  readonly now: SimulatedOrder;
  readonly then: SimulatedOrder;
}

export interface VoucherSimulation {
  readonly now: VoucherComputation;
  readonly then: VoucherComputation;
  /** Everybody that either side orders for, in the order of « Salariés ». */
  readonly people: readonly SimulatedPerson[];
  readonly totals: { readonly now: SimulatedOrder; readonly then: SimulatedOrder };
}

const nothing: SimulatedOrder = { ordered: 0, face: cents(0), employer: cents(0), employee: cents(0) };

function sum(a: SimulatedOrder, b: SimulatedOrder): SimulatedOrder {
  return {
    ordered: a.ordered + b.ordered,
    face: cents(a.face + b.face),
    employer: cents(a.employer + b.employer),
    employee: cents(a.employee + b.employee),
  };
}

function byRow({ people, regulations }: VoucherComputation): ReadonlyMap<BookRow, SimulatedOrder> {
  const orders = new Map<BookRow, SimulatedOrder>();
  for (const { row, outcome } of people) {
    const unit = regulations.get(outcome.regulation)?.unit;
    const { ordered } = outcome.count;
    const { face, employer, employee } = unit ? amountsOf(unit, ordered) : nothing;
    orders.set(row, sum(orders.get(row) ?? nothing, { ordered, face, employer, employee }));
  }
  return orders;
}

/** Puts two computations of one reading side by side. */
function beside(now: VoucherComputation, then: VoucherComputation): VoucherSimulation {
  const [before, after] = [byRow(now), byRow(then)];
  const people = now.book.people
    .filter((row) => before.has(row) || after.has(row))
    .map((row) => ({ row, now: before.get(row) ?? nothing, then: after.get(row) ?? nothing }));
  const total = (side: 'now' | 'then') => people.map((each) => each[side]).reduce(sum, nothing);
  return { now, then, people, totals: { now: total('now'), then: total('then') } };
}

/** Everything but what makes a regulation itself: « and if ours were set like that one? » */
export function settingsLike(model: VoucherRegulation): Variant {
  return ({ key, start }) => ({ ...model, key, start });
}

/** Computes the month twice from one reading. Closed orders keep their own settings on both sides. */
export async function simulateVouchers(
  ports: VoucherPorts,
  request: VoucherRequest,
  variant: Variant,
  options: FlowOptions = {},
): Promise<Result<VoucherSimulation, VoucherError>> {
  const reading = await readForVouchers(ports, request, options);
  if (!reading.ok) return reading;
  const all = validRegulations(reading.value.book);
  const now = await computeReading(ports, reading.value, request.month, all, options);
  const then = now && (await computeReading(ports, reading.value, request.month, all.map(variant), options));
  if (!now || !then) return fail({ code: 'service', error: { code: 'cancelled' } });
  return ok(beside(now, then));
}
