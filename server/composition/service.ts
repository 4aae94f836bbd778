/** The whole service, put together. The process entry, the command line and the tests start it from here. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { Health } from '../../shared/contracts/schemas.ts';
import {
  addMonths,
  instant,
  wallClock,
  monthOf,
  type Instant,
  type PlainMonth,
} from '../../shared/domain/calendar/plainDate.ts';
import * as say from '../../shared/messages/fr/start.ts';
import { tables } from '../../shared/tables/tables.ts';
import { openLuccaDoor } from './accounts.ts';
import type { DemoConfig, HttpsFiles, MailConfig } from '../config.ts';
import { startDemo, type Demo, type DemoOptions } from '../demo/index.ts';
import { openAccess, type Access } from '../http/access.ts';
import { createApp } from '../http/app.ts';
import type { AppPorts, PageOptions } from '../http/ports.ts';
import { faultFacts } from '../http/requestLog.ts';
import { createEvenings, type Evenings } from '../jobs/evening/evenings.ts';
import type { LuccaDoor } from '../jobs/luccaDoor.ts';
import { createPageMemories } from '../jobs/pageMemories.ts';
import { createRunner, type Runner } from '../jobs/runner.ts';
import { listen, StartError, type Certificate, type Listening } from '../listen.ts';
import type { LuccaAccount } from '../lucca/connector.ts';
import type { ConnectorOptions } from '../lucca/index.ts';
import { mailRoutes } from './mail.ts';
import { openMemory, type Memory } from './memory.ts';
import { StoreError } from '../sealed/storeError.ts';
import type { MasterKeySource } from '../vault/masterKey.ts';
import { readSheets } from '../xlsx/readSheets.ts';
import { tableXlsx } from '../xlsx/tableXlsx.ts';
import { templateXlsx } from '../xlsx/templateXlsx.ts';

type DemoAccount = DemoConfig & Pick<DemoOptions, 'rateLimit'>;

export interface ServiceOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** Where everything is kept. */
  readonly folder: string;
  readonly key: MasterKeySource;
  readonly version: string;
  readonly https: HttpsFiles | null;
  /** Starts the fictional account, under the name `demo`; with the limit of Lucca when it says none. */
  readonly demo: DemoAccount | null;
  readonly pages: PageOptions;
  /** The blank workbook; the one of the tables when absent. */
  readonly template?: () => Promise<Uint8Array>;
  /** Lets the service credit counters in Lucca; false when absent. */
  readonly writesToLucca?: boolean;
  /** Null, or absent: no mail leaves this machine. */
  readonly mail?: MailConfig | null;
  /** Clocks of the evening; Europe/Paris when absent. */
  readonly zone?: string;
  /** Lets the service read Lucca by itself, at the connection of an account and each evening; false when absent. */
  readonly evenings?: boolean;
  readonly log: Logger;
  /** Shows a pairing code to the person in front of the service. Absent: no code is ever typed. */
  readonly announce?: (code: string) => void;
  /** Other accounts served elsewhere than at Lucca, and how to reach them: for tests. */
  readonly accounts?: ReadonlyMap<string, LuccaAccount>;
  readonly connector?: ConnectorOptions;
}

export interface RunningService {
  /** `http://localhost:3000`. */
  readonly origin: string;
  /** A bearer token for who started the service; it ends with it. */
  readonly token: string;
  readonly demo: Demo | null;
  /** Shows a new pairing code, when there is somebody to show it to. */
  readonly announceCode: () => void;
  /** Interrupts runs, waits for what is being written, gives the folder and the port back. */
  close(): Promise<void>;
}

/** Months turn at midnight in France. */
const ZONE = 'Europe/Paris';
const now = (): Instant => instant(new Date().toISOString());

async function readCertificate(files: HttpsFiles | null): Promise<Certificate | null> {
  if (!files) return null;
  try {
    return { cert: await readFile(files.certFile), key: await readFile(files.keyFile) };
  } catch {
    throw new StartError(say.certificateUnusable(files.certFile, files.keyFile));
  }
}

function demoStarted(config: DemoAccount | null, month: PlainMonth): Promise<Demo> | null {
  if (!config) return null;
  const { employees, seed, rateLimit } = config;
  return startDemo({
    referenceMonth: month,
    ...(employees === undefined ? {} : { employees }),
    ...(seed === undefined ? {} : { seed }),
    ...(rateLimit === undefined ? {} : { rateLimit }),
  });
}

function doorTo(demo: Demo | null, { accounts, connector }: ServiceOptions): LuccaDoor {
  const known = new Map(accounts);
  if (demo) known.set('demo', { origin: demo.origin, tokenUrl: demo.oauth.tokenUrl });
  return openLuccaDoor(known, connector);
}

