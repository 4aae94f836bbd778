import type { ReactElement } from 'react';
import { Badge, Text } from '@fluentui/react-components';
import type { RecapReportRow } from '../../../../../shared/contracts/recapSchemas.ts';
import * as text from '../../../../../shared/messages/fr/employees/recap.ts';
import { recapKinds, type RecapKind } from '../../../../../shared/tables/recap/recapTables.ts';
import { PeopleList } from '../../people/PeopleList.tsx';
import { PersonLine } from '../../people/PersonLine.tsx';
import { usePeople } from '../usePeople.ts';

const keyOf = ({ luccaId, kind, field }: RecapReportRow) => JSON.stringify([luccaId, kind, field]);
const severe: readonly RecapKind[] = ['gone', 'removed', 'unread'];
const isSevere = (kind: RecapKind) => severe.includes(kind);
const orEmpty = (value: string) => (value === '' ? text.emptyText : value);

function ChangeLine({ row }: { readonly row: RecapReportRow }): ReactElement {
  const { name, employeeNumber, establishment, field, before, after, origin } = row;
  return (
    <PersonLine
      name={name}
      details={[employeeNumber, establishment]}
      figures={
        origin === 'payroll' ? (
          <Badge appearance="tint" color="warning">
            {text.originText.payroll}
          </Badge>
        ) : (
          <Badge appearance="tint" color="informative">
            {text.originText.lucca}
          </Badge>
        )
      }
    >
      <Text size={200}>{text.changeText(field, orEmpty(before), orEmpty(after))}</Text>
    </PersonLine>
  );
}

function ComerLine({ row }: { readonly row: RecapReportRow }): ReactElement {
  const { name, employeeNumber, establishment, kind, field, after } = row;
  return (
    <PersonLine
      name={name}
      details={[employeeNumber, establishment]}
      figures={
        <Badge appearance="tint" color={isSevere(kind) ? 'severe' : 'informative'}>
          {recapKinds[kind]}
        </Badge>
      }
    >
      {after === '' ? null : <Text size={200}>{text.dateText(field, after)}</Text>}
    </PersonLine>
  );
}

interface RecapListProps {
  readonly name: string;
  readonly label: string;
  readonly rows: readonly RecapReportRow[];
}

/** Lines of the recap, virtual: there may be thousands. */
export function RecapList({ name, label, rows }: RecapListProps): ReactElement {
  const start = usePeople();
  if (rows.length === 0) return <Text>{text.nothingHere}</Text>;
  return (
    <PeopleList name={name} people={rows} keyOf={keyOf} label={label} onBack={() => start((tasks) => tasks.back())}>
      {(row) => (row.kind === 'changed' ? <ChangeLine row={row} /> : <ComerLine row={row} />)}
    </PeopleList>
  );
}
