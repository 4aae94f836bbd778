import type { Entitlement } from './company/entitlement.ts';
import type { TokenOffice } from './api/v5/tokens.ts';
import type { Mailbox } from './admin/mailbox.ts';
import type { Changes } from './changes/changes.ts';
import type { Company } from './company/model.ts';
import type { Random } from './company/prng.ts';
import type { FaultDesk } from './gate/faults.ts';
import type { KeyRing } from './gate/keyRing.ts';
import type { RateGate } from './gate/rateLimit.ts';
import type { RequestLog } from './gate/requestLog.ts';

/** Everything one running account holds; the routes share it. */
export interface DemoState {
  readonly company: Company;
  readonly changes: Changes;
  readonly faults: FaultDesk;
  readonly keys: KeyRing;
  readonly rate: RateGate;
  readonly requests: RequestLog;
  readonly tokens: TokenOffice;
  readonly apiKey: string;
  readonly mailbox: Mailbox;
  /** What imports credited, oldest first. */
  readonly entitlements: Entitlement[];
  /** The order of lists asked without `orderBy` is drawn here, anew at each request. */
  readonly disorder: Random;
  /** Known once the server listens. */
  readonly origin: () => string;
}
