/** Why rest was not simulated or not sent, in one sentence, by what the flow answers. */
import type { ServiceError } from '../../../contracts/service.ts';
import type { CreditError } from '../../../flows/worktime/sendCredit.ts';
import { bookErrorText } from '../book.ts';
import { applyErrorText } from '../failures.ts';
import { luccaRightNames } from '../lucca.ts';
import { serviceErrorText } from '../serviceErrors.ts';
import { creditMessages as say } from './credit.ts';
import { refusals } from './exportsPane.ts';
import { unsound } from './pane.ts';

/** The service may not write in Lucca: who runs it has not allowed it. */
export function isCreditOff(error: CreditError): boolean {
  return error.code === 'service' && error.error.code === 'refused' && error.error.problem.code === 'entitlementsOff';
}

function serviceText(error: ServiceError): string {
  if (error.code === 'unreachable') return say.silent();
  const isForbidden = error.code === 'refused' && error.problem.code === 'luccaForbidden';
  return isForbidden ? say.forbidden(luccaRightNames.entitlements()) : say.nothingCredited(serviceErrorText(error));
}

export function creditErrorText(error: CreditError): string {
  switch (error.code) {
    case 'book':
      return bookErrorText(error.error);
    case 'apply':
      return applyErrorText(error.error);
    case 'service':
      return serviceText(error.error);
    case 'unsound':
      return unsound;
    case 'unknown':
    case 'edited':
      return refusals[error.code];
    case 'sent':
      return say.sent(error.at);
    case 'sentBefore':
      return say.sentBefore(error.number);
    case 'taken':
      return say.taken(error.by, error.at);
    default:
      return say[error.code]();
  }
}
