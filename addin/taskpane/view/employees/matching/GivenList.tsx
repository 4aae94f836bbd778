import { useMemo, type ReactElement } from 'react';
import { Button, Field, Select, Text } from '@fluentui/react-components';
import { employeeFields } from '../../../../../shared/domain/people/employeeFields.ts';
import type { ListField, MappedColumn } from '../../../../../shared/domain/people/payrollList/columnMapping.ts';
import { shownValue } from '../../../../../shared/flows/entryText.ts';
import type { GivenFile } from '../../../../../shared/flows/people/payrollFile.ts';
import * as text from '../../../../../shared/messages/fr/employees/matchingPane.ts';
import { cutShort } from '../../../../../shared/messages/fr/employees/payrollFile.ts';
import { payrollListTable } from '../../../../../shared/tables/people/payrollListTable.ts';
import { readPayrollFile, type GivenPerson } from '../../../../../shared/tables/people/readPayrollFile.ts';
import { FindingList } from '../../FindingList.tsx';
import { useLook } from '../../look.ts';
import { usePeople } from '../usePeople.ts';

/** Rows that a person needs to see to tell a column from another. */
const PREVIEWED = 5;

const choices: readonly { readonly key: ListField; readonly heading: string }[] = [
  { key: 'payrollId', heading: text.payrollIdLabel },
  ...employeeFields.flatMap(({ key, heading }) => (key === 'luccaId' ? [] : [{ key, heading }])),
];

/** The first values of a column, those that are somebody's own masked. */
function samplesOf(field: ListField, people: readonly GivenPerson[]): string {
  const values = people
    .slice(0, PREVIEWED)
    .map(({ cells }) => shownValue(payrollListTable.name, field, cells[field] ?? { blank: true }, 'open'));
  return text.samples(values);
}

interface ColumnProps {
  readonly column: MappedColumn;
  readonly people: readonly GivenPerson[];
}

function Column({ column, people }: ColumnProps): ReactElement {
  const look = useLook();
  const start = usePeople();
  const { index, heading, field } = column;
  return (
    <li>
      <Field label={text.columnLabel(heading)} size="small">
        <Select
          value={field ?? ''}
          onChange={(_, { value }) =>
            start((tasks) => tasks.matching.map(index, choices.find(({ key }) => key === value)?.key ?? null))
          }
        >
          <option value="">{text.ignoredColumn}</option>
          {choices.map((each) => (
            <option key={each.key} value={each.key}>
              {each.heading}
            </option>
          ))}
        </Select>
      </Field>
      {field === null ? null : (
        <Text size={200} className={look.quiet}>
          {samplesOf(field, people)}
        </Text>
      )}
    </li>
  );
}

/** What a file holds, column by column, what is wrong in it, and the way to bring it. */
export function GivenList({ given, fileName }: { readonly given: GivenFile; readonly fileName: string }): ReactElement {
  const look = useLook();
  const start = usePeople();
  const { grid, mapping, isCut } = given;
  const { people, findings } = useMemo(() => readPayrollFile(grid, mapping), [grid, mapping]);
  return (
    <>
      <Text>{text.fileSummary(fileName, people.length, grid.sheet)}</Text>
      {isCut ? <Text weight="semibold">{cutShort}</Text> : null}
      <FindingList findings={findings} />
      <Button
        appearance="primary"
        disabled={people.length === 0}
        onClick={() => start((tasks) => tasks.matching.importList())}
      >
        {text.importAction(people.length)}
      </Button>
      <h3 className={look.title}>{text.columnsTitle}</h3>
      <ul className={look.plain}>
        {mapping.columns.map((column) => (
          <Column key={column.index} column={column} people={people} />
        ))}
      </ul>
    </>
  );
}
