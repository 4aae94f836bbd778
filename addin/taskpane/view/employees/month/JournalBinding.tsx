import { useState, type ReactElement } from 'react';
import { Button, Field, Select, Text } from '@fluentui/react-components';
import { journalFields, type JournalField } from '../../../../../shared/domain/people/month/journalColumns.ts';
import type { JournalChoice } from '../../../../../shared/flows/people/month/bringJournal.ts';
import * as text from '../../../../../shared/messages/fr/employees/monthPane.ts';
import { column } from '../../../../../shared/tables/declaration.ts';
import { payrollJournalTable } from '../../../../../shared/tables/people/payrollCheckTables.ts';
import type { UnboundJournal } from '../../../model/people/month/monthState.ts';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { usePeople } from '../usePeople.ts';

/** Which column of the file fills which of « Journal de paie ». */
export function JournalBinding({ unbound }: { readonly unbound: UnboundJournal }): ReactElement {
  const start = usePeople();
  const [chosen, setChosen] = useState<JournalChoice>({});
  const choose = (field: JournalField, heading: string) => {
    const others = Object.entries(chosen).filter(([each]) => each !== field);
    setChosen(Object.fromEntries(heading === '' ? others : [...others, [field, heading]]));
  };
  return (
    <>
      <ScreenTitle as="h3">{text.bindTitle}</ScreenTitle>
      {unbound.isUntitled ? <Text weight="semibold">{text.bindUntitled}</Text> : null}
      <Text>{text.bindIntro(unbound.given.name)}</Text>
      {journalFields.map((field) => (
        <Field key={field} label={column(payrollJournalTable, field).heading}>
          <Select value={chosen[field] ?? ''} onChange={(_, { value }) => choose(field, value)}>
            <option value="">{text.unbound}</option>
            {[...new Set(unbound.headings)].map((heading) => (
              <option key={heading} value={heading}>
                {heading}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      <div>
        <Button
          appearance="primary"
          disabled={chosen.employeeNumber === undefined || chosen.code === undefined}
          onClick={() => start((people) => people.check.bind(unbound, chosen))}
        >
          {text.bindAction}
        </Button>
      </div>
    </>
  );
}
