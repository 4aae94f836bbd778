import { useState, type ReactElement } from 'react';
import { Badge, Button, Text, makeStyles } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';
import type { WorktimeComputation } from '../../../../shared/flows/worktime/computeTimes.ts';
import * as text from '../../../../shared/messages/fr/worktime/resultPane.ts';
import { printSeveral } from '../../../../shared/messages/fr/worktime/sheet.ts';
import { timeStates } from '../../../../shared/tables/worktime/timeBalancesTable.ts';
import { foundPeople, type TimePersonLine } from '../../model/worktime/timeResult.ts';
import type { PeopleFilter } from '../../model/search.ts';
import { useLook } from '../look.ts';
import { PeopleList } from '../people/PeopleList.tsx';
import { PeopleSearch } from '../people/PeopleSearch.tsx';
import { PersonLine } from '../people/PersonLine.tsx';
import { useTime } from './useTime.ts';

const useStyles = makeStyles({ badges: { display: 'flex', flexWrap: 'wrap', gap: '4px' } });

function Badges({ line: { person } }: { readonly line: TimePersonLine }): ReactElement | null {
  const styles = useStyles();
  const { outcome, controls } = person;
  const waiting = outcome.waiting.length;
  if (outcome.state === 'computed' && controls.length === 0) return null;
  return (
    <span className={styles.badges}>
      {waiting > 0 ? (
        <Badge appearance="tint" color="severe">
          {text.waitingWeeks(waiting)}
        </Badge>
      ) : outcome.state === 'computed' ? null : (
        <Badge appearance="tint" color="severe">
          {timeStates[outcome.state]}
        </Badge>
      )}
      {controls.length === 0 ? null : (
        <Badge appearance="tint" color="informative">
          {text.controlsOf(controls.length)}
        </Badge>
      )}
    </span>
  );
}

function Accounts({ line: { accounts } }: { readonly line: TimePersonLine }): ReactElement {
  const look = useLook();
  if (accounts.length === 0)
    return (
      <Text size={200} className={look.quiet}>
        {text.noHours}
      </Text>
    );
  return (
    <>
      {accounts.map(({ code, minutes }) => (
        <Text key={code} size={200}>
          {code} {text.hours(minutes)}
        </Text>
      ))}
    </>
  );
}

function PersonRow({ line }: { readonly line: TimePersonLine }): ReactElement {
  const { name, employeeNumber, establishment } = line;
  return (
    <PersonLine name={name} details={[employeeNumber, establishment]} figures={<Accounts line={line} />}>
      <Badges line={line} />
    </PersonLine>
  );
}

interface TimePeopleProps {
  readonly computation: WorktimeComputation;
  readonly lines: readonly TimePersonLine[];
  /** The person one comes back from. */
  readonly from: string | null;
  /** As it was left. */
  readonly filter: PeopleFilter;
}

/** Everybody of the computation with what their accounts hold, found by name or number, or those who need a look. */
export function TimePeople({ computation, lines, from, filter }: TimePeopleProps): ReactElement {
  const start = useTime();
  const [search, setSearch] = useState(filter.search);
  const [onlyLook, setOnlyLook] = useState(filter.onlyLook);
  const shown = foundPeople(lines, search, onlyLook);
  return (
    <>
      <PeopleSearch
        search={search}
        onSearch={setSearch}
        filter={{
          everybody: lines.length,
          toLookAt: foundPeople(lines, '', true).length,
          isOn: onlyLook,
          onChange: setOnlyLook,
        }}
      />
      <PeopleList
        name="time-person"
        people={shown}
        keyOf={({ employeeId }) => employeeId}
        label={text.peopleListLabel}
        from={from}
        onOpen={({ employeeId }) => start((tasks) => tasks.person(computation, employeeId, { search, onlyLook }))}
        onBack={() => start((tasks) => tasks.back())}
      >
        {(line) => <PersonRow line={line} />}
      </PeopleList>
      <div>
        <Button
          size="small"
          icon={<PrintRegular />}
          disabled={shown.length === 0}
          onClick={() =>
            start((tasks) =>
              tasks.print(
                computation,
                shown.map(({ person }) => person),
              ),
            )
          }
        >
          {printSeveral(shown.length)}
        </Button>
      </div>
    </>
  );
}
