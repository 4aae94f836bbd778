/** « Simuler »: reads, computes twice, shows. Nothing is written. */
import type { Result } from '../../../shared/domain/result.ts';
import { simulateMonths, type MonthsSimulation } from '../../../shared/flows/vouchers/simulation/simulateMonths.ts';
import { isOrdered } from '../../../shared/flows/vouchers/simulation/asBefore.ts';
import type { VoucherComputation } from '../../../shared/flows/vouchers/computeVouchers.ts';
import { simulateVouchers } from '../../../shared/flows/vouchers/simulation/simulateVouchers.ts';
import type { VoucherSimulation } from '../../../shared/flows/vouchers/simulation/sides.ts';
import type { VoucherError, VoucherRequest } from '../../../shared/flows/vouchers/voucherReading.ts';
import { readWizardBase, type WizardBase } from '../../../shared/flows/vouchers/wizard/wizardBase.ts';
import * as text from '../../../shared/messages/fr/vouchers/simulation.ts';
import type { PaneDesk } from './desk.ts';
import { askedOf, monthsOf, validOnes, variantOf, type SimulationAsked } from './simulationAsked.ts';
import type { Notice } from './state.ts';
import type { VoucherWays } from './voucherWays.ts';

type Simulated = Result<VoucherSimulation | MonthsSimulation, VoucherError>;

export class SimulationTasks {
  private readonly desk: PaneDesk;
  private readonly ways: VoucherWays;
  /** The computation one comes from, and goes back to. */
  private origin: VoucherComputation | null = null;

  constructor(desk: PaneDesk, ways: VoucherWays) {
    this.desk = desk;
    this.ways = ways;
  }

  private working(): void {
    this.desk.show({ name: 'working', progress: { step: 'read', done: 0, total: 0 }, cancelling: false });
  }

  /** Opens the question. `name`: the regulation one comes from, `origin`: the computation that shows it. */
  async begin(name?: string, origin: VoucherComputation | null = null): Promise<void> {
    this.origin = origin;
    const request = await this.ways.begun();
    if (!request) return;
    this.working();
    const base = await readWizardBase(this.desk.ports, request, this.desk.working());
    if (!base.ok) return this.ways.notPrepared(base.error);
    const regulations = validOnes(base.value);
    if (regulations.length === 0) return this.ways.open({ intent: 'warning', text: text.noneValid });
    this.ask(base.value, askedOf(request.month, regulations, name));
  }

  /** The question, as it was asked. */
  ask(base: WizardBase, asked: SimulationAsked, notice: Notice | null = null): void {
    this.desk.show({ name: 'voucherSimulation', base, asked, result: null }, notice);
  }

  /** Computes both sides; months never read are read in Lucca first, once. */
  async simulate(base: WizardBase, asked: SimulationAsked): Promise<void> {
    const request = await this.ways.begun();
    if (!request) return;
    const first = await this.compute(base, request, asked);
    if (first.ok || first.error.code !== 'notRead') return this.finish(base, asked, first);
    if (!(await this.ways.readLucca(first.error.months))) return;
    const fresh = await this.ways.begun();
    if (fresh) return this.finish(base, asked, await this.compute(base, fresh, asked));
  }

  private compute(base: WizardBase, request: VoucherRequest, asked: SimulationAsked): Promise<Simulated> {
    this.working();
    const { ports } = this.desk;
    const options = this.desk.working();
    if (asked.kind === 'months') return simulateMonths(ports, request, monthsOf(asked, request.month), options);
    const variant = variantOf(asked, validOnes(base), request.month) ?? ((regulation) => regulation);
    return simulateVouchers(ports, request, variant, asked.regulation, options);
  }

  private async finish(base: WizardBase, asked: SimulationAsked, simulated: Simulated): Promise<void> {
    if (!simulated.ok) return this.failed(base, asked, simulated.error);
    const simulation = simulated.value;
    const basis = 'basis' in simulation ? simulation.basis : null;
    const wasOrdered = basis === null && isOrdered(base.snapshot, base.month, asked.regulation);
    const result = { asked, simulation, basis, isOrdered: wasOrdered };
    this.desk.show({ name: 'voucherSimulation', base, asked, result });
  }

  private async failed(base: WizardBase, asked: SimulationAsked, error: VoucherError): Promise<void> {
    const isStopped = error.code === 'service' && error.error.code === 'cancelled';
    if (isStopped) this.ask(base, asked, { intent: 'info', text: text.stopped });
    else if (error.code === 'noRegulation') this.ask(base, asked, { intent: 'warning', text: text.notComputed });
    else return this.ways.failed(error);
  }

  /** « Retour »: from the result to the question, from the question to where one came from. */
  async back(): Promise<void> {
    const { screen } = this.desk.store.get();
    if (screen.name === 'voucherSimulation' && screen.result) this.ask(screen.base, screen.asked);
    else if (this.origin) this.ways.result(this.origin);
    else return this.ways.open();
  }
}
