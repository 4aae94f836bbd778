/** A small company that counts its working time: its account, its sheets, and the clerk who computes and hands hours over. */
import type { ContractSpan, LeaveAccount } from '../../../shared/contracts/voucherSchemas.ts';
import type { Timesheet, WorkingTime } from '../../../shared/contracts/worktimeSchemas.ts';
import type { Connection } from '../../../shared/contracts/schemas.ts';
import type { Service, Slice } from '../../../shared/contracts/service.ts';
import {
  addDays,
  addMonths,
  firstDay,
  isoWeekday,
  lastDay,
  plainDate,
  plainMonth,
  type PlainDate,
  type PlainMonth,
} from '../../../shared/domain/calendar/plainDate.ts';
import type { PlannedDay } from '../../../shared/domain/calendar/plannedDay.ts';
import { plannedMonthOf } from '../../../shared/domain/calendar/plannedMonth.ts';
import { timeOn } from '../../../shared/domain/calendar/wallTime.ts';
import { ok } from '../../../shared/domain/result.ts';
import { blank, numberCell, textCell, type Cell } from '../../../shared/domain/review/cell.ts';
import { dateOfEntry, entryMonthOf, type TimeEntry } from '../../../shared/domain/worktime/entryMonth.ts';
import { datesOf, isIn, mondayOf, spanOfMonth, weeksIn } from '../../../shared/domain/worktime/weeks.ts';
import { computeTimes, type WorktimeComputation } from '../../../shared/flows/worktime/computeTimes.ts';
import type { TableDeclaration } from '../../../shared/tables/declaration.ts';
import { establishmentsTable } from '../../../shared/tables/establishmentsTable.ts';
import { absenceTreatmentsTable } from '../../../shared/tables/worktime/absenceTreatmentsTable.ts';
import { timeAccountsTable } from '../../../shared/tables/worktime/timeAccountsTable.ts';
import { timeRegulationsTable } from '../../../shared/tables/worktime/timeRegulationsTable.ts';
import { timeRulesTable } from '../../../shared/tables/worktime/timeRulesTable.ts';
import { FakeAccount } from '../../support/fakeService.ts';
import { person, SmallCompany, sound } from '../../support/smallCompany.ts';

const HOUR = 60;

/** A day of so many hours from 8:00 to the evening, an hour of break at noon, told as two entries. */
export function workedDay(employeeId: string, date: PlainDate, hours: number): TimeEntry[] {
  const [morning, evening] = [4 * HOUR, Math.round(hours * HOUR) - 4 * HOUR];
  const clock = (minute: number) =>
    `${String(Math.floor(minute / HOUR)).padStart(2, '0')}:${String(minute % HOUR).padStart(2, '0')}`;
  const piece = (name: string, from: number, minutes: number): TimeEntry => ({
    kind: 'timed',
    id: `${employeeId}${date}${name}`,
    start: timeOn(date, clock(from)),
    end: timeOn(date, clock(from + minutes)),
    statedMinutes: minutes,
  });
  return [piece('am', 8 * HOUR, morning), piece('pm', 13 * HOUR, evening)];
}

export class TimeAccount extends FakeAccount {
  contracts: ContractSpan[] = [];
  workingTimes: WorkingTime[] = [{ id: 'wt35', name: '35 h', isPartTime: false, weeklyMinutes: 35 * HOUR }];
  accounts: LeaveAccount[] = [{ id: '9', name: 'Congés payés', establishments: ['Lyon'] }];
  entries = new Map<string, TimeEntry[]>();
  /** Mondays of weeks that nobody approved, by person; every other week that has entries is approved. */
  readonly pending = new Map<string, Set<PlainDate>>();
  read: PlainMonth[] = [];
  missingRights: string[] = [];
  /** False: Lucca says nothing of days, and « Plannings » is all there is. */
  hasPlanning = true;
  /** Minutes of each half of a working day, by person; 35 hours a week otherwise. */
  readonly halves = new Map<string, number>();

  override connection(): Connection {
    const connection = super.connection();
    const around = [...new Set(this.read.flatMap((month) => [addMonths(month, -1), month, addMonths(month, 1)]))];
    return {
      ...connection,
      mirror: connection.mirror && {
        ...connection.mirror,
        months: around,
        planningMonths: around,
        timeMonths: this.read,
        missingRights: this.missingRights,
      },
    };
  }

