/** « Titres-restaurant » in the pane: each method runs a flow, and shows its progress and its outcome. */
import { addMonths, type PlainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import { undoLastPlan } from '../../../shared/flows/apply.ts';
import type { VoucherComputation } from '../../../shared/flows/vouchers/computeVouchers.ts';
import type { VoucherBook } from '../../../shared/flows/vouchers/voucherBook.ts';
import type { VoucherError, VoucherRequest } from '../../../shared/flows/vouchers/voucherReading.ts';
import { prepareVoucherSheets, type SheetsError } from '../../../shared/flows/vouchers/voucherSheets.ts';
import type { WrittenVouchers } from '../../../shared/flows/vouchers/writeVouchers.ts';
import { otherAccountBody, tablesTitle } from '../../../shared/messages/fr/pane.ts';
import * as text from '../../../shared/messages/fr/vouchers/pane.ts';
import { regulationsTable } from '../../../shared/tables/vouchers/regulationsTable.ts';
import { Calculation } from './calculation.ts';
import type { PaneDesk } from './desk.ts';
import { firstRow } from './firstRow.ts';
import { hasRead, tellUnanswered, type Unanswered } from './serviceWays.ts';
import { everybody } from './search.ts';
import { SimulationTasks } from './simulationTasks.ts';
import type { Notice } from './state.ts';
import { appliedNotice, applyNotice } from './updateFlows.ts';
import { OrderFileTasks } from './orderFileTasks.ts';
import { OrderTasks } from './orderTasks.ts';
import { refusesWriting } from './readOnly.ts';
import { TemplateTasks } from './templateTasks.ts';
import { readBoard, type ReadBoard } from './vouchersBoard.ts';
import { preparedNotice } from './vouchersNotices.ts';
import type { PersonId } from './vouchersState.ts';
import { voucherCalculation } from './voucherCalculation.ts';
import { why } from './vouchersWhy.ts';
import type { VoucherWays } from './voucherWays.ts';
import { WizardTasks } from './wizardTasks.ts';

export class VoucherTasks implements VoucherWays {
  readonly computing: Calculation<VoucherRequest, VoucherComputation, VoucherBook, WrittenVouchers>;
  readonly wizard: WizardTasks;
  readonly simulation: SimulationTasks;
  readonly life: OrderTasks;
  readonly files: OrderFileTasks;
  readonly templates: TemplateTasks;
  private readonly desk: PaneDesk;

  constructor(desk: PaneDesk) {
    this.desk = desk;
    this.computing = new Calculation(desk, this, voucherCalculation(desk, this));
    this.wizard = new WizardTasks(desk, this);
    this.simulation = new SimulationTasks(desk, this);
    this.life = new OrderTasks(desk, this);
    this.files = new OrderFileTasks(desk, this);
    this.templates = new TemplateTasks(desk, this.files);
  }

  private starting(step: 'read' | 'journal'): void {
    this.desk.show({ name: 'working', progress: { step, done: 0, total: 0 }, cancelling: false });
  }

  private get subject(): VoucherRequest | undefined {
    const { connection, month } = this.desk.store.get();
    return connection && month ? { connection, month } : undefined;
  }

  /** The state of the regulations, and what to do next. `findings`: why a computation stopped. */
  async open(notice: Notice | null = null, findings: readonly Finding[] = []): Promise<void> {
    const read = await this.read();
    if (read) this.desk.show({ name: 'vouchers', board: read.board, findings }, notice);
  }

  async orders(notice: Notice | null = null): Promise<void> {
    const read = await this.read();
    if (read) this.desk.show({ name: 'voucherOrders', board: read.board }, notice);
  }

  /** The account and the month, once « Salariés » came from Lucca; undefined before, which is told at home. */
  async begun(): Promise<VoucherRequest | undefined> {
    const { subject } = this;
    if (subject?.connection.mirror && this.desk.store.get().book?.origin) return subject;
    await this.desk.home({ intent: 'info', text: text.firstRefresh });
    return undefined;
  }

  /** The sheets as they stand; undefined when they cannot be read, which is then told at home. */
  async read(): Promise<ReadBoard | undefined> {
    const subject = await this.begun();
    if (!subject) return undefined;
    this.starting('read');
    const read = await readBoard(this.desk.ports, subject.connection, subject.month, this.desk.working());
    if (read.ok) return read.value;
    await this.lost(read.error);
    return undefined;
  }

  async chooseMonth(month: PlainMonth): Promise<void> {
    this.desk.store.set({ month });
    return this.open();
  }

  /** « Préparer les feuilles »: the natures of expenses must have been read once. */
  async prepare(): Promise<void> {
    const { subject } = this;
    if (!subject || refusesWriting(this.desk)) return;
    const { connection, month } = subject;
    const isRead = connection.mirror !== null && connection.mirror.mealMonths.length > 0;
    if (!isRead && !(await this.readLucca([addMonths(month, -1), month]))) return;
    this.starting('read');
    const prepared = await prepareVoucherSheets(this.desk.ports, this.subject ?? subject, this.desk.working());
    if (!prepared.ok) return this.notPrepared(prepared.error);
    await this.open(preparedNotice(prepared.value));
    if (prepared.value.created.includes(regulationsTable)) await this.desk.ports.book.show(firstRow(regulationsTable));
  }

  async notPrepared(error: SheetsError): Promise<void> {
    switch (error.code) {
      case 'apply':
        return error.error.open ? this.desk.home(applyNotice(error.error)) : this.open(applyNotice(error.error));
      case 'tables':
        return this.open({ intent: 'error', text: tablesTitle }, error.findings);
      case 'otherAccount':
        return this.desk.home({ intent: 'error', text: otherAccountBody(error.account) });
      case 'notRead':
        return this.desk.home({ intent: 'info', text: text.firstRefresh });
      default:
        return this.lost(error);
    }
  }

  /** Has Lucca read for worked days and meals. False when it was not, which is then told. */
  async readLucca(months: readonly PlainMonth[]): Promise<boolean> {
    const { subject, desk } = this;
    if (!subject) return false;
    return hasRead(desk, subject.connection.id, { months, topics: ['planning', 'meals'] }, (notice) =>
      this.open(notice),
    );
  }

  /** Why nothing was computed. */
  failed(error: VoucherError): Promise<void> {
    return this.computing.failed(error);
  }

  lost(error: Unanswered): Promise<void> {
    return tellUnanswered(this.desk, error);
  }

  /** The outcome; `from`: the person one comes back from. */
  result(
    computation: VoucherComputation,
    from: PersonId | null = null,
    notice: Notice | null = null,
    filter = everybody,
  ): void {
    this.desk.show({ name: 'voucherResult', computation, from, filter }, notice);
  }

  /** `filter`: of the list, that is found again. */
  person(computation: VoucherComputation, person: PersonId, filter = everybody): void {
    this.desk.show({ name: 'voucherPerson', computation, person, isWritten: true, filter });
  }

  /** « Pourquoi ? »: the month of the person whose row is selected in the workbook. */
  async why(): Promise<void> {
    const { desk, subject } = this;
    if (!subject) return;
    const { screen } = desk.store.get();
    const held = screen.name === 'voucherResult' || screen.name === 'voucherPerson' ? screen.computation : null;
    const compute = (month: PlainMonth) => this.computing.compute({ ...subject, month });
    const answer = await why({ book: desk.ports.book, month: subject.month, held, compute });
    if (answer.is === 'failed') return this.failed(answer.error);
    if (answer.is === 'told') {
      desk.show(screen, answer.notice);
      return;
    }
    const { computation, person, notice } = answer;
    const isWritten = computation === held && !(screen.name === 'voucherPerson' && !screen.isWritten);
    desk.show({ name: 'voucherPerson', computation, person, isWritten, filter: everybody }, notice);
  }

  /** Takes the last computation back. */
  async undo(): Promise<void> {
    if (refusesWriting(this.desk)) return;
    this.starting('journal');
    const undone = await undoLastPlan(this.desk.ports, this.desk.working());
    if (!undone.ok && undone.error.open) return this.desk.home(applyNotice(undone.error));
    return this.open(undone.ok ? appliedNotice(text.undone, undone.value) : applyNotice(undone.error));
  }

  /** « Retour »: one step up. */
  async back(): Promise<void> {
    const { screen } = this.desk.store.get();
    if (screen.name === 'voucherPerson' && screen.isWritten)
      return this.result(screen.computation, screen.person, null, screen.filter);
    if (screen.name === 'voucherFiles') return this.orders();
    if (screen.name === 'voucherTemplate') return this.files.open(screen.order.number, { kind: 'order' });
    if (screen.name === 'voucherSimulation') return this.simulation.back();
    return screen.name === 'vouchers' ? this.desk.home() : this.open();
  }
}
