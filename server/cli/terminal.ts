/** The terminal a command speaks to, and the progress bar drawn on it. */
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { Writable, type Readable } from 'node:stream';
import { instant } from '../../shared/domain/calendar/plainDate.ts';
import type { Clock } from '../../shared/flows/ports.ts';
import { doneOf } from '../../shared/messages/fr/pane.ts';

export interface Terminal {
  readonly environment: NodeJS.ProcessEnv;
  /** Standard output: results. */
  print(line: string): void;
  /** Standard error: what is said meanwhile. */
  note(line: string): void;
  /** Shows where long work stands. Without a screen, does nothing. */
  progress(label: string, done: number, total: number): void;
  /** True when somebody is there to answer. */
  readonly isInteractive: boolean;
  /** Asks a person; undefined when nobody answers. A secret is not shown while it is typed. */
  ask(question: string, secret?: boolean): Promise<string | undefined>;
  /** Raised by Ctrl+C. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
}

export const clock: Clock = {
  now: () => instant(new Date().toISOString()),
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      const end = Date.now() + milliseconds;
      const look = () => {
        const left = end - Date.now();
        if (left <= 0 || signal?.aborted) resolve();
        else setTimeout(look, Math.min(left, 100));
      };
      look();
    }),
};

const BAR = 24;
const CLEAR_LINE = '\r\u001b[2K';

/** `[██████░░░░░░] Lecture des salariés… 120 sur 240`; without a total, the bar is left out. */
export function progressLine(label: string, done: number, total: number): string {
  const counts = doneOf(done, total);
  const full = total > 0 ? Math.round((BAR * Math.min(done, total)) / total) : 0;
  const bar = total > 0 ? `[${'█'.repeat(full)}${'░'.repeat(BAR - full)}] ` : '';
  return `${bar}${label}${counts === '' ? '' : ` ${counts}`}`;
}

export interface Keyboard {
  readonly input: Readable;
  readonly output: Writable;
  /** Ctrl+C: while a question waits it is a key as any other, and no signal of the system. */
  readonly interrupt: () => void;
}

/** Asks once. Undefined when the answer never comes: the signal, Ctrl+C, Ctrl+D, or an input that ends. */
export async function asked(
  { input, output, interrupt }: Keyboard,
  question: string,
  secret: boolean,
  signal: AbortSignal,
): Promise<string | undefined> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  if (secret) output.write(question);
  const lines = createInterface({ input, output: secret ? silent : output, terminal: true });
  lines.once('SIGINT', interrupt);
  const closed = once(lines, 'close').then(() => undefined);
  const answered = lines.question(secret ? '' : question, { signal }).catch(() => undefined);
  const answer = await Promise.race([answered, closed]);
  lines.close();
  // What a person typed, and saw, ended its own line.
  if (secret || answer === undefined) output.write('\n');
  return answer?.trim();
}

/** The terminal of this process. `quiet`: no progress, no question (`--json`). */
export function processTerminal(signal: AbortSignal, quiet: boolean): Terminal & { readonly end: () => void } {
  const shows = process.stderr.isTTY && !quiet;
  const isInteractive = process.stdin.isTTY && shows;
  const keyboard: Keyboard = {
    input: process.stdin,
    output: process.stderr,
    interrupt: () => void process.emit('SIGINT', 'SIGINT'),
  };
  let drawn = false;
  const clear = () => {
    if (drawn) process.stderr.write(CLEAR_LINE);
    drawn = false;
  };
  return {
    environment: process.env,
    signal,
    clock,
    isInteractive,
    print: (line) => {
      clear();
      process.stdout.write(`${line}\n`);
    },
    note: (line) => {
      clear();
      process.stderr.write(`${line}\n`);
    },
    progress: (label, done, total) => {
      if (!shows) return;
      // Some terminals do not say how wide they are.
      const width = process.stderr.columns || 80;
      process.stderr.write(`${CLEAR_LINE}${progressLine(label, done, total).slice(0, width - 1)}`);
      drawn = true;
    },
    ask: async (question, secret = false) => {
      clear();
      return isInteractive ? asked(keyboard, question, secret, signal) : undefined;
    },
    end: clear,
  };
}
