/** The HTTP application: what stands before every request, the pages, the operations, and what answers when all else fails. */
import express, { type Express, type RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { problem } from '../../shared/contracts/problem.ts';
import * as say from '../../shared/messages/fr/service.ts';
import { createConnections } from './connections.ts';
import { ownAddressOnly } from './guard.ts';
import { openapiDocument } from './openapi.ts';
import type { Operation } from './operation.ts';
import { servePages, type CodeForPage } from './pages.ts';
import { policy } from './policies.ts';
import type { AppPorts } from './ports.ts';
import { problemHandler, refuse, sendProblem } from './problemAnswer.ts';
import { register } from './register.ts';
import { faultFacts, logRequests, nameRoute } from './requestLog.ts';
import { accessOperations, documentOperation } from './routes/access.ts';
import { connectionOperations } from './routes/connections.ts';
import { entitlementOperations } from './routes/entitlements.ts';
import { fieldOperations } from './routes/fields.ts';
import { eveningOperations } from './routes/evening.ts';
import { fileOperations } from './routes/files.ts';
import { mirrorOperations } from './routes/mirror.ts';
import { receiptOperations } from './routes/receipts.ts';
import { runOperations } from './routes/runs.ts';
import { tableOperations } from './routes/tables.ts';

const PAIRING_WINDOW_S = 60;
const PAIRING_FAILURES = 10;

/** Every operation of the service, the document that describes them included. */
export function allOperations(ports: AppPorts): Operation[] {
  const connections = createConnections(ports);
  const operations: Operation[] = [
    ...accessOperations(ports),
    ...connectionOperations(connections),
    ...runOperations(ports, connections),
    ...eveningOperations(ports, connections),
    ...mirrorOperations(ports, connections),
    ...fileOperations(ports),
    ...tableOperations(ports),
    ...receiptOperations(ports, connections),
    ...fieldOperations(ports, connections),
    ...entitlementOperations(ports, connections),
  ];
  operations.push(documentOperation(() => openapiDocument(operations, ports.health().version)));
  return operations;
}

/**
 * Headers of every answer; whoever has something that may be kept says so. No HSTS: it would bind every other program on
 * `localhost`. Frames are ruled by the policies.
 */
function securityHeaders(): RequestHandler[] {
  return [
    helmet({ contentSecurityPolicy: false, xFrameOptions: false, strictTransportSecurity: false }),
    (_request, response, next) => {
      response.set({ 'Content-Security-Policy': policy('nothing'), 'Cache-Control': 'no-store' });
      next();
    },
  ];
}

/**
 * The workbench pairs by itself as long as only fictional accounts are connected: every user of this machine can open its
 * page. Once a real one is, a code must be typed there too.
 */
function codeForPage({ access, store, lucca }: AppPorts): CodeForPage {
  return async () => {
    const connections = await store.connections();
    if (connections.every(({ host }) => lucca.isFictional(host))) return access.pageCode();
    access.showCode();
    return undefined;
  };
}

/** Guesses at the pairing code: everyone is on this machine, so they share one count. */
function pairingLimiter(): RequestHandler {
  return rateLimit({
    windowMs: PAIRING_WINDOW_S * 1000,
    limit: PAIRING_FAILURES,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: () => 'this machine',
    handler: (_request, response) => {
      const detail = say.pairingTooOften({ seconds: PAIRING_WINDOW_S });
      sendProblem(response, problem(429, 'pairingTooOften', detail));
    },
  });
}

export function createApp(ports: AppPorts): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use(logRequests(ports.log), ...securityHeaders(), nameRoute('(refused)'), ownAddressOnly, nameRoute('(none)'));
  register(app, allOperations(ports), ports.access, { pair: pairingLimiter() });
  servePages(app, ports.pages, codeForPage(ports));
  app.use(nameRoute('(none)'), () => refuse(404, 'routeUnknown', say.routeUnknown()));
  app.use(problemHandler((error) => ports.log.error(faultFacts(error), 'fault')));
  return app;
}
