/** IronCalc as the workbench page has it, for tests without a browser. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll } from '@jest/globals';
import init from '@ironcalc/wasm';

/** To be called once at the top of a test file that computes or paints. */
export function withEngine(): void {
  beforeAll(async () => {
    const file = createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm');
    await init({ module_or_path: readFileSync(file) });
  });
}
