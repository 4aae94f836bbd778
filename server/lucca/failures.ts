/** What came of a try, read as: try again, or this failure. */
import { luccaCallNames, luccaRightNames } from '../../shared/messages/fr/lucca.ts';
import type { LuccaError } from './connector.ts';
import type { Outcome } from './http/attempt.ts';

/** The parts of Lucca we read. */
export type LuccaCall = keyof typeof luccaCallNames;

/** Of which part, and what a 401 means there. */
interface Asked {
  readonly call: LuccaCall;
  readonly on401: 'wrongKey' | 'wrongClient';
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
  userDates: 'planning',
  expenseNatures: 'expenses',
  expenseItems: 'expenses',
  expenseClaims: 'expenses',
  timeEntries: 'time',
  timesheets: 'time',
  workingTimes: 'planning',
  entitlements: 'entitlements',
};

type Refused = Extract<Outcome, { kind: 'refused' }>;

/** Lucca cut the request itself: asking for less may help. */
export function isTooLong(outcome: Outcome): boolean {
  return outcome.kind === 'refused' && outcome.status === 408;
}

/** A reply, or none, that another try may change: never a refusal of the key or of the question. */
export function mayPass(outcome: Outcome): boolean {
  if (outcome.kind === 'refused') return outcome.status === 408 || outcome.status === 429 || outcome.status >= 500;
  return ['html', 'unreadable', 'stalled', 'lost'].includes(outcome.kind);
}

function refusalCode({ status, tokenError }: Refused, ask: Asked): LuccaError['code'] {
  if (status === 401 || tokenError === 'invalid_client') return ask.on401;
  if (tokenError === 'invalid_scope' || status === 403 || status === 404) return 'forbidden';
  if (status === 408) return 'timeout';
  if (status === 429) return 'rateLimited';
  return status >= 500 ? 'serverError' : 'badReply';
}

/** The failure to tell. `met`: Lucca has already answered sensibly in this session, so an odd reply is an accident and not another site. */
export function failureOf(outcome: Exclude<Outcome, { kind: 'json' }>, ask: Asked, met: boolean): LuccaError {
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
