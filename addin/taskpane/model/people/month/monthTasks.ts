/** « Mouvements du mois » and « Contrôle » in the pane: computed, written, shown. */
import type { Result } from '../../../../../shared/domain/result.ts';
import { addMonths } from '../../../../../shared/domain/calendar/plainDate.ts';
import type { ApplyError, ApplyReport } from '../../../../../shared/flows/apply.ts';
import type { FlowOptions } from '../../../../../shared/flows/ports.ts';
import { computeControl, writeControl } from '../../../../../shared/flows/people/month/computeControl.ts';
import { computeMovements, writeMovements } from '../../../../../shared/flows/people/month/computeMovements.ts';
import type { MonthError, MonthRequest } from '../../../../../shared/flows/people/month/monthReading.ts';
import { notWrittenReadOnly } from '../../../../../shared/messages/fr/computing.ts';
import { firstRefresh } from '../../../../../shared/messages/fr/employees/pane.ts';
import * as text from '../../../../../shared/messages/fr/employees/monthPane.ts';
import { findingText } from '../../../../../shared/messages/fr/findings.ts';
import { monthMovementsTable, sectionLabels } from '../../../../../shared/tables/people/monthMovementsTable.ts';
import type { PaneDesk } from '../../desk.ts';
import { hasRead, tellUnanswered } from '../../serviceWays.ts';
import type { Notice, Screen } from '../../state.ts';
import { appliedNotice, applyNotice } from '../../updateFlows.ts';
import { linesOf, textIn } from './monthLines.ts';

/** One look: how it is computed, written and shown. */
interface Look<Computed> {
  compute(request: MonthRequest, options: FlowOptions): Promise<Result<Computed, MonthError>>;
  write(computed: Computed, options: FlowOptions): Promise<Result<ApplyReport, ApplyError>>;
  sentence(computed: Computed): string;
  screen(computed: Computed): Screen;
}

export class MonthTasks {
  private readonly desk: PaneDesk;

  constructor(desk: PaneDesk) {
    this.desk = desk;
  }

  /** The account and the month one works on; undefined before a first update, which is then told. */
  async begun(): Promise<MonthRequest | undefined> {
    const { connection, month, book } = this.desk.store.get();
    if (connection?.mirror && month && book?.origin) return { connection, month };
    await this.desk.home({ intent: 'info', text: firstRefresh });
    return undefined;
  }

  movements(): Promise<void> {
    const { ports } = this.desk;
    return this.look({
      compute: (request, options) => computeMovements(ports, request, options),
      write: (movements, options) => writeMovements(ports, movements, options),
      sentence: ({ rows }) => {
        const lines = linesOf(monthMovementsTable, rows);
        const count = (label: string) => lines.filter((line) => textIn(line, 'section') === label).length;
        const { entry, exit, change } = sectionLabels;
        return text.movementsWritten(count(entry), count(exit), count(change));
      },
      screen: (movements) => ({ name: 'peopleMovements', movements }),
    });
  }

  control(): Promise<void> {
    const { ports } = this.desk;
    return this.look({
      compute: (request, options) => computeControl(ports, request, options),
      write: (control, options) => writeControl(ports, control, options),
      sentence: ({ control }) => text.controlWritten(control.lines.filter(({ kind }) => kind !== 'total').length),
      screen: (control) => ({ name: 'peopleControl', control }),
    });
  }

  /** « Relire Lucca », then the same look again. */
  async readAgain(look: 'movements' | 'control'): Promise<void> {
    const request = await this.begun();
    if (!request) return;
    const { connection, month } = request;
    const asked = { months: [addMonths(month, -1), month], topics: ['planning'] } as const;
    const isRead = await hasRead(this.desk, connection.id, asked, (notice) => this.people(notice));
    if (isRead) await this[look]();
  }

  private people(notice: Notice): Promise<void> {
    this.desk.show({ name: 'people' }, notice);
    return Promise.resolve();
  }

  private async look<Computed>(look: Look<Computed>): Promise<void> {
    const { desk } = this;
    const request = await this.begun();
    if (!request) return;
    desk.show({ name: 'working', progress: { step: 'read', done: 0, total: 0 }, cancelling: false });
    const computed = await look.compute(request, desk.working());
    if (!computed.ok) return this.failed(computed.error);
    const screen = look.screen(computed.value);
    if (desk.ports.readOnly()) {
      desk.show(screen, { intent: 'warning', text: notWrittenReadOnly });
      return;
    }
    const written = await look.write(computed.value, desk.working());
    if (!written.ok && written.error.open) return desk.home(applyNotice(written.error));
    const sentence = look.sentence(computed.value);
    desk.show(screen, written.ok ? appliedNotice(sentence, written.value) : applyNotice(written.error));
  }

  /** Why nothing was computed. */
  private async failed(error: MonthError): Promise<void> {
    if (error.code === 'unsound')
      return this.people({ intent: 'error', text: text.unsound, details: error.findings.map(findingText) });
    if (error.code === 'notRead') return this.desk.home({ intent: 'info', text: firstRefresh });
    if (error.code === 'service' && error.error.code === 'cancelled')
      return this.people({ intent: 'info', text: text.stopped });
    return tellUnanswered(this.desk, error);
  }
}
