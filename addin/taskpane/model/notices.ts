/** What the pane says of the service and of its runs. */
import type { Run } from '../../../shared/contracts/schemas.ts';
import { frenchDate, wallClock } from '../../../shared/domain/calendar/plainDate.ts';
import type { ServiceError } from '../../../shared/contracts/service.ts';
import type { MirrorError } from '../../../shared/flows/mirrorPages.ts';
import * as text from '../../../shared/messages/fr/pane.ts';
import { serviceErrorText } from '../../../shared/messages/fr/serviceErrors.ts';
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

const ZONE = 'Europe/Paris';

/**
 * What nobody has seen yet of the last run, when it started by itself: it failed, or its message could not leave.
 * @param isMailTold the pane told of its message already: a server of mail that never answers is not told at each return, the history has it.
 */
export function unseenNotice(run: Run | null | undefined, isMailTold = false): Notice | undefined {
  // Home asks what to do with people who disappeared.
  if (run?.trigger === undefined || run.problem?.code === 'massDisappearance') return undefined;
  const { state, mail, problem, startedAt } = run;
  const isLost = mail?.state === 'failed' && !isMailTold;
  const details = isLost ? [text.mailNotSent(mail.reason ?? '')] : [];
  const way = isLost ? { toEvening: true as const } : {};
  if (state === 'done') return isLost ? { intent: 'warning', text: details.join(''), ...way } : undefined;
  if (state !== 'failed' && !mail) return undefined;
  const { date, time } = wallClock(startedAt, ZONE);
  return {
    ...error(text.lastRunFailed(frenchDate(date), time, problem?.detail ?? text.runInterrupted)),
    details,
    ...way,
  };
}

/** How a run ended, when it did not end well; undefined for `done`. */
export function runNotice(run: Run): Notice | undefined {
  // Home asks what to do with it.
  if (run.problem?.code === 'massDisappearance') return { intent: 'warning', text: text.departuresStopped };
  if (run.state === 'failed') return error(run.problem?.detail ?? text.runInterrupted);
  if (run.state === 'cancelled') return { intent: 'info', text: text.runCancelled };
  return run.state === 'interrupted' ? { intent: 'warning', text: text.runInterrupted } : undefined;
}
