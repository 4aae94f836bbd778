/** What a computation of titres-restaurant is made from: the workbook first, then the months of the mirror that it turns out to need. */
import type { Connection } from '../../contracts/schemas.ts';
import type { Service } from '../../contracts/service.ts';
import { monthOf, type PlainDate, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { orderContext, type OrderContext } from '../../domain/vouchers/orderContext.ts';
import type { VoucherRegulation } from '../../domain/vouchers/regulation.ts';
import { luccaRightNames } from '../../messages/fr/lucca.ts';
import { sourceTables } from '../../tables/tables.ts';
import type { Book, BookError, BookRow, BookSnapshot } from '../book.ts';
import { bookState, tableFindings } from '../bookState.ts';
import { absenceFindings } from '../luccaFindings.ts';
import type { MirrorError } from '../mirrorPages.ts';
import type { Clock, FlowOptions } from '../ports.ts';
import { isOther } from '../prepareReview.ts';
import { readVoucherFacts } from '../readVoucherFacts.ts';
import { factsOf, type PlacedPerson } from './personFacts.ts';
import { voucherBook, type VoucherBook } from './voucherBook.ts';

export interface VoucherPorts {
  readonly service: Service;
  readonly book: Book;
  readonly clock: Clock;
}

export interface VoucherRequest {
  readonly connection: Connection;
  readonly month: PlainMonth;
}

/** `notRead`: the planning of these months was not read in Lucca yet; a run must come first. `unsound`: the register cannot be trusted. */
export type VoucherError =
  | { readonly code: 'book'; readonly error: BookError }
  | { readonly code: 'service'; readonly error: MirrorError }
  | { readonly code: 'pending' }
  | { readonly code: 'noRegulation'; readonly findings: readonly Finding[]; readonly book: VoucherBook }
  | { readonly code: 'unsound'; readonly findings: readonly Finding[] }
  | { readonly code: 'notRead'; readonly months: readonly PlainMonth[] };

export interface VoucherReading {
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
  return orderContext(month, regulations, register.closed);
}

/** A table that cannot be read would be one without rows: what it ordered would be ordered again. */
function refusal(snapshot: BookSnapshot, connection: Connection): VoucherError | undefined {
  const { pending, origin } = bookState(snapshot);
  if (pending) return { code: 'pending' };
  const findings = tableFindings(snapshot, sourceTables);
  if (findings.length > 0) return { code: 'unsound', findings };
  if (!isOther(origin, connection)) return undefined;
  const facts = { account: origin?.account ?? '' };
  return { code: 'unsound', findings: [{ code: 'voucherOtherAccount', severity: 'error', facts }] };
}

/**
 * A month counts as read when its absences were, and its planned days and meals as far as the key may read them: a right that is missing
 * stays missing, and what it hides is typed in « Plannings » and « Frais de repas ».
 */
function isRead({ mirror }: Connection, month: PlainMonth): boolean {
  if (!mirror?.months.includes(month)) return false;
  const { planningMonths, mealMonths, missingRights } = mirror;
  const hasPlanning = planningMonths.includes(month) || missingRights.includes(luccaRightNames.planning());
  return hasPlanning && (mealMonths.includes(month) || missingRights.includes(luccaRightNames.expenses()));
}

/** What a simulation looks at instead: the workbook otherwise, and settings whose windows must be read too. */
export interface ReadingView {
  readonly snapshot: (held: BookSnapshot) => BookSnapshot;
  readonly variants: readonly ((regulation: VoucherRegulation) => VoucherRegulation)[];
}

const asItIs: ReadingView = { snapshot: (held) => held, variants: [] };

/** Reads everything. Refuses what nothing sound can be computed on. */
export async function readForVouchers(
  ports: VoucherPorts,
  { connection, month }: VoucherRequest,
  options: FlowOptions = {},
  view: ReadingView = asItIs,
): Promise<Result<VoucherReading, VoucherError>> {
  const held = await ports.book.read(sourceTables);
  if (!held.ok) return fail({ code: 'book', error: held.error });
  const refused = refusal(held.value, connection);
  if (refused) return fail(refused);
  const snapshot = view.snapshot(held.value);
  const known = await readVoucherFacts(ports.service, connection.id, [], options);
  if (!known.ok) return fail({ code: 'service', error: known.error });
  const early = voucherBook(snapshot, known.value, month);
  const all = validRegulations(early);
  const sides = [all, ...view.variants.map((variant) => all.map(variant))];
  const months = monthsIn(sides.flatMap((side) => contextOf(early, month, side).dates));
  const unread = months.filter((each) => !isRead(connection, each));
  if (unread.length > 0) return fail({ code: 'notRead', months: unread });
  const mirror = await readVoucherFacts(ports.service, connection.id, months, options);
  if (!mirror.ok) return fail({ code: 'service', error: mirror.error });
  const book = voucherBook(snapshot, mirror.value, month);
  const blocking = book.findings.filter(({ code }) => BLOCKING.has(code));
  if (blocking.length > 0) return fail({ code: 'unsound', findings: blocking });
  const silence = absenceFindings(mirror.value, months).map((each) => ({ ...each, code: 'voucherNoAbsence' }));
  return ok({ book, facts: factsOf(book, mirror.value, months), silence });
}
