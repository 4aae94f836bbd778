/** Everything the store keeps of one connection: `head` (the document that commits), `runs`, `receipts`, `mapping`, `evening`, and the parts in `mirror/`. */
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { AcceptedMapping } from '../../shared/contracts/fieldSchemas.ts';
import type { Receipt } from '../../shared/contracts/receiptSchemas.ts';
import type { Instant } from '../../shared/domain/calendar/plainDate.ts';
import { syncFolder } from '../sealed/durableFile.ts';
import type { SealedFolder } from '../sealed/sealedFolder.ts';
import { asStoreError } from '../sealed/storeError.ts';
import { openDocument, type SealedDocument } from './document.ts';
import { writeCommit } from './mirrorCommit.ts';
import { completed, filesOf, type ConnectionDocument } from './mirrorIndex.ts';
import { mirrorReader, readings, type Readings } from './mirrorReader.ts';
import { openParts, type Parts } from './parts.ts';
import { openRunHistory, type RunHistory } from './runHistory.ts';
import type {
  ConnectionRecord,
  EveningRecord,
  MirrorCommit,
  MirrorHead,
  MirrorReader,
  ReceiptChange,
} from './store.ts';

/** A folder of this ending was removed; what is left of it goes at the next start at the latest. */
export const REMOVED = '.removed';

export interface ConnectionFolder {
  readonly runs: RunHistory;
  readonly mapping: Pick<SealedDocument<MappingDocument>, 'value' | 'change'>;
  readonly evening: Pick<SealedDocument<EveningRecord>, 'value' | 'change'>;
  record(): ConnectionRecord;
  changeRecord(record: ConnectionRecord): Promise<void>;
  head(): MirrorHead | null;
  withMirror<T>(use: (mirror: MirrorReader) => Promise<T>): Promise<T | null>;
  commit(commit: MirrorCommit): Promise<MirrorHead>;
  changeReceipts<T>(change: ReceiptChange<T>): Promise<T>;
  /** After what is being read and written; nothing may be asked afterwards. */
  remove(): Promise<void>;
  idle(): Promise<void>;
}

/** Before anybody has chosen anything. */
const firstEvening: EveningRecord = {
  settings: { enabled: true, time: '20:00', recipients: [], onlyChanges: true },
  lastDay: null,
  retry: null,
  mailed: null,
};

interface MappingDocument {
  readonly accepted: AcceptedMapping | null;
}

interface Contents {
  readonly document: SealedDocument<ConnectionDocument>;
  readonly parts: Parts;
  readonly runs: RunHistory;
  readonly receipts: SealedDocument<readonly Receipt[]>;
  readonly mapping: SealedDocument<MappingDocument>;
  readonly evening: SealedDocument<EveningRecord>;
  readonly reading: Readings;
  /** Set when the folder is given up: its name may soon serve again. */
  removed: boolean;
}

/** Opens the folder `path` as the last process left it, and clears away what that one did not finish. */
export async function openConnectionFolder(
  sealed: SealedFolder,
  path: string,
  now: () => Instant,
): Promise<ConnectionFolder> {
  const document = await openDocument<ConnectionDocument>(sealed.files, `${path}/head`, undefined, completed);
  const contents = await contentsOf(sealed, path, document, now);
  await sweep(contents);
  return connectionFolder(contents, join(sealed.folder, path));
}

export async function createConnectionFolder(
  sealed: SealedFolder,
  path: string,
  now: () => Instant,
  record: ConnectionRecord,
): Promise<ConnectionFolder> {
  const document = await openDocument<ConnectionDocument>(sealed.files, `${path}/head`, { record, mirror: null });
  await document.change((current) => current);
  return connectionFolder(await contentsOf(sealed, path, document, now), join(sealed.folder, path));
}

async function contentsOf(
  sealed: SealedFolder,
  path: string,
  document: SealedDocument<ConnectionDocument>,
  now: () => Instant,
): Promise<Contents> {
  const runs = await openRunHistory(sealed.files, `${path}/runs`, now);
  const receipts = await openDocument<readonly Receipt[]>(sealed.files, `${path}/receipts`, []);
  const evening = await openDocument<EveningRecord>(sealed.files, `${path}/evening`, firstEvening);
  const mapping = await openDocument<MappingDocument>(sealed.files, `${path}/mapping`, { accepted: null });
  const parts = openParts(sealed.folder, sealed.files, `${path}/mirror`);
  return { document, parts, runs, receipts, mapping, evening, reading: readings(), removed: false };
}

function connectionFolder(contents: Contents, folder: string): ConnectionFolder {
  const { document, runs, receipts, mapping, evening, reading } = contents;
  const idle = () =>
    Promise.all([reading.idle(), runs.idle(), receipts.queue.idle(), mapping.queue.idle(), evening.queue.idle()]);
  return {
    runs,
    mapping,
    evening,
    record: () => document.value().record,
    async changeRecord(record) {
      await document.change((current) => ({ ...current, record }));
    },
    head: () => document.value().mirror?.head ?? null,
    withMirror: (use) => lend(contents, use),
    commit: (commit) => commitTo(contents, commit),
    changeReceipts: (change) => changeReceipts(receipts, change),
    async remove() {
      await idle();
      await document.queue.run(() => giveUp(contents, folder));
    },
    async idle() {
      await idle();
      await document.queue.idle();
    },
  };
}

async function changeReceipts<T>(document: SealedDocument<readonly Receipt[]>, change: ReceiptChange<T>): Promise<T> {
  let answer: T | undefined;
  await document.change((held) => {
    const changed = change(held);
    answer = changed.answer;
    return changed.receipts;
  });
  return answer as T;
}

async function lend<T>(contents: Contents, use: (mirror: MirrorReader) => Promise<T>): Promise<T | null> {
  const { document, parts, reading } = contents;
  const index = document.value().mirror;
  if (!index) return null;
  try {
    return await reading.hold(index, () => use(mirrorReader(parts, index)));
  } finally {
    if (index !== document.value().mirror) sweepLater(contents);
  }
}

async function commitTo(contents: Contents, commit: MirrorCommit): Promise<MirrorHead> {
  const { document, parts } = contents;
  try {
    const committed = await document.change(async (current) => {
      return { ...current, mirror: await writeCommit(parts, current.mirror, commit) };
    });
    return committed.mirror.head;
  } finally {
    sweepLater(contents);
  }
}

/** Removes the parts that neither the document nor a reader names. Only from the document's queue, or before anybody has it. */
async function sweep({ document, parts, reading, removed }: Contents): Promise<void> {
  if (removed) return;
  const { mirror } = document.value();
  const wanted = mirror ? [mirror, ...reading.held()] : [...reading.held()];
  await parts.keepOnly(new Set(wanted.flatMap(filesOf)));
}

function sweepLater(contents: Contents): void {
  // What could not be removed now is in nobody's way; the next commit or the next start tries again.
  contents.document.queue.run(() => sweep(contents)).catch(() => undefined);
}

/** One rename removes it for good; once it is done, nothing that goes wrong makes the connection come back. */
async function giveUp(contents: Contents, folder: string): Promise<void> {
  const aside = `${folder}${REMOVED}`;
  try {
    await rm(aside, { recursive: true, force: true });
    await rename(folder, aside);
  } catch (error) {
    throw asStoreError(error, basename(folder));
  }
  contents.removed = true;
  // What the disk does not let go of now, the next start removes.
  await syncFolder(dirname(folder)).catch(() => undefined);
  await rm(aside, { recursive: true }).catch(() => undefined);
}
