/** « Préparer les feuilles »: what an accountant fills for titres-restaurant is made, and brought what Lucca knows. */
import type { Connection } from '../../contracts/schemas.ts';
import { addMonths, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { TableDeclaration } from '../../tables/declaration.ts';
import { sourceTables } from '../../tables/tables.ts';
import { typedVoucherTables } from '../../tables/vouchers/voucherTables.ts';
import { applyPlan, type ApplyError, type ApplyReport } from '../apply.ts';
import type { BookError, BookSnapshot } from '../book.ts';
import { bookState, tableFindings } from '../bookState.ts';
import type { MirrorError } from '../mirrorPages.ts';
import { newTables } from '../newTables.ts';
import type { FlowOptions } from '../ports.ts';
import { isOther } from '../prepareReview.ts';
import { readVoucherFacts } from '../readVoucherFacts.ts';
import type { VoucherPorts, VoucherRequest } from './computeVouchers.ts';
import { broughtLines, regulationLines, withLines, writable } from './preparation.ts';

export interface SheetsReport extends ApplyReport {
  /** Tables that were not there. */
  readonly created: readonly TableDeclaration[];
}

/**
 * `notRead`: nothing was read in Lucca yet; a run must come first. `otherAccount`: the workbook comes from `account`.
 * `tables`: one of the tables cannot be read as it stands; left aside, its rows would be missing without a word.
 */
export type SheetsError =
  | { readonly code: 'book'; readonly error: BookError }
  | { readonly code: 'service'; readonly error: MirrorError }
  | { readonly code: 'apply'; readonly error: ApplyError }
  | { readonly code: 'pending' }
  | { readonly code: 'notRead'; readonly months: readonly PlainMonth[] }
  | { readonly code: 'otherAccount'; readonly account: string }
  | { readonly code: 'tables'; readonly findings: readonly Finding[] };

/** Why the sheets cannot be written as they stand; undefined when they can. */
export function sheetsRefusal(snapshot: BookSnapshot, { connection, month }: VoucherRequest): SheetsError | undefined {
  const { pending, owner } = bookState(snapshot);
  if (pending) return { code: 'pending' };
  const findings = tableFindings(snapshot, sourceTables);
  if (findings.length > 0) return { code: 'tables', findings };
  if (isOther(owner, connection)) return { code: 'otherAccount', account: owner?.account ?? '' };
  return connection.mirror ? undefined : { code: 'notRead', months: monthsBefore(month) };
}

/** Where « Dernière utilisation » is looked for: the usual windows of the order. */
function monthsBefore(month: PlainMonth): PlainMonth[] {
  return [addMonths(month, -1), month];
}

/** Those of them that were read. */
export function usualMonths({ mirror }: Connection, month: PlainMonth): PlainMonth[] {
  return monthsBefore(month).filter((each) => mirror?.months.includes(each));
}

/** The tables that are absent, created empty; and the workbook as it is then. */
export async function withTables(
  { book }: VoucherPorts,
  request: VoucherRequest,
  options: FlowOptions,
): Promise<Result<{ readonly snapshot: BookSnapshot; readonly created: readonly TableDeclaration[] }, SheetsError>> {
  const before = await book.read(sourceTables);
  if (!before.ok) return fail({ code: 'book', error: before.error });
  const refused = sheetsRefusal(before.value, request);
  if (refused) return fail(refused);
  const made = await newTables(book, before.value, typedVoucherTables, options);
  return made.ok ? made : fail({ code: 'book', error: made.error });
}

/**
 * Makes the sheets that an accountant fills where they are absent, and brings what Lucca knows: establishments, leave accounts and
 * restaurant natures that have no row yet (their impact blank, for a person to decide), « Dernière utilisation », « État » and
 * « À corriger » of the regulations as the order of `month` needs them. What a person typed is never touched; a second call writes nothing.
 * Undone like an update, the empty sheets staying.
 */
export async function prepareVoucherSheets(
  ports: VoucherPorts,
  request: VoucherRequest,
  options: FlowOptions = {},
): Promise<Result<SheetsReport, SheetsError>> {
  const { connection, month } = request;
  const tables = await withTables(ports, request, options);
  if (!tables.ok) return tables;
  const { snapshot, created } = tables.value;
  const mirror = await readVoucherFacts(ports.service, connection.id, usualMonths(connection, month), options);
  if (!mirror.ok) return fail({ code: 'service', error: mirror.error });
  const brought = broughtLines(snapshot, mirror.value);
  const states = regulationLines(withLines(snapshot, brought), mirror.value, month);
  const lines = writable(snapshot, [...brought, ...states]);
  if (lines.length === 0) return ok({ created, added: 0, changed: 0, deleted: 0, refused: [] });
  const report = await applyPlan(ports, lines, options, 'vouchers');
  return report.ok ? ok({ created, ...report.value }) : fail({ code: 'apply', error: report.error });
}
