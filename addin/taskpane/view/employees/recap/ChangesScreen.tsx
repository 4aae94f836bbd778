import { useMemo, useState, type ReactElement } from 'react';
import { Badge, Button, Select, Text } from '@fluentui/react-components';
import type { Sensitivity } from '../../../../../shared/domain/people/employeeFields.ts';
import { shownChange, type LogEntry } from '../../../../../shared/flows/recap/changeLog.ts';
import * as text from '../../../../../shared/messages/fr/employees/changeLog.ts';
import { changeText, emptyText } from '../../../../../shared/messages/fr/employees/recap.ts';
import type { RecapScreen } from '../../../model/people/recap/recapState.ts';
import { holdsWords } from '../../../model/search.ts';
import { useLook } from '../../look.ts';
import { PeopleList } from '../../people/PeopleList.tsx';
import { PeopleSearch } from '../../people/PeopleSearch.tsx';
import { PersonLine } from '../../people/PersonLine.tsx';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { usePeople } from '../usePeople.ts';
import { RevealBar } from './RevealBar.tsx';

const kinds = Object.keys(text.kindNames) as text.LogKind[];

interface Filter {
  readonly search: string;
  readonly kind: string;
  readonly field: string;
}

function isShown({ name, employeeNumber, kind, field }: LogEntry, filter: Filter): boolean {
  const isKind = filter.kind === '' || kind === filter.kind;
  const isField = filter.field === '' || field === filter.field;
  return isKind && isField && holdsWords(`${name} ${employeeNumber}`, filter.search);
}

function EntryLine({ entry, upTo }: { readonly entry: LogEntry; readonly upTo: Sensitivity }): ReactElement {
  const { name, employeeNumber, kind, field, at, startedBy, change } = entry;
  const [before, after] = shownChange(entry, upTo);
  const told =
    change.kind === 'changed'
      ? changeText(field, before || emptyText, after || emptyText)
      : before === ''
        ? after
        : before;
  return (
    <PersonLine
      name={name === '' ? text.unknownPerson(change.employeeId) : name}
      details={[employeeNumber]}
      figures={
        <Badge appearance="tint" color={kind === 'gone' ? 'severe' : 'informative'}>
          {text.kindNames[kind]}
        </Badge>
      }
    >
      {told === '' ? null : <Text size={200}>{told}</Text>}
      <Text size={200}>{text.byRun(at, startedBy)}</Text>
    </PersonLine>
  );
}

interface FiltersProps {
  readonly filter: Filter;
  readonly fields: readonly string[];
  readonly onChange: (filter: Filter) => void;
}

function Filters({ filter, fields, onChange }: FiltersProps): ReactElement {
  return (
    <>
      <PeopleSearch search={filter.search} onSearch={(search) => onChange({ ...filter, search })} />
      <Select
        aria-label={text.kindLabel}
        value={filter.kind}
        onChange={(_, { value }) => onChange({ ...filter, kind: value })}
      >
        <option value="">{text.allKinds}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {text.kindNames[kind]}
          </option>
        ))}
      </Select>
      <Select
        aria-label={text.fieldLabel}
        value={filter.field}
        onChange={(_, { value }) => onChange({ ...filter, field: value })}
      >
        <option value="">{text.allFields}</option>
        {fields.map((field) => (
          <option key={field} value={field}>
            {field}
          </option>
        ))}
      </Select>
    </>
  );
}

/** Every change that the service keeps, the last ones first. */
export function ChangesScreen({
  screen: { log, upTo },
}: {
  readonly screen: Extract<RecapScreen, { name: 'peopleChanges' }>;
}): ReactElement {
  const look = useLook();
  const start = usePeople();
  const [filter, setFilter] = useState<Filter>({ search: '', kind: '', field: '' });
  const shown = useMemo(() => log.entries.filter((entry) => isShown(entry, filter)), [log, filter]);
  const fields = useMemo(() => {
    const told = log.entries.map(({ field }) => field).filter((field) => field !== '');
    return [...new Set(told)].sort(new Intl.Collator('fr').compare);
  }, [log]);
  return (
    <>
      <ScreenTitle>{text.logTitle}</ScreenTitle>
      <Filters filter={filter} fields={fields} onChange={setFilter} />
      <RevealBar upTo={upTo} onReveal={(next) => start((tasks) => tasks.log.reveal(next))} />
      <Text size={200} className={look.quiet} role="status">
        {text.shownOf(shown.length, log.total)}
      </Text>
      {shown.length === 0 ? (
        <Text>{log.total === 0 ? text.logEmpty : text.logNoMatch}</Text>
      ) : (
        <PeopleList
          name="change-log"
          people={shown}
          keyOf={({ sequence }) => String(sequence)}
          label={text.logListLabel}
          onBack={() => start((tasks) => tasks.back())}
        >
          {(entry) => <EntryLine entry={entry} upTo={upTo} />}
        </PeopleList>
      )}
      {log.older === 0 ? null : (
        <div className={look.row}>
          <Button size="small" onClick={() => start((tasks) => tasks.log.older())}>
            {text.olderAction}
          </Button>
        </div>
      )}
    </>
  );
}
