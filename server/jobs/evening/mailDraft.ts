/** The mail of a run, written from the mirror as it stands when it leaves. */
import type { Run } from '../../../shared/contracts/schemas.ts';
import {
  parsePlainDate,
  monthOf,
  wallClock,
  type Instant,
  type PlainMonth,
} from '../../../shared/domain/calendar/plainDate.ts';
import { luccaNews, type LuccaNews } from '../../../shared/domain/review/luccaNews.ts';
import type { MirrorChange } from '../../../shared/domain/review/mirrorChanges.ts';
import { silentMonths } from '../../../shared/domain/review/silentMonths.ts';
import { eveningMail, hasNews, type MailAbout, type MailWords } from '../../../shared/flows/eveningMail.ts';
import type { ConnectionRecord, EveningRecord, Mailed, MirrorReader } from '../../store/store.ts';
import type { EveningPorts } from './eveningPorts.ts';

export interface Letter {
  readonly connection: ConnectionRecord;
  readonly run: Run;
  readonly tries: number;
  readonly at: Instant;
}

export interface Draft {
  readonly words: MailWords;
  readonly isNews: boolean;
  /** What it tells, once it is sent. */
  readonly told: Omit<Mailed, 'at'>;
}

/** Months whose absences were all taken away: what Lucca refuses to show looks the same. */
async function silentOf(mirror: MirrorReader, changes: readonly MirrorChange[]): Promise<PlainMonth[]> {
  const lost = changes.filter(({ kind }) => kind === 'absenceRemoved');
  const dates = lost.map(({ before }) => parsePlainDate(String(before).slice(0, 10)));
  const months = [...new Set(dates.flatMap((date) => (date === undefined ? [] : [monthOf(date)])))].sort();
  const held = await Promise.all(months.map((month) => mirror.absences(month)));
  const silent = silentMonths({ employees: await mirror.employees(), halfDays: held.flat() }, months);
  return silent.map(({ month }) => month);
}

type Read = Pick<MailAbout, 'news' | 'unreadFields' | 'missingRights' | 'lost' | 'silent'> & Pick<Draft, 'told'>;

const NOTHING: LuccaNews = { told: 0, changed: [], reread: [], arrivals: [], ends: [], gone: [], incomplete: [] };

const NOTHING_READ: Read = {
  ...{ news: NOTHING, unreadFields: [], missingRights: [], lost: 0, silent: [] },
  told: { change: 0 },
};

async function readOf(mirror: MirrorReader, { mailed }: EveningRecord, now: Instant, zone: string): Promise<Read> {
  const { unreadFields, missingRights, lastChange } = mirror.head;
  const changes = await mirror.changes(mailed?.change ?? 0);
  const silent = await silentOf(mirror, changes);
  const unread = [...unreadFields, ...missingRights];
  const known = new Set(mailed?.unread ?? unread);
  const news = luccaNews({
    changes,
    employees: await mirror.employees(),
    silent: new Set(silent),
    // A clock that was ahead may have dated the mail before in the future.
    since: mailed && wallClock(mailed.at < now ? mailed.at : now, zone).date,
    today: wallClock(now, zone).date,
  });
  const lost = unread.filter((each) => !known.has(each)).length;
  return { news, unreadFields, missingRights, silent, lost, told: { change: lastChange, unread } };
}

/** Runs among which one that failed without a word is looked for. */
const LATELY = 50;

/** Readings that failed and whose own mail never left, of which no mail has left since: oldest first. */
async function untoldOf({ store }: EveningPorts, { connectionId, id, startedAt }: Run): Promise<Run[]> {
  const runs = (await store.runs(connectionId, LATELY)).filter((run) => run.id !== id && run.startedAt <= startedAt);
  const told = runs.findIndex(({ mail }) => mail?.state === 'sent' || mail?.state === 'nobody');
  const since = told === -1 ? runs : runs.slice(0, told);
  return since.filter(({ state, mail }) => state !== 'done' && mail?.state === 'failed').reverse();
}

export async function draftOf(ports: EveningPorts, { connection, run, tries }: Letter): Promise<Draft> {
  const { store, now, zone } = ports;
  const held = await store.evening(connection.id);
  const read = (await store.withMirror(connection.id, (mirror) => readOf(mirror, held, now(), zone))) ?? NOTHING_READ;
  const untold = await untoldOf(ports, run);
  const words = eveningMail({ ...read, run, untold, account: connection.host, zone, tries });
  const isNews = run.state !== 'done' || run.trigger === 'first' || untold.length > 0 || hasNews(read);
  return { words, isNews, told: read.told };
}
