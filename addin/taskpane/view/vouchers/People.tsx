import { useState, type ReactElement } from 'react';
import { Input, Select } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import * as text from '../../../../shared/messages/fr/vouchers/pane.ts';
import { foundLines, isSame, type PersonLine } from '../../model/vouchersResult.ts';
import type { PersonId } from '../../model/vouchersState.ts';
import { PeopleList } from './PeopleList.tsx';

interface PeopleProps {
  readonly lines: readonly PersonLine[];
  readonly from: PersonId | null;
  readonly onOpen: (person: PersonId) => void;
  readonly onBack: () => void;
}

/** Everybody of the computation, found by name or number, or those who need a look. */
export function People({ lines, from, onOpen, onBack }: PeopleProps): ReactElement {
  const [search, setSearch] = useState('');
  const [onlyAttention, setOnlyAttention] = useState(false);
  const [activeId, setActiveId] = useState(from);
  const shown = foundLines(lines, search, onlyAttention);
  const active = shown.find(({ id }) => activeId !== null && isSame(id, activeId)) ?? shown[0] ?? null;
  return (
    <>
      <Input
        type="search"
        aria-label={text.searchLabel}
        placeholder={text.searchLabel}
        contentBefore={<SearchRegular />}
        value={search}
        onChange={(_, { value }) => setSearch(value)}
      />
      <Select
        aria-label={text.filterLabel}
        value={onlyAttention ? 'attention' : 'all'}
        onChange={(_, { value }) => setOnlyAttention(value === 'attention')}
      >
        <option value="all">{text.filterAll(lines.length)}</option>
        <option value="attention">{text.filterAttention(foundLines(lines, '', true).length)}</option>
      </Select>
      <PeopleList
        lines={shown}
        active={active}
        isAlone={new Set(lines.map(({ id }) => id.regulation)).size < 2}
        isReturning={from !== null}
        onActive={setActiveId}
        onOpen={onOpen}
        onBack={onBack}
      />
    </>
  );
}
