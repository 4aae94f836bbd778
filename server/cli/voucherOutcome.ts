/** Failures of the flows of titres-restaurant as the end of a command. */
import type { Connection } from '../../shared/contracts/schemas.ts';
import type { VoucherError } from '../../shared/flows/vouchers/computeVouchers.ts';
import type { OrderError } from '../../shared/flows/vouchers/voucherOrders.ts';
import type { SheetsError } from '../../shared/flows/vouchers/voucherSheets.ts';
import { resumeFirst } from '../../shared/messages/fr/cli.ts';
import { findingText } from '../../shared/messages/fr/findings.ts';
import * as pane from '../../shared/messages/fr/pane.ts';
import { silent, silentOption, takenOption } from '../../shared/messages/fr/vouchers/receipts.ts';
import * as say from '../../shared/messages/fr/vouchers/cli.ts';
import { outcome, type Outcome } from './outcome.ts';
import { applyOutcome, bookOutcome, serviceOutcome } from './sentences.ts';
import { reportedFinding } from './voucherReport.ts';
import { findingLines } from './voucherText.ts';

const pending = outcome('attention', [`${pane.pendingTitle}. ${resumeFirst}`], { code: 'pending' });

/** `rights`: what the key may not read, as the last run said. */
export function unreadOutcome(months: Parameters<typeof say.planningNotRead>[0], { mirror }: Connection): Outcome {
  return outcome('service', [say.planningNotRead(months, mirror?.missingRights ?? [])], { code: 'notRead', months });
}

export function sheetsOutcome(error: SheetsError, connection: Connection): Outcome {
  switch (error.code) {
    case 'book':
      return bookOutcome(error.error);
    case 'service':
      return serviceOutcome(error.error);
    case 'apply':
      return applyOutcome(error.error);
    case 'pending':
      return pending;
    case 'notRead':
      return unreadOutcome(error.months, connection);
    case 'otherAccount':
      return outcome('workbook', [`${pane.otherAccountTitle}. ${pane.otherAccountBody(error.account)}`], {
        code: error.code,
      });
    case 'tables':
      return outcome('workbook', [`${pane.tablesTitle} :`, ...error.findings.map(findingText)], { code: error.code });
  }
}

/** A month for which nothing can be ordered is no failure: it is told elsewhere. */
export function computeOutcome(
  error: Exclude<VoucherError, { code: 'noRegulation' }>,
  connection: Connection,
): Outcome {
  switch (error.code) {
    case 'book':
      return bookOutcome(error.error);
    case 'service':
      return serviceOutcome(error.error);
    case 'pending':
      return pending;
    case 'notRead':
      return unreadOutcome(error.months, connection);
    case 'unsound':
      return outcome('workbook', findingLines(error.findings), {
        code: error.code,
        findings: error.findings.map(reportedFinding),
      });
  }
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
