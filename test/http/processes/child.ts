import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../../..');
const typescript = pathToFileURL(join(root, 'scripts/typescript.mjs')).href;

export interface Child {
  /** The first whole line of its output that `wanted` accepts. Fails with what it said when it ends before. */
  line(wanted: (line: string) => boolean): Promise<string>;
  said(): string;
  /** Sends a signal, if any, and waits for its end; answers its exit code, null when a signal ended it. */
  end(signal?: 'SIGKILL' | 'SIGTERM' | 'SIGINT'): Promise<number | null>;
}

/** Runs a program in a process of its own: as it is built, or a TypeScript file of the tests. */
export function startChild(file: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Child {
  const command = [...(file.endsWith('.ts') ? ['--import', typescript] : []), file, ...args];
  const child = spawn(process.execPath, command, { env: { ...process.env, ...environment } });
  let said = '';
  let over = false;
  const heard = (text: Buffer) => (said += text.toString());
  child.stdout.on('data', heard);
  child.stderr.on('data', heard);
  const ended = (once(child, 'close') as Promise<[number | null]>).finally(() => (over = true));
  return {
    async line(wanted) {
      for (;;) {
        const found = said.split('\n').slice(0, -1).find(wanted);
        if (found !== undefined) return found;
        if (over) throw new Error(`it ended: ${said}`);
        await Promise.race([once(child.stdout, 'data'), ended]);
      }
    },
    said: () => said,
    async end(signal) {
      if (signal) child.kill(signal);
      const [code] = await ended;
      return code;
    },
  };
}
