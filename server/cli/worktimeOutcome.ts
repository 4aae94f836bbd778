/** What a month of working time comes to, and failures of its flows, as the end of a command. */
import type { Connection } from '../../shared/contracts/schemas.ts';
import type { PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { WorktimeComputation } from '../../shared/flows/worktime/computeTimes.ts';
import type { ExportError } from '../../shared/flows/worktime/heldExports.ts';
import type { TimeSheetsError } from '../../shared/flows/worktime/timeSheets.ts';
import type { WorktimeError } from '../../shared/flows/worktime/worktimeReading.ts';
import * as say from '../../shared/messages/fr/worktime/cli.ts';
import { findingLines, inOrder, reportedFinding } from './findings.ts';
import { monthOutcome } from './monthOutcome.ts';
import { outcome, type Outcome } from './outcome.ts';
import { applyOutcome } from './sentences.ts';
import { worktimeReportOf } from './worktimeReport.ts';
import { worktimeLines } from './worktimeText.ts';

/** A month for which nothing can be counted is no failure: it is told by {@link toFillOutcome}. */
export function worktimeOutcome(
  error: TimeSheetsError | Exclude<WorktimeError, { code: 'noRegulation' }>,
  { mirror }: Connection,
): Outcome {
  if (error.code !== 'notRead') return monthOutcome(error);
  const months = 'months' in error ? error.months : [];
  return outcome('service', [say.timeNotRead(months, mirror?.missingRights ?? [])], { code: error.code, months });
}

/** `noEmployees`: what is said when there is nobody. */
export function countedOutcome(computation: WorktimeComputation, noEmployees: string): Outcome {
  const findings = inOrder(computation.findings);
  const report = worktimeReportOf(computation, findings);
  const nobody = computation.book.people.length === 0 ? [noEmployees] : [];
  const told = [...findings, ...computation.people.flatMap(({ controls }) => controls)];
  const isWaiting = computation.people.some(({ outcome: { waiting } }) => waiting.length > 0);
  const isWell = nobody.length === 0 && !isWaiting && told.every(({ severity }) => severity === 'info');
  const lines = [...worktimeLines(computation, report, findings), ...nobody];
  return outcome(isWell ? 'done' : 'attention', lines, { code: 'computed', report });
}

/** Where nothing can be counted: what is wrong at a cell is to be put right, else there is something to fill. */
export function toFillFirst(findings: readonly Finding[]): string {
  const isWrong = findings.some(({ severity, place }) => severity === 'error' && place !== undefined);
  return isWrong ? say.correctFirst : say.fillFirst;
}

/** `fill`: where a person puts it right. */
export function toFillOutcome(month: PlainMonth, findings: readonly Finding[], fill: string): Outcome {
  const told = inOrder(findings);
  const lines = [say.noValidRegulation(month), ...findingLines(told), fill];
  return outcome('attention', lines, { code: 'toFill', findings: told.map(reportedFinding) });
}

export function exportOutcome(error: ExportError, number: string): Outcome {
  switch (error.code) {
    case 'closed':
    case 'skipped':
    case 'moved':
    case 'edited':
    case 'notLast':
    case 'account':
    case 'empty':
      return outcome('attention', [say.exportRefused[error.code]], { code: error.code });
    case 'taken':
      return outcome('attention', [`${error.detail} ${say.takenOption}`], { code: error.code });
    case 'silent':
      return outcome('attention', [say.silent], { code: error.code });
    case 'unknown':
      return outcome('usage', [say.unknownExport(number)], { code: 'unknownExport' });
    default:
      return applyOutcome(error);
  }
}
