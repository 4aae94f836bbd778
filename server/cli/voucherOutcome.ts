/** Failures of the flows of titres-restaurant as the end of a command. */
import type { Connection } from '../../shared/contracts/schemas.ts';
import type { PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { VoucherComputation, VoucherError } from '../../shared/flows/vouchers/computeVouchers.ts';
import type { OrderError } from '../../shared/flows/vouchers/voucherOrders.ts';
import type { SheetsError } from '../../shared/flows/vouchers/voucherSheets.ts';
import { silent, silentOption, takenOption } from '../../shared/messages/fr/vouchers/receipts.ts';
import * as say from '../../shared/messages/fr/vouchers/cli.ts';
import type { RecordedOrder } from '../../shared/tables/vouchers/readRegister.ts';
import { findingLines, reportedFinding } from './findings.ts';
import { outcome, type Outcome } from './outcome.ts';
import { monthOutcome } from './monthOutcome.ts';
import { applyOutcome } from './sentences.ts';
import { reportOf } from './voucherReport.ts';
import { allFindings, computationLines } from './voucherText.ts';

/** `rights`: what the key may not read, as the last run said. */
export function unreadOutcome(months: Parameters<typeof say.planningNotRead>[0], { mirror }: Connection): Outcome {
  return outcome('service', [say.planningNotRead(months, mirror?.missingRights ?? [])], { code: 'notRead', months });
}

export function sheetsOutcome(error: SheetsError, connection: Connection): Outcome {
  return error.code === 'notRead' ? unreadOutcome(error.months, connection) : monthOutcome(error);
}

/** What a month comes to. `noEmployees`: what is said when there is nobody. */
export function computationOutcome(computation: VoucherComputation, noEmployees: string): Outcome {
  const findings = allFindings(computation);
  const nobody = computation.book.people.length === 0 ? [noEmployees] : [];
  const isWell = nobody.length === 0 && findings.every(({ severity }) => severity === 'info');
  const lines = [...computationLines(computation, findings), ...nobody];
  return outcome(isWell ? 'done' : 'attention', lines, { code: 'computed', report: reportOf(computation, findings) });
}

/** Nothing can be computed: everything valid is ordered, or a person has something to fill. `orders`: those of the month. */
export function nothingOutcome(
  month: PlainMonth,
  orders: readonly RecordedOrder[],
  findings: readonly Finding[],
  isValidating: boolean,
): Outcome {
  // Everybody waits: what the regulations lack says why.
  const told = findings.filter(({ code }) => code !== 'voucherPersonWaits');
  const facts = { findings: told.map(reportedFinding) };
  if (orders.length === 0) {
    const lines = [say.noValidRegulation(month), ...findingLines(told), say.fillFirst];
    return outcome('attention', lines, { code: 'toFill', ...facts });
  }
  const names = orders.map(({ number, regulation }) => say.orderName(number, regulation));
  const isWell = !isValidating && told.every(({ severity }) => severity === 'info');
  const lines = [say.alreadyOrdered(month, names), ...findingLines(told)];
  return outcome(isWell ? 'done' : 'attention', lines, { code: 'ordered', ...facts });
}

/** A month for which nothing can be ordered is no failure: it is told elsewhere. */
export function computeOutcome(
  error: Exclude<VoucherError, { code: 'noRegulation' }>,
  connection: Connection,
): Outcome {
  return error.code === 'notRead' ? unreadOutcome(error.months, connection) : monthOutcome(error);
}

export function orderOutcome(error: OrderError, number: string): Outcome {
  switch (error.code) {
    case 'ordered':
    case 'moved':
    case 'notLast':
    case 'incomplete':
    case 'skipped':
      return outcome('attention', [say.orderRefused[error.code]], { code: error.code });
    case 'taken':
      return outcome('attention', [`${error.detail} ${takenOption}`], { code: error.code });
    case 'silent':
      return outcome('attention', [`${silent} ${silentOption}`], { code: error.code });
    case 'unknown':
      return outcome('usage', [say.unknownOrder(number)], { code: 'unknownOrder' });
    default:
      return applyOutcome(error);
  }
}
