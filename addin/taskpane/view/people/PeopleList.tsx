import { useState, type ReactElement, type ReactNode } from 'react';
import { makeStyles } from '@fluentui/react-components';
import * as text from '../../../../shared/messages/fr/people.ts';
import { ArrowList } from '../ArrowList.tsx';

const useStyles = makeStyles({ list: { flexBasis: 0, minHeight: '200px' } });

interface PeopleListProps<Person> {
  /** Begins the ids of the list: unique in the page. */
  readonly name: string;
  readonly people: readonly Person[];
  readonly keyOf: (person: Person) => string;
  readonly label: string;
  readonly whenEmpty?: string;
  /** The person one comes back from, by key: the list takes the focus there. */
  readonly from?: string | null;
  /** Opens the detail of a person; without it the list is only read. */
  readonly onOpen?: (person: Person) => void;
  readonly onBack: () => void;
  readonly children: (person: Person) => ReactNode;
}

/** People, each in a line. */
export function PeopleList<Person>(props: PeopleListProps<Person>): ReactElement {
  const { people, keyOf, from = null, onOpen } = props;
  const styles = useStyles();
  const [activeKey, setActiveKey] = useState(from);
  const active = people.find((each) => keyOf(each) === activeKey) ?? people[0] ?? null;
  const activate = (person: Person) => setActiveKey(keyOf(person));
  return (
    <ArrowList
      name={props.name}
      className={styles.list}
      lines={people}
      active={active}
      keyOf={keyOf}
      height={52}
      label={props.label}
      hint={onOpen ? text.keysOfDetail : text.keysOfList}
      whenEmpty={props.whenEmpty ?? text.nobody}
      isSelected={(person) => person === active}
      focus={from === null ? 'none' : 'active'}
      onActive={activate}
      onClick={onOpen ?? activate}
      keys={{
        Escape: props.onBack,
        ...(onOpen && { Enter: () => active !== null && onOpen(active) }),
      }}
    >
      {props.children}
    </ArrowList>
  );
}
