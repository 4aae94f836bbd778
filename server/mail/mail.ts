/** A mail as it leaves: the door of this room. */
import type { Result } from '../../shared/domain/result.ts';
import type { MailFailure } from '../../shared/messages/fr/employees/evening.ts';

export interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  /** The same words, without and with layout. */
  readonly text: string;
  readonly html: string;
}

/** `refused`: how many addresses the server would not take, when it took others. Never says an address, a password or the words of the server. */
export interface Mailer {
  send(mail: Mail): Promise<Result<{ readonly refused: number }, MailFailure>>;
}
