import type { Problem } from '../../shared/contracts/schemas.ts';
import { problem } from '../../shared/contracts/problem.ts';
import * as say from '../../shared/messages/fr/service.ts';
import type { LuccaError } from '../lucca/connector.ts';

function facts(error: LuccaError): Problem['facts'] {
  const { call, status, right, retryAfterSeconds } = error;
  return {
    call,
    ...(status === undefined ? {} : { luccaStatus: status }),
    ...(right === undefined ? {} : { right }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
}

/** What a failed call to Lucca says to a person: which account, which reading, and what to do. A wrong key is not our 401. */
export function luccaProblem(error: LuccaError, host: string): Problem {
  const { call, status, right } = error;
  const known = facts(error);
  switch (error.code) {
    case 'cancelled':
      return problem(409, 'luccaCancelled', say.luccaCancelled(), known);
    case 'unreachable':
      return problem(502, 'luccaUnreachable', say.luccaUnreachable({ host }), known);
    case 'notLucca':
      return problem(422, 'luccaNotLucca', say.luccaNotLucca({ host }), known);
    case 'wrongKey':
      return problem(422, 'luccaWrongKey', say.luccaWrongKey(), known);
    case 'wrongClient':
      return problem(422, 'luccaWrongClient', say.luccaWrongClient(), known);
    case 'forbidden':
      return problem(422, 'luccaForbidden', say.luccaForbidden({ call, right }), known);
    case 'rateLimited':
      return problem(503, 'luccaRateLimited', say.luccaRateLimited({ call, seconds: error.retryAfterSeconds }), known);
    case 'timeout':
      return problem(504, 'luccaTimeout', say.luccaTimeout({ call }), known);
    case 'serverError':
      return problem(502, 'luccaServerError', say.luccaServerError({ call, status }), known);
    case 'badReply':
      return problem(502, 'luccaBadReply', say.luccaBadReply({ call }), known);
    case 'unstable':
      return problem(502, 'luccaUnstable', say.luccaUnstable({ call }), known);
  }
}

/** Of something sent: false when Lucca said no, or nothing could leave. True: nobody knows, and it must not be sent again before somebody has looked. */
export function mayHaveArrived({ code, status }: LuccaError): boolean {
  if (code === 'wrongKey' || code === 'forbidden' || code === 'rateLimited') return false;
  return status === undefined || status === 408 || status >= 500;
}
