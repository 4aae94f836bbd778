/** The mail at the end of a run: written from the mirror, sent, tried again, and told in the run. It never fails the run. */
import type { Run, RunMail } from '../../../shared/contracts/schemas.ts';
import { addMinutes, wallClock, type Instant } from '../../../shared/domain/calendar/plainDate.ts';
import { luccaNews, type LuccaNews } from '../../../shared/domain/review/luccaNews.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { eveningMail, hasNews, trialMail, type MailWords } from '../../../shared/flows/eveningMail.ts';
import * as say from '../../../shared/messages/fr/employees/evening.ts';
import { laidOut } from '../../mail/layout.ts';
import type { ConnectionRecord, EveningRecord, MirrorReader } from '../../store/store.ts';
import type { EveningPorts } from './eveningPorts.ts';

/** Minutes before the second try and before the third, which is the last. */
const PAUSES = [1, 5];

export interface MailDesk {
  /** Writes the mail of a run that is over and sends it, now or later. `tries`: how often the evening was tried. */
  post(connection: ConnectionRecord, run: Run, tries: number): Promise<void>;
  /** Sends again what could not be sent, once its time has come. */
  sendWaiting(): Promise<void>;
  /** Takes up the mail that the last process could not send. */
  resume(connection: ConnectionRecord): Promise<void>;
  /** A message at once, to the addresses that are saved. */
  trial(connection: ConnectionRecord): Promise<Result<unknown, say.MailFailure> | 'nobody' | 'noServer'>;
  /** What is being sent is given up; it stays due. */
  stop(): void;
}

interface Letter {
  readonly connection: ConnectionRecord;
  readonly run: Run;
  readonly tries: number;
  readonly at: Instant;
}

interface Draft {
  readonly words: MailWords;
  readonly isNews: boolean;
  /** Number of the last change that it tells. */
  readonly change: number;
}

export function createMailDesk(ports: EveningPorts): MailDesk {
  const { store, now, zone } = ports;
  const waiting = new Map<string, Letter>();
  let giveUp = (): void => undefined;
  const stopped = new Promise<'stopped'>((resolve) => {
    giveUp = () => resolve('stopped');
  });

  const tell = (run: Run, mail: RunMail) => store.saveRun({ ...run, mail });

  async function newsOf(mirror: MirrorReader, { mailed }: EveningRecord, run: Run): Promise<LuccaNews> {
    const all = await mirror.changes(mailed?.change ?? 0);
    return luccaNews({
      // Before the first mail, only what this run saw is news.
      changes: mailed ? all : all.filter(({ runId }) => runId === run.id),
      employees: await mirror.employees(),
      unread: new Set(mirror.head.unreadFields),
      since: mailed && wallClock(mailed.at, zone).date,
      today: wallClock(now(), zone).date,
    });
  }

  async function draft({ connection, run, tries }: Letter): Promise<Draft> {
    const held = await store.evening(connection.id);
    const read = await store.withMirror(connection.id, async (mirror) => ({
      news: await newsOf(mirror, held, run),
      head: mirror.head,
    }));
    const news = read?.news ?? NOTHING;
    const { unreadFields = [], missingRights = [], lastChange = 0 } = read?.head ?? {};
    const words = eveningMail({ run, account: connection.host, zone, news, unreadFields, missingRights, tries });
    return { words, isNews: run.state !== 'done' || run.trigger === 'first' || hasNews(news), change: lastChange };
  }

  /** What was told, or what nobody was there to be told, is not told again. */
  async function remember(connection: ConnectionRecord, run: Run, change: number): Promise<void> {
    if (run.state !== 'done') return;
    await store.changeEvening(connection.id, (held) => ({ ...held, mailed: { change, at: now() } }));
  }

  async function attempt(letter: Letter, to: readonly string[], { words, change }: Draft): Promise<void> {
    const { connection, run } = letter;
    const { mailer } = ports.mailFor(connection);
    const tries = (run.mail?.tries ?? 0) + 1;
    const sent = mailer && (await Promise.race([mailer.send(laidOut(words, to)), stopped]));
    if (sent === null || sent === 'stopped') return;
    if (sent.ok) {
      await remember(connection, run, change);
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
    const made = await draft(letter);
    const { mailer } = ports.mailFor(connection);
    if (mailer === null || settings.recipients.length === 0) {
      await remember(connection, run, made.change);
      return tell(run, { state: 'nobody', tries: 0, reason: null });
    }
    if (!made.isNews && settings.onlyChanges) return tell(run, { state: 'quiet', tries: 0, reason: null });
    return attempt(letter, settings.recipients, made);
  }

  return {
    async post(connection, run, tries) {
      const mail: RunMail = { state: 'waiting', tries: 0, reason: null };
      await tell(run, mail);
      await send({ connection, run: { ...run, mail }, tries, at: now() });
    },
    async sendWaiting() {
      for (const letter of [...waiting.values()]) {
        if (letter.at > now()) continue;
        waiting.delete(letter.run.id);
        await send(letter);
      }
    },
    async resume(connection) {
      const runs = await store.runs(connection.id, LATELY);
      for (const run of runs) {
        if (run.mail?.state === 'waiting') waiting.set(run.id, { connection, run, tries: 1, at: now() });
      }
    },
    async trial(connection) {
      const { settings } = await store.evening(connection.id);
      const { mailer } = ports.mailFor(connection);
      if (mailer === null) return 'noServer';
      if (settings.recipients.length === 0) return 'nobody';
      return mailer.send(laidOut(trialMail(connection.host), settings.recipients));
    },
    stop: () => giveUp(),
  };
}

/** Runs among which a mail may still be due after a restart. */
const LATELY = 5;

const NOTHING: LuccaNews = { changes: 0, changed: [], arrivals: [], ends: [], gone: [], incomplete: [] };
