/** A small company whose month is looked over before it is closed: its account, its log of changes, and the clerk. */
import type { Change, Connection } from '../../../../shared/contracts/schemas.ts';
import type { ContractSpan } from '../../../../shared/contracts/voucherSchemas.ts';
import type { Service, Slice } from '../../../../shared/contracts/service.ts';
import { instant, plainDate, plainMonth, type PlainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import { ok } from '../../../../shared/domain/result.ts';
import { blank, displayed } from '../../../../shared/domain/review/cell.ts';
import type { TableDeclaration } from '../../../../shared/tables/declaration.ts';
import { person, sound } from '../../../support/smallCompany.ts';
import { TimeAccount, TimeCompany } from '../../worktime/timeCompany.ts';

export class LoggedAccount extends TimeAccount {
  changes: Change[] = [];
  /** Months that were read. */
  known: PlainMonth[] = ['2026-09', '2026-10'].map(plainMonth);
  planningKnown: PlainMonth[] = this.known;

  override connection(): Connection {
    const connection = super.connection();
    const { mirror } = connection;
    return { ...connection, mirror: mirror && { ...mirror, months: this.known, planningMonths: this.planningKnown } };
  }

  /** Lucca showed another value on that day. */
  change(employeeId: string, field: string, on: string, before: string | null, after: string | null): void {
    const at = instant(`${on}T19:04:00.000Z`);
    const sequence = this.changes.length + 1;
    this.changes.push({ sequence, runId: 'r1', at, employeeId, kind: 'changed', field, before, after });
  }

  override service(): Service {
    return {
      ...super.service(),
      changes: (_: string, since: number, { offset, limit }: Slice) => {
        const items = this.changes.filter(({ sequence }) => sequence > since);
        return Promise.resolve(
          ok({
            snapshot: this.snapshot,
            asOf: this.asOf,
            total: items.length,
            items: items.slice(offset, offset + limit),
          }),
        );
      },
    };
  }
}

/** Three people in Lyon since 2021, accepted in the workbook. */
export class MonthCompany extends TimeCompany {
  override readonly account = new LoggedAccount();

  static override async begun(): Promise<MonthCompany> {
    const company = new MonthCompany();
    const { account } = company;
    account.employees = [person('1'), person('2'), person('3')];
    account.contracts = account.employees.map(({ id }) => company.contract(id));
    account.halfDays = [];
    await company.apply(() => 'accept');
    return company;
  }

  /** Another contract of a person: `span('1', '2026-10-12', null, {…})`. */
  span(employeeId: string, from: string, to: string | null, more: Partial<ContractSpan> = {}): ContractSpan {
    const id = `c${employeeId}-${from}`;
    return this.contract(employeeId, { id, from: plainDate(from), to: to === null ? null : plainDate(to), ...more });
  }

  /** The contracts of a person, instead of those they have. */
  contracts(employeeId: string, ...spans: readonly ContractSpan[]): void {
    const { account } = this;
    account.contracts = [...account.contracts.filter((each) => each.employeeId !== employeeId), ...spans];
  }

  /** Cells of every row of a sheet, as a French reader sees them. */
  told(table: TableDeclaration, ...keys: readonly string[]): string[][] {
    return this.book.rows(table).map(({ cells }) => keys.map((key) => displayed(cells[key] ?? blank)));
  }
}

export { sound };
