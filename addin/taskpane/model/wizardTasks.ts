/** The wizard of a regulation: what it reads, and the one plan that it writes. */
import { addMonths } from '../../../shared/domain/calendar/plainDate.ts';
import { blankAnswers, type RegulationAnswers } from '../../../shared/flows/vouchers/wizard/answers.ts';
import { createRegulation, type CreationError } from '../../../shared/flows/vouchers/wizard/createRegulation.ts';
import { readWizardBase, type WizardBase } from '../../../shared/flows/vouchers/wizard/wizardBase.ts';
import { bookErrorText } from '../../../shared/messages/fr/book.ts';
import * as text from '../../../shared/messages/fr/vouchers/wizard.ts';
import type { PaneDesk } from './desk.ts';
import { serviceNotice } from './notices.ts';
import { refusesWriting } from './readOnly.ts';
import type { Notice } from './state.ts';
import { appliedNotice, applyNotice } from './updateFlows.ts';
import type { VoucherWays } from './voucherWays.ts';
import { stepOfField } from './wizardState.ts';

export class WizardTasks {
  private readonly desk: PaneDesk;
  private readonly ways: VoucherWays;

  constructor(desk: PaneDesk, ways: VoucherWays) {
    this.desk = desk;
    this.ways = ways;
  }

  private working(step: 'read' | 'journal'): void {
    this.desk.show({ name: 'working', progress: { step, done: 0, total: 0 }, cancelling: false });
  }

  /** « Créer le premier réglementaire », « Ajouter un réglementaire »: the natures of expenses must have been read once. */
  async begin(): Promise<void> {
    const request = await this.ways.begun();
    if (!request || refusesWriting(this.desk)) return;
    const { connection, month } = request;
    const isRead = connection.mirror !== null && connection.mirror.mealMonths.length > 0;
    if (!isRead && !(await this.ways.readLucca([addMonths(month, -1), month]))) return;
    const fresh = await this.ways.begun();
    if (!fresh) return;
    this.working('read');
    const base = await readWizardBase(this.desk.ports, fresh, this.desk.working());
    if (!base.ok) return this.ways.notPrepared(base.error);
    this.show(base.value, blankAnswers(month), 'identity');
  }

  private show(
    base: WizardBase,
    answers: RegulationAnswers,
    step: ReturnType<typeof stepOfField>,
    notice: Notice | null = null,
  ): void {
    this.desk.show({ name: 'voucherWizard', base, answers, step }, notice);
  }

  /** « Créer ». What was answered stays, whatever the workbook answers. */
  async create(base: WizardBase, answers: RegulationAnswers): Promise<void> {
    const request = await this.ways.begun();
    if (!request || refusesWriting(this.desk)) return;
    this.working('journal');
    const created = await createRegulation(this.desk.ports, request, answers, this.desk.working());
    if (!created.ok) return this.notCreated(base, answers, created.error);
    const { state, ...report } = created.value;
    const isValid = state === 'valid';
    const notice = appliedNotice(text.created(answers.name.trim(), isValid), report);
    return this.ways.open(isValid ? notice : { ...notice, intent: 'warning' });
  }

  private async notCreated(base: WizardBase, answers: RegulationAnswers, error: CreationError): Promise<void> {
    const stay = (notice: Notice) => {
      this.show(base, answers, 'recap', notice);
    };
    switch (error.code) {
      case 'refused': {
        const step = stepOfField(error.findings[0]?.field ?? 'name');
        this.show(error.base, answers, step, { intent: 'warning', text: text.changedMeanwhile });
        return;
      }
      case 'apply':
        return error.error.open ? this.desk.home(applyNotice(error.error)) : stay(applyNotice(error.error));
      case 'book':
        stay({ intent: 'error', text: bookErrorText(error.error) });
        return;
      case 'service':
        stay(serviceNotice(error.error));
        return;
      default:
        return this.ways.notPrepared(error);
    }
  }

  /** « Abandonner »: nothing was written. */
  leave(): Promise<void> {
    return this.ways.open({ intent: 'info', text: text.abandoned });
  }
}
