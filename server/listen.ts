/** Listening on this machine only, under both of its loopback addresses: a browser may take either for `localhost`. */
import { createServer as createHttp, type RequestListener, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import * as say from '../shared/messages/fr/start.ts';

export interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
}

export interface Listening {
  /** `http://localhost:3000`. */
  readonly origin: string;
  /** Who answers from now on. */
  serve(listener: RequestListener): void;
  /** Refuses new connections, and ends the ones that are open. */
  close(): Promise<void>;
}

/** Why the service cannot start; `message` is a French sentence to show as it is. */
export class StartError extends Error {
  override readonly name = 'StartError';
  /** Set for what a person can get round: there is more to say to who runs one command. */
  readonly reason: 'portTaken' | 'folderInUse' | undefined;

  constructor(message: string, reason?: StartError['reason']) {
    super(message);
    this.reason = reason;
  }
}

/** What a caller may take of our time and of our connections, so that none of them leaves nothing to the others. */
interface Patience {
  readonly headersMs: number;
  readonly requestMs: number;
  readonly connections: number;
}

const PATIENCE: Patience = { headersMs: 10_000, requestMs: 30_000, connections: 200 };

/** A machine without IPv6 answers one of these. */
const NO_SUCH_ADDRESS = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']);
const FREE_PORT_TRIES = 5;

function bind(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown';
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) return resolve();
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function bindBoth(make: () => Server, port: number): Promise<{ servers: Server[]; port: number }> {
  const [first, second] = [make(), make()];
  const taken = await bind(first, port, '127.0.0.1');
  try {
    await bind(second, taken, '::1');
    return { servers: [first, second], port: taken };
  } catch (error) {
    if (NO_SUCH_ADDRESS.has(reasonOf(error))) return { servers: [first], port: taken };
    await shut(first);
    throw error;
  }
}

/** A free port on one address may be taken on the other: then another free port is tried. */
async function bindFree(make: () => Server, port: number): ReturnType<typeof bindBoth> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await bindBoth(make, port);
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === 'EADDRINUSE' && port === 0 && tries < FREE_PORT_TRIES) continue;
      throw reason === 'EADDRINUSE'
        ? new StartError(say.portTaken(port), 'portTaken')
        : new StartError(say.portRefused(port, reason));
    }
  }
}

function patient(answer: RequestListener, certificate: Certificate | null, patience: Patience): Server {
  const { headersMs, requestMs, connections } = patience;
  const times = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: Math.ceil(headersMs / 4),
  };
  const server = certificate
    ? createHttps({ ...certificate, ...times, handshakeTimeout: headersMs }, answer)
    : createHttp(times, answer);
  server.maxConnections = connections;
  return server;
}

/** Port 0 takes a free one. Answers 503 until `serve` is called. Throws `StartError` when the port is not to be had. */
export async function listen(
  port: number,
  certificate: Certificate | null,
  patience: Patience = PATIENCE,
): Promise<Listening> {
  let listener: RequestListener = (_request, response) => void response.writeHead(503, { 'Retry-After': '1' }).end();
  const answer: RequestListener = (request, response) => listener(request, response);
  const make = () => patient(answer, certificate, patience);
  const bound = await bindFree(make, port);
  return {
    origin: `${certificate ? 'https' : 'http'}://localhost:${bound.port}`,
    serve(next) {
      listener = next;
    },
    async close() {
      await Promise.all(bound.servers.map(shut));
    },
  };
}
