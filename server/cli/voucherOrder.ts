/** The life of an order: validated with its month, then ordered, or cancelled. */
import type { Connection } from '../../shared/contracts/schemas.ts';
import { canonical, textCell } from '../../shared/domain/review/cell.ts';
import type { VoucherComputation } from '../../shared/flows/vouchers/computeVouchers.ts';
import { releaseReceipt, type ReceiptDesk } from '../../shared/flows/receipts.ts';
import { cancelOrder, markOrdered, validateOrder } from '../../shared/flows/vouchers/voucherOrders.ts';
import * as say from '../../shared/messages/fr/vouchers/cli.ts';
import { kept, unasked, unguarded } from '../../shared/messages/fr/vouchers/receipts.ts';
import { serviceFor } from './access.ts';
import { accountOf, knownConnection } from './account.ts';
import { findingLines } from './findings.ts';
import { outcome, Stop, type Outcome } from './outcome.ts';
import type { Values } from './options.ts';
import { stopAt } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { orderOutcome } from './voucherOutcome.ts';
import { liveOrders, ordersOf } from './voucherWork.ts';
import { writeOptions, portsOf, saved, type Work } from './work.ts';
import { openWorkbook, requireWritable } from './workbook.ts';

type Moving = Pick<Work, 'terminal' | 'values' | 'book'>;

/** The name of the regulation as the sheet writes it; `Stop` when it cannot be validated. */
export function regulationToValidate(computation: VoucherComputation, asked: string): string {
  const { regulations, book, month, findings } = computation;
  const folded = (name: string) => canonical('text', textCell(name));
  const same = (name: string) => folded(name) === folded(asked);
  const found = [...regulations.keys()].find(same);
  if (found !== undefined) return found;
  const names = book.regulations.map(({ name }) => name);
  const typed = names.find(same);
  if (typed === undefined) throw new Stop('usage', say.unknownRegulation(asked, names), { code: 'unknownRegulation' });
  const live = liveOrders(book.register.orders, month).filter(({ regulation }) => regulation === typed);
  if (live.length > 0) {
    const numbers = live.map(({ number }) => say.orderName(number, typed));
    throw new Stop('attention', say.alreadyOrdered(month, numbers), { code: 'ordered' });
  }
  const own = findings.filter(({ subject, facts }) => subject === typed || facts['regulation'] === typed);
  const lines = [say.cannotValidate(typed), ...findingLines(own)];
  throw stopAt(outcome('attention', lines, { code: 'cannotValidate' }));
}

/** Validates, and answers how it ended; refused, what was computed stays. */
export async function validated(
  work: Work,
  connection: Connection,
  computation: VoucherComputation,
  name: string,
): Promise<Outcome> {
  const { force = false } = work.values;
  const receipts = { service: work.service, connectionId: connection.id, force, unguarded: force };
  const options = { ...writeOptions(work.terminal), receipts };
  const report = await validateOrder(portsOf(work), computation, name, options);
  if (!report.ok) return orderOutcome(report.error, name);
  work.reports.push(report.value);
  const { receipt } = report.value;
  work.unsaved.push(() => releaseReceipt(receipts, receipt));
  const number = (await ordersOf(work)).find(({ regulation }) => regulation === name)?.number ?? '';
  const lines = [say.validated(number, name), ...(report.value.isUnguarded ? [unguarded] : [])];
  return outcome('done', lines, { code: 'validated', order: number });
}

/** Moves an order, its receipt too where there is a desk. */
async function moved(
  { terminal, values, book }: Moving,
  action: 'order' | 'cancel',
  receipts?: ReceiptDesk,
): Promise<Outcome> {
  const [move, sentence] = action === 'order' ? [markOrdered, say.markedOrdered] : [cancelOrder, say.cancelled];
  const asked = values[action] ?? '';
  const number = canonical('identifier', textCell(asked));
  const options = { ...writeOptions(terminal), ...(receipts && { receipts }) };
  const report = await move({ book, clock: terminal.clock }, number, options);
  if (!report.ok) return orderOutcome(report.error, asked);
  const { receipt, isUnguarded, isReceiptKept } = report.value;
  const lines = [
    sentence(number),
    ...(receipts ? [] : [unasked]),
    ...(isUnguarded ? [unguarded] : []),
    ...(isReceiptKept ? [kept] : []),
  ];
  const unsaved = [() => releaseReceipt(receipts, receipt)];
  const done = outcome('done', lines, { code: 'moved', order: number });
  return saved({ book, values, reports: [report.value], unsaved }, done);
}

/** A step of an order. Lucca is not asked; the service is, when it is said which. */
export async function moveOrder(terminal: Terminal, values: Values, action: 'order' | 'cancel'): Promise<Outcome> {
  const { force = false, service: address, data } = values;
  const book = await openWorkbook(values);
  requireWritable(book);
  const moving = { terminal, values, book };
  if (address === undefined && data === undefined) return moved(moving, action);
  const account = await accountOf(book, values);
  const access = await serviceFor(terminal, { ...values, account }, undefined);
  const { service } = access;
  try {
    const { id: connectionId } = await knownConnection(service, account);
    return await moved(moving, action, { service, connectionId, force, unguarded: force });
  } finally {
    await access.close();
  }
}
