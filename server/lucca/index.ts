/** The Lucca client: one connector per account. */
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type { LuccaAccount, LuccaConnector, LuccaError } from './connector.ts';
import { importEntitlements } from './entitlements.ts';
import { createBucket } from './http/bucket.ts';
import { systemClock, type Clock } from './http/clock.ts';
import { LuccaFailure } from './http/failure.ts';
import { defaultLimits, type Limits } from './http/limits.ts';
import { createProgress } from './progress.ts';
import { probeAccount } from './probe.ts';
import { pullAccount } from './pull.ts';
import { openSession, type Line } from './session.ts';

export { resolveAccount, type AddressRefusal } from './account.ts';

export interface ConnectorOptions extends Partial<Clock> {
  readonly fetch?: typeof fetch;
  readonly limits?: Partial<Limits>;
}

/** A person waits for the answer: two tries tell a hiccup from a wrong address, and a long wait is better said than made. */
const PROBE_LIMITS = { attempts: 2, longestWaitMs: 5_000 };

/** What was sent may have arrived, whatever came back: a second try could credit everybody twice. */
const SENT_ONCE = { attempts: 1, longestWaitMs: 5_000 };

const unkept = { get: () => undefined, set: () => undefined };

async function asResult<T>(work: Promise<T>): Promise<Result<T, LuccaError>> {
  try {
    return ok(await work);
  } catch (error) {
    if (error instanceof LuccaFailure) return fail(error.reason);
    throw error;
  }
}

function lineTo(account: LuccaAccount, options: ConnectorOptions): Line {
  const { fetch: fetchIt = fetch, limits: changed, ...time } = options;
  const clock: Clock = { ...systemClock, ...time };
  const limits = { ...defaultLimits, ...changed };
  return { account, clock, limits, fetch: fetchIt, bucket: createBucket(limits, clock) };
}

/**
 * The door to one account. Everything that talks to the account must go through one connector: it holds the limit of requests.
 * Options replace the network, the clock, chance and the limits in tests.
 */
export function createConnector(account: LuccaAccount, options: ConnectorOptions = {}): LuccaConnector {
  const line = lineTo(account, options);
  const probeLine = { ...line, limits: { ...line.limits, ...PROBE_LIMITS } };
  const sendLine = { ...line, limits: { ...line.limits, ...SENT_ONCE } };
  return {
    probe(credentials, signal) {
      const progress = createProgress(() => undefined);
      return asResult(probeAccount(openSession(probeLine, { credentials, signal, progress, pages: unkept })));
    },
    pull(credentials, { months, signal, onProgress, pages, ...options }) {
      const progress = createProgress(onProgress);
      return asResult(pullAccount(openSession(line, { credentials, signal, progress, pages }), months, options));
    },
    importEntitlements(credentials, request, signal) {
      const progress = createProgress(() => undefined);
      return asResult(
        importEntitlements(openSession(sendLine, { credentials, signal, progress, pages: unkept }), request),
      );
    },
  };
}
