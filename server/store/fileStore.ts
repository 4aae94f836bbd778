/** `Store` in sealed files: one folder per connection under `connections/`, one process, everything small in memory. */
import { rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AcceptedMapping } from '../../shared/contracts/fieldSchemas.ts';
import type { Change, Run } from '../../shared/contracts/schemas.ts';
import type { HalfDayAbsence } from '../../shared/domain/absences/halfDay.ts';
import type { Instant, PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { Employee } from '../../shared/domain/people/employee.ts';
import type { Result } from '../../shared/domain/result.ts';
import { namesIn, removeLeftovers } from '../sealed/durableFile.ts';
import { mutationQueue, type MutationQueue } from '../sealed/mutationQueue.ts';
import { folderNameOf, openSealedFolder, type SealedFolder, type SealedFolderOptions } from '../sealed/sealedFolder.ts';
import { unknownConnectionError, type StoreError } from '../sealed/storeError.ts';
import { createConnectionFolder, openConnectionFolder, REMOVED, type ConnectionFolder } from './connectionFolder.ts';
import type {
  ConnectionRecord,
  EveningRecord,
  MirrorCommit,
  MirrorHead,
  MirrorReader,
  ReceiptChange,
  Store,
} from './store.ts';

const CONNECTIONS = 'connections';

/** Opens the store and mends what a killed process left; runs found « running » become « interrupted ». One process at a time. */
export function openFileStore(options: SealedFolderOptions): Promise<Result<Store, StoreError>> {
  return openSealedFolder(
    options,
    'store',
    async (sealed) => new FileStore(sealed, options.now, await openAll(sealed, options.now)),
  );
}

async function openAll(sealed: SealedFolder, now: () => Instant): Promise<Map<string, ConnectionFolder>> {
  const opened = new Map<string, ConnectionFolder>();
  for (const name of await namesIn(join(sealed.folder, CONNECTIONS))) {
    if (await clearUnfinished(join(sealed.folder, CONNECTIONS, name))) continue;
    const connection = await openConnectionFolder(sealed, `${CONNECTIONS}/${name}`, now);
    opened.set(connection.record().id, connection);
  }
  return opened;
}

/** Ends a removal, or undoes a creation, that was cut short. False for a folder in use. */
async function clearUnfinished(folder: string): Promise<boolean> {
  if (folder.endsWith(REMOVED)) {
    await rm(folder, { recursive: true });
    return true;
  }
  if ((await removeLeftovers(folder)).length > 0) return false;
  await rmdir(folder);
  return true;
}

class FileStore implements Store {
  readonly #sealed: SealedFolder;
  readonly #now: () => Instant;
  readonly #opened: Map<string, ConnectionFolder>;
  /** Connections come and go one at a time. */
  readonly #comings: MutationQueue = mutationQueue();
  #closed = false;

  constructor(sealed: SealedFolder, now: () => Instant, opened: Map<string, ConnectionFolder>) {
    this.#sealed = sealed;
    this.#now = now;
    this.#opened = opened;
  }

  connections(): Promise<readonly ConnectionRecord[]> {
    const records = [...this.#connections().values()].map((each) => each.record());
    return Promise.resolve(records.sort(byAge));
  }

  async addConnection(record: ConnectionRecord): Promise<void> {
    const connections = this.#connections();
    await this.#comings.run(async () => {
      const known = connections.get(record.id);
      if (known) return known.changeRecord(record);
      const path = `${CONNECTIONS}/${folderNameOf(record.id)}`;
      connections.set(record.id, await createConnectionFolder(this.#sealed, path, this.#now, record));
    });
  }

  async removeConnection(connectionId: string): Promise<void> {
    const connections = this.#connections();
    await this.#comings.run(async () => {
      const known = connections.get(connectionId);
      if (!known) return;
      // From here on nobody finds it; when the disk refuses, it is there as before.
      connections.delete(connectionId);
      try {
        await known.remove();
      } catch (error) {
        connections.set(connectionId, known);
        throw error;
      }
    });
  }

  mirror(connectionId: string): Promise<MirrorHead | null> {
    return Promise.resolve(this.#connections().get(connectionId)?.head() ?? null);
  }

  async withMirror<T>(connectionId: string, use: (mirror: MirrorReader) => Promise<T>): Promise<T | null> {
    return (await this.#connections().get(connectionId)?.withMirror(use)) ?? null;
  }

  async employees(connectionId: string): Promise<readonly Employee[]> {
    return (await this.withMirror(connectionId, (mirror) => mirror.employees())) ?? [];
  }

  async absences(connectionId: string, month: PlainMonth): Promise<readonly HalfDayAbsence[]> {
    return (await this.withMirror(connectionId, (mirror) => mirror.absences(month))) ?? [];
  }

  async changes(connectionId: string, since: number): Promise<readonly Change[]> {
    return (await this.withMirror(connectionId, (mirror) => mirror.changes(since))) ?? [];
  }

  async commit(connectionId: string, commit: MirrorCommit): Promise<MirrorHead> {
    return this.#connection(connectionId).commit(commit);
  }

  async saveRun(run: Run): Promise<void> {
    await this.#connection(run.connectionId).runs.save(run);
  }

  run(runId: string): Promise<Run | null> {
    const found = [...this.#connections().values()].map((each) => each.runs.find(runId));
    return Promise.resolve(found.find((each) => each !== null) ?? null);
  }

  runs(connectionId: string, limit: number): Promise<readonly Run[]> {
    return Promise.resolve(this.#connections().get(connectionId)?.runs.latest(limit) ?? []);
  }

  async changeReceipts<T>(connectionId: string, change: ReceiptChange<T>): Promise<T> {
    return this.#connection(connectionId).changeReceipts(change);
  }

  async evening(connectionId: string): Promise<EveningRecord> {
    return this.#connection(connectionId).evening.value();
  }

  async changeEvening(connectionId: string, change: (held: EveningRecord) => EveningRecord): Promise<EveningRecord> {
    return this.#connection(connectionId).evening.change(change);
  }

  fieldMapping(connectionId: string): Promise<AcceptedMapping | null> {
    return Promise.resolve(this.#connections().get(connectionId)?.mapping.value().accepted ?? null);
  }

  async acceptMapping(
    connectionId: string,
    accepted: AcceptedMapping,
    mayReplace: (held: AcceptedMapping | null) => boolean = () => true,
  ): Promise<AcceptedMapping | null> {
    const { mapping } = this.#connection(connectionId);
    await mapping.change((held) => (mayReplace(held.accepted) ? { accepted } : held));
    return mapping.value().accepted;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#comings.idle();
    await Promise.all([...this.#opened.values()].map((each) => each.idle()));
    await this.#sealed.release();
  }

  #connection(connectionId: string): ConnectionFolder {
    const found = this.#connections().get(connectionId);
    if (!found) throw unknownConnectionError();
    return found;
  }

  /** Once the folder is given back, another process may be writing in it. */
  #connections(): Map<string, ConnectionFolder> {
    if (this.#closed) throw new Error('the store is closed');
    return this.#opened;
  }
}

function byAge(a: ConnectionRecord, b: ConnectionRecord): number {
  return `${a.createdAt} ${a.id}` < `${b.createdAt} ${b.id}` ? -1 : 1;
}
