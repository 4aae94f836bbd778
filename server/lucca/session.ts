/** One job's conversation with one account: sends, waits, insists a little, and says what failed. */
import { luccaCallNames, luccaRightNames } from '../../shared/messages/fr/lucca.ts';
import type { LuccaAccount, LuccaCredentials, LuccaError, PageMemory } from './connector.ts';
import { attemptOnce, type HttpRequest, type Outcome } from './http/attempt.ts';
import { waitTelling, type Bucket } from './http/bucket.ts';
import type { Clock } from './http/clock.ts';
import { LuccaFailure } from './http/failure.ts';
import type { Limits } from './http/limits.ts';
import type { Progress } from './progress.ts';

export type LuccaCall = keyof typeof luccaCallNames;

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
  /** The failure of a reply that is JSON but in none of Lucca's forms: another site when it is the first one. */
  oddReply(call: LuccaCall): LuccaFailure;
}

const RIGHTS: Readonly<Record<LuccaCall, keyof typeof luccaRightNames>> = {
  users: 'users',
  establishments: 'establishments',
  fieldDefinitions: 'customFields',
  contracts: 'contracts',
  leaves: 'leaves',
  leaveAccounts: 'leaves',
  token: 'personalRecords',
  personalRecords: 'personalRecords',
};

/** A key is one printable word: anything else would make the network layer quote it in an error. */
const PRINTABLE = /^[\x21-\x7e]{1,400}$/;

type Refused = Extract<Outcome, { kind: 'refused' }>;

function isTooLong(outcome: Outcome): boolean {
  return outcome.kind === 'refused' && outcome.status === 408;
}

function mayPass(outcome: Outcome): boolean {
  if (outcome.kind === 'refused') return outcome.status === 408 || outcome.status === 429 || outcome.status >= 500;
  return ['html', 'unreadable', 'stalled', 'lost'].includes(outcome.kind);
}

function refusalCode({ status, tokenError }: Refused, ask: Ask): LuccaError['code'] {
  if (status === 401 || tokenError === 'invalid_client') return ask.on401;
  if (tokenError === 'invalid_scope' || status === 403 || status === 404) return 'forbidden';
  if (status === 408) return 'timeout';
  if (status === 429) return 'rateLimited';
  return status >= 500 ? 'serverError' : 'badReply';
}

/** `met`: Lucca has already answered sensibly in this session, so an odd reply is an accident and not another site. */
function failureOf(outcome: Exclude<Outcome, { kind: 'json' }>, ask: Ask, met: boolean): LuccaError {
  const call = luccaCallNames[ask.call]();
  switch (outcome.kind) {
    case 'refused': {
      const { status, retryAfterMs, fromLucca } = outcome;
      if (!fromLucca && !met && status < 500) return { code: 'notLucca', call, status };
      const code = refusalCode(outcome, ask);
      const right = code === 'forbidden' ? { right: luccaRightNames[RIGHTS[ask.call]]() } : {};
      const wait = retryAfterMs === undefined ? {} : { retryAfterSeconds: Math.ceil(retryAfterMs / 1_000) };
      return { code, call, status, ...right, ...(code === 'rateLimited' ? wait : {}) };
    }
    case 'redirect':
      return { code: 'notLucca', call };
    case 'html':
      return { code: met ? 'badReply' : 'notLucca', call };
    case 'unreadable':
    case 'tooLarge':
      return { code: 'badReply', call };
    case 'stalled':
      return { code: 'timeout', call };
    case 'lost':
      return { code: 'unreachable', call };
  }
}

/** Opens a session on `line`. The number of requests is counted by `progress`. */
export function openSession(line: Line, options: SessionOptions): Session {
  const { credentials, signal, progress } = options;
  const { clock, limits, bucket } = line;
  const waiting = (seconds: number): void => progress.waiting(seconds);
  let replies = 0;

  function cancelled(call: LuccaCall): LuccaFailure {
    return new LuccaFailure({ code: 'cancelled', call: luccaCallNames[call]() });
  }

  async function once(ask: Ask): Promise<Outcome> {
    const release = await bucket.take(signal, waiting);
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
    else await waitTelling(clock, ms, signal, waiting);
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

  return {
    ...options,
    line,
    ask,
    get(call, path, tooLongAttempts) {
      const key = credentials.apiKey.trim();
      if (!PRINTABLE.test(key)) {
        return Promise.reject(new LuccaFailure({ code: 'wrongKey', call: luccaCallNames[call]() }));
      }
      const headers = { authorization: `lucca application=${key}`, accept: 'application/json' };
      const url = `${line.account.origin}${path}`;
      return ask({
        call,
        url,
        method: 'GET',
        headers,
        on401: 'wrongKey',
        ...(tooLongAttempts === undefined ? {} : { tooLongAttempts }),
      });
    },
    oddReply: (call) => new LuccaFailure({ code: replies > 1 ? 'badReply' : 'notLucca', call: luccaCallNames[call]() }),
  };
}
