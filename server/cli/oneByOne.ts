/** What a person answers in the terminal: all, nothing, or one difference after the other. */
import type { Instant } from '../../shared/domain/calendar/plainDate.ts';
import type { Sensitivity } from '../../shared/domain/people/employeeFields.ts';
import type { Decision } from '../../shared/domain/review/review.ts';
import { entryProblems } from '../../shared/flows/entryProblems.ts';
import { bankCountries, changeText, entryText, shownValue } from '../../shared/flows/entryText.ts';
import type { Review, ReviewEntry } from '../../shared/flows/prepareReview.ts';
import {
  askedEntries,
  byPerson,
  countOf,
  decisionOf,
  noDecisions,
  type Decisions,
} from '../../shared/flows/reviewEntries.ts';
import { askSame, lookFirst, mayBeRow, whatAnswersDo } from '../../shared/messages/fr/employees/doubles.ts';
import * as say from '../../shared/messages/fr/cliReview.ts';
import { findingText } from '../../shared/messages/fr/findings.ts';
import * as words from '../../shared/messages/fr/review.ts';
import { reviewLines, whoOf } from './reviewText.ts';
import type { Terminal } from './terminal.ts';

type Answer = Decision | 'see' | 'quit';

const letters: ReadonlyMap<string, Answer> = new Map([
  ['o', 'accept'],
  ['n', 'ignore'],
  ['p', 'undecided'],
  ['', 'undecided'],
  ['v', 'see'],
  ['q', 'quit'],
]);

/** The first letter is enough, the whole word does. */
function letterOf(answer: string): string {
  const word = answer.trim().toLowerCase();
  return ['oui', 'non', 'passer', 'voir', 'une', 'une à une'].includes(word) ? word.slice(0, 1) : word;
}

/** Values that are decided upon: all of a bank account, secrets of anything else on demand only. */
function valueLines(entry: ReviewEntry, upTo: Sensitivity): string[] {
  const { item } = entry;
  if (item.kind !== 'changed' && item.kind !== 'conflict') return [entryText(entry, upTo)];
  return item.changes.flatMap((change) => [
    changeText(item.table, change, upTo),
    ...(change.base ? [say.lastAccepted(shownValue(item.table, change.column, change.base, upTo))] : []),
  ]);
}

/** The difference, and what is to be checked in the values that would be written. */
function shown(entry: ReviewEntry, upTo: Sensitivity, asOf: Instant): string[] {
  const countries = entry.item.gated ? bankCountries(entry.item) : undefined;
  const bank = countries ? [words.bankCountries(...countries)] : [];
  const isSame = entry.item.kind === 'conflict';
  const doubles = entry.doubles ? [...entry.doubles.map(mayBeRow), isSame ? whatAnswersDo : lookFirst] : [];
  return [...valueLines(entry, upTo), ...bank, ...doubles, ...entryProblems(entry, asOf).map(say.toCheck)].map(
    say.detail,
  );
}

/** Asks about one difference until the answer is one; undefined when nobody answers. */
async function askedOf(terminal: Terminal, entry: ReviewEntry, asOf: Instant): Promise<Decision | 'quit' | undefined> {
  const isConflict = entry.item.kind === 'conflict';
  const isSame = isConflict && entry.doubles !== undefined;
  let upTo: Sensitivity = entry.item.gated ? 'secret' : 'personal';
  for (;;) {
    for (const line of shown(entry, upTo, asOf)) terminal.note(line);
    const isMasked = entryText(entry, upTo) !== entryText(entry, 'secret');
    for (;;) {
      const given = await terminal.ask(isSame ? askSame : say.askEntry(isConflict, isMasked));
      if (given === undefined) return undefined;
      const answer = letters.get(letterOf(given));
      if (answer === 'see' && isMasked) break;
      if (answer !== undefined && answer !== 'see') return answer;
      terminal.note(say.notAnAnswer(isMasked ? 'o, n, p, v, q' : 'o, n, p, q'));
    }
    upTo = 'secret';
  }
}

/** The answers to `entries`; what is not answered is left undecided. Undefined when nobody is there any more. */
async function eachAsked(
  terminal: Terminal,
  entries: readonly ReviewEntry[],
  asOf: Instant,
): Promise<Map<string, Decision> | undefined> {
  const decisions = new Map<string, Decision>(entries.map(({ item }) => [item.id, 'undecided']));
  for (const [index, entry] of entries.entries()) {
    const { item, person } = entry;
    // Its person was just refused, or left for later.
    if (decisionOf(entry, decisions) === 'waiting') continue;
    terminal.note(say.entryTitle(index + 1, entries.length, whoOf(entry), person.establishment));
    terminal.note(say.ofKind(words.kindNames[item.kind], item.gated ? say.bankToConfirm : ''));
    const answer = await askedOf(terminal, entry, asOf);
    if (answer === undefined) return undefined;
    if (answer === 'quit') {
      terminal.note(say.questionsStopped(entries.length - index));
      return decisions;
    }
    decisions.set(item.id, answer);
  }
  return decisions;
}

/**
 * Shows the review, with what makes it doubtful, and asks what to write. « oui » takes what is proposed, then asks one by one about what nobody decides in bulk: conflicts,
 * bank details, whatever is in doubt; « une à une » asks about everything. Undefined: nothing is to be written.
 */
export async function askedDecisions(terminal: Terminal, review: Review): Promise<Decisions | undefined> {
  for (const line of [...reviewLines(review, noDecisions), ...review.findings.map(findingText)]) terminal.note(line);
  const fresh = byPerson(askedEntries(review)).flat();
  const waiting = fresh.filter(({ item }) => item.decision === 'undecided');
  const proposed = countOf(review, noDecisions, 'accept');
  const { asOf } = review.origin;
  const question = proposed > 0 ? say.askApply(proposed) : say.askDecide(waiting.length);
  const answer = letterOf((await terminal.ask(question)) ?? '');
  if (answer === 'u' && proposed > 0) return eachAsked(terminal, fresh, asOf);
  if (answer !== 'o') return undefined;
  if (proposed > 0 && waiting.length > 0) terminal.note(say.remainToDecide(waiting.length));
  return eachAsked(terminal, waiting, asOf);
}
