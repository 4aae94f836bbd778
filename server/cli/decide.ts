/** What becomes of a review on the command line: shown, answered, written. */
import { applyPlan, planLines } from '../../shared/flows/apply.ts';
import { forbidsUpToDate } from '../../shared/flows/luccaFindings.ts';
import { rememberMapping } from '../../shared/flows/mappingMemory.ts';
import { writtenAmong } from '../../shared/flows/automaticText.ts';
import type { Review } from '../../shared/flows/prepareReview.ts';
import {
  askedEntries,
  automaticEntries,
  countOf,
  freshEntries,
  hasSomethingToWrite,
  type Decisions,
} from '../../shared/flows/reviewEntries.ts';
import * as say from '../../shared/messages/fr/cli.ts';
import { nothingWritten } from '../../shared/messages/fr/cliReview.ts';
import * as pane from '../../shared/messages/fr/pane.ts';
import { undecidedLeft } from '../../shared/messages/fr/review.ts';
import { chosenBy, type Choices, type Chosen } from './choices.ts';
import { askedDecisions } from './oneByOne.ts';
import { acceptOf, type Values } from './options.ts';
import { outcome, type Outcome } from './outcome.ts';
import { decisionLines, reviewFacts, reviewLines, takenLines, waitingLines } from './reviewText.ts';
import { applyOutcome, bookOutcome } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { flowOptions, savedOutcome, type FilledBook } from './workbook.ts';

/** `decisions`: what was decided of each difference; absent where nobody said yes, and nothing was written. */
export interface DecidedOutcome extends Outcome {
  readonly decisions?: Decisions;
}

interface Decided {
  readonly review: Review;
  /** What a person, or a file, decided otherwise than proposed. */
  readonly decisions: Decisions;
  readonly chosen: Chosen;
}

function factsOf({ review, decisions, chosen }: Decided) {
  return { review: reviewFacts(review, decisions), choices: chosen.facts };
}

/** Nothing is to be written, and maybe something to decide. */
function unwritten(decided: Decided): Outcome {
  const { review, decisions, chosen } = decided;
  const facts = { code: 'nothing', ...factsOf(decided) };
  const undecided = countOf(review, decisions, 'undecided');
  if (undecided > 0)
    return outcome('attention', [...reviewLines(review, decisions), undecidedLeft(undecided), ...chosen.lines], facts);
  const nothing = review.findings.some(forbidsUpToDate) ? pane.nothingElse : pane.nothingChanged;
  const ignored = review.entries.length - freshEntries(review).length;
  const sentence = ignored === 0 ? nothing(review.unchanged) : pane.onlyIgnored(ignored);
  const exit = chosen.lines.length > 0 ? 'attention' : 'done';
  return outcome(exit, [sentence, ...chosen.lines], facts);
}

/** Nothing is new: the file keeps what Lucca was read with, and nothing else of it changes. */
async function unchanged(values: Values, { book, isNew }: FilledBook, decided: Decided): Promise<Outcome> {
  const mayWrite = !isNew && !book.isReadOnly && acceptOf(values) !== 'none';
  const remembered = mayWrite ? await rememberMapping(book, decided.review) : undefined;
  if (remembered?.ok === false) return bookOutcome(remembered.error);
  const saved = remembered?.value ? await book.save() : undefined;
  return saved?.ok === false ? bookOutcome(saved.error) : unwritten(decided);
}

/** Nobody said yes: what there is is shown, unless it was already. */
function onlyShown(decided: Decided, isShown: boolean): Outcome {
  const { review, decisions, chosen } = decided;
  const shown = isShown ? [] : reviewLines(review, decisions);
  const facts = { code: 'reviewed', ...factsOf(decided) };
  return outcome('attention', [...shown, nothingWritten, ...chosen.lines], facts);
}

async function written(
  terminal: Terminal,
  values: Values,
  filled: FilledBook,
  decided: Decided,
): Promise<DecidedOutcome> {
  const { review, decisions, chosen } = decided;
  const ports = { book: filled.book, clock: terminal.clock };
  const report = await applyPlan(ports, planLines(review, decisions), flowOptions(terminal));
  if (!report.ok) return applyOutcome(report.error);
  const done = await savedOutcome(filled, values, pane.applied(report.value), report.value);
  const facts = { ...done.facts, ...factsOf(decided) };
  if (done.exit !== 'done' && done.exit !== 'attention') return { ...done, facts };
  const waiting = countOf(review, decisions, 'undecided');
  const left = waiting === 0 ? [] : [undecidedLeft(waiting), ...decisionLines(review, decisions)];
  const ahead = waitingLines(review, decisions);
  const taken = takenLines(writtenAmong(automaticEntries(review, decisions), report.value.refused));
  const exit = left.length + chosen.lines.length > 0 ? 'attention' : done.exit;
  return { ...outcome(exit, [...done.lines, ...taken, ...left, ...ahead, ...chosen.lines], facts), decisions };
}

/** What nobody has to be asked about, and nothing else. */
function onlyAutomatic(review: Review): Decisions {
  const others = review.entries.filter(({ automatic }) => !automatic);
  return new Map(others.map(({ item }) => [item.id, item.remembered ? item.decision : 'undecided']));
}

/** Writes what is proposed, chosen in a file or answered in the terminal; what nobody decided waits. */
export async function decide(
  terminal: Terminal,
  values: Values,
  filled: FilledBook,
  review: Review,
  choices: Choices,
): Promise<DecidedOutcome> {
  const chosen = chosenBy(choices, review);
  const given: Decided = { review, chosen, decisions: chosen.decisions };
  const accept = acceptOf(values);
  const isAsked = accept === undefined && terminal.isInteractive;
  const mayAsk = isAsked && countOf(review, given.decisions, 'undecided') > 0;
  if (!hasSomethingToWrite(review, given.decisions) && !mayAsk)
    return { ...(await unchanged(values, filled, given)), decisions: given.decisions };
  const isNothingAsked = askedEntries(review).length === 0;
  const isAutomatic = accept === undefined && (!isAsked || isNothingAsked) && automaticEntries(review).length > 0;
  if (isAutomatic) return written(terminal, values, filled, { ...given, decisions: onlyAutomatic(review) });
  if (!isAsked && accept !== 'all') return onlyShown(given, false);
  const decisions = isAsked ? await askedDecisions(terminal, review) : given.decisions;
  if (terminal.signal.aborted) return outcome('cancelled', [say.stopped], { code: 'cancelled' });
  if (!decisions || !hasSomethingToWrite(review, decisions)) return onlyShown(given, true);
  return written(terminal, values, filled, { ...given, decisions });
}
