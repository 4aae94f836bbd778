/** « Temps de travail » in the pane: each method runs a flow, and shows its progress and its outcome. */
import type { PlainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import type { Finding } from '../../../../shared/domain/finding.ts';
import { undoLastPlan } from '../../../../shared/flows/apply.ts';
import type { PersonWorktime, WorktimeComputation } from '../../../../shared/flows/worktime/computeTimes.ts';
import type { WorktimeBook } from '../../../../shared/flows/worktime/worktimeBook.ts';
import type { WorktimeError, WorktimeRequest } from '../../../../shared/flows/worktime/worktimeReading.ts';
import type { WrittenTimes } from '../../../../shared/flows/worktime/writeTimes.ts';
import * as text from '../../../../shared/messages/fr/worktime/pane.ts';
import { Calculation } from '../calculation.ts';
import type { PaneDesk } from '../desk.ts';
import { refusesWriting } from '../readOnly.ts';
import { hasRead, tellUnanswered, type Unanswered } from '../serviceWays.ts';
import type { Notice } from '../state.ts';
import { appliedNotice, applyNotice } from '../updateFlows.ts';
import { readTimeBoard } from './timeBoard.ts';
import { TimeCreditTasks } from './timeCreditTasks.ts';
import { timeCalculation } from './timeCalculation.ts';
import { TimeExportTasks } from './timeExportTasks.ts';
import { TimeFileTasks } from './timeFileTasks.ts';
import { printTimeSheets } from './timePrinting.ts';
import { TimeSheetTasks } from './timeSheetTasks.ts';
import { TimeSimulationTasks } from './timeSimulationTasks.ts';
import { everybody } from '../search.ts';
import type { TimeBoard, TimeScreen } from './timeState.ts';
import type { TimeWays } from './timeWays.ts';
import { whyTime } from './timeWhy.ts';

type Asked = Extract<TimeScreen, { name: 'worktimePerson' }>['asked'];
const NOTHING: Asked = { account: null, date: null };

export class TimeTasks implements TimeWays {
  readonly computing: Calculation<WorktimeRequest, WorktimeComputation, WorktimeBook, WrittenTimes>;
  readonly sheets: TimeSheetTasks;
  readonly simulation: TimeSimulationTasks;
  readonly life: TimeExportTasks;
  readonly files: TimeFileTasks;
  readonly credit: TimeCreditTasks;
  private readonly desk: PaneDesk;

  constructor(desk: PaneDesk) {
    this.desk = desk;
    this.computing = new Calculation(desk, this, timeCalculation(desk, this));
    this.sheets = new TimeSheetTasks(desk, this);
    this.simulation = new TimeSimulationTasks(desk, this);
    this.life = new TimeExportTasks(desk, this);
    this.files = new TimeFileTasks(desk, this);
    this.credit = new TimeCreditTasks(desk, this, this.files);
  }

  private starting(step: 'read' | 'journal'): void {
    this.desk.show({ name: 'working', progress: { step, done: 0, total: 0 }, cancelling: false });
  }

  async begun(): Promise<WorktimeRequest | undefined> {
    const { connection, month, book } = this.desk.store.get();
    if (connection?.mirror && month && book?.origin) return { connection, month };
    await this.desk.home({ intent: 'info', text: text.firstRefresh });
    return undefined;
  }

  async read(): Promise<TimeBoard | undefined> {
    const subject = await this.begun();
    if (!subject) return undefined;
    this.starting('read');
    const read = await readTimeBoard(this.desk.ports, subject.connection, subject.month);
    if (read.ok) return read.value;
    await this.lost(read.error);
    return undefined;
  }

  /** The state of the regulations, and what to do next. `findings`: why a computation stopped. */
  async open(notice: Notice | null = null, findings: readonly Finding[] = []): Promise<void> {
    const board = await this.read();
    if (board) this.desk.show({ name: 'worktime', board, findings }, notice);
  }

  async exports(notice: Notice | null = null): Promise<void> {
    const board = await this.read();
    if (board) this.desk.show({ name: 'worktimeExports', board }, notice);
  }

  async chooseMonth(month: PlainMonth): Promise<void> {
    this.desk.store.set({ month });
    return this.open();
  }

  async readLucca(months: readonly PlainMonth[]): Promise<boolean> {
    const subject = await this.begun();
    if (!subject) return false;
    const asked = { months, topics: ['planning', 'time'] } as const;
    return hasRead(this.desk, subject.connection.id, asked, (notice) => this.open(notice));
  }

  failed(error: WorktimeError): Promise<void> {
    return this.computing.failed(error);
  }

  lost(error: Unanswered): Promise<void> {
    return tellUnanswered(this.desk, error);
  }

  result(
    computation: WorktimeComputation,
    from: string | null = null,
    notice: Notice | null = null,
    filter = everybody,
  ): void {
    this.desk.show({ name: 'worktimeResult', computation, from, filter }, notice);
  }

  /** `filter`: of the list, that is found again. */
  person(computation: WorktimeComputation, employeeId: string, filter = everybody): void {
    this.desk.show({ name: 'worktimePerson', computation, employeeId, asked: NOTHING, isWritten: true, filter });
  }

  /** « Pourquoi ? »: the month of the person whose row is selected in the workbook. */
  async why(): Promise<void> {
    const { desk } = this;
    const subject = await this.begun();
    if (!subject) return;
    const { screen } = desk.store.get();
    const held = screen.name === 'worktimeResult' || screen.name === 'worktimePerson' ? screen.computation : null;
    const compute = (month: PlainMonth) => this.computing.compute({ ...subject, month });
    const answer = await whyTime({ book: desk.ports.book, month: subject.month, held, compute });
    if (answer.is === 'failed') return this.failed(answer.error);
    if (answer.is === 'told') {
      desk.show(screen, answer.notice);
      return;
    }
    const { computation, employeeId, asked } = answer;
    const isWritten = computation === held && !(screen.name === 'worktimePerson' && !screen.isWritten);
    desk.show({ name: 'worktimePerson', computation, employeeId, asked, isWritten, filter: everybody });
  }

  /** « Imprimer »: sheets to sign, in one document. */
  print(computation: WorktimeComputation, people: readonly PersonWorktime[]): Promise<void> {
    return printTimeSheets(this.desk, computation, people);
  }

  /** Takes the last computation, or the last set that was copied, back. */
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
    if (screen.name === 'worktimePerson' && screen.isWritten)
      return this.result(screen.computation, screen.employeeId, null, screen.filter);
    if (screen.name === 'worktimeFiles') return this.exports();
    if (screen.name === 'worktimeCredit') return this.credit.back();
    if (screen.name === 'worktimeSimulation') return this.simulation.back();
    return screen.name === 'worktime' ? this.desk.home() : this.open();
  }
}
