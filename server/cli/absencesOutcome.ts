/** Failures of an import of absences, as the end of a command. */
import type { TransferError } from '../../shared/flows/absences/transfer/heldTransfer.ts';
import type { CloseError } from '../../shared/flows/absences/transfer/closeAbsences.ts';
import type { BoardError } from '../../shared/flows/absences/transfer/transferBoard.ts';
import type { PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import {
  laterRefusal,
  leftAtClose,
  transferRefusals,
  unknownImport,
} from '../../shared/messages/fr/absences/transfer.ts';
import * as say from '../../shared/messages/fr/absences/transferCli.ts';
import { unsoundOutcome, monthOutcome } from './monthOutcome.ts';
import { outcome, type Outcome } from './outcome.ts';
import { applyOutcome, bookOutcome } from './sentences.ts';

/** `number`: the import that was asked for. */
export function stepOutcome(error: TransferError, number = ''): Outcome {
  switch (error.code) {
    case 'unknown':
      return outcome('usage', [unknownImport(number)], { code: 'unknownImport' });
    case 'unsound':
      return unsoundOutcome(error.findings);
    case 'taken':
      return outcome('attention', [`${error.detail} ${say.takenOption}`], { code: error.code });
    case 'silent':
      return outcome('attention', [`${transferRefusals.silent} ${say.silentOption}`], { code: error.code });
    case 'deletionsLeft':
      return outcome('attention', [`${transferRefusals.deletionsLeft} ${say.doneOption}`], { code: error.code });
    case 'changed':
    case 'notLast':
    case 'closed':
    case 'preparedLeft':
    case 'nothingClosed':
    case 'doneLeft':
      return outcome('attention', [transferRefusals[error.code]], { code: error.code });
    case 'stoodOn':
    case 'laterDone':
      return outcome('attention', [laterRefusal(error.code, error.later)], {
        code: error.code,
        later: error.later.number,
      });
    default:
      return applyOutcome(error);
  }
}

/** Why a month was not prepared, nor closed. */
export function monthStepOutcome(error: CloseError, month: PlainMonth): Outcome {
  switch (error.code) {
    case 'step':
      return stepOutcome(error.error);
    case 'notRead':
      return outcome('service', [say.notRead(error.months)], { code: error.code, months: error.months });
    case 'left': {
      const { deletions, imports, waiting } = error;
      const lines = [leftAtClose(month, deletions, imports, waiting), say.closeAnyway];
      return outcome('attention', lines, { code: error.code, month, deletions, imports, waiting });
    }
    default:
      return monthOutcome(error);
  }
}

export function boardOutcome(error: BoardError): Outcome {
  return error.code === 'book' ? bookOutcome(error.error) : unsoundOutcome(error.findings);
}
