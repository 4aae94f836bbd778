/** What the pane does: each method runs a flow and shows its progress and its outcome. Knows neither React nor Excel. */
import type { Connection, Run } from '../../../shared/contracts/schemas.ts';
import type { ServiceError } from '../../../shared/contracts/service.ts';
import type { PlainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import type { Place } from '../../../shared/domain/finding.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { readBookState } from '../../../shared/flows/bookState.ts';
import type { FlowOptions } from '../../../shared/flows/ports.ts';
import { refresh, watchRun, type WatchOptions } from '../../../shared/flows/refresh.ts';
import { bookErrorText } from '../../../shared/messages/fr/book.ts';
import { paneActor } from '../../../shared/messages/fr/pane.ts';
import { AccessTasks } from './accessTasks.ts';
import type { PaneDesk, PanePorts } from './desk.ts';
import { runNotice, serviceNotice, unseenNotice } from './notices.ts';
import { initialState, payMonths, type Notice, type PaneState, type Screen } from './state.ts';
import { createStore, type Store } from './store.ts';
import { UpdateTasks } from './updateTasks.ts';
import type { AbsenceTasks } from './absences/absenceTasks.ts';
import { isAbsencesScreen } from './absences/absencesState.ts';
import { isEveningScreen } from './evening/eveningState.ts';
import type { EveningTasks } from './evening/eveningTasks.ts';
import { isPeopleScreen } from './people/peopleState.ts';
import type { PeopleTasks } from './people/peopleTasks.ts';
import type { VoucherTasks } from './vouchers.ts';
import type { TimeTasks } from './worktime/timeTasks.ts';

export class Pane implements PaneDesk {
  readonly store: Store<PaneState> = createStore(initialState);
  readonly ports: PanePorts;
  readonly access: AccessTasks;
  readonly updates: UpdateTasks;
  private running: AbortController | null = null;
  /** The run whose message was told not to have left. */
  private mailTold: string | null = null;
  private voucherTasks: VoucherTasks | null = null;
  private timeTasks: TimeTasks | null = null;
  private peopleTasks: PeopleTasks | null = null;
  private absenceTasks: AbsenceTasks | null = null;
  private eveningTasks: EveningTasks | null = null;

  constructor(ports: PanePorts) {
    this.ports = ports;
    this.access = new AccessTasks(this);
    this.updates = new UpdateTasks(this);
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
    if (!this.access.isPaired) await this.access.exchangeOffered();
    if (!this.access.isPaired) this.show({ name: 'pairing', busy: false });
    else await this.home();
  }

  /** Reads the connection and the workbook again, and shows home, the form, or the plan left open. */
  async home(notice: Notice | null = null): Promise<void> {
    const connections = await this.ports.service.connections();
    if (!connections.ok) {
      this.lost(connections.error);
      // A token of another installation: the page may carry a code for this one.
      if (!this.access.isPaired && this.access.isOffered) await this.start();
      return;
    }
    const book = await readBookState(this.ports.book);
    const state = book.ok ? book.value : null;
    const connection =
      connections.value.find(({ id }) => id === state?.owner?.connection) ?? connections.value[0] ?? null;
    this.store.set({ connection, book: state });
    const said = notice ?? (book.ok ? null : ({ intent: 'error', text: bookErrorText(book.error) } as const));
    const rest: Screen = connection ? { name: 'home' } : { name: 'connect', busy: null, tested: null };
    this.show(state?.pending ? { name: 'pending' } : rest, said ?? this.unseen(connection));
  }

  /** What nobody has seen yet of the last run; that its message did not leave is told once. */
  private unseen(connection: Connection | null): Notice | null {
    const run = connection?.lastRun;
    const notice = unseenNotice(run, run?.id === this.mailTold) ?? null;
    if (notice?.toEvening && run) this.mailTold = run.id;
    return notice;
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

  settings(): void {
    this.show({ name: 'settings' });
  }

  chooseMonth(month: PlainMonth): void {
    this.store.set({ month });
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

  /** « Actualiser ». `acceptDepartures`: also a reading from which many people are missing. */
  async refresh(acceptDepartures = false): Promise<void> {
    const { connection } = this.store.get();
    if (!connection) return;
    this.show({ name: 'pulling', run: null, cancelling: false });
    const accepting = acceptDepartures ? { acceptDepartures } : {};
    const request = { months: payMonths(this.store.get()), startedBy: paneActor, ...accepting };
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
    return (await this.connectionNow()) ? this.updates.review() : undefined;
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

  /** Working time, the same way. */
  async worktime(): Promise<TimeTasks> {
    const { TimeTasks: Tasks } = await import('./worktime/timeTasks.ts');
    this.timeTasks ??= new Tasks(this);
    return this.timeTasks;
  }

  /** « Salariés », the same way. */
  async people(): Promise<PeopleTasks> {
    const { PeopleTasks: Tasks } = await import('./people/peopleTasks.ts');
    this.peopleTasks ??= new Tasks(this);
    return this.peopleTasks;
  }

  /** « Absences », the same way. */
  async absences(): Promise<AbsenceTasks> {
    const { AbsenceTasks: Tasks } = await import('./absences/absenceTasks.ts');
    this.absenceTasks ??= new Tasks(this);
    return this.absenceTasks;
  }

  /** The reading of the evening, the same way. */
  async evening(): Promise<EveningTasks> {
    const { EveningTasks: Tasks } = await import('./evening/eveningTasks.ts');
    this.eveningTasks ??= new Tasks(this);
    return this.eveningTasks;
  }

  working(): FlowOptions {
    const { signal } = this.begin();
    return {
      signal,
      onProgress: (progress) => this.store.set({ screen: { name: 'working', progress, cancelling: signal.aborted } }),
    };
  }

  async openVouchers(): Promise<void> {
    return (await this.vouchers()).open();
  }

  async openWorktime(): Promise<void> {
    return (await this.worktime()).open();
  }

  async openPeople(): Promise<void> {
    return (await this.people()).open();
  }

  async openAbsences(): Promise<void> {
    return (await this.absences()).open();
  }

  /** « Retour »: one step up. */
  async back(): Promise<void> {
    const { screen } = this.store.get();
    if (isPeopleScreen(screen)) return (await this.people()).back();
    if (isAbsencesScreen(screen)) return (await this.absences()).back();
    if (isEveningScreen(screen)) return this.settings();
    const { name } = screen;
    if (name.startsWith('voucher')) return (await this.vouchers()).back();
    return name.startsWith('worktime') ? (await this.worktime()).back() : this.home();
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
