import { useState, type ReactElement, type ReactNode } from 'react';
import { Select, Text } from '@fluentui/react-components';
import * as text from '../../../../../shared/messages/fr/employees/monthPane.ts';
import type { TableDeclaration } from '../../../../../shared/tables/declaration.ts';
import type { MonthLine } from '../../../model/people/month/monthLines.ts';
import { run, usePane } from '../../paneContext.ts';
import { PeopleList } from '../../people/PeopleList.tsx';
import { usePeople } from '../usePeople.ts';

/** What narrows the list. */
export interface MonthFilter {
  readonly id: string;
  readonly name: string;
  readonly holds: (line: MonthLine) => boolean;
}

interface MonthListProps {
  readonly name: string;
  readonly label: string;
  readonly table: TableDeclaration;
  readonly lines: readonly MonthLine[];
  readonly filters: readonly MonthFilter[];
  /** The filter that is on first; everything when it would show nothing. */
  readonly first?: string;
  readonly children: (line: MonthLine) => ReactNode;
}

/** The rows of a sheet, narrowed by a choice; a line selects its row. */
export function MonthList({ lines, filters, table, ...props }: MonthListProps): ReactElement {
  const pane = usePane();
  const start = usePeople();
  const useful = filters
    .map((filter) => ({ ...filter, count: lines.filter(filter.holds).length }))
    .filter(({ count }) => count > 0);
  const [chosen, setChosen] = useState(props.first ?? '');
  const filter = useful.find(({ id }) => id === chosen);
  const shown = filter ? lines.filter(filter.holds) : lines;
  if (lines.length === 0) return <Text>{text.noLine}</Text>;
  return (
    <>
      <Select aria-label={text.filterLabel} value={filter?.id ?? ''} onChange={(_, { value }) => setChosen(value)}>
        <option value="">{text.everything(lines.length)}</option>
        {useful.map(({ id, name, count }) => (
          <option key={id} value={id}>
            {text.filterOf(name, count)}
          </option>
        ))}
      </Select>
      <PeopleList
        name={props.name}
        people={shown}
        keyOf={({ key }) => key}
        label={props.label}
        whenEmpty={text.noLine}
        onOpen={({ key }) => run(pane.showPlace({ table: table.name, key }))}
        onBack={() => start((people) => people.back())}
      >
        {props.children}
      </PeopleList>
    </>
  );
}
