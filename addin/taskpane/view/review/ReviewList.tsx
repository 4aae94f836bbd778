import type { ReactElement } from 'react';
import { makeStyles } from '@fluentui/react-components';
import { decisionOf, type Decisions } from '../../../../shared/flows/reviewEntries.ts';
import * as text from '../../../../shared/messages/fr/review.ts';
import type { ReviewRow } from '../../model/reviewRows.ts';
import { ArrowList } from '../ArrowList.tsx';
import { run, usePane } from '../paneContext.ts';
import { EntryLine, PersonLine } from './lines.tsx';
import { placeOf } from './place.ts';
import type { Answers } from './useAnswers.ts';

// The foot of the screen stays in sight, over what the focus brings.
const useStyles = makeStyles({ list: { minHeight: '192px', scrollMarginBottom: '72px' } });

export interface ReviewListProps {
  readonly rows: readonly ReviewRow[];
  readonly decisions: Decisions;
  readonly active: ReviewRow | null;
  readonly onActive: (row: ReviewRow) => void;
  readonly answers: Answers;
}

function entriesOf(row: ReviewRow) {
  return row.type === 'entry' ? [row.entry] : row.entries;
}

/** The differences, person by person. */
export function ReviewList({ rows, decisions, active, onActive, answers }: ReviewListProps): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  const show = (row: ReviewRow) => {
    const place = row.type === 'entry' ? placeOf(row.entry) : undefined;
    if (place) run(pane.showPlace(place));
  };
  return (
    <ArrowList
      name="review"
      className={styles.list}
      lines={rows}
      active={active}
      keyOf={(row) => row.id}
      height={44}
      label={text.listLabel}
      hint={text.keysHint}
      whenEmpty={text.emptyFilter}
      multiple
      isSelected={(row) => entriesOf(row).every((entry) => decisionOf(entry, decisions) === 'accept')}
      focus="start"
      onActive={onActive}
      onClick={(row) => {
        onActive(row);
        show(row);
      }}
      keys={{
        ' ': () => active && answers.toggleAndGoOn(active),
        Delete: () => active && answers.ignoreAndGoOn(active),
        Enter: () => active && show(active),
        Escape: () => run(pane.home()),
      }}
    >
      {(row) =>
        row.type === 'person' ? (
          <PersonLine row={row} decisions={decisions} onToggle={() => answers.toggle(row)} />
        ) : (
          <EntryLine entry={row.entry} decisions={decisions} onToggle={() => answers.toggle(row)} />
        )
      }
    </ArrowList>
  );
}
