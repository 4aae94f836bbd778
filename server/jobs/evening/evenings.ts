/** The runs that the service starts by itself: at the connection of an account, then once each evening. */
import type { Evening } from '../../../shared/contracts/eveningSchemas.ts';
import type { EveningSettings } from '../../../shared/contracts/eveningSettings.ts';
import type { Run } from '../../../shared/contracts/schemas.ts';
import { addMinutes } from '../../../shared/domain/calendar/plainDate.ts';
import { eveningActor, firstActor } from '../../../shared/messages/fr/employees/evening.ts';
import type { ConnectionRecord, EveningRecord, EveningRetry } from '../../store/store.ts';
import {
  chosen,
  dueOf,
  heldRecord,
  MOST_TRIES,
  planOf,
  RETRY_MINUTES,
  withPause,
  withTry,
  type Due,
} from './dueRuns.ts';
import { guarded, type EveningPorts } from './eveningPorts.ts';
import { createMailDesk, type MailDesk } from './mailDesk.ts';
import { nextEvening } from './nextEvening.ts';

/** What may be gone in a quarter of an hour. */
const PASSING: ReadonlySet<string> = new Set([
  'luccaUnreachable',
  'luccaRateLimited',
  'luccaTimeout',
  'luccaServerError',
  'luccaBadReply',
  'luccaUnstable',
]);

export interface Evenings {
  /** Looks once whether something is due; resolves when what was due is done. Looking again meanwhile starts nothing twice. */
  look(): Promise<void>;
  /** An account was connected: it is read at once, unless it was read before. Resolves when the run has started. */
  connected(connection: ConnectionRecord): Promise<void>;
  view(connection: ConnectionRecord): Promise<Evening>;
  save(connection: ConnectionRecord, settings: EveningSettings): Promise<Evening>;
  readonly trial: MailDesk['trial'];
  /** Nothing is started any more. */
  stop(): void;
  /** Resolves when what was started is over. */
  settled(): Promise<void>;
}

/** Runs among which the one of a try that was cut short is looked for. */
const LATELY = 50;

const EVENING_TRIGGERS: ReadonlySet<string | undefined> = new Set(['evening', 'catchUp', 'retry']);

export function createEvenings(ports: EveningPorts, isAutomatic: boolean): Evenings {
  const { store, runner, now, zone } = ports;
  const desk = createMailDesk(ports);
  const attended = new Map<string, Promise<void>>();
  const welcomes = new Set<Promise<void>>();
  let isStopped = false;
  let isResumed = false;

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

  /** Read by somebody since it failed: there is nothing left to try again. */
  async function isReadSince(connection: ConnectionRecord, retry: EveningRetry): Promise<boolean> {
    const head = await store.mirror(connection.id);
    return head !== null && head.asOf > addMinutes(retry.at, -RETRY_MINUTES);
  }

  /** Several tries of an evening are one successful run at most: see {@link takenUp}. */
  async function started(connection: ConnectionRecord, due: Due): Promise<Run | undefined> {
    const { trigger, evenings } = due;
    const request = { months: [...ports.months()], startedBy: eveningActor };
    while (!isStopped) {
      await runner.settled(connection.id);
      await store.changeEvening(connection.id, (each) => withTry(each, due, now()));
      try {
        const run = await runner.start(
          connection,
          request,
          trigger === 'catchUp' ? { trigger, evenings } : { trigger },
        );
        if (run.ok) return run.value;
      } catch (error) {
        const at = addMinutes(now(), RETRY_MINUTES);
        await store.changeEvening(connection.id, (each) => withTry(each, due, at));
        throw error;
      }
    }
    return undefined;
  }

  async function ended(run: Run): Promise<Run> {
    await runner.settled(run.connectionId);
    return (await runner.find(run.id)) ?? run;
  }

  async function conclude(
    connection: ConnectionRecord,
    over: Run | undefined,
    tried: Pick<Due, 'day' | 'tries' | 'evenings'>,
  ): Promise<void> {
    const isPassing = over?.state === 'failed' && PASSING.has(over.problem?.code ?? '');
    if (isPassing && tried.tries < MOST_TRIES) {
      await store.changeEvening(connection.id, (each) => withPause(each, tried, now()));
      return;
    }
    if (over && over.state !== 'cancelled' && !over.mail) await desk.post(connection, over, tried.tries);
    await store.changeEvening(connection.id, (each) => ({ ...each, retry: null }));
  }

  /** A try whose end nobody saw, the process having died: true when it was over, or was the last one, and needs no other. */
  async function takenUp(connection: ConnectionRecord, retry: EveningRetry): Promise<boolean> {
    const runs = await store.runs(connection.id, LATELY);
    const found = runs.find(({ trigger, startedAt }) => EVENING_TRIGGERS.has(trigger) && startedAt >= retry.at);
    const over = found && (await ended(found));
    if (retry.tries < MOST_TRIES && (!over || over.state === 'interrupted')) return false;
    await conclude(connection, over, retry);
    return true;
  }

  /** Whether there is nothing left to try again. */
  async function isOver(connection: ConnectionRecord, retry: EveningRetry): Promise<boolean> {
    if (retry.isBegun) return takenUp(connection, retry);
    if (!(await isReadSince(connection, retry))) return false;
    const read = (await store.runs(connection.id, LATELY)).find(({ state }) => state === 'done');
    if (read && !read.mail) await desk.post(connection, read, 1);
    await store.changeEvening(connection.id, (each) => ({ ...each, retry: null }));
    return true;
  }

  async function evening(connection: ConnectionRecord, due: Due): Promise<void> {
    const { retry } = await store.evening(connection.id);
    if (due.trigger === 'retry' && retry && (await isOver(connection, retry))) return;
    const run = await started(connection, due);
    const over = run && (await ended(run));
    // Cut short by the end of the service: the next one takes it up.
    if (!over || over.state === 'interrupted' || over.state === 'running') return;
    await conclude(connection, over, due);
  }

  async function attend(connection: ConnectionRecord): Promise<void> {
    const record = await held(connection);
    const due = record.settings.enabled ? dueOf(planOf(record, zone), record, now()) : undefined;
    if (due) await evening(connection, due);
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
    const over = await ended(run);
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
    stop() {
      isStopped = true;
      desk.stop();
    },
    async settled() {
      await Promise.all([...attended.values(), ...welcomes]);
    },
  };
}
