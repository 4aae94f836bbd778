/** Microsoft's Excel client in a plain Node realm, joined to the fake host: for tests and for the bench. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connectHost, installOffice } from '../../addin/workbench/host/index.ts';
import type { ClientScope, Host } from '../../addin/workbench/host/index.ts';

const CLIENT_FILE = '@microsoft/office-js/dist/excel-web-16.00.js';
const scope = globalThis as unknown as ClientScope & { Excel?: unknown };

/**
 * Loads the client in this realm (once) and joins it to `host`: from then on `Excel.run` talks to that host.
 * The file is read from the installed package and evaluated as it is.
 */
export function joinClient(host: Host): void {
  if (scope.Excel === undefined) loadClient();
  installOffice(scope, host.requirements);
  connectHost(scope, host);
}

function loadClient(): void {
  Object.assign(globalThis, browserStubs());
  const path = createRequire(import.meta.url).resolve(CLIENT_FILE);
  // Indirect, so that it runs in the global scope of this realm: errors and dates are then the tests' own.
  (0, eval)(readFileSync(path, 'utf8'));
}

/** The few browser things the client touches while it loads; none of them does anything. */
function browserStubs(): object {
  const nothing = (): void => undefined;
  const none = (): null => null;
  const element = (): object => ({ appendChild: nothing, setAttribute: nothing, style: {} });
  const storage = { getItem: none, setItem: nothing, removeItem: nothing };
  const url = 'http://localhost/';
  const page = { createElement: element, head: element(), body: element(), documentElement: element() };
  const lookups = { getElementsByTagName: () => [], getElementById: none, addEventListener: nothing };
  return {
    window: globalThis,
    self: globalThis,
    parent: globalThis,
    top: globalThis,
    name: '',
    location: { href: url, protocol: 'http:', host: 'localhost', hostname: 'localhost', search: '', hash: '' },
    document: { ...page, ...lookups, cookie: '', URL: url },
    navigator: { userAgent: 'Node', platform: 'Node' },
    addEventListener: nothing,
    postMessage: nothing,
    sessionStorage: storage,
    localStorage: storage,
    external: {},
    history: {},
    XMLHttpRequest: function XMLHttpRequest() {},
  };
}
