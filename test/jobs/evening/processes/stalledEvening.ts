/** An evening that never ends, in a process of its own: says when it has begun, and waits to be killed. */
import { Office } from '../office.ts';

const office = new Office(process.argv[2] ?? '');
await office.start();
await office.at('2026-11-16T18:00:00.000Z');
office.held = new Promise(() => undefined);
void office.at('2026-11-16T19:00:00.000Z');
const run = await office.begun();
const { lastDay } = await office.store.evening('a');
process.stdout.write(`run ${run.trigger ?? ''} ${run.state} ${lastDay ?? ''}\n`);
setInterval(() => undefined, 60_000);
