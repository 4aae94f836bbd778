/** A small company that closes its months, and whose changes of Lucca are logged as the service logs them. */
import type { Change } from '../../../shared/contracts/schemas.ts';
import { instant, plainMonth, type PlainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import type { Employee } from '../../../shared/domain/people/employee.ts';
import { lastGivenBeside, type LastGiven } from '../../../shared/domain/review/lastGiven.ts';
import { goneAfter, mirrorChanges } from '../../../shared/domain/review/mirrorChanges.ts';
import { displayed } from '../../../shared/domain/review/cell.ts';
import { closeEmployees, type CloseOptions } from '../../../shared/flows/recap/closeEmployees.ts';
import { readRecap } from '../../../shared/flows/recap/readRecap.ts';
import { recapLines } from '../../../shared/flows/recap/recapReports.ts';
import type { TableDeclaration } from '../../../shared/tables/declaration.ts';
import { SmallCompany, sound } from '../../support/smallCompany.ts';

export const SEPTEMBER = plainMonth('2026-09');
export const NOVEMBER = plainMonth('2026-11');

export class RecapCompany extends SmallCompany {
  private lastGiven: readonly LastGiven[] = [];

  /** Lucca is read at `at`: what changed since the reading before is logged. */
  lucca(at: string, employees: readonly Employee[]): void {
    const { account } = this;
    const none = new Map<never, never>();
    const { employees: known, asOf } = account;
    const before = { employees: known, asOf, absences: none, mapping: '', lastGiven: this.lastGiven };
    const changes = mirrorChanges(before, { employees, absences: none }, goneAfter(account.log));
    this.lastGiven = lastGivenBeside(before, employees, instant(at));
    const logged = changes.map((change, index): Change => ({
      ...change,
      sequence: account.log.length + index + 1,
      runId: `run-${at}`,
      at: instant(at),
    }));
    account.log.push(...logged);
    account.employees = [...employees];
    account.snapshot += 1;
    account.asOf = instant(at);
  }

  recap(month: PlainMonth) {
    return readRecap(this.ports, { connection: this.account.connection(), month });
  }

  close(month: PlainMonth, options: CloseOptions = {}) {
    return closeEmployees(this.ports, { connection: this.account.connection(), month }, options);
  }

  /** `1 Ville Lyon → Lille Lucca`, with every value shown. */
  async lines(month: PlainMonth): Promise<string[]> {
    const recap = sound(await this.recap(month));
    return recapLines(recap, 'secret').map(({ luccaId, kind, field, before, after, origin }) =>
      kind === 'changed' ? `${luccaId} ${field} ${before} → ${after} ${origin ?? ''}` : `${luccaId} ${kind} ${after}`,
    );
  }

  /** What a sheet holds, the cells of `keys` row by row. */
  sheet(table: TableDeclaration, ...keys: string[]): string[][] {
    return this.book.rows(table).map(({ cells }) => keys.map((key) => displayed(cells[key] ?? { blank: true })));
  }
}
