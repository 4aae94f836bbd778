/** Every answer that is not a success is a problem: a code for programs, a French sentence for people, no secret. */
import type { ErrorRequestHandler, Response } from 'express';
import { problem } from '../../shared/contracts/problem.ts';
import type { Problem } from '../../shared/contracts/schemas.ts';
import * as say from '../../shared/messages/fr/service.ts';
import { StoreError } from '../sealed/storeError.ts';

/** Thrown by a handler to answer a problem. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(answer: Problem) {
    super(answer.code);
    this.problem = answer;
  }
}

/** Throws the problem; typed so that it can end an expression. */
export function refuse(status: number, code: string, detail: string, facts: Problem['facts'] = {}): never {
  throw new ProblemError(problem(status, code, detail, facts));
}

export function sendProblem(response: Response, answer: Problem): void {
  response.status(answer.status).type('application/problem+json').send(JSON.stringify(answer));
}

/** Errors of the body reader carry the body in their message: only their type is looked at. */
function bodyProblem(type: unknown): Problem | undefined {
  switch (type) {
    case 'entity.too.large':
      return problem(413, 'bodyTooLarge', say.bodyTooLarge());
    case 'entity.parse.failed':
    case 'request.size.invalid':
    case 'request.aborted':
      return problem(400, 'bodyNotJson', say.bodyNotJson());
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return problem(415, 'bodyType', say.bodyType());
    default:
      return undefined;
  }
}

function problemOf(error: unknown): Problem | undefined {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof URIError) return problem(404, 'routeUnknown', say.routeUnknown());
  return bodyProblem((error as { type?: unknown } | null)?.type);
}

function faultProblem(error: unknown): Problem {
  if (error instanceof StoreError) return problem(500, `store.${error.code}`, error.message);
  return problem(500, 'internal', say.internal());
}

/** The last handler. What nobody foresaw is told to `onFault` and answered as an internal error, without its text. */
export function problemHandler(onFault: (error: unknown) => void): ErrorRequestHandler {
  return (error, _request, response, next) => {
    const known = problemOf(error);
    if (!known) onFault(error);
    if (response.headersSent) next(error);
    else sendProblem(response, known ?? faultProblem(error));
  };
}
