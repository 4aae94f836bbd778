/** What the pane says of the service and of its runs. */
import type { Run } from '../../../shared/contracts/schemas.ts';
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

/** How a run ended, when it did not end well; undefined for `done`. */
export function runNotice(run: Run): Notice | undefined {
  // Home asks what to do with it.
  if (run.problem?.code === 'massDisappearance') return { intent: 'warning', text: text.departuresStopped };
  if (run.state === 'failed') return error(run.problem?.detail ?? text.runInterrupted);
  if (run.state === 'cancelled') return { intent: 'info', text: text.runCancelled };
  return run.state === 'interrupted' ? { intent: 'warning', text: text.runInterrupted } : undefined;
}
