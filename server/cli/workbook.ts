/** Commands that need a workbook and nothing else. */
import { open as openFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Result } from '../../shared/domain/result.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import { abandonPlan, resumePlan, undoLastPlan, type ApplyError, type ApplyReport } from '../../shared/flows/apply.ts';
import type { Book } from '../../shared/flows/book.ts';
import { bookState } from '../../shared/flows/bookState.ts';
import type { Clock, FlowOptions } from '../../shared/flows/ports.ts';
import * as say from '../../shared/messages/fr/cli.ts';
import { leftPlaces } from '../../shared/messages/fr/failures.ts';
import { findingText } from '../../shared/messages/fr/findings.ts';
import * as pane from '../../shared/messages/fr/pane.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import { parseTable } from '../../shared/tables/parse.ts';
import { tables } from '../../shared/tables/tables.ts';
import { tableCsv } from '../reports/csv.ts';
import { templateXlsx } from '../xlsx/templateXlsx.ts';
import { openXlsxBook, type XlsxBook } from '../xlsx/xlsxFile.ts';
import { outcome, Stop, type Outcome } from './outcome.ts';
import { required, type Values } from './options.ts';
import { applyOutcome, bookOutcome } from './sentences.ts';
import { clock, type Terminal } from './terminal.ts';

/** The workbook of the command, opened; `Stop` when it cannot be. */
export async function openWorkbook(values: Values): Promise<XlsxBook> {
  const book = await openXlsxBook(required(values, 'workbook'));
  if (book.ok) return book.value;
  const { exit, lines, facts } = bookOutcome(book.error);
  throw new Stop(exit, lines.join('\n'), facts);
}

/** How the writing of a plan is shown. */
export function flowOptions(terminal: Terminal): FlowOptions {
  return {
    signal: terminal.signal,
    onProgress: ({ step, done, total }) => terminal.progress(pane.flowStep(step), done, total),
  };
}

/** What was written, what was left, once the file is saved. */
export async function savedOutcome(
  book: XlsxBook,
  values: Values,
  sentence: string,
  report: ApplyReport,
): Promise<Outcome> {
  const saving = await book.save();
  if (!saving.ok) return bookOutcome(saving.error);
  const { added, changed, deleted, refused } = report;
  const left = refused.length === 0 ? [] : [pane.leftAlone(refused.length), ...leftPlaces(refused)];
  const file = basename(required(values, 'workbook'));
  return outcome(refused.length === 0 ? 'done' : 'attention', [sentence, ...left, say.saved(file)], {
    code: 'written',
    written: { added, changed, deleted, refused: refused.length },
  });
}

type PlanFlow = (ports: { book: Book; clock: Clock }, options: FlowOptions) => Promise<Result<ApplyReport, ApplyError>>;

function planCommand(flow: PlanFlow, sentence: (report: ApplyReport) => string) {
  return async (terminal: Terminal, values: Values): Promise<Outcome> => {
    const book = await openWorkbook(values);
    const report = await flow({ book, clock }, flowOptions(terminal));
    return report.ok ? savedOutcome(book, values, sentence(report.value), report.value) : applyOutcome(report.error);
  };
}

export const undo = planCommand(undoLastPlan, pane.undone);
export const resume = planCommand(resumePlan, () => say.resumed);
export const abandon = planCommand(abandonPlan, pane.abandoned);

function findingLine(finding: Finding): string {
  const { sheet, address } = finding.place ?? {};
  const sentence = findingText(finding);
  return sheet !== undefined && address !== undefined ? say.findingAt(sheet, address, sentence) : `  ${sentence}`;
}

/** Reads every visible table as people typed it, and says what is to be corrected, cell by cell. */
export async function check(_terminal: Terminal, values: Values): Promise<Outcome> {
  const snapshot = await (await openWorkbook(values)).read(tables);
  if (!snapshot.ok) return bookOutcome(snapshot.error);
  const { findings: ofBook, pending } = bookState(snapshot.value);
  const visible = tables.filter(({ visibility }) => visibility === 'visible');
  const counts: string[] = [];
  const findings: Finding[] = [...ofBook];
  for (const table of visible) {
    const state = snapshot.value[table.name];
    if (state?.state === 'found') {
      counts.push(say.rowsOf(table.title, state.rows.length));
      findings.push(...parseTable(table, state).findings);
    } else if (state?.state === 'absent') counts.push(say.notYet(table.title));
  }
  const open = pending ? [`${pane.pendingTitle}. ${say.resumeFirst}`] : [];
  const said = findings.length === 0 ? [say.allWell] : [say.toCorrect(findings.length), ...findings.map(findingLine)];
  const facts = {
    pending: pending !== null,
    findings: findings.map(({ code, severity, place }) => ({ code, severity, place })),
  };
  const isWell = findings.length === 0 && !pending;
  return outcome(isWell ? 'done' : 'attention', [...counts, ...open, ...said], facts);
}

/** Writes a file that is not there yet: nothing is ever covered. */
async function writeNew(path: string, content: Uint8Array | string): Promise<void> {
  try {
    const file = await openFile(path, 'wx', 0o600);
    await file.writeFile(content);
    await file.close();
  } catch (error) {
    const taken = (error as { code?: string }).code === 'EEXIST';
    throw new Stop('workbook', taken ? say.alreadyThere(basename(path)) : say.notWritable(basename(path)), {
      code: taken ? 'alreadyThere' : 'notWritable',
    });
  }
}

export async function template(_terminal: Terminal, values: Values): Promise<Outcome> {
  const path = required(values, 'out');
  await writeNew(path, templateXlsx(tables.filter(({ visibility }) => visibility === 'visible')));
  return outcome('done', [say.saved(basename(path))], { file: path });
}

function tableTitled(name: string): TableDeclaration {
  const visible = tables.filter(({ visibility }) => visibility === 'visible');
  const found = visible.find((each) =>
    [each.title, each.name].some((text) => text.toLowerCase() === name.toLowerCase()),
  );
  if (found) return found;
  const titles = visible.map(({ title }) => title);
  throw new Stop('usage', say.unknownTable(name, titles), { code: 'unknownTable' });
}

/** One table of the workbook as CSV. */
export async function exportCsv(_terminal: Terminal, values: Values): Promise<Outcome> {
  const table = tableTitled(required(values, 'table'));
  const path = required(values, 'out');
  const snapshot = await (await openWorkbook(values)).read([table]);
  if (!snapshot.ok) return bookOutcome(snapshot.error);
  const state = snapshot.value[table.name];
  if (state?.state !== 'found') return outcome('workbook', [say.tableAbsent(table.title)], { code: 'tableAbsent' });
  await writeNew(
    path,
    tableCsv(
      table,
      state.rows.map(({ cells }) => cells),
    ),
  );
  return outcome('done', [say.rowsOf(table.title, state.rows.length), say.saved(basename(path))], {
    file: path,
    rows: state.rows.length,
  });
}
