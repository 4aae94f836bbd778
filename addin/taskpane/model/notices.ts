/** What the pane says of an outcome. */
import type { Run } from '../../../shared/contracts/schemas.ts';
import type { ServiceError } from '../../../shared/contracts/service.ts';
import type { ApplyError, ApplyReport } from '../../../shared/flows/apply.ts';
import type { MirrorError } from '../../../shared/flows/mirrorPages.ts';
import type { ReviewError } from '../../../shared/flows/prepareReview.ts';
import { bookErrorText } from '../../../shared/messages/fr/book.ts';
import { applyErrorText, leftPlaces, serviceErrorText } from '../../../shared/messages/fr/failures.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import * as text from '../../../shared/messages/fr/pane.ts';
import type { Notice } from './state.ts';

function error(sentence: string): Notice {
  return { intent: 'error', text: sentence };
}

const serviceIntents = {
  refused: 'error',
  unexpected: 'error',
  unreachable: 'error',
  restless: 'warning',
  cancelled: 'info',
} as const satisfies Readonly<Record<MirrorError['code'], Notice['intent']>>;

export function serviceNotice(failure: ServiceError | MirrorError): Notice {
  return { intent: serviceIntents[failure.code], text: serviceErrorText(failure) };
}

/** How a run ended, when it did not end well; undefined for `done`. */
export function runNotice(run: Run): Notice | undefined {
  if (run.state === 'failed') return error(run.problem?.detail ?? text.runInterrupted);
  if (run.state === 'cancelled') return { intent: 'info', text: text.runCancelled };
  return run.state === 'interrupted' ? { intent: 'warning', text: text.runInterrupted } : undefined;
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
