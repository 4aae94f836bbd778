import { useState, type ReactElement } from 'react';
import { Badge, Button, Text } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons';
import type { PersonFinding } from '../../../../../shared/flows/people/checkPeople.ts';
import * as text from '../../../../../shared/messages/fr/employees/checks.ts';
import { findingText } from '../../../../../shared/messages/fr/findings.ts';
import type { ChecksScreen as Checks } from '../../../model/people/checks/checksState.ts';
import { holdsWords } from '../../../model/search.ts';
import { useLook } from '../../look.ts';
import { run, usePane } from '../../paneContext.ts';
import { PeopleList } from '../../people/PeopleList.tsx';
import { PeopleSearch } from '../../people/PeopleSearch.tsx';
import { PersonLine } from '../../people/PersonLine.tsx';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { usePeople } from '../usePeople.ts';

interface Line extends PersonFinding {
  readonly key: string;
}

function FindingLine({ line: { finding, name, employeeNumber } }: { readonly line: Line }): ReactElement {
  const isError = finding.severity === 'error';
  return (
    <PersonLine
      name={name === '' ? text.withoutRow : name}
      details={[employeeNumber, finding.place?.address ?? '']}
      figures={
        <Badge appearance="tint" color={isError ? 'danger' : 'warning'}>
          {text.severityNames[finding.severity]}
        </Badge>
      }
    >
      <Text size={200}>{findingText(finding)}</Text>
    </PersonLine>
  );
}

/** Everything to correct, errors first; a line shows its cell in the sheet. */
function Findings({ lines }: { readonly lines: readonly Line[] }): ReactElement {
  const pane = usePane();
  const start = usePeople();
  const [search, setSearch] = useState('');
  const [onlyErrors, setOnlyErrors] = useState(false);
  const errors = lines.filter(({ finding }) => finding.severity === 'error');
  const shown = (onlyErrors ? errors : lines).filter(({ name, employeeNumber }) =>
    holdsWords(`${name} ${employeeNumber}`, search),
  );
  return (
    <>
      <PeopleSearch
        search={search}
        onSearch={setSearch}
        filter={{
          everybody: lines.length,
          toLookAt: errors.length,
          isOn: onlyErrors,
          onChange: setOnlyErrors,
          names: [text.everyFinding, text.onlyErrors],
        }}
      />
      <PeopleList
        name="people-checks"
        people={shown}
        keyOf={({ key }) => key}
        label={text.peopleLabel}
        onOpen={({ finding: { place } }) => place && run(pane.showPlace(place))}
        onBack={() => start((people) => people.back())}
      >
        {(line) => <FindingLine line={line} />}
      </PeopleList>
    </>
  );
}

export function ChecksScreen({ screen: { checks } }: { readonly screen: Checks }): ReactElement {
  const look = useLook();
  const start = usePeople();
  const { findings, errors, warnings, people } = checks;
  const lines = findings.map((each, index): Line => ({ ...each, key: String(index) }));
  return (
    <>
      <div className={look.titled}>
        <ScreenTitle>{text.checksTitle}</ScreenTitle>
        <Button size="small" icon={<ArrowSyncRegular />} onClick={() => start((tasks) => tasks.checks.open())}>
          {text.checkAgain}
        </Button>
      </div>
      <Text size={200} className={look.quiet}>
        {text.checksIntro}
      </Text>
      <Text role="status">{findings.length === 0 ? text.noProblem : text.problemsFound(errors, warnings, people)}</Text>
      {findings.length === 0 ? null : <Findings lines={lines} />}
    </>
  );
}
