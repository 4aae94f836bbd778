import { useState, type ReactElement } from 'react';
import { Text } from '@fluentui/react-components';
import type { EntitlementRow } from '../../../../../shared/domain/worktime/files/entitlements.ts';
import { creditedName } from '../../../../../shared/flows/worktime/restCredit.ts';
import { givenTo, type CreditSimulation } from '../../../../../shared/flows/worktime/simulateCredit.ts';
import { creditAmount } from '../../../../../shared/messages/fr/worktime/credit.ts';
import * as text from '../../../../../shared/messages/fr/worktime/creditPane.ts';
import { holdsWords } from '../../../model/search.ts';
import { PeopleList } from '../../people/PeopleList.tsx';
import { PeopleSearch } from '../../people/PeopleSearch.tsx';
import { PersonLine } from '../../people/PersonLine.tsx';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { useTime } from '../useTime.ts';

/** Few enough to be seen at once. */
const FEW = 8;

interface PersonProps {
  readonly simulation: CreditSimulation;
  readonly row: EntitlementRow;
}

/** One counter was named above, and its amount stands beside the name; several are named, under it. */
function PersonRow({ simulation, row }: PersonProps): ReactElement {
  const given = givenTo(simulation, row);
  const isOne = simulation.counters.length === 1;
  const amounts = given.map(({ counter, unit, hundredths }) => {
    const amount = creditAmount(hundredths, unit);
    return (
      <Text key={counter} size={isOne ? 300 : 200}>
        {isOne ? amount : text.givenOn(amount, counter)}
      </Text>
    );
  });
  return (
    <PersonLine name={creditedName(row)} details={[row.employeeNumber]} figures={isOne ? amounts : null}>
      {isOne ? null : amounts}
    </PersonLine>
  );
}

const keyOf = ({ establishmentCode, employeeNumber }: EntitlementRow) => `${establishmentCode} ${employeeNumber}`;

/** Everybody who would be credited, found by name or number. */
export function CreditPeople({ simulation }: { readonly simulation: CreditSimulation }): ReactElement {
  const start = useTime();
  const [search, setSearch] = useState('');
  const { rows } = simulation;
  return (
    <>
      <ScreenTitle as="h3">{text.peopleTitle}</ScreenTitle>
      {rows.length <= FEW ? null : <PeopleSearch search={search} onSearch={setSearch} />}
      <PeopleList
        name="credit-person"
        people={rows.filter((row) => holdsWords(`${creditedName(row)} ${row.employeeNumber}`, search))}
        keyOf={keyOf}
        label={text.peopleLabel}
        onBack={() => start((tasks) => tasks.back())}
      >
        {(row) => <PersonRow simulation={simulation} row={row} />}
      </PeopleList>
    </>
  );
}
