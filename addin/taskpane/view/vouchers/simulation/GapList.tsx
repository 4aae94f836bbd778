import type { ReactElement } from 'react';
import { Text } from '@fluentui/react-components';
import { gapOf, type SimulatedPerson } from '../../../../../shared/flows/vouchers/simulation/sides.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/simulation.ts';
import { PeopleList } from '../../people/PeopleList.tsx';
import { PersonLine } from '../../people/PersonLine.tsx';

function GapRow({ person }: { readonly person: SimulatedPerson }): ReactElement {
  const { name, employeeNumber, now, then } = person;
  const gap = gapOf(person);
  const number = ({ isIncomplete, ordered }: SimulatedPerson['now']) => (isIncomplete ? null : ordered);
  return (
    <PersonLine
      name={name}
      details={[employeeNumber]}
      figures={
        <>
          <Text>{text.vouchersText(number(now), number(then))}</Text>
          <Text weight="semibold">{text.signed(gap.face, true)}</Text>
        </>
      }
    >
      {gap.employer === 0 ? null : <Text size={200}>{text.employerGap(gap.employer)}</Text>}
      {gap.employee === 0 ? null : <Text size={200}>{text.employeeGap(gap.employee)}</Text>}
    </PersonLine>
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
  return (
    <PeopleList
      name="gap"
      people={people}
      keyOf={({ employeeId }) => employeeId}
      label={text.listLabel}
      from={from}
      onOpen={onOpen}
      onBack={onBack}
    >
      {(person) => <GapRow person={person} />}
    </PeopleList>
  );
}
