/** `vouchers`: prepares the sheets of titres-restaurant, computes a month, and lives the life of an order. */
import { basename } from 'node:path';
import type { Connection, Topic } from '../../shared/contracts/schemas.ts';
import type { Service } from '../../shared/contracts/service.ts';
import { addMonths, type PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { canonical, textCell } from '../../shared/domain/review/cell.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { ApplyReport } from '../../shared/flows/apply.ts';
import { computeVouchers, type VoucherComputation } from '../../shared/flows/vouchers/computeVouchers.ts';
import { releaseReceipt } from '../../shared/flows/vouchers/receipts.ts';
import { cancelOrder, markOrdered, validateOrder } from '../../shared/flows/vouchers/voucherOrders.ts';
import { prepareVoucherSheets, type SheetsReport } from '../../shared/flows/vouchers/voucherSheets.ts';
import { writeStates, writeVouchers } from '../../shared/flows/vouchers/writeVouchers.ts';
import * as words from '../../shared/messages/fr/cli.ts';
import { leftPlaces } from '../../shared/messages/fr/failures.ts';
import * as pane from '../../shared/messages/fr/pane.ts';
import { detailLeftOut } from '../../shared/messages/fr/vouchers/detail.ts';
import { unguarded } from '../../shared/messages/fr/vouchers/receipts.ts';
import * as say from '../../shared/messages/fr/vouchers/cli.ts';
import { readRegister, type RecordedOrder } from '../../shared/tables/vouchers/readRegister.ts';
import { ordersTable } from '../../shared/tables/vouchers/ordersTable.ts';
import type { XlsxBook } from '../xlsx/xlsxFile.ts';
import { serviceFor } from './access.ts';
import { accountOf, connectionTo, pulled } from './account.ts';
import { outcome, Stop, type Outcome } from './outcome.ts';
import { monthsOf, required, type Values } from './options.ts';
import { applyOutcome, bookOutcome, stopAt } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { computeOutcome, orderOutcome, sheetsOutcome } from './voucherOutcome.ts';
import { reportedFinding, reportOf } from './voucherReport.ts';
import { writeOrderFiles } from './voucherFiles.ts';
import { addModel } from './voucherModel.ts';
import { allFindings, computationLines, findingLines } from './voucherText.ts';
import { flowOptions, openWorkbook, requireWritable } from './workbook.ts';

const TOPICS: readonly Topic[] = ['planning', 'meals'];
/** Readings of Lucca: one for what the sheets are known to need, one for what it makes them need, one to spare. */
const READINGS = 3;

/** A workbook at work: what was written in it so far. */
interface Work {
  readonly terminal: Terminal;
  readonly values: Values;
  readonly book: XlsxBook;
  readonly service: Service;
  readonly month: PlainMonth;
  readonly reports: ApplyReport[];
  /** What is to be taken back where the file cannot be saved. */
  readonly unsaved: (() => Promise<unknown>)[];
}

/** « Périodes » says where an order was made. */
const orderOptions = (terminal: Terminal) => ({ ...flowOptions(terminal), by: words.actor });

const portsOf = ({ terminal: { clock }, book, service }: Work) => ({ clock, book, service });

/** What was written is saved at once, at the end: the file is the old one or the new one. */
async function saved(
  { book, values, reports, unsaved }: Pick<Work, 'book' | 'values' | 'reports' | 'unsaved'>,
  { exit, lines, facts }: Outcome,
): Promise<Outcome> {
  const isChanged = book.changed;
  const saving = await book.save();
  if (!saving.ok) {
    for (const takeBack of unsaved) await takeBack();
    return bookOutcome(saving.error);
  }
  const sum = (of: (report: ApplyReport) => number) => reports.reduce((total, report) => total + of(report), 0);
  const refused = reports.flatMap((report) => report.refused);
  const left = refused.length === 0 ? [] : [pane.leftAlone(refused.length), ...leftPlaces(refused)];
  const file = isChanged ? [words.saved(basename(required(values, 'workbook')))] : [];
  const written = {
    added: sum(({ added }) => added),
    changed: sum(({ changed }) => changed),
    deleted: sum(({ deleted }) => deleted),
    refused: refused.length,
  };
  const isLeft = refused.length > 0 && exit === 'done';
  return outcome(isLeft ? 'attention' : exit, [...lines, ...left, ...file], { ...facts, written });
}

/** Months that the order stands on: those of its windows, and of the closed orders that may still be corrected. */
async function neededMonths(work: Work, connection: Connection): Promise<PlainMonth[]> {
  const { month } = work;
  const usual = [addMonths(month, -1), month];
  if (!connection.mirror) return usual;
  // Told that no month was read, the computation names every one that it needs.
  const unread = { ...connection, mirror: { ...connection.mirror, months: [] } };
  const asked = await computeVouchers(portsOf(work), { connection: unread, month }, flowOptions(work.terminal));
  const error = asked.ok ? undefined : asked.error;
  // Said before the long reading rather than after it.
  if (error?.code === 'pending' || error?.code === 'book' || error?.code === 'unsound')
    throw stopAt(computeOutcome(error, connection));
  const needed = error?.code === 'notRead' ? error.months : [];
  return [...new Set([...usual, ...needed])].sort();
}

/** Computes; months that turn out to be needed are read first. */
async function computed(work: Work, connection: Connection) {
  const { terminal, service, month } = work;
  let fresh = connection;
  for (let reading = 2; ; reading += 1) {
    const computation = await computeVouchers(portsOf(work), { connection: fresh, month }, flowOptions(terminal));
    if (computation.ok || computation.error.code !== 'notRead' || reading > READINGS)
      return { computation, connection: fresh };
    fresh = await pulled(terminal, service, fresh, computation.error.months, TOPICS);
  }
}

function sheetsLines({ created, added }: SheetsReport): string[] {
  return [
    ...(created.length > 0 ? [say.sheetsCreated(created.map(({ title }) => title))] : []),
    ...(added > 0 ? [say.rowsBrought(added)] : []),
  ];
}

async function ordersOf({ book, month }: Work): Promise<RecordedOrder[]> {
  const snapshot = await book.read([ordersTable]);
  if (!snapshot.ok) throw stopAt(bookOutcome(snapshot.error));
  return readRegister(snapshot.value).orders.filter((each) => each.month === month && each.state !== 'cancelled');
}

/** Nothing can be computed: everything valid is ordered, or the sheets wait for a person. */
async function nothingToOrder(work: Work, before: readonly string[], findings: readonly Finding[]): Promise<Outcome> {
  const orders = await ordersOf(work);
  // Everybody waits: what the regulations lack says why.
  const told = findings.filter(({ code }) => code !== 'voucherPersonWaits');
  const facts = { findings: told.map(reportedFinding) };
  if (orders.length === 0) {
    const lines = [...before, say.noValidRegulation(work.month), ...findingLines(told), say.fillFirst];
    return saved(work, outcome('attention', lines, { code: 'toFill', ...facts }));
  }
  const names = orders.map(({ number, regulation }) => say.orderName(number, regulation));
  const isWell = work.values.validate === undefined && told.every(({ severity }) => severity === 'info');
  const lines = [...before, say.alreadyOrdered(work.month, names), ...findingLines(told)];
  return saved(work, outcome(isWell ? 'done' : 'attention', lines, { code: 'ordered', ...facts }));
}

/** The name of the regulation as the sheet writes it; `Stop` when it cannot be validated. */
function regulationToValidate({ regulations, book, month, findings }: VoucherComputation, asked: string): string {
  const folded = (name: string) => canonical('text', textCell(name));
  const same = (name: string) => folded(name) === folded(asked);
  const found = [...regulations.keys()].find(same);
  if (found !== undefined) return found;
  const names = book.regulations.map(({ name }) => name);
  const typed = names.find(same);
  if (typed === undefined) throw new Stop('usage', say.unknownRegulation(asked, names), { code: 'unknownRegulation' });
  const orders = book.register.orders.filter(({ regulation }) => regulation === typed);
  const live = orders.filter((each) => each.month === month && each.state !== 'cancelled');
  if (live.length > 0) {
    const numbers = live.map(({ number }) => say.orderName(number, typed));
    throw new Stop('attention', say.alreadyOrdered(month, numbers), { code: 'ordered' });
  }
  const own = findings.filter(({ subject, facts }) => subject === typed || facts['regulation'] === typed);
  const lines = [say.cannotValidate(typed), ...findingLines(own)];
  throw stopAt(outcome('attention', lines, { code: 'cannotValidate' }));
}

/** Validates, and answers how it ended; refused, what was computed stays. */
async function validated(
  work: Work,
  connection: Connection,
  computation: VoucherComputation,
  name: string,
): Promise<Outcome> {
  const { force = false } = work.values;
  const receipts = { service: work.service, connectionId: connection.id, force, unguarded: force };
  const options = { ...orderOptions(work.terminal), receipts };
  const report = await validateOrder(portsOf(work), computation, name, options);
  if (!report.ok) return orderOutcome(report.error, name);
  work.reports.push(report.value);
  const { receipt } = report.value;
  work.unsaved.push(() => releaseReceipt(receipts, receipt));
  const number = (await ordersOf(work)).find(({ regulation }) => regulation === name)?.number ?? '';
  const lines = [say.validated(number, name), ...(report.value.isUnguarded ? [unguarded] : [])];
  return outcome('done', lines, { code: 'validated', order: number });
}

async function written(
  work: Work,
  connection: Connection,
  before: readonly string[],
  computation: VoucherComputation,
): Promise<Outcome> {
  const { validate } = work.values;
  const name = validate === undefined ? undefined : regulationToValidate(computation, validate);
  const report = await writeVouchers(portsOf(work), computation, orderOptions(work.terminal));
  if (!report.ok) return applyOutcome(report.error);
  work.reports.push(report.value);
  const order =
    name === undefined
      ? outcome('done', [], { code: 'computed' })
      : await validated(work, connection, computation, name);
  if (order.exit !== 'done' && order.exit !== 'attention') return order;
  const findings = allFindings(computation);
  const nobody = computation.book.people.length === 0 ? [say.noEmployees] : [];
  const isWell = nobody.length === 0 && findings.every(({ severity }) => severity === 'info');
  const leftOut = detailLeftOut(report.value.leftOut);
  const lines = [...before, ...computationLines(computation, findings), ...leftOut, ...nobody, ...order.lines];
  const facts = { ...order.facts, report: reportOf(computation, findings) };
  return saved(work, outcome(isWell ? order.exit : 'attention', lines, facts));
}

async function withLucca(work: Work, connection: Connection): Promise<Outcome> {
  const { terminal, service, month, values } = work;
  const months = await neededMonths(work, connection);
  const fresh = await pulled(terminal, service, connection, months, TOPICS);
  const options = flowOptions(terminal);
  const sheets = await prepareVoucherSheets(portsOf(work), { connection: fresh, month }, options);
  if (!sheets.ok) return sheetsOutcome(sheets.error, fresh);
  work.reports.push(sheets.value);
  const rights = fresh.mirror?.missingRights ?? [];
  const before = [...sheetsLines(sheets.value), ...(rights.length > 0 ? [say.missingRights(rights)] : [])];
  const created = sheets.value.created.map(({ title }) => title);
  if (values.prepare)
    return saved(work, outcome('done', [...before, say.sheetsReady], { code: 'prepared', sheets: created }));
  const { computation, connection: last } = await computed(work, fresh);
  if (computation.ok) return written(work, last, before, computation.value);
  const { error } = computation;
  if (error.code === 'noRegulation') {
    const states = await writeStates(portsOf(work), error.book, options);
    if (!states.ok) return applyOutcome(states.error);
    work.reports.push(states.value);
    return nothingToOrder(work, before, error.findings);
  }
  return computeOutcome(error, last);
}

async function ofMonth(terminal: Terminal, values: Values): Promise<Outcome> {
  const [asked, ...others] = monthsOf(values);
  if (others.length > 0) throw new Stop('usage', words.wrongOption('--month', say.oneMonth), { code: 'usage' });
  const book = await openWorkbook(values);
  requireWritable(book);
  const account = await accountOf(book, values);
  const access = await serviceFor(terminal, { ...values, account }, asked);
  try {
    const { service, health } = access;
    const connection = await connectionTo(terminal, values, service, health, account);
    const work = { terminal, values, book, service, month: asked ?? health.month, reports: [], unsaved: [] };
    return await withLucca(work, connection);
  } finally {
    await access.close();
  }
}

/** Options that go with what asks Lucca nothing; those that say how to read it would be dropped without a word. */
const beside = { order: [], cancel: [], files: ['kind', 'template', 'out'], model: ['template'] } as const;

function refuseReading(values: Values, action: keyof typeof beside): void {
  const taken = new Set<string>([action, 'workbook', 'json', ...beside[action]]);
  const other = Object.keys(values).find((name) => !taken.has(name));
  if (other !== undefined) throw new Stop('usage', words.optionsApart(`--${action}`, `--${other}`), { code: 'usage' });
}

/** A step of an order. */
async function step(terminal: Terminal, values: Values, action: 'order' | 'cancel'): Promise<Outcome> {
  refuseReading(values, action);
  const [move, sentence] = action === 'order' ? [markOrdered, say.markedOrdered] : [cancelOrder, say.cancelled];
  const asked = values[action] ?? '';
  const number = canonical('identifier', textCell(asked));
  const book = await openWorkbook(values);
  requireWritable(book);
  const report = await move({ book, clock: terminal.clock }, number, orderOptions(terminal));
  if (!report.ok) return orderOutcome(report.error, asked);
  const done = outcome('done', [sentence(number)], { code: 'moved', order: number });
  return saved({ book, values, reports: [report.value], unsaved: [] }, done);
}

const actions = ['prepare', 'validate', 'order', 'cancel', 'files', 'model'] as const;

export async function vouchers(terminal: Terminal, values: Values): Promise<Outcome> {
  const [first, second] = actions.filter((name) => values[name] !== undefined);
  if (first && second) throw new Stop('usage', words.optionsApart(`--${first}`, `--${second}`), { code: 'usage' });
  if (first === 'files') {
    refuseReading(values, first);
    return writeOrderFiles(values);
  }
  if (first === 'model') {
    refuseReading(values, first);
    return addModel(terminal, values);
  }
  for (const name of beside.files)
    if (values[name] !== undefined)
      throw new Stop('usage', words.optionNeeds(`--${name}`, '--files'), { code: 'usage' });
  if (values.force && first !== 'validate')
    throw new Stop('usage', words.optionNeeds('--force', '--validate'), { code: 'usage' });
  return first === 'order' || first === 'cancel' ? step(terminal, values, first) : ofMonth(terminal, values);
}
