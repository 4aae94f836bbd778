/** The process: environment in, address out, and a clean end. */
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as say from '../shared/messages/fr/start.ts';
import { optionsFrom, packageRoot } from './composition/options.ts';
import { startService, type RunningService } from './composition/service.ts';
import { readConfig, type Config } from './config.ts';
import { TYPED_CODE_MS } from './http/access.ts';
import { StartError } from './listen.ts';

export interface MainOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly print: (line: string) => void;
  /** False while the pages are being built. */
  readonly pagesReady?: () => boolean;
  /** The blank workbook; the one of the tables when absent. */
  readonly template?: () => Promise<Uint8Array>;
}

/** Starts, says the address and what to do, and ends on SIGINT or SIGTERM. Throws `StartError`, whose message says why not. */
export async function main({ environment, print, pagesReady, template }: MainOptions): Promise<RunningService> {
  const config = readConfig(environment, packageRoot());
  if (!config.ok) throw new StartError(config.error.join('\n'));
  const announce = (code: string) => print(say.pairingCode(code, TYPED_CODE_MS / 60_000));
  const service = await startService({
    ...optionsFrom(config.value, pagesReady),
    announce,
    evenings: true,
    ...(template ? { template } : {}),
  });
  closeOnSignal(service, print);
  welcome(config.value, service, print);
  return service;
}

function welcome(config: Config, { origin, announceCode }: RunningService, print: MainOptions['print']): void {
  print(say.address(origin));
  if (config.demo) print(say.openWorkbench());
  if (config.https) {
    print(say.openExcel());
    announceCode();
  }
  print(say.howToStop());
}

/** An end that takes longer is no reason to stay. */
const LONGEST_END_MS = 10_000;

function closeOnSignal(service: RunningService, print: MainOptions['print']): void {
  const stop = () => {
    // A second signal ends the process at once, as it does by default.
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
    print(say.stopping());
    setTimeout(() => process.exit(1), LONGEST_END_MS).unref();
    void service.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

/** True when Node was given this very file to run, and not a file that imports it. */
function isEntry(): boolean {
  const [, entry] = process.argv;
  return entry !== undefined && existsSync(entry) && realpathSync(entry) === fileURLToPath(import.meta.url);
}

if (isEntry()) {
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  main({ environment: process.env, print }).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : 'unknown error'}\n`);
    process.exitCode = 1;
  });
}
