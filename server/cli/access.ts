/** The service a command works with: its own, for as long as it lasts, or one that runs already. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { serviceOver, type Send, type Service } from '../../shared/contracts/service.ts';
import type { PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import * as say from '../../shared/messages/fr/cli.ts';
import { optionsFrom, packageRoot } from '../composition/options.ts';
import { startService } from '../composition/service.ts';
import { readConfig, type Config } from '../config.ts';
import { StartError } from '../listen.ts';
import { Stop } from './outcome.ts';
import type { Values } from './options.ts';
import { serviceOutcome } from './sentences.ts';
import type { Terminal } from './terminal.ts';

export interface ServiceAccess {
  readonly service: Service;
  close(): Promise<void>;
}

/** Name of the fictional account. */
const DEMO = 'demo';

/** No answer of the service takes longer: Lucca is read by runs, not by requests. */
const PATIENCE_MS = 60_000;

function sendTo(origin: string, token: string | undefined): Send {
  return async ({ method, path, body }) => {
    const headers = {
      accept: 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    let reply: Response;
    let text: string;
    try {
      const content = body === undefined ? {} : { body: JSON.stringify(body) };
      const signal = AbortSignal.timeout(PATIENCE_MS);
      reply = await fetch(new URL(path, origin), { method, headers, redirect: 'error', signal, ...content });
      text = await reply.text();
    } catch {
      return undefined;
    }
    try {
      return { status: reply.status, body: JSON.parse(text) as unknown };
    } catch {
      return { status: reply.status, body: undefined };
    }
  };
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** A token goes to this machine, or over https. */
function originOf(text: string): string {
  const wrong = () => new Stop('usage', say.wrongOption('--service', say.serviceAddress), { code: 'usage' });
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw wrong();
  }
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  if (!isSafe || url.username !== '' || url.password !== '') throw wrong();
  return url.origin;
}

async function runningService(terminal: Terminal, values: Values, address: string): Promise<ServiceAccess> {
  const origin = originOf(address);
  let token = values.token ?? terminal.environment['PASSERELLE_TOKEN'];
  if (values.code !== undefined) {
    const paired = await serviceOver(sendTo(origin, undefined)).pair(values.code);
    if (!paired.ok) throw stopAt(serviceOutcome(paired.error));
    ({ token } = paired.value);
  }
  if (token === undefined || token === '') throw new Stop('usage', say.tokenMissing, { code: 'usage' });
  return { service: serviceOver(sendTo(origin, token)), close: () => Promise.resolve() };
}

export function stopAt({ exit, lines, facts }: ReturnType<typeof serviceOutcome>): Stop {
  return new Stop(exit, lines.join('\n'), facts);
}

/** What the environment says of the service, with what the command adds: its folder, and the fictional account when it is the one. */
function configOf({ environment }: Terminal, { account, data }: Values): Config {
  const given = {
    ...environment,
    ...(data === undefined ? {} : { PASSERELLE_DATA: resolve(data) }),
    ...(account === DEMO ? { PASSERELLE_DEMO: '1' } : {}),
  };
  const config = readConfig(given, packageRoot());
  if (!config.ok) throw new Stop('usage', config.error.join('\n'), { code: 'configuration' });
  return config.value;
}

async function ownService(
  terminal: Terminal,
  values: Values,
  demoMonth: PlainMonth | undefined,
): Promise<ServiceAccess> {
  const config = configOf(terminal, values);
  const demo = config.demo && { ...config.demo, month: config.demo.month ?? demoMonth };
  try {
    const running = await startService(optionsFrom({ ...config, port: 0, https: null, demo }, () => false));
    return { service: serviceOver(sendTo(running.origin, running.token)), close: () => running.close() };
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    throw new Stop('service', say.serviceFolderBusy(error.message), { code: 'notStarted' });
  }
}

/** The service of the command. `demoMonth`: the month around which the fictional account is made, when it is started here. */
export function serviceFor(
  terminal: Terminal,
  values: Values,
  demoMonth: PlainMonth | undefined,
): Promise<ServiceAccess> {
  return values.service === undefined
    ? ownService(terminal, values, demoMonth)
    : runningService(terminal, values, values.service);
}

/** The API key given with the command, if any: the environment, a file, or the command itself. */
export async function givenKey(terminal: Terminal, values: Values): Promise<string | undefined> {
  const file = values['key-file'];
  if (file !== undefined) {
    const key = await readFile(file, 'utf8').catch(() => '');
    if (key.trim() === '') throw new Stop('usage', say.keyFileUnreadable(file), { code: 'keyFile' });
    return key.trim();
  }
  if (values.key !== undefined) {
    terminal.note(say.keyOnCommandLine);
    return values.key;
  }
  const key = terminal.environment['PASSERELLE_API_KEY']?.trim();
  return key === '' ? undefined : key;
}
