/** « Calendrier du mois »: the absences of a month as Lucca shows them, beside the people, the accounts and the establishments of the workbook. */
import type { Connection } from '../../contracts/schemas.ts';
import type { Service } from '../../contracts/service.ts';
import type { LeaveAccount } from '../../contracts/voucherSchemas.ts';
import { boundTo } from '../../domain/absences/bindAccounts.ts';
import { monthCalendar, type MonthCalendar } from '../../domain/absences/calendar/monthCalendar.ts';
import type { Instant, PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { accountBindingsTable } from '../../tables/absences/accountBindingsTable.ts';
import { readAccountBindings } from '../../tables/absences/readAccountBindings.ts';
import { employeesTable } from '../../tables/employeesTable.ts';
import { establishmentsTable } from '../../tables/establishmentsTable.ts';
import { currentIds } from '../../tables/people/currentIds.ts';
import { formerIdsTable } from '../../tables/people/formerIdsTable.ts';
import { tables } from '../../tables/updateTables.ts';
import type { Book, BookError, BookSnapshot } from '../book.ts';
import { bookState, tableFindings } from '../bookState.ts';
import { untilSteady, type MirrorError } from '../mirrorPages.ts';
import { OfSnapshot, ROWS_A_PAGE } from '../ofSnapshot.ts';
import type { FlowOptions } from '../ports.ts';
import { isOther } from '../prepareReview.ts';
import { readMirrorOnce, type Mirror } from '../readMirror.ts';
import { calendarPeople } from './calendarPeople.ts';

export interface CalendarPorts {
  readonly service: Service;
  readonly book: Book;
}

export interface CalendarRequest {
  readonly connection: Connection;
  readonly month: PlainMonth;
}

/** `notRead`: the service has not read the absences of that month. `otherAccount`: the workbook comes from `account`. `tables`: sheets are broken. */
export type CalendarError =
  | { readonly code: 'book'; readonly error: BookError }
  | { readonly code: 'service'; readonly error: MirrorError }
  | { readonly code: 'pending' | 'notRead' }
  | { readonly code: 'otherAccount'; readonly account: string }
  | { readonly code: 'tables'; readonly findings: readonly Finding[] };

/** `account`: of Lucca. `asOf`: when it was read there. `unplaced`: establishments whose public holidays nobody typed. */
export interface CalendarReading {
  readonly account: string;
  readonly asOf: Instant;
  readonly calendar: MonthCalendar;
  readonly unplaced: readonly string[];
}

const typedTables = [employeesTable, accountBindingsTable, establishmentsTable];

interface MonthFacts extends Mirror {
  readonly accounts: readonly LeaveAccount[];
}

/** Absences of the month and the leave accounts, of one snapshot. */
function readMonth(
  service: Service,
  { connection: { id }, month }: CalendarRequest,
  options: FlowOptions,
): Promise<Result<MonthFacts, MirrorError>> {
  return untilSteady(async () => {
    const mirror = await readMirrorOnce(service, id, [month], options);
    if (!mirror.ok) return mirror;
    const lists = new OfSnapshot(mirror.value.snapshot, options);
    const accounts = await lists.whole(() => service.leaveAccounts(id), ROWS_A_PAGE);
    return lists.error ? fail(lists.error) : ok({ ...mirror.value, accounts });
  });
}

function refusal(snapshot: BookSnapshot, { connection, month }: CalendarRequest): CalendarError | undefined {
  const { pending, owner } = bookState(snapshot);
  if (pending) return { code: 'pending' };
  const findings = tableFindings(snapshot, typedTables);
  if (findings.length > 0) return { code: 'tables', findings };
  if (isOther(owner, connection)) return { code: 'otherAccount', account: owner?.account ?? '' };
  return connection.mirror?.months.includes(month) ? undefined : { code: 'notRead' };
}

/** What a snapshot of the workbook says of the absences that Lucca shows; one is its person's under whichever identifier they had. */
function calendarIn(snapshot: BookSnapshot, { accounts, halfDays }: MonthFacts, month: PlainMonth) {
  const { people, unplaced } = calendarPeople(snapshot);
  const { bindings } = readAccountBindings(snapshot[accountBindingsTable.name], accounts).value;
  const ids = currentIds(snapshot);
  const calendar = monthCalendar({
    month,
    people,
    halfDays: halfDays.map((each) => ({ ...each, employeeId: ids.of(each.employeeId) })),
    boundTo: (account) => boundTo(account, bindings),
  });
  return { calendar, unplaced };
}

/** The calendar of a month. Nothing is written. */
export async function readCalendar(
  { book, service }: CalendarPorts,
  request: CalendarRequest,
  options: FlowOptions = {},
): Promise<Result<CalendarReading, CalendarError>> {
  const read = await book.read([...tables, accountBindingsTable, establishmentsTable, formerIdsTable]);
  if (!read.ok) return fail({ code: 'book', error: read.error });
  const refused = refusal(read.value, request);
  if (refused) return fail(refused);
  const facts = await readMonth(service, request, options);
  if (!facts.ok) return fail({ code: 'service', error: facts.error });
  const { asOf } = facts.value;
  return ok({ account: request.connection.host, asOf, ...calendarIn(read.value, facts.value, request.month) });
}
