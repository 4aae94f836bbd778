/** « Clôturer » and « Rouvrir » a month of absences in the pane. */
import { closeAbsences, reopenAbsences } from '../../../../../shared/flows/absences/transfer/closeAbsences.ts';
import { monthClosed, monthReopened } from '../../../../../shared/messages/fr/absences/transfer.ts';
import { refusesWriting } from '../../readOnly.ts';
import { appliedNotice } from '../../updateFlows.ts';
import type { StoppageTasks } from '../stoppages/stoppageTasks.ts';
import type { TransferDesk } from './transferDesk.ts';
import type { CloseScreen } from './transferState.ts';

export class CloseTasks {
  constructor(
    private readonly own: TransferDesk,
    private readonly stoppages: StoppageTasks,
  ) {}

  /** What is left, before anything is closed. */
  async open(left: CloseScreen['left'] = null): Promise<void> {
    const board = await this.own.board();
    if (!board) return;
    const { toType, toHandOver } = await this.stoppages.left();
    this.own.desk.show({ name: 'absenceClose', board, toType, toHandOver, left });
  }

  /** @param withLeft the person was told which lines are left, and insists. */
  async close(withLeft = false): Promise<void> {
    const { own } = this;
    if (refusesWriting(own.desk)) return;
    const request = await own.asked();
    if (!request) return;
    const closing = () => closeAbsences(own.desk.ports, request, { ...own.working('compare'), withLeft });
    const closed = await closing();
    if (closed.ok) return own.ways.open(appliedNotice(monthClosed(closed.value.month), closed.value));
    return closed.error.code === 'left' ? this.open(closed.error) : own.notPrepared(closed.error);
  }

  async reopen(): Promise<void> {
    const { own } = this;
    if (refusesWriting(own.desk)) return;
    const opened = await reopenAbsences(own.desk.ports, own.working('journal'));
    if (!opened.ok) return own.refused(opened.error, '');
    return own.ways.open(appliedNotice(monthReopened(opened.value.month), opened.value));
  }
}
