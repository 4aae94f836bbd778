/** What a command ends with: a code for scripts, sentences for people, facts for `--json`. */

export const exitCodes = {
  done: 0,
  unexpected: 1,
  usage: 2,
  workbook: 3,
  service: 4,
  attention: 5,
  cancelled: 130,
} as const;

export type Exit = keyof typeof exitCodes;

export interface Outcome {
  readonly exit: Exit;
  /** Sentences; a line of a list under one is set two spaces in. */
  readonly lines: readonly string[];
  /** For `--json`. Counts, codes and places: never the value of a person's cell, never a secret. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export function outcome(exit: Exit, lines: readonly string[], facts: Outcome['facts'] = {}): Outcome {
  return { exit, lines, facts };
}

/** Thrown by a command that cannot go on; caught once, where it was started. */
export class Stop extends Error {
  readonly outcome: Outcome;

  constructor(exit: Exit, line: string, facts: Outcome['facts'] = {}) {
    super(line);
    this.outcome = outcome(exit, [line], facts);
  }
}
