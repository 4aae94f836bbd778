import { REFUSALS } from './assumptions.ts';
import type { Refusal } from './assumptions.ts';

/** An error Excel would answer: `code` is what the add-in catches. */
export class HostError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Refuses with the code assumed for this reason; `detail` names the member, the sheet or the address. */
export function refuse(reason: Refusal, detail = ''): never {
  const [code, message] = REFUSALS[reason];
  throw new HostError(code, detail ? `${message} (${detail})` : message);
}
