import { useState, type ReactElement } from 'react';
import { Badge, Text, makeStyles } from '@fluentui/react-components';
import * as text from '../../../../shared/messages/fr/vouchers/pane.ts';
import type { PeopleFilter } from '../../model/search.ts';
import { foundLines, type Attention, type PersonLine as Line } from '../../model/vouchersResult.ts';
import type { PersonId } from '../../model/vouchersState.ts';
import { PeopleList } from '../people/PeopleList.tsx';
import { PeopleSearch } from '../people/PeopleSearch.tsx';
import { PersonLine } from '../people/PersonLine.tsx';

const useStyles = makeStyles({ badges: { display: 'flex', flexWrap: 'wrap', gap: '4px' } });

const severe: ReadonlySet<Attention> = new Set(['incomplete', 'settlement'] as const);

function PersonRow({ line, isAlone }: { readonly line: Line; readonly isAlone: boolean }): ReactElement {
  const styles = useStyles();
  const { name, employeeNumber, establishment, id, attention, outcome } = line;
  const ordered = outcome.state === 'incomplete' ? '—' : text.vouchersOf(outcome.count.ordered);
  return (
    <PersonLine
      name={name}
      details={[employeeNumber, establishment, isAlone ? '' : id.regulation]}
      figures={<Text weight="semibold">{ordered}</Text>}
    >
      {attention.length === 0 ? null : (
        <span className={styles.badges}>
          {attention.map((each) => (
            <Badge key={each} appearance="tint" color={severe.has(each) ? 'severe' : 'informative'}>
              {text.attentionNames[each]}
            </Badge>
          ))}
        </span>
      )}
    </PersonLine>
  );
}

const keyOf = ({ employeeId, regulation }: PersonId) => `${employeeId} ${regulation}`;

interface VoucherPeopleProps {
  readonly lines: readonly Line[];
  readonly from: PersonId | null;
  /** As it was left. */
  readonly filter: PeopleFilter;
  readonly onOpen: (person: PersonId, filter: PeopleFilter) => void;
  readonly onBack: () => void;
}

/** Everybody of the computation, found by name or number, or those who need a look. */
export function VoucherPeople({ lines, from, filter, onOpen, onBack }: VoucherPeopleProps): ReactElement {
  const [search, setSearch] = useState(filter.search);
  const [onlyLook, setOnlyLook] = useState(filter.onlyLook);
  // One regulation goes without saying.
  const isAlone = new Set(lines.map(({ id }) => id.regulation)).size < 2;
  return (
    <>
      <PeopleSearch
        search={search}
        onSearch={setSearch}
        filter={{
          everybody: lines.length,
          toLookAt: foundLines(lines, '', true).length,
          isOn: onlyLook,
          onChange: setOnlyLook,
        }}
      />
      <PeopleList
        name="person"
        people={foundLines(lines, search, onlyLook)}
        keyOf={({ id }) => keyOf(id)}
        label={text.peopleListLabel}
        from={from && keyOf(from)}
        onOpen={({ id }) => onOpen(id, { search, onlyLook })}
        onBack={onBack}
      >
        {(line) => <PersonRow line={line} isAlone={isAlone} />}
      </PeopleList>
    </>
  );
}
