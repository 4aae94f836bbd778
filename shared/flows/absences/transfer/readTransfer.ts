/** Everything that an import of absences is made from: the workbook, and what Lucca shows of the months that it needs. Writes nothing. */
import type { Connection } from '../../../contracts/schemas.ts';
import type { Service } from '../../../contracts/service.ts';
import type { ContractSpan, LeaveAccount } from '../../../contracts/voucherSchemas.ts';
import type { AbsencePeriod } from '../../../domain/absences/absencePeriod.ts';
import { addMonths, firstDay, monthOf, type PlainDate, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { PlannedMonth } from '../../../domain/calendar/plannedMonth.ts';
import type { Finding } from '../../../domain/finding.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { readStartingPoint, type StartingPoint } from '../../../tables/absences/readStartingPoint.ts';
import { startingPointTable } from '../../../tables/absences/startingPointTable.ts';
import { readTransferRegister, type TransferRegister } from '../../../tables/absences/readTransferRegister.ts';
import { sourceTables } from '../../../tables/tables.ts';
import type { Book, BookError, BookSnapshot } from '../../book.ts';
import { untilSteady, type MirrorError } from '../../mirrorPages.ts';
import { OfSnapshot, PLANNED_MONTHS_A_PAGE, ROWS_A_PAGE } from '../../ofSnapshot.ts';
import type { Clock, FlowOptions } from '../../ports.ts';
import { readMirrorOnce, type Mirror } from '../../readMirror.ts';
import { unsoundBook } from '../../soundBook.ts';
import { openPeriod } from './absencePeriods.ts';

export interface TransferPorts {
  readonly service: Service;
  readonly book: Book;
  readonly clock: Clock;
}

/** `month`: the payroll month to begin with, in a workbook whose « Reprise » says nothing yet. */
export interface TransferRequest {
  readonly connection: Connection;
  readonly month: PlainMonth;
}

/** `notRead`: months to be read in Lucca first. `unsound`: the workbook cannot be worked on, and the findings say why. */
export type TransferReadError =
  | { readonly code: 'book'; readonly error: BookError }
  | { readonly code: 'service'; readonly error: MirrorError }
  | { readonly code: 'pending' }
  | { readonly code: 'notRead'; readonly months: readonly PlainMonth[] }
  | { readonly code: 'unsound'; readonly findings: readonly Finding[] };

export interface TransferFacts extends Mirror {
  readonly months: readonly PlainMonth[];
  readonly accounts: readonly LeaveAccount[];
  readonly contracts: readonly ContractSpan[];
  /** Empty where planned days may not be read. */
  readonly planning: readonly PlannedMonth[];
}

/** What the workbook says before Lucca is asked. `isNew`: « Reprise » does not say it yet. */
export interface TransferStanding {
  readonly start: StartingPoint;
  readonly isNew: boolean;
  readonly period: AbsencePeriod;
  /** Where the period ends by itself, whatever was typed. */
  readonly ownEnd: PlainDate;
  readonly register: TransferRegister;
}

export interface OpenedTransfer extends TransferStanding {
  readonly snapshot: BookSnapshot;
  readonly facts: TransferFacts;
}

/** Months before the one that is open whose absences are compared again; what payroll holds of older ones is counted, and told. */
export const MONTHS_COMPARED = 12;

/** Months of which planned days are read: the last day worked before a stoppage is looked for there. */
const MONTHS_PLANNED = 4;

/** What payroll holds was counted from a starting point: another one would import what it has, or forget what it has. */
export function startMoved(snapshot: BookSnapshot, { start: begun }: TransferRegister): Finding | undefined {
  const typed = readStartingPoint(snapshot[startingPointTable.name]).value;
  if (!typed || !begun || (typed.month === begun.month && typed.from === begun.from)) return undefined;
  return { code: 'absenceStartMoved', severity: 'error', place: typed.place, facts: { ...begun } };
}

/** The open period, and what stands before it; or the findings for which nothing is prepared. */
export function standingOf(snapshot: BookSnapshot, month: PlainMonth): Result<TransferStanding, readonly Finding[]> {
  const read = readStartingPoint(snapshot[startingPointTable.name]);
  const register = readTransferRegister(snapshot);
  const faults = [...read.findings, ...register.findings].filter(({ severity }) => severity === 'error');
  if (faults.length > 0) return fail(faults);
  const begun = register.start ?? { month, from: firstDay(month) };
  const start = read.value ?? { ...begun, target: 'payfit' };
  const moved = startMoved(snapshot, register);
  if (moved) return fail([moved]);
  const { period, ownEnd, findings } = openPeriod(snapshot, start, register);
  if (findings.length > 0) return fail(findings);
  return ok({ start, isNew: read.value === undefined, period, ownEnd, register });
}

/** The months that are to be read for what stands: those of the period, and a year before it, none before the starting point. */
export function neededMonths({ start, period }: Pick<TransferStanding, 'start' | 'period'>): PlainMonth[] {
  const [earliest, first] = [addMonths(period.month, -MONTHS_COMPARED), monthOf(start.from)];
  const last = monthOf(period.to);
  const months: PlainMonth[] = [];
  for (let each = earliest > first ? earliest : first; each <= last; each = addMonths(each, 1)) months.push(each);
  return months;
}

function readFacts(
  service: Service,
  { id, mirror: known }: Connection,
  months: readonly PlainMonth[],
  options: FlowOptions,
): Promise<Result<TransferFacts, MirrorError>> {
  return untilSteady(async () => {
    const mirror = await readMirrorOnce(service, id, months, options);
    if (!mirror.ok) return mirror;
    const lists = new OfSnapshot(mirror.value.snapshot, options);
    const accounts = await lists.whole(() => service.leaveAccounts(id), ROWS_A_PAGE);
    const contracts = await lists.whole((slice) => service.contracts(id, slice), ROWS_A_PAGE);
    const planned = months.slice(-MONTHS_PLANNED).filter((month) => known?.planningMonths.includes(month));
    const planning = await lists.ofMonths<PlannedMonth>(
      planned,
      (month) => (slice) => service.planning(id, month, slice),
      PLANNED_MONTHS_A_PAGE,
    );
    return lists.error ? fail(lists.error) : ok({ ...mirror.value, months, accounts, contracts, planning });
  });
}

/** Reads everything. Refuses what nothing sound can be made on. */
export async function openTransfer(
  { book, service }: TransferPorts,
  { connection, month }: TransferRequest,
  options: FlowOptions = {},
): Promise<Result<OpenedTransfer, TransferReadError>> {
  const read = await book.read(sourceTables);
  if (!read.ok) return fail({ code: 'book', error: read.error });
  const snapshot = read.value;
  const unsound = unsoundBook(snapshot, connection);
  if (unsound) return fail(unsound);
  const standing = standingOf(snapshot, month);
  if (!standing.ok) return fail({ code: 'unsound', findings: standing.error });
  const months = neededMonths(standing.value);
  const known = new Set(connection.mirror?.months);
  const unread = months.filter((each) => !known.has(each));
  if (unread.length > 0) return fail({ code: 'notRead', months: unread });
  const facts = await readFacts(service, connection, months, options);
  return facts.ok
    ? ok({ ...standing.value, snapshot, facts: facts.value })
    : fail({ code: 'service', error: facts.error });
}

/** Whether the absences of a date were read. */
export function isReadIn({ months }: Pick<TransferFacts, 'months'>): (date: PlainDate) => boolean {
  const read = new Set(months);
  return (date) => read.has(monthOf(date));
}
