/** « Calculer »: the titres-restaurant of a month, for everybody of « Salariés », under every valid regulation. */
import type { Connection } from '../../contracts/schemas.ts';
import type { Service } from '../../contracts/service.ts';
import { monthOf, type PlainDate, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { attribute } from '../../domain/vouchers/attribution.ts';
import { valueOfOrder, voucherAmounts, type VoucherAmounts } from '../../domain/vouchers/amounts.ts';
import type { ManualAdjustment, VoucherOutcome } from '../../domain/vouchers/outcome.ts';
import { orderContext, type OrderContext } from '../../domain/vouchers/orderContext.ts';
import type { VoucherRegulation } from '../../domain/vouchers/regulation.ts';
import { planTable } from '../../tables/memoryTables.ts';
import type { Book, BookError, BookRow } from '../book.ts';
import { bookState, type BookState } from '../bookState.ts';
import { tables } from '../../tables/tables.ts';
import type { Clock, FlowOptions } from '../ports.ts';
import { readVoucherFacts } from '../readVoucherFacts.ts';
import type { MirrorError } from '../mirrorPages.ts';
import { factsOf } from './personFacts.ts';
import { voucherBook, voucherBookTables, type VoucherBook } from './voucherBook.ts';

export interface VoucherPorts {
  readonly service: Service;
  readonly book: Book;
  readonly clock: Clock;
}

export interface VoucherRequest {
  readonly connection: Connection;
  readonly month: PlainMonth;
}

/** One person and what is ordered for them, a row of « Salariés » beside it. */
export interface PersonVouchers {
  readonly row: BookRow;
  readonly outcome: VoucherOutcome;
}

/** A regulation as this order is made with it. `unit`: the amounts of one voucher; null when none can be given. */
export interface OrderedRegulation {
  readonly regulation: VoucherRegulation;
  readonly unit: VoucherAmounts | null;
}

export interface VoucherComputation {
  readonly month: PlainMonth;
  readonly book: VoucherBook;
  readonly context: OrderContext;
  /** By name; those that are valid and whose month is not ordered yet. */
  readonly regulations: ReadonlyMap<string, OrderedRegulation>;
  readonly people: readonly PersonVouchers[];
  readonly findings: readonly Finding[];
}

/** `notRead`: the planning of these months was not read in Lucca yet; a run must come first. `unsound`: the register cannot be trusted. */
export type VoucherError =
  | { readonly code: 'book'; readonly error: BookError }
  | { readonly code: 'service'; readonly error: MirrorError }
  | { readonly code: 'pending' }
  | { readonly code: 'noRegulation'; readonly findings: readonly Finding[] }
  | { readonly code: 'unsound'; readonly findings: readonly Finding[] }
  | { readonly code: 'notRead'; readonly months: readonly PlainMonth[] };

const CHUNK = 200;
const BLOCKING = new Set([
  'voucherOrderUnreadable',
  'voucherSettingsLost',
  'voucherRegisterUnreadable',
  'voucherRegisterEdited',
  'voucherRegulationGone',
]);

function monthsIn(dates: Iterable<PlainDate>): PlainMonth[] {
  return [...new Set([...dates].map(monthOf))].sort();
}

function contextOf(book: VoucherBook, month: PlainMonth): OrderContext {
  const valid = book.states.flatMap(({ regulation }) => regulation ?? []);
  return orderContext(month, valid, book.register.closed);
}

function isOrdered({ register }: VoucherBook, name: string, month: PlainMonth): boolean {
  return register.orders.some((each) => each.regulation === name && each.month === month && each.state !== 'cancelled');
}

function regulationsOf(book: VoucherBook, month: PlainMonth, findings: Finding[]): Map<string, OrderedRegulation> {
  const ordered = new Map<string, OrderedRegulation>();
  for (const { name, regulation } of book.states) {
    if (!regulation || isOrdered(book, name, month)) continue;
    const value = valueOfOrder(regulation.values, month);
    const amounts = value && voucherAmounts(value, { month, reintegration: regulation.reintegration, cap: 'then' });
    if (!value)
      findings.push({
        code: 'voucherValueMissing',
        severity: 'error',
        subject: name,
        facts: { month, regulation: name },
      });
    if (amounts) findings.push(...amounts.findings.map((each) => ({ ...each, subject: name })));
    ordered.set(name, { regulation, unit: amounts?.kind === 'computed' ? amounts.unit : null });
  }
  return ordered;
}

function manualOf(book: VoucherBook, month: PlainMonth): (employeeId: string) => readonly ManualAdjustment[] {
  const byPerson = new Map<string, ManualAdjustment[]>();
  for (const { employeeId, month: own, adjustment } of book.adjustments)
    if (own === month) byPerson.set(employeeId, [...(byPerson.get(employeeId) ?? []), adjustment]);
  return (employeeId) => byPerson.get(employeeId) ?? [];
}

interface Reading {
  readonly state: BookState;
  readonly book: VoucherBook;
  readonly facts: (row: BookRow) => Parameters<typeof attribute>[1]['person'];
}

/** The workbook is read before the mirror says which months are needed: the windows of closed orders stand in it. */
async function readAll(
  ports: VoucherPorts,
  { connection, month }: VoucherRequest,
  options: FlowOptions,
): Promise<Result<Reading, VoucherError>> {
  const snapshot = await ports.book.read([...new Set([...tables, ...voucherBookTables, planTable])]);
  if (!snapshot.ok) return fail({ code: 'book', error: snapshot.error });
  const state = bookState(snapshot.value);
  if (state.pending) return fail({ code: 'pending' });
  const known = await readVoucherFacts(ports.service, connection.id, [], options);
  if (!known.ok) return fail({ code: 'service', error: known.error });
  const months = monthsIn(contextOf(voucherBook(snapshot.value, known.value, month), month).dates);
  const read = new Set(connection.mirror?.planningMonths);
  const unread = months.filter((each) => !read.has(each));
  if (unread.length > 0) return fail({ code: 'notRead', months: unread });
  const mirror = await readVoucherFacts(ports.service, connection.id, months, options);
  if (!mirror.ok) return fail({ code: 'service', error: mirror.error });
  const book = voucherBook(snapshot.value, mirror.value, month);
  return ok({ state, book, facts: factsOf(book, mirror.value) });
}

/** Computes the order of `month`; writes nothing. */
export async function computeVouchers(
  ports: VoucherPorts,
  request: VoucherRequest,
  options: FlowOptions = {},
): Promise<Result<VoucherComputation, VoucherError>> {
  const reading = await readAll(ports, request, options);
  if (!reading.ok) return reading;
  const { book, facts } = reading.value;
  const { month } = request;
  const blocking = book.findings.filter(({ code }) => BLOCKING.has(code));
  if (blocking.length > 0) return fail({ code: 'unsound', findings: blocking });
  const findings = [...book.findings];
  const regulations = regulationsOf(book, month, findings);
  if (regulations.size === 0)
    return fail({ code: 'noRegulation', findings: [...findings, ...book.states.flatMap((each) => each.findings)] });
  const context = contextOf(book, month);
  const manual = manualOf(book, month);
  const people: PersonVouchers[] = [];
  for (const [index, row] of book.people.entries()) {
    if (index % CHUNK === 0) {
      options.onProgress?.({ step: 'compute', done: index, total: book.people.length });
      await ports.clock.wait(0);
      if (options.signal?.aborted) return fail({ code: 'service', error: { code: 'cancelled' } });
    }
    const person = facts(row);
    const ledger = book.register.entries.get(person.employeeId) ?? [];
    const carriedIn = book.register.carried.get(person.employeeId) ?? 0;
    // What another regulation gave cannot be judged while that one is not valid.
    const unknown = [...person.spans, ...ledger].find((each) => !context.regulations.has(each.regulation));
    if (unknown) {
      const facts = { regulation: unknown.regulation, month };
      findings.push({ code: 'voucherPersonWaits', severity: 'warning', subject: person.employeeId, facts });
      continue;
    }
    const outcomes = attribute(context, { person, ledger, manual: manual(person.employeeId), carriedIn });
    for (const outcome of outcomes) if (regulations.has(outcome.regulation)) people.push({ row, outcome });
  }
  return ok({ month, book, context, regulations, people, findings });
}
