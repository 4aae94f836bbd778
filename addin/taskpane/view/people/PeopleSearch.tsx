import type { ReactElement } from 'react';
import { Input, Select } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import * as text from '../../../../shared/messages/fr/people.ts';

interface PeopleSearchProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** Everybody, or only those who need a look. */
  readonly filter?: {
    readonly everybody: number;
    readonly toLookAt: number;
    readonly isOn: boolean;
    readonly onChange: (isOn: boolean) => void;
    /** Where the list is not one of people. */
    readonly names?: readonly [all: (count: number) => string, look: (count: number) => string];
  };
}

/** What narrows a list of people. */
export function PeopleSearch({ search, onSearch, filter }: PeopleSearchProps): ReactElement {
  const [all, look] = filter?.names ?? [text.filterAll, text.filterLook];
  return (
    <>
      <Input
        type="search"
        aria-label={text.searchLabel}
        placeholder={text.searchHint}
        contentBefore={<SearchRegular />}
        value={search}
        onChange={(_, { value }) => onSearch(value)}
      />
      {filter ? (
        <Select
          aria-label={text.filterLabel}
          value={filter.isOn ? 'look' : 'all'}
          onChange={(_, { value }) => filter.onChange(value === 'look')}
        >
          <option value="all">{all(filter.everybody)}</option>
          <option value="look">{look(filter.toLookAt)}</option>
        </Select>
      ) : null}
    </>
  );
}
