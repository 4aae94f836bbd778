/** One run, from the first request to the replacement of the mirror. */
import type { AcceptedMapping } from '../../shared/contracts/fieldSchemas.ts';
import type { Problem, Run } from '../../shared/contracts/schemas.ts';
import { problem } from '../../shared/contracts/problem.ts';
import type { Instant } from '../../shared/domain/calendar/plainDate.ts';
import type { Result } from '../../shared/domain/result.ts';
import { massDisappearance } from '../../shared/messages/fr/employees/evening.ts';
import * as say from '../../shared/messages/fr/service.ts';
import type { LuccaConnector, LuccaCredentials, PageMemory, Pull, PullOptions } from '../lucca/connector.ts';
import type { ConnectionRecord, MirrorHead, Store } from '../store/store.ts';
import { StoreError } from '../sealed/storeError.ts';
import { commitPull } from './commitPull.ts';
import { massDepartures, type Departures } from './departures.ts';
import { endedRun, progressed, type LiveRun, type StopReason } from './liveRun.ts';
import { luccaProblem } from './luccaProblem.ts';
import type { PageMemories } from './pageMemories.ts';

export interface RunPorts {
  readonly store: Store;
  /** Null when the vault holds nothing for the connection. */
  readonly credentials: (connectionId: string) => Promise<LuccaCredentials | null>;
  /** The door of the account, shared by everything that talks to it; or why there is none. */
  readonly connectorOf: (connection: ConnectionRecord) => Result<LuccaConnector, Problem>;
  readonly pages: PageMemories;
  readonly now: () => Instant;
  /** Told of a bug or a disk failure inside a run. Must not log the message: it may hold a value. */
  readonly onFault: (error: unknown) => void;
}

/** Answers the run once over. Never rejects: what goes wrong is told in the run and to `onFault`; the mirror stays as it was. */
export async function performRun(ports: RunPorts, connection: ConnectionRecord, entry: LiveRun): Promise<Run> {
  try {
    return await attempt(ports, connection, entry);
  } catch (error) {
    ports.onFault(error);
    return endedRun(entry.run, 'failed', ports.now(), faultProblem(error));
  }
}

/** A failure of the disk tells what to do in its own words; anything else is a bug, and its text is never shown. */
function faultProblem(error: unknown): Problem {
  const detail = error instanceof StoreError ? say.runNotSaved({ why: error.message }) : say.runFailedInside();
  return problem(500, 'runFailed', detail);
}

async function attempt(ports: RunPorts, connection: ConnectionRecord, entry: LiveRun): Promise<Run> {
  const failed = (why: Problem) => endedRun(entry.run, 'failed', ports.now(), why);
  const credentials = await ports.credentials(connection.id);
  if (!credentials) return failed(problem(409, 'credentialsMissing', say.credentialsMissing()));
  const connector = ports.connectorOf(connection);
  if (!connector.ok) return failed(connector.error);

  const before = await ports.store.mirror(connection.id);
  const accepted = await ports.store.fieldMapping(connection.id);
  const early = stopOf(entry);
  if (early) return stoppedRun(entry, early, ports.now());
  const pages = ports.pages.take(connection.id, entry.run.months);
  const pulled = await connector.value.pull(credentials, pullOptions(entry, pages, before, accepted));
  const late = stopOf(entry);
  if (late || !pulled.ok) ports.pages.keep(connection.id, entry.run.months, pages);
  if (late) return stoppedRun(entry, late, ports.now());
  if (!pulled.ok) return failed(luccaProblem(pulled.error, connection.host));
  return save(ports, entry, pulled.value, accepted);
}

/** Asked anew: somebody may stop the run while we wait. */
function stopOf({ stopped }: LiveRun): StopReason | null {
  return stopped;
}

function pullOptions(
  entry: LiveRun,
  pages: PageMemory,
  before: MirrorHead | null,
  accepted: AcceptedMapping | null,
): PullOptions {
  const onProgress: PullOptions['onProgress'] = (progress) => {
    entry.run = progressed(entry.run, progress);
  };
  const { run, topics, abort } = entry;
  const mapping = accepted ? { mapping: accepted.lines } : {};
  const options = { months: run.months, topics, signal: abort.signal, onProgress, pages, ...mapping };
  return before ? { ...options, sources: before.sources, missingRights: before.missingRights } : options;
}

function stoppedRun(entry: LiveRun, reason: StopReason, at: Instant): Run {
  const detail = reason === 'cancelled' ? say.runCancelled() : say.runStopped();
  return endedRun(entry.run, reason, at, problem(409, reason === 'cancelled' ? 'runCancelled' : 'runStopped', detail));
}

/** The log would tell departures that nobody decided: the mirror stays, and somebody is asked. */
function tooMany({ disappeared, rows }: Departures): Problem {
  return problem(409, 'massDisappearance', massDisappearance({ disappeared, rows }), { disappeared, rows });
}

/** From here on the run can no longer be cancelled: the mirror is replaced in one step. */
async function save(ports: RunPorts, entry: LiveRun, pull: Pull, accepted: AcceptedMapping | null): Promise<Run> {
  const halfDays = [...pull.absences.values()].reduce((sum, each) => sum + each.length, 0);
  const counts = { employees: pull.employees.length, halfDays, requests: pull.requests, changes: 0 };
  entry.run = { ...entry.run, step: 'saving', waitingSeconds: 0, counts };
  const lost = entry.acceptsDepartures ? undefined : await massDepartures(ports.store, entry.run.connectionId, pull);
  if (lost) return endedRun(entry.run, 'failed', ports.now(), tooMany(lost));
  if (!(await ports.store.mirror(entry.run.connectionId))) await beginNews(ports, entry.run.connectionId, pull);
  const changes = await commitPull(ports.store, entry.run, pull, ports.now(), accepted?.lines ?? null);
  entry.run = { ...entry.run, counts: { ...counts, changes } };
  return endedRun(entry.run, 'done', ports.now(), null);
}

/** News begins with the first mirror, which logs nothing. Before it is there: a process that dies meanwhile begins again. */
async function beginNews({ store, now }: RunPorts, connectionId: string, pull: Pull): Promise<void> {
  const unread = [...pull.unreadFields, ...(pull.missingRights ?? [])];
  await store.changeEvening(connectionId, (held) => ({ ...held, mailed: { change: 0, at: now(), unread } }));
}
