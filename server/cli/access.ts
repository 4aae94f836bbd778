/** The service a command works with: its own, for as long as it lasts, or one that runs already. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Health } from '../../shared/contracts/schemas.ts';
import { serviceOver, type Send, type Service, type ServiceError } from '../../shared/contracts/service.ts';
import type { PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import * as say from '../../shared/messages/fr/cli.ts';
import { optionsFrom, packageRoot } from '../composition/options.ts';
import { startService } from '../composition/service.ts';
import { readConfig, type Config } from '../config.ts';
import { StartError } from '../listen.ts';
import { isThere, writeNew } from './newFile.ts';
import { Stop } from './outcome.ts';
import type { Values } from './options.ts';
import { serviceOutcome, stopAt } from './sentences.ts';
import type { Terminal } from './terminal.ts';

export interface ServiceAccess {
  readonly service: Service;
  readonly health: Health;
  close(): Promise<void>;
}

interface Door {
  readonly origin: string;
  readonly token: string;
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

/** The token kept in the file, if it is there. */
async function keptToken(file: string | undefined): Promise<string | undefined> {
  const text = file === undefined ? '' : await readFile(file, 'utf8').catch(() => '');
  return text.trim() === '' ? undefined : text.trim();
}

/** A code serves once: the file that is to keep what it gives is looked at before. */
async function pairedToken(origin: string, code: string, file: string | undefined): Promise<string> {
  if (file !== undefined && (await isThere(file))) throw new Stop('usage', say.tokenKept(file), { code: 'usage' });
  const paired = await serviceOver(sendTo(origin, undefined)).pair(code);
  if (!paired.ok) throw unreached(paired.error, origin);
  if (file !== undefined) await writeNew(file, `${paired.value.token}\n`);
  return paired.value.token;
}

function unreached(error: ServiceError, origin: string): Stop {
  if (error.code !== 'unreachable') return stopAt(serviceOutcome(error));
  return new Stop('service', say.nobodyAt(origin), { code: error.code });
}

/** The token given with the command, or kept. */
async function tokenOf({ environment }: Terminal, values: Values): Promise<string | undefined> {
  return values.token || (await keptToken(values['token-file'])) || environment['PASSERELLE_TOKEN'] || undefined;
}

/** No code is this one: a service that is shown it shows one of its own, to whoever stands before it. */
const NO_CODE = '----';

/** Has the service show a code, and the person copy it. */
async function askedCode(terminal: Terminal, origin: string): Promise<string> {
  const shown = await serviceOver(sendTo(origin, undefined)).pair(NO_CODE);
  const isShown = !shown.ok && shown.error.code === 'refused' && shown.error.problem.code === 'pairingRefused';
  if (!shown.ok && !isShown) throw unreached(shown.error, origin);
  const code = await terminal.ask(say.askCode);
  if (terminal.signal.aborted) throw new Stop('cancelled', say.stopped, { code: 'cancelled' });
  if (!code) throw new Stop('usage', say.codeShown, { code: 'usage' });
  return code;
}

async function runningService(terminal: Terminal, values: Values, address: string): Promise<Door> {
  const origin = originOf(address);
  const { code, 'token-file': file } = values;
  const kept = code === undefined ? await tokenOf(terminal, values) : undefined;
  const token = kept ?? (await pairedToken(origin, code ?? (await askedCode(terminal, origin)), file));
  return { origin, token, close: () => Promise.resolve() };
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

async function ownService(terminal: Terminal, values: Values, demoMonth: PlainMonth | undefined): Promise<Door> {
  const config = configOf(terminal, values);
  const demo = config.demo && { ...config.demo, month: config.demo.month ?? demoMonth };
  try {
    return await startService(optionsFrom({ ...config, port: 0, https: null, demo }, () => false));
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    const sentence = error.reason === 'folderInUse' ? say.serviceFolderBusy(error.message) : error.message;
    throw new Stop('service', sentence, { code: 'notStarted' });
  }
}

/** The service of the command. `demoMonth`: the month around which the fictional account is made, when it is started here. */
export async function serviceFor(
  terminal: Terminal,
  values: Values,
  demoMonth: PlainMonth | undefined,
): Promise<ServiceAccess> {
  const door =
    values.service === undefined
      ? await ownService(terminal, values, demoMonth)
      : await runningService(terminal, values, values.service);
  const service = serviceOver(sendTo(door.origin, door.token));
  const health = await service.health();
  if (health.ok) return { service, health: health.value, close: () => door.close() };
  await door.close();
  throw unreached(health.error, door.origin);
}

/** The API key given with the command itself, if any: a file, or its words. */
export async function chosenKey(terminal: Terminal, values: Values): Promise<string | undefined> {
  const file = values['key-file'];
  if (file !== undefined) {
    const key = await readFile(file, 'utf8').catch(() => '');
    if (key.trim() === '') throw new Stop('usage', say.keyFileUnreadable(file), { code: 'keyFile' });
    return key.trim();
  }
  if (values.key !== undefined) terminal.note(say.keyOnCommandLine);
  return values.key;
}

/** The API key of the environment: the one of a real account, which the fictional one does without. */
export function environmentKey({ environment }: Terminal): string | undefined {
  return environment['PASSERELLE_API_KEY']?.trim() || undefined;
}
