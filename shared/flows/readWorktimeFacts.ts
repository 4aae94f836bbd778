/** Everything that working time is computed from, of one snapshot of an account. */
import type { ContractSpan, LeaveAccount } from '../contracts/voucherSchemas.ts';
import type { Timesheet, WorkingTime } from '../contracts/worktimeSchemas.ts';
import type { Service } from '../contracts/service.ts';
import type { HalfDayAbsence } from '../domain/absences/halfDay.ts';
import type { PlainMonth } from '../domain/calendar/plainDate.ts';
import type { PlannedMonth } from '../domain/calendar/plannedMonth.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { TimeEntryMonth } from '../domain/worktime/entryMonth.ts';
import { monthsOfWeeks } from '../domain/worktime/weeks.ts';
import { untilSteady, type MirrorError } from './mirrorPages.ts';
import { OfSnapshot, PLANNED_MONTHS_A_PAGE, ROWS_A_PAGE } from './ofSnapshot.ts';
import type { FlowOptions } from './ports.ts';
import { readMirrorOnce, type Mirror } from './readMirror.ts';

/**
 * What working time is computed from. Absences and planned days are those of {@link monthsOfWeeks}; `planning` and `entries` stay in their
 * short forms, which `timesByDate` and `entriesOf` open for one person's rows. What a run never read, or may not read, is an empty list: the
 * connection says which months were read and which rights are missing. A week of which `sheets` says nothing has no sheet.
 */
export interface WorktimeFacts {
  readonly contracts: readonly ContractSpan[];
  readonly workingTimes: readonly WorkingTime[];
  readonly planning: readonly PlannedMonth[];
  readonly halfDays: readonly Pick<HalfDayAbsence, 'employeeId' | 'accountId' | 'date' | 'half' | 'minutes'>[];
  readonly entries: readonly TimeEntryMonth[];
  /** By person and first day, each once. */
  readonly sheets: readonly Timesheet[];
  readonly accounts: readonly LeaveAccount[];
}

/** All of one snapshot. */
export interface WorktimeMirror extends WorktimeFacts, Mirror {
  readonly halfDays: Mirror['halfDays'];
}

/** A week that two months share is told by the later one. */
function eachOnce(sheets: readonly Timesheet[]): Timesheet[] {
  const byWeek = new Map(sheets.map((sheet) => [`${sheet.employeeId} ${sheet.from} ${sheet.to}`, sheet]));
  return [...byWeek.values()];
}

async function readOnce(
  service: Service,
  connectionId: string,
  months: readonly PlainMonth[],
  options: FlowOptions,
): Promise<Result<WorktimeMirror, MirrorError>> {
  const [wanted, touched] = [[...new Set(months)].sort(), monthsOfWeeks(months)];
  const mirror = await readMirrorOnce(service, connectionId, touched, options);
  if (!mirror.ok) return mirror;
  const lists = new OfSnapshot(mirror.value.snapshot, options);
  const contracts = await lists.whole((slice) => service.contracts(connectionId, slice), ROWS_A_PAGE);
  const workingTimes = await lists.whole(() => service.workingTimes(connectionId), ROWS_A_PAGE);
  const planning = await lists.ofMonths<PlannedMonth>(
    touched,
    (month) => (slice) => service.planning(connectionId, month, slice),
    PLANNED_MONTHS_A_PAGE,
  );
  const entries = await lists.ofMonths<TimeEntryMonth>(
    wanted,
    (month) => (slice) => service.timeEntries(connectionId, month, slice),
    PLANNED_MONTHS_A_PAGE,
  );
  const sheets = await lists.ofMonths<Timesheet>(
    wanted,
    (month) => (slice) => service.timesheets(connectionId, month, slice),
    ROWS_A_PAGE,
  );
  const accounts = await lists.whole(() => service.leaveAccounts(connectionId), ROWS_A_PAGE);
  if (lists.error) return fail(lists.error);
  return ok({ ...mirror.value, contracts, workingTimes, planning, entries, sheets: eachOnce(sheets), accounts });
}

/**
 * People, contracts, planned days, absences, leave accounts, and the time declared in the weeks of `months`: read again when a run ends
 * meanwhile.
 */
export function readWorktimeFacts(
  service: Service,
  connectionId: string,
  months: readonly PlainMonth[],
  options: FlowOptions = {},
): Promise<Result<WorktimeMirror, MirrorError>> {
  return untilSteady(() => readOnce(service, connectionId, months, options));
}
