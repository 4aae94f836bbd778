/** « Clôturer » and « Rouvrir » a month of absences in the pane. */
import { closeAbsences, reopenAbsences } from '../../../../../shared/flows/absences/transfer/closeAbsences.ts';
import { monthClosed, monthReopened } from '../../../../../shared/messages/fr/absences/transfer.ts';
import { Insistence } from '../../insistence.ts';
import { refusesWriting } from '../../readOnly.ts';
import type { Notice } from '../../state.ts';
import { appliedNotice } from '../../updateFlows.ts';
import type { StoppageTasks } from '../stoppages/stoppageTasks.ts';
import type { TransferDesk } from './transferDesk.ts';
import { refusalOf, transferNotice } from './transferNotice.ts';
import type { CloseScreen } from './transferState.ts';

/** What is insisted upon. */
const CLOSE = 'close';

export class CloseTasks {
  constructor(
    private readonly own: TransferDesk,
    private readonly stoppages: StoppageTasks,
  ) {}

  private readonly insistence = new Insistence();

  /** What is left, before anything is closed. */
  async open(left: CloseScreen['left'] = null, notice: Notice | null = null): Promise<void> {
    const board = await this.own.board();
    if (!board) return;
    const { toType, toHandOver } = await this.stoppages.left();
    this.own.desk.show({ name: 'absenceClose', board, toType, toHandOver, left }, notice);
  }

  /** @param withLeft the person was told which lines are left, and insists. */
  async close(withLeft = false): Promise<void> {
    const { own } = this;
    if (refusesWriting(own.desk)) return;
    const { screen } = own.desk.store.get();
    const request = await own.asked();
    if (!request) return;
    const receipts = { service: own.desk.ports.service, connectionId: request.connection.id, ...this.insists() };
    const closed = await closeAbsences(own.desk.ports, request, { ...own.working('compare'), receipts, withLeft });
    const refusal = !closed.ok && closed.error.code === 'step' ? refusalOf(closed.error.error) : null;
    this.insistence.note(CLOSE, refusal);
    if (closed.ok) return own.ways.open(appliedNotice(monthClosed(closed.value.month), closed.value));
    const { error } = closed;
    if (error.code === 'left') return this.open(error);
    if (error.code !== 'step' || refusal === null) return own.notPrepared(error);
    return this.open(screen.name === 'absenceClose' ? screen.left : null, transferNotice(error.error, ''));
  }

  private insists() {
    return { force: this.insistence.on(CLOSE, 'taken'), unguarded: this.insistence.on(CLOSE, 'silent') };
  }

  async reopen(): Promise<void> {
    const { own } = this;
    if (refusesWriting(own.desk)) return;
    const { connection } = own.desk.store.get();
    const receipts = connection && { service: own.desk.ports.service, connectionId: connection.id };
    const opened = await reopenAbsences(own.desk.ports, { ...own.working('journal'), ...(receipts && { receipts }) });
    if (!opened.ok) return own.refused(opened.error, '');
    return own.ways.open(appliedNotice(monthReopened(opened.value.month), opened.value));
  }
}
