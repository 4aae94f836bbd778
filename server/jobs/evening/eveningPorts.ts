import type { Evening } from '../../../shared/contracts/eveningSchemas.ts';
import type { Instant, PlainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import type { Mailer } from '../../mail/mail.ts';
import { StoreError } from '../../sealed/storeError.ts';
import type { ConnectionRecord, Store } from '../../store/store.ts';
import type { Runner } from '../runner.ts';

/** Where the mail of a connection goes; nowhere without a mailer. */
export interface MailRoute {
  readonly kind: Evening['mail'];
  readonly mailer: Mailer | null;
  /** Whom a new connection writes to, before anybody has chosen. */
  readonly firstRecipients: readonly string[];
}

export interface EveningPorts {
  readonly store: Store;
  readonly runner: Runner;
  readonly now: () => Instant;
  /** Clocks of the evenings. */
  readonly zone: string;
  /** What an evening reads: the month of pay and the one before. */
  readonly months: () => readonly PlainMonth[];
  readonly mailFor: (connection: ConnectionRecord) => MailRoute;
  /** Told of a bug or a disk failure. Must not log the message: it may hold a value. */
  readonly onFault: (error: unknown) => void;
}

/** Does `task`; a connection that was forgotten meanwhile is no fault. */
export async function guarded(ports: EveningPorts, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'unknownConnection')) ports.onFault(error);
  }
}
