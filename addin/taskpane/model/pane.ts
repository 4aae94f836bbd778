/** What the pane does: each method runs a flow and shows its progress and its outcome. Knows neither React nor Excel. */
import type { Connection, ConnectionRequest, Run } from '../../../shared/contracts/schemas.ts';
import type { ServiceError } from '../../../shared/contracts/service.ts';
import { addMonths, type PlainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import type { Finding, Place } from '../../../shared/domain/finding.ts';
import type { Result } from '../../../shared/domain/result.ts';
import type { Decision } from '../../../shared/domain/review/review.ts';
import type { ApplyError, ApplyReport } from '../../../shared/flows/apply.ts';
import { readBookState } from '../../../shared/flows/bookState.ts';
import type { FlowOptions } from '../../../shared/flows/ports.ts';
import { refresh, watchRun, type WatchOptions } from '../../../shared/flows/refresh.ts';
import { countOf, freshEntries, noDecisions } from '../../../shared/flows/reviewEntries.ts';
import { bookErrorText } from '../../../shared/messages/fr/book.ts';
import * as text from '../../../shared/messages/fr/pane.ts';
import { undecidedLeft } from '../../../shared/messages/fr/review.ts';
import { employeesTable } from '../../../shared/tables/employeesTable.ts';
import type { PaneDesk, PanePorts } from './desk.ts';
import { firstRow } from './firstRow.ts';
import { runNotice, serviceNotice } from './notices.ts';
import { refusesWriting } from './readOnly.ts';
import { initialState, type Notice, type PaneState, type Screen } from './state.ts';
import { createStore, type Store } from './store.ts';
import type { VoucherTasks } from './vouchers.ts';

/** Reviewing and writing: what home shows does without them. */
const updateFlows = () => import('./updateFlows.ts');

type UpdateFlows = Awaited<ReturnType<typeof updateFlows>>;
type Applying = (flows: UpdateFlows, options: FlowOptions) => Promise<Result<ApplyReport, ApplyError>>;

export class Pane implements PaneDesk {
  readonly store: Store<PaneState> = createStore(initialState);
  readonly ports: PanePorts;
  private running: AbortController | null = null;
  private offeredCode: string | null;
  private voucherTasks: VoucherTasks | null = null;

  constructor(ports: PanePorts) {
    this.ports = ports;
    this.offeredCode = ports.offeredCode;
  }

  show(screen: Screen, notice: Notice | null = null): void {
    this.store.set({ screen, notice });
  }

  /** Finds the service, the pairing, the connection and what the workbook says of itself; then home, or what is missing. */
  async start(): Promise<void> {
    this.show({ name: 'starting' });
    const health = await this.ports.service.health();
    if (!health.ok) {
      this.show({ name: 'offline', error: health.error });
      return;
    }
    this.store.set({ health: health.value, month: this.store.get().month ?? health.value.month });
    if (this.ports.token.get() === null) await this.exchangeOffered();
    if (this.ports.token.get() === null) this.show({ name: 'pairing', busy: false });
    else await this.home();
  }

  /** Uses the code that came with the page. It is good once: what is left of it is null. */
  private async exchangeOffered(): Promise<void> {
    const code = this.offeredCode;
    this.offeredCode = null;
    if (code !== null) await this.exchange(code);
  }

  private async exchange(code: string): Promise<ServiceError | null> {
    const paired = await this.ports.service.pair(code);
    if (!paired.ok) return paired.error;
    this.ports.token.set(paired.value.token);
    return null;
  }

  async pair(code: string): Promise<void> {
    this.show({ name: 'pairing', busy: true });
    const failure = await this.exchange(code.trim());
    if (failure) this.show({ name: 'pairing', busy: false }, serviceNotice(failure));
    else await this.home();
  }

  /** Reads the connection and the workbook again, and shows home, the form, or the plan left open. */
  async home(notice: Notice | null = null): Promise<void> {
    const connections = await this.ports.service.connections();
    if (!connections.ok) {
      this.lost(connections.error);
      // A token of another installation: the page may carry a code for this one.
      if (this.ports.token.get() === null && this.offeredCode !== null) await this.start();
      return;
    }
    const book = await readBookState(this.ports.book);
    const state = book.ok ? book.value : null;
    const connection =
      connections.value.find(({ id }) => id === state?.origin?.connection) ?? connections.value[0] ?? null;
    this.store.set({ connection, book: state });
    const said = notice ?? (book.ok ? null : ({ intent: 'error', text: bookErrorText(book.error) } as const));
    const rest: Screen = connection ? { name: 'home' } : { name: 'connect', busy: null, tested: null };
    this.show(state?.pending ? { name: 'pending' } : rest, said);
  }

  lost(error: ServiceError): void {
    if (error.code === 'refused' && error.problem.status === 401) {
      this.ports.token.clear();
      return this.show({ name: 'pairing', busy: false });
    }
    return error.code === 'refused'
      ? this.show({ name: 'home' }, serviceNotice(error))
      : this.show({ name: 'offline', error });
  }

  async testConnection(request: ConnectionRequest): Promise<void> {
    this.show({ name: 'connect', busy: 'testing', tested: null });
    const tested = await this.ports.service.testConnection(request);
    this.show(
      { name: 'connect', busy: null, tested: tested.ok ? tested.value : null },
      tested.ok ? null : serviceNotice(tested.error),
    );
  }

  async connect(request: ConnectionRequest): Promise<void> {
    this.show({ name: 'connect', busy: 'connecting', tested: null });
    const connected = await this.ports.service.connect(request);
    if (!connected.ok) {
      this.show({ name: 'connect', busy: null, tested: null }, serviceNotice(connected.error));
      return;
    }
    return this.home();
  }

  async disconnect(): Promise<void> {
    const { connection } = this.store.get();
    if (!connection) return;
    const gone = await this.ports.service.disconnect(connection.id);
    if (gone.ok) await this.home();
    else this.show({ name: 'settings' }, serviceNotice(gone.error));
  }

  settings(): void {
    this.show({ name: 'settings' });
  }

  chooseMonth(month: PlainMonth): void {
    this.store.set({ month });
  }

  /** The month of pay and the one before it, where late absences fall. */
  private months(): PlainMonth[] {
    const { month } = this.store.get();
    return month ? [addMonths(month, -1), month] : [];
  }

  private begin(): AbortController {
    this.running = new AbortController();
    return this.running;
  }

  /** Asks what is running to stop; it says so itself when it has. */
  cancel(): void {
    this.running?.abort();
    const { screen } = this.store.get();
    if (screen.name === 'pulling' || screen.name === 'working')
      this.store.set({ screen: { ...screen, cancelling: true } });
  }

  watching(): WatchOptions {
    const { signal } = this.begin();
    return { signal, onRun: (run) => this.store.set({ screen: { name: 'pulling', run, cancelling: signal.aborted } }) };
  }

  /** « Actualiser » */
  async refresh(): Promise<void> {
    const { connection } = this.store.get();
    if (!connection) return;
    this.show({ name: 'pulling', run: null, cancelling: false });
    const request = { months: this.months(), startedBy: text.paneActor };
    return this.afterRun(await refresh(this.ports, connection.id, request, this.watching()));
  }

  /** Follows a run that somebody else started. */
  async watch(runId: string): Promise<void> {
    this.show({ name: 'pulling', run: null, cancelling: false });
    return this.afterRun(await watchRun(this.ports, runId, this.watching()));
  }

  private async afterRun(run: Result<Run, ServiceError>): Promise<void> {
    if (!run.ok && run.error.code === 'refused') return this.home(serviceNotice(run.error));
    if (!run.ok) {
      this.lost(run.error);
      return;
    }
    const notice = runNotice(run.value);
    if (notice) return this.home(notice);
    return (await this.connectionNow()) ? this.review() : undefined;
  }

  async connectionNow(): Promise<Connection | undefined> {
    const connections = await this.ports.service.connections();
    if (!connections.ok) {
      this.lost(connections.error);
      return undefined;
    }
    const { connection: before } = this.store.get();
    const connection = connections.value.find(({ id }) => id === before?.id) ?? before;
    this.store.set({ connection });
    return connection ?? undefined;
  }

  /** Titres-restaurant: their rules and their screens are loaded when they are first asked for. */
  async vouchers(): Promise<VoucherTasks> {
    const { VoucherTasks: Tasks } = await import('./vouchers.ts');
    this.voucherTasks ??= new Tasks(this);
    return this.voucherTasks;
  }

  working(): FlowOptions {
    const { signal } = this.begin();
    return {
      signal,
      onProgress: (progress) => this.store.set({ screen: { name: 'working', progress, cancelling: signal.aborted } }),
    };
  }

  /** « Revoir ». With nothing but differences already ignored, says so; `ignoredToo` shows them all the same. */
  async review(ignoredToo = false): Promise<void> {
    const { connection } = this.store.get();
    if (!connection) return;
    this.show({ name: 'working', progress: { step: 'read', done: 0, total: 0 }, cancelling: false });
    const flows = await updateFlows();
    const review = await flows.prepareReview(this.ports, { connection, months: this.months() }, this.working());
    if (!review.ok) return this.home(flows.reviewNotice(review.error));
    const { entries } = review.value;
    const ignored = entries.length - freshEntries(review.value).length;
    if (ignored < entries.length || (ignoredToo && ignored > 0)) {
      this.show({ name: 'review', review: review.value, decisions: noDecisions });
      return;
    }
    return this.home(flows.nothingNotice(review.value));
  }

  decide(ids: readonly string[], decision: Decision): void {
    const { screen } = this.store.get();
    if (screen.name !== 'review') return;
    const decisions = new Map(screen.decisions);
    for (const id of ids) decisions.set(id, decision);
    this.store.set({ screen: { ...screen, decisions } });
  }

  /** « Appliquer » */
  async apply(): Promise<void> {
    const { screen } = this.store.get();
    if (screen.name !== 'review') return;
    const undecided = countOf(screen.review, screen.decisions, 'undecided');
    const left = undecided === 0 ? '' : ` ${undecidedLeft(undecided)}`;
    const isFirst = !this.store.get().book?.origin;
    await this.write(
      ({ applyPlan, planLines }, options) => applyPlan(this.ports, planLines(screen.review, screen.decisions), options),
      (report) => text.applied(report) + left,
      screen.review.findings,
    );
    // A person who sees an empty sheet after a first update looks for what was written.
    if (isFirst && this.store.get().book?.origin) await this.ports.book.show(firstRow(employeesTable));
  }

  async undo(): Promise<void> {
    return this.write((flows, options) => flows.undoLastPlan(this.ports, options), text.undone);
  }

  async resume(): Promise<void> {
    return this.write((flows, options) => flows.resumePlan(this.ports, options), text.applied);
  }

  async abandon(): Promise<void> {
    return this.write((flows, options) => flows.abandonPlan(this.ports, options), text.abandoned);
  }

  /** `findings`: what the review said, which is told again with the outcome where it stays true. */
  private async write(
    applying: Applying,
    sentence: (report: ApplyReport) => string,
    findings: readonly Finding[] = [],
  ): Promise<void> {
    if (refusesWriting(this)) return;
    this.show({ name: 'working', progress: { step: 'journal', done: 0, total: 0 }, cancelling: false });
    const flows = await updateFlows();
    const written = await applying(flows, this.working());
    return this.home(
      written.ok
        ? flows.appliedNotice(sentence(written.value), written.value, findings)
        : flows.applyNotice(written.error),
    );
  }

  async openVouchers(): Promise<void> {
    return (await this.vouchers()).open();
  }

  /** « Retour »: one step up. */
  async back(): Promise<void> {
    const isVouchers = this.store.get().screen.name.startsWith('voucher');
    return isVouchers ? (await this.vouchers()).back() : this.home();
  }

  /** Selects a place of the workbook; a place that is gone is no drama. */
  async showPlace(place: Place): Promise<void> {
    const shown = await this.ports.book.show(place);
    if (!shown.ok) this.store.set({ notice: { intent: 'warning', text: bookErrorText(shown.error) } });
  }

  async template(): Promise<void> {
    const ticket = await this.ports.service.file({ kind: 'template' });
    if (ticket.ok) this.ports.download(ticket.value.path);
    else this.store.set({ notice: serviceNotice(ticket.error) });
  }
}
