/** The life of an import of absences: confirmed, abandoned or cancelled; the last closed month opened again. */
import { reopenAbsences } from '../../shared/flows/absences/transfer/closeAbsences.ts';
import {
  abandonTransfer,
  cancelTransfer,
  confirmTransfer,
} from '../../shared/flows/absences/transfer/settleTransfer.ts';
import { ok } from '../../shared/domain/result.ts';
import type { ReceiptDesk } from '../../shared/flows/receipts.ts';
import { monthReopened } from '../../shared/messages/fr/absences/transfer.ts';
import * as say from '../../shared/messages/fr/absences/transferCli.ts';
import { serviceFor } from './access.ts';
import { stepOutcome } from './absencesOutcome.ts';
import { accountOf, knownConnection } from './account.ts';
import { required, type Values } from './options.ts';
import { outcome, type Outcome } from './outcome.ts';
import type { Terminal } from './terminal.ts';
import { onAccount, portsOf, saved, writeOptions } from './work.ts';
import { openWorkbook, requireWritable } from './workbook.ts';

/** The service is asked whether another copy of the workbook confirmed the month. */
export async function confirmImport(terminal: Terminal, values: Values): Promise<Outcome> {
  const asked = required(values, 'confirm');
  return onAccount(terminal, values, undefined, async (work, { id: connectionId }) => {
    const { force = false } = values;
    const receipts = { service: work.service, connectionId, force, unguarded: force };
    const report = await confirmTransfer(portsOf(work), asked, { ...writeOptions(terminal), receipts });
    if (!report.ok) return stepOutcome(report.error, asked);
    const { receipt, number, giveBack } = report.value;
    work.reports.push(report.value);
    if (giveBack) work.unsaved.push(giveBack);
    const lines = [say.confirmed(number), ...(receipt === null ? [say.unguarded] : [])];
    return saved(work, outcome('done', lines, { code: 'confirmed', import: number }));
  });
}

async function writable(values: Values) {
  const book = await openWorkbook(values);
  requireWritable(book);
  return book;
}

/** Lucca is not asked. */
export async function abandonImport(terminal: Terminal, values: Values): Promise<Outcome> {
  const asked = required(values, 'abandon');
  const book = await writable(values);
  const report = await abandonTransfer({ book, clock: terminal.clock }, asked, writeOptions(terminal));
  if (!report.ok) return stepOutcome(report.error, asked);
  const { number } = report.value;
  const done = outcome('done', [say.abandoned(number)], { code: 'abandoned', import: number });
  return saved({ book, values, reports: [report.value], unsaved: [] }, done);
}

/** Gives receipts up later: a copy must not confirm the month as long as the file says that it is confirmed. */
function givingUpLater(desk: ReceiptDesk) {
  const whenSaved: (() => Promise<unknown>)[] = [];
  const { service } = desk;
  const releaseReceipt: typeof service.releaseReceipt = (...asked) => {
    whenSaved.push(() => service.releaseReceipt(...asked));
    return Promise.resolve(ok(undefined));
  };
  const claimReceipt: typeof service.claimReceipt = (...asked) => service.claimReceipt(...asked);
  return { receipts: { ...desk, service: { claimReceipt, releaseReceipt } }, whenSaved };
}

async function cancelledIn(terminal: Terminal, values: Values, receipts?: ReceiptDesk): Promise<Outcome> {
  const asked = required(values, 'cancel');
  const book = await writable(values);
  const later = receipts && givingUpLater(receipts);
  const options = { ...writeOptions(terminal), ...(later && { receipts: later.receipts }) };
  const report = await cancelTransfer({ book, clock: terminal.clock }, asked, options);
  if (!report.ok) return stepOutcome(report.error, asked);
  const { number } = report.value;
  const lines = [say.cancelled(number), ...(receipts ? [] : [say.unasked])];
  const done = outcome('done', lines, { code: 'cancelled', import: number });
  return saved({ book, values, reports: [report.value], unsaved: [], whenSaved: later?.whenSaved ?? [] }, done);
}

/** Lucca is not asked; the service is told, for the other copies of the workbook, when it is said which. */
export async function cancelImport(terminal: Terminal, values: Values): Promise<Outcome> {
  if (values.service === undefined && values.data === undefined) return cancelledIn(terminal, values);
  const account = await accountOf(await openWorkbook(values), values);
  const access = await serviceFor(terminal, { ...values, account }, undefined);
  const { service } = access;
  try {
    const { id: connectionId } = await knownConnection(service, account);
    return await cancelledIn(terminal, values, { service, connectionId });
  } finally {
    await access.close();
  }
}

/** Lucca is not asked. */
export async function reopenMonth(terminal: Terminal, values: Values): Promise<Outcome> {
  const book = await writable(values);
  const report = await reopenAbsences({ book, clock: terminal.clock }, writeOptions(terminal));
  if (!report.ok) return stepOutcome(report.error);
  const { month } = report.value;
  const done = outcome('done', [monthReopened(month)], { code: 'reopened', month });
  return saved({ book, values, reports: [report.value], unsaved: [] }, done);
}
