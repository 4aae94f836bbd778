/** A change of the workbook: judged on what it holds now, then written block by block, and begun again when somebody moved it meanwhile. */
import type { PlanLine } from '../../shared/domain/review/plan.ts';
import type { TableChange, WriteOptions, WriteReport } from '../../shared/flows/book.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import type { Located } from '../../shared/tables/findTable.ts';
import { settle, type Settled } from '../../shared/tables/settle.ts';
import { bodyToCome, columnsOf } from '../../shared/tables/tableBody.ts';
import { unwritable } from '../../shared/tables/tableState.ts';
import { besideBlocks, insertBlocks, tailBlocks } from './addRows.ts';
import { runBlocks, together, type Block } from './blocks.ts';
import type { Conversation } from './conversation.ts';
import { createBlock, tableToCome } from './createTable.ts';
import { deleteBlocks } from './deleteRows.ts';
import { BookFailure, isSilence } from './failure.ts';
import { putBack } from './filters.ts';
import { netEffect } from './netEffect.ts';
import { prepareBlock } from './prepareTable.ts';
import { readRows, type Rows } from './readTables.ts';
import { setBlocks } from './setCells.ts';
import { live, survey, type LiveTable, type Standing } from './survey.ts';

/** How often the workbook is judged anew when another author moves it between two blocks. */
const PASSES = 3;

interface Writing {
  readonly talk: Conversation;
  readonly changes: readonly TableChange[];
  readonly options: WriteOptions;
  /** Lines written by the blocks that were answered. */
  readonly written: Set<PlanLine>;
  /** What must be queued once the write is over, whatever happened. */
  readonly restores: (() => void)[];
  /** What puts back the filters that an earlier write lost. */
  readonly refilters: (() => void)[];
}

/** Writes `changes`; expected failures are thrown as {@link BookFailure}. */
export async function writeTables(
  talk: Conversation,
  changes: readonly TableChange[],
  options: WriteOptions,
): Promise<WriteReport> {
  const writing: Writing = { talk, changes, options, written: new Set(), restores: [], refilters: [] };
  let report: WriteReport | undefined;
  try {
    for (let pass = 0; pass < PASSES && !report; pass++) report = await writeOnce(writing);
  } catch (cause) {
    await leaveAsFound(writing, cause);
    throw cause;
  }
  await leaveAsFound(writing);
  if (!report) throw new BookFailure('hostRefused', { ...talk.where, reason: 'moving' });
  await refilter(writing);
  return report;
}

/** One pass; undefined when the workbook moved under it. */
async function writeOnce(writing: Writing): Promise<WriteReport | undefined> {
  const { talk, changes, options, written } = writing;
  const declarations = changes.map(({ table }) => table);
  const states = await survey(talk, declarations);
  const tables = declarations.map((declaration, index) => tableOf(states[index] ?? { state: 'absent' }, declaration));
  const jobs = await judge(writing, tables);
  const left = (settling: 'already' | 'refused'): PlanLine[] =>
    jobs.flatMap(({ outcome }) => outcome[settling]).filter((line) => !written.has(line));
  const [already, refused] = [left('already'), left('refused')];
  const told = teller(writing, already.length + refused.length);
  const blocks = jobs.flatMap((job) => job.blocks);
  const state = await runBlocks(talk, blocks, {
    ...(options.signal ? { signal: options.signal } : {}),
    before: quietly(writing),
    onDone: ({ lines }) => told(lines),
  });
  if (state === 'moved') return undefined;
  told(jobs.flatMap(({ outcome }) => outcome.todo));
  return { written: written.size, already: already.length, refused };
}

/** Counts lines as they are written, and tells how far the write is. `settled`: lines there is nothing to do for. */
function teller({ changes, options, written }: Writing, settled: number): (lines: readonly PlanLine[]) => void {
  const total = changes.reduce((sum, { lines }) => sum + lines.length, 0);
  return (lines) => {
    lines.forEach((line) => written.add(line));
    options.onProgress?.({ done: Math.min(total, settled + written.size), total });
  };
}

