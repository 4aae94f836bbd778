/** The reading of the evening: chosen, tried, and what every reading came to. */
import type { Evening } from '../../../../shared/contracts/eveningSchemas.ts';
import type { ServiceError } from '../../../../shared/contracts/service.ts';
import * as text from '../../../../shared/messages/fr/employees/eveningPane.ts';
import type { PaneDesk } from '../desk.ts';
import { serviceNotice } from '../notices.ts';
import type { Notice } from '../state.ts';
import { settingsIn } from './eveningDraft.ts';
import type { EveningDraft, EveningFormScreen } from './eveningState.ts';

/** Readings shown: three weeks of evenings, and those of the days. */
const MOST_RUNS = 50;

export class EveningTasks {
  private readonly desk: PaneDesk;

  constructor(desk: PaneDesk) {
    this.desk = desk;
  }

  async openForm(): Promise<void> {
    const { connection } = this.desk.store.get();
    if (!connection) return;
    const evening = await this.desk.ports.service.evening(connection.id);
    if (evening.ok) this.form(evening.value);
    else this.failed(evening.error);
  }

  async openRuns(): Promise<void> {
    const { connection } = this.desk.store.get();
    if (!connection) return;
    const runs = await this.desk.ports.service.runs(connection.id, MOST_RUNS);
    if (runs.ok) this.desk.show({ name: 'eveningRuns', runs: runs.value });
    else this.failed(runs.error);
  }

  private form(evening: Evening, notice: Notice | null = null): void {
    this.desk.show({ name: 'eveningForm', evening, errors: {}, busy: false }, notice);
  }

  /** Told in « Réglages », where one may try again. */
  private failed(error: ServiceError): void {
    if (error.code === 'refused' && error.problem.status !== 401)
      this.desk.show({ name: 'settings' }, serviceNotice(error));
    else this.desk.lost(error);
  }

  private screen(): EveningFormScreen | undefined {
    const { screen } = this.desk.store.get();
    return screen.name === 'eveningForm' ? screen : undefined;
  }

  /** « Enregistrer ». What is wrong is told under its field, and nothing is saved. */
  async save(draft: EveningDraft): Promise<Evening | undefined> {
    const { desk } = this;
    const screen = this.screen();
    const { connection } = desk.store.get();
    if (!screen || !connection) return undefined;
    const settings = settingsIn(draft);
    if (!settings.ok) {
      desk.show({ ...screen, errors: settings.error });
      return undefined;
    }
    desk.show({ ...screen, errors: {}, busy: true });
    const saved = await desk.ports.service.saveEvening(connection.id, settings.value);
    if (!saved.ok) {
      this.refused({ ...screen, errors: {}, busy: false }, saved.error);
      return undefined;
    }
    this.form(saved.value, { intent: 'success', text: text.savedNotice });
    return saved.value;
  }

  /** « Envoyer un message d'essai »: to the addresses that are typed, which are saved first. */
  async trial(draft: EveningDraft): Promise<void> {
    const { desk } = this;
    const saved = await this.save(draft);
    const { connection } = desk.store.get();
    if (!saved || !connection) return;
    const sent = await desk.ports.service.tryMail(connection.id);
    if (sent.ok) this.form(saved, { intent: 'success', text: text.sentNotice(saved.recipients.length) });
    else this.refused({ name: 'eveningForm', evening: saved, errors: {}, busy: false }, sent.error);
  }

  private refused(screen: EveningFormScreen, error: ServiceError): void {
    if (error.code === 'refused' && error.problem.status !== 401) this.desk.show(screen, serviceNotice(error));
    else this.desk.lost(error);
  }
}
