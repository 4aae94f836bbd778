/** A small company that orders titres-restaurant: its account, its sheets, and the clerk who computes and orders. */
import { ok } from '../../../shared/domain/result.ts';
import {
  addDays,
  addMonths,
  isoWeekday,
  lastDay,
  firstDay,
  plainDate,
  plainMonth,
  type PlainMonth,
} from '../../../shared/domain/calendar/plainDate.ts';
import { plannedMonthOf } from '../../../shared/domain/calendar/plannedMonth.ts';
import type { PlannedDay } from '../../../shared/domain/calendar/plannedDay.ts';
import { blank, numberCell, textCell, type Cell } from '../../../shared/domain/review/cell.ts';
import type { Connection } from '../../../shared/contracts/schemas.ts';
import type { Service, Slice } from '../../../shared/contracts/service.ts';
import type {
  ContractSpan,
  ExpenseNature,
  LeaveAccount,
  MealOfEmployee,
} from '../../../shared/contracts/voucherSchemas.ts';
import { computeVouchers, type VoucherComputation } from '../../../shared/flows/vouchers/computeVouchers.ts';
import { validateOrder } from '../../../shared/flows/vouchers/voucherOrders.ts';
import { writeVouchers } from '../../../shared/flows/vouchers/writeVouchers.ts';
import type { TableDeclaration } from '../../../shared/tables/declaration.ts';
import { absenceImpactsTable, expenseImpactsTable } from '../../../shared/tables/vouchers/impactsTables.ts';
import { establishmentsTable } from '../../../shared/tables/establishmentsTable.ts';
import { regulationsTable } from '../../../shared/tables/vouchers/regulationsTable.ts';
import { FakeAccount } from '../../support/fakeService.ts';
import { halfDay, person, SmallCompany, sound } from '../../support/smallCompany.ts';

/** Twelve months of a fictional account, day by day. */
export class VoucherAccount extends FakeAccount {
  contracts: ContractSpan[] = [];
  meals: MealOfEmployee[] = [];
  accounts: LeaveAccount[] = [{ id: '9', name: 'Congés payés', establishments: ['Lyon'] }];
  natures: ExpenseNature[] = [{ id: '31', name: 'Déjeuner', isRestaurant: true, isEnabled: true }];
  planned: PlainMonth[] = [];
  /** People whose days Lucca does not give. */
  readonly unplanned = new Set<string>();
  /** People who work mornings only. */
  readonly mornings = new Set<string>();

  override connection(): Connection {
    const connection = super.connection();
    return {
      ...connection,
      mirror: connection.mirror && {
        ...connection.mirror,
        months: this.planned,
        planningMonths: this.planned,
        mealMonths: this.planned,
      },
    };
  }

  #days(month: PlainMonth, isMorning: boolean): PlannedDay[] {
    const days: PlannedDay[] = [];
    for (let date = firstDay(month); date <= lastDay(month); date = addDays(date, 1)) {
      const half = isoWeekday(date) <= 5 ? { minutes: 210, includesMeal: false } : null;
      days.push({ date, am: half, pm: isMorning ? null : half, holiday: 'none' });
    }
    return days;
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
    return {
      ...super.service(),
      contracts: (_, slice) => page(this.contracts, slice),
      planning: (_, month, slice) =>
        page(
          this.employees
            .filter(({ id }) => !this.unplanned.has(id))
            .map(({ id }) => plannedMonthOf(id, month, this.#days(month, this.mornings.has(id)))),
          slice,
        ),
      meals: (_, month, slice) =>
        page(
          this.meals.filter(({ date }) => date.startsWith(month)),
          slice,
        ),
      leaveAccounts: () => page(this.accounts),
      expenseNatures: () => page(this.natures),
    };
  }
}

export const SIEGE = 'TR Siège';
type Typed = Readonly<Record<string, string | number>>;

export function regulationRow(more: Typed = {}): Typed {
  return {
    name: SIEGE,
    from: '2026-01-01',
    establishments: 'Lyon',
    issuer: 'Swile',
    face: 9,
    sharePercent: 60,
    firstMonth: '2026-09-01',
    before: 'première distribution',
    ...more,
  };
}

/** Three people in Lyon, one valid regulation, first ordered in September 2026. */
export class VoucherCompany extends SmallCompany {
  override readonly account = new VoucherAccount();

  static async begun(): Promise<VoucherCompany> {
    const company = new VoucherCompany();
    const { account } = company;
    account.months = [plainMonth('2026-10')];
    account.employees = [person('1'), person('2'), person('3')];
    account.contracts = account.employees.map(({ id }) => company.contract(id));
    account.planned = Array.from({ length: 16 }, (_, at) => addMonths(plainMonth('2026-01'), at));
    await company.apply(() => 'accept');
    company.fill(establishmentsTable, { id: '13', name: 'Lyon' }, { id: '14', name: 'Lille' });
    company.fill(regulationsTable, regulationRow());
    company.fill(absenceImpactsTable, { id: '9', name: 'Congés payés', impact: 'déduit' });
    company.fill(expenseImpactsTable, { id: '31', name: 'Déjeuner', impact: 'déduit' });
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

  /** A day off of person 1, in every month that the service has read. */
  dayOff(date: string, employeeId = '1'): void {
    const halves = (['am', 'pm'] as const).map((half) =>
      halfDay(`off${date}${employeeId}`, date, half, { employeeId }),
    );
    this.account.halfDays = [...this.account.halfDays, ...halves];
  }

  compute(month: string) {
    return computeVouchers(this.ports, { connection: this.account.connection(), month: plainMonth(month) });
  }

  async computed(month: string): Promise<VoucherComputation> {
    return sound(await this.compute(month));
  }

  /** Computes, writes and validates. */
  async close(month: string, regulation = SIEGE): Promise<VoucherComputation> {
    const computation = await this.computed(month);
    sound(await writeVouchers(this.ports, computation));
    sound(await validateOrder(this.ports, computation, regulation));
    return computation;
  }
}

/** Numbers ordered, by person. */
export function ordered({ people }: Pick<VoucherComputation, 'people'>): Record<string, number> {
  return Object.fromEntries(people.map(({ outcome }) => [outcome.employeeId, outcome.count.ordered]));
}
