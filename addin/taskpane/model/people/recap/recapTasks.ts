/** « Récapitulatif du mois » and « RIB modifiés » in the pane: read, shown, written, closed, given as files. */
import { MOST_PRINTED_ROWS } from '../../../../../shared/contracts/recapSchemas.ts';
import { wallClock, type PlainMonth } from '../../../../../shared/domain/calendar/plainDate.ts';
import type { Sensitivity } from '../../../../../shared/domain/people/employeeFields.ts';
import {
  closeEmployees,
  waitingDifferences,
  type CloseError,
} from '../../../../../shared/flows/recap/closeEmployees.ts';
import { readRecap, type MonthRecap, type RecapRequest } from '../../../../../shared/flows/recap/readRecap.ts';
import type { RecapError } from '../../../../../shared/flows/recap/recapBook.ts';
import { bankReport, recapReport } from '../../../../../shared/flows/recap/recapReports.ts';
import { reopenEmployees, type ReopenError } from '../../../../../shared/flows/recap/reopenEmployees.ts';
import { writeRecap } from '../../../../../shared/flows/recap/writeRecap.ts';
import { findingText } from '../../../../../shared/messages/fr/findings.ts';
import { firstRefresh } from '../../../../../shared/messages/fr/employees/pane.ts';
import * as text from '../../../../../shared/messages/fr/employees/recap.ts';
import { otherAccountBody, paneActor, tablesTitle } from '../../../../../shared/messages/fr/pane.ts';
import type { PaneDesk } from '../../desk.ts';
import { downloadFrom } from '../../fileDoor.ts';
import { refusesWriting } from '../../readOnly.ts';
import { tellUnanswered } from '../../serviceWays.ts';
import type { Notice } from '../../state.ts';
import { appliedNotice, applyNotice } from '../../updateFlows.ts';
import type { RecapScreen } from './recapState.ts';

const PARIS = 'Europe/Paris';

/** Those that show a month. */
type MonthScreen = Extract<RecapScreen, { readonly recap: MonthRecap }>;
type Place = MonthScreen['name'];

export type FileFormat = keyof typeof text.formatNames;

/** What a failure says where one can go on; undefined where the pane has its own way to tell it. */
function notice(error: CloseError | ReopenError): Notice | undefined {
  switch (error.code) {
    case 'tables':
      return { intent: 'error', text: tablesTitle, details: error.findings.map(findingText) };
    case 'twice':
      return { intent: 'error', text: text.twiceTitle, details: error.findings.map(findingText) };
    case 'otherAccount':
      return { intent: 'error', text: otherAccountBody(error.account) };
    case 'later':
      return { intent: 'warning', text: text.laterClosed(error.month) };
    case 'notClosed':
      return { intent: 'warning', text: text.notClosed };
    case 'nobody':
    case 'closed':
    case 'far':
    case 'notRead':
      return { intent: 'warning', text: text.closeRefusals[error.code] };
    case 'apply':
      return applyNotice(error.error);
    default:
      return undefined;
  }
}

export class RecapTasks {
  private readonly desk: PaneDesk;

  constructor(desk: PaneDesk) {
    this.desk = desk;
  }

  private async begun(): Promise<RecapRequest | undefined> {
    const { connection, month, book } = this.desk.store.get();
    if (connection?.mirror && month && book?.origin) return { connection, month };
    await this.desk.home({ intent: 'info', text: firstRefresh });
    return undefined;
  }

  private starting(step: 'read' | 'journal'): void {
    this.desk.show({ name: 'working', progress: { step, done: 0, total: 0 }, cancelling: false });
  }

  private shown(place: Place, recap: MonthRecap, upTo: Sensitivity, said: Notice | null): void {
    const month = { recap, upTo };
    this.desk.show(place === 'peopleRecap' ? { name: place, ...month, asking: null } : { name: place, ...month }, said);
  }

  /** « Récapitulatif du mois » or « RIB modifiés », read again. */
  async open(place: Place, said: Notice | null = null, upTo: Sensitivity = 'open'): Promise<void> {
    const request = await this.begun();
    if (!request) return;
    this.starting('read');
    const recap = await readRecap(this.desk.ports, request, this.desk.working());
    if (!recap.ok) return this.failed(recap.error);
    this.shown(place, recap.value, upTo, said);
  }

  private async failed(error: RecapError): Promise<void> {
    const said = notice(error);
    if (said) return this.desk.home(said);
    if (error.code === 'book' || error.code === 'service' || error.code === 'pending')
      await tellUnanswered(this.desk, error);
  }

  async chooseMonth(place: Place, month: PlainMonth): Promise<void> {
    this.desk.store.set({ month });
    return this.open(place);
  }

