/** A payroll clerk at work: an account of Lucca, a workbook, a clock, and what is done with them. */
import { instant, plainDate, plainMonth, type PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { HalfDayAbsence } from '../../shared/domain/absences/halfDay.ts';
import type { Employee } from '../../shared/domain/people/employee.ts';
import { blank, displayed, textCell, type Cell } from '../../shared/domain/review/cell.ts';
import type { Decision } from '../../shared/domain/review/review.ts';
import type { Result } from '../../shared/domain/result.ts';
import { applyPlan, planLines, type ApplyReport } from '../../shared/flows/apply.ts';
import { prepareReview, type Review, type ReviewEntry } from '../../shared/flows/prepareReview.ts';
import type { Clock } from '../../shared/flows/ports.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { FakeAccount } from './fakeService.ts';
import { MemoryBook, type StoredRow } from './memoryBook.ts';

export const OCTOBER = plainMonth('2026-10');
export const IBAN = 'FR7630006000011234567890189';
export const OTHER_IBAN = 'FR1420041010050500013M02606';

export function person(id: string, values: Employee['values'] = {}): Employee {
  return {
    id,
    values: {
      employeeNumber: `000${id}`,
      lastName: `Nom${id}`,
      firstName: `P${id}`,
      establishment: 'Lyon',
      city: 'Lyon',
      contractStart: '2021-01-01',
      contractEnd: null,
      nir: null,
      iban: IBAN,
      ...values,
    },
  };
}

/** `halfDay('50', '2026-10-05', 'am')`: of person 1, of an account in days. */
export function halfDay(leaveId: string, date: string, half: 'am' | 'pm', more: Partial<HalfDayAbsence> = {}) {
  const on = plainDate('2026-09-01');
  return {
    id: `${leaveId}-${date}-${half}`,
    employeeId: '1',
    leaveId,
    accountId: '9',
    accountName: 'Congés payés',
    date: plainDate(date),
    half,
    minutes: null,
    requestedOn: on,
    approvedOn: on,
    ...more,
  };
}

export function wholeDays(leaveId: string, ...dates: string[]): HalfDayAbsence[] {
  return dates.flatMap((date) => [halfDay(leaveId, date, 'am'), halfDay(leaveId, date, 'pm')]);
}

export function sound<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** One minute later at each look, unless told otherwise. */
export class TestClock implements Clock {
  at = Date.UTC(2026, 9, 26, 19, 10);
  step = 60_000;

  now() {
    this.at += this.step;
    return instant(new Date(this.at).toISOString());
  }

  wait() {
    return Promise.resolve();
  }
}

export class SmallCompany {
  readonly account = new FakeAccount();
  readonly book = new MemoryBook();
  readonly clock = new TestClock();
  months: PlainMonth[] = [OCTOBER];

  get ports() {
    return { service: this.account.service(), book: this.book, clock: this.clock };
  }

  prepare() {
    return prepareReview(this.ports, { connection: this.account.connection(), months: this.months });
  }

  async review(): Promise<Review> {
    return sound(await this.prepare());
  }

  /** Reviews and applies what is proposed, save what `choose` decides otherwise. */
  async apply(choose: (entry: ReviewEntry) => Decision | undefined = () => undefined): Promise<ApplyReport> {
    const lines = this.chosen(await this.review(), choose);
    if (lines.length === 0) return { added: 0, changed: 0, deleted: 0, refused: [] };
    return sound(await applyPlan(this.ports, lines));
  }

  chosen(review: Review, choose: (entry: ReviewEntry) => Decision | undefined) {
    return planLines(review, new Map(review.entries.map((each) => [each.item.id, choose(each) ?? each.item.decision])));
  }

  /** The kinds of what is proposed, each with its decision. */
  async proposals(): Promise<string[]> {
    const { entries } = await this.review();
    return entries.map(({ item: { kind, key, changes, decision } }) => {
      const columns =
        kind === 'changed' || kind === 'conflict' ? ` ${changes.map(({ column }) => column).join(' ')}` : '';
      return `${kind} ${key}${columns}: ${decision}`;
    });
  }

  row(id: string, table: TableDeclaration = employeesTable): StoredRow {
    const found = this.book.rows(table).find(({ cells }) => displayed(cells[table.key] ?? blank) === id);
    if (!found) throw new Error(`no row ${id}`);
    return found;
  }

  /** What the clerk types in a column of ours. */
  type(id: string, column: string, typed: string | Cell, table: TableDeclaration = employeesTable): void {
    this.row(id, table).cells[column] = typeof typed === 'string' ? textCell(typed) : typed;
  }

  /** What the clerk types in a column of their own. */
  note(id: string, heading: string, text: string, table: TableDeclaration = employeesTable): void {
    const row = this.row(id, table);
    row.others = [...row.others.filter((each) => each.heading !== heading), { heading, cell: textCell(text) }];
  }

  cell(id: string, column: string, table: TableDeclaration = employeesTable): string {
    return displayed(this.row(id, table).cells[column] ?? blank);
  }

  keys(table: TableDeclaration): string[] {
    return this.book.rows(table).map(({ cells }) => displayed(cells[table.key] ?? blank));
  }

  /** All that a person sees of « Salariés » and « Absences »: captions, rows in their order, filled cells, own columns. */
  seen() {
    return [employeesTable, absencesTable].map((table) => ({
      caption: this.book.captions.get(table.name) ?? '',
      rows: this.book.rows(table).map(({ cells, others, formulas = [] }) => ({
        cells: Object.fromEntries(Object.entries(cells).filter(([, cell]) => displayed(cell) !== '')),
        others,
        formulas,
      })),
    }));
  }
}
