/** Reviewing and writing: loaded when they are first asked for, with what the pane says of their outcome. */
import type { ApplyError, ApplyReport } from '../../../shared/flows/apply.ts';
import type { ReviewError } from '../../../shared/flows/prepareReview.ts';
import { bookErrorText } from '../../../shared/messages/fr/book.ts';
import { applyErrorText, leftPlaces } from '../../../shared/messages/fr/failures.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import * as text from '../../../shared/messages/fr/pane.ts';
import { serviceNotice } from './notices.ts';
import type { Notice } from './state.ts';

export { abandonPlan, applyPlan, planLines, resumePlan, undoLastPlan } from '../../../shared/flows/apply.ts';
export { prepareReview } from '../../../shared/flows/prepareReview.ts';

function error(sentence: string): Notice {
  return { intent: 'error', text: sentence };
}

export function reviewNotice(failure: ReviewError): Notice {
  if (failure.from === 'service') return serviceNotice(failure.error);
  if (failure.from === 'book') return error(bookErrorText(failure.error));
  if (failure.code === 'otherConnection') return error(text.otherAccountBody(failure.state.origin?.account ?? ''));
  return { intent: 'error', text: text.tablesTitle, details: failure.state.findings.map(findingText) };
}

export function appliedNotice(sentence: string, { refused }: ApplyReport): Notice {
  if (refused.length === 0) return { intent: 'success', text: sentence };
  return { intent: 'warning', text: `${sentence} ${text.leftAlone(refused.length)}`, details: leftPlaces(refused) };
}

export function applyNotice(failure: ApplyError): Notice {
  const isQuiet = failure.error ? failure.error.code === 'cancelled' : ['pending', 'nothing'].includes(failure.code);
  return { intent: isQuiet ? 'info' : 'error', text: applyErrorText(failure) };
}
