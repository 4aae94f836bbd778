/** Made-up mirrors for the tests of the store. */
import {
  addDays,
  instant,
  plainDate,
  plainMonth,
  type Instant,
  type PlainMonth,
} from '../../shared/domain/calendar/plainDate.ts';
import type {
  ContractSpan,
  ExpenseNature,
  LeaveAccount,
  MealOfEmployee,
} from '../../shared/contracts/voucherSchemas.ts';
import type { Timesheet, WorkingTime } from '../../shared/contracts/worktimeSchemas.ts';
import type { HalfDayAbsence } from '../../shared/domain/absences/halfDay.ts';
import { plannedMonthOf, type PlannedMonth } from '../../shared/domain/calendar/plannedMonth.ts';
import type { Employee } from '../../shared/domain/people/employee.ts';
import type { LastGiven } from '../../shared/domain/review/lastGiven.ts';
import { entryMonthOf, type TimeEntryMonth } from '../../shared/domain/worktime/entryMonth.ts';
import type { Run } from '../../shared/contracts/schemas.ts';
import type { ConnectionRecord, MirrorCommit } from '../../server/store/store.ts';

export const NOON = instant('2026-11-20T12:00:00.000Z');
export const OCTOBER = plainMonth('2026-10');
export const NOVEMBER = plainMonth('2026-11');

export function connection(id: string, createdAt: Instant = NOON): ConnectionRecord {
  return { id, account: 'acme', host: 'acme.ilucca.net', createdAt, personalRecords: true };
}

/** People whose every value says `mark`, so that a mixture of two commits shows. */
export function people(count: number, mark: string): Employee[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(index + 1),
    values: { luccaId: String(index + 1), lastName: `Quatremère-${mark}`, firstName: mark, nir: '284127511223344' },
  }));
}

export function absences(count: number, mark: string): HalfDayAbsence[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${String(index + 1)}-am`,
    employeeId: String(index + 1),
    leaveId: mark,
    accountId: '7',
    accountName: 'Congés payés',
    date: plainDate('2026-10-05'),
    half: 'am',
    minutes: null,
    requestedOn: null,
    approvedOn: plainDate('2026-09-30'),
  }));
}

/** Planned days whose minutes say `mark`, a number. */
export function planning(count: number, mark: string, month: PlainMonth = OCTOBER): PlannedMonth[] {
  const half = { minutes: Number(mark) || 1, includesMeal: false };
  const day = { date: plainDate(`${month}-05`), am: half, pm: null, holiday: 'none' as const };
  return Array.from({ length: count }, (_, index) => plannedMonthOf(String(index + 1), month, [day]));
}

export function meals(count: number, mark: string): MealOfEmployee[] {
  const known = { date: plainDate('2026-10-06'), natureId: '12', stage: 'approved', moment: null } as const;
  return Array.from({ length: count }, (_, index) => ({
    id: `m${String(index)}`,
    employeeId: String(index + 1),
    ...known,
    host: mark,
  }));
}

/** Declared time whose ids say `mark`. */
export function timeEntries(count: number, mark: string): TimeEntryMonth[] {
  const entry = { kind: 'days', id: mark, date: plainDate('2026-10-06'), half: 'am' } as const;
  return Array.from({ length: count }, (_, index) => entryMonthOf(String(index + 1), OCTOBER, [entry]));
}

/** Sheets whose first day says `mark`, a number. */
export function timesheets(count: number, mark: string): Timesheet[] {
  const from = addDays(plainDate('2026-10-05'), Number(mark));
  const to = addDays(from, 6);
  return Array.from({ length: count }, (_, index) => ({ employeeId: String(index + 1), from, to, status: 'approved' }));
}

export interface Lists {
  readonly contracts: readonly ContractSpan[];
  readonly leaveAccounts: readonly LeaveAccount[];
  readonly expenseNatures: readonly ExpenseNature[];
  readonly workingTimes: readonly WorkingTime[];
  readonly lastGiven: readonly LastGiven[];
}

/** The lists of a commit, all named `mark`. */
export function lists(mark: string): Lists {
  const span = { id: '5', employeeId: '1', from: plainDate('2020-01-01'), to: null, establishmentId: '11' };
  return {
    contracts: [{ ...span, establishment: mark }],
    leaveAccounts: [{ id: '7', name: mark, establishments: ['Lyon'] }],
    expenseNatures: [{ id: '12', name: mark, isRestaurant: true, isEnabled: true }],
    workingTimes: [{ id: '23', name: mark, isPartTime: false, weeklyMinutes: 2100 }],
    lastGiven: [{ id: '9', at: NOON, values: { city: mark }, from: {} }],
  };
}

/** A commit that also brings planned days, meals and declared time of October, the lists, and a missing right, all saying `mark`. */
export function fullCommitOf(mark: string, rows = 3): MirrorCommit {
  return {
    ...commitOf(mark, rows),
    ...lists(mark),
    planning: new Map([[OCTOBER, planning(rows, mark)]]),
    meals: new Map([[OCTOBER, meals(rows, mark)]]),
    timeEntries: new Map([[OCTOBER, timeEntries(rows, mark)]]),
    timesheets: new Map([[OCTOBER, timesheets(rows, mark)]]),
    missingRights: [mark],
    sources: { record: ['nir'], custom: ['city'], native: [] },
  };
}

/** A commit in which everything says `mark`, with one change. */
export function commitOf(mark: string, rows = 3, asOf: Instant = NOON): MirrorCommit {
  return {
    asOf,
    employees: people(rows, mark),
    absences: new Map([
      [OCTOBER, absences(rows, mark)],
      [NOVEMBER, absences(rows, mark)],
    ]),
    unreadFields: ['IBAN'],
    changes: [
      { runId: mark, at: asOf, employeeId: '1', kind: 'changed', field: 'lastName', before: 'Avant', after: mark },
    ],
  };
}

export function runOf(id: string, connectionId: string, state: Run['state'] = 'done'): Run {
  return {
    id,
    connectionId,
    state,
    months: [OCTOBER],
    startedAt: NOON,
    startedBy: 'Awa',
    endedAt: state === 'running' ? null : NOON,
    step: state === 'running' ? 'employees' : 'ended',
    done: 12,
    total: 40,
    waitingSeconds: 3,
    counts: { employees: 12, halfDays: 0, requests: 2, changes: 0 },
    problem: null,
  };
}
