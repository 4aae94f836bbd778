import { useEffect, useMemo, useRef, type ReactElement } from 'react';
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
import { FindingList } from '../../FindingList.tsx';
import { useLook } from '../../look.ts';
import { PeopleList } from '../../people/PeopleList.tsx';
import { PersonLine } from '../../people/PersonLine.tsx';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { useTime } from '../useTime.ts';
import { TimeGapTable } from './TimeGapTable.tsx';

const useStyles = makeStyles({ top: { ':focus': { outlineStyle: 'none' } } });

function PersonRow({ line: { name, employeeNumber, gaps } }: { readonly line: GapPersonLine }): ReactElement {
  const costs = gaps.flatMap(({ cost }) => cost ?? []);
  return (
    <PersonLine
      name={name}
      details={[employeeNumber]}
      figures={
        <>
          {gaps.map(({ code, minutes }) => (
            <Text key={code} size={200}>
              {text.accountGap(code, minutes.held, minutes.tried)}
            </Text>
          ))}
          {costs.length === 0 ? null : (
            <Text weight="semibold">{text.signedEuros(costs.reduce((sum, each) => sum + gapOf(each), 0))}</Text>
          )}
        </>
      }
    />
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
      <PeopleList
        name="time-gap"
        people={view.people}
        keyOf={({ employeeId }) => employeeId}
        label={text.listLabel}
        whenEmpty={text.nobody}
        onBack={again}
      >
        {(line) => <PersonRow line={line} />}
      </PeopleList>
      <div>
        <Button onClick={again}>{text.again}</Button>
      </div>
    </>
  );
}
