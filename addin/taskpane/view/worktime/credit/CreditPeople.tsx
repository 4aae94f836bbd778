import { useState, type ReactElement } from 'react';
import { Input, Text, makeStyles } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import type { EntitlementRow } from '../../../../../shared/domain/worktime/files/entitlements.ts';
import { creditedName } from '../../../../../shared/flows/worktime/restCredit.ts';
import { givenTo, type CreditSimulation } from '../../../../../shared/flows/worktime/simulateCredit.ts';
import { creditAmount } from '../../../../../shared/messages/fr/worktime/credit.ts';
import * as text from '../../../../../shared/messages/fr/worktime/creditPane.ts';
import { holdsWords } from '../../../model/search.ts';
import { ArrowList } from '../../ArrowList.tsx';
import { useLook } from '../../look.ts';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { useTime } from '../useTime.ts';

const useStyles = makeStyles({
  list: { flexBasis: 0, minHeight: '180px' },
  line: { display: 'flex', alignItems: 'flex-start', columnGap: '8px', padding: '6px 10px' },
  who: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  amount: { flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
});

/** Few enough to be seen at once. */
const FEW = 8;

interface PersonProps {
  readonly simulation: CreditSimulation;
  readonly row: EntitlementRow;
}

/** One counter was named above, and its amount stands beside the name; several are named, under it. */
function Person({ simulation, row }: PersonProps): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const given = givenTo(simulation, row);
  const isOne = simulation.counters.length === 1;
  return (
    <div className={styles.line}>
      <div className={styles.who}>
        <Text weight="semibold">{creditedName(row)}</Text>
        <Text size={200} className={look.quiet}>
          {row.employeeNumber}
        </Text>
        {isOne
          ? null
          : given.map(({ counter, unit, hundredths }) => (
              <Text key={counter} size={200}>
                {text.givenOn(creditAmount(hundredths, unit), counter)}
              </Text>
            ))}
      </div>
      {isOne
        ? given.map(({ counter, unit, hundredths }) => (
            <Text key={counter} className={styles.amount}>
              {creditAmount(hundredths, unit)}
            </Text>
          ))
        : null}
    </div>
  );
}

const keyOf = ({ establishmentCode, employeeNumber }: EntitlementRow) => `${establishmentCode} ${employeeNumber}`;

/** Everybody who would be credited, found by name or number. */
export function CreditPeople({ simulation }: { readonly simulation: CreditSimulation }): ReactElement {
  const styles = useStyles();
  const start = useTime();
  const [search, setSearch] = useState('');
  const [activeKey, setActiveKey] = useState('');
  const { rows } = simulation;
  const shown = rows.filter((row) => holdsWords(`${creditedName(row)} ${row.employeeNumber}`, search));
  const active = shown.find((row) => keyOf(row) === activeKey) ?? shown[0] ?? null;
  return (
    <>
      <ScreenTitle as="h3">{text.peopleTitle}</ScreenTitle>
      {rows.length <= FEW ? null : (
        <Input
          type="search"
          aria-label={text.searchLabel}
          placeholder={text.searchLabel}
          contentBefore={<SearchRegular />}
          value={search}
          onChange={(_, { value }) => setSearch(value)}
        />
      )}
      <ArrowList
        name="credit-person"
        className={styles.list}
        lines={shown}
        active={active}
        keyOf={keyOf}
        height={48}
        label={text.peopleLabel}
        hint={text.peopleKeys}
        whenEmpty={text.nobody}
        isSelected={(row) => row === active}
        focus="none"
        onActive={(row) => setActiveKey(keyOf(row))}
        onClick={(row) => setActiveKey(keyOf(row))}
        keys={{ Escape: () => start((tasks) => tasks.back()) }}
      >
        {(row) => <Person simulation={simulation} row={row} />}
      </ArrowList>
    </>
  );
}
