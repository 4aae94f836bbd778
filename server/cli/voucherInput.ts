/** `vouchers --input`: a month computed from one JSON document, without workbook, service or Lucca. */
import { VOUCHERS_INPUT_VERSION, vouchersInputSchema } from '../../shared/contracts/vouchersInput.ts';
import { computeInput } from '../../shared/flows/vouchers/computeInput.ts';
import { monthsLacking, noEmployeesInInput } from '../../shared/messages/fr/vouchers/cli.ts';
import { documentIn } from './documentIn.ts';
import { unsoundOutcome } from './monthOutcome.ts';
import { outcome, type Outcome } from './outcome.ts';
import { monthOf, type Values } from './options.ts';
import { serviceOutcome } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { computationOutcome, nothingOutcome } from './voucherOutcome.ts';
import { liveOrders } from './voucherWork.ts';
import { flowOptions } from './workbook.ts';

/** Computes the month of the document, or another one that it holds. */
export async function computeFromInput(terminal: Terminal, values: Values): Promise<Outcome> {
  const asked = monthOf(values);
  const input = await documentIn(values, vouchersInputSchema, VOUCHERS_INPUT_VERSION);
  const month = asked ?? input.month;
  const computation = await computeInput(terminal, input, month, flowOptions(terminal));
  if (computation.ok) return computationOutcome(computation.value, noEmployeesInInput);
  const { error } = computation;
  switch (error.code) {
    case 'notRead':
      return outcome('workbook', [monthsLacking(error.months)], { code: 'monthsLacking', months: error.months });
    case 'unsound':
      return unsoundOutcome(error.findings);
    case 'noRegulation':
      return nothingOutcome(month, liveOrders(error.book.register.orders, month), error.findings, false);
    case 'service':
      return serviceOutcome(error.error);
  }
}
