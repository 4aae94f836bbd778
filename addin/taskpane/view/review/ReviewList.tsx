import type { ReactElement } from 'react';
import { makeStyles } from '@fluentui/react-components';
import type { Decision } from '../../../../shared/domain/review/review.ts';
import { decisionOf, needsLook, type Decisions } from '../../../../shared/flows/reviewEntries.ts';
import * as text from '../../../../shared/messages/fr/pane.ts';
import type { ReviewRow } from '../../model/reviewRows.ts';
import { ArrowList } from '../ArrowList.tsx';
import { run, usePane } from '../paneContext.ts';
import { EntryLine, PersonLine } from './lines.tsx';
import { placeOf } from './place.ts';

const useStyles = makeStyles({ list: { minHeight: '160px' } });

export interface ReviewListProps {
  readonly rows: readonly ReviewRow[];
  readonly decisions: Decisions;
  readonly active: ReviewRow | null;
  readonly onActive: (id: string) => void;
  readonly revealed: ReadonlySet<string>;
  readonly onReveal: (id: string) => void;
}

function entriesOf(row: ReviewRow) {
  return row.type === 'entry' ? [row.entry] : row.entries;
}

/** What Espace makes of a line: accepted becomes ignored, anything else becomes accepted. A person's line moves all that is not in doubt. */
function toggled(row: ReviewRow, decisions: Decisions): { readonly ids: string[]; readonly decision: Decision } {
  const entries = row.type === 'entry' ? entriesOf(row) : entriesOf(row).filter((entry) => !needsLook(entry));
  const accepted = entries.length > 0 && entries.every((entry) => decisionOf(entry, decisions) === 'accept');
  return { ids: entries.map(({ item }) => item.id), decision: accepted ? 'ignore' : 'accept' };
}

/** The differences, person by person. */
export function ReviewList({ rows, decisions, active, onActive, revealed, onReveal }: ReviewListProps): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  const toggle = (row: ReviewRow) => {
    const gated = row.type === 'entry' && row.entry.item.gated;
    if (gated && !revealed.has(row.id)) {
      onReveal(row.id);
      return;
    }
    const { ids, decision } = toggled(row, decisions);
    pane.decide(ids, decision);
  };
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
      onActive={(row) => onActive(row.id)}
      onClick={(row) => {
        onActive(row.id);
        show(row);
      }}
      keys={{
        ' ': () => active && toggle(active),
        Enter: () => active && show(active),
        Escape: () => run(pane.home()),
      }}
    >
      {(row) =>
        row.type === 'person' ? (
          <PersonLine row={row} decisions={decisions} onToggle={() => toggle(row)} />
        ) : (
          <EntryLine entry={row.entry} decisions={decisions} onToggle={() => toggle(row)} />
        )
      }
    </ArrowList>
  );
}
