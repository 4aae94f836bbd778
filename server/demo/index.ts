import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Entitlement } from './company/entitlement.ts';
import type { Permission } from './api/view.ts';
import { createTokenOffice, type OAuthClient } from './api/v5/tokens.ts';
import { CURSOR_COLLECTIONS } from './api/v5/rows.ts';
import { createMailbox, type Mailbox } from './admin/mailbox.ts';
import { createDemoApp } from './app.ts';
import { createChanges, type Changes } from './changes/changes.ts';
import { createCompany } from './company/createCompany.ts';
import type { Company } from './company/model.ts';
import { forkRandom } from './company/prng.ts';
import { createFaultDesk, type FaultDesk } from './gate/faults.ts';
import { createKeyRing, type KeyRing } from './gate/keyRing.ts';
import { createRateGate, LUCCA_RATE_LIMIT, type RateLimit } from './gate/rateLimit.ts';
import { createRequestLog, type RequestLog } from './gate/requestLog.ts';
import type { DemoState } from './state.ts';

/** The credentials of the fictional account: known to everybody, they open nothing else. */
export const DEMO_API_KEY = 'de300000-0000-4000-8000-000000000001';
export const DEMO_CLIENT_ID = 'passerelle-demo';
export const DEMO_CLIENT_SECRET = 'secret-de-demonstration';

export interface DemoOptions {
  /** 0 (the default) takes a free port. */
  readonly port?: number;
  /** People in all; 60 by default. */
  readonly employees?: number;
  readonly seed?: number;
  /** `yyyy-MM`, the month that every date of the account is relative to; `2026-10` by default. */
  readonly referenceMonth?: string;
  readonly rateLimit?: Partial<RateLimit>;
  /** What the demo key may not see. */
  readonly denied?: readonly Permission[];
  /** Scopes of the OAuth client; all the readable ones by default. */
  readonly scopes?: readonly string[];
  readonly tokenLifetimeSeconds?: number;
  /** Milliseconds; only the rate limit and the life of tokens read it. */
  readonly now?: () => number;
}

export interface Demo {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly apiKey: string;
  readonly oauth: { readonly tokenUrl: string; readonly clientId: string; readonly clientSecret: string };
  readonly company: Company;
  readonly requests: RequestLog;
  readonly faults: FaultDesk;
  readonly changes: Changes;
  readonly keys: KeyRing;
  readonly entitlements: readonly Entitlement[];
  /** Where the mail of the account falls, for want of a server. */
  readonly mailbox: Mailbox;
  close(): Promise<void>;
}

/** Starts the fictional Lucca account on loopback. Rejects when the port is taken or the reference month makes no sense. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const state = createState(options, () => origin);
  const server = createServer({ maxHeaderSize: 65_536 }, createDemoApp(state));
  const origin = await listen(server, options.port ?? 0);
  const { company, requests, faults, changes, keys, entitlements, mailbox } = state;
  return {
    origin,
    apiKey: DEMO_API_KEY,
    oauth: { tokenUrl: `${origin}/connect/token`, clientId: DEMO_CLIENT_ID, clientSecret: DEMO_CLIENT_SECRET },
    company,
    requests,
    faults,
    changes,
    keys,
    entitlements,
    mailbox,
    close: () => close(server),
  };
}

function createState(options: DemoOptions, origin: () => string): DemoState {
  const { seed = 1, employees = 60, referenceMonth = '2026-10', denied = [], now = Date.now } = options;
  const { company, hire } = createCompany({ seed, employees, referenceMonth });
  const client: OAuthClient = {
    clientId: DEMO_CLIENT_ID,
    clientSecret: DEMO_CLIENT_SECRET,
    scopes: options.scopes ?? CURSOR_COLLECTIONS.map(({ type }) => `${type}.readonly`),
  };
  return {
    company,
    changes: createChanges(company, hire),
    faults: createFaultDesk(),
    keys: createKeyRing(DEMO_API_KEY, denied),
    rate: createRateGate({ ...LUCCA_RATE_LIMIT, ...options.rateLimit }, now),
    requests: createRequestLog(),
    tokens: createTokenOffice(client, options.tokenLifetimeSeconds ?? 3600, now),
    apiKey: DEMO_API_KEY,
    entitlements: [],
    mailbox: createMailbox(now),
    disorder: forkRandom(seed, 3),
    origin,
  };
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
