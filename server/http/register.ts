/** Wires declared operations into Express. */
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import * as say from '../../shared/messages/fr/service.ts';
import type { Access } from './access.ts';
import { ownPagesOnly } from './guard.ts';
import type { Download, Operation } from './operation.ts';
import { refuse } from './problemAnswer.ts';
import { nameRoute } from './requestLog.ts';

/** What forms need. */
const BODY_BYTES = 100 * 1024;

function readJson({ bodyBytes = BODY_BYTES }: Operation): RequestHandler {
  return express.json({ limit: bodyBytes, strict: true, type: 'application/json' });
}

/** The bearer token of a request; empty when there is none. */
function tokenOf(request: Request): string {
  return /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
}

function tokenOnly(access: Access): RequestHandler {
  return (request, _response, next) => {
    if (!access.allows(tokenOf(request))) refuse(401, 'tokenMissing', say.tokenMissing());
    next();
  };
}

/** A body in another format would look like no body at all: it is refused by name. */
const jsonOnly: RequestHandler = (request, _response, next) => {
  if (request.is('application/json') === false) refuse(415, 'bodyType', say.bodyType());
  next();
};

function sendDownload(response: Response, { bytes, filename, type }: Download): void {
  response.attachment(filename).type(type).send(Buffer.from(bytes));
}

/** Express answers HEAD with what GET would do: looking at a ticket would use it up. */
const downloadOnly: RequestHandler = (request, _response, next) => {
  if (request.method === 'HEAD') refuse(404, 'routeUnknown', say.routeUnknown());
  next();
};

function answering(operation: Operation): RequestHandler {
  return async (request: Request, response: Response) => {
    const { params, query, body } = request as { params: Record<string, string>; query: unknown; body: unknown };
    const { answer, location } = await operation.run({ params, query, body, token: tokenOf(request) });
    response.status(operation.status);
    if (location !== undefined) response.location(location);
    if (operation.file !== undefined) sendDownload(response, answer as Download);
    else if (operation.answer) response.json(answer);
    else response.end();
  };
}

/** `limiters`: what stands before an operation, by its id. */
export function register(
  app: Express,
  operations: readonly Operation[],
  access: Access,
  limiters: Readonly<Record<string, RequestHandler>>,
): void {
  for (const operation of operations) {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
    const limiter = limiters[operation.id];
    app[operation.method](
      path,
      nameRoute(operation.path),
      operation.file === undefined ? ownPagesOnly : downloadOnly,
      ...(limiter ? [limiter] : []),
      ...(operation.open ? [] : [tokenOnly(access)]),
      ...(operation.body ? [jsonOnly, readJson(operation)] : []),
      answering(operation),
    );
  }
}
