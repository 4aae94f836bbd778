import { afterEach } from '@jest/globals';
import type { Host } from '../../addin/workbench/host/index.ts';
import { joinClient } from './excelRealm.ts';

const connected = new Set<Host>();

/** Joins Microsoft's Excel client, loaded in this test's own realm, to `host`: from then on `Excel.run` talks to that host. */
export function connect(host: Host): void {
  joinClient(host);
  connected.add(host);
}

/** The client gives its ranges back after each run without waiting: unserved, it would try again for seconds. */
afterEach(async () => {
  for (const host of connected) {
    host.faults.cellEdit = false;
    await host.drain();
  }
});
