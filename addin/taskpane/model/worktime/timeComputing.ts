/** « Calculer »: the working time of the month computed and written, or why it was not. */
import type { PlainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import type { Finding } from '../../../../shared/domain/finding.ts';
import type { Result } from '../../../../shared/domain/result.ts';
import { computeTimes, type WorktimeComputation } from '../../../../shared/flows/worktime/computeTimes.ts';
import type { WorktimeError, WorktimeRequest } from '../../../../shared/flows/worktime/worktimeReading.ts';
import { writeTimes, writeTimeStates, type WrittenTimes } from '../../../../shared/flows/worktime/writeTimes.ts';
import { monthsOfWeeks } from '../../../../shared/domain/worktime/weeks.ts';
import * as text from '../../../../shared/messages/fr/worktime/pane.ts';
import type { PaneDesk } from '../desk.ts';
import { appliedNotice, applyNotice } from '../updateFlows.ts';
import type { TimeWays } from './timeWays.ts';

export type ComputedTimes = Result<WorktimeComputation, WorktimeError>;

export class TimeComputing {
  private readonly desk: PaneDesk;
  private readonly ways: TimeWays;

  constructor(desk: PaneDesk, ways: TimeWays) {
    this.desk = desk;
    this.ways = ways;
  }

  /** Computes, shown step by step. Nothing is written. */
  compute(subject: WorktimeRequest): Promise<ComputedTimes> {
    this.desk.show({ name: 'working', progress: { step: 'read', done: 0, total: 0 }, cancelling: false });
    return computeTimes(this.desk.ports, subject, this.desk.working());
  }

  /** « Calculer »: has Lucca read first where it never was. */
  async calculate(): Promise<void> {
    const subject = await this.ways.begun();
    if (!subject) return;
    const computed = await this.compute(subject);
    const isUnread = !computed.ok && computed.error.code === 'notRead';
    return isUnread ? this.readThenCompute(computed.error.months) : this.finish(computed);
  }

  /** « Relire Lucca, puis calculer » */
  async readAgain(): Promise<void> {
    const subject = await this.ways.begun();
    if (subject) await this.readThenCompute(monthsOfWeeks([subject.month]));
  }

  private async readThenCompute(months: readonly PlainMonth[]): Promise<void> {
    if (!(await this.ways.readLucca(months))) return;
    const subject = await this.ways.begun();
    if (subject) return this.finish(await this.compute(subject));
  }

  private async finish(computed: ComputedTimes): Promise<void> {
    return computed.ok ? this.write(computed.value) : this.failed(computed.error);
  }

  private async write(computation: WorktimeComputation): Promise<void> {
    const { desk, ways } = this;
    if (desk.ports.readOnly()) {
      ways.result(computation, null, { intent: 'warning', text: text.notWrittenReadOnly });
      return;
    }
    const written = await writeTimes(desk.ports, computation, desk.working());
    if (!written.ok && written.error.open) return desk.home(applyNotice(written.error));
    const notice = written.ok ? appliedNotice(writtenText(written.value), written.value) : applyNotice(written.error);
    ways.result(computation, null, notice);
  }

  /** Why nothing was computed. */
  async failed(error: WorktimeError): Promise<void> {
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

  private async withoutRegulation({ book, findings }: Extract<WorktimeError, { code: 'noRegulation' }>): Promise<void> {
    const { desk } = this;
    const states = desk.ports.readOnly() ? null : await writeTimeStates(desk.ports, book, desk.working());
    if (states && !states.ok) return desk.home(applyNotice(states.error));
    const board = await this.ways.read();
    if (!board) return;
    const known = new Set([...board.findings, ...board.regulations.flatMap((each) => each.findings)].map(idOf));
    const others = findings.filter((each) => !known.has(idOf(each)));
    const sentence = board.regulations.length === 0 ? text.noRegulation : text.noneValid;
    desk.show({ name: 'worktime', board, findings: others }, { intent: 'warning', text: sentence });
  }
}

function writtenText({ added, changed, deleted, leftOut }: WrittenTimes): string {
  const sentence = text.written(added + changed + deleted);
  return leftOut === 0 ? sentence : `${sentence} ${text.leftOut(leftOut)}`;
}

function idOf({ code, subject, place, facts }: Finding): string {
  return JSON.stringify([code, subject, place, facts]);
}
