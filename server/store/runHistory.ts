/** The runs of one connection, in one small document. */
import type { Problem, Run } from '../../shared/contracts/schemas.ts';
import type { Instant } from '../../shared/domain/calendar/plainDate.ts';
import { runInterrupted, runInterruptedTitle } from '../../shared/messages/fr/storage.ts';
import type { SealedFiles } from '../sealed/sealedFile.ts';
import { openDocument, type SealedDocument } from './document.ts';

/** Beyond, the oldest are forgotten. */
const RUNS_KEPT = 200;

export interface RunHistory {
  /** Adds the run, or replaces the one of the same id. */
  save(run: Run): Promise<void>;
  find(runId: string): Run | null;
  latest(limit: number): readonly Run[];
  /** Resolves when what is being saved has been. */
  idle(): Promise<void>;
}

/** Oldest first. */
type Runs = readonly Run[];

/** A run found « running » belongs to a process that died: it becomes « interrupted », ended at `now`. */
export async function openRunHistory(files: SealedFiles, path: string, now: () => Instant): Promise<RunHistory> {
  const document = await openDocument<Runs>(files, path, []);
  if (document.value().some((run) => run.state === 'running')) {
    const endedAt = now();
    await document.change((runs) => runs.map((run) => (run.state === 'running' ? interrupted(run, endedAt) : run)));
  }
  return historyOver(document);
}

function historyOver(document: SealedDocument<Runs>): RunHistory {
  return {
    async save(run) {
      await document.change((runs) => withRun(runs, run));
    },
    find: (runId) => document.value().find((run) => run.id === runId) ?? null,
    latest: (limit) => document.value().slice(-limit).reverse(),
    idle: () => document.queue.idle(),
  };
}

function withRun(runs: Runs, run: Run): Runs {
  if (!runs.some((each) => each.id === run.id)) return [...runs, run].slice(-RUNS_KEPT);
  return runs.map((each) => (each.id === run.id ? run : each));
}

function interrupted(run: Run, endedAt: Instant): Run {
  const problem: Problem = {
    type: 'about:blank',
    title: runInterruptedTitle(),
    status: 500,
    code: 'runInterrupted',
    detail: runInterrupted(),
    facts: {},
  };
  return { ...run, state: 'interrupted', step: 'ended', endedAt, waitingSeconds: 0, problem };
}
