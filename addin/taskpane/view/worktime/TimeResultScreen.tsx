import { useMemo, type ReactElement } from 'react';
import { Text } from '@fluentui/react-components';
import { leftOutOf } from '../../../../shared/flows/worktime/leftOut.ts';
import * as text from '../../../../shared/messages/fr/worktime/resultPane.ts';
import { controlLines, otherFindings, timePersonLines } from '../../model/worktime/timeResult.ts';
import type { TimeScreen } from '../../model/worktime/timeState.ts';
import { FindingList } from '../FindingList.tsx';
import { useLook } from '../look.ts';
import { ResultTabs } from '../ResultTabs.tsx';
import { ScreenTitle } from '../ScreenTitle.tsx';
import { ControlList } from './ControlList.tsx';
import { NotCounted } from './NotCounted.tsx';
import { TimePeople } from './TimePeople.tsx';
import { TimeTotals } from './TimeTotals.tsx';
import { TimeWhyButton } from './TimeWhyButton.tsx';

/** A month of working time: what accounts got, whose they are, the limits passed, and what is to be known of the sheets. */
export function TimeResultScreen({
  screen: { computation, from, filter },
}: {
  readonly screen: Extract<TimeScreen, { name: 'worktimeResult' }>;
}): ReactElement {
  const look = useLook();
  const people = useMemo(() => timePersonLines(computation), [computation]);
  const controls = useMemo(() => controlLines(computation), [computation]);
  const leftOut = useMemo(() => leftOutOf(computation), [computation]);
  const findings = useMemo(() => otherFindings(computation), [computation]);
  return (
    <>
      <div className={look.titled}>
        <ScreenTitle>{text.resultTitle(computation.month)}</ScreenTitle>
        <TimeWhyButton size="small" />
      </div>
      <ResultTabs
        name="worktime"
        first={from === null ? 'totals' : 'people'}
        views={[
          {
            id: 'totals',
            name: text.totalsTab,
            shown: () => <TimeTotals computation={computation} leftOut={leftOut} />,
          },
          {
            id: 'people',
            name: text.peopleTab(people.length),
            shown: () => (
              <>
                <NotCounted leftOut={leftOut} />
                <TimePeople computation={computation} lines={people} from={from} filter={filter} />
              </>
            ),
          },
          { id: 'controls', name: text.controlsTab(controls.length), shown: () => <ControlList lines={controls} /> },
          {
            id: 'findings',
            name: text.findingsTab(findings.length),
            shown: () => (findings.length === 0 ? <Text>{text.noFinding}</Text> : <FindingList findings={findings} />),
          },
        ]}
      />
    </>
  );
}
