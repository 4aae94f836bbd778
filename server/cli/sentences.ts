/** Failures of the flows as the end of a command. */
import type { Run } from '../../shared/contracts/schemas.ts';
import type { ServiceError } from '../../shared/contracts/service.ts';
import type { PlanLine } from '../../shared/domain/review/plan.ts';
import type { ApplyError } from '../../shared/flows/apply.ts';
import type { BookError } from '../../shared/flows/book.ts';
import type { ReviewError } from '../../shared/flows/prepareReview.ts';
import type { MirrorError } from '../../shared/flows/readMirror.ts';
import { bookErrorText } from '../../shared/messages/fr/book.ts';
import * as say from '../../shared/messages/fr/cli.ts';
import { findingText } from '../../shared/messages/fr/findings.ts';
import * as pane from '../../shared/messages/fr/pane.ts';
import { tableNamed } from '../../shared/tables/tables.ts';
import { outcome, type Outcome } from './outcome.ts';

const cancelled = outcome('cancelled', [say.stopped], { code: 'cancelled' });

export function bookOutcome(error: BookError): Outcome {
  if (error.code === 'cancelled') return cancelled;
  return outcome('workbook', [bookErrorText(error)], { code: error.code, ...error.facts });
}

export function serviceOutcome(error: ServiceError | MirrorError): Outcome {
  switch (error.code) {
    case 'cancelled':
      return cancelled;
    case 'refused':
      return outcome('service', [error.problem.detail], { code: error.problem.code });
    case 'unexpected':
      return outcome('service', [pane.unexpectedBody(error.status)], { code: error.code, status: error.status });
    case 'restless':
      return outcome('service', [pane.mirrorRestless], { code: error.code });
    case 'unreachable':
      return outcome('service', [pane.offlineTitle], { code: error.code });
  }
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
    return outcome('workbook', [`${pane.otherAccountTitle}. ${pane.otherAccountBody(state.origin?.account ?? '')}`], {
      code,
    });
  }
  if (code === 'pending') return outcome('attention', [`${pane.pendingTitle}. ${say.resumeFirst}`], { code });
  return outcome('workbook', [`${pane.tablesTitle} :`, ...state.findings.map(findingText)], { code });
}

export function applyOutcome(error: ApplyError): Outcome {
  if (error.error) return bookOutcome(error.error);
  if (error.code === 'otherAccount') return outcome('workbook', [pane.otherAccountMeanwhile], { code: error.code });
  if (error.code === 'damaged') {
    return outcome('workbook', [findingText({ code: 'planDamaged', severity: 'error', facts: {} })], {
      code: 'damaged',
    });
  }
  if (error.code === 'pending')
    return outcome('attention', [`${pane.pendingTitle}. ${say.resumeFirst}`], { code: 'pending' });
  return outcome('done', [pane.nothingToUndo], { code: 'nothing' });
}

/** Where a line that was left alone stands. */
export function linePlace(line: PlanLine): string {
  const table = tableNamed(line.table);
  const heading = line.operation === 'set' ? table.columns.find(({ key }) => key === line.column)?.heading : undefined;
  return pane.linePlace(table.title, line.key, heading);
}
