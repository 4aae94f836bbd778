/** Commands that need a workbook and nothing else. */
import { basename } from 'node:path';
import { wallClock } from '../../shared/domain/calendar/plainDate.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import { abandonPlan, resumePlan, undoLastPlan, type ApplyError, type ApplyReport } from '../../shared/flows/apply.ts';
import type { Book } from '../../shared/flows/book.ts';
import { bookState, readBookState, tableFindings } from '../../shared/flows/bookState.ts';
import type { Clock, FlowOptions } from '../../shared/flows/ports.ts';
import * as say from '../../shared/messages/fr/cli.ts';
import { leftPlaces } from '../../shared/messages/fr/failures.ts';
import * as pane from '../../shared/messages/fr/pane.ts';
import { undone } from '../../shared/messages/fr/undo.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { parseTable } from '../../shared/tables/parse.ts';
import { checkEmployees } from '../../shared/tables/people/checkEmployees.ts';
import { everyTable, tables } from '../../shared/tables/tables.ts';
import { tableCsv } from '../reports/csv.ts';
import { templateXlsx } from '../xlsx/templateXlsx.ts';
import { newXlsxBook, openXlsxBook, type XlsxBook } from '../xlsx/xlsxFile.ts';
import { findingLine } from './findings.ts';
import { requirePlace, writeNew } from './newFile.ts';
import { outcome, Stop, type Outcome } from './outcome.ts';
import { required, type Values } from './options.ts';
import { applyOutcome, bookOutcome, stopAt } from './sentences.ts';
import type { Terminal } from './terminal.ts';

const visible = (each: TableDeclaration) => each.visibility === 'visible';
const visibleTables = everyTable.filter(visible);
/** Those of titres-restaurant come when they are prepared. */
const blankXlsx = () => templateXlsx(tables.filter(visible));

const ZONE = 'Europe/Paris';

/** The workbook of the command, opened; `Stop` when it cannot be. */
export async function openWorkbook(values: Values): Promise<XlsxBook> {
  const book = await openXlsxBook(required(values, 'workbook'));
  if (!book.ok) throw stopAt(bookOutcome(book.error));
  return book.value;
}

/** Said before long work rather than after it. */
export function requireWritable(book: XlsxBook): void {
  if (book.isReadOnly) throw stopAt(bookOutcome({ code: 'readOnly', facts: { reason: 'marked' } }));
}

export interface FilledBook {
  readonly book: XlsxBook;
  /** There was none: the file is made when the book is saved, and not before. */
  readonly isNew: boolean;
}

/** The workbook that a command fills: the one at the path, or a new one with the empty tables. `onlyShown`: nothing will be written. */
export async function openOrNew(values: Values, onlyShown: boolean): Promise<FilledBook> {
  const path = required(values, 'workbook');
  const opened = await openXlsxBook(path);
  if (opened.ok) {
    if (!onlyShown) requireWritable(opened.value);
    return { book: opened.value, isNew: false };
  }
  if (opened.error.facts['reason'] !== 'missing') throw stopAt(bookOutcome(opened.error));
  await requirePlace('--workbook', path, '.xlsx');
  return { book: newXlsxBook(path, blankXlsx()), isNew: true };
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
  { book, isNew }: FilledBook,
  values: Values,
  sentence: string,
  report: ApplyReport,
): Promise<Outcome> {
  const saving = await book.save();
  if (!saving.ok) return bookOutcome(saving.error);
  const { added, changed, deleted, refused } = report;
  const left = refused.length === 0 ? [] : [pane.leftAlone(refused.length), ...leftPlaces(refused)];
  const file = basename(required(values, 'workbook'));
  return outcome(
    refused.length === 0 ? 'done' : 'attention',
    [sentence, ...left, isNew ? say.created(file) : say.saved(file)],
    {
      code: 'written',
      created: isNew,
      written: { added, changed, deleted, refused: refused.length },
    },
  );
}

/** The account whose data the workbook holds. */
async function accountIn(book: Book): Promise<string | undefined> {
  const state = await readBookState(book);
  return state.ok ? state.value.owner?.account : undefined;
}

type PlanFlow<R> = (ports: { book: Book; clock: Clock }, options: FlowOptions) => Promise<Result<R, ApplyError>>;

/** `nothing`: what is said when the workbook holds no such update. */
function planCommand<R extends ApplyReport>(flow: PlanFlow<R>, sentence: (report: R) => string, nothing: string) {
  return async (terminal: Terminal, values: Values): Promise<Outcome> => {
    const book = await openWorkbook(values);
    requireWritable(book);
    const account = await accountIn(book);
    const report = await flow({ book, clock: terminal.clock }, flowOptions(terminal));
    if (report.ok) {
      const isForgotten = account !== undefined && (await accountIn(book)) === undefined;
      const done = await savedOutcome({ book, isNew: false }, values, sentence(report.value), report.value);
      return isForgotten ? { ...done, lines: [...done.lines, say.accountForgotten(account)] } : done;
    }
    return report.error.code === 'nothing' && !report.error.error
      ? outcome('done', [nothing], { code: 'nothing' })
      : applyOutcome(report.error);
  };
}

export const undo = planCommand(undoLastPlan, undone, pane.nothingToUndo);
export const resume = planCommand(resumePlan, () => say.resumed, say.nothingPending);
export const abandon = planCommand(abandonPlan, pane.abandoned, say.nothingPending);

/** Reads every visible table as people typed it, and says what is to be corrected, cell by cell. */
export async function check(terminal: Terminal, values: Values): Promise<Outcome> {
  const snapshot = await (await openWorkbook(values)).read(everyTable);
  if (!snapshot.ok) return bookOutcome(snapshot.error);
  const { findings: ofBook, pending } = bookState(snapshot.value);
  const others = everyTable.filter((table) => !tables.includes(table));
  const counts: string[] = [];
  const on = wallClock(terminal.clock.now(), ZONE).date;
  const findings: Finding[] = [...ofBook, ...tableFindings(snapshot.value, others)];
  for (const table of visibleTables) {
    const state = snapshot.value[table.name];
    if (state?.state === 'found') {
      counts.push(say.rowsOf(table.title, state.rows.length));
      const isPeople = table === employeesTable;
      findings.push(...(isPeople ? checkEmployees(state, on) : parseTable(table, state).findings));
    } else if (state?.state === 'absent' && tables.includes(table)) counts.push(say.notYet(table.title));
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

export async function template(_terminal: Terminal, values: Values): Promise<Outcome> {
  const path = required(values, 'out');
  await requirePlace('--out', path, '.xlsx');
  await writeNew(path, blankXlsx());
  return outcome('done', [say.created(basename(path))], { file: path });
}

function tableTitled(name: string): TableDeclaration {
  const found = visibleTables.find((each) =>
    [each.title, each.name].some((text) => text.toLowerCase() === name.toLowerCase()),
  );
  if (found) return found;
  const titles = visibleTables.map(({ title }) => title);
  throw new Stop('usage', say.unknownTable(name, titles), { code: 'unknownTable' });
}

/** One table of the workbook as CSV. */
export async function exportCsv(_terminal: Terminal, values: Values): Promise<Outcome> {
  const table = tableTitled(required(values, 'table'));
  const path = required(values, 'out');
  await requirePlace('--out', path, '.csv');
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
