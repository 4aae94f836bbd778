/** Reviewing and writing: loaded when they are first asked for, with what the pane says of their outcome. */
import type { ApplyError, ApplyReport } from '../../../shared/flows/apply.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import { headingsTold } from '../../../shared/flows/lostFields.ts';
import { forbidsUpToDate } from '../../../shared/flows/luccaFindings.ts';
import type { Review, ReviewEntry, ReviewError } from '../../../shared/flows/prepareReview.ts';
import { automaticLines, writtenAmong } from '../../../shared/flows/automaticText.ts';
import { freshEntries } from '../../../shared/flows/reviewEntries.ts';
import { bookErrorText } from '../../../shared/messages/fr/book.ts';
import { applyErrorText, leftPlaces } from '../../../shared/messages/fr/failures.ts';
import { automaticAmong, automaticDone, showAutomatic } from '../../../shared/messages/fr/employees/automatic.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import * as text from '../../../shared/messages/fr/pane.ts';
import { serviceNotice } from './notices.ts';
import type { Notice } from './state.ts';

export { abandonPlan, applyPlan, planLines, resumePlan, undoLastPlan } from '../../../shared/flows/apply.ts';
export { undone } from '../../../shared/messages/fr/undo.ts';
export { forgetUndecided } from '../../../shared/flows/bookChoices.ts';
export { rememberMapping } from '../../../shared/flows/mappingMemory.ts';
export { prepareReview } from '../../../shared/flows/prepareReview.ts';
export { readBankFacts } from '../../../shared/flows/recap/bankFacts.ts';

function error(sentence: string): Notice {
  return { intent: 'error', text: sentence };
}

export function reviewNotice(failure: ReviewError): Notice {
  if (failure.from === 'service') return serviceNotice(failure.error);
  if (failure.from === 'book') return error(bookErrorText(failure.error));
  if (failure.code === 'otherConnection') return error(text.otherAccountBody(failure.state.owner?.account ?? ''));
  return { intent: 'error', text: text.tablesTitle, details: failure.state.findings.map(findingText) };
}

/** What was not read, or not compared, or waits for its person, stays so once the plan is written, or when there was none to write. */
function withDoubts(notice: Notice, findings: readonly Finding[]): Notice {
  const doubts = findings.filter(forbidsUpToDate);
  const waits = findings.filter(({ code }) => code === 'absencesWait');
  const details = [...(notice.details ?? []), ...[...doubts, ...waits].map(findingText)];
  if (details.length === 0) return notice;
  return doubts.length === 0
    ? { ...notice, details }
    : { ...notice, intent: 'warning', details, unread: headingsTold(doubts) };
}

export function appliedNotice(sentence: string, { refused }: ApplyReport, findings: readonly Finding[] = []): Notice {
  const notice: Notice =
    refused.length === 0
      ? { intent: 'success', text: sentence }
      : { intent: 'warning', text: `${sentence} ${text.leftAlone(refused.length)}`, details: leftPlaces(refused) };
  return withDoubts(notice, findings);
}

/**
 * `findings`: what a review said, which is told again with the outcome where it stays true. `taken`: what it did not ask about; `isAll`: it
 * wrote nothing else.
 */
export interface Reviewed {
  readonly findings: readonly Finding[];
  readonly taken: readonly ReviewEntry[];
  readonly isAll: boolean;
}

/** The outcome of a review, with what it did not ask about: how much, and one click away, whose and what. */
export function reviewedNotice(sentence: string, report: ApplyReport, { findings, taken, isAll }: Reviewed): Notice {
  const written = writtenAmong(taken, report.refused);
  if (written.length === 0) return appliedNotice(sentence, report, findings);
  const told = isAll ? automaticDone(written.length) : `${sentence} ${automaticAmong(written.length)}`;
  const more = { label: showAutomatic, lines: automaticLines(written) };
  return { ...appliedNotice(told, report, findings), more };
}

/** A review with nothing new to look at. « À jour » is not said of what was not read, or not compared. */
export function nothingNotice(review: Review): Notice {
  const { entries, unchanged, findings } = review;
  const ignored = entries.length - freshEntries(review).length;
  const nothing = findings.some(forbidsUpToDate) ? text.nothingElse(unchanged) : text.nothingChanged(unchanged);
  return withDoubts({ intent: 'success', text: ignored === 0 ? nothing : text.onlyIgnored(ignored) }, findings);
}

export function applyNotice(failure: ApplyError): Notice {
  const isQuiet = failure.error ? failure.error.code === 'cancelled' : ['pending', 'nothing'].includes(failure.code);
  return { intent: isQuiet ? 'info' : 'error', text: applyErrorText(failure) };
}
