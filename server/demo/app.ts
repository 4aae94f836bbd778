import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express';
import { createAdminRouter } from './admin/adminRouter.ts';
import { createEntitlementsRouter } from './api/absences/entitlements.ts';
import { Refusal } from './api/refusal.ts';
import { createV2Router } from './api/v2/router.ts';
import { createV3Router } from './api/v3/router.ts';
import { createV4Router } from './api/v4/router.ts';
import { createV5Router, createTokenHandlers } from './api/v5/router.ts';
import { answerJson, strikeDown } from './gate/answer.ts';
import type { DemoState } from './state.ts';

/** The fictional account as an Express application: log, admin, faults, limits, then the generations of routes. */
export function createDemoApp(state: DemoState): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(logRequests(state));
  app.use('/demo', createAdminRouter(state));
  app.use(refuseLongHeaders, applyFaults(state));
  app.post('/connect/token', ...createTokenHandlers(state));
  app.use(limitRate(state));
  app.use('/api/v3', createV3Router(state));
  app.use('/api', createV2Router(state));
  app.use(createV4Router(state), createEntitlementsRouter(state));
  app.use('/lucca-api', createV5Router(state));
  app.use((_req, _res) => {
    throw new Refusal(404, 'Resource not found');
  });
  app.use(writeRefusal);
  return app;
}

function logRequests({ requests }: DemoState): RequestHandler {
  return (req, res, next) => {
    const { method, path } = req;
    if (!path.startsWith('/demo'))
      res.on('close', () => {
        requests.add({ method, path, status: res.statusCode });
      });
    next();
  };
}

const HEADERS_MAXIMUM = 8192;

/** The account's front refuses an address and headers of more than 8 KB together. */
const refuseLongHeaders: RequestHandler = (req, _res, next) => {
  const headers = req.rawHeaders.reduce((sum, text) => sum + Buffer.byteLength(text) + 2, 0);
  if (req.originalUrl.length + headers > HEADERS_MAXIMUM) throw new Refusal(431, 'Request Header Fields Too Large');
  next();
};

function applyFaults({ faults, changes }: DemoState): RequestHandler {
  return (req, res, next) => {
    const fault = faults.strike(req.path);
    res.locals.fault = fault;
    if (fault !== undefined && strikeDown(res, fault)) return;
    if (fault?.kind === 'rowInserted') changes.disturb(req.originalUrl, 'insert');
    if (fault?.kind === 'rowRemoved') changes.disturb(req.originalUrl, 'remove');
    next();
  };
}

function limitRate({ rate }: DemoState): RequestHandler {
  return (_req, res, next) => {
    const refused = rate.enter();
    if (refused !== undefined) {
      res.set('Retry-After', refused.retryAfter);
      throw new Refusal(429, 'Too Many Requests');
    }
    next();
  };
}

/** v5 writes problem+json; the older generations write `Status` and `Message`; the admin API writes what a person reads. */
const writeRefusal: ErrorRequestHandler = (error: unknown, req: Request, res, next) => {
  if (res.headersSent) {
    next(error);
    return;
  }
  const refusal = error instanceof Refusal ? error : new Refusal(statusOf(error), 'Unexpected error');
  const { status, message, errors } = refusal;
  if (req.path.startsWith('/lucca-api')) {
    const problem = { type: 'about:blank', title: message, status, errors, extensions: { traceId: '0'.repeat(32) } };
    answerJson(res, problem, status, 'application/problem+json');
  } else {
    answerJson(res, { Status: status, Message: message }, status);
  }
};

function statusOf(error: unknown): number {
  const status = (error as { status?: unknown } | undefined)?.status;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
