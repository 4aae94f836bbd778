import { addDays } from '../../../shared/domain/calendar/plainDate.ts';
import type { Timesheet, TimesheetStatus } from '../../../shared/contracts/worktimeSchemas.ts';
import type { TimesheetRow } from '../resources/timesheets.ts';

const STATUSES: readonly (TimesheetStatus | undefined)[] = ['notSubmitted', 'pending', 'approved', 'rejected'];

/** The sheet with its last day inside; undefined when it covers no day. */
export function toTimesheet({ ownerId, startsOn, endsOn, status }: TimesheetRow): Timesheet | undefined {
  if (endsOn <= startsOn) return undefined;
  return { employeeId: ownerId, from: startsOn, to: addDays(endsOn, -1), status: STATUSES[status ?? -1] ?? 'unknown' };
}
