/** « Préparer la paie » in the pane: prepared, ticked, confirmed or abandoned, cancelled. */
import type { Result } from '../../../../../shared/domain/result.ts';
import type {
  TransferError,
  TransferOptions,
  TransferReport,
} from '../../../../../shared/flows/absences/transfer/heldTransfer.ts';
import type { ImportLine } from '../../../../../shared/flows/absences/transfer/importLines.ts';
import {
  prepareTransfer,
  type PreparedTransfer,
  type PrepareError,
} from '../../../../../shared/flows/absences/transfer/prepareTransfer.ts';
import {
  abandonTransfer,
  cancelTransfer,
  confirmTransfer,
} from '../../../../../shared/flows/absences/transfer/settleTransfer.ts';
import { tickLines } from '../../../../../shared/flows/absences/transfer/tickLines.ts';
import * as text from '../../../../../shared/messages/fr/absences/transferPane.ts';
import { paneActor } from '../../../../../shared/messages/fr/pane.ts';
import { Insistence } from '../../insistence.ts';
import { refusesWriting } from '../../readOnly.ts';
import type { Notice } from '../../state.ts';
import { appliedNotice } from '../../updateFlows.ts';
import type { StoppageTasks } from '../stoppages/stoppageTasks.ts';
import type { TransferDesk } from './transferDesk.ts';
import { refusalOf, transferNotice } from './transferNotice.ts';
import { asksDone, deletionsToTick, viewOf, type Aside, type ImportScreen } from './transferState.ts';

type Step = (options: TransferOptions) => Promise<Result<TransferReport, TransferError>>;

const noTick: ReadonlySet<string> = new Set();

export class TransferTasks {
  private aside: Aside | null = null;
  /** One after the other: each tick reads the register that the one before wrote. */
  private ticks: Promise<void> = Promise.resolve();
  private readonly insistence = new Insistence();

  constructor(
    private readonly own: TransferDesk,
    private readonly stoppages: StoppageTasks,
  ) {}

  private get screen(): ImportScreen | undefined {
    const { screen } = this.own.desk.store.get();
    return screen.name === 'absenceImport' ? screen : undefined;
  }

  /** An import as the workbook holds it; null: nothing to hand over. */
  async show(number: string | null, notice: Notice | null = null): Promise<void> {
    const board = await this.own.board();
    if (!board) return;
    const aside = this.aside?.month === board.period.month ? this.aside : null;
    const search = this.screen?.search ?? '';
    const { toType } = await this.stoppages.left();
    this.own.desk.show({ name: 'absenceImport', board, number, aside, toType, search, ticking: noTick }, notice);
  }

  /** « Imports d'absences » */
  async journal(notice: Notice | null = null): Promise<void> {
    const board = await this.own.board();
    if (board) this.own.desk.show({ name: 'absenceImports', board }, notice);
  }

  search(search: string): void {
    const { screen } = this;
    if (screen) this.own.desk.store.set({ screen: { ...screen, search } });
  }

  /** « Préparer »: Lucca is read, then compared. */
  async prepare(): Promise<void> {
    const { own } = this;
    if (refusesWriting(own.desk)) return;
    const before = await own.asked();
    if (!before || !(await own.readLucca(before))) return;
    const request = await own.asked();
    if (!request) return;
    const prepared = await prepareTransfer(own.desk.ports, request, own.working('compare'));
    if (!prepared.ok) return this.notPrepared(prepared.error);
    this.aside = asideOf(prepared.value);
    const { number } = prepared.value;
    const sentence = number === null ? text.preparedNothing : text.prepared(number);
    return this.show(number, appliedNotice(sentence, prepared.value));
  }

  /** What an import that waits keeps from being done is told beside it. */
  private async notPrepared(failure: PrepareError): Promise<void> {
    const { own } = this;
    const error = failure.code === 'step' ? failure.error : null;
    if (!error || error.open || error.code === 'unsound') return own.notPrepared(failure);
    const board = await own.board();
    const waiting = board?.imports.find(({ state }) => state === 'prepared');
    if (waiting) return this.show(waiting.number, transferNotice(error, waiting.number));
    return board && own.notPrepared(failure);
  }

  /** Ticks a line, or takes its tick back; the list stays where it is. */
  tick(line: ImportLine): Promise<void> {
    if (refusesWriting(this.own.desk) || this.screen?.ticking.has(line.id)) return Promise.resolve();
    this.mark(line.id, true);
    const written = this.ticks.then(() => this.written(line));
    this.ticks = written.catch(() => undefined);
    return written;
  }

  private mark(id: string, isTicking: boolean): void {
    const { screen } = this;
    if (!screen) return;
    const ticking = new Set([...screen.ticking].filter((each) => each !== id));
    if (isTicking) ticking.add(id);
    this.own.desk.store.set({ screen: { ...screen, ticking } });
  }

  private async written(line: ImportLine): Promise<void> {
    const { desk } = this.own;
    const request = { run: line.run, lines: [line.id], isDone: asksDone(line) };
    const done = await tickLines(desk.ports, request, { by: paneActor });
    if (!done.ok && (done.error.open || done.error.code === 'unsound')) return this.own.refused(done.error, line.run);
    const board = this.screen && (await this.own.board());
    this.mark(line.id, false);
    const { screen } = this;
    if (!screen || !board) return;
    const notice = done.ok ? null : transferNotice(done.error, line.run);
    desk.store.set({ screen: { ...screen, board }, notice });
  }

  /** « Tout cocher »: every deletion that is left. */
  async tickAll(): Promise<void> {
    const { screen } = this;
    const view = screen && viewOf(screen);
    const left = view ? deletionsToTick(screen.board, view) : [];
    const [first] = left;
    if (!first) return;
    const request = { run: first.run, lines: left.map(({ id }) => id), isDone: true };
    const { ports } = this.own.desk;
    return this.step(
      first.run,
      (options) => tickLines(ports, request, options),
      () => text.tickedAll(left.length),
    );
  }

  confirm(number: string): Promise<void> {
    return this.step(number, (options) => confirmTransfer(this.own.desk.ports, number, options), text.confirmed);
  }

  abandon(number: string): Promise<void> {
    return this.step(number, (options) => abandonTransfer(this.own.desk.ports, number, options), text.abandoned);
  }

  cancel(number: string): Promise<void> {
    return this.step(number, (options) => cancelTransfer(this.own.desk.ports, number, options), text.cancelled);
  }

  private async step(number: string, act: Step, sentence: (number: string) => string): Promise<void> {
    const { own, insistence } = this;
    const { connection } = own.desk.store.get();
    if (!connection || refusesWriting(own.desk)) return;
    const { service } = own.desk.ports;
    const insists = { force: insistence.on(number, 'taken'), unguarded: insistence.on(number, 'silent') };
    const receipts = { service, connectionId: connection.id, ...insists };
    const done = await act({ ...own.working('journal'), receipts });
    insistence.note(number, done.ok ? null : refusalOf(done.error));
    if (done.ok) return this.show(number, appliedNotice(sentence(done.value.number), done.value));
    const isElsewhere = done.error.open || done.error.code === 'unsound';
    return isElsewhere ? own.refused(done.error, number) : this.show(number, transferNotice(done.error, number));
  }
}

function asideOf({ opened, fates, refiled, kept, findings }: PreparedTransfer): Aside {
  return { month: opened.period.month, isFirst: opened.isNew, fates, refiled, kept, findings };
}
