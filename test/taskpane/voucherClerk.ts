/** The pane as the clerk of a small company uses it, without a screen. */
import { instant, plainMonth, type PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import type { Run, RunRequest } from '../../shared/contracts/schemas.ts';
import type { Service } from '../../shared/contracts/service.ts';
import type { PanePorts } from '../../addin/taskpane/model/desk.ts';
import { Pane } from '../../addin/taskpane/model/pane.ts';
import type { Screen } from '../../addin/taskpane/model/state.ts';
import { resultTable } from '../../shared/tables/vouchers/resultTable.ts';
import { ReceiptService } from '../support/receiptService.ts';
import type { SmallCompany } from '../support/smallCompany.ts';
import { VoucherCompany } from '../flows/vouchers/voucherCompany.ts';

const SEPTEMBER = plainMonth('2026-09');

/** A pane over a small company, whose service reads Lucca at once. */
export class Clerk<C extends SmallCompany = VoucherCompany> {
  readonly requests: RunRequest[] = [];
  readonly receipts = new ReceiptService();
  readonly pane: Pane;
  readOnly = false;
  /** How a run ends, and what it brings. */
  ends: Run['state'] = 'done';
  brings: () => void = () => undefined;

  constructor(readonly company: C) {
    this.pane = new Pane({
      service: this.service(),
      book: company.book,
      clock: company.clock,
      token: { get: () => 'token', set: () => undefined, clear: () => undefined },
      offeredCode: null,
      readOnly: () => this.readOnly,
      download: () => undefined,
    } satisfies PanePorts);
  }

  static begun(month = SEPTEMBER): Promise<Clerk> {
    return VoucherCompany.begun().then((company) => Clerk.of(company, month));
  }

  /** The clerk of another company. */
  static async of<C extends SmallCompany>(company: C, month: PlainMonth): Promise<Clerk<C>> {
    const clerk = new Clerk(company);
    await clerk.pane.start();
    clerk.pane.chooseMonth(month);
    return clerk;
  }

  private service(): Service {
    const { account } = this.company;
    const health = { status: 'ok' as const, version: '1', demo: null, month: SEPTEMBER };
    const run = (request: RunRequest): Run => ({
      ...{ id: 'r1', connectionId: 'c1', state: this.ends, months: request.months, startedBy: request.startedBy },
      ...{ startedAt: instant('2026-10-26T19:00:00.000Z'), endedAt: null, step: 'ended', done: 0, total: 0 },
      ...{ waitingSeconds: 0, counts: { employees: 0, halfDays: 0, requests: 0, changes: 0 }, problem: null },
    });
    return {
      ...account.service(),
      claimReceipt: this.receipts.claimReceipt,
      releaseReceipt: this.receipts.releaseReceipt,
      health: () => Promise.resolve(ok(health)),
      startRun: (_, request) => {
        this.requests.push(request);
        this.brings();
        return Promise.resolve(ok(run(request)));
      },
      run: () => {
        const request = this.requests.at(-1);
        return Promise.resolve(request ? ok(run(request)) : fail({ code: 'unreachable' as const }));
      },
    };
  }

  async vouchers() {
    return this.pane.vouchers();
  }

  screen<N extends Screen['name']>(name: N): Extract<Screen, { name: N }> {
    const { screen, notice } = this.pane.store.get();
    if (screen.name !== name) throw new Error(`${screen.name}: ${notice?.text ?? ''}`);
    return screen as Extract<Screen, { name: N }>;
  }

  get notice(): string {
    return this.pane.store.get().notice?.text ?? '';
  }

  get results(): number {
    return this.company.book.tables.get(resultTable.name)?.length ?? 0;
  }
}
