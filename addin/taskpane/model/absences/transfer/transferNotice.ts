/** What the pane says of a step of an import of absences that was refused. */
import type { TransferError } from '../../../../../shared/flows/absences/transfer/heldTransfer.ts';
import { laterRefusal, transferRefusals, unknownImport } from '../../../../../shared/messages/fr/absences/transfer.ts';
import * as text from '../../../../../shared/messages/fr/absences/transferPane.ts';
import type { Refusal } from '../../insistence.ts';
import type { Notice } from '../../state.ts';
import { applyNotice } from '../../updateFlows.ts';

const warning = (sentence: string): Notice => ({ intent: 'warning', text: sentence });

function isRefusal(code: TransferError['code']): code is keyof typeof transferRefusals {
  return code in transferRefusals;
}

export function refusalOf({ code }: TransferError): Refusal | null {
  return code === 'taken' || code === 'silent' ? code : null;
}

/** @param number of the import. */
export function transferNotice(failure: TransferError, number: string): Notice {
  if (failure.code === 'taken') return warning(`${failure.detail} ${text.takenAdvice}`);
  if (failure.code === 'silent') return warning(`${transferRefusals.silent} ${text.insist}`);
  if (failure.code === 'unknown') return warning(unknownImport(number));
  if (failure.code === 'unsound') return { intent: 'error', text: text.unsound };
  if (failure.code === 'stoodOn' || failure.code === 'laterDone')
    return warning(laterRefusal(failure.code, failure.later));
  if (isRefusal(failure.code)) return warning(transferRefusals[failure.code]);
  return applyNotice(failure as Parameters<typeof applyNotice>[0]);
}