  private screen(): MonthScreen | undefined {
    const { screen } = this.desk.store.get();
    return screen.name === 'peopleRecap' || screen.name === 'peopleBank' ? screen : undefined;
  }

  /** Shows values up to `upTo`; « Masquer » is `open`. */
  reveal(upTo: Sensitivity): void {
    const screen = this.screen();
    if (screen) this.desk.store.set({ screen: { ...screen, upTo } });
  }

  /** « Écrire les feuilles »: masked as they are shown. */
  async write(): Promise<void> {
    const screen = this.screen();
    if (!screen || refusesWriting(this.desk)) return;
    const { recap, upTo, name } = screen;
    this.starting('journal');
    const written = await writeRecap(this.desk.ports, recap, upTo, this.desk.working());
    if (!written.ok) {
      const said = applyNotice(written.error);
      if (written.error.open) return this.desk.home(said);
      this.shown(name, recap, upTo, said);
      return;
    }
    const { added, changed, deleted, refused } = written.value;
    const isSame = added + changed + deleted + refused.length === 0;
    const said = appliedNotice(isSame ? text.sheetsSame : text.sheetsWritten, written.value);
    this.shown(name, recap, upTo, said);
  }

  /** « Clore… »: the question, with what still waits in « Revoir ». */
  async askClose(): Promise<void> {
    const screen = this.screen();
    const request = await this.begun();
    if (screen?.name !== 'peopleRecap' || !request || refusesWriting(this.desk)) return;
    this.starting('read');
    const waiting = await waitingDifferences(this.desk.ports, request, this.desk.working());
    this.desk.show({ ...screen, asking: { of: 'close', waiting: waiting ?? null } });
  }

  /** « Rouvrir… »: the question. */
  askReopen(): void {
    const { screen } = this.desk.store.get();
    if (screen.name !== 'peopleRecap' || refusesWriting(this.desk)) return;
    this.desk.store.set({ screen: { ...screen, asking: { of: 'reopen' } } });
  }

  giveUp(): void {
    const { screen } = this.desk.store.get();
    if (screen.name === 'peopleRecap') this.desk.store.set({ screen: { ...screen, asking: null } });
  }

  /** « Clore le mois » */
  async close(): Promise<void> {
    const screen = this.screen();
    const request = await this.begun();
    if (!screen || !request || refusesWriting(this.desk)) return;
    this.starting('journal');
    const options = { ...this.desk.working(), by: paneActor, again: screen.recap.closed !== null };
    const closed = await closeEmployees(this.desk.ports, request, options);
    if (!closed.ok) return this.refused(closed.error);
    const said = appliedNotice(text.monthClosed(request.month, closed.value.people), closed.value);
    return this.open('peopleRecap', said);
  }

  /** « Rouvrir le mois » */
  async reopen(): Promise<void> {
    const request = await this.begun();
    if (!this.screen() || !request || refusesWriting(this.desk)) return;
    this.starting('journal');
    const reopened = await reopenEmployees(this.desk.ports, request, { ...this.desk.working(), by: paneActor });
    if (!reopened.ok) return this.refused(reopened.error);
    return this.open('peopleRecap', appliedNotice(text.monthReopened(request.month), reopened.value));
  }

  /** A close or a reopening that was not done: told where one can go on. */
  private async refused(error: CloseError | ReopenError): Promise<void> {
    if (error.code === 'apply' && error.error.open) return this.desk.home(applyNotice(error.error));
    const said = notice(error);
    if (said) return this.open('peopleRecap', said);
    if (error.code === 'book' || error.code === 'service' || error.code === 'pending')
      await tellUnanswered(this.desk, error);
  }

  /** The file of the screen, made by the service. `isRevealed`: with every value, NIR and accounts included. */
  async download(format: FileFormat, isRevealed: boolean): Promise<void> {
    const screen = this.screen();
    if (!screen) return;
    const { recap, name: place } = screen;
    const { date } = wallClock(this.desk.ports.clock.now(), PARIS);
    const upTo: Sensitivity = isRevealed ? 'secret' : 'open';
    if (place === 'peopleBank') {
      const name = text.bankFileName(recap.month, !isRevealed, format);
      return downloadFrom(this.desk, name, { kind: 'bankChanges', name, report: bankReport(recap, upTo, date) });
    }
    const report = recapReport(recap, upTo, date);
    if (format === 'pdf' && report.rows.length > MOST_PRINTED_ROWS) {
      const said = text.tooLong(report.rows.length, MOST_PRINTED_ROWS);
      this.desk.store.set({ notice: { intent: 'warning', text: said } });
      return;
    }
    const name = text.recapFileName(recap.month, !isRevealed, format);
    return downloadFrom(this.desk, name, { kind: 'recap', name, report });
  }
}
