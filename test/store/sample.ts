/** Made-up mirrors for the tests of the store. */
import { instant, plainDate, plainMonth, type Instant } from '../../shared/domain/calendar/plainDate.ts';
import type { HalfDayAbsence } from '../../shared/domain/absences/halfDay.ts';
import type { Employee } from '../../shared/domain/people/employee.ts';
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
