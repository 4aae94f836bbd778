/** « Correspondance champs » in the pane: reading, preparing, validating, taking back. */
import type { Connection } from '../../../../../shared/contracts/schemas.ts';
import type { Finding } from '../../../../../shared/domain/finding.ts';
import { undoLastPlan } from '../../../../../shared/flows/apply.ts';
import { prepareFields } from '../../../../../shared/flows/fields/prepareFields.ts';
import { readFields, type FieldsError } from '../../../../../shared/flows/fields/readFields.ts';
import { validateFields } from '../../../../../shared/flows/fields/validateFields.ts';
import * as text from '../../../../../shared/messages/fr/employees/fieldsPane.ts';
import { undone } from '../../../../../shared/messages/fr/undo.ts';
import { firstRefresh } from '../../../../../shared/messages/fr/employees/pane.ts';
import { otherAccountBody, paneActor, tablesTitle } from '../../../../../shared/messages/fr/pane.ts';
import { fieldMappingTable } from '../../../../../shared/tables/fieldMappingTable.ts';
import type { PaneDesk } from '../../desk.ts';
import { firstRow } from '../../firstRow.ts';
import { refusesWriting } from '../../readOnly.ts';
import { tellUnanswered } from '../../serviceWays.ts';
import type { Notice } from '../../state.ts';
import { appliedNotice, applyNotice } from '../../updateFlows.ts';

export class FieldsTasks {
  private readonly desk: PaneDesk;

  constructor(desk: PaneDesk) {
    this.desk = desk;
  }

  /** The account one works on; undefined before a first update, which is then told. */
  private async begun(): Promise<Connection | undefined> {
    const { connection } = this.desk.store.get();
    if (connection?.mirror) return connection;
    await this.desk.home({ intent: 'info', text: firstRefresh });
    return undefined;
  }

  private working() {
    this.desk.show({ name: 'working', progress: { step: 'read', done: 0, total: 0 }, cancelling: false });
    return this.desk.working();
  }

  async open(notice: Notice | null = null, findings: readonly Finding[] = []): Promise<void> {
    const connection = await this.begun();
    if (!connection) return;
    const read = await readFields(this.desk.ports, connection);
    if (!read.ok) return this.failed(read.error);
    this.desk.show({ name: 'peopleFields', reading: read.value, findings }, notice);
  }

  /** « Préparer la feuille » */
  async prepare(): Promise<void> {
    const { desk } = this;
    if (refusesWriting(desk)) return;
    const connection = await this.begun();
    if (!connection) return;
    const done = await prepareFields(desk.ports, connection, this.working());
    if (!done.ok) return this.failed(done.error);
    await this.open(appliedNotice(text.prepared(done.value.added, done.value.changed), done.value));
    if (done.value.isNew) await desk.ports.book.show(firstRow(fieldMappingTable));
  }

  /** « Valider » */
  async validate(): Promise<void> {
    const { desk } = this;
    if (refusesWriting(desk)) return;
    const connection = await this.begun();
    if (!connection) return;
    // What the person read before deciding, which another workbook may have replaced since.
    const { screen } = desk.store.get();
    const seen = screen.name === 'peopleFields' ? { seen: screen.reading.view.accepted?.hash ?? null } : {};
    const done = await validateFields(desk.ports, connection, { ...this.working(), by: paneActor, ...seen });
    if (!done.ok) return this.failed(done.error);
    const { isNew, warnings, report } = done.value;
    if (!(await desk.connectionNow())) return;
    const sentence = isNew ? text.validated : text.alreadyValidated;
    const unmarked: Notice = { intent: 'warning', text: `${sentence} ${text.sheetNotMarked}` };
    return this.open(report ? appliedNotice(sentence, report) : unmarked, warnings);
  }

  /** Takes the last writing of the sheet back. */
  async undo(): Promise<void> {
    const { desk } = this;
    if (refusesWriting(desk)) return;
    const report = await undoLastPlan(desk.ports, this.working());
    if (!report.ok && report.error.open) return desk.home(applyNotice(report.error));
    return this.open(report.ok ? appliedNotice(undone(report.value), report.value) : applyNotice(report.error));
  }

  private async failed(error: FieldsError): Promise<void> {
    const { desk } = this;
    if (error.code === 'service' && error.error.code === 'refused' && error.error.problem.code === 'mappingMoved')
      return this.open({ intent: 'warning', text: error.error.problem.detail });
    switch (error.code) {
      case 'findings':
        return this.open({ intent: 'error', text: text.toCorrect }, error.findings);
      case 'notPrepared':
        return this.open({ intent: 'info', text: text.notPrepared });
      case 'apply':
        return error.error.open ? desk.home(applyNotice(error.error)) : this.open(applyNotice(error.error));
      case 'tables':
        return desk.home({ intent: 'error', text: tablesTitle });
      case 'otherAccount':
        return desk.home({ intent: 'error', text: otherAccountBody(error.account) });
      case 'notRead':
        return desk.home({ intent: 'info', text: firstRefresh });
      case 'pending':
        return tellUnanswered(desk, { code: 'pending' });
      default:
        return tellUnanswered(desk, error);
    }
  }
}
