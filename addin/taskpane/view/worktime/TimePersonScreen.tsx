import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { Button, Text, makeStyles } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';
import { textCell } from '../../../../shared/domain/review/cell.ts';
import type { WorktimeOutcome } from '../../../../shared/domain/worktime/computeWorktime.ts';
import { showCell } from '../../../../shared/messages/fr/pane.ts';
import { monthName } from '../../../../shared/messages/fr/words.ts';
import * as text from '../../../../shared/messages/fr/worktime/personPane.ts';
import { printAction } from '../../../../shared/messages/fr/worktime/sheet.ts';
import { rowKey } from '../../../../shared/tables/declaration.ts';
import { timeBalancesTable } from '../../../../shared/tables/worktime/timeBalancesTable.ts';
import { accountChains } from '../../model/worktime/timePerson.ts';
import { timePersonLines } from '../../model/worktime/timeResult.ts';
import type { TimeScreen } from '../../model/worktime/timeState.ts';
import { weekPictures } from '../../model/worktime/timeWeek.ts';
import { FindingList } from '../FindingList.tsx';
import { useLook } from '../look.ts';
import { run, usePane } from '../paneContext.ts';
import { ScreenTitle } from '../ScreenTitle.tsx';
import { AccountCard } from './AccountCard.tsx';
import { TimeWhyButton } from './TimeWhyButton.tsx';
import { WeekCountersTable } from './WeekCountersTable.tsx';
import { useTime } from './useTime.ts';
import { Weeks } from './Weeks.tsx';

const useStyles = makeStyles({
  top: { ':focus': { outline: 'none' }, display: 'flex', flexDirection: 'column', rowGap: '2px' },
  foot: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

function StateText({ outcome }: { readonly outcome: WorktimeOutcome }): ReactElement | null {
  if (outcome.state === 'refused') return <Text>{text.refused}</Text>;
  const { waiting } = outcome;
  if (waiting.length === 0) return null;
  return (
    <Text>
      {text.waits(
        waiting.length,
        waiting.reduce((sum, { minutes }) => sum + minutes, 0),
      )}
    </Text>
  );
}

/** Why this person has these hours: each account down to the presence it is made of, and each week as it was worked. */
export function TimePersonScreen({
  screen: { computation, employeeId, asked },
}: {
  readonly screen: Extract<TimeScreen, { name: 'worktimePerson' }>;
}): ReactElement | null {
  const styles = useStyles();
  const look = useLook();
  const pane = usePane();
  const start = useTime();
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);
  const line = useMemo(
    () => timePersonLines(computation).find((each) => each.employeeId === employeeId),
    [computation, employeeId],
  );
  const chains = useMemo(() => (line ? accountChains(line.person, computation) : []), [line, computation]);
  const weeks = useMemo(() => (line ? weekPictures(line.person, computation) : []), [line, computation]);
  if (!line) return null;
  const { person, name, employeeNumber, establishment } = line;
  const { outcome, regulations } = person;
  const [first] = chains;
  const key =
    first &&
    rowKey(timeBalancesTable, {
      month: textCell(outcome.month),
      luccaId: textCell(employeeId),
      account: textCell(first.line.account.account.code),
    });
  return (
    <>
      <div ref={top} tabIndex={-1} className={styles.top}>
        <ScreenTitle>{name}</ScreenTitle>
        <Text size={200} className={look.quiet}>
          {[employeeNumber, establishment, ...regulations, monthName(outcome.month)]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
      </div>
      <StateText outcome={outcome} />
      <FindingList findings={outcome.findings} />
      <ScreenTitle as="h3">{text.accountsTitle}</ScreenTitle>
      {chains.length === 0 ? <Text>{text.noAccount}</Text> : null}
      {chains.map((chain) => (
        <AccountCard
          key={chain.line.account.account.code}
          chain={chain}
          isOpened={chain.line.account.account.code === asked.account}
        />
      ))}
      <Weeks weeks={weeks} date={asked.date} />
      <WeekCountersTable weeks={weeks} />
      <div className={styles.foot}>
        {key === undefined ? null : (
          <Button size="small" onClick={() => run(pane.showPlace({ table: timeBalancesTable.name, key }))}>
            {showCell}
          </Button>
        )}
        <Button
          size="small"
          icon={<PrintRegular />}
          onClick={() => start((tasks) => tasks.print(computation, [person]))}
        >
          {printAction}
        </Button>
        <TimeWhyButton size="small" />
      </div>
    </>
  );
}
