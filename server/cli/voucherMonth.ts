/** A month computed from a workbook and Lucca, and written in the workbook. */
import type { Connection, Topic } from '../../shared/contracts/schemas.ts';
import { addMonths, type PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { computeVouchers, type VoucherComputation } from '../../shared/flows/vouchers/computeVouchers.ts';
import { prepareVoucherSheets, type SheetsReport } from '../../shared/flows/vouchers/voucherSheets.ts';
import { writeStates, writeVouchers } from '../../shared/flows/vouchers/writeVouchers.ts';
import { detailLeftOut } from '../../shared/messages/fr/vouchers/detail.ts';
import * as say from '../../shared/messages/fr/vouchers/cli.ts';
import { serviceFor } from './access.ts';
import { accountOf, connectionTo, pulled } from './account.ts';
import { outcome, type Outcome } from './outcome.ts';
import { monthOf, type Values } from './options.ts';
import { applyOutcome, stopAt } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { keepInput, requireInputPlace, withoutInput } from './voucherInputFile.ts';
import { regulationToValidate, validated } from './voucherOrder.ts';
import { computationOutcome, computeOutcome, nothingOutcome, sheetsOutcome } from './voucherOutcome.ts';
import { orderOptions, ordersOf, portsOf, saved, type Work } from './voucherWork.ts';
import { flowOptions, openWorkbook, requireWritable } from './workbook.ts';

const TOPICS: readonly Topic[] = ['planning', 'meals'];
/** Readings of Lucca: one for what the sheets are known to need, one for what it makes them need, one to spare. */
const READINGS = 3;

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
  const order = name === undefined ? outcome('done', []) : await validated(work, connection, computation, name);
  if (order.exit !== 'done' && order.exit !== 'attention') return order;
  const told = computationOutcome(computation, say.noEmployees);
  const document = await keepInput(work, computation);
  const leftOut = detailLeftOut(report.value.leftOut);
  const lines = [...before, ...told.lines, ...leftOut, ...order.lines, ...document];
  return saved(work, outcome(told.exit === 'done' ? order.exit : told.exit, lines, { ...told.facts, ...order.facts }));
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
  if (error.code !== 'noRegulation') return computeOutcome(error, last);
  const states = await writeStates(portsOf(work), error.book, options);
  if (!states.ok) return applyOutcome(states.error);
  work.reports.push(states.value);
  const isAsked = values.validate !== undefined;
  const nothing = nothingOutcome(month, await ordersOf(work), error.findings, isAsked);
  return saved(work, withoutInput(values, { ...nothing, lines: [...before, ...nothing.lines] }));
}

/** Prepares the sheets, computes the month, and validates its order where that is asked. */
export async function computeMonth(terminal: Terminal, values: Values): Promise<Outcome> {
  const asked = monthOf(values);
  await requireInputPlace(values);
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
