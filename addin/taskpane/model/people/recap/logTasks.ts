/** « Tout ce qui a changé dans Lucca » in the pane. */
import type { Sensitivity } from '../../../../../shared/domain/people/employeeFields.ts';
import type { Result } from '../../../../../shared/domain/result.ts';
import type { MirrorError } from '../../../../../shared/flows/mirrorPages.ts';
import { olderChanges, readChangeLog, type ChangeLog } from '../../../../../shared/flows/recap/changeLog.ts';
import type { PaneDesk } from '../../desk.ts';
import { tellUnanswered } from '../../serviceWays.ts';

export class LogTasks {
  private readonly desk: PaneDesk;

  constructor(desk: PaneDesk) {
    this.desk = desk;
  }

  async open(): Promise<void> {
    const { connection } = this.desk.store.get();
    if (!connection) return;
    this.desk.show({ name: 'working', progress: { step: 'read', done: 0, total: 0 }, cancelling: false });
    return this.shown(await readChangeLog(this.desk.ports, connection.id, this.desk.working()), 'open');
  }

  private async shown(log: Result<ChangeLog, MirrorError>, upTo: Sensitivity): Promise<void> {
    if (log.ok) this.desk.show({ name: 'peopleChanges', log: log.value, upTo });
    else await tellUnanswered(this.desk, { code: 'service', error: log.error });
  }

  /** « Charger les plus anciens »; from the beginning again when a run ended meanwhile. */
  async older(): Promise<void> {
    const { connection, screen } = this.desk.store.get();
    if (!connection || screen.name !== 'peopleChanges') return;
    const more = await olderChanges(this.desk.ports.service, connection.id, screen.log);
    if (!more.ok && more.error.code === 'restless') return this.open();
    return this.shown(more, screen.upTo);
  }

  reveal(upTo: Sensitivity): void {
    const { screen } = this.desk.store.get();
    if (screen.name === 'peopleChanges') this.desk.store.set({ screen: { ...screen, upTo } });
  }
}
