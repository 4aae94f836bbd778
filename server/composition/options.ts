/** From the configuration to what the service is started with, in this repository or in an installed package. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { destination, pino } from 'pino';
import type { Config } from '../config.ts';
import type { ServiceOptions } from './service.ts';

/** The folder of package.json, whether this file runs as written or compiled. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

function versionOf(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** Microsoft's client, for the workbench; null in the product, which has neither, and beside Excel, where real data is. */
function officeClientIn(root: string): string | null {
  const file = join(root, 'node_modules/@microsoft/office-js/dist/excel-web-16.00.js');
  return existsSync(file) ? file : null;
}

/** The log goes to the error output: the address alone is printed. A command that starts the service for itself takes port 0. */
export function optionsFrom(config: Config, pagesReady: () => boolean = () => true): ServiceOptions {
  const root = packageRoot();
  const { port, folder, environmentKey, keyFile, https, demo, writesToLucca, mail, zone, logLevel } = config;
  return {
    port,
    folder,
    key: { environmentKey, keyFile },
    version: versionOf(root),
    https,
    demo,
    writesToLucca,
    mail,
    zone,
    pages: { dist: join(root, 'dist'), ready: pagesReady, officeClient: demo && !https ? officeClientIn(root) : null },
    log: pino({ level: logLevel, base: null }, destination(2)),
  };
}
