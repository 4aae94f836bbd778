/** A payroll clerk before « Arrêts à saisir »: absences of Lucca, a workbook, and what is closed of it. */
import type { Bound } from '../../../../shared/domain/absences/bindAccounts.ts';
import type { HalfDayAbsence } from '../../../../shared/domain/absences/halfDay.ts';
import { payfit } from '../../../../shared/domain/absences/targets/payfit.ts';
import type { StoppageKind } from '../../../../shared/domain/absences/treatment.ts';
import { fatesOf } from '../../../../shared/domain/absences/wantedHalfDays.ts';
import {
  addDays,
  firstDay,
  isoWeekday,
  lastDay,
  monthOf,
  plainDate,
  plainMonth,
  type PlainDate,
} from '../../../../shared/domain/calendar/plainDate.ts';
import type { PlannedDay } from '../../../../shared/domain/calendar/plannedDay.ts';
import { plannedMonthOf, type PlannedMonth } from '../../../../shared/domain/calendar/plannedMonth.ts';
import { blank, displayed, textCell, type Cell } from '../../../../shared/domain/review/cell.ts';
import { applyPlan } from '../../../../shared/flows/apply.ts';
import type { Book, BookSnapshot } from '../../../../shared/flows/book.ts';
import type { StoppageContext } from '../../../../shared/flows/absences/stoppages/stoppageContext.ts';
import { stoppageLines } from '../../../../shared/flows/absences/stoppages/stoppageLines.ts';
import { stamp } from '../../../../shared/flows/stamp.ts';
import { stoppagesTable } from '../../../../shared/tables/absences/stoppagesTable.ts';
import { supportTable } from '../../../../shared/tables/absences/supportTable.ts';
import type { TableDeclaration } from '../../../../shared/tables/declaration.ts';
import { employeesTable } from '../../../../shared/tables/employeesTable.ts';
import { establishmentsTable } from '../../../../shared/tables/establishmentsTable.ts';
import { formerIdsTable } from '../../../../shared/tables/people/formerIdsTable.ts';
import { halfDay, person, SmallCompany, sound } from '../../../support/smallCompany.ts';

const stoppage = (kind: StoppageKind): Bound => ({ state: 'bound', treatment: { is: 'stoppage', kind } });
const accounts: Readonly<Record<string, Bound>> = {
  CP: { state: 'bound', treatment: { is: 'transferred', category: 'paidLeave', code: 'CP' } },
  TT: { state: 'bound', treatment: { is: 'transferred', category: 'remoteWork', code: 'TT' } },
  OUT: { state: 'bound', treatment: { is: 'outside' } },
  MAL: stoppage('sickness'),
  MAT: stoppage('maternity'),
  AT: stoppage('workAccident'),
};

/** When Lucca shows that the employer may have known. */
const SEEN = { requestedOn: plainDate('2026-09-08'), approvedOn: plainDate('2026-09-08') };

/** Whole weekdays from one date to another, under a request and an account. */
export function away(leaveId: string, from: string, to: string, accountId = 'MAL', employeeId = '1'): HalfDayAbsence[] {
  const halves: HalfDayAbsence[] = [];
  for (let date = plainDate(from); date <= plainDate(to); date = addDays(date, 1)) {
    if (isoWeekday(date) > 5) continue;
    for (const half of ['am', 'pm'] as const)
      halves.push(halfDay(leaveId, date, half, { accountId, employeeId, ...SEEN }));
  }
  return halves;
}

function plan(employeeId: string, month: string): PlannedMonth {
  const [first, last] = [firstDay(plainMonth(month)), lastDay(plainMonth(month))];
  const half = { minutes: 210, includesMeal: false };
  const days: PlannedDay[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const isOff = isoWeekday(date) > 5;
    days.push({ date, am: isOff ? null : half, pm: isOff ? null : half, holiday: 'none' });
  }
  return plannedMonthOf(employeeId, plainMonth(month), days);
}

const closedMonth = (month: string) => ({
  month: plainMonth(month),
  from: firstDay(plainMonth(month)),
  to: lastDay(plainMonth(month)),
});

