import { useEffect, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';

const useStyles = makeStyles({
  list: {
    flexGrow: 1,
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  all: { position: 'relative', width: '100%' },
  row: { position: 'absolute', top: 0, left: 0, width: '100%', boxSizing: 'border-box', cursor: 'pointer' },
  active: {
    // Of no « selected » colour: in high contrast each word of the line would need another one.
    backgroundColor: tokens.colorNeutralBackground3,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    outline: `2px solid ${tokens.colorTransparentStrokeInteractive}`,
    outlineOffset: '-2px',
  },
  empty: { padding: '12px' },
});

interface ArrowListProps<T> {
  /** Begins the ids of the list and of its lines: unique in the page. */
  readonly name: string;
  readonly className: string;
  readonly lines: readonly T[];
  readonly active: T | null;
  readonly keyOf: (line: T) => string;
  /** Pixels of a line before it is measured. */
  readonly height: number;
  readonly label: string;
  /** What the keys do, said above the list. */
  readonly hint: string;
  readonly whenEmpty: string;
  readonly multiple?: boolean;
  readonly isSelected: (line: T) => boolean;
  /** Takes the focus when it appears: at its beginning, or where it was left. */
  readonly focus: 'start' | 'active' | 'none';
  readonly onActive: (line: T) => void;
  readonly onClick: (line: T) => void;
  /** Keys besides the arrows. */
  readonly keys: Readonly<Record<string, () => void>>;
  readonly children: (line: T) => ReactNode;
}

/** A long list with one focus stop, moved with the arrows; a screen reader hears each line as one sentence. */
export function ArrowList<T>(props: ArrowListProps<T>): ReactElement {
  const { name, lines, active, keyOf, isSelected, focus, onActive } = props;
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const position = active === null ? -1 : lines.indexOf(active);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => props.height,
    overscan: 12,
    getItemKey: (index) => {
      const line = lines[index];
      return line === undefined ? index : keyOf(line);
    },
  });
  const focusAt = useRef(focus === 'start' ? 0 : focus === 'active' ? position : -1);
  useEffect(() => {
    if (focusAt.current < 0) return;
    scroller.current?.focus();
    if (focusAt.current > 0) virtual.scrollToIndex(focusAt.current, { align: 'center' });
    focusAt.current = -1;
  }, [virtual]);

  // However a line is reached, with the arrows or from an answer, it is brought into sight.
  const reached = useRef(position);
  useEffect(() => {
    if (position >= 0 && position !== reached.current) virtual.scrollToIndex(position);
    reached.current = position;
  }, [virtual, position]);

  const moveTo = (index: number) => {
    const line = lines[Math.max(0, Math.min(lines.length - 1, index))];
    if (line !== undefined) onActive(line);
  };
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => moveTo(position + 1),
    ArrowUp: () => moveTo(position - 1),
    PageDown: () => moveTo(position + 10),
    PageUp: () => moveTo(position - 10),
    Home: () => moveTo(0),
    End: () => moveTo(lines.length - 1),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { [event.key]: act = moves[event.key] } = props.keys;
    if (!act) return;
    event.preventDefault();
    // A key held down walks through the list; it answers nothing twice.
    if (event.repeat && !moves[event.key]) return;
    act();
  };
  return (
    <>
      <Text size={200} id={`${name}-keys`}>
        {props.hint}
      </Text>
      <div
        ref={scroller}
        className={mergeClasses(styles.list, props.className)}
        role="listbox"
        aria-multiselectable={props.multiple}
        aria-label={props.label}
        aria-describedby={`${name}-keys`}
        aria-activedescendant={position < 0 ? undefined : `${name}-${position}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        {lines.length === 0 ? <Text className={styles.empty}>{props.whenEmpty}</Text> : null}
        <div className={styles.all} role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const line = lines[item.index];
            if (line === undefined) return null;
            return (
              // The list holds the focus and the keys; the mouse gets the same actions here.
              <div
                key={item.key}
                id={`${name}-${item.index}`}
                ref={virtual.measureElement}
                data-index={item.index}
                role="option"
                tabIndex={-1}
                aria-selected={isSelected(line)}
                aria-setsize={lines.length}
                aria-posinset={item.index + 1}
                className={mergeClasses(styles.row, line === active && styles.active)}
                style={{ transform: `translateY(${item.start}px)` }}
                onClick={() => {
                  scroller.current?.focus();
                  props.onClick(line);
                }}
                onKeyDown={onKeyDown}
              >
                {props.children(line)}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}
