/** « Actualiser »: has the service read Lucca, and watches it until it ends. */
import { fail, ok, type Result } from '../domain/result.ts';
import type { Run, RunRequest } from '../contracts/schemas.ts';
import type { Service, ServiceError } from '../contracts/service.ts';
import type { Clock, Signal } from './ports.ts';

export interface RefreshPorts {
  readonly service: Service;
  readonly clock: Clock;
}

/** The signal asks the service to stop the run; `onRun` is called with each state seen. */
export interface WatchOptions {
  readonly signal?: Signal;
  readonly onRun?: (run: Run) => void;
}

const POLL_MILLISECONDS = 500;
/** Polls without an answer before the service is said to be out of reach: five seconds. */
const SILENT_POLLS = 10;

/** The run that the service started by itself and that goes on; undefined for any other refusal. */
function automaticRun(error: ServiceError): string | undefined {
  if (error.code !== 'refused' || error.problem.code !== 'runInProgress') return undefined;
  const { trigger, runId } = error.problem.facts;
  return trigger === undefined || runId === undefined ? undefined : String(runId);
}

/** Whether what `run` read is all that was asked for. */
function covers(run: Run, { months, topics = [], acceptDepartures }: RunRequest): boolean {
  return topics.length === 0 && !acceptDepartures && months.every((month) => run.months.includes(month));
}

/**
 * Starts a run and watches it. Answers the run as it ended, whatever its end: `done`, `failed`, `cancelled`. A run that the service started
 * by itself is watched instead of being refused, and ours follows when it did not read what was asked.
 */
export async function refresh(
  ports: RefreshPorts,
  connectionId: string,
  request: RunRequest,
  options: WatchOptions = {},
): Promise<Result<Run, ServiceError>> {
  for (;;) {
    const started = await ports.service.startRun(connectionId, request);
    if (started.ok) {
      options.onRun?.(started.value);
      return watchRun(ports, started.value.id, options);
    }
    const underWay = automaticRun(started.error);
    if (underWay === undefined) return started;
    const ended = await watchRun(ports, underWay, options);
    if (!ended.ok || ended.value.state !== 'done' || covers(ended.value, request)) return ended;
  }
}

/** Watches a run until it ends: ours, or one that somebody else started. */
export async function watchRun(
  ports: RefreshPorts,
  runId: string,
  options: WatchOptions = {},
): Promise<Result<Run, ServiceError>> {
  let silent = 0;
  let cancelled = false;
  for (;;) {
    if (options.signal?.aborted && !cancelled) {
      await ports.service.cancelRun(runId);
      cancelled = true;
    }
    const run = await ports.service.run(runId);
    if (run.ok) {
      silent = 0;
      options.onRun?.(run.value);
      if (run.value.state !== 'running') return ok(run.value);
    } else if (run.error.code !== 'unreachable' || ++silent >= SILENT_POLLS) {
      return fail(run.error);
    }
    await ports.clock.wait(POLL_MILLISECONDS, cancelled ? undefined : options.signal);
  }
}