/** What `cells` shows of each row of a table. */
type Shown = readonly (readonly string[])[];

export class StoppageDesk {
  readonly company = new SmallCompany();
  /** The workbook that is brought up to date; `rows` and `type` are of the one in memory. */
  book: Book = this.company.book;
  lucca: HalfDayAbsence[] = [];
  closed: string[] = [];
  read: string[] = ['2026-08', '2026-09', '2026-10', '2026-11'];
  planned: string[] = ['2026-08', '2026-09', '2026-10', '2026-11'];
  known: string[] = ['1', '2'];
  /** Accounts as they are bound today. */
  readonly accounts: Record<string, Bound> = { ...accounts };
  more: Partial<StoppageContext> = {};

  async open(...ids: string[]): Promise<this> {
    this.company.account.employees = (ids.length > 0 ? ids : ['1']).map((id) => person(id));
    await this.company.apply();
    return this;
  }

  private boundTo(accountId: string): Bound {
    return this.accounts[accountId] ?? { state: 'unbound' };
  }

  context(): StoppageContext {
    const isRead = (date: PlainDate) => this.read.includes(monthOf(date));
    const contractsOf = () => [{ from: plainDate('2020-01-01'), to: null }];
    const [start, upTo] = [plainDate('2026-09-01'), plainDate('2026-10-31')];
    const boundTo = (id: string) => this.boundTo(id);
    const fates = fatesOf(
      this.lucca.filter(({ date }) => isRead(date)),
      { boundTo, contractsOf, start, upTo },
    );
    return {
      fates,
      kindOf: ({ accountId }) => {
        const bound = this.boundTo(accountId);
        return bound.state === 'bound' && bound.treatment.is === 'stoppage' ? bound.treatment.kind : undefined;
      },
      planning: this.known.flatMap((id) => this.planned.map((month) => plan(id, month))),
      isRead,
      start,
      upTo,
      closed: this.closed.map(closedMonth),
      protectedKinds: payfit.protectedKinds,
      isKnown: (id) => this.known.includes(id),
      at: stamp(this.company.clock.now()),
      ...this.more,
    };
  }

  async snapshot(): Promise<BookSnapshot> {
    const tables = [stoppagesTable, supportTable, employeesTable, establishmentsTable, formerIdsTable];
    return sound(await this.book.read(tables));
  }

  /** Brings the sheets up to date; how many lines that took. A second call, an hour later, must write nothing. */
  async run(): Promise<number> {
    const lines = stoppageLines(await this.snapshot(), this.context());
    if (lines.length > 0) {
      const { refused } = sound(await applyPlan({ ...this.company.ports, book: this.book }, lines, {}, 'stoppages'));
      if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
    }
    const again = stoppageLines(await this.snapshot(), this.context());
    if (again.length > 0) throw new Error(`written twice: ${JSON.stringify(again)}`);
    return lines.length;
  }

  rows(table: TableDeclaration, ...keys: string[]): Shown {
    return this.company.book
      .rows(table)
      .map(({ cells }) => keys.map((key) => displayed(cells[key] ?? blank).replace(/\u00a0/g, ' ')));
  }

  lines(...keys: string[]): Shown {
    return this.rows(stoppagesTable, ...keys);
  }

  support(...keys: string[]): Shown {
    return this.rows(supportTable, ...keys);
  }

  /** What the clerk types in a cell of ours, on the row at that place. */
  type(table: TableDeclaration, at: number, key: string, typed: string | Cell): void {
    const row = this.company.book.rows(table)[at];
    if (!row) throw new Error(`no row ${at}`);
    row.cells[key] = typeof typed === 'string' ? textCell(typed) : typed;
  }

  tick(at = 0, typed = 'oui'): void {
    this.type(stoppagesTable, at, 'typed', typed);
  }
}

/** A desk where the sickness of 7–9 September was listed, then ticked and adopted. */
export async function typedDesk(kind = 'MAL'): Promise<StoppageDesk> {
  const desk = await new StoppageDesk().open();
  desk.lucca = away('50', '2026-09-07', '2026-09-09', kind);
  await desk.run();
  desk.tick();
  await desk.run();
  return desk;
}
