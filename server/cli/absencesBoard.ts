/** Where absences stand, and the lines of the import that is under way: from the workbook alone. */
import type { HalfDayFate } from '../../shared/domain/absences/wantedHalfDays.ts';
import { monthOf as monthOfDate, wallClock, type PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { preparedFates } from '../../shared/flows/absences/transfer/preparedFates.ts';
import type { ImportLine } from '../../shared/flows/absences/transfer/importLines.ts';
import {
  readTransferBoard,
  type ImportView,
  type TransferBoard,
} from '../../shared/flows/absences/transfer/transferBoard.ts';
import { readStoppages } from '../../shared/flows/absences/stoppages/readStoppages.ts';
import { stoppagesLeft } from '../../shared/flows/absences/stoppages/stoppagesLeft.ts';
import { readBookState } from '../../shared/flows/bookState.ts';
import * as words from '../../shared/messages/fr/cli.ts';
import { quantity } from '../../shared/messages/fr/absences/files.ts';
import { outcomeText } from '../../shared/messages/fr/absences/transfer.ts';
import * as say from '../../shared/messages/fr/absences/transferCli.ts';
import { pendingTitle } from '../../shared/messages/fr/pane.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import { absenceTables } from '../../shared/tables/absences/absenceTables.ts';
import { readTransferRegister } from '../../shared/tables/absences/readTransferRegister.ts';
import { formerIdsTable } from '../../shared/tables/people/formerIdsTable.ts';
import type { XlsxBook } from '../xlsx/xlsxFile.ts';
import { boardOutcome } from './absencesOutcome.ts';
import { monthOf, type Values } from './options.ts';
import { outcome, type Outcome } from './outcome.ts';
import { bookOutcome, stopAt } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { openWorkbook } from './workbook.ts';

/** What payroll still has to do of it, or what it did. */
export function importLinesOf(view: ImportView): string[] {
  const { number, lines, deletionsDone, deletionsTodo, refused } = view;
  const deletions = deletionsDone + deletionsTodo;
  const more = refused > 0 ? [say.refusedByPayroll(refused)] : [];
  if (view.state !== 'prepared')
    return [say.confirmedAs(number, view.confirmedAt, view.importsDone, deletionsDone), ...more];
  return [
    say.preparedAs(number, view.preparedAt, outcomeText(view.outcome, deletions, lines.length - deletions)),
    ...(deletions > 0 ? [say.deletionsLeft(deletionsDone, deletionsTodo)] : []),
    ...more,
    ...(view.isLocked ? [say.deleteNext] : [say.importNext(number)]),
  ];
}

export function importFacts(view: ImportView) {
  const { number, month, state, outcome: toDo, deletionsTodo, deletionsDone, importsTodo, importsDone } = view;
  const { refused, isLocked } = view;
  return {
    number,
    month,
    state,
    toDo,
    deletionsTodo,
    deletionsDone,
    importsTodo,
    importsDone,
    refused,
    isLocked,
  };
}

export async function boardOf(book: XlsxBook, month: PlainMonth): Promise<TransferBoard> {
  const board = await readTransferBoard(book, month);
  if (!board.ok) throw stopAt(boardOutcome(board.error));
  return board.value;
}

/** The month to begin with where « Reprise » says nothing, in a command that asks no service. */
export function currentMonth({ clock }: Terminal): PlainMonth {
  return monthOfDate(wallClock(clock.now(), 'Europe/Paris').date);
}

function standingLines({ period, isNew, current, imports }: TransferBoard): string[] {
  const { month, from, to } = period;
  const none = isNew || imports.length === 0 ? say.notBegun(from) : say.notPrepared;
  return [say.title(month, from, to), ...(current ? importLinesOf(current) : [none])];
}

export async function showAbsences(terminal: Terminal, values: Values): Promise<Outcome> {
  const book = await openWorkbook(values);
  const asked = monthOf(values);
  const board = await boardOf(book, asked ?? currentMonth(terminal));
  const read = await book.read([absencesTable, ...absenceTables, formerIdsTable]);
  if (!read.ok) return bookOutcome(read.error);
  const state = await readBookState(book);
  if (!state.ok) return bookOutcome(state.error);
  const fates = preparedFates(read.value);
  const closed = readTransferRegister(read.value).closed.map(({ month }) => month);
  const told = (Object.keys(fates) as HalfDayFate[]).map((fate) => say.absencesOf(fate, fates[fate] ?? 0));
  const { toType, toHandOver } = stoppagesLeft(readStoppages(read.value));
  const isOther = asked !== undefined && asked !== board.period.month;
  const isPending = state.value.pending !== null;
  const lines = [
    ...standingLines(board),
    ...(told.length > 0 ? [say.asideTitle, ...told] : []),
    ...(toType > 0 ? [say.stoppagesToType(toType)] : []),
    ...(toHandOver > 0 ? [say.stoppagesToHandOver(toHandOver)] : []),
    say.closedMonths(closed),
    ...(isOther ? [say.otherMonth(board.period.month)] : []),
    ...(isPending ? [`${pendingTitle}. ${words.resumeFirst}`] : []),
  ];
  const isWaiting = (fates.unbound ?? 0) + (fates.unknownPerson ?? 0) > 0;
  return outcome(isWaiting || isOther || isPending ? 'attention' : 'done', lines, {
    code: 'absences',
    ...board.period,
    isNew: board.isNew,
    start: board.start.from,
    import: board.current ? importFacts(board.current) : null,
    fates,
    stoppages: { toType, toHandOver },
    closed,
    pending: isPending,
  });
}

/** Half-days of an account in days, minutes of one in hours. */
function quantityOf({ halfDays }: ImportLine): string {
  const minutes = halfDays.reduce((sum, each) => sum + (each.minutes ?? 0), 0);
  return quantity({ halfDays: halfDays.filter((each) => each.minutes === null).length, minutes });
}

function textOfLine(line: ImportLine): string[] {
  const { direction, state, name, employeeNumber, category, account, code, from, to, correctedMonth } = line;
  const person = [name, employeeNumber].filter((part) => part !== '').join(' ');
  const what = [category === '' ? account : category, code].join(', ');
  const late = correctedMonth ? `, ${say.inMonth(correctedMonth)}` : '';
  const text = say.lineText(say.lineStates[direction][state], person, what, say.span(from, to), quantityOf(line));
  return [`${text}${late}`, say.lineId(line.id)];
}

/** Identifiers and states: whose line it is stands in the sheet. */
function factsOfLine({ id, direction, state, code, from, to, correctedMonth }: ImportLine) {
  return { id, direction, state, code, from, to, correctedMonth };
}

/** The import that is under way, else the last one of the month that ended: its ticks may be taken back. */
export async function showLines(terminal: Terminal, values: Values): Promise<Outcome> {
  const { current, imports, period } = await boardOf(await openWorkbook(values), currentMonth(terminal));
  const told = current ?? imports.find(({ month, lines }) => month === period.month && lines.length > 0);
  if (!told) return outcome('done', [say.noCurrent], { code: 'lines', import: null, lines: [] });
  const { number, lines } = told;
  return outcome('done', [say.linesTitle(number, lines.length), ...lines.flatMap(textOfLine)], {
    code: 'lines',
    import: importFacts(told),
    lines: lines.map(factsOfLine),
  });
}
