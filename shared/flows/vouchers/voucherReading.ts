/** What a computation of titres-restaurant is made from: the workbook first, then the months of the mirror that it turns out to need. */
import type { Connection } from '../../contracts/schemas.ts';
import type { Service } from '../../contracts/service.ts';
import type { PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { fail, type Result } from '../../domain/result.ts';
import type { VoucherRegulation } from '../../domain/vouchers/regulation.ts';
import { luccaRightNames } from '../../messages/fr/lucca.ts';
import { sourceTables } from '../../tables/tables.ts';
import type { Book, BookError, BookSnapshot } from '../book.ts';
import type { MirrorError } from '../mirrorPages.ts';
import type { Clock, FlowOptions } from '../ports.ts';
import { readVoucherFacts } from '../readVoucherFacts.ts';
import { unsoundBook } from '../soundBook.ts';
import { monthsNeeded, readingOf, type VoucherReading } from './orderSource.ts';
import type { VoucherBook } from './voucherBook.ts';

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
  const refused = unsoundBook(held.value, connection);
  if (refused) return fail(refused);
  const snapshot = view.snapshot(held.value);
  const known = await readVoucherFacts(ports.service, connection.id, [], options);
  if (!known.ok) return fail({ code: 'service', error: known.error });
  const months = monthsNeeded(snapshot, known.value, month, view.variants);
  const unread = months.filter((each) => !isRead(connection, each));
  if (unread.length > 0) return fail({ code: 'notRead', months: unread });
  const mirror = await readVoucherFacts(ports.service, connection.id, months, options);
  if (!mirror.ok) return fail({ code: 'service', error: mirror.error });
  const reading = readingOf({ snapshot, lucca: mirror.value, months }, month);
  return reading.ok ? reading : fail({ code: 'unsound', findings: reading.error });
}
