import { useMemo, useState, type ReactElement } from 'react';
import { Button, Select, Text, makeStyles, tokens } from '@fluentui/react-components';
import { entryProblems } from '../../../../shared/flows/entryProblems.ts';
import {
  askedEntries,
  automaticEntries,
  countOf,
  hasSomethingToWrite,
} from '../../../../shared/flows/reviewEntries.ts';
import { filterAutomatic, willBeAutomatic } from '../../../../shared/messages/fr/employees/automatic.ts';
import { matchingAction } from '../../../../shared/messages/fr/employees/matchingPane.ts';
import * as text from '../../../../shared/messages/fr/review.ts';
import type { Screen } from '../../model/state.ts';
import { bulkEntries, filters, reviewRows, shownEntries, type Filter, type ReviewRow } from '../../model/reviewRows.ts';
import { FindingList } from '../FindingList.tsx';
import { run, usePane } from '../paneContext.ts';
import { EntryDetail } from './EntryDetail.tsx';
import { ReviewList } from './ReviewList.tsx';
import { useHeard } from './heard.ts';
import { useAnswers } from './useAnswers.ts';
import { ScreenTitle } from '../ScreenTitle.tsx';

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  filter: { flexBasis: '100%' },
  notes: { flexShrink: 0, display: 'flex', flexDirection: 'column', rowGap: '4px' },
  // Always in sight: where the rest does not fit, it scrolls under, down to the edge of the pane, which has 16 px of its own.
  footer: {
    position: 'sticky',
    bottom: '-16px',
    zIndex: 1,
    flexShrink: 0,
    paddingBottom: '16px',
    marginBottom: '-16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: '8px',
    display: 'flex',
    flexDirection: 'column',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const filterNames: Readonly<Record<Filter, (count: number) => string>> = {
  all: text.filterAll,
  undecided: text.filterUndecided,
  people: text.filterPeople,
  absences: text.filterAbsences,
  automatic: filterAutomatic,
  ignored: text.filterIgnored,
};

export default function ReviewScreen({
  screen,
}: {
  readonly screen: Extract<Screen, { name: 'review' }>;
}): ReactElement {
  const styles = useStyles();
  const heard = useHeard();
  const pane = usePane();
  const { review, decisions } = screen;
  const fresh = useMemo(() => askedEntries(review).length, [review]);
  const taken = automaticEntries(review, decisions).length;
  const [filter, setFilter] = useState<Filter>(fresh === 0 ? 'ignored' : 'all');
  const shown = useMemo(() => shownEntries(review, filter), [review, filter]);
  const rows = useMemo(() => reviewRows(shown), [shown]);
  const [activeId, setActiveId] = useState<string | null>(null);
  const active = rows.find(({ id }) => id === activeId) ?? rows[0] ?? null;
  const goTo = (row: ReviewRow) => setActiveId(row.id);
  const answers = useAnswers(rows, decisions, goTo);
  const [accepted, undecided] = [countOf(review, decisions, 'accept'), countOf(review, decisions, 'undecided')];
  const waiting = countOf(review, decisions, 'waiting');
  const notes = [
    ...(taken > 0 ? [willBeAutomatic(taken)] : []),
    ...(undecided > 0 ? [text.undecidedLeft(undecided)] : []),
    ...(waiting > 0 ? [text.absencesWaiting(waiting)] : []),
  ];

  const bulk = (decision: 'accept' | 'ignore') =>
    pane.updates.decide(
      bulkEntries(shown, filter).map(({ item }) => item.id),
      decision,
    );
  return (
    <>
      <ScreenTitle>{text.reviewTitle(fresh)}</ScreenTitle>
      <FindingList findings={review.findings} />
      {review.entries.some(({ match, item }) => match && !item.remembered) ? (
        <Button onClick={() => run(pane.people().then((people) => people.matching.open()))}>{matchingAction}</Button>
      ) : null}
      {review.kept.length > 0 ? (
        <Text size={200} className={styles.quiet}>
          {text.keptByPayroll(review.kept.length)}
        </Text>
      ) : null}
      <div className={styles.tools}>
        <Select
          className={styles.filter}
          aria-label={text.filterLabel}
          value={filter}
          onChange={(_, { value }) => setFilter(filters.find((each) => each === value) ?? 'all')}
        >
          {filters
            .map((each) => ({ each, count: shownEntries(review, each).length }))
            .filter(({ each, count }) => each !== 'automatic' || count > 0)
            .map(({ each, count }) => (
              <option key={each} value={each}>
                {filterNames[each](count)}
              </option>
            ))}
        </Select>
        <Button size="small" onClick={() => bulk('accept')}>
          {text.acceptAll}
        </Button>
        <Button size="small" onClick={() => bulk('ignore')}>
          {text.ignoreAll}
        </Button>
      </div>
      <ReviewList rows={rows} decisions={decisions} active={active} onActive={goTo} answers={answers} />
      {active?.type === 'entry' ? (
        <EntryDetail
          entry={active.entry}
          problems={entryProblems(active.entry, review.origin.asOf)}
          decisions={decisions}
          revealed={answers.revealed.has(active.id)}
          onReveal={(on) => answers.reveal(active.id, on)}
        />
      ) : null}
      <span className={heard} role="status">
        {answers.said}
      </span>
      {notes.length === 0 ? null : (
        <div className={styles.notes}>
          {notes.map((note) => (
            <Text key={note} size={200}>
              {note}
            </Text>
          ))}
        </div>
      )}
      <div className={styles.footer}>
        <Button
          appearance="primary"
          disabled={!hasSomethingToWrite(review, decisions)}
          onClick={() => run(pane.updates.apply())}
        >
          {text.applyAction(accepted)}
        </Button>
      </div>
    </>
  );
}
