/** A service that answers from arrays: enough for the flows, which only read it page by page. */
import { ok, fail } from '../../shared/domain/result.ts';
import { instant, monthOf, plainMonth, type PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { Employee } from '../../shared/domain/people/employee.ts';
import type { HalfDayAbsence } from '../../shared/domain/absences/halfDay.ts';
import type { Change, Connection } from '../../shared/contracts/schemas.ts';
import type { Service, Slice } from '../../shared/contracts/service.ts';
import type { ContractSpan, LeaveAccount } from '../../shared/contracts/voucherSchemas.ts';

export class FakeAccount {
  snapshot = 1;
  employees: Employee[] = [];
  halfDays: HalfDayAbsence[] = [];
  /** Contracts. */
  spans: ContractSpan[] = [];
  /** Leave accounts. */
  leaveAccounts: LeaveAccount[] = [];
  /** What the service saw change, oldest first. */
  log: Change[] = [];
  asOf = instant('2026-10-26T19:04:00.000Z');
  /** What the service has read. */
  months: PlainMonth[] = [plainMonth('2026-10')];
  /** Called before each page, to change the account under the reader's feet. */
  beforePage: () => void = () => undefined;

  connection(): Connection {
    const mirror = {
      snapshot: this.snapshot,
      asOf: this.asOf,
      employees: this.employees.length,
      months: this.months,
      planningMonths: [],
      mealMonths: [],
      timeMonths: [],
      lastChange: this.snapshot,
      missingRights: [],
    };
    const createdAt = instant('2026-10-01T08:00:00.000Z');
    return {
      id: 'c1',
      account: 'acme',
      host: 'acme.ilucca.net',
      createdAt,
      personalRecords: false,
      mirror,
      lastRun: null,
      unreadFields: [],
    };
  }

  service(): Service {
    const page = <T>(items: readonly T[], { offset, limit }: Slice) => {
      this.beforePage();
      return Promise.resolve(
        ok({
          snapshot: this.snapshot,
          asOf: this.asOf,
          total: items.length,
          items: items.slice(offset, offset + limit),
        }),
      );
    };
    const none = () => Promise.resolve(fail({ code: 'unreachable' as const }));
    return {
      health: none,
      pair: none,
      connections: () => Promise.resolve(ok([this.connection()])),
      testConnection: none,
      connect: none,
      disconnect: none,
      startRun: none,
      run: none,
      cancelRun: none,
      runs: none,
      evening: none,
      saveEvening: none,
      tryMail: none,
      mailTransfer: none,
      employees: (_, slice) => page(this.employees, slice),
      absences: (_: string, month: PlainMonth, slice) =>
        page(
          this.halfDays.filter((each) => monthOf(each.date) === month),
          slice,
        ),
      contracts: (_, slice) => page(this.spans, slice),
      planning: none,
      meals: none,
      leaveAccounts: () => page(this.leaveAccounts, { offset: 0, limit: Number.POSITIVE_INFINITY }),
      expenseNatures: none,
      timeEntries: none,
      timesheets: none,
      workingTimes: none,
      changes: (_, since, slice) =>
        page(
          this.log.filter(({ sequence }) => sequence > since),
          slice,
        ),
      claimReceipt: none,
      releaseReceipt: none,
      importEntitlements: none,
      fields: none,
      acceptFields: none,
      readTables: none,
      file: none,
    };
  }
}
