/** What a recap and a close end with: counts and places, never a value of anybody. */
import type { CloseError } from '../../shared/flows/recap/closeEmployees.ts';
import type { ReopenError } from '../../shared/flows/recap/reopenEmployees.ts';
import type { MonthRecap } from '../../shared/flows/recap/readRecap.ts';
import type { RecapError } from '../../shared/flows/recap/recapBook.ts';
import { isIncomplete, recapNotes } from '../../shared/flows/recap/recapReports.ts';
import * as say from '../../shared/messages/fr/employees/recap.ts';
import * as cli from '../../shared/messages/fr/employees/recapCli.ts';
import { findingLines, reportedFinding } from './findings.ts';
import { monthOutcome, unsoundOutcome } from './monthOutcome.ts';
import { outcome, type Outcome } from './outcome.ts';

export function recapErrorOutcome(error: RecapError): Outcome {
  if (error.code === 'notRead') return outcome('attention', [say.closeRefusals.notRead], { code: error.code });
  return monthOutcome(error);
}

export function closeOutcome(error: CloseError): Outcome {
  switch (error.code) {
    case 'twice':
      return unsoundOutcome(error.findings);
    case 'nobody':
    case 'closed':
    case 'far':
      return outcome('attention', [say.closeRefusals[error.code]], { code: error.code });
    case 'later':
      return outcome('attention', [say.laterClosed(error.month)], { code: error.code, month: error.month });
    case 'apply':
      return monthOutcome(error);
    default:
      return recapErrorOutcome(error);
  }
}

export function reopenOutcome(error: ReopenError): Outcome {
  if (error.code === 'notClosed') return outcome('attention', [say.notClosed], { code: error.code });
  return closeOutcome(error);
}

const waitingIn = ({ bank }: MonthRecap) => bank.changes.filter(({ state }) => state === 'waiting').length;

function countsOf({ recap, bank }: MonthRecap) {
  const { changes, arrivals, others, returned, leavers, gone, removed, unread } = recap;
  return {
    changed: changes.length,
    arrival: arrivals.length,
    other: others.length,
    returned: returned.length,
    leaver: leavers.length,
    gone: gone.length,
    removed: removed.length,
    unread: unread.length,
    bankAccounts: bank.changes.length,
  };
}

export function recapFacts(month: MonthRecap) {
  const { source, bank, findings } = month;
  const told = [...findings, ...bank.findings].map(reportedFinding);
  return {
    code: 'recap',
    month: month.month,
    source: source.from,
    since: source.since,
    counts: countsOf(month),
    waiting: waitingIn(month),
    findings: told,
  };
}

/** What is compared, how much of each, what is odd. */
export function recapText(month: MonthRecap): { readonly isWell: boolean; readonly lines: readonly string[] } {
  const counts = countsOf(month);
  const findings = [...month.findings, ...month.bank.findings];
  const waiting = waitingIn(month);
  const lines = [
    `${say.recapTitle}, ${cli.monthText(month.month)}.`,
    ...recapNotes(month),
    ...cli.countLines(counts, isIncomplete(month)),
    ...(waiting > 0 ? [month.closed ? cli.bankWaited(waiting) : cli.bankWaiting(waiting)] : []),
    ...findingLines(findings),
  ];
  return { isWell: waiting === 0 && findings.length === 0, lines };
}
