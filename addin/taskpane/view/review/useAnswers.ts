/** Answering line by line: what was revealed, what each key does, what is said of it. */
import { useState } from 'react';
import type { Decision } from '../../../../shared/domain/review/review.ts';
import { bankCountries, entryText } from '../../../../shared/flows/entryText.ts';
import type { ReviewEntry } from '../../../../shared/flows/prepareReview.ts';
import { decisionOf, needsLook, type Decisions } from '../../../../shared/flows/reviewEntries.ts';
import * as text from '../../../../shared/messages/fr/review.ts';
import { nextToDecide, type ReviewRow } from '../../model/reviewRows.ts';
import { usePane } from '../paneContext.ts';

export interface Answers {
  readonly revealed: ReadonlySet<string>;
  /** What a screen reader hears of the last answer. */
  readonly said: string;
  readonly reveal: (id: string, on: boolean) => void;
  /** The box of a line. A line to confirm is revealed first. */
  readonly toggle: (row: ReviewRow) => void;
  /** Espace: the box, and from a line that waited on to the next one that waits. */
  readonly toggleAndGoOn: (row: ReviewRow) => void;
  /** Suppr. */
  readonly ignoreAndGoOn: (row: ReviewRow) => void;
}

/** What an answer to a line is about: on a person's line, all that is not in doubt. */
function answerable(row: ReviewRow): readonly ReviewEntry[] {
  return row.type === 'entry' ? [row.entry] : row.entries.filter((entry) => !needsLook(entry));
}

/** Accepted becomes ignored, anything else becomes accepted. */
function toggled(row: ReviewRow, decisions: Decisions): Decision {
  const entries = answerable(row);
  const accepted = entries.length > 0 && entries.every((entry) => decisionOf(entry, decisions) === 'accept');
  return accepted ? 'ignore' : 'accept';
}

function revealedText(entry: ReviewEntry): string {
  const countries = bankCountries(entry.item);
  return text.revealed(entryText(entry, 'secret'), countries ? text.bankCountries(...countries) : '');
}

export function useAnswers(rows: readonly ReviewRow[], decisions: Decisions, goTo: (row: ReviewRow) => void): Answers {
  const pane = usePane();
  const [revealed, setRevealed] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');

  const reveal = (id: string, on: boolean) => {
    const next = new Set(revealed);
    if (on) next.add(id);
    else next.delete(id);
    setRevealed(next);
    const row = rows.find((each) => each.id === id);
    setSaid(on && row?.type === 'entry' ? revealedText(row.entry) : '');
  };
  const answer = (row: ReviewRow, decision: Decision) =>
    pane.updates.decide(
      answerable(row).map(({ item }) => item.id),
      decision,
    );
  const answerAndGoOn = (row: ReviewRow, decision: Decision) => {
    const waited = row.type === 'entry' && decisionOf(row.entry, decisions) === 'undecided';
    answer(row, decision);
    if (!waited) return;
    const after = new Map(decisions).set(row.id, decision);
    const left = rows.filter((each) => each.type === 'entry' && decisionOf(each.entry, after) === 'undecided').length;
    const next = nextToDecide(rows, after, row.id);
    setSaid(text.answered(decision, left, next?.type === 'entry' ? next.entry.person.name : ''));
    if (next) goTo(next);
  };
  const isHidden = (row: ReviewRow) => row.type === 'entry' && row.entry.item.gated && !revealed.has(row.id);
  return {
    revealed,
    said,
    reveal,
    toggle: (row) => (isHidden(row) ? reveal(row.id, true) : answer(row, toggled(row, decisions))),
    toggleAndGoOn: (row) => (isHidden(row) ? reveal(row.id, true) : answerAndGoOn(row, toggled(row, decisions))),
    ignoreAndGoOn: (row) => answerAndGoOn(row, 'ignore'),
  };
}
