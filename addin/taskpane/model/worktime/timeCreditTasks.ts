/** « Simuler l'envoi à Lucca » and « Envoyer » in the pane: the rest of a confirmed export, credited once. */
import type { PlainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import { sendCredit, type CreditError } from '../../../../shared/flows/worktime/sendCredit.ts';
import { simulateCredit, type CreditSimulation } from '../../../../shared/flows/worktime/simulateCredit.ts';
import { paneActor } from '../../../../shared/messages/fr/pane.ts';
import { creditRefusals, creditSent, creditSimulated } from '../../../../shared/messages/fr/worktime/credit.ts';
import { creditErrorText, isCreditOff } from '../../../../shared/messages/fr/worktime/creditErrors.ts';
import { creditOff } from '../../../../shared/messages/fr/worktime/creditPane.ts';
import { timeExportsTable } from '../../../../shared/tables/worktime/timeExportsTable.ts';
import type { PaneDesk } from '../desk.ts';
import { refusesWriting } from '../readOnly.ts';
import type { Notice } from '../state.ts';
import { applyNotice } from '../updateFlows.ts';
import type { TimeFileTasks } from './timeFileTasks.ts';
import type { CreditStage } from './timeState.ts';
import type { TimeWays } from './timeWays.ts';

/** An export, as it is named on its card. */
export interface CreditSubject {
  readonly number: string;
  readonly month: PlainMonth;
}

/** After these nothing is to be tried again from here: somebody looks first, in the sheet and in Lucca. */
const settled = new Set<CreditError['code']>(['sent', 'taken', 'uncertain']);

export class TimeCreditTasks {
  private readonly desk: PaneDesk;
  private readonly ways: TimeWays;
  private readonly files: TimeFileTasks;

  constructor(desk: PaneDesk, ways: TimeWays, files: TimeFileTasks) {
    this.desk = desk;
    this.ways = ways;
    this.files = files;
  }

  /** What has left is waited for: there is no way back before Lucca has answered. */
  async back(): Promise<void> {
    const { screen } = this.desk.store.get();
    const isBusy = screen.name === 'worktimeCredit' && screen.stage.is === 'sending';
    return isBusy ? undefined : this.ways.exports();
  }

  /** Asks Lucca what it would do; nothing is credited. */
  async simulate(subject: CreditSubject): Promise<void> {
    const { ports, store } = this.desk;
    const { connection } = store.get();
    if (!connection) return;
    this.show(subject, { is: 'simulating' });
    const { service } = ports;
    const answer = await simulateCredit(ports, { service, connectionId: connection.id }, subject.number);
    // Whoever went elsewhere meanwhile is left there.
    if (store.get().screen.name !== 'worktimeCredit') return;
    if (answer.ok) this.showSimulation(subject, answer.value);
    else await this.stopped(subject, answer.error);
  }

  /** Sends what was simulated and seen: calling this is the confirmation. `again`: another export of the month was sent, and it is insisted on. */
  async send(subject: CreditSubject, simulation: CreditSimulation, again: boolean): Promise<void> {
    const { ports, store } = this.desk;
    const { connection } = store.get();
    if (!connection || refusesWriting(this.desk)) return;
    this.show(subject, { is: 'sending' });
    const { service } = ports;
    const desk = { service, connectionId: connection.id };
    const sending = await sendCredit(ports, desk, simulation, { by: paneActor, again });
    if (sending.ok) return this.ways.exports({ intent: 'success', text: creditSent(sending.value.people) });
    const { error } = sending;
    if (error.code !== 'refused') return this.stopped(subject, error);
    const notice = { intent: 'error', text: creditErrorText(error) } as const;
    this.showSimulation(subject, { ...simulation, findings: error.findings }, notice);
  }

  private show({ number, month }: CreditSubject, stage: CreditStage, notice: Notice | null = null): void {
    this.desk.show({ name: 'worktimeCredit', number, month, stage }, notice);
  }

  private showSimulation(subject: CreditSubject, simulation: CreditSimulation, told?: Notice): void {
    const { findings, people, sentAt } = simulation;
    if (sentAt !== '') return this.end(subject, { code: 'sent', at: sentAt });
    const refused = { intent: 'warning', text: creditRefusals(findings.length) } as const;
    const notice = findings.length > 0 ? refused : ({ intent: 'info', text: creditSimulated(people) } as const);
    this.show(subject, { is: 'simulated', simulation }, told ?? notice);
  }

  /** Said where it stops: were the board read first, a service that is silent would take the sentence away. */
  private end(subject: CreditSubject, error: CreditError): void {
    const isSettled = settled.has(error.code);
    const place = { table: timeExportsTable.name, key: subject.number, column: 'sentAt' };
    const stage = {
      is: 'ended',
      mayRetry: !isSettled,
      place: isSettled || error.code === 'untraced' ? place : null,
    } as const;
    this.show(subject, stage, { intent: isSettled ? 'error' : 'warning', text: creditErrorText(error) });
  }

  private async stopped(subject: CreditSubject, error: CreditError): Promise<void> {
    const notice = { intent: 'warning', text: creditErrorText(error) } as const;
    if (isCreditOff(error)) return this.show(subject, { is: 'off' }, { intent: 'info', text: creditOff });
    switch (error.code) {
      case 'findings':
        return this.files.open(subject.number, 'repos', notice);
      case 'unsound':
        return this.ways.open({ ...notice, intent: 'error' }, error.findings);
      case 'unknown':
      case 'edited':
      case 'notConfirmed':
        return this.ways.exports(notice);
      case 'apply':
        return error.error.open ? this.desk.home(applyNotice(error.error)) : this.end(subject, error);
      default:
        return this.end(subject, error);
    }
  }
}
