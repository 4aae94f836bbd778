/** One size, measured in a process of its own, so that its memory is its own. */
import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccountDoor } from './account.ts';
import type { PageMeasure } from './pageSteps.ts';
import { recorder } from './recorder.ts';
import type { Step } from './stopwatch.ts';

export interface Measure {
  readonly people: number;
  readonly halfDays: number;
  /** Lines of the plan that writes everything. */
  readonly lines: number;
  readonly requests: number;
  readonly minimum: number;
  readonly steps: readonly Step[];
}

type Inside = Pick<Measure, 'lines' | 'steps'>;
/** Computations that ask nothing of Lucca. Each process loads only what it measures: its start is short, its memory its own. */
const computations = {
  vouchers: async () => (await import('./voucherSteps.ts')).voucherSteps,
  worktime: async () => (await import('./worktimeSteps.ts')).worktimeSteps,
  matching: async () => (await import('./matchingSteps.ts')).matchingSteps,
  absences: async () => (await import('./absenceSteps.ts')).absenceSteps,
} as const;
export type Computation = keyof typeof computations;
/** What a child measures: the main job on an account, or a computation for so many people. */
type Task = { readonly door: AccountDoor } | { readonly people: number; readonly computation: Computation };

/** Measures `people`. The account stays in this process; service, pane and workbook live in a child, started as `program`. */
export async function measure(program: string, people: number): Promise<Measure> {
  const { startAccount } = await import('./account.ts');
  const account = await startAccount(people);
  try {
    const { lines, steps } = await inChild(program, { door: account.door });
    return { people, halfDays: account.halfDays, lines, requests: account.requests(), minimum: account.minimum, steps };
  } finally {
    await account.close();
  }
}

/** Measures a computation for `people`, in a process of its own too. */
export async function measureComputation(
  program: string,
  people: number,
  computation: Computation,
): Promise<Pick<Measure, 'people' | 'steps'>> {
  const { steps } = await inChild(program, { people, computation });
  return { people, steps };
}

/** Measures the main job of `people` in a browser. */
export async function measureInPage(people: number): Promise<PageMeasure> {
  const [{ startAccount }, { measurePage }] = await Promise.all([import('./account.ts'), import('./pageSteps.ts')]);
  const account = await startAccount(people);
  try {
    return await measurePage(people, account.door);
  } finally {
    await account.close();
  }
}

function inChild(program: string, task: Task): Promise<Inside> {
  const child = fork(program, { execArgv: [...process.execArgv, '--expose-gc'] });
  child.send(task);
  return new Promise((resolve, reject) => {
    child.once('message', (measured) => resolve(measured as Inside));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the measure ended with ${String(code)}`)));
  });
}

/** What the child does: waits for its task, measures, answers. */
export async function serveMeasure(): Promise<void> {
  const task = await new Promise<Task>((resolve) => {
    process.once('message', (message) => resolve(message as Task));
  });
  const measured = await ('door' in task ? allSteps(task.door) : computed(task.people, task.computation));
  process.send?.(measured, () => process.disconnect());
}

async function computed(people: number, computation: Computation): Promise<Inside> {
  const record = recorder();
  const steps = await computations[computation]();
  await steps(record, people);
  return { lines: 0, steps: record.steps };
}

async function allSteps(door: AccountDoor): Promise<Inside> {
  const [{ commitStep, pullStep, readStep }, { workbookSteps }] = await Promise.all([
    import('./mirrorSteps.ts'),
    import('./workbookSteps.ts'),
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-bench-'));
  try {
    const record = recorder();
    await commitStep(record, folder, await pullStep(record, door));
    const { lines } = await workbookSteps(record, await readStep(record, folder));
    return { lines, steps: record.steps };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
