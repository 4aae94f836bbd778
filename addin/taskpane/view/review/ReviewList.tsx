import { useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Decision } from '../../../../shared/domain/review/review.ts';
import { decisionOf, needsLook, type Decisions } from '../../../../shared/flows/reviewEntries.ts';
import * as text from '../../../../shared/messages/fr/pane.ts';
import type { ReviewRow } from '../../model/reviewRows.ts';
import { run, usePane } from '../paneContext.ts';
import { EntryLine, PersonLine } from './lines.tsx';
import { placeOf } from './place.ts';

const useStyles = makeStyles({
  list: {
    flexGrow: 1,
    minHeight: '160px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  all: { position: 'relative', width: '100%' },
  row: { position: 'absolute', top: 0, left: 0, width: '100%', boxSizing: 'border-box', cursor: 'pointer' },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
  },
  empty: { padding: '12px' },
});

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

/** The differences: one focus stop, moved with the arrows, a screen reader hears each line as one sentence. */
export function ReviewList({ rows, decisions, active, onActive, revealed, onReveal }: ReviewListProps): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 44,
    overscan: 12,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const position = active ? rows.indexOf(active) : -1;
  useEffect(() => scroller.current?.focus(), []);

  const moveTo = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    onActive(row.id);
    virtual.scrollToIndex(rows.indexOf(row));
  };
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
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => moveTo(position + 1),
    ArrowUp: () => moveTo(position - 1),
    PageDown: () => moveTo(position + 10),
    PageUp: () => moveTo(position - 10),
    Home: () => moveTo(0),
    End: () => moveTo(rows.length - 1),
    ' ': () => active && toggle(active),
    Enter: () => active && show(active),
    Escape: () => run(pane.home()),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <>
      <Text size={200} id="review-keys">
        {text.keysHint}
      </Text>
      <div
        ref={scroller}
        className={styles.list}
        role="listbox"
        aria-multiselectable="true"
        aria-label={text.listLabel}
        aria-describedby="review-keys"
        aria-activedescendant={active ? `row-${position}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        {rows.length === 0 ? <Text className={styles.empty}>{text.emptyFilter}</Text> : null}
        <div className={styles.all} role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((line) => {
            const row = rows[line.index];
            if (!row) return null;
            const accepted = entriesOf(row).every((entry) => decisionOf(entry, decisions) === 'accept');
            return (
              // The list holds the focus and the keys; the mouse gets the same actions here.
              <div
                key={row.id}
                id={`row-${line.index}`}
                ref={virtual.measureElement}
                data-index={line.index}
                role="option"
                tabIndex={-1}
                aria-selected={accepted}
                aria-setsize={rows.length}
                aria-posinset={line.index + 1}
                className={mergeClasses(styles.row, row === active && styles.active)}
                style={{ transform: `translateY(${line.start}px)` }}
                onClick={() => {
                  onActive(row.id);
                  scroller.current?.focus();
                  show(row);
                }}
                onKeyDown={onKeyDown}
              >
                {row.type === 'person' ? (
                  <PersonLine row={row} decisions={decisions} onToggle={() => toggle(row)} />
                ) : (
                  <EntryLine entry={row.entry} decisions={decisions} onToggle={() => toggle(row)} />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}
