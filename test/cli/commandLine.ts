/** One command run in this process, on a terminal that keeps what it is told. */
import { runCommand } from '../../server/cli/commands.ts';
import { clock, type Terminal } from '../../server/cli/terminal.ts';

export interface Said {
  readonly code: number;
  readonly printed: string;
  readonly noted: string;
  readonly labels: readonly string[];
  readonly questions: readonly string[];
}

export interface Scene {
  readonly environment?: NodeJS.ProcessEnv;
  /** Answers to the questions, in order. Absent: nobody is there. */
  readonly answers?: readonly string[];
  /** Called at each step shown; raising the signal is Ctrl+C. */
  readonly onProgress?: (label: string, stop: AbortController) => void;
}

export async function passerelle(words: readonly string[], scene: Scene = {}): Promise<Said> {
  const [printed, noted, labels, questions]: string[][] = [[], [], [], []];
  const stop = new AbortController();
  const answers = [...(scene.answers ?? [])];
  const terminal: Terminal = {
    environment: { PASSERELLE_LOG_LEVEL: 'silent', ...scene.environment },
    print: (line) => void printed?.push(line),
    note: (line) => void noted?.push(line),
    progress: (label) => {
      labels?.push(label);
      scene.onProgress?.(label, stop);
    },
    isInteractive: scene.answers !== undefined,
    ask: (question) => {
      questions?.push(question);
      return Promise.resolve(answers.shift());
    },
    signal: stop.signal,
    // The service of the tests is quick: it is asked more often where a run stands.
    clock: { ...clock, wait: (milliseconds, signal) => clock.wait(milliseconds / 20, signal) },
  };
  const code = await runCommand(terminal, words);
  const joined = (lines: string[] | undefined) => (lines ?? []).join('\n');
  return { code, printed: joined(printed), noted: joined(noted), labels: labels ?? [], questions: questions ?? [] };
}

/** The one line of JSON of a command. */
export function json(said: Said): Record<string, unknown> & { readonly exitCode: number; readonly message: string } {
  return JSON.parse(said.printed) as ReturnType<typeof json>;
}
