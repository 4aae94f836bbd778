/** « Arrêts à saisir » in the pane: read, ticked line by line, and handed over to the support of payroll. */
import { readStoppages, type StoppagesReading } from '../../../../../shared/flows/absences/stoppages/readStoppages.ts';
import { stoppagesLeft, type StoppagesLeft } from '../../../../../shared/flows/absences/stoppages/stoppagesLeft.ts';
import {
  tickStoppages,
  type TickError,
  type TickRequest,
} from '../../../../../shared/flows/absences/stoppages/tickStoppages.ts';
import { fail, ok, type Result } from '../../../../../shared/domain/result.ts';
import type { BookError } from '../../../../../shared/flows/book.ts';
import * as text from '../../../../../shared/messages/fr/absences/stoppagesPane.ts';
import { bookErrorText } from '../../../../../shared/messages/fr/book.ts';
import { stoppagesTable } from '../../../../../shared/tables/absences/stoppagesTable.ts';
import { supportTable } from '../../../../../shared/tables/absences/supportTable.ts';
import type { PaneDesk } from '../../desk.ts';
import { refusesWriting } from '../../readOnly.ts';
import type { Notice } from '../../state.ts';
import { applyNotice } from '../../updateFlows.ts';
import type { AbsenceWays } from '../absenceWays.ts';
import { inOrderOfNeed, type StoppagesScreen } from './stoppagesState.ts';

function tickNotice(error: TickError): Notice {
  if (error.code === 'unsound') return { intent: 'error', text: text.unsound };
  if (error.code === 'unknown') return { intent: 'warning', text: text.unknownRow };
  return applyNotice(error);
}

export class StoppageTasks {
  /** One after the other: each tick reads what the one before wrote. */
  private ticks: Promise<void> = Promise.resolve();

  constructor(
    private readonly desk: PaneDesk,
    private readonly ways: AbsenceWays,
  ) {}

  private get screen(): StoppagesScreen | undefined {
    const { screen } = this.desk.store.get();
    return screen.name === 'absenceStoppages' ? screen : undefined;
  }

  private async read(): Promise<Result<StoppagesReading, BookError>> {
    const snapshot = await this.desk.ports.book.read([stoppagesTable, supportTable]);
    return snapshot.ok ? ok(readStoppages(snapshot.value)) : fail(snapshot.error);
  }

  /** How many rows wait; none where the workbook cannot be read, which is told elsewhere. */
  async left(): Promise<StoppagesLeft> {
    const read = await this.read();
    return read.ok ? stoppagesLeft(read.value) : { toType: 0, toHandOver: 0 };
  }

  async open(): Promise<void> {
    const read = await this.read();
    if (!read.ok) return this.ways.open({ intent: 'error', text: bookErrorText(read.error) });
    const search = this.screen?.search ?? '';
    const order = inOrderOfNeed(read.value.stoppages);
    this.desk.show({ name: 'absenceStoppages', reading: read.value, order, search, ticking: new Set() });
  }

  search(search: string): void {
    const { screen } = this;
    if (screen) this.desk.store.set({ screen: { ...screen, search } });
  }

  /** Ticks a row, or takes its tick back; the list stays where it is. */
  tick(key: string, request: TickRequest): Promise<void> {
    const { screen, desk } = this;
    if (!screen || screen.ticking.has(key) || refusesWriting(desk)) return Promise.resolve();
    desk.store.set({ screen: { ...screen, ticking: new Set([...screen.ticking, key]) } });
    const written = this.ticks.then(() => this.written(key, request));
    this.ticks = written.catch(() => undefined);
    return written;
  }

  private async written(key: string, request: TickRequest): Promise<void> {
    const { desk } = this;
    const done = await tickStoppages(desk.ports, request);
    if (!done.ok && done.error.open) return desk.home(tickNotice(done.error));
    const read = await this.read();
    const { screen } = this;
    if (!screen || !read.ok) return;
    const ticking = new Set([...screen.ticking].filter((each) => each !== key));
    desk.store.set({
      screen: { ...screen, reading: read.value, ticking },
      notice: done.ok ? null : tickNotice(done.error),
    });
  }
}
