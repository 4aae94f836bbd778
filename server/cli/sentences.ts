/** Failures of the flows as the end of a command. */
import type { Run } from '../../shared/contracts/schemas.ts';
import type { ServiceError } from '../../shared/contracts/service.ts';
import type { ApplyError } from '../../shared/flows/apply.ts';
import type { BookError } from '../../shared/flows/book.ts';
import type { ReviewError } from '../../shared/flows/prepareReview.ts';
import type { MirrorError } from '../../shared/flows/mirrorPages.ts';
import { bookErrorText } from '../../shared/messages/fr/book.ts';
import * as say from '../../shared/messages/fr/cli.ts';
import { applyErrorText } from '../../shared/messages/fr/failures.ts';
import { serviceErrorText } from '../../shared/messages/fr/serviceErrors.ts';
import { findingText } from '../../shared/messages/fr/findings.ts';
import * as pane from '../../shared/messages/fr/pane.ts';
import { outcome, Stop, type Exit, type Outcome } from './outcome.ts';

const cancelled = outcome('cancelled', [say.stopped], { code: 'cancelled' });

/** The end of a command, thrown from inside it. */
export function stopAt({ exit, lines, facts }: Outcome): Stop {
  return new Stop(exit, lines.join('\n'), facts);
}

export function bookOutcome(error: BookError): Outcome {
  if (error.code === 'cancelled') return cancelled;
  return outcome('workbook', [bookErrorText(error)], { code: error.code, ...error.facts });
}

export function serviceOutcome(error: ServiceError | MirrorError): Outcome {
  if (error.code === 'cancelled') return cancelled;
  // The problem speaks to a pane.
  if (error.code === 'refused' && error.problem.code === 'tokenMissing') {
    return outcome('service', [say.tokenRefused], { code: 'tokenRefused' });
  }
  const facts =
    error.code === 'refused'
      ? { code: error.problem.code }
      : { code: error.code, ...(error.code === 'unexpected' ? { status: error.status } : {}) };
  return outcome('service', [serviceErrorText(error)], facts);
}

/** How a run of the service ended, when it did not end well. */
export function runOutcome(run: Run): Outcome | undefined {
  if (run.state === 'done') return undefined;
  if (run.state === 'cancelled') return cancelled;
  return outcome('service', [run.problem?.detail ?? pane.runInterrupted], { code: run.problem?.code ?? run.state });
}

export function reviewOutcome(error: ReviewError): Outcome {
  if (error.from === 'service') return serviceOutcome(error.error);
  if (error.from === 'book') return bookOutcome(error.error);
  const { state, code } = error;
  if (code === 'otherConnection') {
    return outcome('workbook', [`${pane.otherAccountTitle}. ${pane.otherAccountBody(state.owner?.account ?? '')}`], {
      code,
    });
  }
  if (code === 'pending') return outcome('attention', [`${pane.pendingTitle}. ${say.resumeFirst}`], { code });
  return outcome('workbook', [`${pane.tablesTitle} :`, ...state.findings.map(findingText)], { code });
}

const applyExits = {
  book: 'workbook',
  otherAccount: 'workbook',
  damaged: 'workbook',
  pending: 'attention',
  nothing: 'done',
} as const satisfies Readonly<Record<ApplyError['code'], Exit>>;

export function applyOutcome(failure: ApplyError): Outcome {
  const { code, error } = failure;
  if (error) return bookOutcome(error);
  const sentence = applyErrorText(failure);
  return outcome(applyExits[code], [code === 'pending' ? `${sentence}. ${say.resumeFirst}` : sentence], { code });
}