  #days(employeeId: string, month: PlainMonth): PlannedDay[] {
    const minutes = this.halves.get(employeeId) ?? 210;
    return datesOf({ from: firstDay(month), to: lastDay(month) }).map((date) => {
      const half = isoWeekday(date) <= 5 ? { minutes, includesMeal: false } : null;
      return { date, am: half, pm: half, holiday: 'none' };
    });
  }

  #sheets(month: PlainMonth): Timesheet[] {
    return this.employees.flatMap(({ id }) =>
      weeksIn(spanOfMonth(month)).map((week): Timesheet => {
        const isPending = this.pending.get(id)?.has(week.from) ?? false;
        return { employeeId: id, ...week, status: isPending ? 'pending' : 'approved' };
      }),
    );
  }

  override service(): Service {
    const page = <T>(items: readonly T[], { offset, limit }: Slice = { offset: 0, limit: items.length }) =>
      Promise.resolve(
        ok({
          snapshot: this.snapshot,
          asOf: this.asOf,
          total: items.length,
          items: items.slice(offset, offset + limit),
        }),
      );
    const inWeeks = (month: PlainMonth) => {
      const { from, to } = spanOfMonth(month);
      return { from: addDays(from, -1), to };
    };
    return {
      ...super.service(),
      contracts: (_, slice) => page(this.contracts, slice),
      workingTimes: () => page(this.workingTimes),
      planning: (_, month, slice) =>
        page(
          this.hasPlanning ? this.employees.map(({ id }) => plannedMonthOf(id, month, this.#days(id, month))) : [],
          slice,
        ),
      timeEntries: (_, month, slice) =>
        page(
          this.employees.map(({ id }) => {
            const own = this.entries.get(id) ?? [];
            return entryMonthOf(
              id,
              month,
              own.filter((entry) => isIn(dateOfEntry(entry), inWeeks(month))),
            );
          }),
          slice,
        ),
      timesheets: (_, month, slice) => page(this.#sheets(month), slice),
      leaveAccounts: () => page(this.accounts),
      expenseNatures: () => page([]),
      meals: () => page([]),
    };
  }
}

export type Typed = Readonly<Record<string, string | number>>;

/** Three people in Lyon at 35 hours under the general law, from September 2026. */
export class TimeCompany extends SmallCompany {
  override readonly account = new TimeAccount();

  static async begun(): Promise<TimeCompany> {
    const company = new TimeCompany();
    const { account } = company;
    account.months = [plainMonth('2026-10')];
    account.employees = [person('1'), person('2'), person('3')];
    account.contracts = account.employees.map(({ id }) => company.contract(id));
    account.read = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'].map(plainMonth);
    await company.apply(() => 'accept');
    company.fill(establishmentsTable, { id: '13', name: 'Lyon' });
    company.fill(timeRegulationsTable, { name: 'Siège', set: 'Droit commun', from: '2026-01-01' });
    company.fill(
      timeAccountsTable,
      { name: 'Heures supp. 25 %', code: 'HS25', premium: 25, transfer: 'paie', payrollCode: '1025' },
      { name: 'Heures supp. 50 %', code: 'HS50', premium: 50, transfer: 'paie', payrollCode: '1050' },
    );
    company.fill(
      timeRulesTable,
      {
        set: 'Droit commun',
        order: 1,
        code: 'HS25',
        kind: 'écart',
        account: 'HS25',
        fromCounter: 'contractuel',
        fromHour: 36,
        toHour: 43,
      },
      { set: 'Droit commun', order: 2, code: 'HS50', kind: 'écart', account: 'HS50', after: 'HS25' },
    );
    company.fill(absenceTreatmentsTable, {
      id: '9',
      name: 'Congés payés',
      assimilation: 'seuil hebdomadaire seulement',
    });
    return company;
  }

  contract(employeeId: string, more: Partial<ContractSpan> = {}): ContractSpan {
    return {
      id: `c${employeeId}`,
      employeeId,
      from: plainDate('2021-01-01'),
      to: null,
      establishmentId: '13',
      establishment: 'Lyon',
      zone: 'Europe/Paris',
      workingTimeId: 'wt35',
      ...more,
    };
  }

  /** The whole body of a table that an accountant fills. */
  fill(table: TableDeclaration, ...rows: readonly Typed[]): void {
    const cellOf = (key: string, typed: string | number): Cell => {
      if (typeof typed === 'number') return numberCell(typed);
      const isDate = table.columns.find((each) => each.key === key)?.kind === 'date' && typed !== '';
      return isDate ? { date: plainDate(typed) } : textCell(typed);
    };
    const stored = rows.map((typed) => ({
      cells: Object.fromEntries(
        table.columns.map(({ key }) => [key, key in typed ? cellOf(key, typed[key] ?? '') : blank]),
      ),
      others: [],
    }));
    this.book.tables.set(table.name, stored);
  }

  /** Declares the week of a date, so many hours a day from Monday on. */
  week(employeeId: string, date: string, ...hours: readonly number[]): void {
    const monday = mondayOf(plainDate(date));
    const entries = hours.flatMap((each, at) => (each > 0 ? workedDay(employeeId, addDays(monday, at), each) : []));
    const kept = (this.account.entries.get(employeeId) ?? []).filter((each) => mondayOf(dateOfEntry(each)) !== monday);
    this.account.entries.set(employeeId, [...kept, ...entries]);
  }

  wait(employeeId: string, date: string): void {
    const own = this.account.pending.get(employeeId) ?? new Set<PlainDate>();
    this.account.pending.set(employeeId, own.add(mondayOf(plainDate(date))));
  }

  compute(month: string) {
    return computeTimes(this.ports, { connection: this.account.connection(), month: plainMonth(month) });
  }

  async computed(month: string): Promise<WorktimeComputation> {
    return sound(await this.compute(month));
  }
}

/** Minutes that each account of each person holds: `{ '1 HS25': 420 }`. */
export function balances({ people }: Pick<WorktimeComputation, 'people'>): Record<string, number> {
  return Object.fromEntries(
    people.flatMap(({ outcome, accounts }) =>
      accounts.map(({ account, balance }) => [`${outcome.employeeId} ${account.account.code}`, balance]),
    ),
  );
}
