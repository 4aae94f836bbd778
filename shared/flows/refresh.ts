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

/** Starts a run and watches it. Answers the run as it ended, whatever its end: `done`, `failed`, `cancelled`. */
export async function refresh(
  ports: RefreshPorts,
  connectionId: string,
  request: RunRequest,
  options: WatchOptions = {},
): Promise<Result<Run, ServiceError>> {
  const started = await ports.service.startRun(connectionId, request);
  if (!started.ok) return started;
  options.onRun?.(started.value);
  return watchRun(ports, started.value.id, options);
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
