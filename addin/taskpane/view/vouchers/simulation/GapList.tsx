import { useState, type ReactElement } from 'react';
import { Text, makeStyles } from '@fluentui/react-components';
import { gapOf, type SimulatedPerson } from '../../../../../shared/flows/vouchers/simulation/sides.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/simulation.ts';
import { ArrowList } from '../../ArrowList.tsx';
import { useLook } from '../../look.ts';

const useStyles = makeStyles({
  list: { flexBasis: 0, minHeight: '240px' },
  line: { display: 'flex', alignItems: 'flex-start', columnGap: '8px', padding: '6px 10px' },
  words: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  numbers: { flexShrink: 0, display: 'flex', flexDirection: 'column', textAlign: 'right' },
});

function GapRow({ person }: { readonly person: SimulatedPerson }): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const { name, employeeNumber, now, then } = person;
  const gap = gapOf(person);
  const number = ({ isIncomplete, ordered }: SimulatedPerson['now']) => (isIncomplete ? null : ordered);
  return (
    <div className={styles.line}>
      <div className={styles.words}>
        <Text weight="semibold">{name}</Text>
        <Text size={200} className={look.quiet}>
          {employeeNumber}
        </Text>
        {gap.employer === 0 ? null : <Text size={200}>{text.employerGap(gap.employer)}</Text>}
        {gap.employee === 0 ? null : <Text size={200}>{text.employeeGap(gap.employee)}</Text>}
      </div>
      <div className={styles.numbers}>
        <Text>{text.vouchersText(number(now), number(then))}</Text>
        <Text weight="semibold">{text.signed(gap.face, true)}</Text>
      </div>
    </div>
  );
}

interface GapListProps {
  readonly people: readonly SimulatedPerson[];
  /** Whom one comes back from: the list takes the focus there. */
  readonly from: string | null;
  readonly onOpen: (person: SimulatedPerson) => void;
  readonly onBack: () => void;
}

/** Everybody of a simulation, or those for whom something changes. */
export function GapList({ people, from, onOpen, onBack }: GapListProps): ReactElement {
  const styles = useStyles();
  const [activeId, setActiveId] = useState(from);
  const active = people.find(({ employeeId }) => employeeId === activeId) ?? people[0] ?? null;
  return (
    <ArrowList
      name="gap"
      className={styles.list}
      lines={people}
      active={active}
      keyOf={({ employeeId }) => employeeId}
      height={80}
      label={text.listLabel}
      hint={text.listKeys}
      whenEmpty={text.nobody}
      isSelected={(line) => line === active}
      focus={from === null ? 'none' : 'active'}
      onActive={({ employeeId }) => setActiveId(employeeId)}
      onClick={onOpen}
      keys={{ Enter: () => active && onOpen(active), Escape: onBack }}
    >
      {(person) => <GapRow person={person} />}
    </ArrowList>
  );
}
