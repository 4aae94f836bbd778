/** Only pages of this service, opened on this machine, may talk to it: the defence against DNS rebinding and foreign pages. */
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import * as say from '../../shared/messages/fr/service.ts';
import { refuse } from './problemAnswer.ts';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const FETCHED_BY_US = new Set<unknown>([undefined, 'same-origin', 'none']);

interface Door {
  readonly scheme: 'http' | 'https';
  readonly port: number;
}

function doorOf(request: IncomingMessage): Door {
  const scheme = 'encrypted' in request.socket ? 'https' : 'http';
  return { scheme, port: request.socket.localPort ?? 0 };
}

/** True when `host` (a `Host` header) is a loopback name with the port that the request came through. */
export function isOwnHost(host: string | undefined, door: Door): boolean {
  const match = /^(\[[\da-f:]+\]|[a-z\d.-]+)(?::(\d{1,5}))?$/i.exec(host ?? '');
  if (!match) return false;
  const port = match[2] === undefined ? (door.scheme === 'https' ? 443 : 80) : Number(match[2]);
  return LOOPBACK_NAMES.has((match[1] ?? '').toLowerCase()) && port === door.port;
}

/** True when `origin` (an `Origin` header) is this service under one of its loopback names. `null` is not. */
export function isOwnOrigin(origin: string, door: Door): boolean {
  const prefix = `${door.scheme}://`;
  return origin.startsWith(prefix) && isOwnHost(origin.slice(prefix.length), door);
}

/** One `Host`, and no other one in the address: of two that differ, each reader would believe its own. */
function namesOneHost({ url = '', headersDistinct }: IncomingMessage): boolean {
  return url.startsWith('/') && headersDistinct['host']?.length === 1;
}

/** 421 for a foreign `Host`, 403 for a foreign `Origin`. */
export const ownAddressOnly: RequestHandler = (request, _response, next) => {
  const door = doorOf(request);
  if (!namesOneHost(request) || !isOwnHost(request.headers.host, door)) refuse(421, 'hostRefused', say.hostRefused());
  const { origin } = request.headers;
  if (origin !== undefined && !isOwnOrigin(origin, door)) refuse(403, 'originRefused', say.originRefused());
  next();
};

/** 403 when the browser says that a page of another origin, another local port included, sent the request. */
export const ownPagesOnly: RequestHandler = (request, _response, next) => {
  const site = request.headers['sec-fetch-site'];
  if (!FETCHED_BY_US.has(site)) refuse(403, 'originRefused', say.originRefused());
  next();
};
