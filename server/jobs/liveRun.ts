import type { Problem, Run, RunRequest, Topic } from '../../shared/contracts/schemas.ts';
import type { Instant } from '../../shared/domain/calendar/plainDate.ts';
import type { PullProgress } from '../lucca/connector.ts';

/** Why a run was told to stop before its end. */
export type StopReason = 'cancelled' | 'interrupted';

/** A run that goes on in this process. `run` is replaced, never changed, so what a reader holds stays what it was. */
export interface LiveRun {
  run: Run;
  /** What is read besides people, contracts and absences. */
  readonly topics: readonly Topic[];
  /** A person said that whoever is missing may be. */
  readonly acceptsDepartures: boolean;
  readonly abort: AbortController;
  stopped: StopReason | null;
  readonly ended: Promise<void>;
  readonly end: () => void;
}

type Known = 'id' | 'connectionId' | 'months' | 'startedAt' | 'startedBy' | 'trigger' | 'evenings';

/** The state of a run that starts now. */
export function newRun(known: Pick<Run, Known>): Run {
  return {
    ...known,
    state: 'running',
    endedAt: null,
    step: 'starting',
    done: 0,
    total: 0,
    waitingSeconds: 0,
    counts: { employees: 0, halfDays: 0, requests: 0, changes: 0 },
    problem: null,
  };
}

export function liveRun(run: Run, { topics, acceptDepartures = false }: RunRequest): LiveRun {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    run,
    topics: [...new Set(topics)],
    acceptsDepartures: acceptDepartures,
    abort: new AbortController(),
    stopped: null,
    ended,
    end: () => end(),
  };
}

/** The run after the connector said where it stands. */
export function progressed(run: Run, progress: PullProgress): Run {
  const { step, done, total, waitingSeconds, waitingFor, requests } = progress;
  const counts = {
    ...run.counts,
    requests,
    ...(step === 'employees' ? { employees: done } : {}),
    ...(step === 'absences' ? { halfDays: done } : {}),
  };
  return { ...run, step, done, total, waitingSeconds, ...(waitingFor ? { waitingFor } : {}), counts };
}

/** The run once over. `problem` says why when it did not end well. */
export function endedRun(run: Run, state: Run['state'], at: Instant, problem: Problem | null): Run {
  return { ...run, state, endedAt: at, step: 'ended', waitingSeconds: 0, problem };
}
