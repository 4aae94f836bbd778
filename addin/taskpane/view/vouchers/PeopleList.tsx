import type { ReactElement } from 'react';
import { Badge, Text, makeStyles } from '@fluentui/react-components';
import * as text from '../../../../shared/messages/fr/vouchers/pane.ts';
import type { Attention, PersonLine } from '../../model/vouchersResult.ts';
import type { PersonId } from '../../model/vouchersState.ts';
import { ArrowList } from '../ArrowList.tsx';
import { useLook } from '../look.ts';

const useStyles = makeStyles({
  list: { flexBasis: 0, minHeight: '240px' },
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

/** Everybody of the order. */
export function PeopleList(props: PeopleListProps): ReactElement {
  const { lines, active, isAlone, isReturning, onActive, onOpen, onBack } = props;
  const styles = useStyles();
  return (
    <ArrowList
      name="person"
      className={styles.list}
      lines={lines}
      active={active}
      keyOf={({ id }) => `${id.employeeId} ${id.regulation}`}
      height={52}
      label={text.peopleListLabel}
      hint={text.peopleKeys}
      whenEmpty={text.nobody}
      isSelected={(line) => line === active}
      focus={isReturning ? 'active' : 'none'}
      onActive={({ id }) => onActive(id)}
      onClick={({ id }) => onOpen(id)}
      keys={{ Enter: () => active && onOpen(active.id), Escape: onBack }}
    >
      {(line) => <PersonRow line={line} isAlone={isAlone} />}
    </ArrowList>
  );
}
