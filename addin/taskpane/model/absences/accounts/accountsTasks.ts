/** « Comptes d'absence » in the pane: reading, preparing, confirming, binding one, taking back. */
import { yearlyPattern } from '../../../../../shared/domain/absences/yearlyPattern.ts';
import { undoLastPlan, type ApplyReport } from '../../../../../shared/flows/apply.ts';
import { bindAccount, type AccountChoice, type ChoiceError } from '../../../../../shared/flows/absences/bindAccount.ts';
import { confirmAccounts, prepareAccounts } from '../../../../../shared/flows/absences/prepareAccounts.ts';
import {
  readAccounts,
  type AccountFacts,
  type AccountOptions,
  type AccountsError,
  type AccountsReading,
} from '../../../../../shared/flows/absences/readAccounts.ts';
import type { Signal } from '../../../../../shared/flows/ports.ts';
import * as text from '../../../../../shared/messages/fr/absences/accountsPane.ts';
import { undone } from '../../../../../shared/messages/fr/undo.ts';
import { accountBindingsTable } from '../../../../../shared/tables/absences/accountBindingsTable.ts';
import type { PaneDesk } from '../../desk.ts';
import { firstRow } from '../../firstRow.ts';
import { refusesWriting } from '../../readOnly.ts';
import type { Notice } from '../../state.ts';
import { appliedNotice, applyNotice } from '../../updateFlows.ts';
import type { AbsenceWays } from '../absenceWays.ts';
import { everyAccount, shownAccounts, unboundCounts, type AccountCounts, type ShownAccounts } from './accountsState.ts';
import { choiceLabel } from './treatmentChoices.ts';

/** Of whom something was said, in the words of the pane. */
function boundNotice(choice: AccountChoice, { accounts }: AccountsReading, report: ApplyReport): Notice {
  const name = accounts.find(({ account }) => account.id === choice.account)?.account.name ?? choice.account;
  const whose = (choice.everyYear ? yearlyPattern(name) : undefined) ?? name;
  if (report.added + report.changed + report.refused.length === 0)
    return { intent: 'info', text: text.alreadyBound(whose) };
  const { accounts: left, halfDays } = unboundCounts(accounts);
  const sentence = text.bindingWritten(whose, choiceLabel(choice.treatment), text.unboundCounted(left, halfDays));
  return appliedNotice(sentence, report);
}

export class AccountsTasks {
  /** Read once for each reading of Lucca: home asks at each return. */
  private known: AccountFacts | undefined;

  constructor(
    private readonly desk: PaneDesk,
    private readonly ways: AbsenceWays,
  ) {}

  private get shown(): ShownAccounts {
    const { screen } = this.desk.store.get();
    return screen.name === 'absenceAccounts' ? screen.shown : everyAccount;
  }

  private async read(): Promise<AccountsReading | undefined> {
    const connection = await this.ways.begun();
    if (!connection) return undefined;
    const read = await readAccounts(this.desk.ports, connection, { known: this.known });
    if (read.ok) {
      this.known = read.value.facts;
      return read.value;
    }
    await this.ways.failed(read.error);
    return undefined;
  }

  /** `shown`: of the list, found again as it was. */
  async open(notice: Notice | null = null, shown: ShownAccounts = everyAccount): Promise<void> {
    const reading = await this.read();
    if (reading) this.desk.show({ name: 'absenceAccounts', reading, shown, at: null }, notice);
  }

  private async failed(error: AccountsError): Promise<void> {
    const isStanding = error.code === 'apply' && !error.error.open;
    return isStanding ? this.open(applyNotice(error.error), this.shown) : this.ways.failed(error);
  }

  private working(): AccountOptions {
    return { ...this.ways.working(), known: this.known };
  }

  /** « Préparer la feuille » */
  async prepare(): Promise<void> {
    const { desk, shown } = this;
    if (refusesWriting(desk)) return;
    const connection = await this.ways.begun();
    if (!connection) return;
    const done = await prepareAccounts(desk.ports, connection, this.working());
    if (!done.ok) return this.failed(done.error);
    await this.open(appliedNotice(text.prepared(done.value.added, done.value.changed), done.value), shown);
    if (done.value.isNew) await desk.ports.book.show(firstRow(accountBindingsTable));
  }

  /** « Confirmer les propositions » */
  async confirm(): Promise<void> {
    const { desk, shown } = this;
    if (refusesWriting(desk)) return;
    const connection = await this.ways.begun();
    if (!connection) return;
    const done = await confirmAccounts(desk.ports, connection, this.working());
    if (!done.ok) return this.failed(done.error);
    return this.open(appliedNotice(text.confirmed(done.value.confirmed), done.value), shown);
  }

  /** « Rattacher »: what was chosen in the pane for an account; the list goes on to the next one that waits. */
  async bind(choice: AccountChoice): Promise<void> {
    const { desk, shown } = this;
    if (refusesWriting(desk)) return;
    const connection = await this.ways.begun();
    if (!connection) return;
    const done = await bindAccount(desk.ports, connection, choice, this.working());
    if (!done.ok) return this.notBound(done.error);
    const reading = await this.read();
    if (!reading) return;
    const next = shownAccounts(reading.accounts, shown).find(({ bound }) => bound.state !== 'bound');
    const at = next?.account.id ?? choice.account;
    desk.show({ name: 'absenceAccounts', reading, shown, at }, boundNotice(choice, reading, done.value));
  }

  private notBound(error: AccountsError | ChoiceError): Promise<void> {
    if (error.code === 'accountGone') return this.open({ intent: 'warning', text: text.accountGone }, this.shown);
    if (error.code === 'row') return this.open({ intent: 'warning', text: text.rowUnusable }, this.shown);
    return this.failed(error);
  }

  /** Takes the last writing of the sheet back. */
  async undo(): Promise<void> {
    const { desk, shown } = this;
    if (refusesWriting(desk)) return;
    const report = await undoLastPlan(desk.ports, this.ways.working('journal'));
    if (!report.ok) return this.failed({ code: 'apply', error: report.error });
    return this.open(appliedNotice(undone(report.value), report.value), shown);
  }

  narrow(shown: ShownAccounts): void {
    const { screen } = this.desk.store.get();
    if (screen.name === 'absenceAccounts') this.desk.store.set({ screen: { ...screen, shown } });
  }

  /** « Relire » */
  again(): Promise<void> {
    return this.open(null, this.shown);
  }

  /** Accounts that nobody bound; null when it cannot be told, which is then told where one asks for it. */
  async unbound(signal: Signal): Promise<AccountCounts | null> {
    const { connection } = this.desk.store.get();
    if (!connection?.mirror) return null;
    const read = await readAccounts(this.desk.ports, connection, { known: this.known, signal });
    if (!read.ok) return null;
    this.known = read.value.facts;
    return unboundCounts(read.value.accounts);
  }
}
