/** « Absences » in the pane: each place has its own tasks, made when this file is first loaded. */
import type { Connection } from '../../../../shared/contracts/schemas.ts';
import type { Finding } from '../../../../shared/domain/finding.ts';
import type { FlowOptions, Step } from '../../../../shared/flows/ports.ts';
import { otherAccountBody, tablesTitle } from '../../../../shared/messages/fr/pane.ts';
import type { PaneDesk } from '../desk.ts';
import { tellUnanswered } from '../serviceWays.ts';
import type { Notice } from '../state.ts';
import { applyNotice } from '../updateFlows.ts';
import type { AbsencesFailure, AbsenceWays } from './absenceWays.ts';
import { AccountsTasks } from './accounts/accountsTasks.ts';
import { CalendarTasks } from './calendar/calendarTasks.ts';
import { StoppageTasks } from './stoppages/stoppageTasks.ts';
import { CloseTasks } from './transfer/closeTasks.ts';
import { TransferDesk } from './transfer/transferDesk.ts';
import { TransferFileTasks } from './transfer/transferFileTasks.ts';
import { TransferTasks } from './transfer/transferTasks.ts';

export class AbsenceTasks implements AbsenceWays {
  readonly accounts: AccountsTasks;
  readonly stoppages: StoppageTasks;
  readonly transfer: TransferTasks;
  readonly files: TransferFileTasks;
  readonly closing: CloseTasks;
  readonly board: TransferDesk;
  readonly calendar: CalendarTasks;
  private readonly desk: PaneDesk;

  constructor(desk: PaneDesk) {
    this.desk = desk;
    this.accounts = new AccountsTasks(desk, this);
    this.stoppages = new StoppageTasks(desk, this);
    this.board = new TransferDesk(desk, this);
    this.transfer = new TransferTasks(this.board, this.stoppages);
    this.files = new TransferFileTasks(this.board, this.transfer);
    this.closing = new CloseTasks(this.board, this.stoppages);
    this.calendar = new CalendarTasks(desk, this);
  }

  async begun(): Promise<Connection | undefined> {
    const { connection } = this.desk.store.get();
    if (connection?.mirror) return connection;
    await this.open();
    return undefined;
  }

  working(step: Step = 'read'): FlowOptions {
    this.desk.show({ name: 'working', progress: { step, done: 0, total: 0 }, cancelling: false });
    return this.desk.working();
  }

  open(notice: Notice | null = null, findings: readonly Finding[] = []): Promise<void> {
    this.desk.show({ name: 'absences', findings }, notice);
    return Promise.resolve();
  }

  failed(error: AbsencesFailure): Promise<void> {
    switch (error.code) {
      case 'tables':
        return this.open({ intent: 'error', text: tablesTitle }, error.findings);
      case 'otherAccount':
        return this.open({ intent: 'error', text: otherAccountBody(error.account) });
      case 'apply':
        return error.error.open ? this.desk.home(applyNotice(error.error)) : this.open(applyNotice(error.error));
      case 'notRead':
        return this.open();
      default:
        return tellUnanswered(this.desk, error);
    }
  }

  /** « Retour »: one step up. */
  back(): Promise<void> {
    const { screen } = this.desk.store.get();
    if (screen.name === 'absenceCalendarPerson') return this.calendar.back();
    if (screen.name === 'absenceFiles') return this.transfer.show(screen.held.number);
    return screen.name === 'absences' ? this.desk.home() : this.open();
  }
}
