/** `absences --prepare` and `--close`: Lucca is read for the months that the open period stands on, then compared with what payroll holds. */
import type { Connection } from '../../shared/contracts/schemas.ts';
import { asideFates } from '../../shared/contracts/transferMailSchemas.ts';
import type { HalfDayFate } from '../../shared/domain/absences/wantedHalfDays.ts';
import { closeAbsences } from '../../shared/flows/absences/transfer/closeAbsences.ts';
import { prepareTransfer, type PreparedTransfer } from '../../shared/flows/absences/transfer/prepareTransfer.ts';
import { neededMonths, standingOf, type TransferStanding } from '../../shared/flows/absences/transfer/readTransfer.ts';
import { readStoppages } from '../../shared/flows/absences/stoppages/readStoppages.ts';
import { stoppagesLeft, type StoppagesLeft } from '../../shared/flows/absences/stoppages/stoppagesLeft.ts';
import { bookState } from '../../shared/flows/bookState.ts';
import {
  firstRun,
  kept,
  leftAside,
  monthClosed,
  outcomeText,
  toConfirm,
  refiled,
  stoppagesAside,
  stoppagesLeft as notTyped,
  supportLeft as notHandedOver,
} from '../../shared/messages/fr/absences/transfer.ts';
import * as say from '../../shared/messages/fr/absences/transferCli.ts';
import { stoppagesTable } from '../../shared/tables/absences/stoppagesTable.ts';
import { supportTable } from '../../shared/tables/absences/supportTable.ts';
import { absenceSettingsTable } from '../../shared/tables/absences/absenceRegisterTable.ts';
import { sourceTables } from '../../shared/tables/tables.ts';
import { preparedFates } from '../../shared/flows/absences/transfer/preparedFates.ts';
import { refuseMailValue, withMail, type Preparation } from './absencesMail.ts';
import { monthStepOutcome } from './absencesOutcome.ts';
import { pulled } from './account.ts';
import { findingLines, inOrder, reportedFinding } from './findings.ts';
import { monthOutcome, unsoundOutcome } from './monthOutcome.ts';
import { monthOf, type Values } from './options.ts';
import { outcome, Stop, type Outcome } from './outcome.ts';
import { bookOutcome, stopAt } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { onAccount, portsOf, saved, writeOptions, type Work } from './work.ts';

/** The open period; what forbids to work on it is said before Lucca is read. */
async function standingIn({ book, month, values }: Work): Promise<TransferStanding> {
  const read = await book.read(sourceTables);
  if (!read.ok) throw stopAt(bookOutcome(read.error));
  if (bookState(read.value).pending) throw stopAt(monthOutcome({ code: 'pending' }));
  const standing = standingOf(read.value, month);
  if (!standing.ok) throw stopAt(unsoundOutcome(standing.error));
  const { isNew, period } = standing.value;
  const asked = monthOf(values);
  if (isNew || asked === undefined || asked === period.month) return standing.value;
  throw new Stop('usage', say.otherMonth(period.month), { code: 'otherMonth', month: period.month });
}

/** The connection, once Lucca is read for what stands; planned days tell the last day worked before a stoppage. */
function readFor({ terminal, service }: Work, connection: Connection, standing: TransferStanding) {
  return pulled(terminal, service, connection, neededMonths(standing), ['planning']);
}

/** Stoppages as the workbook has them now. */
async function stoppagesIn({ book }: Work): Promise<StoppagesLeft> {
  const read = await book.read([stoppagesTable, supportTable]);
  if (!read.ok) throw stopAt(bookOutcome(read.error));
  return stoppagesLeft(readStoppages(read.value));
}

function stoppageLine(count: number, toType: number): string {
  return say.asideLine(stoppagesAside(count, toType), toType > 0 ? say.ways.stoppage : undefined);
}

/** What is in no line, and why. */
function asideLines(done: PreparedTransfer, { toType }: StoppagesLeft): string[] {
  const { fates, refiled: moved, kept: held, opened } = done;
  const lines = asideFates.flatMap((fate) => {
    const count = fates[fate] ?? 0;
    if (fate === 'stoppage' && count + toType > 0) return stoppageLine(count, toType);
    if (count === 0) return [];
    const text = leftAside[fate](count);
    return fate === 'later' ? say.laterLine(text, opened.period.month) : say.asideLine(text, say.ways[fate]);
  });
  return [
    ...(lines.length > 0 ? [say.aside, ...lines] : []),
    ...(moved > 0 ? [refiled(moved)] : []),
    ...(held > 0 ? [kept(held)] : []),
  ];
}

/** Half-days that a person is to decide of. */
const waiting: readonly HalfDayFate[] = ['unbound', 'unknownPerson'];

const isWaiting = (fates: Readonly<Partial<Record<HalfDayFate, number>>>) =>
  waiting.some((fate) => (fates[fate] ?? 0) > 0);

