import type { Problem } from '../../shared/contracts/schemas.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { LuccaConnector } from '../lucca/connector.ts';
import type { ConnectionRecord } from '../store/store.ts';

/** Where an account answers. The connector is the same for every caller: they share its limit of requests. */
export interface OpenedAccount {
  readonly host: string;
  readonly connector: LuccaConnector;
}

/** From what a person typed to the door of their account; the problem is a sentence about what they typed. */
export interface LuccaDoor {
  open(account: string): Result<OpenedAccount, Problem>;
  /** The door of an account that was connected: the key goes where it was tested, whatever the name has come to mean since. */
  reopen(connection: Pick<ConnectionRecord, 'account' | 'host'>): Result<LuccaConnector, Problem>;
  /** True for the `host` of an account that nobody's data is in: one served elsewhere than at Lucca, such as the demo. */
  isFictional(host: string): boolean;
}