function runnerOver(memory: Memory, lucca: LuccaDoor, log: Logger): Runner {
  return createRunner({
    store: memory.store,
    credentials: memory.credentials,
    connectorOf: (connection) => lucca.reopen(connection),
    pages: createPageMemories(),
    now,
    newId: randomUUID,
    onFault: (error) => log.error(faultFacts(error), 'run fault'),
  });
}

function healthOf({ version, demo: asked, mail }: ServiceOptions, demo: Demo | null): () => Health {
  const mailbox = mail ? {} : { mailbox: `${demo?.origin ?? ''}/demo/mailbox/` };
  const offered = demo && { account: 'demo', apiKey: demo.apiKey, page: `${demo.origin}/demo/`, ...mailbox };
  return () => ({ status: 'ok', version, demo: offered, month: asked?.month ?? currentMonth() });
}

/** How often the service looks whether an evening has come: a machine that slept finds out at once. */
const LOOK_MS = 20_000;

interface EveningParts {
  readonly memory: Memory;
  readonly lucca: LuccaDoor;
  readonly runner: Runner;
  readonly demo: Demo | null;
  readonly health: () => Health;
}

function eveningsOver(options: ServiceOptions, { memory, lucca, runner, demo, health }: EveningParts): Evenings {
  const { log, zone = ZONE, mail = null, evenings: isAutomatic = false } = options;
  return createEvenings(
    {
      store: memory.store,
      runner,
      now,
      zone,
      months: () => [addMonths(health().month, -1), health().month],
      mailFor: mailRoutes(mail, demo, lucca),
      onFault: (error) => log.error(faultFacts(error), 'evening fault'),
    },
    isAutomatic,
  );
}

/** Looks now and from time to time. Answers what ends it. */
function looking(evenings: Evenings): () => void {
  void evenings.look();
  const timer = setInterval(() => void evenings.look(), LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function currentMonth(): PlainMonth {
  return monthOf(wallClock(now(), ZONE).date);
}

/** What was opened, to be closed in the reverse order, when the start failed half-way as well as at the end. */
class Closing {
  readonly #tasks: (() => Promise<void>)[] = [];

  later(task: () => Promise<void>): void {
    this.#tasks.push(task);
  }

  async all(): Promise<void> {
    for (const task of this.#tasks.splice(0).reverse()) await task();
  }
}

/** Throws `StartError`, whose message is a French sentence, when the service cannot start; nothing is left open then. */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  const closing = new Closing();
  try {
    return await open(options, closing);
  } catch (error) {
    await closing.all();
    throw asStartError(error, options.log);
  }
}

/** The text of what nobody foresaw is not shown: it may hold a value. */
function asStartError(error: unknown, log: Logger): StartError {
  if (error instanceof StartError) return error;
  if (error instanceof StoreError) return new StartError(error.message);
  log.error(faultFacts(error), 'start fault');
  return new StartError(say.startFault());
}

async function open(options: ServiceOptions, closing: Closing): Promise<RunningService> {
  const listening: Listening = await listen(options.port, await readCertificate(options.https));
  closing.later(() => listening.close());
  const memory = await openMemory({ folder: options.folder, keySource: options.key, now });
  closing.later(() => memory.close());
  const demo = await demoStarted(options.demo, options.demo?.month ?? currentMonth());
  if (demo) closing.later(() => demo.close());
  const lucca = doorTo(demo, options);
  const runner = runnerOver(memory, lucca, options.log);
  const health = healthOf(options, demo);
  const evenings = eveningsOver(options, { memory, lucca, runner, demo, health });
  closing.later(() => evenings.settled());
  closing.later(() => runner.close());
  closing.later(async () => evenings.stop());
  const access = await accessOver(memory, options);
  listening.serve(createApp(appPorts(options, { memory, lucca, runner, evenings, access, health })));
  if (options.evenings) {
    const lookNoMore = looking(evenings);
    closing.later(async () => lookNoMore());
  }
  const close = async () => {
    await listening.close();
    await closing.all();
  };
  return { origin: listening.origin, token: access.ownToken(), demo, announceCode: access.announceCode, close };
}

function accessOver(memory: Memory, { announce }: ServiceOptions): Promise<Access> {
  return openAccess({ memory: memory.tokens, now: ticks, ...(announce ? { announce } : {}) });
}

const ticks = () => performance.now();

type Parts = Pick<AppPorts, 'lucca' | 'runner' | 'evenings' | 'access' | 'health'> & { readonly memory: Memory };

const blankWorkbook = () => Promise.resolve(templateXlsx(tables));

function appPorts(options: ServiceOptions, { memory, ...parts }: Parts): AppPorts {
  const { pages, template = blankWorkbook, writesToLucca = false, log } = options;
  const { store, vault, credentials } = memory;
  return {
    ...parts,
    store,
    vault,
    credentials,
    writesToLucca,
    template,
    tableXlsx,
    readSheets,
    pages,
    log,
    now,
    newId: randomUUID,
    ticks,
  };
}
