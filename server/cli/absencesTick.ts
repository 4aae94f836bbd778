/** `absences --done` and `--undone`: what payroll did of each line, or refuses. Lucca is not asked. */
import type { ImportLine } from '../../shared/flows/absences/transfer/importLines.ts';
import { tickLines } from '../../shared/flows/absences/transfer/tickLines.ts';
import type { TransferBoard } from '../../shared/flows/absences/transfer/transferBoard.ts';
import * as words from '../../shared/messages/fr/cli.ts';
import * as say from '../../shared/messages/fr/absences/transferCli.ts';
import { importLinesTable } from '../../shared/tables/absences/importsTable.ts';
import { canonicalKey } from '../../shared/tables/declaration.ts';
import { boardOf, currentMonth, importFacts } from './absencesBoard.ts';
import { stepOutcome } from './absencesOutcome.ts';
import { required, type Values } from './options.ts';
import { outcome, Stop, type Outcome } from './outcome.ts';
import type { Terminal } from './terminal.ts';
import { saved, writeOptions } from './work.ts';
import { openWorkbook, requireWritable } from './workbook.ts';

type Action = 'done' | 'undone';

function usage(line: string): Stop {
  return new Stop('usage', line, { code: 'usage' });
}

/** Every deletion that is left. */
const ALL = 'all';

/** The lines whose identifiers are given, whatever their capitals. One that is none of the workbook is told, and nothing is ticked. */
function linesNamed(typed: string, action: Action, { imports }: TransferBoard): ImportLine[] {
  const known = new Map(imports.flatMap(({ lines }) => lines).map((line) => [line.id, line]));
  const ids = typed.split(/[,;]/).map((each) => canonicalKey(importLinesTable, each));
  return ids.map((id) => {
    const line = known.get(id);
    if (!line) throw usage(words.wrongOption(`--${action}`, action === 'done' ? say.anIdentifier : say.identifiers));
    return line;
  });
}

function linesToTick(typed: string, action: Action, board: TransferBoard): readonly ImportLine[] {
  if (action === 'undone' || typed.trim().toLowerCase() !== ALL) return linesNamed(typed, action, board);
  if (!board.current) throw new Stop('attention', say.noCurrent, { code: 'noImport' });
  return board.current.lines.filter(({ direction, state }) => direction === 'delete' && state === 'todo');
}

/** The one import that they are of. */
function runOf(lines: readonly ImportLine[]): string | undefined {
  const [run, other] = new Set(lines.map((line) => line.run));
  if (other !== undefined) throw usage(say.severalImports);
  return run;
}

function leftLines({ current }: TransferBoard, run: string): string[] {
  if (current?.number !== run || current.state !== 'prepared') return [];
  const hasDeletions = current.deletionsDone > 0;
  if (current.isLocked) return [say.locked(current.deletionsTodo)];
  return hasDeletions ? [say.unlocked(run)] : [];
}

async function ticked(terminal: Terminal, values: Values, action: Action): Promise<Outcome> {
  const typed = required(values, action);
  const book = await openWorkbook(values);
  requireWritable(book);
  const month = currentMonth(terminal);
  const before = await boardOf(book, month);
  const lines = linesToTick(typed, action, before);
  const run = runOf(lines);
  if (run === undefined) return outcome('done', [say.noDeletion], { code: 'ticked', lines: 0 });
  const isDone = action === 'done';
  const request = { run, lines: lines.map(({ id }) => id), isDone };
  const report = await tickLines({ book, clock: terminal.clock }, request, writeOptions(terminal));
  if (!report.ok) return stepOutcome(report.error, run);
  const after = await boardOf(book, month);
  const own = after.imports.find(({ number }) => number === run);
  const states = new Map(own?.lines.map(({ id, state }) => [id, state]));
  const moved = lines.filter(({ id, state }) => states.get(id) !== state).length;
  const text = moved === 0 ? say.tickedAlready : isDone ? say.ticked(moved) : say.unticked(moved);
  const facts = { code: 'ticked', lines: moved, import: own ? importFacts(own) : null };
  const told = outcome('done', [text, ...leftLines(after, run)], facts);
  return saved({ book, values, reports: [report.value], unsaved: [] }, told);
}

export const tick = (terminal: Terminal, values: Values) => ticked(terminal, values, 'done');
export const untick = (terminal: Terminal, values: Values) => ticked(terminal, values, 'undone');
