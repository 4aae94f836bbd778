/** « Simuler »: reads, counts the month twice, shows. Nothing is written. */
import type { Finding } from '../../../../shared/domain/finding.ts';
import type { Result } from '../../../../shared/domain/result.ts';
import {
  simulateTimes,
  type TimeSimulation,
  type TimeSimulationError,
} from '../../../../shared/flows/worktime/simulateTimes.ts';
import type { WorktimeRequest } from '../../../../shared/flows/worktime/worktimeReading.ts';
import * as text from '../../../../shared/messages/fr/worktime/simulation.ts';
import type { PaneDesk } from '../desk.ts';
import type { Notice } from '../state.ts';
import { askedFirst, choiceOf } from './timeSimulationAsked.ts';
import type { TimeBoard, TimeSimulationAsked } from './timeState.ts';
import type { TimeWays } from './timeWays.ts';

type Simulated = Result<TimeSimulation, TimeSimulationError>;

export class TimeSimulationTasks {
  private readonly desk: PaneDesk;
  private readonly ways: TimeWays;

  constructor(desk: PaneDesk, ways: TimeWays) {
    this.desk = desk;
    this.ways = ways;
  }

  /** Opens the question. */
  async begin(): Promise<void> {
    const board = await this.ways.read();
    if (board) this.ask(board, askedFirst(board));
  }

  /** The question, as it was asked. `findings`: why a set cannot be tried. */
  ask(
    board: TimeBoard,
    asked: TimeSimulationAsked,
    notice: Notice | null = null,
    findings: readonly Finding[] = [],
  ): void {
    this.desk.show({ name: 'worktimeSimulation', board, asked, result: null, findings }, notice);
  }

  /** Counts both sides; months never read are read in Lucca first, once. */
  async simulate(board: TimeBoard, asked: TimeSimulationAsked): Promise<void> {
    const request = await this.ways.begun();
    if (!request) return;
    const first = await this.compute(board, asked, request);
    if (!first) return;
    if (first.ok || first.error.code !== 'notRead') return this.finish(board, asked, first);
    if (!(await this.ways.readLucca(first.error.months))) return;
    const fresh = await this.ways.begun();
    const second = fresh && (await this.compute(board, asked, fresh));
    if (second) return this.finish(board, asked, second);
  }

  /** Undefined when nothing that exists is to be tried. */
  private async compute(
    board: TimeBoard,
    asked: TimeSimulationAsked,
    request: WorktimeRequest,
  ): Promise<Simulated | undefined> {
    const choice = choiceOf(board, asked);
    if (!choice) return undefined;
    this.desk.show({ name: 'working', progress: { step: 'read', done: 0, total: 0 }, cancelling: false });
    const only = asked.regulation === '' ? {} : { regulation: asked.regulation };
    return simulateTimes(this.desk.ports, { ...request, tried: choice.tried, ...only }, this.desk.working());
  }

  private async finish(board: TimeBoard, asked: TimeSimulationAsked, simulated: Simulated): Promise<void> {
    if (simulated.ok) {
      this.desk.show({ name: 'worktimeSimulation', board, asked, result: simulated.value, findings: [] });
      return;
    }
    const { error } = simulated;
    if (error.code === 'unknownSet') this.ask(board, asked, { intent: 'warning', text: text.setGone });
    else if (error.code === 'invalidSet')
      this.ask(board, asked, { intent: 'warning', text: text.setInvalid }, error.findings);
    else if (error.code === 'service' && error.error.code === 'cancelled')
      this.ask(board, asked, { intent: 'info', text: text.stopped });
    else return this.ways.failed(error);
  }

  /** « Retour »: from the result to the question, from the question home. */
  async back(): Promise<void> {
    const { screen } = this.desk.store.get();
    if (screen.name === 'worktimeSimulation' && screen.result) this.ask(screen.board, screen.asked);
    else return this.ways.open();
  }
}
