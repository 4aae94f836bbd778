import { useState, type ReactElement } from 'react';
import { Badge, Button, Input, Select, Text, makeStyles } from '@fluentui/react-components';
import { PrintRegular, SearchRegular } from '@fluentui/react-icons';
import type { WorktimeComputation } from '../../../../shared/flows/worktime/computeTimes.ts';
import * as text from '../../../../shared/messages/fr/worktime/resultPane.ts';
import { printSeveral } from '../../../../shared/messages/fr/worktime/sheet.ts';
import { timeStates } from '../../../../shared/tables/worktime/timeBalancesTable.ts';
import { foundPeople, type TimePersonLine } from '../../model/worktime/timeResult.ts';
import { ArrowList } from '../ArrowList.tsx';
import { useLook } from '../look.ts';
import { useTime } from './useTime.ts';

const useStyles = makeStyles({
  list: { flexBasis: 0, minHeight: '240px' },
  line: { display: 'flex', alignItems: 'flex-start', columnGap: '8px', padding: '6px 10px' },
  words: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    overflowWrap: 'anywhere',
    rowGap: '2px',
  },
  badges: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  accounts: { flexShrink: 0, display: 'flex', flexDirection: 'column', textAlign: 'right' },
});

function Badges({ line: { person } }: { readonly line: TimePersonLine }): ReactElement | null {
  const styles = useStyles();
  const { outcome, controls } = person;
  const waiting = outcome.waiting.length;
  if (outcome.state === 'computed' && controls.length === 0) return null;
  return (
    <span className={styles.badges}>
      {waiting > 0 ? (
        <Badge appearance="tint" color="severe">
          {text.waitingWeeks(waiting)}
        </Badge>
      ) : outcome.state === 'computed' ? null : (
        <Badge appearance="tint" color="severe">
          {timeStates[outcome.state]}
        </Badge>
      )}
      {controls.length === 0 ? null : (
        <Badge appearance="tint" color="informative">
          {text.controlsOf(controls.length)}
        </Badge>
      )}
    </span>
  );
}

function PersonRow({ line }: { readonly line: TimePersonLine }): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const { name, employeeNumber, establishment, accounts } = line;
  return (
    <div className={styles.line}>
      <div className={styles.words}>
        <Text weight="semibold">{name}</Text>
        <Text size={200} className={look.quiet}>
          {[employeeNumber, establishment].filter((part) => part !== '').join(' · ')}
        </Text>
        <Badges line={line} />
      </div>
      <div className={styles.accounts}>
        {accounts.length === 0 ? (
          <Text size={200} className={look.quiet}>
            {text.noHours}
          </Text>
        ) : null}
        {accounts.map(({ code, minutes }) => (
          <Text key={code} size={200}>
            {code} {text.hours(minutes)}
          </Text>
        ))}
      </div>
    </div>
  );
}

interface TimePeopleProps {
  readonly computation: WorktimeComputation;
  readonly lines: readonly TimePersonLine[];
  /** The person one comes back from. */
  readonly from: string | null;
}

/** Everybody of the computation with what their accounts hold, found by name or number, or those who need a look. */
export function TimePeople({ computation, lines, from }: TimePeopleProps): ReactElement {
  const styles = useStyles();
  const start = useTime();
  const [search, setSearch] = useState('');
  const [onlyLook, setOnlyLook] = useState(false);
  const [activeId, setActiveId] = useState(from);
  const shown = foundPeople(lines, search, onlyLook);
  const active = shown.find(({ employeeId }) => employeeId === activeId) ?? shown[0] ?? null;
  const open = ({ employeeId }: TimePersonLine) => start((tasks) => tasks.person(computation, employeeId));
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
        value={onlyLook ? 'look' : 'all'}
        onChange={(_, { value }) => setOnlyLook(value === 'look')}
      >
        <option value="all">{text.filterAll(lines.length)}</option>
        <option value="look">{text.filterLook(foundPeople(lines, '', true).length)}</option>
      </Select>
      <ArrowList
        name="time-person"
        className={styles.list}
        lines={shown}
        active={active}
        keyOf={({ employeeId }) => employeeId}
        height={52}
        label={text.peopleListLabel}
        hint={text.peopleKeys}
        whenEmpty={text.nobody}
        isSelected={(line) => line === active}
        focus={from === null ? 'none' : 'active'}
        onActive={({ employeeId }) => setActiveId(employeeId)}
        onClick={open}
        keys={{ Enter: () => active && open(active), Escape: () => start((tasks) => tasks.back()) }}
      >
        {(line) => <PersonRow line={line} />}
      </ArrowList>
      <div>
        <Button
          size="small"
          icon={<PrintRegular />}
          disabled={shown.length === 0}
          onClick={() =>
            start((tasks) =>
              tasks.print(
                computation,
                shown.map(({ person }) => person),
              ),
            )
          }
        >
          {printSeveral(shown.length)}
        </Button>
      </div>
    </>
  );
}
