/** « Calculer »: the titres-restaurant of a month, for everybody of « Salariés », under every valid regulation. */
import { addMonths, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { contractOverlap } from '../../domain/vouchers/contractOverlaps.ts';
import { attribute } from '../../domain/vouchers/attribution.ts';
import { valueOfOrder, voucherAmounts, type VoucherAmounts } from '../../domain/vouchers/amounts.ts';
import type { ManualAdjustment, VoucherOutcome } from '../../domain/vouchers/outcome.ts';
import type { OrderContext } from '../../domain/vouchers/orderContext.ts';
import type { VoucherRegulation } from '../../domain/vouchers/regulation.ts';
import type { BookRow } from '../book.ts';
import type { FlowOptions } from '../ports.ts';
import { contextOf, validRegulations, type OrderSource, type VoucherReading } from './orderSource.ts';
import { readForVouchers, type VoucherError, type VoucherPorts, type VoucherRequest } from './voucherReading.ts';
import { adjustmentsOf } from './adjustments.ts';
import { orderedPlace } from './orderedPlace.ts';
import type { PlacedPerson } from './personFacts.ts';
import type { VoucherBook } from './voucherBook.ts';

export type { VoucherError, VoucherPorts, VoucherRequest } from './voucherReading.ts';

/** One person and what is ordered for them, a row of « Salariés » beside it. */
export interface PersonVouchers {
  readonly row: BookRow;
  readonly outcome: VoucherOutcome;
  /** Identifier of the establishment where they are ordered for; '' when none is known. */
  readonly place: string;
}

/** A regulation as this order is made with it. `unit`: the amounts of one voucher; null when none can be given. */
export interface OrderedRegulation {
  readonly regulation: VoucherRegulation;
  readonly unit: VoucherAmounts | null;
}

export interface VoucherComputation {
  readonly month: PlainMonth;
  readonly source: OrderSource;
  readonly book: VoucherBook;
  readonly context: OrderContext;
  /** By name; those that are valid and whose month is not ordered yet. */
  readonly regulations: ReadonlyMap<string, OrderedRegulation>;
  readonly people: readonly PersonVouchers[];
  readonly findings: readonly Finding[];
}

const CHUNK = 200;

function ordersOf({ register }: VoucherBook, name: string): PlainMonth[] {
  const counting = register.orders.filter(({ regulation, state }) => regulation === name && state !== 'cancelled');
  return counting.map(({ month }) => month).sort();
}

/** Month of the next order of a regulation: the one after the last, or the first that is handled here or again. */
export function nextMonth(book: VoucherBook, { key, start }: VoucherRegulation): PlainMonth {
  const last = ordersOf(book, key).at(-1);
  return last === undefined || start.month > last ? start.month : addMonths(last, 1);
}

function told(code: string, severity: Finding['severity'], regulation: string, facts: Finding['facts']): Finding {
  return { code, severity, subject: regulation, facts: { regulation, ...facts } };
}

/** The amounts of one voucher, and what is wrong with them. */
function unitOf(regulation: VoucherRegulation, month: PlainMonth, findings: Finding[]): VoucherAmounts | null {
  const value = valueOfOrder(regulation.values, month);
  if (!value) findings.push(told('voucherValueMissing', 'error', regulation.key, { month }));
  if (!value) return null;
  const amounts = voucherAmounts(value, { month, reintegration: regulation.reintegration, cap: 'then' });
  findings.push(...amounts.findings.map((each) => ({ ...each, subject: regulation.key })));
  return amounts.kind === 'computed' ? amounts.unit : null;
}

/** Those whose order of `month` is still to be made. */
function toOrder(
  book: VoucherBook,
  month: PlainMonth,
  regulations: readonly VoucherRegulation[],
  findings: Finding[],
): Map<string, OrderedRegulation> {
  const open = new Map<string, OrderedRegulation>();
  for (const regulation of regulations) {
    const next = nextMonth(book, regulation);
    if (month < regulation.start.month)
      findings.push(told('voucherBeforeStart', 'info', regulation.key, { month: regulation.start.month }));
    if (month > next) findings.push(told('voucherMonthSkipped', 'error', regulation.key, { month: next }));
    if (month < regulation.start.month || ordersOf(book, regulation.key).includes(month)) continue;
    open.set(regulation.key, { regulation, unit: unitOf(regulation, month, findings) });
  }
  return open;
}

/** Told where it decides something: on a date that the order looks at. */
function overlapOf({ employeeId, places }: PlacedPerson, { dates }: OrderContext): Finding[] {
  const overlap = contractOverlap(places, dates);
  if (!overlap) return [];
  return [{ code: 'voucherContractsOverlap', severity: 'warning', subject: employeeId, facts: { ...overlap } }];
}

/** One person, or what they wait for: what another regulation gave cannot be judged while that one is not valid. */
function outcomesOf(
  { book }: VoucherReading,
  context: OrderContext,
  manual: (employeeId: string) => readonly ManualAdjustment[],
  person: PlacedPerson,
): VoucherOutcome[] | Finding {
  const { employeeId } = person;
  const ledger = book.register.entries.get(employeeId) ?? [];
  const unknown = [...person.spans, ...ledger].find((each) => !context.regulations.has(each.regulation));
  if (unknown) {
    const about = { regulation: unknown.regulation, month: context.month };
    return { code: 'voucherPersonWaits', severity: 'warning', subject: employeeId, facts: about };
  }
  const carriedIn = book.register.carried.get(employeeId) ?? 0;
  return attribute(context, { person, ledger, manual: manual(employeeId), carriedIn });
}

function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((each) => [JSON.stringify(each), each])).values()];
}

