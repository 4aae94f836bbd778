/** « Correspondance comptes d'absence »: the sheet beside the accounts of Lucca, and how many half-days wait for an answer. Writes nothing. */
import type { LeaveAccount } from '../../contracts/voucherSchemas.ts';
import type { Connection } from '../../contracts/schemas.ts';
import type { Service, Slice } from '../../contracts/service.ts';
import type { HalfDayAbsence } from '../../domain/absences/halfDay.ts';
import type { PlainMonth } from '../../domain/calendar/plainDate.ts';
import { boundTo, type Bound } from '../../domain/absences/bindAccounts.ts';
import type { Finding } from '../../domain/finding.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { accountBindingsTable } from '../../tables/absences/accountBindingsTable.ts';
import {
  lineFor,
  readAccountBindings,
  type AccountBindings,
  type BindingLine,
} from '../../tables/absences/readAccountBindings.ts';
import { planTable, stateTable } from '../../tables/memoryTables.ts';
import type { ApplyError } from '../apply.ts';
import type { Book, BookError, BookSnapshot } from '../book.ts';
import { bookState, tableFindings } from '../bookState.ts';
import { allPages, untilSteady, type MirrorError } from '../mirrorPages.ts';
import { OfSnapshot, ROWS_A_PAGE } from '../ofSnapshot.ts';
import type { Clock, FlowOptions } from '../ports.ts';
import { isOther } from '../prepareReview.ts';

export interface AccountPorts {
  readonly service: Service;
  readonly book: Book;
  readonly clock: Clock;
}

/** `notRead`: nothing was read in Lucca yet. `otherAccount`: the workbook comes from `account`. `tables`: the sheet cannot be read. */
export type AccountsError =
  | { readonly code: 'book'; readonly error: BookError }
  | { readonly code: 'service'; readonly error: MirrorError }
  | { readonly code: 'apply'; readonly error: ApplyError }
  | { readonly code: 'pending' }
  | { readonly code: 'notRead' }
  | { readonly code: 'otherAccount'; readonly account: string }
  | { readonly code: 'tables'; readonly findings: readonly Finding[] };

/** An account of Lucca as payroll treats it. `line`: the row that says so, or that proposes it, if any. */
export interface AccountReading {
  readonly account: LeaveAccount;
  readonly bound: Bound;
  readonly line: BindingLine | null;
  /** Half-days of the months that were read which nobody bound. */
  readonly waiting: number;
  /** Whether every half-day of it that was read is in hours; null where none was read. */
  readonly isInHours: boolean | null;
}

/** What Lucca shows, of one snapshot of one connection. */
export interface AccountFacts {
  readonly connection: string;
  readonly snapshot: number;
  readonly accounts: readonly LeaveAccount[];
  /** Of every month that the service has read. */
  readonly halfDays: readonly HalfDayAbsence[];
}

export interface AccountsReading {
  readonly isPrepared: boolean;
  readonly accounts: readonly AccountReading[];
  readonly sheet: AccountBindings;
  readonly findings: readonly Finding[];
  /** The last thing written is this sheet. */
  readonly canUndo: boolean;
}

/** `known`: of an earlier reading, used as long as Lucca was not read since. */
export interface AccountOptions extends FlowOptions {
  readonly known?: AccountFacts | undefined;
}

function counted(halfDays: readonly HalfDayAbsence[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { accountId } of halfDays) counts.set(accountId, (counts.get(accountId) ?? 0) + 1);
  return counts;
}

/** Accounts whose half-days are all in hours. */
function hourAccounts(halfDays: readonly HalfDayAbsence[]): ReadonlySet<string> {
  const inHours = new Set(halfDays.map(({ accountId }) => accountId));
  for (const { accountId, minutes } of halfDays) if (minutes === null) inHours.delete(accountId);
  return inHours;
}

