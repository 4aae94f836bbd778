/** `pull`: reads Lucca, compares, writes what is accepted, and saves the workbook, which it makes when there is none. */
import { basename } from 'node:path';
import type { Finding } from '../../shared/domain/finding.ts';
import type { ItemKind } from '../../shared/domain/review/review.ts';
import { headingsTold } from '../../shared/flows/lostFields.ts';
import { forbidsUpToDate } from '../../shared/flows/luccaFindings.ts';
import { decisionOf } from '../../shared/flows/reviewEntries.ts';
import { prepareReview, type Review, type ReviewEntry } from '../../shared/flows/prepareReview.ts';
import type { Connection } from '../../shared/contracts/schemas.ts';
import * as say from '../../shared/messages/fr/cli.ts';
import { findingText } from '../../shared/messages/fr/findings.ts';
import * as pane from '../../shared/messages/fr/pane.ts';
import { serviceFor } from './access.ts';
import { accountOf, connectionTo, pulled } from './account.ts';
import { readChoices, type Choices } from './choices.ts';
import { decide, type DecidedOutcome } from './decide.ts';
import { outcome, Stop, type Outcome } from './outcome.ts';
import { acceptOf, automaticOf, monthsOf, required, type Values } from './options.ts';
import { reviewOutcome } from './sentences.ts';
import type { Terminal } from './terminal.ts';
import { flowOptions, openOrNew, type FilledBook } from './workbook.ts';

const isGoing = (kind: ItemKind) => kind === 'gone' || kind === 'removed';

/** Departures, and people who may be there already, of whom somebody decided are left to nobody, whatever else waits. */
function isAnswered({ code, place }: Finding, { decisions }: DecidedOutcome, { entries }: Review): boolean {
  if (!decisions) return false;
  const isAsked: Partial<Record<string, (entry: ReviewEntry) => boolean>> = {
    massDisappearance: ({ item }) => item.table === place?.table && isGoing(item.kind),
    rowDoubles: ({ doubles }) => doubles !== undefined,
  };
  const own = isAsked[code];
  return own !== undefined && entries.filter(own).every((each) => decisionOf(each, decisions) !== 'undecided');
}

/**
 * What the key does not read, and what the comparison found, are said whatever came of it: nothing tells them from data up to date. What
 * was not read, or not compared, leaves something to correct, even when there was nothing to write.
 */
function toldBeside(decided: DecidedOutcome, connection: Connection, review: Review): Outcome {
  const { exit, lines, facts } = decided;
  const { findings } = review;
  const { unreadFields } = connection;
  const told = headingsTold(findings);
  const others = unreadFields.filter((heading) => !told.has(heading));
  const said = findings.filter((each) => !isAnswered(each, decided, review));
  const unread = others.length === 0 ? [] : [pane.unread(others)];
  return {
    exit: exit === 'done' && findings.some(forbidsUpToDate) ? 'attention' : exit,
    lines: [...lines, ...said.map(findingText), ...unread],
    facts: { ...facts, unreadFields },
  };
}

async function reviewed(terminal: Terminal, values: Values, filled: FilledBook, choices: Choices): Promise<Outcome> {
  const months = monthsOf(values);
  const { book } = filled;
  const account = await accountOf(book, values);
  const access = await serviceFor(terminal, { ...values, account }, months[0]);
  try {
    const { service, health } = access;
    const chosen = months.length > 0 ? months : [health.month];
    const connection = await connectionTo(terminal, values, service, health, account);
    const fresh = await pulled(terminal, service, connection, chosen, [], values['accept-departures']);
    const automatic = automaticOf(values);
    const review = await prepareReview(
      { service, book, clock: terminal.clock },
      { connection: fresh, months: chosen, ...(automatic ? { automatic } : {}) },
      flowOptions(terminal),
    );
    if (!review.ok) return reviewOutcome(review.error);
    const done = await decide(terminal, values, filled, review.value, choices);
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
  automaticOf(values);
  const choices = await readChoices(values);
  const filled = await openOrNew(values, acceptOf(values) === 'none');
  const done = await reviewed(terminal, values, filled, choices).catch((error: unknown) => {
    if (error instanceof Stop) return error.outcome;
    throw error;
  });
  const facts = { created: false, ...done.facts };
  const ended = { ...done, facts };
  return filled.isNew && !facts.created ? unmade(ended, basename(required(values, 'workbook'))) : ended;
}
