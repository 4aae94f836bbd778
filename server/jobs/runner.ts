/** Runs: one at a time per connection, followed while they go on, cancellable, resumed by page after a failure. */
import type { Run, RunRequest, RunTrigger } from '../../shared/contracts/schemas.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type { ConnectionRecord } from '../store/store.ts';
import { liveRun, newRun, type LiveRun, type StopReason } from './liveRun.ts';
import { performRun, type RunPorts } from './performRun.ts';

export interface RunnerPorts extends RunPorts {
  readonly newId: () => string;
}

/** What the service itself says of a run that it starts. */
export interface Automatic {
  readonly trigger: RunTrigger;
  readonly evenings?: number;
}

export interface Runner {
  /** Starts in the background and answers at once; refused with the run that goes on when there is one. */
  start(connection: ConnectionRecord, request: RunRequest, automatic?: Automatic): Promise<Result<Run, Run>>;
  find(runId: string): Promise<Run | null>;
  /** Asks the run to stop and answers its present state; an ended run is answered as it is. */
  cancel(runId: string): Promise<Run | null>;
  /** The run that goes on for a connection, else the last one. */
  latest(connectionId: string): Promise<Run | null>;
  /** At most `limit`, the latest first, the one that goes on as it stands. */
  history(connectionId: string, limit: number): Promise<readonly Run[]>;
  /** Resolves once no run goes on for the connection; at once when there is none. */
  settled(connectionId: string): Promise<void>;
  /** Cancels what goes on for a connection, waits for its end, forgets its pages. */
  release(connectionId: string): Promise<void>;
  /** Interrupts every run and waits for their ends. */
  close(): Promise<void>;
}

export function createRunner(ports: RunnerPorts): Runner {
  const live = new Map<string, LiveRun>();
  /** Last run of a connection whose end the disk refused: told from here until the next one. */
  const unsaved = new Map<string, Run>();

  async function finish(connection: ConnectionRecord, entry: LiveRun): Promise<void> {
    const ended = await performRun(ports, connection, entry);
    try {
      await ports.store.saveRun(ended);
    } catch (error) {
      ports.onFault(error);
      unsaved.set(connection.id, ended);
    }
    live.delete(connection.id);
    entry.end();
  }

  async function start(
    connection: ConnectionRecord,
    request: RunRequest,
    automatic?: Automatic,
  ): Promise<Result<Run, Run>> {
    const running = live.get(connection.id);
    if (running) return fail(running.run);
    const run = newRun({
      id: ports.newId(),
      connectionId: connection.id,
      months: [...new Set(request.months)].sort(),
      startedAt: ports.now(),
      startedBy: request.startedBy,
      ...automatic,
    });
    const entry = liveRun(run, request);
    live.set(connection.id, entry);
    try {
      await ports.store.saveRun(run);
    } catch (error) {
      live.delete(connection.id);
      entry.end();
      throw error;
    }
    unsaved.delete(connection.id);
    void finish(connection, entry);
    return ok(run);
  }

  function stop(entry: LiveRun | undefined, reason: StopReason): void {
    if (!entry || entry.run.step === 'saving') return;
    entry.stopped ??= reason;
    entry.abort.abort();
  }

  const byId = (runId: string) => [...live.values()].find((entry) => entry.run.id === runId);

  async function find(runId: string): Promise<Run | null> {
    const known = byId(runId)?.run ?? [...unsaved.values()].find((run) => run.id === runId);
    return known ?? (await ports.store.run(runId));
  }

  return {
    start,
    find,
    cancel(runId) {
      stop(byId(runId), 'cancelled');
      return find(runId);
    },
    async latest(connectionId) {
      const known = live.get(connectionId)?.run ?? unsaved.get(connectionId);
      return known ?? (await ports.store.runs(connectionId, 1))[0] ?? null;
    },
    async history(connectionId, limit) {
      const known = live.get(connectionId)?.run ?? unsaved.get(connectionId);
      const kept = await ports.store.runs(connectionId, limit);
      return known ? kept.map((run) => (run.id === known.id ? known : run)) : kept;
    },
    async settled(connectionId) {
      await live.get(connectionId)?.ended;
    },
    async release(connectionId) {
      const entry = live.get(connectionId);
      stop(entry, 'cancelled');
      await entry?.ended;
      unsaved.delete(connectionId);
      ports.pages.forget(connectionId);
    },
    async close() {
      const entries = [...live.values()];
      for (const entry of entries) stop(entry, 'interrupted');
      await Promise.all(entries.map((entry) => entry.ended));
      ports.pages.close();
    },
  };
}