/** Absences of every month that the service has read, and the leave accounts, of one snapshot. */
function readFacts(
  service: Service,
  { id, mirror }: Connection,
  options: AccountOptions,
): Promise<Result<AccountFacts, MirrorError>> {
  return untilSteady(async () => {
    const accounts = await allPages(() => service.leaveAccounts(id), ROWS_A_PAGE, options);
    if (!accounts.ok) return accounts;
    const { snapshot, items } = accounts.value;
    const lists = new OfSnapshot(snapshot, options);
    const ofMonth = (month: PlainMonth) => (slice: Slice) => service.absences(id, month, slice);
    const absences = await lists.ofMonths(mirror?.months ?? [], ofMonth, ROWS_A_PAGE);
    if (lists.error) return fail(lists.error);
    return ok({ connection: id, snapshot, accounts: items, halfDays: absences });
  });
}

/** Tables that a reading of the accounts looks at: home asks for it at each return, so none that is long. */
const accountTables = [stateTable, planTable, accountBindingsTable];

function refusal(snapshot: BookSnapshot, connection: Connection): AccountsError | undefined {
  const { pending, owner } = bookState(snapshot);
  if (pending) return { code: 'pending' };
  const findings = tableFindings(snapshot, [accountBindingsTable]);
  if (findings.length > 0) return { code: 'tables', findings };
  if (isOther(owner, connection)) return { code: 'otherAccount', account: owner?.account ?? '' };
  return connection.mirror ? undefined : { code: 'notRead' };
}

/** Of accounts that share a row: those that have absences have them all in hours, and one has some. */
export function areInHours(accounts: readonly AccountReading[]): boolean {
  const seen = accounts.filter(({ isInHours }) => isInHours !== null);
  return seen.length > 0 && seen.every(({ isInHours }) => isInHours);
}

/** What a snapshot of the workbook says beside what Lucca shows. */
export function accountsIn(
  snapshot: BookSnapshot,
  { accounts, halfDays }: Pick<AccountFacts, 'accounts' | 'halfDays'>,
): AccountsReading {
  const table = snapshot[accountBindingsTable.name];
  const { value: sheet, findings } = readAccountBindings(table, accounts);
  const counts = counted(halfDays);
  const inHours = hourAccounts(halfDays);
  const read = accounts.map((account): AccountReading => {
    const bound = boundTo(account, sheet.bindings);
    const waiting = bound.state === 'bound' ? 0 : (counts.get(account.id) ?? 0);
    return {
      account,
      bound,
      line: lineFor(account, sheet.lines),
      waiting,
      isInHours: counts.has(account.id) ? inHours.has(account.id) : null,
    };
  });
  const canUndo = bookState(snapshot).undoable?.header.kind === 'absenceAccounts';
  return { isPrepared: table?.state === 'found', accounts: read, sheet, findings, canUndo };
}

export interface OpenedAccounts {
  readonly snapshot: BookSnapshot;
  readonly facts: AccountFacts;
}

function isCurrent({ connection, snapshot }: AccountFacts, { id, mirror }: Connection): boolean {
  return connection === id && snapshot === mirror?.snapshot;
}

/** The workbook and what Lucca shows, both ready for {@link accountsIn}. */
export async function openAccounts(
  { book, service }: AccountPorts,
  connection: Connection,
  options: AccountOptions,
): Promise<Result<OpenedAccounts, AccountsError>> {
  const read = await book.read(accountTables);
  if (!read.ok) return fail({ code: 'book', error: read.error });
  const refused = refusal(read.value, connection);
  if (refused) return fail(refused);
  const { known } = options;
  if (known && isCurrent(known, connection)) return ok({ snapshot: read.value, facts: known });
  const facts = await readFacts(service, connection, options);
  return facts.ok ? ok({ snapshot: read.value, facts: facts.value }) : fail({ code: 'service', error: facts.error });
}

/** `facts`: what it rests on; given back as `known`, it is not read twice. */
export interface ReadAccounts extends AccountsReading {
  readonly facts: AccountFacts;
}

export async function readAccounts(
  ports: AccountPorts,
  connection: Connection,
  options: AccountOptions = {},
): Promise<Result<ReadAccounts, AccountsError>> {
  const opened = await openAccounts(ports, connection, options);
  if (!opened.ok) return opened;
  const { snapshot, facts } = opened.value;
  return ok({ ...accountsIn(snapshot, facts), facts });
}
