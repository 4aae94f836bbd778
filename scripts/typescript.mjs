// Lets Node 20 run the repository's own TypeScript: `node --import ./scripts/typescript.mjs scripts/start.ts`.
// Types are only taken away here; `tsc -b` checks them.
import { register } from 'node:module';

register('./typescriptLoader.mjs', import.meta.url);
process.setSourceMapsEnabled(true);
