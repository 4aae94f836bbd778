import { undoLastPlan } from '../../../../../shared/flows/apply.js';
import { confirmAccounts, prepareAccounts } from '../../../../../shared/flows/absences/prepareAccounts.js';
import { readAccounts } from '../../../../../shared/flows/absences/readAccounts.js';
import * as text from '../../../../../shared/messages/fr/absences/accountsPane.js';
import { undone } from '../../../../../shared/messages/fr/undo.js';
import { accountBindingsTable } from '../../../../../shared/tables/absences/accountBindingsTable.js';
import { firstRow } from '../../firstRow.js';
import { refusesWriting } from '../../readOnly.js';
import { appliedNotice, applyNotice } from '../../updateFlows.js';
import { everyAccount, unboundCounts } from './accountsState.js';
export class AccountsTasks {
  desk;
  ways;
  /** Read once for each reading of Lucca: home asks at each return. */
  known;
  constructor(desk, ways) {
    this.desk = desk;
    this.ways = ways;
  }
  get shown() {
    const { screen } = this.desk.store.get();
    return screen.name === 'absenceAccounts' ? screen.shown : everyAccount;
  }
  /** `shown`: of the list, found again as it was. `at`: says on which account, once what was read is known. */
  async open(notice = null, shown = everyAccount, at = () => null) {
    const connection = await this.ways.begun();
    if (!connection) return;
    const read = await readAccounts(this.desk.ports, connection, { known: this.known });
    if (!read.ok) return this.ways.failed(read.error);
    this.known = read.value.facts;
    this.desk.show({ name: 'absenceAccounts', reading: read.value, shown, at: at(read.value) }, notice);
  }
  /** « Relire » */
  again() {
    return this.open(null, this.shown);
  }
  /** Accounts that nobody bound; null when it cannot be told, which is then told where one asks for it. */
  async unbound(signal) {
    const { connection } = this.desk.store.get();
    if (!connection?.mirror) return null;
    const read = await readAccounts(this.desk.ports, connection, { known: this.known, signal });
    if (!read.ok) return null;
    this.known = read.value.facts;
    return unboundCounts(read.value.accounts);
  }
}
//# sourceMappingURL=accountsTasks.js.map
