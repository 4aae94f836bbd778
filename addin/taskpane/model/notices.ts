/** What the pane says of an outcome. */
import type { Run } from '../../../shared/contracts/schemas.ts';
import type { ServiceError } from '../../../shared/contracts/service.ts';
import type { PlanLine } from '../../../shared/domain/review/plan.ts';
import { tableNamed } from '../../../shared/tables/tables.ts';
import type { ApplyError, ApplyReport } from '../../../shared/flows/apply.ts';
import type { MirrorError } from '../../../shared/flows/readMirror.ts';
import type { ReviewError } from '../../../shared/flows/prepareReview.ts';
import { bookErrorText } from '../../../shared/messages/fr/book.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import * as text from '../../../shared/messages/fr/pane.ts';
import type { Notice } from './state.ts';

function error(sentence: string): Notice {
  return { intent: 'error', text: sentence };
}

export function serviceNotice(failure: ServiceError | MirrorError): Notice {
  switch (failure.code) {
    case 'refused':
      return error(failure.problem.detail);
    case 'unexpected':
      return error(text.unexpectedBody(failure.status));
    case 'cancelled':
      return { intent: 'info', text: text.comparisonStopped };
    case 'restless':
      return { intent: 'warning', text: text.mirrorRestless };
    case 'unreachable':
      return error(text.offlineTitle);
  }
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

function place(line: PlanLine): string {
  const table = tableNamed(line.table);
  const heading = line.operation === 'set' ? table.columns.find(({ key }) => key === line.column)?.heading : undefined;
  return text.linePlace(table.title, line.key, heading);
}

const SHOWN = 20;

export function appliedNotice(sentence: string, { refused }: ApplyReport): Notice {
  if (refused.length === 0) return { intent: 'success', text: sentence };
  return {
    intent: 'warning',
    text: `${sentence} ${text.leftAlone(refused.length)}`,
    details: refused.slice(0, SHOWN).map(place),
  };
}

export function applyNotice(failure: ApplyError): Notice {
  if (failure.error)
    return { intent: failure.error.code === 'cancelled' ? 'info' : 'error', text: bookErrorText(failure.error) };
  if (failure.code === 'otherAccount') return error(text.otherAccountMeanwhile);
  if (failure.code === 'damaged') return error(findingText({ code: 'planDamaged', severity: 'error', facts: {} }));
  return { intent: 'info', text: failure.code === 'pending' ? text.pendingTitle : text.nothingToUndo };
}
