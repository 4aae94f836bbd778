/**
 * Lets Node 20 run the repository's own TypeScript: `node --import ./scripts/typescript.mjs scripts/start.ts`.
 * Types are only taken away; `tsc -b` checks them.
 */
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { transformFile } from '@swc/core';

if (isMainThread) {
  // Node loads this file once more, in the thread of its loaders, where `load` is called.
  register(import.meta.url);
  process.setSourceMapsEnabled(true);
}

/** Answers the JavaScript of a `.ts` file, and leaves any other file to Node. */
export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
  const { code } = await transformFile(fileURLToPath(url), {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'es6' },
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  });
  return { format: 'module', source: code, shortCircuit: true };
}
