import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { Button, MessageBar, MessageBarBody, Text, makeStyles } from '@fluentui/react-components';
import type { TimeSimulation } from '../../../../../shared/flows/worktime/simulateTimes.ts';
import * as text from '../../../../../shared/messages/fr/worktime/simulation.ts';
import { gapOf, simulationView, type GapPersonLine } from '../../../model/worktime/timeSimulation.ts';
import { choiceOf, hourlyOf } from '../../../model/worktime/timeSimulationAsked.ts';
import type { TimeScreen } from '../../../model/worktime/timeState.ts';
import { PeopleList } from '../../people/PeopleList.tsx';
import { PersonLine } from '../../people/PersonLine.tsx';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { useTime } from '../useTime.ts';
import { TimeGapTable } from './TimeGapTable.tsx';
import { TimeSimulationLeft } from './TimeSimulationLeft.tsx';

const useStyles = makeStyles({
  top: { ':focus': { outlineStyle: 'none' } },
  // Squeezed, it would let its sentences run over what follows.
  bar: { flexShrink: 0 },
});

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
      <MessageBar className={styles.bar} intent="info" layout="multiline">
        <MessageBarBody>
          {text.compared(choiceOf(board, asked)?.name ?? '', asked.regulation)} {text.nothingWritten}
        </MessageBarBody>
      </MessageBar>
      {view.compared === 0 ? (
        <MessageBar className={styles.bar} intent="warning" layout="multiline">
          <MessageBarBody>{text.nobodyCompared}</MessageBarBody>
        </MessageBar>
      ) : (
        <TimeGapTable view={view} />
      )}
      <TimeSimulationLeft view={view} />
      {view.compared === 0 ? null : (
        <>
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
        </>
      )}
      <div>
        <Button onClick={again}>{text.again}</Button>
      </div>
    </>
  );
}
