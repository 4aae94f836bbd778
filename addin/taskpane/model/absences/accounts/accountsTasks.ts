/** « Comptes d'absence » in the pane: reading, preparing, confirming, taking back. */
import type { Signal } from '../../../../../shared/flows/ports.ts';
import { undoLastPlan } from '../../../../../shared/flows/apply.ts';
import { confirmAccounts, prepareAccounts } from '../../../../../shared/flows/absences/prepareAccounts.ts';
import {
  readAccounts,
  type AccountFacts,
  type AccountOptions,
  type AccountsError,
  type AccountsReading,
} from '../../../../../shared/flows/absences/readAccounts.ts';
import * as text from '../../../../../shared/messages/fr/absences/accountsPane.ts';
import { undone } from '../../../../../shared/messages/fr/undo.ts';
import { accountBindingsTable } from '../../../../../shared/tables/absences/accountBindingsTable.ts';
import type { PaneDesk } from '../../desk.ts';
import { firstRow } from '../../firstRow.ts';
import { refusesWriting } from '../../readOnly.ts';
import type { Notice } from '../../state.ts';
import { appliedNotice, applyNotice } from '../../updateFlows.ts';
import type { AbsenceWays } from '../absenceWays.ts';
import { everyAccount, unboundCounts, type AccountCounts, type ShownAccounts } from './accountsState.ts';

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

  /** `shown`: of the list, found again as it was. `at`: says on which account, once what was read is known. */
  async open(
    notice: Notice | null = null,
    shown: ShownAccounts = everyAccount,
    at: (reading: AccountsReading) => string | null = () => null,
  ): Promise<void> {
    const connection = await this.ways.begun();
    if (!connection) return;
    const read = await readAccounts(this.desk.ports, connection, { known: this.known });
    if (!read.ok) return this.ways.failed(read.error);
    this.known = read.value.facts;
    this.desk.show({ name: 'absenceAccounts', reading: read.value, shown, at: at(read.value) }, notice);
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
    return this.open(appliedNotice(text.confirmed(done.value.changed), done.value), shown);
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
