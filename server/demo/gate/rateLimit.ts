export interface RateLimit {
  /** Requests allowed in the window. */
  readonly limit: number;
  readonly windowSeconds: number;
  /** How `Retry-After` is written. */
  readonly retryAfter: 'seconds' | 'date';
}

export const LUCCA_RATE_LIMIT: RateLimit = { limit: 50, windowSeconds: 60, retryAfter: 'seconds' };

export interface RateGate {
  /** Lets a request in, or answers the `Retry-After` to send with the 429. A refused request does not count. */
  enter(): { readonly retryAfter: string } | undefined;
}

/** One sliding window for the whole tenant, whoever calls. */
export function createRateGate(rate: RateLimit, now: () => number): RateGate {
  const entered: number[] = [];
  return {
    enter: () => {
      const time = now();
      const windowMs = rate.windowSeconds * 1000;
      while (entered.length > 0 && (entered[0] ?? 0) <= time - windowMs) entered.shift();
      if (entered.length < rate.limit) {
        entered.push(time);
        return undefined;
      }
      return { retryAfter: writeRetryAfter(rate, (entered[0] ?? time) + windowMs, time) };
    },
  };
}

/** Both forms count whole seconds, so both are rounded up: who waits exactly that long is let in. */
function writeRetryAfter(rate: RateLimit, opensAt: number, time: number): string {
  if (rate.retryAfter === 'date') return new Date(Math.ceil(opensAt / 1000) * 1000).toUTCString();
  return String(Math.ceil((opensAt - time) / 1000));
}
