import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { Button, MessageBar, MessageBarBody, Text, makeStyles } from '@fluentui/react-components';
import type { TimeSimulation } from '../../../../../shared/flows/worktime/simulateTimes.ts';
import * as text from '../../../../../shared/messages/fr/worktime/simulation.ts';
import {
  choiceOf,
  gapOf,
  hourlyOf,
  simulationView,
  type GapPersonLine,
  type LeftLine,
} from '../../../model/worktime/timeSimulation.ts';
import type { TimeScreen } from '../../../model/worktime/timeState.ts';
import { ArrowList } from '../../ArrowList.tsx';
import { FindingList } from '../../FindingList.tsx';
import { useLook } from '../../look.ts';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { useTime } from '../useTime.ts';
import { TimeGapTable } from './TimeGapTable.tsx';

const useStyles = makeStyles({
  top: { ':focus': { outlineStyle: 'none' } },
  list: { flexBasis: 0, minHeight: '200px' },
  line: { display: 'flex', alignItems: 'flex-start', columnGap: '8px', padding: '6px 10px' },
  words: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  figures: { flexShrink: 0, display: 'flex', flexDirection: 'column', textAlign: 'right' },
});

function PersonRow({ line: { name, employeeNumber, gaps } }: { readonly line: GapPersonLine }): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const costs = gaps.flatMap(({ cost }) => cost ?? []);
  return (
    <div className={styles.line}>
      <div className={styles.words}>
        <Text weight="semibold">{name}</Text>
        <Text size={200} className={look.quiet}>
          {employeeNumber}
        </Text>
      </div>
      <div className={styles.figures}>
        {gaps.map(({ code, minutes }) => (
          <Text key={code} size={200}>
            {text.accountGap(code, minutes.held, minutes.tried)}
          </Text>
        ))}
        {costs.length === 0 ? null : (
          <Text weight="semibold">{text.signedEuros(costs.reduce((sum, each) => sum + gapOf(each), 0))}</Text>
        )}
      </div>
    </div>
  );
}

function People({
  lines,
  onBack,
}: {
  readonly lines: readonly GapPersonLine[];
  readonly onBack: () => void;
}): ReactElement {
  const styles = useStyles();
  const [activeId, setActiveId] = useState<string | null>(null);
  const active = lines.find(({ employeeId }) => employeeId === activeId) ?? lines[0] ?? null;
  const choose = ({ employeeId }: GapPersonLine) => setActiveId(employeeId);
  return (
    <ArrowList
      name="time-gap"
      className={styles.list}
      lines={lines}
      active={active}
      keyOf={({ employeeId }) => employeeId}
      height={64}
      label={text.listLabel}
      hint={text.listKeys}
      whenEmpty={text.nobody}
      isSelected={(line) => line === active}
      focus="none"
      onActive={choose}
      onClick={choose}
      keys={{ Escape: onBack }}
    >
      {(line) => <PersonRow line={line} />}
    </ArrowList>
  );
}

/** Whom a side cannot count, and why. */
function Left({ lines }: { readonly lines: readonly LeftLine[] }): ReactElement | null {
  const look = useLook();
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{text.leftTitle(lines.length)}</summary>
      <ul className={look.plain}>
        {lines.map(({ employeeId, name, findings }) => (
          <li key={employeeId}>
            <Text weight="semibold" block>
              {name}
            </Text>
            {findings.length === 0 ? <Text>{text.leftUnknown}</Text> : <FindingList findings={findings} />}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface ResultsProps {
  readonly screen: Extract<TimeScreen, { name: 'worktimeSimulation' }>;
  readonly result: TimeSimulation;
}

/** Both sides: accounts, then each person, the largest difference first. */
export function TimeSimulationResults({ screen: { board, asked }, result }: ResultsProps): ReactElement {
  const styles = useStyles();
  const start = useTime();
  const view = useMemo(() => simulationView(result, hourlyOf(asked) ?? null), [result, asked]);
  const again = () => start((tasks) => tasks.simulation.ask(board, asked));
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);
  return (
    <>
      <div ref={top} tabIndex={-1} className={styles.top}>
        <ScreenTitle>{text.simulationTitle(board.month)}</ScreenTitle>
      </div>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          {text.compared(choiceOf(board, asked)?.name ?? '', asked.regulation)} {text.nothingWritten}
        </MessageBarBody>
      </MessageBar>
      <TimeGapTable view={view} />
      <Left lines={view.left} />
      <ScreenTitle as="h3">{text.peopleTitle(view.people.length)}</ScreenTitle>
      <People lines={view.people} onBack={again} />
      <div>
        <Button onClick={again}>{text.again}</Button>
      </div>
    </>
  );
}
