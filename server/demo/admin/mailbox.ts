/** The letter box of the fictional company: what would have been sent, kept in memory and shown to this machine. */

export interface ReceivedMail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Numbered from 1, in the order of their coming. */
export interface KeptMail extends ReceivedMail {
  readonly number: number;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface Mailbox {
  receive(mail: ReceivedMail): void;
  /** The latest first. */
  list(): readonly KeptMail[];
  find(number: number): KeptMail | undefined;
}

/** Beyond, the oldest are thrown away. */
export const MOST_MAILS = 50;

export function createMailbox(now: () => number): Mailbox {
  let kept: readonly KeptMail[] = [];
  let number = 0;
  return {
    receive(mail) {
      number += 1;
      kept = [{ ...mail, number, at: new Date(now()).toISOString() }, ...kept].slice(0, MOST_MAILS);
    },
    list: () => kept,
    find: (asked) => kept.find((mail) => mail.number === asked),
  };
}
