import type { Run } from '../../shared/contracts/schemas.ts';
import type { PullProgress } from './connector.ts';

/** What a pull has done so far, told after each change. */
export interface Progress {
  readonly step: (step: PullProgress['step']) => void;
  /** Rows read in this step, and rows expected (0: not known). */
  readonly rows: (done: number, total: number) => void;
  readonly waiting: (seconds: number, reason: NonNullable<Run['waitingFor']>) => void;
  readonly request: () => void;
  readonly requests: number;
}

export function createProgress(tell: (progress: PullProgress) => void): Progress {
  let now: PullProgress = { step: 'starting', done: 0, total: 0, waitingSeconds: 0, requests: 0 };
  const change = (part: Partial<PullProgress>): void => {
    now = { ...now, ...part };
    tell(now);
  };
  return {
    step: (step) => change({ step, done: 0, total: 0 }),
    rows: (done, total) => change({ done, total }),
    waiting: (waitingSeconds, waitingFor) => change({ waitingSeconds, waitingFor }),
    request: () => change({ requests: now.requests + 1 }),
    get requests() {
      return now.requests;
    },
  };
}
