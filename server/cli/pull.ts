/** `pull`: reads Lucca, compares, writes what is accepted, and saves the workbook, which it makes when there is none. */
import { basename } from 'node:path';
import { applyPlan, planLines } from '../../shared/flows/apply.ts';
import { headingsTold, isLuccaSilence } from '../../shared/flows/luccaFindings.ts';
import { prepareReview, type Review } from '../../shared/flows/prepareReview.ts';
import { countOf, noDecisions } from '../../shared/flows/reviewEntries.ts';
import type { Connection } from '../../shared/contracts/schemas.ts';
import * as say from '../../shared/messages/fr/cli.ts';
import { findingText } from '../../shared/messages/fr/findings.ts';
import * as pane from '../../shared/messages/fr/pane.ts';
import { undecidedLeft } from '../../shared/messages/fr/review.ts';
import { serviceFor } from './access.ts';
import { accountOf, connectionTo, pulled } from './account.ts';
import { outcome, Stop, type Outcome } from './outcome.ts';
import { acceptOf, monthsOf, required, type Values } from './options.ts';
import { decisionLines, reviewFacts, reviewLines } from './reviewText.ts';
import { applyOutcome, reviewOutcome } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { flowOptions, openOrNew, savedOutcome, type FilledBook } from './workbook.ts';

/** `asked`: the review was shown and a person answered. */
async function answerTo(
  terminal: Terminal,
  values: Values,
  review: Review,
): Promise<{ readonly accepted: boolean; readonly asked: boolean }> {
  const accept = acceptOf(values);
  if (accept !== undefined || !terminal.isInteractive) return { accepted: accept === 'all', asked: false };
  for (const line of reviewLines(review)) terminal.note(line);
  const answer = await terminal.ask(say.askApply(countOf(review, noDecisions, 'accept')));
  return { accepted: /^o(ui)?$/i.test(answer ?? ''), asked: true };
}

function unwritten(review: Review): Outcome {
  const undecided = countOf(review, noDecisions, 'undecided');
  const facts = { code: 'nothing', review: reviewFacts(review) };
  if (undecided > 0) return outcome('attention', [...reviewLines(review), undecidedLeft(undecided)], facts);
  const nothing = review.findings.some(isLuccaSilence) ? pane.nothingElse : pane.nothingChanged;
  return outcome('done', [nothing(review.unchanged)], facts);
}

/** Writes what is proposed; conflicts, changed IBANs and what was ignored before wait for a person. */
async function decided(terminal: Terminal, values: Values, filled: FilledBook, review: Review): Promise<Outcome> {
  if (countOf(review, noDecisions, 'accept') === 0) return unwritten(review);
  const facts = { review: reviewFacts(review) };
  const { accepted, asked } = await answerTo(terminal, values, review);
  if (terminal.signal.aborted) return outcome('cancelled', [say.stopped], { code: 'cancelled' });
  if (!accepted) {
    const shown = asked ? [] : reviewLines(review);
    return outcome('attention', [...shown, say.nothingWritten], { code: 'reviewed', ...facts });
  }
  const ports = { book: filled.book, clock: terminal.clock };
  const report = await applyPlan(ports, planLines(review, noDecisions), flowOptions(terminal));
  if (!report.ok) return applyOutcome(report.error);
  const done = await savedOutcome(filled, values, pane.applied(report.value), report.value);
  const waiting = countOf(review, noDecisions, 'undecided');
  if (done.exit !== 'done' || waiting === 0) return { ...done, facts: { ...done.facts, ...facts } };
  const left = [undecidedLeft(waiting), ...decisionLines(review)];
  return outcome('attention', [...done.lines, ...left], { ...done.facts, ...facts });
}

/**
 * What the key does not read, and what the comparison found, are said whatever came of it: nothing tells them from data up to date. What
 * Lucca does not say leaves something to correct, even when there was nothing to write.
 */
function toldBeside({ exit, lines, facts }: Outcome, connection: Connection, { findings }: Review): Outcome {
  const { unreadFields } = connection;
  const told = headingsTold(findings);
  const others = unreadFields.filter((heading) => !told.has(heading));
  const unread = others.length === 0 ? [] : [pane.unread(others)];
  return {
    exit: exit === 'done' && findings.some(isLuccaSilence) ? 'attention' : exit,
    lines: [...lines, ...findings.map(findingText), ...unread],
    facts: { ...facts, unreadFields },
  };
}

async function reviewed(terminal: Terminal, values: Values, filled: FilledBook): Promise<Outcome> {
  const months = monthsOf(values);
  const { book } = filled;
  const account = await accountOf(book, values);
  const access = await serviceFor(terminal, { ...values, account }, months[0]);
  try {
    const { service, health } = access;
    const chosen = months.length > 0 ? months : [health.month];
    const connection = await connectionTo(terminal, values, service, health, account);
    const fresh = await pulled(terminal, service, connection, chosen);
    const review = await prepareReview(
      { service, book, clock: terminal.clock },
      { connection: fresh, months: chosen },
      flowOptions(terminal),
    );
    if (!review.ok) return reviewOutcome(review.error);
    const done = await decided(terminal, values, filled, review.value);
    return toldBeside(done, fresh, review.value);
  } finally {
    await access.close();
  }
}

/** How a pull ended that made no workbook where there was none. */
function unmade({ exit, lines, facts }: Outcome, file: string): Outcome {
  const said = exit === 'cancelled' ? [say.stoppedAtRequest] : lines;
  return outcome(exit, [...said, say.notCreated(file)], facts);
}

export async function pull(terminal: Terminal, values: Values): Promise<Outcome> {
  monthsOf(values);
  const filled = await openOrNew(values, acceptOf(values) === 'none');
  const done = await reviewed(terminal, values, filled).catch((error: unknown) => {
    if (error instanceof Stop) return error.outcome;
    throw error;
  });
  const facts = { created: false, ...done.facts };
  const ended = { ...done, facts };
  return filled.isNew && !facts.created ? unmade(ended, basename(required(values, 'workbook'))) : ended;
}
