/** The runs that the service starts by itself: at the connection of an account, then once each evening. */
import type { Evening } from '../../../shared/contracts/eveningSchemas.ts';
import type { EveningSettings } from '../../../shared/contracts/eveningSettings.ts';
import type { Run } from '../../../shared/contracts/schemas.ts';
import { firstActor } from '../../../shared/messages/fr/employees/evening.ts';
import type { ConnectionRecord, EveningRecord } from '../../store/store.ts';
import { chosen, dueOf, heldRecord, planOf } from './dueRuns.ts';
import { guarded, type EveningPorts } from './eveningPorts.ts';
import { createTries } from './eveningTries.ts';
import { createMailDesk, type MailDesk } from './mailDesk.ts';
import { nextEvening } from './nextEvening.ts';

export interface Evenings {
  /** Looks once whether something is due; resolves when what was due is done. Looking again meanwhile starts nothing twice. */
  look(): Promise<void>;
  /** An account was connected: it is read at once, unless it was read before. Resolves when the run has started. */
  connected(connection: ConnectionRecord): Promise<void>;
  view(connection: ConnectionRecord): Promise<Evening>;
  save(connection: ConnectionRecord, settings: EveningSettings): Promise<Evening>;
  readonly trial: MailDesk['trial'];
  readonly transfer: MailDesk['transfer'];
  /** Nothing is started any more. */
  stop(): void;
  /** Resolves when what was started is over. */
  settled(): Promise<void>;
}

export function createEvenings(ports: EveningPorts, isAutomatic: boolean): Evenings {
  const { store, runner, now, zone } = ports;
  const desk = createMailDesk(ports);
  const attended = new Map<string, Promise<void>>();
  const welcomes = new Set<Promise<void>>();
  let isStopped = false;
  let isResumed = false;
  const tries = createTries(ports, desk, () => isStopped);

  async function held(connection: ConnectionRecord): Promise<EveningRecord> {
    const record = await store.evening(connection.id);
    if (heldRecord(record, zone, now()) === record) return record;
    const head = await store.mirror(connection.id);
    const read = head && {
      change: head.lastChange,
      at: head.asOf,
      unread: [...head.unreadFields, ...head.missingRights],
    };
    return store.changeEvening(connection.id, (each) => {
      const mailed = each.lastDay === null ? (each.mailed ?? read) : each.mailed;
      return { ...heldRecord(each, zone, now()), mailed };
    });
  }

  async function attend(connection: ConnectionRecord): Promise<void> {
    const record = await held(connection);
    const due = record.settings.enabled ? dueOf(planOf(record, zone), record, now()) : undefined;
    if (due) await tries.evening(connection, due);
  }

  /** One thing at a time for each connection. */
  function attendTo(connection: ConnectionRecord, task: () => Promise<void>): Promise<void> {
    const known = attended.get(connection.id);
    if (known) return known;
    const work = guarded(ports, task).finally(() => attended.delete(connection.id));
    attended.set(connection.id, work);
    return work;
  }

  async function welcome(connection: ConnectionRecord, run: Run): Promise<void> {
    const over = await tries.ended(run);
    if (over.state === 'done' || over.state === 'failed') await desk.post(connection, over, 1);
  }

  async function view(connection: ConnectionRecord): Promise<Evening> {
    const record = await store.evening(connection.id);
    const { settings } = record;
    const { lastDay } = record.lastDay === null ? record : heldRecord(record, zone, now());
    const nextAt = isAutomatic && settings.enabled ? nextEvening(planOf(record, zone), lastDay, now()) : null;
    return { ...settings, recipients: [...settings.recipients], zone, nextAt, mail: ports.mailFor(connection).kind };
  }

  async function resume(connections: readonly ConnectionRecord[]): Promise<void> {
    if (isResumed) return;
    isResumed = true;
    for (const each of connections) await desk.resume(each);
  }

  async function lookAll(): Promise<void> {
    const connections = await store.connections();
    await resume(connections);
    // What waits to be sent does not wait for a long reading.
    const sent = guarded(ports, () => desk.sendWaiting());
    await Promise.all([sent, ...connections.map((each) => attendTo(each, () => attend(each)))]);
  }

  return {
    async look() {
      if (!isStopped) await guarded(ports, lookAll);
    },
    async connected(connection) {
      const { firstRecipients } = ports.mailFor(connection);
      if (!isAutomatic || isStopped || (await store.mirror(connection.id))) return;
      await store.changeEvening(connection.id, (each) => {
        const recipients = each.settings.recipients.length === 0 ? [...firstRecipients] : each.settings.recipients;
        return { ...each, settings: { ...each.settings, recipients } };
      });
      const request = { months: [...ports.months()], startedBy: firstActor };
      const run = await runner.start(connection, request, { trigger: 'first' });
      if (!run.ok) return;
      const work = guarded(ports, () => welcome(connection, run.value)).finally(() => welcomes.delete(work));
      welcomes.add(work);
    },
    view,
    async save(connection, settings) {
      await store.changeEvening(connection.id, (each) => chosen(each, settings, zone, now()));
      return view(connection);
    },
    trial: (connection) => desk.trial(connection),
    transfer: (connection, mail) => desk.transfer(connection, mail),
    stop() {
      isStopped = true;
      desk.stop();
    },
    async settled() {
      await Promise.all([...attended.values(), ...welcomes]);
    },
  };
}
