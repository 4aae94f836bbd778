import type { ReactElement } from 'react';
import { Badge, Button, Text, makeStyles } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons';
import * as text from '../../../../../shared/messages/fr/employees/monthPane.ts';
import {
  monthMovementsTable,
  movementStates,
  sectionLabels,
} from '../../../../../shared/tables/people/monthMovementsTable.ts';
import {
  isDone,
  isStale,
  linesOf,
  nameIn,
  tasksLeftIn,
  textIn,
  type MonthLine,
} from '../../../model/people/month/monthLines.ts';
import type { MonthScreen } from '../../../model/people/month/monthState.ts';
import { FindingList } from '../../FindingList.tsx';
import { useLook } from '../../look.ts';
import { PersonLine } from '../../people/PersonLine.tsx';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { usePeople } from '../usePeople.ts';
import { MonthList, type MonthFilter } from './MonthList.tsx';

const useStyles = makeStyles({ badges: { display: 'flex', flexWrap: 'wrap', gap: '4px' } });

const filters: readonly MonthFilter[] = [
  { id: 'left', name: text.leftFilter, holds: (line) => !isDone(line) },
  ...(Object.keys(sectionLabels) as (keyof typeof sectionLabels)[]).map((section) => ({
    id: section,
    name: text.sectionNames[section],
    holds: (line: MonthLine) => textIn(line, 'section') === sectionLabels[section],
  })),
];

function Badges({ line }: { readonly line: MonthLine }): ReactElement | null {
  const styles = useStyles();
  const left = tasksLeftIn(line);
  const [done, stale] = [isDone(line), isStale(line)];
  if (!done && !stale && left === 0) return null;
  return (
    <span className={styles.badges}>
      {done ? (
        <Badge appearance="tint" color="success">
          {text.doneBadge}
        </Badge>
      ) : null}
      {!done && left > 0 ? (
        <Badge appearance="tint" color="informative">
          {text.tasksLeft(left)}
        </Badge>
      ) : null}
      {stale ? (
        <Badge appearance="tint" color="severe">
          {movementStates.stale}
        </Badge>
      ) : null}
    </span>
  );
}

function MovementLine({ line }: { readonly line: MonthLine }): ReactElement {
  const look = useLook();
  const sides = [textIn(line, 'before'), textIn(line, 'after')].filter((each) => each !== '').join(' → ');
  return (
    <PersonLine
      name={nameIn(line)}
      details={[textIn(line, 'employeeNumber'), textIn(line, 'establishment')]}
      figures={<Text size={200}>{textIn(line, 'date')}</Text>}
    >
      <Text size={200}>{[textIn(line, 'kind'), sides].filter((each) => each !== '').join(' : ')}</Text>
      <Text size={200} className={look.quiet}>
        {textIn(line, 'toDo')}
      </Text>
      <Badges line={line} />
    </PersonLine>
  );
}

/** Who comes, who goes, what changes, and what is left to type in payroll. */
export function MovementsScreen({
  screen: { movements },
}: {
  readonly screen: Extract<MonthScreen, { name: 'peopleMovements' }>;
}): ReactElement {
  const look = useLook();
  const start = usePeople();
  const lines = linesOf(monthMovementsTable, movements.rows);
  return (
    <>
      <div className={look.titled}>
        <ScreenTitle>{text.movementsTitle(movements.month)}</ScreenTitle>
        <Button
          size="small"
          icon={<ArrowSyncRegular />}
          onClick={() => start((people) => people.month.readAgain('movements'))}
        >
          {text.readAgain}
        </Button>
      </div>
      <Text size={200} className={look.quiet}>
        {text.movementsIntro}
      </Text>
      <FindingList findings={movements.findings} />
      {lines.length === 0 ? (
        <Text>{text.noMovement}</Text>
      ) : (
        <MonthList
          name="people-movements"
          label={text.movementsLabel}
          table={monthMovementsTable}
          lines={lines}
          filters={filters}
        >
          {(line) => <MovementLine line={line} />}
        </MonthList>
      )}
    </>
  );
}
