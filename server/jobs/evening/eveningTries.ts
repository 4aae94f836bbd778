/** One evening, from its first try to its last: a run that is started and waited for, then the mail, or another try. */
import type { Run } from '../../../shared/contracts/schemas.ts';
import { addMinutes } from '../../../shared/domain/calendar/plainDate.ts';
import { eveningActor } from '../../../shared/messages/fr/employees/evening.ts';
import type { ConnectionRecord, EveningRetry } from '../../store/store.ts';
import { MOST_TRIES, RETRY_MINUTES, withPause, withTry, type Due } from './dueRuns.ts';
import type { EveningPorts } from './eveningPorts.ts';
import type { MailDesk } from './mailDesk.ts';

/** What may be gone in a quarter of an hour. */
const PASSING: ReadonlySet<string> = new Set([
  'luccaUnreachable',
  'luccaRateLimited',
  'luccaTimeout',
  'luccaServerError',
  'luccaBadReply',
  'luccaUnstable',
]);

/** Runs among which the one of a try that was cut short is looked for. */
const LATELY = 50;

const EVENING_TRIGGERS: ReadonlySet<string | undefined> = new Set(['evening', 'catchUp', 'retry']);

export interface Tries {
  /** Tries the evening that is due, unless there is nothing left to try; resolves when the try is over, and told. */
  evening(connection: ConnectionRecord, due: Due): Promise<void>;
  /** The run, once it is over. */
  ended(run: Run): Promise<Run>;
}

/** `isStopped`: nothing is started any more. */
export function createTries(ports: EveningPorts, desk: Pick<MailDesk, 'post'>, isStopped: () => boolean): Tries {
  const { store, runner, now } = ports;

  /** Read by somebody since it failed: there is nothing left to try again. */
  async function isReadSince(connection: ConnectionRecord, retry: EveningRetry): Promise<boolean> {
    const head = await store.mirror(connection.id);
    return head !== null && head.asOf > addMinutes(retry.at, -RETRY_MINUTES);
  }

  /** Several tries of an evening are one successful run at most: see {@link takenUp}. */
  async function started(connection: ConnectionRecord, due: Due): Promise<Run | undefined> {
    const { trigger, evenings } = due;
    const request = { months: [...ports.months()], startedBy: eveningActor };
    while (!isStopped()) {
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

  return { evening, ended };
}
