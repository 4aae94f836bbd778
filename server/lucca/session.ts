/** One job's conversation with one account: sends, waits, insists a little, and says what failed. */
import { luccaCallNames } from '../../shared/messages/fr/lucca.ts';
import type { LuccaAccount, LuccaCredentials, PageMemory } from './connector.ts';
import { failureOf, isTooLong, mayPass, type LuccaCall } from './failures.ts';
import { attemptOnce, type HttpRequest, type Outcome } from './http/attempt.ts';
import { waitTelling, type Bucket } from './http/bucket.ts';
import type { Clock } from './http/clock.ts';
import { LuccaFailure } from './http/failure.ts';
import type { Limits } from './http/limits.ts';
import type { Progress } from './progress.ts';

/** What every session of one account shares. */
export interface Line {
  readonly account: LuccaAccount;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly bucket: Bucket;
}

export interface SessionOptions {
  readonly credentials: LuccaCredentials;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  readonly pages: PageMemory;
}

export interface Ask extends HttpRequest {
  readonly call: LuccaCall;
  readonly on401: 'wrongKey' | 'wrongClient';
  /** Tries allowed when Lucca finds the request too long (408), where fewer than usual make sense. */
  readonly tooLongAttempts?: number;
}

export interface Session extends SessionOptions {
  readonly line: Line;
  /** The JSON of the reply. Throws a `LuccaFailure`. */
  ask(ask: Ask): Promise<unknown>;
  /** {@link ask}, for a path of v3 or v4 with the key. */
  get(call: LuccaCall, path: string, tooLongAttempts?: number): Promise<unknown>;
  /** {@link ask}, for a form sent to a path of v3 or v4 with the key. */
  post(call: LuccaCall, path: string, form: { readonly type: string; readonly content: string }): Promise<unknown>;
  /** The failure of a reply that is JSON but in none of Lucca's forms: another site when it is the first one. */
  oddReply(call: LuccaCall): LuccaFailure;
}

/** A key is one printable word: anything else would make the network layer quote it in an error. */
const PRINTABLE = /^[\x21-\x7e]{1,400}$/;

/** Opens a session on `line`. The number of requests is counted by `progress`. */
export function openSession(line: Line, options: SessionOptions): Session {
  const { credentials, signal, progress } = options;
  const { clock, limits, bucket } = line;
  const atLimit = (seconds: number): void => progress.waiting(seconds, 'limit');
  const afterFault = (seconds: number): void => progress.waiting(seconds, 'fault');
  let replies = 0;

  function cancelled(call: LuccaCall): LuccaFailure {
    return new LuccaFailure({ code: 'cancelled', call: luccaCallNames[call]() });
  }

  async function once(ask: Ask): Promise<Outcome> {
    const release = await bucket.take(signal, atLimit);
    progress.request();
    try {
      const { url, method, headers, body } = ask;
      const request = { url, method, headers, ...(body === undefined ? {} : { body }) };
      return await attemptOnce(line.fetch, request, limits, signal, () => clock.now());
    } finally {
      release();
    }
  }

  /** Full jitter, over what Lucca asked when it asked; undefined when that is longer than we hold a run for. */
  function msBefore(outcome: Outcome, attempt: number): number | undefined {
    const jitter = clock.random() * Math.min(limits.backoffCapMs, limits.backoffBaseMs * 2 ** (attempt - 1));
    if (outcome.kind !== 'refused') return jitter;
    const asked = outcome.retryAfterMs ?? (outcome.status === 429 ? limits.windowMs / 4 : 0);
    return asked > limits.longestWaitMs ? undefined : asked + jitter;
  }

  async function pauseBefore(outcome: Outcome, ms: number): Promise<void> {
    // A limit concerns everybody who talks to the account; a fault concerns this request only.
    if (outcome.kind === 'refused' && outcome.status === 429) bucket.pause(ms);
    else await waitTelling(clock, ms, signal, afterFault);
  }

  async function insist(ask: Ask): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await once(ask);
      signal.throwIfAborted();
      if (outcome.kind === 'json') {
        replies += 1;
        return outcome.body;
      }
      const allowed = isTooLong(outcome) ? (ask.tooLongAttempts ?? limits.attempts) : limits.attempts;
      const ms = mayPass(outcome) && attempt < allowed ? msBefore(outcome, attempt) : undefined;
      if (ms === undefined) throw new LuccaFailure(failureOf(outcome, ask, replies > 0));
      await pauseBefore(outcome, ms);
    }
  }

  async function ask(asked: Ask): Promise<unknown> {
    try {
      signal.throwIfAborted();
      return await insist(asked);
    } catch (error) {
      throw signal.aborted ? cancelled(asked.call) : error;
    }
  }

  /** {@link ask} with the key of the customer. */
  function keyed(asked: Omit<Ask, 'url' | 'on401'>, path: string): Promise<unknown> {
    const key = credentials.apiKey.trim();
    if (!PRINTABLE.test(key)) {
      return Promise.reject(new LuccaFailure({ code: 'wrongKey', call: luccaCallNames[asked.call]() }));
    }
    const headers = { ...asked.headers, authorization: `lucca application=${key}`, accept: 'application/json' };
    return ask({ ...asked, url: `${line.account.origin}${path}`, headers, on401: 'wrongKey' });
  }

  return {
    ...options,
    line,
    ask,
    get: (call, path, tooLongAttempts) =>
      keyed({ call, method: 'GET', headers: {}, ...(tooLongAttempts === undefined ? {} : { tooLongAttempts }) }, path),
    post: (call, path, { type, content }) =>
      keyed({ call, method: 'POST', headers: { 'content-type': type }, body: content }, path),
    oddReply: (call) => new LuccaFailure({ code: replies > 1 ? 'badReply' : 'notLucca', call: luccaCallNames[call]() }),
  };
}
