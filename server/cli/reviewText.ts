/** A review in a few lines, and as facts. What is secret or personal stays masked; facts hold places, never the value of a cell. */
import type { ItemKind } from '../../shared/domain/review/review.ts';
import { bankChange, entryText, headingsOf, shownNumber } from '../../shared/flows/entryText.ts';
import { automaticLines } from '../../shared/flows/automaticText.ts';
import type { Review, ReviewEntry } from '../../shared/flows/prepareReview.ts';
import {
  automaticEntries,
  byPerson,
  countOf,
  decisionOf,
  freshEntries,
  type Decisions,
} from '../../shared/flows/reviewEntries.ts';
import { automaticDone, automaticProposed } from '../../shared/messages/fr/employees/automatic.ts';
import { mayBeRowShort } from '../../shared/messages/fr/employees/doubles.ts';
import { andMore } from '../../shared/messages/fr/cli.ts';
import * as say from '../../shared/messages/fr/cliReview.ts';
import { absencesWaiting, decisionNames, kindNames } from '../../shared/messages/fr/review.ts';
import { column } from '../../shared/tables/declaration.ts';
import { tableNamed } from '../../shared/tables/tables.ts';

const kinds = Object.keys(say.kinds) as ItemKind[];
const SHOWN = 50;

function byKind(review: Review): [ItemKind, number][] {
  const entries = freshEntries(review);
  return kinds.flatMap((kind): [ItemKind, number][] => {
    const count = entries.filter(({ item }) => item.kind === kind).length;
    return count === 0 ? [] : [[kind, count]];
  });
}

export function whoOf({ person }: ReviewEntry): string {
  return say.person(person.name, shownNumber(person.employeeNumber, 'personal'));
}

function entryLine(entry: ReviewEntry, decisions: Decisions): string {
  const { item } = entry;
  const isGone = item.kind === 'gone';
  const what = isGone ? '' : entryText(entry, 'open');
  const standing = decisionOf(entry, decisions);
  if (standing === 'waiting') return say.waits(whoOf(entry), what, decisionNames.waiting);
  if (standing !== 'undecided') return say.difference(kindNames[item.kind], whoOf(entry), what);
  const isConflict = item.kind === 'conflict' ? say.conflictToDecide : say.leftToDecide;
  const [double] = entry.doubles ?? [];
  const why = item.gated ? say.bankToConfirm : double ? mayBeRowShort(double) : isConflict;
  return say.toDecide(
    whoOf(entry),
    isGone || item.kind === 'removed' ? [kindNames[item.kind], what].filter(Boolean).join('\u00a0: ') : what,
    why,
  );
}

/** One line each, in the order of the pane, first ones only. */
function entryLines(entries: readonly ReviewEntry[], decisions: Decisions): string[] {
  const shown = byPerson(entries).flat();
  const more = shown.length - SHOWN;
  const lines = shown.slice(0, SHOWN).map((entry) => entryLine(entry, decisions));
  return [...lines, ...(more > 0 ? [andMore(more)] : [])];
}

/** What waits for a decision. */
export function decisionLines(review: Review, decisions: Decisions): string[] {
  return entryLines(
    review.entries.filter((entry) => decisionOf(entry, decisions) === 'undecided'),
    decisions,
  );
}

/** Absences that wait for their person, counted; none when there are none. */
export function waitingLines(review: Review, decisions: Decisions): string[] {
  const waiting = countOf(review, decisions, 'waiting');
  return waiting === 0 ? [] : [absencesWaiting(waiting)];
}

/** What the review holds, for a person. */
export function reviewLines(review: Review, decisions: Decisions): string[] {
  const fresh = freshEntries(review);
  const counts = byKind(review).map(([kind, count]) => say.kindCount(say.kinds[kind], count));
  const automatic = automaticEntries(review, decisions).length;
  const among = automatic === 0 ? [] : [automaticProposed(automatic)];
  return [
    say.differences(fresh.length),
    ...counts,
    ...among,
    ...entryLines(fresh, decisions),
    ...waitingLines(review, decisions),
  ];
}

/** What was not asked about: how much, and of whom. */
export function takenLines(taken: readonly ReviewEntry[]): string[] {
  if (taken.length === 0) return [];
  return [automaticDone(taken.length), ...automaticLines(taken).map((line) => `  ${line}`)];
}

/** The heading whose new value proves that a difference to confirm was seen. */
function confirmHeading({ item }: ReviewEntry): string | null {
  const change = item.gated ? bankChange(item.changes) : undefined;
  return change ? column(tableNamed(item.table), change.column).heading : null;
}

function entryFacts(entry: ReviewEntry) {
  const { id, table, key, kind, decision, gated, remembered } = entry.item;
  const place = { table: tableNamed(table).title, key, headings: headingsOf(entry.item) };
  const confirm = gated ? { confirm: confirmHeading(entry) } : {};
  const automatic = entry.automatic ? { automatic: true } : {};
  const state = { decision, remembered, mustConfirm: gated, ...confirm, ...automatic };
  const mayBe = entry.doubles?.map(({ luccaId, isGone, keys }) => ({ luccaId, isGone, keys }));
  return { id, kind, person: entry.person.luccaId, ...place, ...state, ...(mayBe ? { mayBe } : {}) };
}

/** What the review holds, for a machine: places, counts, and what is decided of each. */
export function reviewFacts(review: Review, decisions: Decisions): Readonly<Record<string, unknown>> {
  return {
    differences: freshEntries(review).length,
    proposed: countOf(review, decisions, 'accept'),
    undecided: countOf(review, decisions, 'undecided'),
    waiting: countOf(review, decisions, 'waiting'),
    automatic: automaticEntries(review, decisions).length,
    ignored: review.entries.length - freshEntries(review).length,
    unchanged: review.unchanged,
    kept: review.kept.length,
    byKind: Object.fromEntries(byKind(review)),
    entries: byPerson(review.entries).flat().map(entryFacts),
    findings: review.findings.map(({ code, severity, place }) => ({ code, severity, place })),
  };
}
