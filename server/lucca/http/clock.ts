import { setTimeout as sleep } from 'node:timers/promises';

/** Time and chance, given from outside so that tests decide them. `now` and `wait` are in milliseconds; `random` is in [0, 1). */
export interface Clock {
  readonly now: () => number;
  /** Ends early, and rejects, when the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
}

export const systemClock: Clock = {
  // Never goes back, unlike the wall clock of a machine that is being set right.
  now: () => performance.timeOrigin + performance.now(),
  wait: (ms, signal) => sleep(ms, undefined, { signal }),
  random: () => Math.random(),
};
