import type { Problem } from '../../shared/contracts/schemas.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { LuccaConnector } from '../lucca/connector.ts';

/** Where an account answers. The connector is the same for every caller: they share its limit of requests. */
export interface OpenedAccount {
  readonly host: string;
  readonly connector: LuccaConnector;
}

/** From what a person typed to the door of their account; the problem is a sentence about what they typed. */
export interface LuccaDoor {
  open(account: string): Result<OpenedAccount, Problem>;
}
