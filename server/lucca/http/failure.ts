import type { LuccaError } from '../connector.ts';

/**
 * Carries a `LuccaError` from the call that failed up to the connector, which turns it into a `Result`.
 * It has no cause on purpose: messages of the network layer quote headers and addresses.
 */
export class LuccaFailure extends Error {
  readonly reason: LuccaError;

  constructor(reason: LuccaError) {
    super(`lucca: ${reason.code}`);
    this.name = 'LuccaFailure';
    this.reason = reason;
  }
}
