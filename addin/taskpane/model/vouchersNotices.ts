/** What the pane says when titres-restaurant cannot be prepared, computed, validated or cancelled. */
import type { SheetsReport } from '../../../shared/flows/vouchers/voucherSheets.ts';
import type { OrderError, OrderReport } from '../../../shared/flows/vouchers/voucherOrders.ts';
import * as text from '../../../shared/messages/fr/vouchers/pane.ts';
import * as receipts from '../../../shared/messages/fr/vouchers/receipts.ts';
import type { Notice } from './state.ts';
import { appliedNotice, applyNotice } from './updateFlows.ts';

export function orderNotice(failure: OrderError): Notice {
  switch (failure.code) {
    case 'ordered':
    case 'moved':
    case 'notLast':
    case 'unknown':
    case 'incomplete':
    case 'skipped':
      return { intent: 'warning', text: text.orderErrors[failure.code] };
    case 'taken':
      return { intent: 'warning', text: `${failure.detail} ${receipts.takenAdvice}` };
    case 'silent':
      return { intent: 'warning', text: `${receipts.silent} ${receipts.silentAdvice}` };
    default:
      return applyNotice(failure);
  }
}

/** An order that went on, and what the service could not be asked. */
export function orderedNotice(sentence: string, report: OrderReport): Notice {
  const unasked = [
    ...(report.isUnguarded ? [receipts.unguarded] : []),
    ...(report.isReceiptKept ? [receipts.kept] : []),
  ];
  if (unasked.length === 0) return appliedNotice(sentence, report);
  return { ...appliedNotice([sentence, ...unasked].join(' '), report), intent: 'warning' };
}

export function preparedNotice(report: SheetsReport): Notice {
  const { created, added } = report;
  const parts = [
    ...(created.length === 0 ? [] : [text.sheetsCreated(created.map(({ title }) => title))]),
    ...(added === 0 ? [] : [text.rowsBrought(added)]),
  ];
  return appliedNotice(created.length === 0 && added === 0 ? text.sheetsUpToDate : parts.join(' '), report);
}
