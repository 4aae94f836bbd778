import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';

const ROUTE = 'passerelleRoute';

/** Names the route of a request for the log: a pattern, never the address, which may hold ids and tickets. */
export function nameRoute(pattern: string): RequestHandler {
  return (_request, response, next) => {
    response.locals[ROUTE] = pattern;
    next();
  };
}

function routeOf(response: Response): string {
  const named: unknown = response.locals[ROUTE];
  return typeof named === 'string' ? named : '(other)';
}

/** One line per request: method, route pattern, status, milliseconds. Nothing else of the request. */
export function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    response.once('close', () => {
      const ms = Math.round(performance.now() - startedAt);
      log.info({ method: request.method, route: routeOf(response), status: response.statusCode, ms }, 'request');
    });
    next();
  };
}

/** What may be said of an unforeseen error: its kind and where it was thrown. Its message may hold a value. */
export function faultFacts(error: unknown): { readonly kind: string; readonly at: readonly string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, at: [] };
  const code = (error as { code?: unknown }).code;
  const kind = typeof code === 'string' && /^[\w.]{1,40}$/.test(code) ? `${error.name} ${code}` : error.name;
  return { kind, at: framesOf(error).slice(0, 8) };
}

/** What follows the message in the stack: a line of the message may look like a frame. */
function framesOf({ message, stack = '' }: Error): string[] {
  const start = stack.indexOf(message);
  const lines = start < 0 ? [] : stack.slice(start + message.length).split('\n');
  return lines.filter((line) => /^\s+at /.test(line)).map((line) => line.trim());
}
