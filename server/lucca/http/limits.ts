/** What one account is asked, at most, and how long we insist. Lucca's own limits: docs/lucca-api.md. */
export interface Limits {
  /** Lucca allows 50 requests per 60 s to all the tools of a customer together: we leave some to the others. */
  readonly requestsPerWindow: number;
  readonly windowMs: number;
  /** Tries of one request, the first included. */
  readonly attempts: number;
  /** Lucca cuts a request itself after 5 s; ours is for a network that stalls. */
  readonly requestTimeoutMs: number;
  readonly maxReplyBytes: number;
  readonly backoffBaseMs: number;
  readonly backoffCapMs: number;
  /** A `Retry-After` beyond this ends the run, which says how long to wait, instead of holding it. */
  readonly longestWaitMs: number;
}

export const defaultLimits: Limits = {
  requestsPerWindow: 45,
  windowMs: 60_000,
  attempts: 5,
  requestTimeoutMs: 20_000,
  maxReplyBytes: 64 * 1024 * 1024,
  backoffBaseMs: 1_000,
  backoffCapMs: 30_000,
  longestWaitMs: 120_000,
};
