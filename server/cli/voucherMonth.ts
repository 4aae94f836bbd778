/** A month computed from a workbook and Lucca, and written in the workbook. */
import type { Connection } from '../../shared/contracts/schemas.ts';
import { addMonths } from '../../shared/domain/calendar/plainDate.ts';
import {
  computeVouchers,
  type VoucherComputation,
  type VoucherError,
} from '../../shared/flows/vouchers/computeVouchers.ts';
import { inputOf } from '../../shared/flows/vouchers/inputDocument.ts';
import { prepareVoucherSheets } from '../../shared/flows/vouchers/voucherSheets.ts';
import { writeStates, writeVouchers } from '../../shared/flows/vouchers/writeVouchers.ts';
import { sheetsReady } from '../../shared/messages/fr/cli.ts';
import { detailLeftOut } from '../../shared/messages/fr/vouchers/detail.ts';
import * as say from '../../shared/messages/fr/vouchers/cli.ts';
import { keepInput, requireInputPlace, withoutInput } from './documentOut.ts';
import { preparedLines } from './monthOutcome.ts';
import { outcome, type Outcome } from './outcome.ts';
import { monthOf, type Values } from './options.ts';
import { computeRead, readFirst, type Computing } from './reading.ts';
import { applyOutcome } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { regulationToValidate, validated } from './voucherOrder.ts';
import { computationOutcome, computeOutcome, nothingOutcome, sheetsOutcome } from './voucherOutcome.ts';
import { ordersOf } from './voucherWork.ts';
import { onAccount, portsOf, saved, writeOptions, type Work } from './work.ts';
import { flowOptions } from './workbook.ts';

function computing(work: Work): Computing<VoucherComputation, VoucherError> {
  const { terminal, month } = work;
  return {
    topics: ['planning', 'meals'],
    usual: [addMonths(month, -1), month],
    compute: (connection) => computeVouchers(portsOf(work), { connection, month }, flowOptions(terminal)),
    hopeless: (error, connection) => {
      const isHopeless = error.code === 'pending' || error.code === 'book' || error.code === 'unsound';
      return isHopeless ? computeOutcome(error, connection) : undefined;
    },
  };
}

async function written(
  work: Work,
  connection: Connection,
  before: readonly string[],
  computation: VoucherComputation,
): Promise<Outcome> {
  const { validate } = work.values;
  const name = validate === undefined ? undefined : regulationToValidate(computation, validate);
  const report = await writeVouchers(portsOf(work), computation, writeOptions(work.terminal));
  if (!report.ok) return applyOutcome(report.error);
  work.reports.push(report.value);
  const order = name === undefined ? outcome('done', []) : await validated(work, connection, computation, name);
  if (order.exit !== 'done' && order.exit !== 'attention') return order;
  const told = computationOutcome(computation, say.noEmployees);
  const document = await keepInput(work, () => inputOf(computation.source, computation.month));
  const leftOut = detailLeftOut(report.value.leftOut);
  const lines = [...before, ...told.lines, ...leftOut, ...order.lines, ...document];
  return saved(work, outcome(told.exit === 'done' ? order.exit : told.exit, lines, { ...told.facts, ...order.facts }));
}

async function withLucca(work: Work, connection: Connection): Promise<Outcome> {
  const { terminal, month, values } = work;
  const fresh = await readFirst(work, connection, computing(work));
  const options = flowOptions(terminal);
  const sheets = await prepareVoucherSheets(portsOf(work), { connection: fresh, month }, options);
  if (!sheets.ok) return sheetsOutcome(sheets.error, fresh);
  work.reports.push(sheets.value);
  const before = preparedLines(sheets.value, fresh);
  const created = sheets.value.created.map(({ title }) => title);
  if (values.prepare)
    return saved(work, outcome('done', [...before, sheetsReady], { code: 'prepared', sheets: created }));
  const { computation, connection: last } = await computeRead(work, fresh, computing(work));
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
  return onAccount(terminal, values, asked, withLucca);
}
