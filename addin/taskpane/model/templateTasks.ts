/** A model of order in the pane: read from a file of the issuer, tried on an order, saved in the workbook. */
import type { OrderTemplate } from '../../../shared/domain/vouchers/files/template.ts';
import { readModel, readModelFile, type ReadModel } from '../../../shared/domain/vouchers/files/readModel.ts';
import type { OrderToFile } from '../../../shared/flows/vouchers/orderReading.ts';
import { saveTemplate } from '../../../shared/flows/vouchers/orderTemplates.ts';
import { bookErrorText } from '../../../shared/messages/fr/book.ts';
import * as text from '../../../shared/messages/fr/vouchers/templates.ts';
import type { PaneDesk } from './desk.ts';
import { LONGEST_NAME } from './templateDraft.ts';
import type { OrderFileTasks } from './orderFileTasks.ts';
import type { Notice } from './state.ts';
import { appliedNotice, applyNotice } from './updateFlows.ts';

/** A model longer than this is no row of headings. */
const LONGEST_PASTE = 100_000;

/** Bytes read of a file: its first line is enough, and the rest helps to guess its encoding. */
const LONGEST_FILE = 300_000;

interface GivenFile {
  readonly name: string;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

export class TemplateTasks {
  private readonly desk: PaneDesk;
  private readonly files: OrderFileTasks;

  constructor(desk: PaneDesk, files: OrderFileTasks) {
    this.desk = desk;
    this.files = files;
  }

  /** « Ajouter un modèle… », « Modifier ce modèle… » */
  open(order: OrderToFile, template: OrderTemplate | null = null): void {
    this.show(order, { template, encoding: null, findings: [] });
  }

  /** What was pasted: the clipboard says nothing of its encoding. */
  paste(order: OrderToFile, pasted: string): void {
    this.show(order, { ...readModel(pasted.slice(0, LONGEST_PASTE), ''), encoding: null });
  }

  /** A file that was dropped or chosen: its name, without its ending, is proposed for the model. */
  async give(order: OrderToFile, file: GivenFile): Promise<void> {
    const bytes = new Uint8Array(await file.slice(0, LONGEST_FILE).arrayBuffer());
    const name = file.name.replace(/\.[^.]*$/, '').slice(0, LONGEST_NAME);
    this.show(order, readModelFile(bytes, name));
  }

  private show(order: OrderToFile, read: ReadModel, notice: Notice | null = null): void {
    this.desk.show({ name: 'voucherTemplate', order, read }, notice);
  }

  /** « Enregistrer le modèle »; the order is then written by it. */
  async save(order: OrderToFile, template: OrderTemplate): Promise<void> {
    const kept: ReadModel = { template, encoding: template.layout.encoding, findings: [] };
    if (this.desk.ports.readOnly()) {
      this.show(order, kept, { intent: 'warning', text: bookErrorText({ code: 'readOnly', facts: {} }) });
      return;
    }
    this.desk.show({ name: 'working', progress: { step: 'journal', done: 0, total: 0 }, cancelling: false });
    const saved = await saveTemplate(this.desk.ports, template, this.desk.working());
    if (!saved.ok && saved.error.open) return this.desk.home(applyNotice(saved.error));
    if (!saved.ok) {
      this.show(order, kept, applyNotice(saved.error));
      return;
    }
    const notice = appliedNotice(text.saved(template.name), saved.value);
    return this.files.open(order.number, { kind: 'order', template: template.name }, notice);
  }
}
