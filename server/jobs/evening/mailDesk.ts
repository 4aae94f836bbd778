/** The mail at the end of a run: written from the mirror, sent, tried again, and told in the run. It never fails the run. */
import type { Run, RunMail } from '../../../shared/contracts/schemas.ts';
import type { MailSent, TransferMail } from '../../../shared/contracts/transferMailSchemas.ts';
import { addMinutes } from '../../../shared/domain/calendar/plainDate.ts';
import { ok, type Result } from '../../../shared/domain/result.ts';
import { transferMail } from '../../../shared/flows/absences/transfer/transferMail.ts';
import { trialMail, type MailWords } from '../../../shared/flows/eveningMail.ts';
import * as say from '../../../shared/messages/fr/employees/evening.ts';
import { laidOut } from '../../mail/layout.ts';
import { mutationQueue, type MutationQueue } from '../../sealed/mutationQueue.ts';
import type { ConnectionRecord, Mailed } from '../../store/store.ts';
import { guarded, type EveningPorts } from './eveningPorts.ts';
import { draftOf, type Draft, type Letter } from './mailDraft.ts';

/** Minutes before the second try and before the third, which is the last. */
const PAUSES = [1, 5];

/** What became of a mail that is sent at once, and once. */
export type SentAtOnce = Result<MailSent, say.MailFailure> | 'nobody' | 'noServer';

export interface MailDesk {
  /** Writes the mail of a run that is over and sends it, now or later. `tries`: how often the evening was tried. */
  post(connection: ConnectionRecord, run: Run, tries: number): Promise<void>;
  /** Sends again what could not be sent, once its time has come. */
  sendWaiting(): Promise<void>;
  /** Takes up the mail that the last process could not send. */
  resume(connection: ConnectionRecord): Promise<void>;
  /** A message at once, to the addresses that are saved. */
  trial(connection: ConnectionRecord): Promise<SentAtOnce>;
  /** What a preparation of absences left to do, at once, to the same addresses. */
  transfer(connection: ConnectionRecord, mail: TransferMail): Promise<SentAtOnce>;
  /** What is being sent is given up; it stays due. */
  stop(): void;
}

export function createMailDesk(ports: EveningPorts): MailDesk {
  const { store, now } = ports;
  const waiting = new Map<string, Letter>();
  const queues = new Map<string, MutationQueue>();
  let isPassing = false;
  let giveUp = (): void => undefined;
  const stopped = new Promise<'stopped'>((resolve) => {
    giveUp = () => resolve('stopped');
  });

  const tell = (run: Run, mail: RunMail) => store.saveRun({ ...run, mail });

  /** One letter of a connection at a time: each begins where the one before ended. */
  function inTurn(connectionId: string, task: () => Promise<void>): Promise<void> {
    const queue = queues.get(connectionId) ?? mutationQueue();
    queues.set(connectionId, queue);
    return queue.run(task);
  }

  const mailedNow = (told: Draft['told']): { mailed: Mailed } => ({ mailed: { ...told, at: now() } });

  /** What was told, or what nobody was there to be told, is not told again. */
  async function remember(connection: ConnectionRecord, run: Run, told: Draft['told']): Promise<void> {
    if (run.state !== 'done') return;
    await store.changeEvening(connection.id, (held) => ({ ...held, ...mailedNow(told) }));
  }

  /** A right that came back unnoticed is news when it is lost again. */
  async function rememberRights(connection: ConnectionRecord, { unread = [] }: Draft['told']): Promise<void> {
    await store.changeEvening(connection.id, (held) => ({
      ...held,
      mailed: held.mailed && { ...held.mailed, unread },
    }));
  }

  async function attempt(letter: Letter, to: readonly string[], { words, told }: Draft): Promise<void> {
    const { connection, run } = letter;
    const { mailer } = ports.mailFor(connection);
    const tries = (run.mail?.tries ?? 0) + 1;
    const sent = mailer && (await Promise.race([mailer.send(laidOut(words, to)), stopped]));
    if (sent === null || sent === 'stopped') return;
    if (sent.ok) {
      await remember(connection, run, told);
      const { refused } = sent.value;
      await tell(run, { state: 'sent', tries, reason: refused === 0 ? null : say.someRefused(refused) });
      return;
    }
    const reason = say.mailFailed(sent.error);
    const pause = PAUSES[tries - 1];
    const mail: RunMail = { state: pause === undefined ? 'failed' : 'waiting', tries, reason };
    await tell(run, mail);
    if (pause !== undefined) {
      waiting.set(run.id, { ...letter, run: { ...run, mail }, at: addMinutes(now(), pause) });
    }
  }

  async function send(letter: Letter): Promise<void> {
    const { connection, run } = letter;
    const { settings } = await store.evening(connection.id);
    const made = await draftOf(ports, letter);
    const { mailer } = ports.mailFor(connection);
    if (mailer === null || settings.recipients.length === 0) {
      await remember(connection, run, made.told);
      return tell(run, { state: 'nobody', tries: 0, reason: null });
    }
    if (!made.isNews && settings.onlyChanges) {
      await rememberRights(connection, made.told);
      return tell(run, { state: 'quiet', tries: 0, reason: null });
    }
    return attempt(letter, settings.recipients, made);
  }

  async function sendAtOnce(connection: ConnectionRecord, words: MailWords): Promise<SentAtOnce> {
    const { recipients } = (await store.evening(connection.id)).settings;
    const { mailer } = ports.mailFor(connection);
    if (mailer === null) return 'noServer';
    if (recipients.length === 0) return 'nobody';
    const sent = await mailer.send(laidOut(words, recipients));
    return sent.ok ? ok({ recipients: recipients.length, refused: sent.value.refused }) : sent;
  }

  /** What an older letter did not say, a newer one does. */
  async function supersede(connection: ConnectionRecord, by: Run): Promise<void> {
    for (const { connection: of, run } of [...waiting.values()]) {
      if (by.state !== 'done' || run.state !== 'done' || of.id !== connection.id) continue;
      if (run.startedAt >= by.startedAt || !waiting.delete(run.id)) continue;
      await tell(run, { state: 'failed', tries: run.mail?.tries ?? 0, reason: say.toldByNext });
    }
  }

  async function pass(): Promise<void> {
    for (const [id, letter] of [...waiting]) {
      if (letter.at > now()) continue;
      const sent = inTurn(letter.connection.id, async () => {
        if (waiting.delete(id)) await send(letter);
      });
      await guarded(ports, () => sent);
    }
  }

  return {
    post: (connection, run, tries) =>
      inTurn(connection.id, async () => {
        await supersede(connection, run);
        const mail: RunMail = { state: 'waiting', tries: 0, reason: null };
        await tell(run, mail);
        await send({ connection, run: { ...run, mail }, tries, at: now() });
      }),
    async sendWaiting() {
      if (isPassing) return;
      isPassing = true;
      try {
        await pass();
      } finally {
        isPassing = false;
      }
    },
    async resume(connection) {
      const runs = await store.runs(connection.id, LATELY);
      for (const run of [...runs].reverse()) {
        if (run.mail) await supersede(connection, run);
        if (run.mail?.state === 'waiting') waiting.set(run.id, { connection, run, tries: 1, at: now() });
      }
    },
    trial: (connection) => sendAtOnce(connection, trialMail(connection.host)),
    transfer: (connection, mail) => sendAtOnce(connection, transferMail(mail, connection.host)),
    stop: () => giveUp(),
  };
}

/** Runs among which a mail may still be due after a restart. */
const LATELY = 5;
