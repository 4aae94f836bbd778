/** The process: environment in, address out, and a clean end. */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { destination, pino } from 'pino';
import * as say from '../shared/messages/fr/start.ts';
import { readConfig, type Config } from './config.ts';
import { TYPED_CODE_MS } from './http/access.ts';
import { StartError } from './listen.ts';
import { startService, type RunningService, type ServiceOptions } from './composition/service.ts';

export interface MainOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly print: (line: string) => void;
  readonly template?: () => Promise<Uint8Array>;
  /** False while the pages are being built. */
  readonly pagesReady?: () => boolean;
}

/** The folder of package.json, whether this file runs as written or compiled. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** Microsoft's client, for the workbench; null in the product, which has neither. */
function officeClientIn(root: string): string | null {
  const file = join(root, 'node_modules/@microsoft/office-js/dist/excel-web-16.00.js');
  return existsSync(file) ? file : null;
}

function versionOf(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}

function serviceOptions(config: Config, root: string, { print, template, pagesReady }: MainOptions): ServiceOptions {
  const { port, folder, environmentKey, keyFile, https, demo, logLevel } = config;
  return {
    port,
    folder,
    key: { environmentKey, keyFile },
    version: versionOf(root),
    https,
    demo,
    pages: {
      dist: join(root, 'dist'),
      ready: pagesReady ?? (() => true),
      officeClient: demo ? officeClientIn(root) : null,
    },
    ...(template ? { template } : {}),
    log: pino({ level: logLevel, base: null }, destination(2)),
    ...(https ? { announce: (code: string) => print(say.pairingCode(code, TYPED_CODE_MS / 60_000)) } : {}),
  };
}

function welcome(config: Config, { origin }: RunningService, print: MainOptions['print']): void {
  print(say.address(origin));
  if (config.demo) print(say.openWorkbench());
  if (config.https) print(say.openExcel());
  print(say.howToStop());
}

/** A second signal, or an end that takes too long, is no reason to stay. */
const LONGEST_END_MS = 10_000;

function closeOnSignal(service: RunningService, print: MainOptions['print']): void {
  const stop = () => {
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
    print(say.stopping());
    setTimeout(() => process.exit(1), LONGEST_END_MS).unref();
    void service.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

/** Starts and says so, or throws `StartError` with every sentence that explains why not. */
export async function main(options: MainOptions): Promise<RunningService> {
  const root = packageRoot();
  const config = readConfig(options.environment, root);
  if (!config.ok) throw new StartError(config.error.join('\n'));
  const service = await startService(serviceOptions(config.value, root, options));
  closeOnSignal(service, options.print);
  welcome(config.value, service, options.print);
  return service;
}

/** True when Node was given this very file to run, and not a file that imports it. */
function isEntry(): boolean {
  const [, entry] = process.argv;
  return entry !== undefined && realpathSync(entry) === fileURLToPath(import.meta.url);
}

if (isEntry()) {
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  main({ environment: process.env, print }).catch((error: unknown) => {
    process.stderr.write(`${error instanceof StartError ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
