/** « Préparer les feuilles »: what an accountant fills for titres-restaurant is made, and brought what Lucca knows. */
import type { Connection } from '../../contracts/schemas.ts';
import { addMonths, type PlainDate, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { blank } from '../../domain/review/cell.ts';
import type { AddLine, PlanLine } from '../../domain/review/plan.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { findingText } from '../../messages/fr/findings.ts';
import type { TableDeclaration } from '../../tables/declaration.ts';
import { everyTable } from '../../tables/tables.ts';
import { establishmentsTable } from '../../tables/vouchers/establishmentsTable.ts';
import { absenceImpactsTable, expenseImpactsTable } from '../../tables/vouchers/impactsTables.ts';
import { regulationsTable } from '../../tables/vouchers/regulationsTable.ts';
import { stateLines } from '../../tables/vouchers/stateLines.ts';
import { typedVoucherTables } from '../../tables/vouchers/voucherTables.ts';
import { applyPlan, type ApplyError, type ApplyReport } from '../apply.ts';
import type { BookError, BookRow, BookSnapshot, TableState } from '../book.ts';
import { bookState, tableFindings } from '../bookState.ts';
import type { MirrorError } from '../mirrorPages.ts';
import type { FlowOptions } from '../ports.ts';
import { isOther } from '../prepareReview.ts';
import { readVoucherFacts, type VoucherMirror } from '../readVoucherFacts.ts';
import type { VoucherPorts, VoucherRequest } from './computeVouchers.ts';
import { establishmentLines, impactLines } from './luccaRows.ts';
import { voucherBook } from './voucherBook.ts';

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

function refusal(snapshot: BookSnapshot, { connection, month }: VoucherRequest): SheetsError | undefined {
  const { pending, origin } = bookState(snapshot);
  if (pending) return { code: 'pending' };
  const findings = tableFindings(snapshot, everyTable);
  if (findings.length > 0) return { code: 'tables', findings };
  if (isOther(origin, connection)) return { code: 'otherAccount', account: origin?.account ?? '' };
  return connection.mirror ? undefined : { code: 'notRead', months: monthsBefore(month) };
}

/** Where « Dernière utilisation » is looked for: the usual windows of the order. */
function monthsBefore(month: PlainMonth): PlainMonth[] {
  return [addMonths(month, -1), month];
}

function readOf({ mirror }: Connection, month: PlainMonth): PlainMonth[] {
  return monthsBefore(month).filter((each) => mirror?.months.includes(each));
}

/** The last date of each identifier. */
function lastOf<T extends { readonly date: PlainDate }>(rows: readonly T[], id: (row: T) => string) {
  const last = new Map<string, PlainDate>();
  for (const row of rows) if (row.date > (last.get(id(row)) ?? '')) last.set(id(row), row.date);
  return last;
}

function broughtLines(snapshot: BookSnapshot, mirror: VoucherMirror): PlanLine[] {
  const { accounts, natures, halfDays, meals, contracts } = mirror;
  const restaurants = natures.filter(({ isRestaurant, isEnabled }) => isRestaurant && isEnabled);
  const absenceUses = lastOf(halfDays, ({ accountId }) => accountId);
  const mealUses = lastOf(meals, ({ natureId }) => natureId);
  const of = ({ name }: TableDeclaration, lines: (table: TableState & { readonly state: 'found' }) => PlanLine[]) => {
    const table = snapshot[name];
    return table?.state === 'found' ? lines(table) : [];
  };
  return [
    ...of(establishmentsTable, (table) => establishmentLines(table, contracts)),
    ...of(absenceImpactsTable, (table) => impactLines(absenceImpactsTable, table, accounts, absenceUses)),
    ...of(expenseImpactsTable, (table) => impactLines(expenseImpactsTable, table, restaurants, mealUses)),
  ];
}

/** The workbook as it will stand once the rows of `lines` are added. */
function withAdded(snapshot: BookSnapshot, lines: readonly PlanLine[]): BookSnapshot {
  const states = Object.entries(snapshot).map(([name, table]): [string, TableState] => {
    const own = lines.filter((line): line is AddLine => line.operation === 'add' && line.table === name);
    if (table.state !== 'found' || own.length === 0) return [name, table];
    const end = Math.max(-1, ...table.rows.map(({ index }) => index)) + 1;
    const empty = Object.fromEntries(Object.keys(table.letters).map((key) => [key, blank]));
    const rows = own.map(({ key, after }, at): BookRow => {
      return { key, index: end + at, cells: { ...empty, ...after }, formulas: [], others: [] };
    });
    return [name, { ...table, rows: [...table.rows, ...rows] }];
  });
  return Object.fromEntries(states);
}

function regulationLines(snapshot: BookSnapshot, mirror: VoucherMirror, month: PlainMonth): PlanLine[] {
  const table = snapshot[regulationsTable.name];
  if (table?.state !== 'found' || table.rows.length === 0) return [];
  const { regulations, states } = voucherBook(snapshot, mirror, month);
  return stateLines(table, regulations, states, findingText);
}

/** A key that two rows bear is nobody's: their lines would be sent back, each time. */
function writable(snapshot: BookSnapshot, lines: readonly PlanLine[]): PlanLine[] {
  const place = (table: string, key: string) => JSON.stringify([table, key]);
  const counts = new Map<string, number>();
  for (const [name, table] of Object.entries(snapshot))
    for (const { key } of table.state === 'found' ? table.rows : [])
      counts.set(place(name, key), (counts.get(place(name, key)) ?? 0) + 1);
  return lines.filter(({ table, key }) => (counts.get(place(table, key)) ?? 0) < 2);
}

/** The tables that are absent, created empty; and the workbook as it is then. */
async function withTables(
  { book }: VoucherPorts,
  request: VoucherRequest,
  options: FlowOptions,
): Promise<Result<{ readonly snapshot: BookSnapshot; readonly created: readonly TableDeclaration[] }, SheetsError>> {
  const before = await book.read(everyTable);
  if (!before.ok) return fail({ code: 'book', error: before.error });
  const refused = refusal(before.value, request);
  if (refused) return fail(refused);
  const created = typedVoucherTables.filter(({ name }) => before.value[name]?.state === 'absent');
  if (created.length === 0) return ok({ snapshot: before.value, created });
  const { signal } = options;
  const changes = created.map((table) => ({ table, lines: [] }));
  const written = await book.write(changes, signal ? { signal } : {});
  if (!written.ok) return fail({ code: 'book', error: written.error });
  const after = await book.read(everyTable);
  return after.ok ? ok({ snapshot: after.value, created }) : fail({ code: 'book', error: after.error });
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
  const mirror = await readVoucherFacts(ports.service, connection.id, readOf(connection, month), options);
  if (!mirror.ok) return fail({ code: 'service', error: mirror.error });
  const brought = broughtLines(snapshot, mirror.value);
  const states = regulationLines(withAdded(snapshot, brought), mirror.value, month);
  const lines = writable(snapshot, [...brought, ...states]);
  if (lines.length === 0) return ok({ created, added: 0, changed: 0, deleted: 0, refused: [] });
  const report = await applyPlan(ports, lines, options, 'vouchers');
  return report.ok ? ok({ created, ...report.value }) : fail({ code: 'apply', error: report.error });
}
