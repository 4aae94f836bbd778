import { useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { Badge, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import * as text from '../../../../shared/messages/fr/vouchers/pane.ts';
import type { Attention, PersonLine } from '../../model/vouchersResult.ts';
import type { PersonId } from '../../model/vouchersState.ts';
import { useLook } from './look.ts';

const useStyles = makeStyles({
  list: {
    flexGrow: 1,
    flexBasis: 0,
    minHeight: '240px',
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
  line: { display: 'flex', alignItems: 'flex-start', columnGap: '8px', padding: '6px 10px' },
  words: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    overflowWrap: 'anywhere',
    rowGap: '2px',
  },
  badges: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  number: { flexShrink: 0, textAlign: 'right' },
  empty: { padding: '12px' },
});

const severe: ReadonlySet<Attention> = new Set(['incomplete', 'settlement'] as const);

function PersonRow({ line, isAlone }: { readonly line: PersonLine; readonly isAlone: boolean }): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const { name, employeeNumber, establishment, id, attention, outcome } = line;
  return (
    <div className={styles.line}>
      <div className={styles.words}>
        <Text weight="semibold">{name}</Text>
        <Text size={200} className={look.quiet}>
          {[employeeNumber, establishment, isAlone ? '' : id.regulation].filter((part) => part !== '').join(' · ')}
        </Text>
        {attention.length === 0 ? null : (
          <span className={styles.badges}>
            {attention.map((each) => (
              <Badge key={each} appearance="tint" color={severe.has(each) ? 'severe' : 'informative'}>
                {text.attentionNames[each]}
              </Badge>
            ))}
          </span>
        )}
      </div>
      <Text weight="semibold" className={styles.number}>
        {outcome.state === 'incomplete' ? '—' : text.vouchersOf(outcome.count.ordered)}
      </Text>
    </div>
  );
}

interface PeopleListProps {
  readonly lines: readonly PersonLine[];
  readonly active: PersonLine | null;
  /** There is one regulation only: it goes without saying. */
  readonly isAlone: boolean;
  /** Somebody comes back from a person: the list takes the focus where it was left. */
  readonly isReturning: boolean;
  readonly onActive: (person: PersonId) => void;
  readonly onOpen: (person: PersonId) => void;
  readonly onBack: () => void;
}

/** One focus stop, moved with the arrows; a screen reader hears each person as one sentence. */
export function PeopleList({
  lines,
  active,
  isAlone,
  isReturning,
  onActive,
  onOpen,
  onBack,
}: PeopleListProps): ReactElement {
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const position = active ? lines.indexOf(active) : -1;
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 52,
    overscan: 12,
    getItemKey: (index) => {
      const id = lines[index]?.id;
      return id ? `${id.employeeId} ${id.regulation}` : index;
    },
  });
  const returnTo = useRef(isReturning ? position : -1);
  useEffect(() => {
    if (returnTo.current < 0) return;
    scroller.current?.focus();
    virtual.scrollToIndex(returnTo.current, { align: 'center' });
    returnTo.current = -1;
  }, [virtual]);

  const moveTo = (index: number) => {
    const line = lines[Math.max(0, Math.min(lines.length - 1, index))];
    if (!line) return;
    onActive(line.id);
    virtual.scrollToIndex(lines.indexOf(line));
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => moveTo(position + 1),
    ArrowUp: () => moveTo(position - 1),
    PageDown: () => moveTo(position + 10),
    PageUp: () => moveTo(position - 10),
    Home: () => moveTo(0),
    End: () => moveTo(lines.length - 1),
    Enter: () => active && onOpen(active.id),
    Escape: onBack,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <>
      <Text size={200} id="people-keys">
        {text.peopleKeys}
      </Text>
      <div
        ref={scroller}
        className={styles.list}
        role="listbox"
        aria-label={text.peopleListLabel}
        aria-describedby="people-keys"
        aria-activedescendant={active ? `person-${position}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        {lines.length === 0 ? <Text className={styles.empty}>{text.nobody}</Text> : null}
        <div className={styles.all} role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const line = lines[item.index];
            if (!line) return null;
            return (
              // The list holds the focus and the keys; the mouse opens here.
              <div
                key={item.key}
                id={`person-${item.index}`}
                ref={virtual.measureElement}
                data-index={item.index}
                role="option"
                tabIndex={-1}
                aria-selected={line === active}
                aria-setsize={lines.length}
                aria-posinset={item.index + 1}
                className={mergeClasses(styles.row, line === active && styles.active)}
                style={{ transform: `translateY(${item.start}px)` }}
                onClick={() => onOpen(line.id)}
                onKeyDown={onKeyDown}
              >
                <PersonRow line={line} isAlone={isAlone} />
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}