/** The table found; undefined when it is absent. One that cannot be written stops the whole write before anything is touched. */
function tableOf(located: Located<Standing>, declaration: TableDeclaration): LiveTable | undefined {
  const error = unwritable(declaration, located);
  if (error) throw new BookFailure(error.code, error.facts);
  return located.state === 'found' ? live(declaration, located) : undefined;
}

interface Job {
  readonly outcome: Settled;
  readonly blocks: readonly Block[];
}

async function judge(writing: Writing, tables: readonly (LiveTable | undefined)[]): Promise<Job[]> {
  const { talk, changes } = writing;
  const there = tables.filter((table) => table !== undefined);
  const rows = await readRows(talk, there);
  return changes.map((change, index) => {
    const table = tables[index];
    return table ? update(writing, change, table, rows[there.indexOf(table)] ?? []) : creation(writing, change);
  });
}

function creation({ talk }: Writing, { table: declaration, lines, caption }: TableChange): Job {
  const table = tableToCome(declaration);
  const outcome = settle(bodyToCome(declaration), lines);
  // Lines that only take away leave an absent table absent.
  if (lines.length > 0 && outcome.todo.length === 0) return { outcome, blocks: [] };
  const effect = netEffect(outcome.entries, 1);
  return { outcome, blocks: [createBlock(talk, declaration, caption), ...tailBlocks(talk, table, effect)] };
}

function update(writing: Writing, { lines, caption, filter }: TableChange, table: LiveTable, rows: Rows): Job {
  const { talk, restores, refilters } = writing;
  const { places, headings } = table;
  // Once blocks are written, a table without a filter may be one whose own was lifted.
  const isLost = !table.isFiltered && restores.length === 0;
  if (filter !== undefined && isLost)
    refilters.push(() => putBack(talk.context.workbook.tables.getItem(table.id), headings, filter));
  const outcome = settle({ declaration: table.declaration, columns: columnsOf(places, headings), rows }, lines);
  const effect = netEffect(outcome.entries, table.height);
  const blocks = [
    ...setBlocks(talk, table, effect.sets),
    ...besideBlocks(talk, table, effect),
    ...deleteBlocks({ talk, table, rows, deletions: outcome.deletions }, effect),
    ...insertBlocks(talk, table, effect),
    ...tailBlocks(talk, table, effect),
  ];
  const [first, ...others] = blocks;
  if (!first && caption === undefined && !table.renamed) return { outcome, blocks };
  const preparation = prepareBlock(talk, table, {
    caption,
    isFiltered: table.isFiltered && first !== undefined,
    afterwards: (restore) => restores.push(restore),
  });
  return { outcome, blocks: first ? [together(preparation, first), ...others] : [preparation] };
}

/** Before each block: no recalculation until it is in; before the first, no repainting and no events of our own making. */
function quietly({ talk: { context }, restores }: Writing): () => void {
  let isFirst = true;
  return () => {
    const { application } = context.workbook;
    application.suspendApiCalculationUntilNextSync();
    if (!isFirst) return;
    isFirst = false;
    application.suspendScreenUpdatingUntilNextSync();
    context.runtime.enableEvents = false;
    restores.push(() => {
      context.runtime.enableEvents = true;
    });
  };
}

/** One that Excel does not take back is let go: it would keep the plan open for ever. */
async function refilter({ talk, refilters }: Writing): Promise<void> {
  if (refilters.length === 0) return;
  refilters.forEach((putBackOne) => putBackOne());
  try {
    await talk.answered(talk.context.sync());
  } catch (cause) {
    if (!(cause instanceof BookFailure)) throw cause;
  }
}

/** Events back on, filters back. After a failure, that one is told: a second one of the same cause is not. */
async function leaveAsFound({ talk, restores }: Writing, cause?: unknown): Promise<void> {
  const { context } = talk;
  if (restores.length === 0) return;
  restores.splice(0).forEach((restore) => restore());
  const restored = talk.answered(context.sync());
  if (cause === undefined) return restored;
  // Excel that stayed silent is not waited for again: it does this when it wakes up.
  const settled = restored.catch(() => undefined);
  return isSilence(cause) ? undefined : settled;
}