/** « Rien à faire » would be said of a workbook whose accounts nobody bound. */
function nothingText({ fates }: PreparedTransfer): string {
  if (isWaiting(fates) && !fates.transferred) return say.nothingYet;
  return say.sentence(outcomeText('nothing', 0, 0));
}

function preparedText(number: string, { outcome: toDo, deletions, imports }: PreparedTransfer): string {
  return say.prepared(number, toDo === 'nothing' ? toConfirm : outcomeText(toDo, deletions, imports));
}

function nextLines({ number, deletions, outcome: toDo, opened, fates }: PreparedTransfer): string[] {
  if (number === null) return isWaiting(fates) ? [] : [say.closeNext(opened.period.month)];
  if (toDo === 'nothing') return [say.confirmNext(number)];
  return [...(deletions > 0 ? [say.deleteNext] : []), say.importNext(number)];
}

function toldLines(done: PreparedTransfer, stoppages: StoppagesLeft): string[] {
  const { number, opened, findings } = done;
  const { period, isNew, start } = opened;
  return [
    say.title(period.month, period.from, period.to),
    ...(isNew ? [firstRun(start.from)] : []),
    number === null ? nothingText(done) : preparedText(number, done),
    ...asideLines(done, stoppages),
    ...nextLines(done),
    ...findingLines(inOrder(findings)),
  ];
}

function factsOf({
  number,
  outcome: toDo,
  deletions,
  imports,
  fates,
  refiled,
  kept,
  opened,
  findings,
}: PreparedTransfer) {
  return {
    code: 'prepared',
    ...opened.period,
    import: number,
    toDo,
    deletions,
    imports,
    fates,
    refiled,
    kept,
    isNew: opened.isNew,
    start: opened.start.from,
    findings: inOrder(findings).map(reportedFinding),
  };
}

async function prepared(work: Work, connection: Connection): Promise<Preparation> {
  const { month } = work;
  const fresh = await readFor(work, connection, await standingIn(work));
  const done = await prepareTransfer(portsOf(work), { connection: fresh, month }, writeOptions(work.terminal));
  if (!done.ok) return { end: monthStepOutcome(done.error, month) };
  work.reports.push(done.value);
  const { fates, kept: held, findings } = done.value;
  const isSettled = !isWaiting(fates) && held === 0 && findings.length === 0;
  const stoppages = await stoppagesIn(work);
  const facts = { ...factsOf(done.value), stoppages };
  const told = outcome(isSettled ? 'done' : 'attention', toldLines(done.value, stoppages), facts);
  return { end: await saved(work, told), done: done.value };
}

async function preparedIn(work: Work, connection: Connection): Promise<Outcome> {
  const prepare = () => prepared(work, connection);
  return work.values.mail === undefined ? (await prepare()).end : withMail(work.service, connection, prepare);
}

export async function prepareMonth(terminal: Terminal, values: Values): Promise<Outcome> {
  refuseMailValue(values);
  return onAccount(terminal, values, monthOf(values), preparedIn);
}

async function closedIn(work: Work, connection: Connection): Promise<Outcome> {
  const { month, values, terminal } = work;
  const standing = await standingIn(work);
  if (standing.register.prepared) {
    return monthStepOutcome({ code: 'step', error: { code: 'preparedLeft', open: false } }, standing.period.month);
  }
  const fresh = await readFor(work, connection, standing);
  const { force = false } = values;
  const receipts = { service: work.service, connectionId: connection.id, force, unguarded: force };
  const options = { ...writeOptions(terminal), receipts, withLeft: force };
  const done = await closeAbsences(portsOf(work), { connection: fresh, month }, options);
  if (!done.ok) return monthStepOutcome(done.error, standing.period.month);
  work.reports.push(done.value);
  if (done.value.giveBack) work.unsaved.push(done.value.giveBack);
  const { month: closed } = done.value;
  const read = await work.book.read([absenceSettingsTable]);
  const fates = read.ok ? preparedFates(read.value) : {};
  const left = waiting.flatMap((fate) => (fates[fate] ? say.absencesOf(fate, fates[fate]) : []));
  const stoppages = await stoppagesIn(work);
  const lines = [
    monthClosed(closed),
    ...(left.length > 0 ? [say.waitsAfterClose, ...left] : []),
    ...(stoppages.toType > 0 ? [notTyped(stoppages.toType)] : []),
    ...(stoppages.toHandOver > 0 ? [notHandedOver(stoppages.toHandOver)] : []),
  ];
  const facts = { code: 'closed', month: closed, fates, stoppages };
  return saved(work, outcome(left.length > 0 ? 'attention' : 'done', lines, facts));
}

/** Lucca is read first: what was not handed over is told. */
export function closeMonth(terminal: Terminal, values: Values): Promise<Outcome> {
  return onAccount(terminal, values, monthOf(values), closedIn);
}
