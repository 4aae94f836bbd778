/** « Calculer »: the month computed and written, or why it was not. */
import type { Finding } from '../../../shared/domain/finding.ts';
import type { PlainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import type { Result } from '../../../shared/domain/result.ts';
import {
  computeVouchers,
  type VoucherComputation,
  type VoucherError,
} from '../../../shared/flows/vouchers/computeVouchers.ts';
import type { VoucherRequest } from '../../../shared/flows/vouchers/voucherReading.ts';
import { writeStates, writeVouchers, type WrittenVouchers } from '../../../shared/flows/vouchers/writeVouchers.ts';
import { paneActor } from '../../../shared/messages/fr/pane.ts';
import { detailLeftOut } from '../../../shared/messages/fr/vouchers/detail.ts';
import * as text from '../../../shared/messages/fr/vouchers/pane.ts';
import { chartFailed } from '../../../shared/messages/fr/vouchers/totals.ts';
import type { PaneDesk } from './desk.ts';
import { appliedNotice, applyNotice } from './updateFlows.ts';
import { voucherSubject, type VoucherWays } from './voucherWays.ts';

export type Computed = Result<VoucherComputation, VoucherError>;

export class ComputeTasks {
  private readonly desk: PaneDesk;
  private readonly ways: VoucherWays;

  constructor(desk: PaneDesk, ways: VoucherWays) {
    this.desk = desk;
    this.ways = ways;
  }

  /** Computes, shown step by step. Nothing is written. */
  compute(subject: VoucherRequest): Promise<Computed> {
    this.desk.show({ name: 'working', progress: { step: 'read', done: 0, total: 0 }, cancelling: false });
    return computeVouchers(this.desk.ports, subject, this.desk.working());
  }

  /** « Calculer »: has Lucca read first where it never was. */
  async calculate(): Promise<void> {
    const subject = voucherSubject(this.desk);
    if (!subject) return;
    const computed = await this.compute(subject);
    const isUnread = !computed.ok && computed.error.code === 'notRead';
    return isUnread ? this.readThenCompute(computed.error.months) : this.finish(computed);
  }

  /** « Relire Lucca, puis calculer » */
  async readAgain(): Promise<void> {
    const read = await this.ways.read();
    if (read) await (read.months.length === 0 ? this.calculate() : this.readThenCompute(read.months));
  }

  private async readThenCompute(months: readonly PlainMonth[]): Promise<void> {
    if (!(await this.ways.readLucca(months))) return;
    const subject = voucherSubject(this.desk);
    if (subject) return this.finish(await this.compute(subject));
  }

  private async finish(computed: Computed): Promise<void> {
    return computed.ok ? this.write(computed.value) : this.failed(computed.error);
  }

  private async write(computation: VoucherComputation): Promise<void> {
    const { desk, ways } = this;
    if (desk.ports.readOnly()) {
      ways.result(computation, null, { intent: 'warning', text: text.notWrittenReadOnly });
      return;
    }
    const written = await writeVouchers(desk.ports, computation, { ...desk.working(), by: paneActor });
    if (!written.ok && written.error.open) return desk.home(applyNotice(written.error));
    const notice = written.ok ? appliedNotice(writtenText(written.value), written.value) : applyNotice(written.error);
    ways.result(computation, null, notice);
  }

  /** Why nothing was computed. */
  async failed(error: VoucherError): Promise<void> {
    const { desk, ways } = this;
    switch (error.code) {
      case 'service':
        return error.error.code === 'cancelled'
          ? ways.open({ intent: 'info', text: text.computationStopped })
          : ways.lost(error);
      case 'noRegulation':
        return this.withoutRegulation(error);
      case 'unsound':
        return ways.open({ intent: 'error', text: text.unsound }, error.findings);
      case 'notRead': {
        const rights = desk.store.get().connection?.mirror?.missingRights ?? [];
        return ways.open({ intent: 'warning', text: text.stillUnread(error.months, rights) });
      }
      default:
        return ways.lost(error);
    }
  }

  private async withoutRegulation({ book, findings }: Extract<VoucherError, { code: 'noRegulation' }>): Promise<void> {
    const { desk } = this;
    const states = desk.ports.readOnly() ? null : await writeStates(desk.ports, book, desk.working());
    if (states && !states.ok) return desk.home(applyNotice(states.error));
    const read = await this.ways.read();
    if (!read) return;
    const { board } = read;
    const isOrdered = board.orders.some(({ month, state }) => month === board.month && state !== 'cancelled');
    const known = new Set([...board.findings, ...board.states.flatMap((each) => each.findings)].map(findingId));
    const others = findings.filter((each) => !known.has(findingId(each)));
    const empty = board.states.length === 0 ? text.noRegulation : text.noneToOrder;
    const sentence = isOrdered ? text.allOrdered : empty;
    desk.show(
      { name: 'vouchers', board, findings: others },
      { intent: isOrdered ? 'info' : 'warning', text: sentence },
    );
  }
}

function writtenText({ added, changed, deleted, leftOut, chart }: WrittenVouchers): string {
  const drawing = chart.ok ? [] : [chartFailed(chart.error)];
  return [text.written(added + changed + deleted), ...detailLeftOut(leftOut), ...drawing].join(' ');
}

function findingId({ code, subject, place, facts }: Finding): string {
  return JSON.stringify([code, subject, place, facts]);
}
