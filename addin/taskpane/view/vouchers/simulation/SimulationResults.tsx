import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { Button, Checkbox, MessageBar, MessageBarBody, Text, makeStyles } from '@fluentui/react-components';
import { byGap, isGap, type SimulatedPerson } from '../../../../../shared/flows/vouchers/simulation/sides.ts';
import type { WizardBase } from '../../../../../shared/flows/vouchers/wizard/wizardBase.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/simulation.ts';
import type { SimulationResult } from '../../../model/simulationAsked.ts';
import { FindingList } from '../../FindingList.tsx';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { useVouchers } from '../useVouchers.ts';
import { GapList } from './GapList.tsx';
import { GapPerson } from './GapPerson.tsx';
import { GapTotals } from './GapTotals.tsx';
import { comparison, sideNames } from './words.ts';

const useStyles = makeStyles({
  top: { display: 'flex', flexDirection: 'column', rowGap: '2px', ':focus': { outlineStyle: 'none' } },
  page: { display: 'flex', flexDirection: 'column', rowGap: '12px', flexGrow: 1 },
});

interface ResultsProps {
  readonly base: WizardBase;
  readonly result: SimulationResult;
}

function Told({ base, result }: ResultsProps): ReactElement {
  const { simulation, isOrdered } = result;
  const { people, findings } = simulation;
  const isUnpriced = people.some(({ now, then }) => now.isUnpriced || then.isUnpriced);
  return (
    <>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          {comparison(base, result)} {isOrdered ? `${text.alreadyOrdered} ` : null}
          {text.nothingWritten}
        </MessageBarBody>
      </MessageBar>
      <FindingList findings={findings} />
      {isUnpriced ? <Text>{text.unpriced}</Text> : null}
    </>
  );
}

/** Both sides: totals, then each person, the largest difference first. */
export function SimulationResults({ base, result }: ResultsProps): ReactElement {
  const styles = useStyles();
  const start = useVouchers();
  const { asked, simulation, basis } = result;
  const sorted = useMemo(() => byGap(simulation.people), [simulation]);
  const gaps = useMemo(() => sorted.filter(isGap), [sorted]);
  const [onlyGaps, setOnlyGaps] = useState(false);
  const [opened, setOpened] = useState<SimulatedPerson | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);
  const names = sideNames(base, asked);
  const shown = onlyGaps ? gaps : sorted;
  if (opened)
    return (
      <GapPerson
        names={names}
        person={opened}
        natures={new Map(base.frame.natures.map(({ id, name }) => [id, name]))}
        hasDays={basis === null}
        onBack={() => {
          setFrom(opened.employeeId);
          setOpened(null);
        }}
      />
    );
  return (
    <div className={styles.page}>
      <div ref={top} tabIndex={-1} className={styles.top}>
        <ScreenTitle>{text.simulationTitle(base.month)}</ScreenTitle>
      </div>
      <Told base={base} result={result} />
      <GapTotals names={names} totals={simulation.totals} />
      {gaps.length === 0 ? <Text>{text.noGap}</Text> : null}
      <Checkbox
        label={text.onlyGaps(gaps.length)}
        checked={onlyGaps}
        onChange={(_, { checked }) => setOnlyGaps(checked === true)}
      />
      <GapList
        people={shown}
        from={from}
        onOpen={setOpened}
        onBack={() => start((tasks) => tasks.simulation.ask(base, asked))}
      />
      <div>
        <Button onClick={() => start((tasks) => tasks.simulation.ask(base, asked))}>{text.again}</Button>
      </div>
    </div>
  );
}
