/** The fictional account of one measure, its limit lifted, and how few requests could read it. */
import { DEMO_CLIENT_ID, DEMO_CLIENT_SECRET, startDemo, type Demo } from '../../server/demo/index.ts';
import { firstDay, lastDay } from '../../shared/domain/calendar/plainDate.ts';
import { MONTH } from './month.ts';

/** What the measuring process must know to connect. */
export interface AccountDoor {
  readonly origin: string;
  readonly tokenUrl: string;
  readonly credentials: {
    readonly apiKey: string;
    readonly oauth: { readonly clientId: string; readonly clientSecret: string };
  };
}

export interface BenchAccount {
  readonly door: AccountDoor;
  /** Requests served so far. */
  requests(): number;
  /** Requests that the documented page sizes make necessary for everybody and one month. */
  readonly minimum: number;
  readonly halfDays: number;
  close(): Promise<void>;
}

/** Rows of one answer at most, as Lucca documents them. */
const PAGES = { establishments: 100, definitions: 1_000, users: 1_000, contracts: 1_000, records: 100, leaves: 10_000 };

async function countOf(demo: Demo, path: string): Promise<number> {
  const reply = await fetch(demo.origin + path, { headers: { authorization: `lucca application=${demo.apiKey}` } });
  const body = (await reply.json()) as { count?: number; data?: { count?: number } };
  const count = body.count ?? body.data?.count;
  if (count === undefined) throw new Error(`the account does not count ${path.split('?')[0] ?? ''}`);
  return count;
}

async function rowsOf(demo: Demo): Promise<Record<keyof typeof PAGES, number>> {
  const { people, establishments, definitions } = demo.company;
  const applicable = 'isApplicable=true&isArchived=false&page=1&limit=1&fields.root=count';
  const month = `date=between,${firstDay(MONTH)},${lastDay(MONTH)}&leavePeriod.ownerId=greaterthan,0`;
  return {
    establishments: establishments.length,
    definitions: definitions.length,
    users: people.size,
    contracts: await countOf(demo, `/directory/api/4.0/work-contracts?${applicable}`),
    records: people.size,
    leaves: await countOf(demo, `/api/v3/leaves?${month}&fields=id,collection.count&paging=0,1`),
  };
}

/** Starts an account of `employees` people on a free port. Personal records are read with a token, which is one request. */
export async function startAccount(employees: number): Promise<BenchAccount> {
  const demo = await startDemo({ employees, referenceMonth: MONTH, rateLimit: { limit: 1_000_000 } });
  const rows = await rowsOf(demo);
  demo.requests.clear();
  const pages = Object.entries(PAGES).map(([name, size]) =>
    Math.max(1, Math.ceil(rows[name as keyof typeof PAGES] / size)),
  );
  return {
    door: {
      origin: demo.origin,
      tokenUrl: demo.oauth.tokenUrl,
      credentials: {
        apiKey: demo.apiKey,
        oauth: { clientId: DEMO_CLIENT_ID, clientSecret: DEMO_CLIENT_SECRET },
      },
    },
    requests: () => demo.requests.count(),
    minimum: 1 + pages.reduce((sum, each) => sum + each),
    halfDays: rows.leaves,
    close: () => demo.close(),
  };
}
