/** At most so many requests in any window of time, for everything that talks to one account. */
import type { Clock } from './clock.ts';
import type { Limits } from './limits.ts';

export interface Bucket {
  /** Waits for a place, telling the seconds left; answers what to call once the reply has ended. Rejects when aborted. */
  take(signal: AbortSignal, onWait: (seconds: number) => void): Promise<() => void>;
  /** Nobody sends during the next `ms`. */
  pause(ms: number): void;
}

const SLICE_MS = 1_000;
const ALL_IN_FLIGHT_MS = 50;

/** Waits `ms` in slices, so that a person sees the seconds go down. */
export async function waitTelling(
  clock: Clock,
  ms: number,
  signal: AbortSignal,
  onWait: (seconds: number) => void,
): Promise<void> {
  try {
    for (let left = ms; left > 0; left -= SLICE_MS) {
      if (ms >= SLICE_MS) onWait(Math.ceil(left / 1_000));
      await clock.wait(Math.min(left, SLICE_MS), signal);
    }
  } finally {
    if (ms >= SLICE_MS) onWait(0);
  }
}

/**
 * A place is held from the moment a request leaves until `windowMs` after its reply has ended: whenever Lucca counts the
 * request in between, it never sees more than `requestsPerWindow` of them in one window.
 */
export function createBucket(limits: Pick<Limits, 'requestsPerWindow' | 'windowMs'>, clock: Clock): Bucket {
  const ended: number[] = [];
  let inFlight = 0;
  let closedUntil = 0;

  function msUntilPlace(): number {
    const now = clock.now();
    while (ended[0] !== undefined && ended[0] + limits.windowMs < now) ended.shift();
    const closed = Math.max(0, closedUntil - now);
    if (inFlight + ended.length < limits.requestsPerWindow) return closed;
    const oldest = ended[0];
    return Math.max(closed, oldest === undefined ? ALL_IN_FLIGHT_MS : oldest + limits.windowMs - now + 1);
  }

  return {
    async take(signal, onWait) {
      for (let ms = msUntilPlace(); ms > 0; ms = msUntilPlace()) await waitTelling(clock, ms, signal, onWait);
      inFlight += 1;
      return () => {
        inFlight -= 1;
        ended.push(clock.now());
      };
    },
    pause(ms) {
      closedUntil = Math.max(closedUntil, clock.now() + ms);
    },
  };
}
