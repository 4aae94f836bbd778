/** The tools that make the repository run, each in a process of its own that ends with this one. */
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Outcome {
  readonly ok: boolean;
  /** What the tool wrote, errors included. */
  readonly output: string;
}

/** Folder of package.json, with a final separator. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill();
});

/** Checks the types of those folders, and compiles what is in them to `build/`. */
export function compile(folders: readonly string[]): Promise<Outcome> {
  return runTool(['node_modules/typescript/bin/tsc', '-b', ...folders]);
}

/** Compiles `shared/` and `server/` to `build/`. */
export function compileService(): Promise<Outcome> {
  return compile(['shared', 'server']);
}

/** Builds the pane and the workbench to `dist/`, or the pane alone, as the product has it, to `build/product/`. */
export function buildPages(what: 'workbench' | 'product'): Promise<Outcome> {
  const options = what === 'product' ? ['--env', 'product'] : [];
  return runTool(['node_modules/webpack/bin/webpack.js', ...options]);
}

function runTool(command: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let output = '';
    const collect = (piece: Buffer) => (output += piece.toString('utf8'));
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('close', (code) => {
      running.delete(child);
      resolve({ ok: code === 0, output });
    });
  });
}
