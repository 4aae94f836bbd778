/** `npm run build`: types and the service to `build/`, the pages to `dist/`, side by side. */
import { buildPages, compile } from './run/tools.ts';

const outcomes = await Promise.all([compile(['shared', 'server', 'addin', 'scripts']), buildPages('workbench')]);
// What failed is read last.
outcomes.sort((a, b) => Number(b.ok) - Number(a.ok));
for (const { output } of outcomes) process.stdout.write(output);
process.exitCode = outcomes.every(({ ok }) => ok) ? 0 : 1;
