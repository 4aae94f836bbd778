/** The runs that the service starts by itself: at the connection of an account, then once each evening. */
import type { Evening } from '../../../shared/contracts/eveningSchemas.ts';
import type { EveningSettings } from '../../../shared/contracts/eveningSettings.ts';
import type { Run, RunTrigger } from '../../../shared/contracts/schemas.ts';
import { dueEvening, lastEvening, type EveningPlan } from '../../../shared/domain/calendar/eveningRuns.ts';
import { addMinutes, type Instant, type PlainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { eveningActor, firstActor } from '../../../shared/messages/fr/employees/evening.ts';
import type { ConnectionRecord, EveningRecord, EveningRetry } from '../../store/store.ts';
import { guarded, type EveningPorts } from './eveningPorts.ts';
import { createMailDesk, type MailDesk } from './mailDesk.ts';
import { nextEvening } from './nextEvening.ts';

/** An evening that fails on a fault that passes is tried so many times in all, so far apart. */
export const MOST_TRIES = 3;
export const RETRY_MINUTES = 15;

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

/** A run that is due now. */
interface Due {
  readonly day: PlainDate;
  readonly trigger: RunTrigger;
  readonly evenings: number;
  readonly tries: number;
}

function dueOf(plan: EveningPlan, { lastDay, retry }: EveningRecord, now: Instant): Due | undefined {
  const due = lastDay === null ? undefined : dueEvening(plan, lastDay, now);
  if (due) return { day: due.day, trigger: due.late ? 'catchUp' : 'evening', evenings: due.evenings, tries: 1 };
  if (!retry || retry.at > now) return undefined;
  return { day: retry.day, trigger: 'retry', evenings: retry.evenings, tries: retry.tries + 1 };
}

export function createEvenings(ports: EveningPorts, isAutomatic: boolean): Evenings {
  const { store, runner, now, zone } = ports;
  const desk = createMailDesk(ports);
  const attended = new Map<string, Promise<void>>();
  const welcomes = new Set<Promise<void>>();
  let isStopped = false;
  let isResumed = false;

  const planOf = ({ settings }: EveningRecord): EveningPlan => ({ time: settings.time, zone });

  /** Evenings before the service first looked need no run. */
  async function held(connection: ConnectionRecord): Promise<EveningRecord> {
    const record = await store.evening(connection.id);
    if (record.lastDay !== null) return record;
    const lastDay = lastEvening(planOf(record), now());
    return store.changeEvening(connection.id, (each) => ({ ...each, lastDay }));
  }

  /** Read by somebody since it failed: there is nothing left to try again. */
  async function isReadSince(connection: ConnectionRecord, retry: EveningRetry): Promise<boolean> {
    const head = await store.mirror(connection.id);
    return head !== null && head.asOf > addMinutes(retry.at, -RETRY_MINUTES);
  }

  /** The day is on the disk before its run starts: whatever happens to the process, it is not run twice. */
  async function started(connection: ConnectionRecord, { day, trigger, evenings }: Due): Promise<Run | undefined> {
    const request = { months: [...ports.months()], startedBy: eveningActor };
    while (!isStopped) {
      await runner.settled(connection.id);
      await store.changeEvening(connection.id, (each) => ({ ...each, lastDay: day, retry: null }));
      const run = await runner.start(connection, request, trigger === 'catchUp' ? { trigger, evenings } : { trigger });
      if (run.ok) return run.value;
    }
    return undefined;
  }

  async function ended(run: Run): Promise<Run> {
    await runner.settled(run.connectionId);
    return (await runner.find(run.id)) ?? run;
  }

  async function evening(connection: ConnectionRecord, due: Due): Promise<void> {
    const { retry } = await store.evening(connection.id);
    if (due.trigger === 'retry' && retry && (await isReadSince(connection, retry))) {
      await store.changeEvening(connection.id, (each) => ({ ...each, retry: null }));
      return;
    }
    const run = await started(connection, due);
    if (!run) return;
    const over = await ended(run);
    const isPassing = over.state === 'failed' && PASSING.has(over.problem?.code ?? '');
    if (isPassing && due.tries < MOST_TRIES) {
      const next = { day: due.day, tries: due.tries, evenings: due.evenings, at: addMinutes(now(), RETRY_MINUTES) };
      await store.changeEvening(connection.id, (each) => ({ ...each, retry: next }));
    } else if (over.state === 'done' || over.state === 'failed') {
      await desk.post(connection, over, due.tries);
    }
  }

  async function attend(connection: ConnectionRecord): Promise<void> {
    const record = await held(connection);
    const due = record.settings.enabled ? dueOf(planOf(record), record, now()) : undefined;
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
    const { settings, lastDay } = await store.evening(connection.id);
    const nextAt = isAutomatic && settings.enabled ? nextEvening({ time: settings.time, zone }, lastDay, now()) : null;
    return { ...settings, recipients: [...settings.recipients], zone, nextAt, mail: ports.mailFor(connection).kind };
  }

  /** A time that is already past today begins tomorrow: choosing it starts nothing. */
  function chosen({ settings: before, lastDay, retry }: EveningRecord, settings: EveningSettings) {
    if (before.time === settings.time && before.enabled === settings.enabled) return { settings };
    const passed = lastEvening({ time: settings.time, zone }, now());
    const isLater = lastDay !== null && lastDay > passed;
    return { settings, lastDay: isLater ? lastDay : passed, retry: settings.enabled ? retry : null };
  }

  async function resume(connections: readonly ConnectionRecord[]): Promise<void> {
    if (isResumed) return;
    isResumed = true;
    for (const each of connections) await desk.resume(each);
  }

  async function lookAll(): Promise<void> {
    const connections = await store.connections();
    await resume(connections);
    await Promise.all(connections.map((each) => attendTo(each, () => attend(each))));
    await guarded(ports, () => desk.sendWaiting());
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
      await store.changeEvening(connection.id, (each) => ({ ...each, ...chosen(each, settings) }));
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
