/** The life of an export of hours in the pane: prepared, confirmed or abandoned, cancelled. */
import type { Result } from '../../../../shared/domain/result.ts';
import type { WorktimeComputation } from '../../../../shared/flows/worktime/computeTimes.ts';
import type { ExportError, ExportOptions, ExportReport } from '../../../../shared/flows/worktime/heldExports.ts';
import { prepareExport } from '../../../../shared/flows/worktime/prepareExport.ts';
import { abandonExport, cancelExport, confirmExport } from '../../../../shared/flows/worktime/timeExports.ts';
import { paneActor } from '../../../../shared/messages/fr/pane.ts';
import * as text from '../../../../shared/messages/fr/worktime/exportsPane.ts';
import type { PaneDesk } from '../desk.ts';
import { Insistence, type Refusal } from '../insistence.ts';
import { refusesWriting } from '../readOnly.ts';
import type { Notice } from '../state.ts';
import { appliedNotice, applyNotice } from '../updateFlows.ts';
import type { TimeWays } from './timeWays.ts';

type Step = (options: ExportOptions) => Promise<Result<ExportReport, ExportError>>;

export class TimeExportTasks {
  private readonly desk: PaneDesk;
  private readonly ways: TimeWays;
  private readonly insistence = new Insistence();

  constructor(desk: PaneDesk, ways: TimeWays) {
    this.desk = desk;
    this.ways = ways;
  }

  /** « Préparer l'export »: a refusal leaves one on the computation. */
  async prepare(computation: WorktimeComputation): Promise<void> {
    return this.step(
      computation.month,
      (options) => prepareExport(this.desk.ports, computation, options),
      text.prepared,
      (notice) => Promise.resolve(this.ways.result(computation, null, notice)),
    );
  }

  async confirm(number: string): Promise<void> {
    return this.step(number, (options) => confirmExport(this.desk.ports, number, options), text.confirmed);
  }

  async abandon(number: string): Promise<void> {
    return this.step(number, (options) => abandonExport(this.desk.ports, number, options), text.abandoned);
  }

  async cancel(number: string): Promise<void> {
    return this.step(number, (options) => cancelExport(this.desk.ports, number, options), text.cancelled);
  }

  private async step(
    name: string,
    act: Step,
    sentence: (number: string) => string,
    otherwise: (notice: Notice) => Promise<void> = (notice) => this.ways.exports(notice),
  ): Promise<void> {
    const { desk, insistence } = this;
    const { connection } = desk.store.get();
    if (!connection || refusesWriting(desk)) return;
    desk.show({ name: 'working', progress: { step: 'journal', done: 0, total: 0 }, cancelling: false });
    const { service } = desk.ports;
    const insists = { force: insistence.on(name, 'taken'), unguarded: insistence.on(name, 'silent') };
    const receipts = { service, connectionId: connection.id, ...insists };
    const done = await act({ ...desk.working(), by: paneActor, receipts });
    insistence.note(name, done.ok ? null : refusalOf(done.error));
    if (done.ok) return this.ways.exports(appliedNotice(sentence(done.value.number), done.value));
    return done.error.open ? desk.home(exportNotice(done.error)) : otherwise(exportNotice(done.error));
  }
}

function refusalOf({ code }: ExportError): Refusal | null {
  return code === 'taken' || code === 'silent' ? code : null;
}

function isRefusal(code: ExportError['code']): code is keyof typeof text.refusals {
  return code in text.refusals;
}

export function exportNotice(failure: ExportError): Notice {
  if (failure.code === 'taken') return { intent: 'warning', text: `${failure.detail} ${text.takenAdvice}` };
  if (isRefusal(failure.code)) return { intent: 'warning', text: text.refusals[failure.code] };
  return applyNotice(failure as Parameters<typeof applyNotice>[0]);
}
