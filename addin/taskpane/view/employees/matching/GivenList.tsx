import { useMemo, type ReactElement } from 'react';
import { Button, Field, Select, Text } from '@fluentui/react-components';
import { employeeFields } from '../../../../../shared/domain/people/employeeFields.ts';
import { maskedSample } from '../../../../../shared/domain/people/mapping/maskedSample.ts';
import type { MappedColumn } from '../../../../../shared/domain/people/payrollList/columnMapping.ts';
import type { Grid } from '../../../../../shared/domain/people/payrollList/grid.ts';
import { isPersonal, isUntitled } from '../../../../../shared/domain/people/payrollList/headless.ts';
import type { ListField } from '../../../../../shared/domain/people/payrollList/listHeadings.ts';
import { blank, displayed } from '../../../../../shared/domain/review/cell.ts';
import { shownValue } from '../../../../../shared/flows/entryText.ts';
import { otherSheets, listFieldHeading, type GivenFile } from '../../../../../shared/flows/people/payrollFile.ts';
import * as text from '../../../../../shared/messages/fr/employees/matchingPane.ts';
import { cutShort, sheetLabel, sheetsLeft } from '../../../../../shared/messages/fr/employees/payrollFile.ts';
import { payrollListTable } from '../../../../../shared/tables/people/payrollListTable.ts';
import { readPayrollFile, type GivenPerson } from '../../../../../shared/tables/people/readPayrollFile.ts';
import { FindingList } from '../../FindingList.tsx';
import { useLook } from '../../look.ts';
import { usePeople } from '../usePeople.ts';

/** Rows that a person needs to see to tell a column from another. */
const PREVIEWED = 5;

const fields: readonly ListField[] = [
  'payrollId',
  'fullName',
  ...employeeFields.flatMap(({ key }) => (key === 'luccaId' ? [] : key === 'nir' ? [key, 'nirKey' as const] : [key])),
];
const choices = fields.map((key) => ({ key, heading: listFieldHeading(key) }));

/** The first values that a column fills, those that are somebody's own masked. */
function samplesOf(field: ListField, people: readonly GivenPerson[]): string {
  const filled = field === 'fullName' ? ['lastName', 'firstName'] : [field === 'nirKey' ? 'nir' : field];
  const values = people
    .slice(0, PREVIEWED)
    .map(({ cells }) =>
      filled.map((key) => shownValue(payrollListTable.name, key, cells[key] ?? { blank: true }, 'open')).join(' | '),
    );
  return text.samples(values);
}

/** What a column named by its place holds, masked: enough to tell which it is. */
function placedSamples({ rows }: Grid, index: number): string {
  const values = rows.slice(1, PREVIEWED + 1).map(({ cells }) => displayed(cells[index] ?? blank));
  return text.samples(values.map((value) => maskedSample(value, isPersonal(value) ? 'secret' : 'personal')));
}

interface ColumnProps {
  readonly column: MappedColumn;
  readonly people: readonly GivenPerson[];
  readonly grid: Grid;
}

function Column({ column, people, grid }: ColumnProps): ReactElement {
  const look = useLook();
  const start = usePeople();
  const { index, heading, field } = column;
  const samples = field === null ? (isUntitled(grid) ? placedSamples(grid, index) : '') : samplesOf(field, people);
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
      {samples === '' ? null : (
        <Text size={200} className={look.quiet}>
          {samples}
        </Text>
      )}
    </li>
  );
}

/** Which sheet of a workbook is read, and the choice of another. */
function Sheets({ given }: { readonly given: GivenFile }): ReactElement | null {
  const start = usePeople();
  const { grid, sheets } = given;
  const others = otherSheets(given);
  if (grid.sheet === null || others.length === 0) return null;
  return (
    <>
      <Text size={200}>{sheetsLeft(others)}</Text>
      {sheets.length < 2 ? null : (
        <Field label={sheetLabel} size="small">
          <Select value={grid.sheet} onChange={(_, { value }) => start((tasks) => tasks.matching.sheet(value))}>
            {sheets.map(({ grid: { sheet } }) => (
              <option key={sheet} value={sheet ?? ''}>
                {sheet}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </>
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
      <Sheets given={given} />
      {isCut ? <Text weight="semibold">{cutShort}</Text> : null}
      <FindingList findings={findings} />
      <div className={look.actions}>
        <Button
          appearance="primary"
          disabled={people.length === 0}
          onClick={() => start((tasks) => tasks.matching.importList())}
        >
          {text.importAction(people.length)}
        </Button>
      </div>
      <h3 className={look.title}>{text.columnsTitle}</h3>
      <ul className={look.plain}>
        {mapping.columns.map((column) => (
          <Column key={column.index} column={column} people={people} grid={grid} />
        ))}
      </ul>
    </>
  );
}