/** Computes what was read, under `regulations`. Undefined when the signal was raised. */
export async function computeReading(
  { clock }: Pick<VoucherPorts, 'clock'>,
  reading: VoucherReading,
  month: PlainMonth,
  all: readonly VoucherRegulation[],
  options: FlowOptions = {},
): Promise<VoucherComputation | undefined> {
  const { book, source } = reading;
  const findings = [...reading.silence, ...book.findings, ...book.states.flatMap((each) => each.findings)];
  const regulations = toOrder(book, month, all, findings);
  const context = contextOf(book, month, all);
  const manual = adjustmentsOf(book, month);
  const people: PersonVouchers[] = [];
  for (const [index, row] of book.people.entries()) {
    if (index % CHUNK === 0) {
      options.onProgress?.({ step: 'compute', done: index, total: book.people.length });
      await clock.wait(0);
      if (options.signal?.aborted) return undefined;
    }
    const person = reading.facts(row);
    if (person.spans.length > 0) findings.push(...overlapOf(person, context));
    const outcomes = outcomesOf(reading, context, manual, person);
    if (!Array.isArray(outcomes)) findings.push(outcomes);
    else
      for (const outcome of outcomes)
        if (regulations.has(outcome.regulation))
          people.push({ row, outcome, place: orderedPlace(book, row, person.places, outcome) });
  }
  return { month, source, book, context, regulations, people, findings: distinct(findings) };
}

type Stopped = Extract<VoucherError, { readonly code: 'service' | 'noRegulation' }>;

/** The order of `month` as the settings of today make it. */
export async function computeOrder(
  ports: Pick<VoucherPorts, 'clock'>,
  reading: VoucherReading,
  month: PlainMonth,
  options: FlowOptions,
): Promise<Result<VoucherComputation, Stopped>> {
  const computation = await computeReading(ports, reading, month, validRegulations(reading.book), options);
  if (!computation) return fail({ code: 'service', error: { code: 'cancelled' } });
  const { regulations, findings, book } = computation;
  if (regulations.size === 0) return fail({ code: 'noRegulation', findings, book });
  return ok(computation);
}

/** Computes the order of `month`; writes nothing. */
export async function computeVouchers(
  ports: VoucherPorts,
  request: VoucherRequest,
  options: FlowOptions = {},
): Promise<Result<VoucherComputation, VoucherError>> {
  const reading = await readForVouchers(ports, request, options);
  return reading.ok ? computeOrder(ports, reading.value, request.month, options) : reading;
}
